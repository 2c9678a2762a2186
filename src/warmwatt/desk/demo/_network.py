"""The demo network: substations, feeders, transformers, and the places that each transformer serves."""

from dataclasses import dataclass
from typing import Literal, cast

from warmwatt.desk.demo._pages import demo_page
from warmwatt.records.models import NetworkNode

Kind = NetworkNode.Kind
Sort = Literal["estate", "village", "street"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Part of an estate, village or street that one transformer serves."""

    district: str
    name: str
    sort: Sort
    transformer: str
    part: int


def seed_network() -> tuple[tuple[Place, ...], dict[str, NetworkNode]]:
    """This function will write the network and return its places and its nodes by name."""
    page = demo_page("network")
    places: list[Place] = []
    nodes: dict[str, NetworkNode] = {}
    for station in page:
        substation = NetworkNode.objects.create(kind=Kind.SUBSTATION, name=station["substation"])
        nodes[substation.name] = substation
        for feeder_name, named in station["feeders"].items():
            feeder = NetworkNode.objects.create(kind=Kind.FEEDER, name=feeder_name, parent=substation)
            nodes[feeder.name] = feeder
            found = [place for words in named for place in _places(station["district"], words)]
            places += found
            nodes |= _transformers(feeder, found)
    return tuple(places), nodes


def _places(district: str, words: str) -> list[Place]:
    sort, name = words.split(" ")
    count = 3 if name.endswith("*") else 2
    name = name.rstrip("*")
    return [
        Place(district=district, name=name, sort=cast(Sort, sort), transformer=f"{name}{part}号台区", part=part)
        for part in range(1, count + 1)
    ]


def _transformers(feeder: NetworkNode, places: list[Place]) -> dict[str, NetworkNode]:
    made = NetworkNode.objects.bulk_create(
        [NetworkNode(kind=Kind.TRANSFORMER, name=place.transformer, parent=feeder) for place in places]
    )
    return {node.name: node for node in made}
