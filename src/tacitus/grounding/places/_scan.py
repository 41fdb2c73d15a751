"""Finds place names in raw text by the gazetteer, capital letters and the words around them; no neural net."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tacitus.grounding.places._clues import POSSESSIVE, Clues, Word, is_capitals, joined, read_clues, tokens
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._lists import word_list
from tacitus.grounding.places._names import is_abbreviation, key, short_key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import bearing_of, hint_of, is_plain
from tacitus.model import Span

LONGEST = 6
# Inhabitants from which a town is taken for meant: after "in" or "near", standing free, at the head of a sentence,
# and in a text in capitals. Set by hand on half of LGL and GeoWebNews.
AFTER_LOCATIVE, FREE, SENTENCE_HEAD, IN_CAPITALS = 0, 15_000, 100_000, 150_000
LOCATIVE_IN_CAPITALS = 10_000
ABROAD = 10
LARGE_REGION = 3_000_000
_REGION = int(Feature.REGION)
_REGIONS = frozenset(map(int, (Feature.DISTRICT, Feature.REGION)))
_STRONG = frozenset(map(int, (Feature.COUNTRY, Feature.WIDE, Feature.AREA, Feature.SEA)))
_MINOR = frozenset(map(int, (Feature.WATER, Feature.SITE, Feature.LINE)))
_ARTICLE = re.compile(r"(?:al|el|ad|ed|as|es|ar|er|at|et|az|ez|an|en|ash|esh)-", re.IGNORECASE)
_FILED = re.compile(r"\s*(?:\([A-Z]\w+\)|,[^—\n]{0,8})?\s*(?:--|—|–)")
_HEAD = re.compile(r"[.!?:\n“\"‘]['’\"”]?\s*$")
_LINKS = word_list("links")
_LOCATIVE = word_list("locative")
_TITLES = word_list("titles")
_ORGANISATION = word_list("organisation")
_SURNAMES = frozenset(["jr", "sr", "ii", "iii"])
_COMMON = word_list("common")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text while names are looked for in it."""

    text: str
    words: tuple[Word, ...]
    clues: Clues
    gazetteer: Gazetteer
    capitals: bool
    embedded: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """So many words from a position that may name a place. A state's abbreviation ("Flint, Mich.") has no name."""

    size: int
    name: str | None


def find_places(text: str, *, gazetteer: Gazetteer, embedded: bool = False) -> tuple[Span, ...]:
    """The place names of a text, in order, none overlapping: names alone, without "the" or words of sort.

    Nationality words, and persons named after places, are passed over; so are organisations, unless `embedded` asks
    for the
    place in "Dublin Police" too, as corpora of toponyms do.
    """
    told = _Text(
        text=text,
        words=tokens(text),
        clues=read_clues(text, gazetteer),
        gazetteer=gazetteer,
        capitals=is_capitals(text),
        embedded=embedded,
    )
    candidates = dict(_candidates(told))
    first = _pass(told, candidates, seen=frozenset())
    return _pass(told, candidates, seen=frozenset(key(span.text) for span in first))


def _pass(told: _Text, candidates: Mapping[int, _Candidate], *, seen: frozenset[str]) -> tuple[Span, ...]:
    """The candidates that are meant, none overlapping. `seen` are keys that were taken for places in the text."""
    found: list[Span] = []
    taken = 0
    for position, candidate in candidates.items():
        if position < taken or not _is_place(told, position, candidate, seen):
            continue
        taken = position + candidate.size
        found.append(_trimmed(told.text, told.words[position].start, told.words[taken - 1].end))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    possessive = POSSESSIVE.search(text[start:end])
    end -= len(possessive[0]) if possessive else 0
    if text[end - 1] == "." and text[start:end].count(".") == 1 and end - start > 5:
        end -= 1
    return Span.of(text, start, end)


def _candidates(told: _Text) -> Iterator[tuple[int, _Candidate]]:
    """For each word that may begin a name, the longest name that the gazetteer has from there, in order."""
    begins = [_begins_name(word.text) for word in told.words]
    goes_on = _going_on(told, begins)
    known, nations = told.gazetteer.index.known, demonyms()
    for position, can_begin in enumerate(begins):
        if not can_begin:
            continue
        if _is_short_state(told, position):
            yield position, _Candidate(1, None)
            continue
        longest = 1
        while longest < LONGEST and goes_on[position + longest - 1]:
            longest += 1
        for size in range(longest, 0, -1):
            if told.capitals or begins[position + size - 1]:
                name = joined(told.words[position : position + size])
                if known(name) and name not in nations:
                    yield position, _Candidate(size, name)
                    break


