"""From the scores of the span network to happenings: which triggers are one event, who plays what role in it.

Every threshold below was swept by cross-validation on the annotated pool; `training/README.md` tells how.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tacitus.model import Argument, Happening, Kind, Mention, Reading, Realis, Role, Span
from tacitus.reading._candidates import Floats, Piece, softmax
from tacitus.reading._labels import Labels
from tacitus.reading._tokens import Tokens

# Least probability for a candidate trigger to be an event's.
MIN_EVENT = 0.5
# Least mean identity score (a logit) between two groups of triggers to be one event.
MIN_IDENTITY = 0.0
# Least probability of a role, a mode, a trait and a response.
MIN_ROLE = 0.4
MIN_MODE = 0.4
MIN_TRAIT = 0.5
MIN_RESPONSE = 0.4
# Roles of which an event has one at most; the likeliest mention takes it.
SINGLE = frozenset({Role.PLACE, Role.TIME, Role.KILLED, Role.INJURED, Role.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanScores:
    """Logits of the span network for n triggers and m mentions; shapes as `training.network.SpanNetwork.forward` tells."""

    category: Floats
    realis: Floats
    modes: Floats
    acled: Floats
    traits: Floats
    salience: Floats
    roles: Floats
    identity: Floats
    responses: Floats


def sigmoid(scores: Floats) -> Floats:
    """Logits to probabilities."""
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


def same_words(pieces: tuple[Piece, ...], text: str, tokens: Tokens) -> Floats:
    """Which triggers are forms of one word: (n, n), 1 where the last words begin with the same five letters."""
    stems = [text[tokens.offsets[start][0] : tokens.offsets[end - 1][1]].lower().split()[-1][:5] for start, end in pieces]
    return np.array([[float(left == right) for right in stems] for left in stems], dtype=np.float32).reshape(len(stems), len(stems))


def decide(scores: SpanScores, triggers: tuple[Piece, ...], mentions: tuple[Mention, ...], *, text: str, tokens: Tokens,
           labels: Labels) -> Reading:
    """The reading of one report from its candidates and their scores."""
    probabilities = softmax(scores.category)
    is_event = 1 - probabilities[:, 0]
    kept = np.flatnonzero(is_event >= MIN_EVENT)
    groups = _groups(scores.identity[..., 0][np.ix_(kept, kept)])
    members = [kept[group] for group in groups]
    order = sorted(range(len(members)), key=lambda index: int(members[index].min()))
    members = [members[index] for index in order]
    responses = _responses(scores, members)
    happenings = tuple(
        _happening(scores, group, probabilities, triggers, mentions, text=text, tokens=tokens, labels=labels, responds_to=answered)
        for group, answered in zip(members, responses, strict=True)
    )
    return Reading(mentions=mentions, happenings=happenings)


def _groups(identity: Floats) -> list[NDArray[np.int64]]:
    """Agglomerative clustering with average linkage on the identity scores (n, n)."""
    groups = [np.array([index]) for index in range(len(identity))]
    links = identity.astype(np.float64).copy()
    np.fill_diagonal(links, -np.inf)
    while len(groups) > 1:
        left, right = np.unravel_index(int(links.argmax()), links.shape)
        if links[left, right] < MIN_IDENTITY:
            break
        left, right = min(left, right), max(left, right)
        n_left, n_right = len(groups[left]), len(groups[right])
        merged = (links[left] * n_left + links[right] * n_right) / (n_left + n_right)
        links[left], links[:, left] = merged, merged
        links[left, left] = -np.inf
        links = np.delete(np.delete(links, right, axis=0), right, axis=1)
        groups[left] = np.concatenate([groups[left], groups.pop(int(right))])
    return groups


def _responses(scores: SpanScores, members: list[NDArray[np.int64]]) -> list[tuple[int, ...]]:
    """For each event, the events it answers."""
    logits = scores.responses[..., 0]
    found = []
    for index, group in enumerate(members):
        best = [sigmoid(logits[np.ix_(group, other)]).max() for other in members]
        found.append(tuple(at for at, p in enumerate(best) if at != index and p >= MIN_RESPONSE))
    return found


def _happening(scores: SpanScores, group: NDArray[np.int64], probabilities: Floats, triggers: tuple[Piece, ...],
               mentions: tuple[Mention, ...], *, text: str, tokens: Tokens, labels: Labels,
               responds_to: tuple[int, ...]) -> Happening:
    salience = scores.salience[group, 0]
    weights = softmax(salience)[:, None]
    category = labels.categories[int((np.log(probabilities[group] + 1e-6) * weights).sum(0)[1:].argmax())]
    realis = labels.realis[int((scores.realis[group] * weights).sum(0).argmax())]
    acled = int((scores.acled[group] * weights).sum(0).argmax())
    modes = sigmoid((scores.modes[group] * weights).sum(0))
    traits = sigmoid((scores.traits[group] * weights).sum(0))
    told_best = group[np.argsort(-salience, kind="stable")]
    return Happening(
        category=category,
        triggers=tuple(span_of(triggers[index], text, tokens) for index in told_best),
        realis=Realis(realis),
        modes=tuple(name.split("/")[1] for name, p in zip(labels.modes, modes, strict=True)
                    if p >= MIN_MODE and name.startswith(f"{category}/")),
        acled=labels.acled[acled - 1] if acled else None,
        traits=tuple(name for name, p in zip(labels.traits, traits, strict=True) if p >= MIN_TRAIT),
        arguments=_arguments(scores.roles[group].max(0), mentions, labels),
        responds_to=responds_to,
        p=float((1 - probabilities[group, 0]).max()),
    )


def _arguments(logits: Floats, mentions: tuple[Mention, ...], labels: Labels) -> tuple[Argument, ...]:
    """The roles of the mentions (m, roles) in one event."""
    found: list[Argument] = []
    if not mentions:
        return ()
    p = sigmoid(logits)
    for column, name in enumerate(labels.roles):
        role = Role(name)
        fitting = [index for index, mention in enumerate(mentions) if mention.kind is KIND_OF[role] and p[index, column] >= MIN_ROLE]
        if role in SINGLE:
            fitting = sorted(fitting, key=lambda index: -float(p[index, column]))[:1]
        found += [Argument(role=role, mention=index, p=float(p[index, column])) for index in fitting]
    return tuple(found)


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


def span_of(piece: Piece, text: str, tokens: Tokens) -> Span:
    """The stretch of text that a range of word pieces covers."""
    start, end = piece
    return Span.of(text, int(tokens.offsets[start][0]), int(tokens.offsets[end - 1][1]))
