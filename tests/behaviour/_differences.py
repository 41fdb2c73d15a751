"""What differs when the parties of a report exchange their names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tacitus
from tests.behaviour._reports import Template
from tests.behaviour._slots import Key, Neutral, Slots

Values = Mapping[Key, object]
ABSENT = "not coded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Slots filled under either filling, and those that differ, by field; `differing` says in words which."""

    template: Template
    n_slots: Counter[str]
    n_differing: Counter[str]
    differing: tuple[str, ...]


def compare(template: Template) -> Compared:
    """Code both fillings of a report and compare slot by slot. An event of one only differs in all its slots."""
    n_slots: Counter[str] = Counter()
    n_differing: Counter[str] = Counter()
    differing = []
    for one, other in _aligned(_coded(template, exchanged=False), _coded(template, exchanged=True)):
        for key in sorted({*one, *other}, key=repr):
            n_slots[str(key[0])] += 1
            if one.get(key, ABSENT) != other.get(key, ABSENT):
                n_differing[str(key[0])] += 1
                differing.append(f"{key}: {one.get(key, ABSENT)} / {other.get(key, ABSENT)}")
    return Compared(template=template, n_slots=n_slots, n_differing=n_differing, differing=tuple(differing))


def _coded(template: Template, *, exchanged: bool) -> tuple[Slots, ...]:
    neutral = Neutral(template, exchanged=exchanged)
    return neutral.events(tacitus.code(neutral.filled.text, published=template.published))


def _aligned(ones: tuple[Slots, ...], others: tuple[Slots, ...]) -> Iterator[tuple[Values, Values]]:
    """Events that share the most triggers, each with at most one other; those left over with nothing."""
    shared = sorted(
        (-len(one.triggers & other.triggers), i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if one.triggers & other.triggers
    )
    left, right = dict(enumerate(ones)), dict(enumerate(others))
    for _, i, j in shared:
        if i in left and j in right:
            yield left.pop(i).values, right.pop(j).values
    yield from ((one.values, {}) for one in left.values())
    yield from (({}, other.values) for other in right.values())


def share(compared: Iterable[Compared]) -> float:
    """The share of differing slots over all reports."""
    return _sum("all", compared).share


def table(compared: Iterable[Compared]) -> str:
    """A line for each field, each pair of parties, and all."""
    compared = tuple(compared)
    lines = map(str, (*rows(compared), _sum("all", compared)))
    return "\n".join([f"{'field or pair':24} slots differ  share", *lines])


def rows(compared: Iterable[Compared]) -> "tuple[Row, ...]":
    """A sum for each field and each pair of parties."""
    compared = tuple(compared)
    fields = sorted({field for one in compared for field in one.n_slots})
    pairs = dict.fromkeys(one.template.pair.name for one in compared)
    return (
        *(_sum(field, compared, fields=(field,)) for field in fields),
        *(_sum(pair, (one for one in compared if one.template.pair.name == pair)) for pair in pairs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    n_slots: int
    n_differing: int

    @property
    def share(self) -> float:
        """The share of differing slots."""
        return self.n_differing / self.n_slots if self.n_slots else 0.0

    def __str__(self) -> str:
        return f"{self.name:24} {self.n_slots:5} {self.n_differing:6} {self.share:6.1%}"


def _sum(name: str, compared: Iterable[Compared], *, fields: Iterable[str] = ()) -> Row:
    counted = [(one.n_slots[field], one.n_differing[field]) for one in compared for field in fields or one.n_slots]
    return Row(name=name, n_slots=sum(n for n, _ in counted), n_differing=sum(n for _, n in counted))
