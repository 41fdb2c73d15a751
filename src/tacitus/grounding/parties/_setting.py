"""What surrounds a phrase, and what a phrase is found to mean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tacitus.grounding.parties._chart import Item, Lexicon
from tacitus.grounding.parties._country import Home
from tacitus.grounding.parties._entries import Entry, Role
from tacitus.grounding.parties._lists import listed

# How far back, in characters, the owner of a thing of war is looked for: about a sentence. Not swept.
REACH = 200
# Words that are no party but tell whether a report's suspects are rebels or criminals.
SPEAKS_OF = dict.fromkeys(listed("speaks_of_rebels"), "REB") | dict.fromkeys(listed("speaks_of_crime"), "CRM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a phrase means: a party's values and the rule that gave them.

    `named` marks a party known by a name of its own, `person` a single person.
    """

    name: str
    country: str | None
    sector: str | None
    rule: str
    named: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What surrounds a phrase: lexicon, countries, people and sectors of its report, its offset, and the year.

    `accused` and `located` are names that the report puts beside words of arrest, and behind words of place. `groups`
    are the armed groups that it names, in order, with their offsets.
    """

    lexicon: Lexicon
    home: Home
    people: Mapping[str, Sense]
    accused: frozenset[str]
    located: frozenset[str]
    groups: tuple[tuple[int, Sense], ...]
    tally: Mapping[str, int]
    offset: int
    year: int | None

    @property
    def country(self) -> str | None:
        """The country that the report speaks of here."""
        return self.home.at(self.offset)

    def sector(self, role: Role) -> str | None:
        """The sector of a role; ranks and suspects go with what the report has more of, a rank of both with its own."""
        if role.kind == "rank":
            ahead = self.tally.get("COP", 0) - self.tally.get("MIL", 0)
            return role.sector if ahead == 0 else "COP" if ahead > 0 else "MIL"
        if role.kind == "suspect":
            return "REB" if self.tally.get("REB", 0) > self.tally.get("CRM", 0) else "CRM"
        return role.sector

    @property
    def group_told(self) -> Sense | None:
        """The armed group named shortly before; None where there is none, or several."""
        told = {sense for offset, sense in self.groups if self.offset - REACH <= offset < self.offset}
        return told.pop() if len(told) == 1 else None

    def choose(self, entries: tuple[Entry, ...]) -> Entry:
        """Of several parties with one name: the one active in the year, of the report's weightiest country."""
        ranks = {country: rank for rank, country in enumerate(self.home.countries)}

        def fit(entry: Entry) -> tuple[bool, int]:
            return entry.active(self.year), -ranks.get(entry.country or "", len(ranks))

        return max(entries, key=fit)


def tally_of(items: tuple[Item, ...]) -> Counter[str]:
    """How often a report speaks of each sector; ranks and suspects are left out, since they are decided by it."""
    sectors = Counter(
        item.role.sector for item in items if item.role and item.role.kind not in {"rank", "suspect", "part"}
    )
    sectors.update(item.entries[0].sector for item in items if item.entries)
    sectors.update(SPEAKS_OF[item.key] for item in items if item.key in SPEAKS_OF)
    return Counter({sector: n for sector, n in sectors.items() if sector})
