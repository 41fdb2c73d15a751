"""TempEval-3: events by the reader. The times are scored beside them, in `benchmarks.times`."""

from pathlib import Path

from benchmarks._spans import exact_sums, labelled
from benchmarks._system import System, tag_head
from tacitus.analysis.agreement import Estimate, Tally, estimates, found
from training.corpora import tempeval3

EVENT = "event"


def events(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """Exact F1 of events, of whatever class."""
    tag_head(system.reader, "tempeval3")
    tallies = []
    for report in tempeval3(folder, split):
        gold = frozenset((EVENT, event.start, event.end) for event in report.events)
        tags = labelled(system.reader.tag("tempeval3", report.text))
        predicted = frozenset(tag for tag in tags if tag[0] == EVENT)
        tallies.append(Tally(document=report.id, sums=exact_sums(gold, predicted)))
    return estimates(tallies, found(f"{EVENT}_"))
