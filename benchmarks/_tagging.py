"""Entities in sentences: exact F1 of spans, as seqeval computes it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks._spans import Labelled, exact_sums, labelled, snapped
from benchmarks._system import System, Tag, tag_head
from tacitus.analysis.agreement import Estimate, Tally, estimates, f1_each, found
from training.corpora import TaggedText

Read = Callable[[Path, str], tuple[TaggedText, ...]]


def tagging(read: Read, head: str) -> Callable[[Path, str, System], tuple[Estimate, ...]]:
    """The benchmark of a corpus of tagged sentences: F1 over all labels and for each."""

    def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
        labels = tag_head(system.reader, head)
        tallies = [_tally(text, system.reader.tag(head, text.text)) for text in read(folder, split)]
        return estimates(tallies, {**found(), **f1_each(f"{label}_" for label in labels)})

    return run


def _tally(text: TaggedText, tags: Iterable[Tag]) -> Tally:
    gold = frozenset((span.label, span.start, span.end) for span in text.spans)
    return Tally(document=text.document or text.id, sums=exact_sums(gold, snapped(flat(tags), text.tokens)))


def flat(tags: Iterable[Tag]) -> frozenset[Labelled]:
    """The tags without overlap, as the corpora have them: of those that share a character, the likeliest is kept."""
    kept: list[Tag] = []
    for tag in sorted(tags, key=lambda tag: (-tag[3], tag)):
        if all(tag[2] <= other[1] or other[2] <= tag[1] for other in kept):
            kept.append(tag)
    return labelled(kept)
