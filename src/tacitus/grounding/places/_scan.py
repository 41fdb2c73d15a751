"""Finds place names in raw text by the gazetteer, capital letters and the words around them; no neural net."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from tacitus.grounding.places._clues import is_capitals, joined, read_clues, tokens
from tacitus.grounding.places._compounds import compounded
from tacitus.grounding.places._context import (
    COMMON,
    LOCATIVE,
    Candidate,
    Text,
    is_proper,
    joins,
    neighbour,
    plain,
    trimmed,
)
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._lists import word_list
from tacitus.grounding.places._meant import is_meant, persons
from tacitus.grounding.places._names import is_abbreviation, key, short_key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._peoples import land_of
from tacitus.grounding.places._words import ORGANISATION, SORTED_AFTER, SORTED_BEFORE, bearing_of, hint_of
from tacitus.model import Span

LONGEST = 6
# Words of a name that the gazetteer lacks but that says its sort, and of a people's name.
LONGEST_SORTED = 3
LONGEST_PEOPLE = 2
_ARTICLE = re.compile(r"(?:al|el|ad|ed|as|es|ar|er|at|et|az|ez|an|en|ash|esh)-", re.IGNORECASE)
_DOTTED = re.compile(r"[A-Z]\.[A-Z]\.")
_LINKS = word_list("links")


def find_places(
    text: str, *, gazetteer: Gazetteer, embedded: bool = False, nationalities: bool = False
) -> tuple[Span, ...]:
    """The place names of a text, in order, none overlapping: names alone, without "the" or words of sort.

    Persons named after places are passed over; so are organisations and words put together, unless `embedded` asks for
    the place in "Dublin Police" and "Gori-based" too, and words for peoples, unless `nationalities` asks for them, as
    corpora of toponyms do.
    """
    told, candidates = _scanned(text, gazetteer, nationalities)
    told = replace(told, embedded=embedded)
    seen = frozenset(key(span.text) for span in _pass(told, candidates, seen=frozenset()))
    found = _pass(told, candidates, seen=seen)
    inside = compounded(told, found, seen) if embedded else ()
    return tuple(sorted((*found, *inside), key=attrgetter("start")))


@lru_cache(maxsize=4)
def _scanned(text: str, gazetteer: Gazetteer, nationalities: bool) -> tuple[Text, Mapping[int, Candidate]]:
    """A text with the names of persons in it, and what may be a place's name.

    Kept for a few texts, because a report's names are looked for twice: to be read, and to lend sense to one another.
    """
    told = Text(
        text=text,
        words=tokens(text),
        clues=read_clues(text, gazetteer),
        gazetteer=gazetteer,
        capitals=is_capitals(text),
        embedded=False,
        nationalities=nationalities,
    )
    candidates = dict(_candidates(told))
    return replace(told, persons=frozenset(persons(told, candidates))), candidates


def _pass(told: Text, candidates: Mapping[int, Candidate], *, seen: frozenset[str]) -> tuple[Span, ...]:
    """The candidates that are meant, none overlapping. `seen` are keys that were taken for places in the text."""
    found: list[Span] = []
    taken = 0
    for position, candidate in candidates.items():
        if position < taken or not _is_place(told, position, candidate, seen):
            continue
        taken = position + candidate.size
        found.append(trimmed(told.text, told.words[position].start, told.words[taken - 1].end))
    return tuple(found)


def _candidates(told: Text) -> Iterator[tuple[int, Candidate]]:
    """For each word that may begin a name, the longest name that the gazetteer has from there, in order."""
    begins = [_begins_name(word.text) for word in told.words]
    goes_on = _going_on(told, begins)
    for position, can_begin in enumerate(begins):
        if not can_begin:
            continue
        if _is_short_state(told, position):
            yield position, Candidate(1, None)
            continue
        longest = 1
        while longest < LONGEST and goes_on[position + longest - 1]:
            longest += 1
        sizes = [size for size in range(longest, 0, -1) if told.capitals or begins[position + size - 1]]
        candidate = next(filter(None, (_candidate(told, position, size) for size in sizes)), None)
        if candidate:
            yield position, candidate


def _candidate(told: Text, position: int, size: int) -> Candidate | None:
    """So many words as a name: of a people, one that the gazetteer has, or one that says itself what it names."""
    name = joined(told.words[position : position + size])
    if told.nationalities and size <= LONGEST_PEOPLE and _is_people(told, position, name):
        return Candidate(size, None)
    if told.gazetteer.index.known(name) and name not in demonyms():
        return Candidate(size, name)
    sorted_ = 1 < size <= LONGEST_SORTED and not told.capitals and _says_sort(told, position, size)
    return Candidate(size, None) if sorted_ else None


def _is_people(told: Text, position: int, name: str) -> bool:
    """Whether a word for a people is meant, not a person called so."""
    before = neighbour(told, position, -1)
    return bool(land_of(name, told.gazetteer)) and (plain(before) in LOCATIVE or not is_proper(before))


def _says_sort(told: Text, position: int, size: int) -> bool:
    """Whether words that the gazetteer lacks say themselves that they name a place: "Catawba River", "Lake Lanier"."""
    first, *inner, last = (word.key for word in told.words[position : position + size])
    named = (first, *inner) if last in SORTED_AFTER else (*inner, last) if first in SORTED_BEFORE else ()
    return bool(named) and not any(map(_is_common, named))


def _is_common(word: str) -> bool:
    listed = word in COMMON or word in ORGANISATION or word in LOCATIVE or word in _LINKS or word in demonyms()
    return listed or word.isdigit() or hint_of(word) is not None or bearing_of(word) is not None


def _going_on(told: Text, begins: Sequence[bool]) -> list[bool]:
    """Whether a name may go on from each word to the next: only blanks between, capitals but for link words."""
    words, text = told.words, told.text
    return [
        (told.capitals or begins[at] or word.text.lower() in _LINKS) and joins(text, words[at - 1], word)
        for at, word in enumerate(words[1:], start=1)
    ] + [False]


def _is_place(told: Text, position: int, candidate: Candidate, seen: frozenset[str]) -> bool:
    return candidate.name is None or is_meant(told, position, candidate.size, candidate.name, seen)


def _is_short_state(told: Text, position: int) -> bool:
    """Whether a word is a state's abbreviation: behind a comma ("Flint, Mich."), or anywhere in points ("D.C.")."""
    word = told.words[position]
    if told.capitals and "." not in word.text:
        return False
    dotted = _DOTTED.match(word.text) and not is_proper(neighbour(told, position, -1))
    placed = dotted or told.text[max(0, word.start - 2) : word.start].startswith(",")
    return bool(placed and is_abbreviation(word.text) and told.gazetteer.find(short_key(key(word.text))))


def _begins_name(word: str) -> bool:
    return word[0].isupper() or (_ARTICLE.match(word) is not None and any(letter.isupper() for letter in word))
