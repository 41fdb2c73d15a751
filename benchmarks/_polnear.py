"""PolNeAR: sources, cues and contents of attributions, by exact and partial overlap; no such figure is published."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks._spans import Labelled, exact_sums, labelled, partial_sums
from benchmarks._system import System, Tag, tag_head
from tacitus.analysis.agreement import Estimate, Tally, added, estimates, f1_each
from training.corpora import AttributedText, polnear

PARTS = ("source", "cue", "content")


def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """Exact and partial F1 of each part of attributions."""
    tag_head(system.reader, "polnear")
    tallies = [_tally(article, system.reader.tag("polnear", article.text)) for article in polnear(folder, split)]
    names = [f"{part}_{kind}" for part in PARTS for kind in ("", "partial_")]
    return estimates(tallies, f1_each(names))


def _tally(article: AttributedText, tags: Iterable[Tag]) -> Tally:
    gold = frozenset(
        (part.label, part.start, part.end)
        for told in article.attributions
        for part in (*told.source, *told.cue, *told.content)
    )
    predicted = labelled(tags)
    partial = [partial_sums(_of(part, gold), _of(part, predicted), f"{part}_partial_") for part in PARTS]
    return Tally(document=article.id, sums=added((exact_sums(gold, predicted), *partial)))


def _of(part: str, spans: frozenset[Labelled]) -> frozenset[Labelled]:
    return frozenset(span for span in spans if span[0] == part)
