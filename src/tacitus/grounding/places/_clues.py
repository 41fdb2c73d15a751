"""Which countries a report speaks of: by name, by nationality words, by capitals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._rows import Feature
from tacitus.model import Span

TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[\w.])?")
LONGEST_NAME = 5
# What one telling says of where the report is: swept 0.4 to 1.0 in steps of 0.2 on half of LGL, GeoWebNews and the pool notes.
NAMED, NATIONALITY, CAPITAL, REGION_NAMED, PLACED = 1.0, 0.5, 0.5, 0.6, 1.5
_DATELINE = re.compile(r"\A(?:\W*)([A-Z][A-Z .'’-]{2,30}(?:,[A-Za-z .'’]{2,25}){0,2}?)(?:,? ?\(?[A-Z][\w .,]{0,25}\)?)?\s*(?:--|—|–|- )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """Shares of the countries in a report (they sum to less than 1: a part is left for what is not told), the largest first."""

    counts: tuple[tuple[str, float], ...] = ()
    shares: tuple[tuple[str, float], ...] = ()

    def joined_by(self, countries: Iterable[str]) -> "Clues":
        """The shares when each further country counts as one whose place is named; it counts more than a nationality."""
        told = defaultdict(float, self.counts)
        for country in countries:
            told[country] += PLACED
        return shared(told)

    def share(self, country: str) -> float:
        """A country's share, 0 where it is not told."""
        return dict(self.shares).get(country, 0.0)

    @property
    def total(self) -> float:
        """How much is told of countries in all."""
        return sum(weight for _, weight in self.counts)

    @property
    def main(self) -> str | None:
        """The country that the report mostly speaks of; None where none has half of what is told."""
        total = sum(share for _, share in self.shares)
        return self.shares[0][0] if self.shares and self.shares[0][1] >= total / 2 else None


def tokens(text: str) -> list[Span]:
    """The words of a text, with their points and hyphens."""
    return [Span.of(text, found.start(), found.end()) for found in TOKEN.finditer(text)]


def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals, so that case tells nothing."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def read_clues(text: str, gazetteer: Gazetteer) -> Clues:
    """The countries that a text names."""
    told: dict[str, float] = defaultdict(float)
    for country, weight in _told(text, gazetteer):
        told[country] += weight
    return shared(told)


def shared(told: Mapping[str, float]) -> Clues:
    """Clues of weighted counts."""
    total = sum(told.values()) + 1.0
    ordered = tuple(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))
    return Clues(counts=ordered, shares=tuple((country, weight / total) for country, weight in ordered))


def _told(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, float]]:
    names, words, capitals = demonyms(), tokens(text), is_capitals(text)
    position = 0
    while position < len(words):
        step = 1
        if words[position].text[0].isupper():
            for size in range(min(LONGEST_NAME, len(words) - position), 0, -1):
                stretch = text[words[position].start : words[position + size - 1].end]
                clue = None if len(stretch) > 45 else _clue(stretch, names, gazetteer, capitals=capitals)
                if clue:
                    yield clue
                    step = size
                    break
        position += step


def _clue(stretch: str, names: dict[str, str], gazetteer: Gazetteer, *, capitals: bool) -> tuple[str, float] | None:
    bare = re.sub(r"['’]s?$", "", stretch)
    if capitals and bare == "US":
        return None
    name = key(bare)
    if name in names:
        return names[name], NATIONALITY
    return next((clue for posting in gazetteer.find(name) if (clue := _clue_of(posting >> 1, gazetteer)) and bare[0].isupper()), None)


def _clue_of(row: int, gazetteer: Gazetteer) -> tuple[str, float] | None:
    index = gazetteer.index
    country, feature = index.countries[index.country[row]], index.feature[row]
    if feature == Feature.COUNTRY:
        return country, NAMED
    if row in index.capitals and index.population[row] > 0:
        return country, CAPITAL
    if feature in (Feature.REGION, Feature.AREA) and country and (feature == Feature.AREA or index.population[row] > 2_000_000):
        return country, REGION_NAMED
    return None


def dateline(text: str) -> Span | None:
    """The place name at the head of a report, before its dash: where it was filed, not where anything happened."""
    found = _DATELINE.match(text)
    return Span.of(text, found.start(1), found.end(1)) if found else None
