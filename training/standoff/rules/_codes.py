"""Codes and names: what may stand in a column."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tacitus.codebook import UnknownCodeError, load_codebook
from tacitus.model import Event, Party
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, parties

_NAMES = Path(__file__).parents[2] / "annotations" / "names.tsv"
# Codes of states that are gone, and those that stand for them in the annotations.
_SUCCESSORS = {"SUN": "RUS", "YUG": "SRB", "DDR": "DEU", "CSK": "CZE", "ZAR": "COD", "TMP": "TLS"}


class KnownParty(NamedTuple):
    """What a party wears in all annotations; an empty country or sector is left to the report."""

    name: str
    country: str
    sector: str


@cache
def known_parties(path: Path = _NAMES) -> dict[str, KnownParty]:
    """The table of names: what was written, and the party it names."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith(("#", "written\t")))
    return {written: KnownParty(*rest) for written, *rest in rows}


def unknown_code(annotation: Annotation) -> Iterator[Hit]:
    """Category, mode, sector and `acled` are codes of the codebook; modes stand in its order."""
    for event in annotation.events:
        try:
            modes = [mode.code for mode in load_codebook().category(event.category).modes]
            _look_up(event)
        except UnknownCodeError as fault:
            yield hit(event, str(fault))
        else:
            if list(event.mode) != [mode for mode in modes if mode in event.mode]:
                yield hit(event, f"modes {','.join(event.mode)} are not in order")


def _look_up(event: Event) -> None:
    codebook = load_codebook()
    for mode in event.mode:
        codebook.mode(event.category, mode)
    for party in parties(event):
        if party.sector:
            codebook.sector(party.sector)
    if event.acled:
        codebook.sub_event_type(event.acled)


def country_of_old(annotation: Annotation) -> Iterator[Hit]:
    """`country` is the ISO 3166-1 alpha-3 code, of the state of today."""
    for event in annotation.events:
        codes = [party.country for party in parties(event)] + [event.place.country if event.place else None]
        for code in filter(None, codes):
            if code in _SUCCESSORS or not (len(code) == 3 and code.isupper()):
                yield hit(event, f"{code}; {_SUCCESSORS.get(code, 'three capital letters')}?")


def another_name(annotation: Annotation) -> Iterator[Hit]:
    """One party has one canonical name, home country and sector."""
    for event in annotation.events:
        for party in parties(event):
            known = known_parties().get(party.name)
            if known and _columns(party, known) != known:
                yield hit(event, f"{party.name} | {party.country} | {party.sector}: {' | '.join(known)}")


def _columns(party: Party, known: KnownParty) -> KnownParty:
    """The party's columns, where the table has something to say about them."""
    country = (party.country or "-") if known.country else ""
    return KnownParty(party.name, country, (party.sector or "-") if known.sector else "")


def same_words_other_party(annotation: Annotation) -> Iterator[Hit]:
    """Equal words name the same party throughout a report; two parties in one phrase are two entries of one event."""
    seen: dict[str, tuple[str, set[tuple[str | None, str | None]]]] = {}
    for event in annotation.events:
        for party in parties(event):
            name, kinds = seen.setdefault(party.name, (event.id, set()))
            kinds.add((party.country, party.sector))
            if len(kinds) > 1:
                kinds.clear()
                kinds.add((party.country, party.sector))
                yield hit(event, f"{party.name!r} had another country or sector before (first in {name})")


def place_without_point(annotation: Annotation) -> Iterator[Hit]:
    """Countries and wide regions need no coordinates; settlements and sites do, as far as they can be found."""
    for event in annotation.events:
        place = event.place
        if place and place.lat is None and place.precision in ("exact", "near"):
            yield hit(event, f"{place.name!r} {place.precision}")
