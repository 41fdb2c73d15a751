"""One step of training: texts through the encoder once, and the loss of every head that they teach."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from tacitus.reading import Labels, Tokens, owners, window_arrays, windows
from training.examples import Example
from training.lengths import padded
from training.losses import WEIGHTS, report_loss
from training.network import ReaderNetwork
from training.schedule import TaskExample
from training.tasks import TagExample


def encode(network: ReaderNetwork, texts: Sequence[Tokens], budget: int) -> list[tuple[Tensor, Tensor]]:
    """For each text its pieces' vectors (n_tokens, WIDTH), and its windows' text vectors (n_windows, 2 * WIDTH).

    The batch is filled up with empty windows to `budget` word pieces.
    """
    ranges = [windows(len(tokens)) for tokens in texts]
    length = padded(2 + max(end - start for found in ranges for start, end in found))
    arrays = [window_arrays(tokens, found, length) for tokens, found in zip(texts, ranges, strict=True)]
    n_free = max(0, budget // length - sum(map(len, ranges)))
    empty = np.zeros((n_free, length), dtype=np.int64)
    ids, mask, cases = (torch.from_numpy(np.concatenate([*parts, empty])) for parts in zip(*arrays, strict=True))
    mask[:, 0] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encoder(ids, cases, mask)
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
    network: ReaderNetwork, reports: Sequence[Example], labels: Labels, budget: int
) -> tuple[Tensor, dict[str, float]]:
    """The weighted loss of annotated reports, and its parts for the log."""
    total, log = torch.zeros(()), dict.fromkeys(WEIGHTS, 0.0)
    encoded = encode(network, [report.tokens for report in reports], budget)
    for report, (hidden, _) in zip(reports, encoded, strict=True):
        for name, part in report_loss(network, report, hidden, labels).items():
            total = total + WEIGHTS[name] * part / len(reports)
            log[name] += float(part.detach()) / len(reports)
    return total, log


def task_loss(network: ReaderNetwork, texts: Sequence[TaskExample], budget: int) -> Tensor:
    """The mean loss of corpus texts of one head."""
    encoded = encode(network, [text.tokens for text in texts], budget)
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


def recased(report: Example, rng: np.random.Generator, share: float) -> Example:
    """The report as it is, or as if written in capitals, or as if without: only the letter cases change."""
    drawn = rng.random()
    if drawn >= 2 * share:
        return report
    cases = np.full_like(report.tokens.cases, 2 if drawn < share else 0)
    return replace(report, tokens=replace(report.tokens, cases=cases))
