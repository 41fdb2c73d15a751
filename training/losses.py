"""What the network is to learn from one report, as one number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name that torch's documentation uses

from tacitus.model import Kind
from tacitus.reading import LENIENCE, Labels, Piece, likeness, spans_of, with_known
from training.examples import EventExample, Example
from training.network import ReaderNetwork

# Weights of the parts of the loss. Binary parts are summed over labels and averaged over events: a mean over all cells
# would drown the few that hold (four roles of six hundred).
WEIGHTS = {
    "tags": 1.0,
    "category": 1.0,
    "realis": 0.5,
    "modes": 0.4,
    "acled": 0.4,
    "traits": 0.4,
    "salience": 0.2,
    "roles": 0.3,
    "identity": 0.3,
    "responses": 0.3,
    "sectors": 0.2,
}
# The likeliest proposals of each kind that are kept: an untaught tagger proposes every word.
N_PROPOSED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The spans of one training step: the annotated ones first, then those that the tagger would propose."""

    triggers: tuple[Piece, ...]
    mentions: tuple[tuple[int, Piece], ...]


def candidates(example: Example, logits: Tensor, kinds: Sequence[Kind]) -> Candidates:
    """Annotated spans, and those of the tagger and the rules that touch no annotated one of their kind."""
    n_kinds = len(kinds)
    scores = logits.detach().float().numpy().reshape(len(example.tokens), n_kinds + 1, 3)
    own = [_proposed(example, scores[:, kind]) for kind in range(n_kinds + 1)]
    found = (with_known(own[index], _known(example, kind), kind) for index, kind in enumerate(kinds))
    mentions = tuple((index, piece) for index, spans in enumerate(found) for piece in _free(example, index, spans))
    return Candidates(
        triggers=(*example.triggers, *_free(example, n_kinds, own[-1])), mentions=(*example.mentions, *mentions)
    )


def _known(example: Example, kind: Kind) -> tuple[Piece, ...]:
    return tuple(piece for other, piece in example.known if other is kind)


def _proposed(example: Example, scores: np.ndarray) -> tuple[tuple[Piece, float], ...]:
    found = spans_of(scores, example.tokens, lenience=LENIENCE)
    return tuple(sorted(found, key=lambda one: -one[1])[:N_PROPOSED])


def _free(example: Example, kind: int, spans: tuple[tuple[Piece, float], ...]) -> list[Piece]:
    """Those that touch no annotated span."""
    return sorted(piece for piece, _ in spans if not example.tags[slice(*piece), kind].any())


def report_loss(network: ReaderNetwork, example: Example, hidden: Tensor, labels: Labels) -> dict[str, Tensor]:
    """The parts of the loss of one report; `hidden` is float (n_tokens, WIDTH)."""
    n_kinds = len(labels.kinds)
    logits = network.candidates(hidden)
    tags = torch.from_numpy(example.tags)
    parts = {"tags": F.cross_entropy(logits.view(-1, n_kinds + 1, 3).flatten(0, 1), tags.flatten()) * (n_kinds + 1)}
    spans = candidates(example, logits, tuple(map(Kind, labels.kinds)))
    if not spans.triggers:
        return parts
    scored = network.spans(
        hidden,
        torch.tensor(spans.triggers),
        torch.tensor([piece for _, piece in spans.mentions], dtype=torch.long).view(-1, 2),
        torch.tensor([kind for kind, _ in spans.mentions], dtype=torch.long),
        torch.from_numpy(likeness(spans.triggers, example.text, example.tokens)),
        torch.from_numpy(example.tokens.sentences),
    )
    _, category, realis, modes, acled, traits, salience, roles, identity, responses, sectors = scored
    parts["category"] = F.cross_entropy(category, _categories(example, len(spans.triggers)))
    if not example.events:
        return parts
    weights = _weights(example.events, salience[:, 0])
    parts["salience"] = _salience(example.events, salience[:, 0])
    parts["realis"] = F.cross_entropy(weights @ realis, torch.tensor([event.realis for event in example.events]))
    parts["acled"] = F.cross_entropy(weights @ acled, torch.tensor([event.acled for event in example.events]))
    parts["modes"] = _binary(weights @ modes, [event.modes for event in example.events])
    parts["traits"] = _binary(weights @ traits, [event.traits for event in example.events])
    if len(spans.mentions):
        names = _names(spans.mentions, example, alone=labels.kinds.index(Kind.NUMBER))
        parts["roles"] = _roles(example.events, roles, names)
    if example.sectors:
        told, wanted = map(list, zip(*example.sectors, strict=True))
        parts["sectors"] = F.cross_entropy(sectors[told], torch.tensor(wanted))
    parts["identity"] = _identity(example, identity[..., 0])
    parts["responses"] = _responses(example.events, responses[..., 0])
    return parts


