"""A text cut wherever evidence begins or ends, so that overlapping evidence can be shown without nesting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tacitus.model import Role
from tacitus.views._account import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of text with all marks that cover it; `ending` are those whose last character is in it."""

    text: str
    marks: tuple[Mark, ...] = ()
    ending: tuple[Mark, ...] = ()


def segments(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The pieces of the text in order; joined they are the text."""
    in_order = sorted(set(marks), key=_order)
    cuts = sorted({0, len(text), *(edge for mark in in_order for edge in (mark.span.start, mark.span.end))})
    opening = iter(in_order)
    coming, open_marks = next(opening, None), list[Mark]()
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while coming is not None and coming.span.start <= start:
            open_marks.append(coming)
            coming = next(opening, None)
        ending = tuple(mark for mark in open_marks if mark.span.end == end)
        yield Segment(text=text[start:end], marks=tuple(open_marks), ending=ending)


def _order(mark: Mark) -> tuple[int, int, str, int]:
    return mark.span.start, mark.span.end, mark.event, -1 if mark.role is None else list(Role).index(mark.role)
