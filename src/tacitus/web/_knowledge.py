"""The gazetteer, the registry, the codebook and the coder, each loaded when it is first asked for."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from threading import Lock

from tacitus import intake
from tacitus.codebook import Codebook, load_codebook
from tacitus.flow import Coder, many
from tacitus.grounding.parties import Registry
from tacitus.grounding.places import Entry, Gazetteer
from tacitus.ledger import PartyKey
from tacitus.model import CodedReport, PlacePrecision, Realis, Rejection, TimePrecision
from tacitus.web._shapes import AcledRow, CategoryRow, CodebookPage, ModeRow, PlaceRow, SectorRow


class Knowledge:
    """What tacitus knows of the world and of codes, as a coder looks it up."""

    def __init__(self) -> None:
        # The first visitors come at once, and `cached_property` alone lets each of them load.
        self._places, self._coding = Lock(), Lock()

    @property
    def gazetteer(self) -> Gazetteer:
        """The places."""
        with self._places:
            return self._gazetteer

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.load()

    @cached_property
    def registry(self) -> Registry:
        """The parties."""
        return Registry.load()

    @cached_property
    def codebook(self) -> Codebook:
        """The codes."""
        return load_codebook()

    @property
    def coder(self) -> Coder:
        """All that coding needs."""
        _ = self.gazetteer  # the coder opens the same index, which must not be built by two at once
        with self._coding:
            return self._coder

    @cached_property
    def _coder(self) -> Coder:
        return Coder.load()

    def warm(self) -> None:
        """Load everything, so that the first visitor need not wait for it."""
        _ = self.coder, self.known_parties

    def code(self, file: Path) -> Iterator[CodedReport | Rejection]:
        """Read and code what is in a file."""
        return many(intake.read([file]), self.coder)

    def places(self, written: str, *, country: str | None, limit: int) -> tuple[PlaceRow, ...]:
        """Places that somebody who writes this may mean."""
        return tuple(map(_place, self.gazetteer.search(written, country=country, limit=limit)))

    @cached_property
    def known_parties(self) -> frozenset[PartyKey]:
        """Every party of the registry, states among them with their government and their forces."""
        states = {
            (name, state.country, sector)
            for state in self.registry.states.values()
            for name, sector in ((state.name, "GOV"), (state.armed_forces, "MIL"))
        }
        entries = (entry for named in self.registry.names.values() for entry in named)
        return frozenset(states | {(entry.name, entry.country, entry.sector) for entry in entries})

    def codes(self) -> CodebookPage:
        """Every code that a coder may give."""
        book = self.codebook
        quads = {quad.code: quad.definition for quad in book.quads}
        return CodebookPage(
            version=book.version,
            categories=tuple(
                CategoryRow(
                    code=each.code,
                    definition=each.definition,
                    quad=quads[each.quad],
                    modes=tuple(ModeRow(code=mode.code, definition=mode.definition) for mode in each.modes),
                )
                for each in book.categories
            ),
            sectors=tuple(SectorRow(code=each.code, definition=each.definition) for each in book.sectors),
            acled=tuple(
                AcledRow(name=each.name, event_type=each.event_type, definition=each.definition)
                for each in book.sub_event_types
            ),
            realis=tuple(Realis),
            place_precisions=tuple(PlacePrecision),
            time_precisions=tuple(TimePrecision),
        )


def _place(entry: Entry) -> PlaceRow:
    return PlaceRow(
        name=entry.name,
        country=entry.country,
        region=entry.region,
        lat=entry.lat,
        lon=entry.lon,
        population=entry.population,
        feature=entry.feature.name.lower(),
        precision=entry.precision,
        geonames_id=entry.geonames_id,
    )