def _categories(example: Example, n_triggers: int) -> Tensor:
    """The category of each candidate, 0 for no event; of a trigger that two events share, the first event's."""
    gold = torch.zeros(n_triggers, dtype=torch.long)
    for event in reversed(example.events):
        gold[list(event.triggers)] = 1 + event.category
    return gold


def _weights(events: tuple[EventExample, ...], salience: Tensor) -> Tensor:
    """How much each trigger says about each event: (events, triggers), rows sum to 1."""
    mask = torch.full((len(events), len(salience)), -1e4)
    for row, event in enumerate(events):
        mask[row, list(event.triggers)] = 0.0
    return (mask + salience[None]).softmax(-1)


def _salience(events: tuple[EventExample, ...], salience: Tensor) -> Tensor:
    """The trigger where the event is told best is to score highest among its triggers."""
    told = [event for event in events if len(event.triggers) > 1]
    if not told:
        return salience.sum() * 0
    return torch.stack([F.cross_entropy(salience[list(event.triggers)], torch.tensor(0)) for event in told]).mean()


def _binary(logits: Tensor, gold: list[tuple[int, ...]]) -> Tensor:
    wanted = torch.zeros_like(logits)
    for row, columns in enumerate(gold):
        wanted[row, list(columns)] = 1.0
    return F.binary_cross_entropy_with_logits(logits, wanted, reduction="sum") / len(gold)


def _roles(events: tuple[EventExample, ...], roles: Tensor, names: list[int]) -> Tensor:
    """A mention plays a role in an event if it does so with one of the event's triggers, told anywhere in the report.

    `names` numbers the mentions by their words: where a report says "Israel" five times, the annotation points at one
    of them, and which one is chance. So the likeliest mention of a name stands for all.
    Two events that share a trigger ("attacks in A and B") teach nothing about each other's mentions.
    """
    by_mention = torch.stack([roles[list(event.triggers)].amax(0) for event in events])
    number = torch.tensor(names)
    shape = (len(events), max(names) + 1, roles.shape[-1])
    logits = by_mention.new_full(shape, -1e4).scatter_reduce(
        1, number[None, :, None].expand_as(by_mention), by_mention, "amax"
    )
    wanted, counted = torch.zeros_like(logits), torch.ones_like(logits)
    for row, event in enumerate(events):
        for other in events:
            if other is not event and set(other.triggers) & set(event.triggers):
                for mention, role in other.arguments:
                    counted[row, names[mention], role] = 0.0
    for row, event in enumerate(events):
        for mention, role in event.arguments:
            wanted[row, names[mention], role] = counted[row, names[mention], role] = 1.0
    return F.binary_cross_entropy_with_logits(logits, wanted, weight=counted, reduction="sum") / len(events)


def _names(mentions: tuple[tuple[int, Piece], ...], example: Example, alone: int) -> list[int]:
    """Mentions of one kind and the same words get the same number; those of the kind `alone` each their own."""
    numbers: dict[tuple[int, str], int] = {}
    found = []
    for index, (kind, (start, end)) in enumerate(mentions):
        words = example.text[example.tokens.offsets[start, 0] : example.tokens.offsets[end - 1, 1]].lower()
        key = (kind, str(index) if kind == alone else words.removeprefix("the "))
        found.append(numbers.setdefault(key, len(numbers)))
    return found


def _identity(example: Example, logits: Tensor) -> Tensor:
    """Whether two annotated triggers tell one event."""
    n = len(example.triggers)
    if n < 2:
        return logits.sum() * 0
    same = torch.zeros(n, n)
    for event in example.events:
        index = torch.tensor(event.triggers)
        same[index[:, None], index[None]] = 1.0
    upper = torch.triu_indices(n, n, offset=1)
    return F.binary_cross_entropy_with_logits(logits[upper[0], upper[1]], same[upper[0], upper[1]], reduction="sum") / n


def _responses(events: tuple[EventExample, ...], logits: Tensor) -> Tensor:
    """Whether one event answers another."""
    n = len(events)
    if n < 2:
        return logits.sum() * 0
    other, wanted = torch.ones(n, len(logits), dtype=torch.bool), torch.zeros(n, n)
    for row, event in enumerate(events):
        other[row, list(event.triggers)] = False
        wanted[row, list(event.responds_to)] = 1.0
    by_trigger = logits[None].masked_fill(other[..., None], -1e4).amax(1)
    best = by_trigger[:, None].masked_fill(other[None], -1e4).amax(2)
    return F.binary_cross_entropy_with_logits(best, wanted, weight=1 - torch.eye(n), reduction="sum") / n
