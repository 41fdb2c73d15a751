"""Numbers and times."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tacitus.model import Quantity
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit

_NUMBER = re.compile(
    r"\d|\b(no|not|none|nobody|neither|without|unhurt|unharmed|unscathed|safe|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|\w+teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|scores?|several|some|many|"
    r"hundreds?|thousands?|few|couple|both|half|numerous|number|another|others?|more|various|\w+th|third|twice|twin|"
    r"double|triple|repeatedly|series|string|spate|wave|occasions|incidents)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(people|persons?|civilians|soldiers|policem[ae]n|others|militants|guerrillas|members|victims)$", re.IGNORECASE
)


def number_without_number(annotation: Annotation) -> Iterator[Hit]:
    """A death told without a number ("fatally shot the ambassador"): 1, 1, without span."""
    for event in annotation.events:
        for quantity in (event.killed, event.injured, event.count):
            if quantity and quantity.text and not _NUMBER.search(quantity.text):
                yield hit(event, f"{quantity.text!r}")


def number_with_its_noun(annotation: Annotation) -> Iterator[Hit]:
    """Spans of numbers: the number with its qualifier ("at least 43")."""
    for event in annotation.events:
        for quantity in (event.killed, event.injured):
            if quantity and quantity.text and quantity.low and _COUNTED.search(quantity.text):
                yield hit(event, f"{quantity.text!r}")


def bounds_unlike_words(annotation: Annotation) -> Iterator[Hit]:
    """Bounds say what the words say: "at least 19" 19 to open, "about 1,400" 1400 to 1400, "dozens" 24 to open."""
    for event in annotation.events:
        for quantity in (event.killed, event.injured, event.count):
            wanted = _bounds(quantity.text) if quantity and quantity.text else None
            if quantity and wanted and wanted != (quantity.low, quantity.high):
                yield hit(event, f"{quantity.text!r} is {_said(quantity)}, wanted {wanted[0]} {wanted[1]}")


def _bounds(words: str) -> tuple[int, int | None] | None:
    """The bounds of the simplest numbers; None where the words need more than a look."""
    words = " ".join(words.lower().split())
    vague = {"dozens": (24, None), "hundreds": (200, None), "thousands": (2000, None)}
    if words in vague:
        return vague[words]
    match = re.fullmatch(r"(at least|more than|over|about|around|some|nearly|almost)? ?(\d[\d,]*)", words)
    if not match:
        return None
    number = int(match[2].replace(",", ""))
    return number, None if match[1] in ("at least", "more than", "over") else number


def _said(quantity: Quantity) -> str:
    return f"{quantity.low} {quantity.high}"


def time_with_preposition(annotation: Annotation) -> Iterator[Hit]:
    """Spans of times: without "on", "in", "at", but with "since", "during", "earlier", "last"."""
    for event in annotation.events:
        if event.time and event.time.text and re.match(r"(on|in|at|for)\s", event.time.text, re.IGNORECASE):
            yield hit(event, f"{event.time.text!r}")


def week_unlike_guide(annotation: Annotation) -> Iterator[Hit]:
    """The week we are in runs from Monday to the publication date, "last week" from Monday to Sunday before it."""
    published = annotation.report.published
    for event in annotation.events:
        if published and event.time and event.time.text:
            wanted = _week(" ".join(event.time.text.lower().split()), published)
            if wanted and wanted != (event.time.from_, event.time.to):
                yield hit(
                    event, f"{event.time.text!r} {event.time.from_} {event.time.to}, wanted {wanted[0]} {wanted[1]}"
                )


def _week(words: str, published: date) -> tuple[date, date] | None:
    monday = published - timedelta(days=published.weekday())
    if words in ("this week", "earlier this week"):
        return monday, published
    if words in ("last week", "the last week"):
        return monday - timedelta(days=7), monday - timedelta(days=1)
    return None
