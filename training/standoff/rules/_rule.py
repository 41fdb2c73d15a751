"""What a rule is: it looks at one annotation and names the events that may break one sentence of the guide."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tacitus.model import Event, Party, Span
from training.standoff._record import Annotation

Find = Callable[[Annotation], Iterator["Hit"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An event to look at, with what caught the eye. A hit is a question, not yet a fault."""

    event_id: str
    why: str


def hit(event: Event, why: str) -> Hit:
    """A hit on `event`."""
    return Hit(event_id=event.id, why=why)


def triggers(event: Event) -> tuple[Span, ...]:
    """All words that name the event, the best first."""
    return (event.trigger, *event.mentions)


def parties(event: Event) -> tuple[Party, ...]:
    """Actors and recipients."""
    return event.actors + event.recipients


def sentence(text: str, span: Span) -> str:
    """The sentence around `span`, as far as full stops and blank lines tell."""
    start = max(text.rfind(end, 0, span.start) for end in (". ", "? ", "! ", "\n\n", ".\n"))
    ends = [at for end in (". ", "? ", "! ", "\n\n", ".\n") if (at := text.find(end, span.end)) >= 0]
    return " ".join(text[start + 1 : min(ends, default=len(text))].split())


def matching(pattern: str, event: Event) -> str | None:
    """The first trigger of the event in which the pattern is found, case aside."""
    return next((span.text for span in triggers(event) if re.search(pattern, span.text, re.IGNORECASE)), None)
