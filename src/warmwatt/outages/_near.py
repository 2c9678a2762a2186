"""What other calls say: how many homes near this one have reported in the last half hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from warmwatt.outages._network import Network

WINDOW = timedelta(minutes=30)
MANY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OutageCall:
    """One report of an outage: from which account, at which transformer (node id), when."""

    account: str
    transformer: str
    at: datetime


def answers_from_calls(
    *, network: Network, calls: Iterable[OutageCall], transformer: str, account: str, now: datetime
) -> dict[str, str]:
    """This function will return the triage answers `calls_near` and `calls_feeder` (none, few or many).

    Only others' calls of the last 30 minutes count, each account once; raises KeyError for an unknown transformer.
    """
    feeder = {node.id for node in network.under(_feeder_of(network, transformer))}
    recent = {
        call.account: call.transformer
        for call in calls
        if call.account != account and now - WINDOW <= call.at <= now and call.transformer in feeder
    }
    near = sum(at == transformer for at in recent.values())
    return {"calls_near": _how_many(near), "calls_feeder": _how_many(len(recent) - near)}


def _feeder_of(network: Network, transformer: str) -> str:
    path = network.path(transformer)
    return next((node.id for node in path if node.kind == "feeder"), transformer)


def _how_many(count: int) -> str:
    return "none" if count == 0 else "few" if count < MANY else "many"
