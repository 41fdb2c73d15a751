"""Events and incidents that a filter leaves, to go through, to export, or as a table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, Select, Subquery

from tacitus.export import Entry, Telling, entry_of_event, entry_of_incident, frame
from tacitus.ledger._database import Database
from tacitus.ledger._query import Query, Row, Sort
from tacitus.ledger._records import EventRow, WholeIncident
from tacitus.linking import kind_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


class Listing(Query[Row]):
    """Events or incidents of the ledger. Its tables have the columns of `tacitus export --to csv` (docs/export.md)."""

    def __init__(  # noqa: PLR0913  as a query has them, and one more
        self,
        database: Database,
        statement: Select[Any],
        sort: Sequence[Sort],
        read: Callable[[Connection, Sequence[RowMapping]], tuple[Row, ...]],
        *,
        whole: Callable[[Subquery], Select[Any]],
        entries: Callable[[Connection, tuple[Row, ...]], Iterable[Entry]],
    ) -> None:
        super().__init__(database, statement, sort, read, whole)
        self._entries = entries

    def entries(self) -> Iterator[Entry]:
        """The rows as `tacitus.export` writes them."""
        return self.in_pages(self._entries)

    def to_pandas(self) -> "pd.DataFrame":
        """All rows as a frame of pandas."""
        made: pd.DataFrame = frame(self.entries(), library="pandas")
        return made

    def to_polars(self) -> "pl.DataFrame":
        """All rows as a frame of polars."""
        made: pl.DataFrame = frame(self.entries(), library="polars")
        return made


def entry_of_row(row: EventRow) -> Entry:
    """An event of one report, as it now stands."""
    return entry_of_event(_telling(row), kind_of(row.event, row.published))


def entry_of_whole(whole: WholeIncident) -> Entry:
    """An incident with all that its reports tell of it."""
    return entry_of_incident(whole.incident, [_telling(event) for event in whole.events])


def _telling(row: EventRow) -> Telling:
    return Telling(
        doc_id=row.key.doc_id,
        event=row.event,
        published=row.published,
        title=row.title,
        source=row.source,
        url=row.url,
        review=row.state.value,
    )
