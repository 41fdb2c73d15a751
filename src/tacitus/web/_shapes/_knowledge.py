"""What a coder picks from: places, parties, codes; and who stood against whom."""

from tacitus.model import PlacePrecision, Realis, TimePrecision
from tacitus.web._shapes._common import Shape


class PlaceRow(Shape):
    """An entry of the gazetteer, or another point that a report's place may be set to."""

    name: str
    country: str | None
    region: str | None
    lat: float
    lon: float
    population: int
    feature: str
    precision: PlacePrecision
    geonames_id: int | None


class PartyRow(Shape):
    """A party of the registry or of the ledger; `n_incidents` is in how many incidents the ledger has it."""

    name: str
    country: str | None
    sector: str | None
    known: bool
    n_incidents: int


class ModeRow(Shape):
    """How an event of a category was done."""

    code: str
    definition: str


class CategoryRow(Shape):
    """A PLOVER category; `quad` is verbal or material, cooperation or conflict."""

    code: str
    definition: str
    quad: str
    modes: tuple[ModeRow, ...]


class SectorRow(Shape):
    """A sector of parties."""

    code: str
    definition: str


class AcledRow(Shape):
    """An ACLED sub-event type."""

    name: str
    event_type: str
    definition: str


class CodebookPage(Shape):
    """Every code that a coder may give."""

    version: str
    categories: tuple[CategoryRow, ...]
    sectors: tuple[SectorRow, ...]
    acled: tuple[AcledRow, ...]
    realis: tuple[Realis, ...]
    place_precisions: tuple[PlacePrecision, ...]
    time_precisions: tuple[TimePrecision, ...]


class PartyMatrix(Shape):
    """Who acted against or towards whom. `n[i][j]` counts incidents of actor i and recipient j."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    n: tuple[tuple[int, ...], ...]
    killed: tuple[tuple[int | None, ...], ...]
    total: int
    n_shown: int
