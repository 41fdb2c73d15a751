"""Long lists in parts, since databases limit how much one statement may ask for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def chunks(values: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk
