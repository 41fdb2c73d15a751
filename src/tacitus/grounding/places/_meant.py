"""Whether a name that the gazetteer knows is meant as a place where it stands in a text."""

import re
from collections.abc import Iterator, Mapping

from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._context import (
    COMMON,
    LOCATIVE,
    SHORT_COUNTRIES,
    SHORTEST,
    TITLES,
    Candidate,
    Text,
    is_proper,
    joins,
    neighbour,
    plain,
)
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import ORGANISATION, hint_of, is_plain

# Inhabitants from which a town is taken for meant: after "in" or "near", standing free, at the head of a sentence,
# and in a text in capitals. Set by hand on half of LGL and GeoWebNews.
AFTER_LOCATIVE, FREE, SENTENCE_HEAD, IN_CAPITALS = 0, 15_000, 100_000, 150_000
LOCATIVE_IN_CAPITALS = 10_000
ABROAD = 10
LARGE_REGION = 3_000_000
# Words within which the name of an organisation ends.
LONGEST_BODY = 6
_REGION = int(Feature.REGION)
_REGIONS = frozenset(map(int, (Feature.DISTRICT, Feature.REGION)))
_STRONG = frozenset(map(int, (Feature.COUNTRY, Feature.WIDE, Feature.AREA, Feature.SEA)))
_MINOR = frozenset(map(int, (Feature.WATER, Feature.SITE, Feature.LINE)))
_FILED = re.compile(r"\s*(?:\([A-Z]\w+\)|,[^—\n]{0,8})?\s*(?:--|—|–)")
_HEAD = re.compile(r"[.!?:\n“\"‘]['’\"”]?\s*$")
_SURNAMES = frozenset(["jr", "sr", "ii", "iii"])
# What stands with a capital before the name of a place and is no forename.
_HEADS = frozenset(
    [
        "camp",
        "city",
        "fort",
        "great",
        "greater",
        "inner",
        "lake",
        "little",
        "lower",
        "mount",
        "new",
        "old",
        "outer",
        "saint",
        "upper",
    ]
)


def is_meant(told: Text, position: int, size: int, name: str, seen: frozenset[str]) -> bool:
    """Whether a known name is meant as a place here."""
    written = told.text[told.words[position].start : told.words[position + size - 1].end]
    if len(name) < SHORTEST and (told.capitals or not {written, written.removesuffix(".")} & SHORT_COUNTRIES):
        return "." in written and len(name) > 1 and written in ("U.S.", "U.K.")
    before = neighbour(told, position, -1)
    if (size == 1 and name in COMMON) or is_plain(name) or plain(before) in TITLES:
        return False
    strong, people = fame(name, told.clues, told.gazetteer)
    if not strong and name in told.persons and before.lower() not in LOCATIVE:
        return False
    if not told.capitals and _names_more(told, position, size, strong=strong or name in seen):
        return False
    if strong or name in seen or (size > 1 and hint_of(name.rpartition(" ")[2]) in ("region", "district")):
        return True
    return people >= _needed(told, position, size, before)


def _names_more(told: Text, position: int, size: int, *, strong: bool) -> bool:
    """Whether a match is only part of the name of a person or an organisation: capitalised words go on beside it."""
    before, after = neighbour(told, position, -1), neighbour(told, position + size - 1, 1)
    organisation = after[:1].isupper() and plain(after) in ORGANISATION
    begun = is_proper(before) and plain(before) not in LOCATIVE
    if told.embedded and strong and plain(after) not in _SURNAMES:
        return False
    if told.embedded and not begun and _of_body(told, position + size):
        return False
    return organisation or begun or is_proper(after)


def _of_body(told: Text, position: int) -> bool:
    """Whether the capitalised words from a position on end in an organisation's: "Coastal Health Authority"."""
    for at in range(position, min(position + LONGEST_BODY, len(told.words))):
        if not told.words[at].text[0].isupper() or not joins(told.text, told.words[at - 1], told.words[at]):
            return False
        if plain(told.words[at].text) in ORGANISATION:
            return True
    return False


def _needed(told: Text, position: int, size: int, before: str) -> int:
    """The inhabitants from which a name is taken for a place where it stands."""
    start, end = told.words[position].start, told.words[position + size - 1].end
    if (before.lower() in LOCATIVE and not _in_title(told, position, before)) or (
        told.text[start:end].isupper() and not told.capitals and _FILED.match(told.text[end : end + 12])
    ):
        return LOCATIVE_IN_CAPITALS if told.capitals else AFTER_LOCATIVE
    if told.capitals:
        return IN_CAPITALS
    return SENTENCE_HEAD if _at_head(told.text, start) else FREE


def _in_title(told: Text, position: int, before: str) -> bool:
    """Whether the name stands in one like "College of Law"."""
    return before == "of" and neighbour(told, position - 1, -1)[:1].isupper()


def _at_head(text: str, start: int) -> bool:
    return start == 0 or bool(_HEAD.search(text[max(0, start - 4) : start]))


def persons(told: Text, candidates: Mapping[int, Candidate]) -> Iterator[str]:
    """The names of one word that persons bear in the text, who are called by them alone afterwards."""
    for position, candidate in candidates.items():
        before = neighbour(told, position, -1)
        if candidate.size == 1 and candidate.name and not told.capitals and _names_person(before):
            yield candidate.name


def _names_person(before: str) -> bool:
    bare = plain(before)
    initial = len(bare) == 1 and before.endswith(".")
    forename = is_proper(before) and not (bare in LOCATIVE or bare in ORGANISATION or bare in _HEADS)
    return initial or bare in TITLES or forename


def fame(name: str, clues: Clues, gazetteer: Gazetteer) -> tuple[bool, int]:
    """Whether a name needs no more witness, and the people of its largest town; abroad a town counts a tenth."""
    index = gazetteer.index
    strong, most = False, -1
    for posting in gazetteer.find(name):
        row = posting >> 1
        feature, people = int(index.feature[row]), int(index.population[row])
        told = not clues.counts or index.countries[index.country[row]] in clues.told
        strong |= feature in _STRONG or (told and feature in _REGIONS) or (feature == _REGION and people > LARGE_REGION)
        if told and feature in _MINOR:
            people = FREE
        most = max(most, people if told else people // ABROAD)
    return strong, most
