"""Messages to customers: written with what caused them (sent once), then carried out by the worker."""

from datetime import datetime

from warmwatt.records.models import CaseRecord, OutboxMessage


def tell_customer(case: CaseRecord, *, about: str, text: str, now: datetime) -> OutboxMessage | None:
    """This function will put a message into the outbox, once for each `about`; None where no contact is known."""
    if not case.contact:
        return None
    message, _created = OutboxMessage.objects.get_or_create(
        key=f"{case.number}.{about}"[:80],
        defaults={"case": case, "to": case.contact, "text": text, "next_try_at": now},
    )
    return message
