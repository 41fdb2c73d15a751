"""What went wrong in one report, mistake by mistake.

Events are paired as in the package's measure of agreement (docs/agreement.md). What is said of values is said of paired
events alone, so that a missed event is not counted again with all its values.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from benchmarks.held_out._documents import Document
from tacitus.analysis import aligned
from tacitus.analysis.agreement import Value, same_party, same_place, same_time

Values = Sequence[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of mistake: in a few words, explained, and of what its share is taken."""

    name: str
    meaning: str
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A mistake of a kind: the gold and the read event, where there are any, and the value in question."""

    kind: str
    gold: Value | None
    read: Value | None
    value: Value | None = None


KINDS: tuple[Kind, ...] = (
    Kind(name="event missed", meaning="nothing was read where the report tells it", base="gold events"),
    Kind(name="event merged", meaning="its words were read as part of another event", base="gold events"),
    Kind(name="event split", meaning="a second event was read from the words of one", base="read events"),
    Kind(name="event added", meaning="an event was read where the report tells none", base="read events"),
    Kind(name="category", meaning="the event was found, as one of another category", base="paired events"),
    Kind(name="realis", meaning="planned, denied or alleged was read as done, or the reverse", base="paired events"),
    Kind(name="party missed", meaning="an actor or recipient was not read", base="gold parties"),
    Kind(name="party on the wrong side", meaning="the actor was read as recipient or the reverse", base="gold parties"),
    Kind(name="party of another event", meaning="a party was read that belongs to another event", base="read parties"),
    Kind(name="party added", meaning="a party was read that has a part in no event", base="read parties"),
    Kind(name="place missed", meaning="no place was read", base="gold places"),
    Kind(name="wrong place", meaning="another place was read, or the right name put elsewhere", base="gold places"),
    Kind(name="time missed", meaning="no date was read", base="gold times"),
    Kind(name="wrong time", meaning="other days were read", base="gold times"),
    Kind(name="number missed", meaning="the killed or injured were not read", base="gold numbers"),
    Kind(name="wrong number", meaning="another number of killed or injured was read", base="gold numbers"),
    Kind(name="attribution missed", meaning="on whose word it is told was not read", base="gold sources"),
    Kind(name="attribution added", meaning="it was put on the word of one who did not tell it", base="read sources"),
)  # fmt: skip


def mistakes(document: Document) -> list[Mistake]:
    """Every mistake in one report's events."""
    in_pairs = (_in_pair(gold, read, _others(document, gold)) for gold, read in document.paired)
    return [*_unpaired(document), *chain.from_iterable(in_pairs)]


def bases(document: Document) -> Mapping[str, int]:
    """How many there are of each thing that a share may be taken of."""
    gold, read = ([pair[side] for pair in document.paired] for side in (0, 1))
    return {
        "gold events": len(document.gold),
        "read events": len(document.read),
        "paired events": len(document.paired),
        "gold parties": sum(len(_parties(event)) for event in gold),
        "read parties": sum(len(_parties(event)) for event in read),
        "gold places": sum(bool(event.get("place")) for event in gold),
        "gold times": sum(_is_dated(event) for event in gold),
        "gold numbers": sum(_low(event, key) is not None for event in gold for key in _HARM),
        "gold sources": sum(len(event.get("attribution") or ()) for event in gold),
        "read sources": sum(len(event.get("attribution") or ()) for event in read),
    }


def _others(document: Document, gold: Value) -> list[Value]:
    return [event for event in document.gold if event is not gold]


def _unpaired(document: Document) -> Iterator[Mistake]:
    met = {id(event) for pair in document.paired for event in pair}
    for event in document.gold:
        if id(event) not in met:
            other = next((one for one in document.read if share_words(event, one)), None)
            yield Mistake(kind="event merged" if other else "event missed", gold=event, read=other)
    for event in document.read:
        if id(event) not in met:
            other = next((one for one in document.gold if share_words(event, one)), None)
            yield Mistake(kind="event split" if other else "event added", gold=other, read=event)


def share_words(a: Value, b: Value) -> bool:
    """Whether the events are told in the same words: triggers overlap."""
    return any(x["start"] < y["end"] and y["start"] < x["end"] for x in _triggers(a) for y in _triggers(b))


def _triggers(event: Value) -> list[Value]:
    return [event["trigger"], *(event.get("mentions") or ())]


def _in_pair(gold: Value, read: Value, others: Values) -> Iterator[Mistake]:
    for key in ("category", "realis"):
        if gold.get(key) != read.get(key):
            yield Mistake(kind=key, gold=gold, read=read)
    yield from _party_mistakes(gold, read, others)
    yield from _missed_or_wrong("place", gold, read, bool(gold.get("place")), bool(read.get("place")), same_place)
    yield from _missed_or_wrong("time", gold, read, _is_dated(gold), _is_dated(read), same_time)
    for key in _HARM:
        yield from _number_mistakes(gold, read, key)
    missed, added = _left_over(gold.get("attribution"), read.get("attribution"))
    yield from (Mistake(kind="attribution missed", gold=gold, read=read, value=value) for value in missed)
    yield from (Mistake(kind="attribution added", gold=gold, read=read, value=value) for value in added)


_SIDES = (("actors", "recipients"), ("recipients", "actors"))
_HARM = ("killed", "injured")


def _parties(event: Value) -> list[Value]:
    return [party for side, _ in _SIDES for party in event.get(side) or ()]


def _party_mistakes(gold: Value, read: Value, others: Values) -> Iterator[Mistake]:
    elsewhere = [party for event in others for party in _parties(event)]
    for side, opposite in _SIDES:
        missed, added = _left_over(gold.get(side), read.get(side))
        for party in missed:
            kind = "party on the wrong side" if _among(party, read.get(opposite)) else "party missed"
            yield Mistake(kind=kind, gold=gold, read=read, value=party)
        for party in added:
            if not _among(party, gold.get(opposite)):  # else it was told above, from the other side
                kind = "party of another event" if _among(party, elsewhere) else "party added"
                yield Mistake(kind=kind, gold=gold, read=read, value=party)


def _left_over(gold: Values | None, read: Values | None) -> tuple[list[Value], list[Value]]:
    """What is in one list alone."""
    met = {id(value) for a, b, _ in aligned(gold or (), read or (), same_party) for value in (a, b)}
    missed, added = ([value for value in side or () if id(value) not in met] for side in (gold, read))
    return missed, added


def _among(party: Value, parties: Values | None) -> bool:
    return any(same_party(party, other) for other in parties or ())


def _missed_or_wrong(  # noqa: PLR0913, PLR0917  two events, each with and without
    name: str, gold: Value, read: Value, wanted: bool, found: bool, same: Callable[[Value | None, Value | None], bool]
) -> Iterator[Mistake]:
    if wanted and not same(gold.get(name), read.get(name)):
        kind = f"wrong {name}" if found else f"{name} missed"
        yield Mistake(kind=kind, gold=gold, read=read, value=read.get(name) if found else gold.get(name))


def _number_mistakes(gold: Value, read: Value, key: str) -> Iterator[Mistake]:
    wanted, found = _low(gold, key), _low(read, key)
    if wanted is not None and wanted != found:
        kind = "number missed" if found is None else "wrong number"
        yield Mistake(kind=kind, gold=gold, read=read, value=gold[key])


def _low(event: Value, key: str) -> int | None:
    low: int | None = (event.get(key) or {}).get("low")
    return low


def _is_dated(event: Value) -> bool:
    return bool((event.get("time") or {}).get("from"))
