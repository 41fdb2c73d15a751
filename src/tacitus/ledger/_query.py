"""A question that is asked when its rows are wanted: all of them one after the other, or a page at a time."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Subquery, and_, false, func, or_, select

from tacitus.errors import LedgerUseError
from tacitus.ledger._database import Database
from tacitus.ledger._records import Page

Row = TypeVar("Row")
Made = TypeVar("Made")

MAX_PAGE: Final = 1000
_TOP: Final = 2**63


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One column to sort by, under the name that it has in the rows. Rows without a value, if `nullable`, come last.

    A plain column, where there is one: an index serves it, and serves no expression over it.
    """

    name: str
    column: ColumnElement[Any]
    descending: bool = False
    nullable: bool = False

    def order(self, column: ColumnElement[Any] | None = None) -> ColumnElement[Any]:
        """As databases sort by it, or by the column of another selection that holds its values."""
        column = self.column if column is None else column
        order = column.desc() if self.descending else column.asc()
        return order.nulls_last() if self.nullable else order

    def equals(self, value: Any) -> ColumnElement[bool]:
        """The rows with this value."""
        return self.column.is_(None) if value is None else self.column == value

    def holds(self, value: object) -> bool:
        """Whether a row may have this value."""
        if value is None:
            return self.nullable
        # A whole number of more bits is in no row, and SQLite's driver takes none.
        return isinstance(value, self.column.type.python_type) and (not isinstance(value, int) or -_TOP <= value < _TOP)

    def beyond(self, value: Any) -> ColumnElement[bool]:
        """The rows that come after those with this value."""
        if value is None:
            return false()
        beyond = self.column < value if self.descending else self.column > value
        return or_(beyond, self.column.is_(None)) if self.nullable else beyond


class Query(Generic[Row]):
    """Rows of the ledger. Iterating reads them in pages, so that memory stays flat over any number.

    A page begins after the values of the last row of the page before, so that rows which come in between neither
    repeat nor hide others.

    Where a row takes many joins, `statement` selects no more than its keys, and is what is counted, sorted and limited;
    `whole` then joins the rest to the keys of one page.
    """

    def __init__(
        self,
        database: Database,
        statement: Select[Any],
        sort: Sequence[Sort],
        read: Callable[[Connection, Sequence[RowMapping]], tuple[Row, ...]],
        whole: Callable[[Subquery], Select[Any]] | None = None,
    ) -> None:
        self._database = database
        self._statement = statement
        self._sort = sort
        self._read = read
        self._whole = whole

    def __iter__(self) -> Iterator[Row]:
        return self.in_pages(lambda _, rows: rows)

    def in_pages(self, make: Callable[[Connection, tuple[Row, ...]], Iterable[Made]]) -> Iterator[Made]:
        """What is made of each page of rows, with all else that it needs read from the same state of the ledger."""
        values: list[Any] | None = None
        while True:
            with self._database.reading() as connection:
                found = self._after(connection, values, MAX_PAGE)
                made = tuple(make(connection, self._read(connection, found)))
            yield from made
            if len(found) < MAX_PAGE:
                return
            values = self._values(found[-1])

    def count(self) -> int:
        """How many rows there are."""
        with self._database.reading() as connection:
            return self._count(connection)

    def page(self, *, limit: int = 50, cursor: str | None = None) -> Page[Row]:
        """The rows after the cursor, which is the `next` of the page before; from the beginning without one.

        Raises:
            LedgerUseError: `limit` is not from 1 to 1000, or the cursor is not one of this question.
        """
        if not 1 <= limit <= MAX_PAGE:
            raise LedgerUseError(f"{LedgerUseError.code}: a page holds from 1 to {MAX_PAGE} rows, got {limit}")
        values = None if cursor is None else self._read_cursor(cursor)
        with self._database.reading() as connection:
            found = self._after(connection, values, limit + 1)
            rows = self._read(connection, found[:limit])
            total = self._count(connection)
        more = len(found) > limit
        return Page(rows=rows, next=_cursor(self._values(found[limit - 1])) if more else None, total=total)

    def _count(self, connection: Connection) -> int:
        return connection.scalar(select(func.count()).select_from(self._statement.subquery())) or 0

    def _after(self, connection: Connection, values: list[Any] | None, limit: int) -> Sequence[RowMapping]:
        statement = self._statement.add_columns(*(sort.column.label(_label(sort)) for sort in self._sort))
        if values is not None:
            statement = statement.where(_beyond(self._sort, values))
        statement = statement.order_by(*(sort.order() for sort in self._sort)).limit(limit)
        return connection.execute(self._joined(statement)).mappings().all()

    def _joined(self, page: Select[Any]) -> Select[Any]:
        if self._whole is None:
            return page
        kept = page.subquery("kept")
        known = [(sort, kept.c[_label(sort)]) for sort in self._sort]
        whole = self._whole(kept).add_columns(*(column for _, column in known))
        return whole.order_by(*(sort.order(column) for sort, column in known))

    def _values(self, row: RowMapping) -> list[Any]:
        return [row[_label(sort)] for sort in self._sort]

    def _may_have(self, values: list[Any]) -> bool:
        """Whether a row may have these values where it is sorted by: those of another order are of another kind."""
        return len(values) == len(self._sort) and all(
            sort.holds(value) for sort, value in zip(self._sort, values, strict=True)
        )

    def _read_cursor(self, cursor: str) -> list[Any]:
        try:
            values = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")), object_hook=_revived)
        except (binascii.Error, KeyError, TypeError, ValueError):
            values = None
        if not isinstance(values, list) or not self._may_have(values):
            raise LedgerUseError(
                f"{LedgerUseError.code}: the cursor {cursor[:40]!r} is none of this question; give a page's `next`"
            )
        return values


def _label(sort: Sort) -> str:
    return f"sort_{sort.name}"


def _beyond(sorts: Sequence[Sort], values: list[Any]) -> ColumnElement[bool]:
    """The rows after the one with these values: later in the first column, or equal there and later in the next."""
    conditions = []
    for i, (sort, value) in enumerate(zip(sorts, values, strict=True)):
        equal = (before.equals(known) for before, known in zip(sorts[:i], values[:i], strict=True))
        conditions.append(and_(*equal, sort.beyond(value)))
    return or_(*conditions)


def _cursor(values: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values, default=_kept, separators=(",", ":")).encode()).decode()


def _kept(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    raise TypeError(type(value))  # a column to sort by that nobody thought of


def _revived(values: dict[str, Any]) -> object:
    return datetime.fromisoformat(values["at"]) if "at" in values else date.fromisoformat(values["on"])
