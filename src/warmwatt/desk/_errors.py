"""What the desk says when it cannot do a thing: a code for programs, a sentence with the mend for people."""

from django.utils.translation import gettext_lazy as _


class Unable(Exception):
    """The desk could not do what was asked; nothing was changed."""

    def __init__(self, code: str, message: object) -> None:
        super().__init__(str(message))
        self.code = code

    @property
    def message(self) -> str:
        """The sentence for the person who asked, in their language."""
        return str(self.args[0])


class UnableToFind(Unable):
    """There is no such conversation, case, order or promise."""


class UnableToHear(Unable):
    """The turn was not accepted."""


class UnableToClaim(Unable):
    """The conversation could not be taken."""


class UnableToClose(Unable):
    """The conversation or case may not be closed yet."""


class UnableToChange(Unable):
    """The case, order, promise or escalation may not change that way."""


def no_such(what: str) -> UnableToFind:
    """This function will return the error for something that is not there, such as a `conversation`."""
    return UnableToFind("not_found", _NOT_FOUND[what])


_NOT_FOUND = {
    "conversation": _("There is no such conversation. Check its number, or go back to the list."),
    "case": _("There is no such case. Check its number."),
    "order": _("There is no such work order. Check its number."),
    "promise": _("There is no such promise."),
    "escalation": _("There is no such escalation."),
    "card": _("There is no such card."),
    "turn": _("There is no such turn in this conversation."),
    "criterion": _("There is no such criterion in this review."),
    "correction": _("There is no such correction."),
    "label": _("This turn was not read that way. Load the page again."),
    "review": _("This conversation has no review yet. It is reviewed when it ends."),
    "call": _("There is no such sample call. Choose one from the list."),
}
