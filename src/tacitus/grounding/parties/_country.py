"""Which country a report is about, as far as its names tell: the home of "the police" and "the army"."""

import math
from collections import defaultdict
from dataclasses import dataclass

from tacitus.grounding.parties._chart import Item

# How much a word of each kind says, and over how many characters a mention fades. Swept on the tuning half of the
# project's annotated reports: see docs/parties.md.
WEIGHT_STATE = 1.0
WEIGHT_SEAT = 0.7
WEIGHT_NAME = 0.8
WEIGHT_PLACE = 0.4
FADE_CHARACTERS = 400
SHARE_NEAR = 0.25
# How much more the opening of a report says, and its characters: the dateline and the first sentence tell where things
# are. Of 150, 200, 300, 500 and 800 characters, and twice or three times as much, on the tuning half.
OPENING_CHARACTERS = 300
OPENING = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Mentions of countries in a report: (offset, country, weight)."""

    mentions: tuple[tuple[int, str, float], ...]

    def at(self, offset: int) -> str | None:
        """The country of a party told of at this offset without a country of its own; None where no name tells."""
        scores: dict[str, float] = defaultdict(float)
        total = sum(weight for _, _, weight in self.mentions) or 1.0
        for where, country, weight in self.mentions:
            near = math.exp(-abs(where - offset) / FADE_CHARACTERS)
            scores[country] += weight * (1 / total + SHARE_NEAR * near)
        return max(scores, key=lambda country: (scores[country], country)) if scores else None

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the report, the weightiest first."""
        total: dict[str, float] = defaultdict(float)
        for _, country, weight in self.mentions:
            total[country] += weight
        return tuple(sorted(total, key=lambda country: (-total[country], country)))


def home_of(items: tuple[Item, ...]) -> Home:
    """The countries that a report's words point to."""
    told = [(item.words[0].start, *found) for item in items if (found := _points_to(item))]
    return Home(mentions=tuple((start, country, weight * _opens(start)) for start, country, weight in told))


def _opens(start: int) -> float:
    return OPENING if start < OPENING_CHARACTERS else 1.0


def _points_to(item: Item) -> tuple[str, float] | None:
    if item.state:
        country, form = item.state
        return country, (WEIGHT_SEAT if form == "seat" else WEIGHT_STATE) * (0.5 if item.aside else 1.0)
    homes = {entry.country for entry in item.entries}
    if len(homes) == 1 and (home := homes.pop()):
        return home, WEIGHT_NAME
    return (item.place, WEIGHT_PLACE) if item.place else None
