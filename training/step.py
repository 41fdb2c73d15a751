"""One step of training: texts through the encoder once, and the loss of every head that they teach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from tacitus.reading import Labels, Tokens, owners, window_arrays, windows
from training.examples import Example
from training.lengths import padded
from training.losses import WEIGHTS, report_loss
from training.network import CHANCE, N_OWN, ReaderNetwork, through
from training.schedule import Step, TaskExample
from training.tasks import TagExample, TextExample

Text = TypeVar("Text", Example, TagExample, TextExample)
Log = dict[str, float]
MASK = 103  # the tokenizer's [MASK]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one thread does in a step: reports, and texts of the corpora in batches of one head each."""

    reports: tuple[Example, ...]
    tasks: tuple[tuple[TaskExample, ...], ...]


def shared(step: Step, n: int = 2) -> tuple[Work, ...]:
    """The work of a step, divided among `n` threads so that each has about as many word pieces."""
    reports: list[list[Example]] = [[] for _ in range(n)]
    for report in sorted(step.reports, key=lambda one: -len(one.tokens)):
        min(reports, key=lambda some: sum(len(one.tokens) for one in some)).append(report)
    order = sorted(reports, key=lambda some: sum(len(one.tokens) for one in some))
    return tuple(Work(reports=tuple(some), tasks=step.tasks[index::n]) for index, some in enumerate(order))


def do(network: ReaderNetwork, work: Work, labels: Labels, settings: Mapping[str, Any], n_reports: int) -> Log:
    """Add the gradients of one thread's work to those of `network`; `n_reports` are those of the whole step."""
    rng = np.random.default_rng(CHANCE.generator.initial_seed())
    log: Log = {}
    if work.reports:
        shown = [masked(recased(one, rng, settings["upper_case"]), rng, settings["masked"]) for one in work.reports]
        loss, log = reports_loss(network, shown, labels, n_reports)
        loss.backward()
    for texts in work.tasks:
        weight = settings["tasks"][texts[0].head]["weight"]
        (task_loss(network, [masked(text, rng, settings["masked"]) for text in texts]) * weight).backward()
    return log


def encode(network: ReaderNetwork, texts: Sequence[Tokens], *, own: bool = False) -> list[tuple[Tensor, Tensor]]:
    """For each text its pieces' vectors (n_tokens, WIDTH), and its windows' text vectors (n_windows, 2 * WIDTH).

    `own` takes them out of the last layers that some heads have for themselves.
    """
    ranges = [windows(len(tokens)) for tokens in texts]
    length = padded(2 + max(end - start for found in ranges for start, end in found))
    arrays = [window_arrays(tokens, found, length) for tokens, found in zip(texts, ranges, strict=True)]
    ids, mask, cases = (torch.from_numpy(np.concatenate(parts)) for parts in zip(*arrays, strict=True))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        lower = network.encoder.lower(ids, cases, mask)
        hidden = through(network.own if own else network.encoder.layers[-N_OWN:], lower, mask)
    hidden = hidden.float()
    whole = network.text_vector(hidden, mask)
    encoded, first = [], 0
    for tokens, found in zip(texts, ranges, strict=True):
        window, row = owners(found, len(tokens))
        rows = slice(first, first + len(found))
        encoded.append((hidden[rows][torch.from_numpy(window), torch.from_numpy(row)], whole[rows]))
        first += len(found)
    return encoded


def reports_loss(
    network: ReaderNetwork, reports: Sequence[Example], labels: Labels, n_reports: int
) -> tuple[Tensor, Log]:
    """The weighted loss of annotated reports over `n_reports`, and its parts for the log."""
    total, log = torch.zeros(()), dict.fromkeys(WEIGHTS, 0.0)
    encoded = encode(network, [report.tokens for report in reports])
    for report, (hidden, _) in zip(reports, encoded, strict=True):
        for name, part in report_loss(network, report, hidden, labels).items():
            total = total + WEIGHTS[name] * part / n_reports
            log[name] += float(part.detach()) / n_reports
    return total, log


def task_loss(network: ReaderNetwork, texts: Sequence[TaskExample]) -> Tensor:
    """The mean loss of corpus texts of one head."""
    encoded = encode(network, [text.tokens for text in texts])
    losses = []
    for text, (hidden, whole) in zip(texts, encoded, strict=True):
        if isinstance(text, TagExample):
            scores = network.tag_heads[text.head](hidden).view(-1, 3)
            losses.append(F.cross_entropy(scores, torch.from_numpy(text.tags).flatten()) * text.tags.shape[1])
        else:
            scores = network.text_heads[text.head](whole).amax(0)
            wanted = torch.from_numpy(text.wanted)
            losses.append(
                F.cross_entropy(scores, wanted.argmax())
                if text.one_of
                else F.binary_cross_entropy_with_logits(scores, wanted.float()) * len(wanted)
            )
    return torch.stack(losses).mean()


def masked(text: Text, rng: np.random.Generator, share: float) -> Text:
    """The text with a share of its word pieces hidden, so that the words around them must tell."""
    hidden = rng.random(len(text.tokens)) < share
    return replace(text, tokens=replace(text.tokens, ids=np.where(hidden, MASK, text.tokens.ids)))


def recased(report: Example, rng: np.random.Generator, share: float) -> Example:
    """The report as it is, or as if written in capitals, or as if without: only the letter cases change."""
    drawn = rng.random()
    if drawn >= 2 * share:
        return report
    cases = np.full_like(report.tokens.cases, 2 if drawn < share else 0)
    return replace(report, tokens=replace(report.tokens, cases=cases))
