"""Takes a place mention apart: the name, what the words say it is, what holds it, and how far off it lies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tacitus.grounding.places import _words as words
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms, nation_in

_SPLIT = re.compile(
    r"\s*(?:[,;()\[\]/]|\b(?:in|inside|within|at|of|on|under|along|from|by|between|near|outside|around|off|"
    r"toward|towards|into|to|and|called|named|known as|bordering|opposite|overlooking|belonging to)\b|"
    r"(?<=\w)['’]s?\b(?=\s))\s*",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(near|close to|next to|outside|(?:in |on )?the (?:vicinity|outskirts|environs|edge) of|vicinity of|"
    r"outskirts of|just (?:off|outside)|adjacent to|not far from|around|suburb of|bordering)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\((?:[A-Z]\.?){2,8}\)")
_UNITS = r"km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m"
_OFFSET = re.compile(
    rf"\b(?:(\d+(?:[.,]\d+)?)|({'|'.join(words.NUMBERS)}))\s*-?\s*({_UNITS})\b(?:\s*\([^)]*\))?"
    r"\s*(?:to the\s+)?((?:due\s+)?[a-z]+(?:[- ]?(?:east|west)(?:ern)?)?)?"
    r"\s*(?:of|from|outside|away from|off|in|beyond)\s+",
    re.IGNORECASE,
)
# "The south of Spain" is in Spain; "south of Spain" is not.
_PART = re.compile(
    r"^(?:in )?the (?:far )?((?:north|south)?[ -]?(?:east|west)?)(?:ern)?(?: part| half)? of (?:the )?", re.IGNORECASE
)
# "The capital of Sudan", "Sudan's capital".
_CAPITAL = re.compile(r"^(?:the )?capital(?: city)? of (?:the )?(.+)$|^(.+?)['’]s? capital(?: city)?$", re.IGNORECASE)
_AWAY = re.compile(r"^(?:just |far )?((?:north|south|east|west)[\w-]*)\s+(?:of|from)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to read a stretch of words as a name.

    What it may be called, what it is said to be, which part is meant.
    """

    name: str
    hint: str | None = None
    bearing: float | None = None
    stripped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A place mention taken apart.

    `pieces` are its stretches between prepositions, the place itself first, then what holds it. `anchors` are
    places that it is said to be near. `km` and `bearing` are a stated distance. `anaphor` is the sort of place where
    the words name none, `nation` the country of a nationality word among them.
    """

    pieces: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    km: float | None = None
    bearing: float | None = None
    hint: str | None = None
    anaphor: str | None = None
    joined: bool = False
    nation: str | None = None
    seat: bool = False


def parse(mention: str) -> Phrase:
    """The parts of a place mention."""
    text = " ".join(_ACRONYM.sub(" ", mention).split()).strip("\"'“”‘’ ,;:()")
    capital = _CAPITAL.match(text)
    if capital and names_something(of := capital[1] or capital[2]):  # "the country's capital" names nothing
        return replace(_plain(of), seat=True)
    part = _PART.match(text)
    if part and part[1]:
        text = f"{part[1]}ern {text[part.end() :]}"
    offset = _OFFSET.search(text)
    if offset:
        return _offset(text, offset)
    away = _AWAY.match(text)
    if away:
        return _beside(text[away.end() :], km=None, bearing=words.bearing_of(away[1]))
    near = _NEAR.search(text)
    if near:
        return _near(text, near)
    return _plain(text)


def _offset(text: str, found: re.Match[str]) -> Phrase:
    amount = float(found[1].replace(",", ".")) if found[1] else float(words.NUMBERS[found[2].lower()])
    unit = found[3].lower()
    km = amount * words.KM[unit if unit in words.KM else unit.rstrip("s")]
    bearing = words.bearing_of(found[4].lower().removeprefix("due ").replace(" ", "")) if found[4] else None
    before = _pieces(text[: found.start()])
    if before and bearing is None and not found[0].strip().lower().endswith(("from", "of", "outside", "off")):
        return _plain(text)
    beside = _beside(text[found.end() :], km=km, bearing=bearing)
    return Phrase(pieces=before, anchors=beside.anchors, km=km, bearing=bearing, hint=beside.hint)


def _beside(text: str, *, km: float | None, bearing: float | None) -> Phrase:
    return Phrase(pieces=(), anchors=_pieces(text), km=km, bearing=bearing)


def _near(text: str, found: re.Match[str]) -> Phrase:
    before = _pieces(text[: found.start()])
    after = _pieces(text[found.end() :])
    if not after:
        return _plain(text)
    return Phrase(pieces=before, anchors=after)


def _plain(text: str) -> Phrase:
    pieces = _pieces(text)
    if not pieces:
        return Phrase(pieces=(), anaphor=_anaphor(text), nation=nation_in(text))
    return Phrase(
        pieces=pieces,
        nation=nation_in(text),
        hint=_loose_hint(text),
        joined=bool(re.search(r"\band\b|&", text, re.IGNORECASE)),
    )


def _pieces(text: str) -> tuple[str, ...]:
    """The stretches that hold a name, the most local first.

    A possessor ("Mexico's state of X") holds what follows it.
    """
    local: list[str] = []
    holders: list[str] = []
    position = 0
    for cut in [*_SPLIT.finditer(text), None]:
        stretch = text[position : cut.start()] if cut else text[position:]
        if names_something(stretch):
            possessor = cut is not None and cut[0].strip()[:1] in "'’" and cut[0].strip() != ""
            (holders if possessor else local).append(stretch.strip())
        position = cut.end() if cut else position
    return (*local, *holders)


def names_something(stretch: str) -> bool:
    """Whether a stretch holds more than words of sort, direction, quantity and nationality.

    In mixed case, a capital too.
    """
    if key(stretch) in demonyms():
        return False
    if not any(letter.isupper() or letter.isdigit() for letter in stretch):
        return False
    return any(
        word not in words.LOOSE_WORDS
        and word not in words.ANAPHORS
        and words.hint_of(word) is None
        and words.bearing_of(word) is None
        and not word.isdigit()
        and key(word) not in demonyms()
        for word in re.findall(r"[^\W_][\w'’.-]*", stretch.lower())
    )


def _loose_hint(text: str) -> str | None:
    """The sort told in front of "of": "the state of X"."""
    head = re.match(r"^(?:\w+[\s-]+){0,4}?(\w+)\s+(?:of|called|named)\b", text, re.IGNORECASE)
    return words.hint_of(head[1].lower()) if head else None


def _anaphor(text: str) -> str | None:
    told = [word for word in re.findall(r"[a-z]+", text.lower()) if word in words.ANAPHORS]
    if told:
        return words.ANAPHORS[told[-1]]
    return "any" if re.match(r"(?:the|this|that|its|their)\b", text, re.IGNORECASE) else None


def variants(stretch: str) -> Iterator[Variant]:
    """The readings of a stretch as a name, the fullest first."""
    told = stretch.split()
    while len(told) > 1 and told[0].lower() in ("the", "a", "an", "its", "their", "our"):
        told = told[1:]
    yield Variant(name=" ".join(told), hint=_said(told))
    hint, bearing = None, None
    while len(told) > 1 and _is_common(told[-1]):
        hint = hint or words.hint_of(told[-1].lower())
        told = told[:-1]
        yield Variant(name=" ".join(told), hint=hint, stripped=True)
    while len(told) > 1 and (
        _is_common(told[0]) or key(told[0]) in demonyms() or words.bearing_of(told[0]) is not None
    ):
        bearing = words.bearing_of(told[0]) if bearing is None else bearing
        hint = hint or words.hint_of(told[0].lower())
        told = told[1:]
        yield Variant(name=" ".join(told), hint=hint, bearing=bearing, stripped=True)


def _said(told: list[str]) -> str | None:
    return words.hint_of(told[-1].lower()) if len(told) > 1 else None


def _is_common(word: str) -> bool:
    plain = word.lower().strip("'’")
    return plain in words.LOOSE_WORDS or words.hint_of(plain) is not None