def _going_on(told: _Text, begins: Sequence[bool]) -> list[bool]:
    """Whether a name may go on from each word to the next: only blanks between, capitals but for link words."""
    words, text = told.words, told.text
    return [
        (told.capitals or begins[at] or word.text.lower() in _LINKS) and _joins(text, words[at - 1], word)
        for at, word in enumerate(words[1:], start=1)
    ] + [False]


def _joins(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return (between == " " or not (between.strip() or "\n\n" in between)) and not (
        left.text.endswith(".") and len(left.text) > 3
    )


def _is_place(told: _Text, position: int, candidate: _Candidate, seen: frozenset[str]) -> bool:
    return candidate.name is None or _meant(told, position, candidate.size, candidate.name, seen)


def _is_short_state(told: _Text, position: int) -> bool:
    """Whether a word is a state's abbreviation behind a comma ("Flint, Mich.")."""
    word = told.words[position]
    if told.capitals and "." not in word.text:
        return False
    before = told.text[max(0, word.start - 2) : word.start]
    return (
        before.startswith(",") and is_abbreviation(word.text) and bool(told.gazetteer.find(short_key(key(word.text))))
    )


def _begins_name(word: str) -> bool:
    return word[0].isupper() or (_ARTICLE.match(word) is not None and any(letter.isupper() for letter in word))


def _meant(told: _Text, position: int, size: int, name: str, seen: frozenset[str]) -> bool:
    """Whether a known name is meant as a place here."""
    written = told.text[told.words[position].start : told.words[position + size - 1].end]
    if len(name) < 3 and (told.capitals or written not in ("US", "UK", "U.S.", "U.K.", "EU")):
        return "." in written and len(name) > 1 and written in ("U.S.", "U.K.")
    before, after = _neighbour(told, position, -1), _neighbour(told, position + size - 1, 1)
    if (size == 1 and name in _COMMON) or is_plain(name) or _plain(before) in _TITLES:
        return False
    strong, people = _fame(name, told.clues, told.gazetteer)
    if not told.capitals and _names_more(told, before, after, strong=strong):
        return False
    if strong or name in seen:
        return True
    return people >= _needed(told, position, size, before)


def _names_more(told: _Text, before: str, after: str, *, strong: bool) -> bool:
    """Whether a match is only part of the name of a person or an organisation: capitalised words go on beside it."""
    organisation = after[:1].isupper() and _plain(after) in _ORGANISATION
    if told.embedded and (organisation or (strong and _plain(after) not in _SURNAMES)):
        return False
    return organisation or (_proper(before) and _plain(before) not in _LOCATIVE) or _proper(after)


def _needed(told: _Text, position: int, size: int, before: str) -> int:
    """The inhabitants from which a name is taken for a place where it stands."""
    start, end = told.words[position].start, told.words[position + size - 1].end
    if before.lower() in _LOCATIVE or (
        told.text[start:end].isupper() and not told.capitals and _FILED.match(told.text[end : end + 12])
    ):
        return LOCATIVE_IN_CAPITALS if told.capitals else AFTER_LOCATIVE
    if told.capitals:
        return IN_CAPITALS
    return SENTENCE_HEAD if _at_head(told.text, start) else FREE


def _neighbour(told: _Text, match: int, step: int) -> str:
    """The word before (-1) or after (+1) a match's outer word, "" where a point, comma or line end stands between."""
    wanted = match + step
    if not 0 <= wanted < len(told.words):
        return ""
    first, second = sorted((told.words[match], told.words[wanted]), key=lambda word: word.start)
    ended = first.text.endswith(".") and len(first.text) > 4
    return "" if ended or told.text[first.end : second.start].strip(" \t") else told.words[wanted].text


def _plain(word: str) -> str:
    return word.lower().strip(".")


def _proper(word: str) -> bool:
    plain = _plain(word)
    return (
        word[:1].isupper()
        and hint_of(plain) is None
        and bearing_of(plain) is None
        and key(word) not in demonyms()
        and plain not in _LOCATIVE
        and plain not in ("the", "a", "an", "and", "but")
        and not word.isupper()
    )


def _at_head(text: str, start: int) -> bool:
    return start == 0 or bool(_HEAD.search(text[max(0, start - 4) : start]))


def _fame(name: str, clues: Clues, gazetteer: Gazetteer) -> tuple[bool, int]:
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
