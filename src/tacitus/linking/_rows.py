"""Linking on somebody else's machines: what is compared as rows that stand for themselves, and links from rows back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tacitus.linking._parameters import Parameters
from tacitus.linking._profile import profiles_of
from tacitus.linking._score import link_of
from tacitus.linking._table import table_of
from tacitus.model import CodedReport, EventKey, IncidentKind, Link

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    key: EventKey
    kind: IncidentKind


def rows_of(reports: Iterable[CodedReport]) -> "pa.Table":
    """A row for each event, with all that linking compares of it; `unique_id` is its key in words."""
    import pyarrow as pa  # noqa: PLC0415  heavy, and needed for this alone

    profiles = profiles_of(reports)
    table = table_of(profiles, {profile.key.doc_id for profile in profiles})
    keys = [str(profile.key) for profile in profiles]
    named = table.set_column(table.schema.get_field_index("unique_id"), "unique_id", pa.array(keys, pa.string()))
    return named.append_column("event_id", pa.array([profile.key.event_id for profile in profiles], pa.string()))


def link_of_row(row: Mapping[str, Any], parameters: Parameters) -> Link:
    """The link of one row that Splink made of two such rows."""
    return link_of(row, _named(row, "l"), _named(row, "r"), parameters)


def _named(row: Mapping[str, Any], side: str) -> _Named:
    key = EventKey(doc_id=row[f"doc_id_{side}"], event_id=row[f"event_id_{side}"])
    return _Named(key=key, kind=IncidentKind(row[f"kind_{side}"]))
