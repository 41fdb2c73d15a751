"""What a codebook holds, and how to look it up."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from tacitus.codebook._crosswalk import CrosswalkRow, GedType, Sector, first_row, fitting_type
from tacitus.errors import CodebookError

Record = TypeVar("Record")


class UnknownCodeError(CodebookError):
    """C-02: a code that the codebook does not hold; the text lists those that it does."""

    code = "C-02"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quad:
    """One of the four corners verbal or material, cooperation or conflict."""

    code: int
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How an event of a category was done. `score` is the category's unless the mode has its own."""

    code: str
    definition: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A PLOVER event type. `score` runs from -10, conflict, to 10, cooperation."""

    code: str
    definition: str
    quad: int
    score: float
    modes: tuple[Mode, ...] = ()

    def score_of(self, modes: Iterable[str]) -> float:
        """The score of an event of these modes: that of the first one that the category has, else its own."""
        scores = {mode.code: mode.score for mode in self.modes}
        return next((scores[mode] for mode in modes if mode in scores), self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledEventType:
    """One of ACLED's broad types."""

    name: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledSubEventType:
    """A type of ACLED's. Where several fit one event, the lowest `priority` gives the code."""

    name: str
    event_type: str
    disorder_type: str
    priority: int
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO code and what it is in PLOVER. `note` tells where the row departs from its source."""

    code: str
    category: str
    modes: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleValue:
    """One step of a scale."""

    code: int
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale of precision or clarity of ACLED's or UCDP's, by the name of its export column."""

    name: str
    values: tuple[ScaleValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Every code that an event may carry, in the order of the files; sub-event types in ACLED's order of priority.

    `version` is a digest of the files' bytes: equal versions are equal codebooks. Lookups raise `UnknownCodeError`.
    """

    categories: tuple[Category, ...]
    quads: tuple[Quad, ...]
    sectors: tuple[Sector, ...]
    event_types: tuple[AcledEventType, ...]
    sub_event_types: tuple[AcledSubEventType, ...]
    ged_types: tuple[GedType, ...]
    scales: tuple[Scale, ...]
    cameo_codes: tuple[CameoCode, ...]
    crosswalk: tuple[CrosswalkRow, ...]
    version: str

    def category(self, code: str) -> Category:
        """The PLOVER category of this code."""
        return _find(self.categories, "code", code, "category")

    def mode(self, category: str, code: str) -> Mode:
        """A mode of a category; the same code may be a mode of several categories."""
        return _find(self.category(category).modes, "code", code, f"mode of {category}")

    def sector(self, code: str) -> Sector:
        """The sector of this code."""
        return _find(self.sectors, "code", code, "sector")

    def sub_event_type(self, name: str) -> AcledSubEventType:
        """The ACLED sub-event type of this name, which knows its event type and disorder type."""
        return _find(self.sub_event_types, "name", name, "ACLED sub-event type")

    def ged_type(self, code: int) -> GedType:
        """The UCDP GED type of violence of this code."""
        return _find(self.ged_types, "code", code, "GED type of violence")

    def scale(self, name: str) -> Scale:
        """The scale of this name."""
        return _find(self.scales, "name", name, "scale")

    def cameo(self, code: str) -> CameoCode:
        """The row of a CAMEO code, or of the nearest code above it: 1831, else 183, else 18."""
        rows = {row.code: row for row in self.cameo_codes}
        for end in range(len(code), 1, -1):
            if code[:end] in rows:
                return rows[code[:end]]
        raise UnknownCodeError(f"C-02: CAMEO code {code!r} has no PLOVER category; add it to a cameo.csv of your own")

    def acled_for(
        self,
        category: str,
        modes: Iterable[str] = (),
        *,
        actors: Iterable[str | None] = (),
        recipients: Iterable[str | None] = (),
    ) -> str | None:
        """The ACLED sub-event type that the default crosswalk gives an event that happened; None where ACLED has none.

        `actors` and `recipients` are the sectors of the parties, None for a party whose sector is unknown. The
        crosswalk cannot tell what only the words tell: ground that changed hands, a grenade from a bomb, a protest
        that was dispersed.
        """
        row = first_row(self.crosswalk, self.category(category).code, modes, *self._sectors(actors, recipients))
        return row.acled if row else None

    def ged_for(
        self,
        category: str,
        modes: Iterable[str] = (),
        *,
        actors: Iterable[str | None] = (),
        recipients: Iterable[str | None] = (),
    ) -> int | None:
        """The UCDP type of violence, from the crosswalk and who stands against whom; None where it cannot be told.

        Whether anyone died, without which UCDP records nothing, is not asked here.
        """
        sides = self._sectors(actors, recipients)
        row = first_row(self.crosswalk, self.category(category).code, modes, *sides)
        possible = tuple(known for known in self.ged_types if row and known.code in row.ged)
        fitting = fitting_type(possible, *sides)
        return fitting.code if fitting else None

    def plover_for(self, acled: str) -> tuple[tuple[str, str | None], ...]:
        """Every (category, mode) that the crosswalk leads to this sub-event type; mode None is any."""
        name = self.sub_event_type(acled).name
        return tuple(dict.fromkeys((row.category, row.mode) for row in self.crosswalk if row.acled == name))

    def _sectors(self, *parties: Iterable[str | None]) -> tuple[tuple[Sector, ...], ...]:
        return tuple(tuple(self.sector(code) for code in codes if code is not None) for codes in parties)


def _find(records: tuple[Record, ...], key: str, value: object, what: str) -> Record:
    code_of = attrgetter(key)
    for record in records:
        if code_of(record) == value:
            return record
    known = ", ".join(str(code_of(record)) for record in records) or "none"
    raise UnknownCodeError(f"C-02: no {what} {value!r}; known: {known}")
