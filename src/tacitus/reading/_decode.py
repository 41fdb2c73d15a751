"""From the scores of the span network to happenings: which triggers are one event, who plays what role in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tacitus.model import Argument, Happening, Kind, Mention, Reading, ReadSector, Realis, Role, Span
from tacitus.reading._candidates import Floats, Piece, softmax
from tacitus.reading._labels import Labels
from tacitus.reading._tokens import Ints, Tokens

# Roles of which an event has one at most; the likeliest mention takes it. Of several places coding chooses.
SINGLE = frozenset({Role.TIME, Role.KILLED, Role.INJURED, Role.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Least probabilities of an event, a mode, a trait, a response and each role.

    Where a role is played by several, all but the likeliest need `further` more. `identity` is the least mean identity
    score (a logit) between two groups of triggers to be one event. All were chosen with `training.thresholds` on the
    held-out tenth of the annotated reports (335 reports, 2026-11-28); `event` and `further` then went back to where
    they were: that costs this tenth 0.004 of F1 of events and 0.010 of slots, and gives the development gold 0.026
    and 0.016.
    """

    event: float = 0.72
    identity: float = -0.24
    mode: float = 0.32
    trait: float = 0.26
    response: float = 0.46
    actor: float = 0.26
    recipient: float = 0.19
    place: float = 0.2
    time: float = 0.24
    weapon: float = 0.21
    killed: float = 0.15
    injured: float = 0.17
    count: float = 0.49
    attribution: float = 0.33
    claimed_by: float = 0.35
    further: float = 0.12

    def of(self, role: Role) -> float:
        """The least probability of a role."""
        return float(getattr(self, role))


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanArrays:
    """What the span network is given of one section with n triggers and m mentions.

    hidden float (n_tokens, width), triggers and mentions int64 (n, 2) and (m, 2) as half-open ranges of word pieces,
    kinds int64 (m,), likeness float (n, n, 3), sentences int64 (n_tokens,), least float (): the least probability of a
    trigger to be an event's. The fields stand in the network's order.
    """

    hidden: Floats
    triggers: Ints
    mentions: Ints
    kinds: Ints
    likeness: Floats
    sentences: Ints
    least: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanScores:
    """Logits of the span network for n triggers, k of which are likely enough to be kept, and m mentions.

    kept int64 (k,), category (n, 1 + categories), realis (k, realis), modes (k, modes), acled (k, 1 + acled),
    traits (k, traits), salience (k, 1), roles (k, m, roles), identity (k, k, 1), responses (k, k, 1),
    sectors (m, 1 + sectors). Index 0 of category, acled and sectors is none.
    """

    kept: Ints
    category: Floats
    realis: Floats
    modes: Floats
    acled: Floats
    traits: Floats
    salience: Floats
    roles: Floats
    identity: Floats
    responses: Floats
    sectors: Floats


def sigmoid(scores: Floats) -> Floats:
    """Logits to probabilities."""
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


def likeness(pieces: tuple[Piece, ...], text: str, tokens: Tokens) -> Floats:
    """How the words of each two triggers agree: (n, n, 3).

    1 where the last words begin with the same five letters; where all words are the same; where any two longer words
    begin with the same five letters.
    """
    words = [text[tokens.offsets[start][0] : tokens.offsets[end - 1][1]].lower().split() for start, end in pieces]
    stems = [frozenset(word[:5] for word in phrase if len(word) > 3) for phrase in words]
    number = {stem: index for index, stem in enumerate(frozenset().union(*stems))}
    holds = np.zeros((len(words), len(number)), dtype=np.float32)
    for row, some in enumerate(stems):
        holds[row, [number[stem] for stem in some]] = 1.0
    last, whole = (_equal([part(phrase) for phrase in words]) for part in (lambda phrase: phrase[-1][:5], " ".join))
    return np.stack([last, whole, holds @ holds.T > 0], axis=-1).astype(np.float32)


def _equal(words: list[str]) -> NDArray[np.bool_]:
    """Which of n words are the same: (n, n)."""
    numbers = np.array([words.index(word) for word in words], dtype=np.int64)
    return np.equal.outer(numbers, numbers)


