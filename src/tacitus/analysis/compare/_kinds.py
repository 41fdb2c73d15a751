"""What kind of act an incident is in ACLED's and UCDP's terms, and how alike that is to a row."""

from dataclasses import dataclass
from typing import Final

from tacitus.analysis.compare._ged import KINDS
from tacitus.analysis.compare._row import Layout, Row
from tacitus.codebook import Codebook
from tacitus.export import Entry

# Types that careful coders take for each other: who attacked a clash has, or whether a crowd was violent.
_KIN: Final = (
    frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"}),
    frozenset({"Protests", "Riots"}),
    frozenset({"Riots", "Violence against civilians"}),
)
_SAME, _SAME_TYPE, _AKIN = 1.0, 0.75, 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Looks up kinds of acts by a codebook's crosswalk."""

    codebook: Codebook

    def of(self, entry: Entry, layout: Layout) -> tuple[str, str | None] | None:
        """ACLED's event type and sub-event type, or UCDP's type of violence; None where they would not code it."""
        if layout is Layout.ACLED:
            name = entry.acled or self.codebook.acled_for(entry.category, entry.mode, **_sectors(entry))
            return (self.codebook.sub_event_type(name).event_type, name) if name else None
        kind = self.codebook.ged_for(entry.category, entry.mode, **_sectors(entry))
        # UCDP codes deaths alone; where the reports do not say who stood against whom, the type stays open.
        deadly = entry.category == "ASSAULT" and entry.killed is not None and entry.killed.best > 0
        return (KINDS.get(kind or 0, "type not told"), None) if deadly else None

    def alike(self, entry: Entry, row: Row) -> float:
        """From 1 for the same type to 0 for types that are not matched."""
        own = self.of(entry, row.layout)
        if own is None:
            return 0.0
        kind, sub_kind = own
        if row.layout is Layout.GED:
            return _SAME if kind == row.kind else _AKIN
        if sub_kind == row.sub_kind:
            return _SAME
        if kind == row.kind:
            return _SAME_TYPE
        return _AKIN if any({kind, row.kind} <= kin for kin in _KIN) else 0.0


def _sectors(entry: Entry) -> dict[str, list[str | None]]:
    return {
        "actors": [party.sector for party in entry.actors],
        "recipients": [party.sector for party in entry.recipients],
    }
