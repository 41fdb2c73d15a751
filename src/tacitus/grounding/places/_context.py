"""A text while names are looked for in it, and what the words beside a name say."""

from dataclasses import dataclass

from tacitus.grounding.places._clues import POSSESSIVE, Clues, Word
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._lists import word_list
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._words import bearing_of, hint_of
from tacitus.model import Span

LOCATIVE = word_list("locative")
TITLES = word_list("titles")
COMMON = word_list("common")
# Letters below which only these are names.
SHORTEST = 3
SHORT_COUNTRIES = frozenset({"US", "UK", "U.S.", "U.K.", "EU"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text while names are looked for in it.

    `persons` are the keys of names that a forename, an initial or a title stands before somewhere.
    """

    text: str
    words: tuple[Word, ...]
    clues: Clues
    gazetteer: Gazetteer
    capitals: bool
    embedded: bool
    nationalities: bool
    persons: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """So many words from a position that may name a place. A state's abbreviation ("Flint, Mich.") has no name."""

    size: int
    name: str | None


def neighbour(told: Text, match: int, step: int) -> str:
    """The word before (-1) or after (+1) a match's outer word, "" where a point, comma or line end stands between."""
    wanted = match + step
    if not 0 <= wanted < len(told.words):
        return ""
    first, second = sorted((told.words[match], told.words[wanted]), key=lambda word: word.start)
    ended = first.text.endswith(".") and len(first.text) > 4
    return "" if ended or told.text[first.end : second.start].strip(" \t") else told.words[wanted].text


def joins(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return (between == " " or not (between.strip() or "\n\n" in between)) and not (
        left.text.endswith(".") and len(left.text) > 3
    )


def plain(word: str) -> str:
    return word.lower().strip(".")


def is_proper(word: str) -> bool:
    bare = plain(word)
    return (
        word[:1].isupper()
        and hint_of(bare) is None
        and bearing_of(bare) is None
        and key(word) not in demonyms()
        and bare not in LOCATIVE
        and bare not in ("the", "a", "an", "and", "but")
        and not word.isupper()
    )


def trimmed(text: str, start: int, end: int) -> Span:
    possessive = POSSESSIVE.search(text[start:end])
    end -= len(possessive[0]) if possessive else 0
    if text[end - 1] == "." and text[start:end].count(".") == 1 and end - start > 5:
        end -= 1
    return Span.of(text, start, end)
