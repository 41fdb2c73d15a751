"""Marking the reports that repeat another one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, RowMapping, or_, select, update

from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._republished import SAME, bands, shingles, similarity
from tacitus.model import Report

_MAX_CANDIDATES: Final = 10
"""Those that share most bands. Set, not swept: copies of one text share all or most of them."""

_CHUNK: Final = 900
"""Values in one statement; older builds of SQLite take 999."""


class Copies:
    """Finds what new reports repeat, in the ledger or among themselves.

    Only originals are fingerprinted: what repeats a copy repeats its original. The original is the report published
    first, so that one that comes in late may turn out to be that of reports already there.
    """

    def __init__(self, connection: Connection, reports: Sequence[Report]) -> None:
        self._connection = connection
        self._shingles = {report.text: shingles(report.text) for report in reports}
        self._bands = {words: frozenset(bands(found)) for words, found in self._shingles.items()}
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._load({value for values in self._bands.values() for value in values})

    def mark(self, report_id: int, report: Report) -> tuple[str | None, list[dict[str, int]]]:
        """Mark a new report as a republication; the id of its original or None, and the fingerprints to write."""
        found = self._closest(report.text)
        if found is not None:
            share, row = found
            original = self._original(row["same_as"] or row["id"])
            if not _is_earlier(report, original):
                values = {"same_as": original["id"], "similarity": share}
                self._connection.execute(update(t.reports).where(t.reports.c.id == report_id).values(values))
                return original["doc_id"], []
            _repoint(self._connection, original["id"], report_id, share)
        for value in self._bands[report.text]:
            self._holders[value].append(report_id)
        return None, [{"value": value, "report_id": report_id} for value in sorted(self._bands[report.text])]

    def _load(self, values: set[int]) -> None:
        statement = select(t.fingerprints.c.value, t.fingerprints.c.report_id)
        for chunk in chunks(sorted(values), _CHUNK):
            for value, report_id in self._connection.execute(statement.where(t.fingerprints.c.value.in_(chunk))):
                self._holders[value].append(report_id)

    def _closest(self, words: str) -> tuple[float, RowMapping] | None:
        """The report that shares most with a text, and how much, where that is enough."""
        shared = Counter(holder for value in self._bands[words] for holder in self._holders.get(value, ()))
        ids = sorted(shared, key=lambda number: (-shared[number], number))[:_MAX_CANDIDATES]
        if not ids:
            return None
        columns = (t.reports.c.id, t.reports.c.text, t.reports.c.same_as)
        rows = self._connection.execute(select(*columns).where(t.reports.c.id.in_(ids))).mappings()
        compared = [(similarity(self._shingles[words], self._of(row["text"])), row) for row in rows]
        share, row = max(compared, key=lambda pair: (pair[0], -pair[1]["id"]))
        return (share, row) if share >= SAME else None

    def _of(self, words: str) -> NDArray[np.uint64]:
        return self._shingles[words] if words in self._shingles else shingles(words)

    def _original(self, number: int) -> RowMapping:
        columns = (t.reports.c.id, t.reports.c.doc_id, t.reports.c.published)
        return self._connection.execute(select(*columns).where(t.reports.c.id == number)).mappings().one()


def _is_earlier(report: Report, original: RowMapping) -> bool:
    return bool(report.published and original["published"] and report.published < original["published"])


def _repoint(connection: Connection, old: int, new: int, share: float) -> None:
    """The old original and its copies become copies of the new one."""
    copies = or_(t.reports.c.same_as == old, t.reports.c.id == old)
    connection.execute(update(t.reports).where(t.reports.c.id == old).values(similarity=share))
    connection.execute(update(t.reports).where(copies).values(same_as=new))
