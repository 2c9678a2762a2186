"""Carries messages to the log: the sender of a desk that has no SMS gateway yet."""

import logging

from warmwatt.conversations import mask_text
from warmwatt.records.models import OutboxMessage

log = logging.getLogger("warmwatt.messages")


def send_to_console(message: OutboxMessage) -> None:
    """This function will write the message into the log, the receiver masked."""
    log.info("%s → %s: %s", message.channel, mask_text(message.to), message.text)
