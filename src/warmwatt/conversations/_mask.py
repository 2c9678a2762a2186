"""Masks personal data in words: phones, accounts, identity and card numbers, names, door numbers."""

import re
from dataclasses import replace

from warmwatt.conversations._conversation import Conversation, Known, Labels, Turn

DIGIT = "0-9０-９零〇一二三四五六七八九幺两洞拐勾"
GAP = r"[\s,，、.。\-—]{0,2}"
# Seven and more digits in a row, however dictated: a phone, an account, an identity or a card number. Amounts and dates
# are shorter or carry their unit between the digits.
LONG_NUMBER = re.compile(rf"[{DIGIT}](?:{GAP}[{DIGIT}]){{6,}}[xX]?")
TAIL = re.compile(rf"(尾号(?:是|为)?\s*)[{DIGIT}]{{3,6}}")
DOOR = re.compile(
    rf"((?:[{DIGIT}十百]+|[A-Za-z])(?:号楼|栋|幢|座|号))(?:\s*[{DIGIT}十百A-Za-z\-]+(?:单元|门|层|楼|室|号房?|户)?)+"
)
SAID_NAME = re.compile(
    r"((?:我叫|我姓名是|名字(?:是|叫)|户主(?:是|叫)?|户名(?:是|叫)?|机主(?:是|叫)?))\s*([\u4e00-\u9fa5]{2,4})"
)
SURNAME = re.compile(r"(我(?:免贵)?姓)\s*[\u4e00-\u9fa5]")


def mask_text(text: str) -> str:
    """This function will return the words with personal data replaced by stars; what is not personal stays."""
    text = LONG_NUMBER.sub(lambda found: _starred(found[0]), text)
    text = TAIL.sub(r"\1****", text)
    text = DOOR.sub(lambda found: found[1] + "***", text)
    text = SAID_NAME.sub(lambda found: found[1] + found[2][0] + "**", text)
    return SURNAME.sub(r"\1*", text)


def _starred(number: str) -> str:
    digits = [char for char in number if char not in " ,，、.。-—"]
    return digits[0] + "*" * (len(digits) - 3) + "".join(digits[-2:]) if len(digits) > 9 else "*" * len(digits)


def mask_conversation(conversation: Conversation) -> Conversation:
    """This function will return the conversation with personal data masked wherever it is said or known."""
    name = conversation.known.name or ""
    turns = tuple(_masked_turn(turn, name) for turn in conversation.turns)
    return replace(
        conversation, known=_masked_known(conversation.known), turns=turns, labels=_masked_labels(conversation)
    )


def _masked_turn(turn: Turn, name: str) -> Turn:
    return replace(turn, text=mask_text(_without(turn.text, name)))


def _without(text: str, name: str) -> str:
    return text.replace(name, name[0] + "*" * (len(name) - 1)) if len(name) > 1 else text


def _masked_known(known: Known) -> Known:
    return replace(
        known,
        account=mask_text(known.account) if known.account else None,
        name=known.name[0] + "**" if known.name else None,
        address=mask_text(known.address) if known.address else None,
        contact=mask_text(known.contact) if known.contact else None,
        meter=mask_text(known.meter) if known.meter else None,
    )


def _masked_labels(conversation: Conversation) -> Labels | None:
    labels = conversation.labels
    if labels is None:
        return None
    facts = {
        key: "**" if key == "name" else mask_text(value) if isinstance(value, str) else value
        for key, value in labels.facts.items()
    }
    return replace(labels, facts=facts)
