"""Annotated reports as the numbers that the network learns from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tacitus.model import Event, Evidenced, Kind, Quantity, Role, Span
from tacitus.reading import Labels, Piece, Tokens, tokenize

Ints = NDArray[np.int64]

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EventExample:
    """One event in the numbers of its report: `triggers` index `Example.triggers`, the first is told best.

    `arguments` are (index into `Example.mentions`, index of the role). `acled` is 0 for none, else 1 + its index.
    """

    category: int
    triggers: tuple[int, ...]
    realis: int
    modes: tuple[int, ...]
    acled: int
    traits: tuple[int, ...]
    arguments: tuple[tuple[int, int], ...]
    responds_to: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A report: its pieces, a tag per piece and kind of span (the last kind is the trigger), its spans and events."""

    doc_id: str
    text: str
    tokens: Tokens
    tags: Ints
    triggers: tuple[Piece, ...]
    mentions: tuple[tuple[int, Piece], ...]
    events: tuple[EventExample, ...]


def example(doc_id: str, text: str, events: tuple[Event, ...], *, tokenizer: Any, labels: Labels) -> Example:  # noqa: ANN401
    """The numbers of one annotated report."""
    tokens = tokenize(tokenizer, text)
    told = [event for event in events if pieces(tokens, event.trigger.start, event.trigger.end)]
    triggers: dict[Piece, int] = {}
    mentions: dict[tuple[int, Piece], int] = {}
    numbered = {event.id: index for index, event in enumerate(told)}
    examples = tuple(_event(event, numbered, triggers, mentions, tokens=tokens, labels=labels) for event in told)
    tags = np.zeros((len(tokens), len(labels.kinds) + 1), dtype=np.int64)
    for kind, piece in mentions:
        mark(tags[:, kind], piece)
    for piece in triggers:
        mark(tags[:, -1], piece)
    return Example(
        doc_id=doc_id,
        text=text,
        tokens=tokens,
        tags=tags,
        triggers=tuple(triggers),
        mentions=tuple(mentions),
        events=examples,
    )


def _event(
    event: Event,
    numbered: dict[str, int],
    triggers: dict[Piece, int],
    mentions: dict[tuple[int, Piece], int],
    *,
    tokens: Tokens,
    labels: Labels,
) -> EventExample:
    told = [piece for span in (event.trigger, *event.mentions) if (piece := pieces(tokens, span.start, span.end))]
    arguments = [
        (mentions.setdefault((labels.kinds.index(kind), piece), len(mentions)), labels.roles.index(role))
        for kind, role, span in _arguments(event)
        if (piece := pieces(tokens, span.start, span.end))
    ]
    modes = (f"{event.category}/{mode}" for mode in event.mode)
    return EventExample(
        category=labels.categories.index(event.category),
        triggers=tuple(dict.fromkeys(triggers.setdefault(piece, len(triggers)) for piece in told)),
        realis=labels.realis.index(event.realis),
        modes=tuple(labels.modes.index(mode) for mode in modes if mode in labels.modes),
        acled=1 + labels.acled.index(event.acled) if event.acled in labels.acled else 0,
        traits=tuple(labels.traits.index(trait) for trait in _traits(event)),
        arguments=tuple(dict.fromkeys(arguments)),
        responds_to=tuple(numbered[other] for other in event.responds_to if other in numbered),
    )


def _arguments(event: Event) -> list[tuple[Kind, Role, Span]]:
    told: list[tuple[Kind, Role, Evidenced | Span | None]] = [
        *((Kind.PARTY, Role.ACTOR, party) for party in event.actors),
        *((Kind.PARTY, Role.RECIPIENT, party) for party in event.recipients),
        *((Kind.PARTY, Role.ATTRIBUTION, span) for span in event.attribution),
        *((Kind.PARTY, Role.CLAIMED_BY, span) for span in event.claimed_by),
        *((Kind.WEAPON, Role.WEAPON, span) for span in event.weapons),
        (Kind.PLACE, Role.PLACE, event.place),
        (Kind.TIME, Role.TIME, event.time),
        (Kind.NUMBER, Role.KILLED, event.killed),
        (Kind.NUMBER, Role.INJURED, event.injured),
        (Kind.NUMBER, Role.COUNT, event.count),
    ]
    spans = ((kind, role, value.span if isinstance(value, Evidenced) else value) for kind, role, value in told)
    return [(kind, role, span) for kind, role, span in spans if span is not None]


def _traits(event: Event) -> list[str]:
    def unspoken(quantity: Quantity | None, low: int) -> bool:
        return quantity is not None and quantity.span is None and quantity.low == low

    told = {
        "several": unspoken(event.count, 2),
        "one_killed": unspoken(event.killed, 1),
        "one_injured": unspoken(event.injured, 1),
    }
    return [trait for trait, holds in told.items() if holds]


def pieces(tokens: Tokens, start: int, end: int) -> Piece | None:
    """The word pieces that a stretch of the text touches; None where it touches none."""
    inside = np.flatnonzero((tokens.offsets[:, 1] > start) & (tokens.offsets[:, 0] < end))
    return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None


def mark(tags: Ints, piece: Piece) -> None:
    """Write begin and inside, unless an earlier span already stands there."""
    start, end = piece
    if not tags[start:end].any():
        tags[start] = BEGIN
        tags[start + 1 : end] = INSIDE
