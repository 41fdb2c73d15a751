"""The comparison as a table of CSV: a line for each match, and for each incident or row that stands alone."""

import io
from collections.abc import Iterator, Mapping
from typing import Final

from tacitus.analysis.compare._compare import Comparison, Match
from tacitus.analysis.compare._row import Row
from tacitus.export import Entry, SeparatedSheet

COLUMNS: Final = (
    "found_in", "incident", "row", "first_day", "last_day", "row_first_day", "row_last_day", "days_apart", "place",
    "row_place", "km_apart", "country", "category", "row_type", "same_type", "killed", "killed_low", "killed_high",
    "row_killed", "killed_difference", "within_claims", "parties", "row_parties", "reports", "reason",
)  # fmt: skip


def comparison_as_csv(comparison: Comparison) -> str:
    """The table, with a line of names."""
    out = io.BytesIO()
    sheet = SeparatedSheet(out, COLUMNS, heads=(COLUMNS,))
    for line in _lines(comparison):
        sheet.add(line)
    sheet.close()
    return out.getvalue().decode("utf-8")


def _lines(comparison: Comparison) -> Iterator[Mapping[str, object]]:
    for match in comparison.matches:
        yield {"found_in": "both", **_ours(match.entry), **_theirs(match.row), **_difference(match)}
    yield from ({"found_in": "incidents", **_ours(entry)} for entry in comparison.only_ours)
    yield from ({"found_in": comparison.layout.value, **_theirs(row)} for row in comparison.only_theirs)
    yield from (
        {"found_in": "not compared", "reason": reason, **_ours(entry)} for entry, reason in comparison.not_coded
    )


def _ours(entry: Entry) -> Mapping[str, object]:
    killed = entry.killed
    return {
        "incident": entry.id,
        "first_day": entry.time.from_ if entry.time else None,
        "last_day": entry.time.to if entry.time else None,
        "place": entry.place.name if entry.place else None,
        "country": entry.place.country if entry.place else None,
        "category": entry.category,
        "killed": killed.best if killed else None,
        "killed_low": killed.low if killed else None,
        "killed_high": killed.high if killed else None,
        "parties": "; ".join(party.name for party in (*entry.actors, *entry.recipients)),
        "reports": "; ".join(source.doc_id for source in entry.sources),
    }


def _theirs(row: Row) -> Mapping[str, object]:
    return {
        "row": row.id,
        "row_first_day": row.first,
        "row_last_day": row.last,
        "row_place": row.place,
        "row_type": ": ".join(filter(None, (row.kind, row.sub_kind))),
        "row_killed": row.killed,
        "row_parties": "; ".join(row.parties),
        "country": row.country,
    }


def _difference(match: Match) -> Mapping[str, object]:
    return {
        "days_apart": match.days,
        "km_apart": None if match.km is None else round(match.km, 1),
        "same_type": "yes" if match.same_kind else "no",
        "killed_difference": match.killed,
        "within_claims": None if match.killed is None else "yes" if match.within else "no",
    }
