"""Connected components, by union-find."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

Node = TypeVar("Node", bound=Any)


class Components(Generic[Node]):
    """A forest in which each tree is a component and its least node the root, in whatever order nodes were joined."""

    def __init__(self) -> None:
        self._parents: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The least node of the component."""
        root = node
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while node != root:
            self._parents[node], node = root, self._parents.get(node, node)
        return root

    def join(self, one: Node, other: Node) -> None:
        """Make one component of two."""
        least, most = sorted((self.root(one), self.root(other)))
        self._parents[most] = least

    def of(self, nodes: Iterable[Node]) -> list[list[Node]]:
        """The components of the nodes, each in order, ordered by their least node."""
        groups: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(nodes):
            groups[self.root(node)].append(node)
        return [groups[root] for root in sorted(groups)]
