"""Which countries a report speaks of: by name, by nationality words, by capitals."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._words import is_plain

TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[\w.])?")
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST_NAME = 5
# What one telling says of where the report is; set by hand. Nationality words mostly tell of parties, not of places.
WEIGHT = {"named": 1.0, "nationality": 0.5, "capital": 0.5, "a region": 0.6}
# The same for a country in which a name of the report was found to lie.
PLACED = 1.5
# What is always left for countries not told.
UNTOLD = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """How much a report tells of each country, the most told first, and by which names.

    Shares sum to less than 1: a part is left for what is not told.
    """

    counts: tuple[tuple[str, float], ...] = ()
    named: tuple[tuple[tuple[str, str], float], ...] = ()

    def joined_by(self, places: Iterable[tuple[str, str]]) -> "Clues":
        """The clues when each (country, name of a place in it) is told as well.

        What the same names told before no longer counts.
        """
        found = dict.fromkeys(places, PLACED)
        resolved = {name for _, name in found}
        return weighed({place: weight for place, weight in self.named if place[1] not in resolved} | found)

    def shares_without(self, name: str) -> dict[str, float]:
        """Each country's share of what names other than this one tell.

        "Paris", told five times, does not prove itself French.
        """
        own = {country: weight for (country, told), weight in self.named if told == name}
        total = self.total - sum(own.values()) + UNTOLD
        return {country: (weight - own.get(country, 0.0)) / total for country, weight in self.counts}

    @property
    def told(self) -> frozenset[str]:
        """The countries told at all."""
        return frozenset(country for country, _ in self.counts)

    @property
    def total(self) -> float:
        """How much is told of countries in all."""
        return sum(weight for _, weight in self.counts)

    @property
    def main(self) -> str | None:
        """The country that the report mostly speaks of; None where none has half of what is told."""
        return self.counts[0][0] if self.counts and self.counts[0][1] >= self.total / 2 else None


class Word(NamedTuple):
    """A word of a text: where it stands, its key, and its key as a name's last word, without a possessive ending."""

    start: int
    end: int
    text: str
    key: str
    last: str


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Word, ...]:
    """The words of a text, with their points and hyphens."""
    return tuple(_word(found) for found in TOKEN.finditer(text))


def _word(found: re.Match[str]) -> Word:
    text = found[0]
    name = key(text)
    return Word(
        found.start(),
        found.end(),
        text,
        name,
        key(POSSESSIVE.sub("", text)) if text[-2:-1] in "'’" or text[-1] in "'’" else name,
    )


def joined(words: Sequence[Word]) -> str:
    """The key of words as one name."""
    return " ".join([*(word.key for word in words[:-1]), words[-1].last])


@lru_cache(maxsize=4)
def is_capitals(text: str) -> bool:
    """Whether a text is written in capitals, so that case tells nothing."""
    return sum(map(str.isupper, text)) > 0.7 * sum(map(str.isalpha, text))


@lru_cache(maxsize=4)
def read_clues(text: str, gazetteer: Gazetteer) -> Clues:
    """The countries that a text names."""
    told: dict[tuple[str, str, float], int] = defaultdict(int)
    for clue in _told(text, gazetteer.index.clues, gazetteer.clue_heads()):
        told[clue] += 1
    # By the root: a name told nine times says thrice as much as one told once.
    return weighed({(country, name): weight * math.sqrt(times) for (country, name, weight), times in told.items()})


def weighed(told: Mapping[tuple[str, str], float]) -> Clues:
    """Clues of the weights of (country, name)."""
    counts: dict[str, float] = defaultdict(float)
    for (country, _), weight in told.items():
        counts[country] += weight
    return Clues(
        counts=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))), named=tuple(sorted(told.items()))
    )


def _told(text: str, names: Mapping[str, tuple[str, str]], heads: frozenset[str]) -> Iterator[tuple[str, str, float]]:
    """The clues of a text, the longest name first. `heads` are the first words of all names of several words."""
    words, nations, capitals = tokens(text), demonyms(), is_capitals(text)
    position = 0
    while position < len(words):
        step = 1
        if words[position].text[0].isupper() and not (capitals and words[position].text == "US"):
            longest = LONGEST_NAME if words[position].key.partition(" ")[0] in heads else 1
            for size in range(min(longest, len(words) - position), 0, -1):
                name = joined(words[position : position + size])
                if (name in nations or name in names) and not is_plain(name):
                    country, sort = (nations[name], "nationality") if name in nations else names[name]
                    yield country, name, WEIGHT[sort]
                    step = size
                    break
        position += step