def decide(
    scores: SpanScores,
    triggers: tuple[Span, ...],
    mentions: tuple[Mention, ...],
    *,
    labels: Labels,
    thresholds: Thresholds = THRESHOLDS,
) -> Reading:
    """The reading of one section from its candidates and their scores: events of the triggers that were kept."""
    probabilities = softmax(scores.category[scores.kept])
    told = tuple(triggers[index] for index in scores.kept)
    members = sorted(_groups(scores.identity[..., 0], thresholds.identity), key=lambda group: int(group.min()))
    responses = _responses(scores.responses[..., 0], members, thresholds.response)
    events = _events(scores, members, probabilities)
    casts = _casts([scores.roles[group].max(0) for group in members], mentions, labels, thresholds)
    happenings = tuple(
        replace(_happening(event, told, labels, thresholds), arguments=cast, responds_to=answered)
        for event, cast, answered in zip(events, casts, responses, strict=True)
    )
    return Reading(mentions=mentions, happenings=happenings)


def _groups(identity: Floats, least: float) -> list[Ints]:
    """Agglomerative clustering with average linkage on the identity scores (n, n)."""
    groups = [np.array([index]) for index in range(len(identity))]
    links = identity.astype(np.float64).copy()
    np.fill_diagonal(links, -np.inf)
    while len(groups) > 1:
        left, right = np.unravel_index(int(links.argmax()), links.shape)
        if links[left, right] < least:
            break
        left, right = min(left, right), max(left, right)
        n_left, n_right = len(groups[left]), len(groups[right])
        merged = (links[left] * n_left + links[right] * n_right) / (n_left + n_right)
        links[left], links[:, left] = merged, merged
        links[left, left] = -np.inf
        links = np.delete(np.delete(links, right, axis=0), right, axis=1)
        groups[left] = np.concatenate([groups[left], groups.pop(int(right))])
    return groups


def _responses(logits: Floats, members: list[Ints], least: float) -> list[tuple[int, ...]]:
    """For each event, the events it answers: of two events' triggers the likeliest pair decides."""
    if not members:
        return []
    order = np.concatenate(members)
    firsts = np.cumsum([0, *(len(group) for group in members[:-1])])
    by_trigger = np.maximum.reduceat(logits[np.ix_(order, order)], firsts, axis=1)
    best = sigmoid(np.maximum.reduceat(by_trigger, firsts, axis=0))
    np.fill_diagonal(best, 0.0)
    return [tuple(np.flatnonzero(row >= least).tolist()) for row in best]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """The scores of one event: those of its triggers, weighed by how well each tells it."""

    triggers: Ints
    p: float
    category: Floats
    realis: Floats
    acled: Floats
    modes: Floats
    traits: Floats


def _events(scores: SpanScores, members: list[Ints], probabilities: Floats) -> Iterator[_Event]:
    """The scores of each event."""
    salience = scores.salience[:, 0]
    weights = np.zeros((len(members), len(salience)), dtype=np.float32)
    for row, group in enumerate(members):
        weights[row, group] = softmax(salience[group])
    category = weights @ np.log(probabilities + 1e-6)
    realis, acled = weights @ scores.realis, weights @ scores.acled
    modes, traits = sigmoid(weights @ scores.modes), sigmoid(weights @ scores.traits)
    for row, group in enumerate(members):
        yield _Event(
            triggers=group[np.argsort(-salience[group], kind="stable")],
            p=float((1 - probabilities[group, 0]).max()),
            category=category[row, 1:],
            realis=realis[row],
            acled=acled[row],
            modes=modes[row],
            traits=traits[row],
        )


