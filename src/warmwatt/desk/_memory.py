"""A conversation's session, recalled from its row. A short in-process memory spares the parse; the row decides."""

from collections import OrderedDict
from threading import Lock
from typing import Any

from warmwatt.desk._coach import the_coach
from warmwatt.records.models import ConversationRecord
from warmwatt.skills import Session

REMEMBERED = 2000
_lock = Lock()
_recent: OrderedDict[tuple[str, int], tuple[dict[str, Any], Session]] = OrderedDict()


def recall(conversation: ConversationRecord) -> Session:
    """This function will return the session as of the row's last turn."""
    with _lock:
        kept = _recent.get((conversation.pk, conversation.turn_count))
    # Equal plain data, not only an equal turn count: a case opened by hand changes the session between turns.
    if kept is not None and kept[0] == conversation.session:
        return kept[1]
    return the_coach().from_json(conversation.session)


def remember(conversation: ConversationRecord, session: Session) -> dict[str, Any]:
    """This function will return the session as plain data for the row, and keep it for the next turn."""
    plain = the_coach().to_json(session)
    with _lock:
        _recent.pop((conversation.pk, conversation.turn_count - 1), None)
        _recent[(conversation.pk, conversation.turn_count)] = (plain, session)
        while len(_recent) > REMEMBERED:
            _recent.popitem(last=False)
    return plain
