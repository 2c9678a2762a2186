"""The network as plain arrays: each node's parent by place, parents before children, a subtree one slice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

NodeKind = Literal["substation", "feeder", "transformer"]


class UnableToReadNetwork(ValueError):
    """The nodes form no forest: an unknown parent, a loop, or an id given twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A substation, feeder or transformer, and the id of what feeds it."""

    id: str
    kind: NodeKind
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Nodes in preorder; `parent[i]` is the place of what feeds node i (-1 for none), `size[i]` counts its subtree."""

    nodes: tuple[Node, ...]
    place: Mapping[str, int]
    parent: NDArray[np.int32]
    size: NDArray[np.int32]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> "Network":
        """This function will order the nodes; raises UnableToReadNetwork where they form no forest."""
        ordered = tuple(_preorder(tuple(nodes)))
        place = {node.id: at for at, node in enumerate(ordered)}
        parent = np.array([place[node.parent] if node.parent else -1 for node in ordered], dtype=np.int32)
        size = np.ones(len(ordered), dtype=np.int32)
        for at in range(len(ordered) - 1, -1, -1):
            if parent[at] >= 0:
                size[parent[at]] += size[at]
        return cls(nodes=ordered, place=place, parent=parent, size=size)

    def path(self, node_id: str) -> tuple[Node, ...]:
        """This function will return the node and all that feeds it, nearest first; an unknown id is a KeyError."""
        at = self.place[node_id]
        found = []
        while at >= 0:
            found.append(self.nodes[at])
            at = int(self.parent[at])
        return tuple(found)

    def under(self, node_id: str) -> tuple[Node, ...]:
        """This function will return the node and everything that it feeds; raises KeyError for an unknown id."""
        at = self.place[node_id]
        return self.nodes[at : at + int(self.size[at])]


def _preorder(nodes: Sequence[Node]) -> Iterator[Node]:
    known = {node.id for node in nodes}
    if len(known) < len(nodes):
        raise UnableToReadNetwork("an id is given to two nodes")
    children: dict[str | None, list[Node]] = {}
    for node in nodes:
        if node.parent is not None and node.parent not in known:
            raise UnableToReadNetwork(f"{node.id} is fed by {node.parent}, which is not in the network")
        children.setdefault(node.parent, []).append(node)
    stack = children.get(None, [])[::-1]
    count = 0
    while stack:
        node = stack.pop()
        count += 1
        yield node
        stack += children.get(node.id, [])[::-1]
    if count < len(nodes):
        raise UnableToReadNetwork(f"{len(nodes) - count} nodes feed one another in a loop")
