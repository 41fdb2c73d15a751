"""The parts of a party's phrase: its core, what stands behind it, and what is said of it beside a comma."""

from dataclasses import dataclass

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._words import APOSTROPHE_S

TAIL = listed("prepositions")
HYPHENS = frozenset({"-", "–", "/"})
DEFINITE = listed("definite")
NUMBERS = listed("numbers")
LEADING = DEFINITE | NUMBERS | listed("leading")
# Words that end a run of capitals in texts all in capitals, beside prepositions and determiners.
VERBS = listed("verbs")
AGE = frozenset({"year", "years", "old"})
# Small words inside personal names.
PARTICLES = listed("particles")
# Words of number or kind that stand before "of": the party is what follows.
PARTITIVE = listed("partitive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a phrase between commas: determiners and numbers, core, preposition, and what follows it."""

    lead: tuple[Item, ...]
    core: tuple[Item, ...]
    preposition: str = ""
    tail: tuple[Item, ...] = ()

    @property
    def definite(self) -> bool:
        """Whether it speaks of parties already known: "the", "these", or no determiner and number at all."""
        return not self.lead or any(item.key in DEFINITE for item in self.lead)


def parts_of(items: tuple[Item, ...]) -> tuple[Part, ...]:
    """The parts of a phrase, in order; a part without a core is left out."""
    pieces: list[list[Item]] = [[]]
    for item in items:
        if pieces[-1] and set(item.words[0].joined) & set(',;:()[]"“”'):
            pieces.append([])
        pieces[-1].append(item)
    return tuple(part for piece in pieces if (part := _part(tuple(piece))).core)


def phrase(items: tuple[Item, ...]) -> str:
    """The words of items as they are joined in the text, without a possessive at the end."""
    words = [word for item in items for word in item.words]
    joined = "".join((word.joined if word.joined in HYPHENS else " ") + word.text for word in words[1:])
    return APOSTROPHE_S.sub("", words[0].text + joined) if words else ""


def can_name(items: tuple[Item, ...], at: int) -> bool:
    """Whether an item can be part of a personal name: left-over capitals, a place ("Paul"), a particle among them."""
    item = items[at]
    if item.key in PARTICLES:
        return 0 < at < len(items) - 1 and items[at + 1].words[0].capital
    free = (item.unknown or item.place is not None) and item.words[0].capital
    return free and item.key not in VERBS | TAIL | LEADING and not item.key.replace(",", "").isdecimal()


def _part(items: tuple[Item, ...]) -> Part:
    start = 0
    while start < len(items) and _leads(items, start):
        start += 1
    end = start
    while end < len(items) and not (items[end].unknown and items[end].key in TAIL):
        end += 1
    lead, core, tail = items[:start], items[start:end], items[end + 1 :]
    preposition = items[end].key if end < len(items) else ""
    if core and preposition == "of" and tail and all(item.key in PARTITIVE for item in core):
        inner = _part(tail)
        return Part(lead=lead + core + inner.lead, core=inner.core, preposition=inner.preposition, tail=inner.tail)
    if not core and preposition == "of" and tail:
        return _part(tail)
    return Part(lead=lead, core=core, preposition=preposition, tail=tail)


def _number(item: Item) -> bool:
    return item.key.replace(",", "").isdecimal() or item.key in NUMBERS


def _leads(items: tuple[Item, ...], at: int) -> bool:
    """Whether an item is a determiner or number before the core; the last item never is."""
    item = items[at]
    if at == len(items) - 1:
        return False
    if item.state and item.key == "us":
        return False
    number = _number(item)
    if at and (item.key in AGE or (item.key == "to" and _number(items[at + 1]))):
        return True
    vague = item.role is not None and item.role.kind == "part" and item.key in LEADING
    return number or ((item.unknown or vague) and item.key in LEADING)
