"""Which texts go through the network in which step: decided before the first step, by the seed alone."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tacitus.reading import windows
from training.examples import Example
from training.lengths import padded
from training.tasks import TagExample, TextExample

TaskExample = TagExample | TextExample


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Annotated reports, and corpus texts of one head each."""

    reports: tuple[Example, ...]
    tasks: tuple[tuple[TaskExample, ...], ...] = ()


def schedule(
    reports: Sequence[Example], tasks: Mapping[str, Sequence[TaskExample]], settings: Mapping[str, Any]
) -> tuple[Step, ...]:
    """All steps of a training, in order. Equal arguments give equal steps."""
    rng = np.random.default_rng(settings["seed"])
    reading = [batch for _ in range(settings["epochs"]) for batch in batches(reports, settings["batch_pieces"], rng)]
    extra = []
    for head, texts in tasks.items():
        rounds = [
            batches(texts, settings["task_batch_pieces"], rng)
            for _ in range(math.ceil(settings["tasks"][head]["epochs"]))
        ]
        times = settings["tasks"][head]["epochs"] / max(1, len(rounds))
        extra += [batch for some in rounds for batch in some[: round(times * len(some))]]
    extra = [extra[index] for index in rng.permutation(len(extra))]
    share = np.linspace(0, len(extra), len(reading) + 1).astype(int)
    return tuple(
        Step(reports=tuple(batch), tasks=tuple(tuple(more) for more in extra[share[index] : share[index + 1]]))
        for index, batch in enumerate(reading)
    )


def batches(texts: Sequence, budget: int, rng: np.random.Generator) -> list[list]:
    """Texts of like length together, batches in random order; a batch holds at most `budget` pieces with padding."""
    order = rng.permutation(len(texts))
    order = order[np.argsort([_length(texts[index]) + rng.integers(0, 64) for index in order], kind="stable")]
    found: list[list] = []
    batch: list = []
    for index in order:
        text = texts[index]
        grown = [*batch, text]
        if batch and sum(len(windows(len(one.tokens))) for one in grown) * padded(max(map(_length, grown))) > budget:
            found.append(batch)
            grown = [text]
        batch = grown
    found += [batch] if batch else []
    return [found[index] for index in rng.permutation(len(found))]


def _length(text: object) -> int:
    start, end = windows(len(text.tokens))[0]  # type: ignore[attr-defined]
    return end - start + 2
