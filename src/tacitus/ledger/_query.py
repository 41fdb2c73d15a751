"""A question that is asked when its rows are wanted: all of them one after the other, or a page at a time."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from tacitus.ledger._records import Page

Row = TypeVar("Row")

MAX_PAGE = 1000


class Query(Generic[Row]):
    """Rows of the ledger. Iterating reads them in pages, so that memory stays flat over any number."""

    def __iter__(self) -> Iterator[Row]:
        raise NotImplementedError

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def page(self, *, limit: int = 50, cursor: str | None = None) -> Page[Row]:
        """The rows after the cursor, which is the `next` of the page before; from the beginning without one."""
        raise NotImplementedError
