"""What is accepted as a turn's text."""

import re

from django.utils.translation import gettext as _

from warmwatt.desk._errors import UnableToHear

LONGEST_TURN = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def without_control(text: str) -> str:
    """This function will return the text without control characters and surrounding blanks."""
    return _CONTROL.sub("", text).strip()


def accepted_words(text: str) -> str:
    """This function will return the text without control characters; it raises UnableToHear on nothing or too much."""
    words = without_control(text)
    if not words:
        raise UnableToHear("empty", _("The message is empty. Write something and send it again."))
    if len(words) > LONGEST_TURN:
        raise UnableToHear(
            "too_long",
            _("The message has %(length)d characters; at most %(limit)d are accepted. Split it and send it in parts.")
            % {"length": len(words), "limit": LONGEST_TURN},
        )
    return words
