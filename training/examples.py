"""Annotated reports as the numbers that the network learns from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tacitus.model import Event, Evidenced, Kind, Quantity, Report, Role, Span
from tacitus.reading import RULES_WIN, Labels, Piece, Tokens, known_pieces, overlap, pieces

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
    """A report: its pieces, a tag per piece and kind of span (the last kind is the trigger), its spans and events.

    `known` are the mentions that rules found: candidates in any case. `sectors` are (index into `mentions`, 0 for none
    or 1 + the sector's index) of the parties that are annotated with one sector alone.
    """

    doc_id: str
    text: str
    tokens: Tokens
    tags: Ints
    triggers: tuple[Piece, ...]
    mentions: tuple[tuple[int, Piece], ...]
    known: tuple[tuple[Kind, Piece], ...]
    events: tuple[EventExample, ...]
    sectors: tuple[tuple[int, int], ...]


class _Numbering:
    """Gives the triggers, mentions and events of one report their numbers, in the order in which they are asked for."""

    def __init__(
        self, tokens: Tokens, labels: Labels, told: list[Event], known: tuple[tuple[Kind, Piece], ...]
    ) -> None:
        self.tokens, self.labels, self.known = tokens, labels, known
        self.events = {event.id: index for index, event in enumerate(told)}
        self.triggers: dict[Piece, int] = {}
        self.mentions: dict[tuple[int, Piece], int] = {}

    def trigger(self, span: Span) -> int | None:
        """The number of a trigger; None where it touches no word piece."""
        piece = pieces(self.tokens, span.start, span.end)
        return self.triggers.setdefault(piece, len(self.triggers)) if piece else None

    def mention(self, kind: Kind, span: Span) -> int | None:
        """The number of a mention; where rules found it with other words, theirs are taken."""
        piece = pieces(self.tokens, span.start, span.end)
        if piece and kind in RULES_WIN:
            alike = [other for of_kind, other in self.known if of_kind is kind and overlap(piece, other)]
            piece = max(alike, key=lambda other: min(piece[1], other[1]) - max(piece[0], other[0]), default=piece)
        return self.mentions.setdefault((self.labels.kinds.index(kind), piece), len(self.mentions)) if piece else None


def example(
    report: Report, tokens: Tokens, events: tuple[Event, ...], known: Sequence[tuple[Kind, Span]], *, labels: Labels
) -> Example:
    """The numbers of one annotated report; `tokens` are its word pieces, `known` the mentions that rules found."""
    told = [event for event in events if pieces(tokens, event.trigger.start, event.trigger.end)]
    numbering = _Numbering(tokens, labels, told, known_pieces(tokens, known))
    examples = tuple(_event(event, numbering) for event in told)
    sectors = _sectors(told, numbering)
    tags = np.zeros((len(tokens), len(labels.kinds) + 1), dtype=np.int64)
    for kind, piece in numbering.mentions:
        mark(tags[:, kind], piece)
    for piece in numbering.triggers:
        mark(tags[:, -1], piece)
    return Example(
        doc_id=report.doc_id,
        text=report.text,
        tokens=tokens,
        tags=tags,
        triggers=tuple(numbering.triggers),
        mentions=tuple(numbering.mentions),
        known=numbering.known,
        events=examples,
        sectors=sectors,
    )


def _sectors(events: Sequence[Event], numbering: _Numbering) -> tuple[tuple[int, int], ...]:
    told: dict[int, set[int]] = {}
    codes = numbering.labels.sectors
    for party in (party for event in events for party in (*event.actors, *event.recipients) if party.span):
        mention = numbering.mention(Kind.PARTY, party.span)
        if mention is not None:
            told.setdefault(mention, set()).add(1 + codes.index(party.sector) if party.sector else 0)
    return tuple((mention, found.pop()) for mention, found in told.items() if len(found) == 1)


def _event(event: Event, numbering: _Numbering) -> EventExample:
    labels = numbering.labels
    triggers = (numbering.trigger(span) for span in (event.trigger, *event.mentions))
    arguments = ((numbering.mention(kind, span), labels.roles.index(role)) for kind, role, span in _arguments(event))
    modes = (f"{event.category}/{mode}" for mode in event.mode)
    return EventExample(
        category=labels.categories.index(event.category),
        triggers=tuple(dict.fromkeys(trigger for trigger in triggers if trigger is not None)),
        realis=labels.realis.index(event.realis),
        modes=tuple(labels.modes.index(mode) for mode in modes if mode in labels.modes),
        acled=1 + labels.acled.index(event.acled) if event.acled in labels.acled else 0,
        traits=tuple(labels.traits.index(trait) for trait in _traits(event)),
        arguments=tuple(dict.fromkeys((mention, role) for mention, role in arguments if mention is not None)),
        responds_to=tuple(numbering.events[other] for other in event.responds_to if other in numbering.events),
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


def mark(tags: Ints, piece: Piece) -> None:
    """Write begin and inside, unless an earlier span already stands there."""
    start, end = piece
    if not tags[start:end].any():
        tags[start] = BEGIN
        tags[start + 1 : end] = INSIDE