def _happening(event: _Event, triggers: tuple[Span, ...], labels: Labels, thresholds: Thresholds) -> Happening:
    category = labels.categories[int(event.category.argmax())]
    acled = int(event.acled.argmax())
    modes = (name.split("/") for name, p in zip(labels.modes, event.modes, strict=True) if p >= thresholds.mode)
    return Happening(
        category=category,
        triggers=tuple(triggers[index] for index in event.triggers),
        realis=Realis(labels.realis[int(event.realis.argmax())]),
        modes=tuple(mode for owner, mode in modes if owner == category),
        acled=labels.acled[acled - 1] if acled else None,
        traits=tuple(name for name, p in zip(labels.traits, event.traits, strict=True) if p >= thresholds.trait),
        p=event.p,
    )


def _casts(
    logits: list[Floats], mentions: tuple[Mention, ...], labels: Labels, thresholds: Thresholds
) -> list[tuple[Argument, ...]]:
    """Who plays what role in each event, from the logits (m, roles) of each."""
    found: list[list[Argument]] = [[] for _ in logits]
    if logits and mentions:
        roles, words = [Role(name) for name in labels.roles], _words(mentions)
        fit = np.array([[mention.kind is KIND_OF[role] for role in roles] for mention in mentions])
        p = np.where(fit, _one_side(sigmoid(np.stack(logits)), words, roles), np.float32(0))
        for event, role, mention in np.argwhere(_chosen(p, words, roles, thresholds).transpose(0, 2, 1)).tolist():
            found[event].append(Argument(role=roles[role], mention=mention, p=float(p[event, mention, role])))
    return [tuple(arguments) for arguments in found]


def _words(mentions: tuple[Mention, ...]) -> Ints:
    """Numbers of m mentions, equal where they say the same words: (m,)."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(mention.span.text.casefold(), len(numbers)) for mention in mentions])


def _one_side(p: Floats, words: Ints, roles: list[Role]) -> Floats:
    """Nobody does an event to himself: a party stays on the side where one of its mentions scores highest.

    Of 9,550 annotated events 4 have a party on both sides. Takes and returns (events, m, roles).
    """
    sides = np.array([roles.index(Role.ACTOR), roles.index(Role.RECIPIENT)])
    order = np.argsort(words, kind="stable")
    firsts = np.searchsorted(words[order], np.arange(words.max() + 1))
    best = np.maximum.reduceat(p[:, order][..., sides], firsts, axis=1)
    p = p.copy()
    np.put_along_axis(p, sides[best.argmin(-1)][:, words, None], 0.0, axis=2)
    return p


def _chosen(p: Floats, words: Ints, roles: list[Role], thresholds: Thresholds) -> NDArray[np.bool_]:
    """Which mentions play which roles in which events: (events, m, roles)."""
    least = np.array([thresholds.of(role) for role in roles], dtype=np.float32)
    further = np.array([thresholds.of(role) + thresholds.further for role in roles], dtype=np.float32)
    best = p.argmax(1)[:, None, :]
    is_best = np.arange(len(words))[None, :, None] == best
    more = (words[None, :, None] == words[best]) | (p >= further)
    return np.asarray((p >= least) & np.where([role in SINGLE for role in roles], is_best, more), dtype=np.bool_)


KIND_OF = {
    Role.ACTOR: Kind.PARTY,
    Role.RECIPIENT: Kind.PARTY,
    Role.ATTRIBUTION: Kind.PARTY,
    Role.CLAIMED_BY: Kind.PARTY,
    Role.PLACE: Kind.PLACE,
    Role.TIME: Kind.TIME,
    Role.WEAPON: Kind.WEAPON,
    Role.KILLED: Kind.NUMBER,
    Role.INJURED: Kind.NUMBER,
    Role.COUNT: Kind.NUMBER,
}


def read_sectors(logits: Floats, labels: Labels) -> tuple[ReadSector, ...]:
    """What each of m mentions is if it is a party, from logits (m, 1 + sectors)."""
    codes, p = (None, *labels.sectors), softmax(logits)
    return tuple(ReadSector(code=codes[best], p=float(row[best])) for row, best in zip(p, p.argmax(-1), strict=True))


def span_of(piece: Piece, text: str, tokens: Tokens) -> Span:
    """The stretch of text that a range of word pieces covers."""
    start, end = piece
    return Span.of(text, int(tokens.offsets[start][0]), int(tokens.offsets[end - 1][1]))
