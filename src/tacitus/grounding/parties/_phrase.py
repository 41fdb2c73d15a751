"""The parts of a party's phrase: its core, what stands behind it, and what is said of it beside a comma."""

from dataclasses import dataclass

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._words import APOSTROPHE_S

TAIL = frozenset("of in at from near for with by who that which whose to on against along inside outside around under between during into after before over through where while".split())  # fmt: skip  # noqa: SIM905
HYPHENS = frozenset({"-", "–", "/"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your"})
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions scores tens half".split())  # fmt: skip  # noqa: SIM905
LEADING = DEFINITE | NUMBERS | frozenset("a an some any several many few more most all both each every other another such no least about around nearly almost over up than at only just as and or between at certain various numerous additional so called alleged suspected reported another's".split())  # fmt: skip  # noqa: SIM905
# Words of number or kind that stand before "of": the party is what follows.
PARTITIVE = frozenset("members member group groups number numbers part parts dozens hundreds thousands scores tens some one two three all majority most many several handful band bunch team set series pair percent half units elements types kind kinds contingent each few rest remains bodies lives".split())  # fmt: skip  # noqa: SIM905


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
        if pieces[-1] and set(item.words[0].joined) & set(",;:()[]\"“”"):
            pieces.append([])
        pieces[-1].append(item)
    return tuple(part for piece in pieces if (part := _part(tuple(piece))).core)


def phrase(items: tuple[Item, ...]) -> str:
    """The words of items as they are joined in the text, without a possessive at the end."""
    words = [word for item in items for word in item.words]
    joined = "".join((word.joined if word.joined in HYPHENS else " ") + word.text for word in words[1:])
    return APOSTROPHE_S.sub("", words[0].text + joined) if words else ""


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


def _leads(items: tuple[Item, ...], at: int) -> bool:
    """Whether an item is a determiner or number before the core; the last item never is."""
    item = items[at]
    if at == len(items) - 1:
        return False
    if item.state and item.key == "us":
        return False
    number = item.key.replace(",", "").isdecimal() and not items[at + 1].words[0].joined
    vague = item.role is not None and item.role.kind == "part" and item.key in LEADING
    return (item.unknown or vague) and (item.key in LEADING or number)
