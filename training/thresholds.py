"""Choose `tacitus.reading.Thresholds`: `python -m training.thresholds --reports FILE… --hold-out N`.

One after another each threshold is moved to where events and slots are found best in reports that the training held
out: the sum of both F1. The network reads each report once. What is chosen is printed, to be written into the code.
"""

import argparse
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

import numpy as np

from tacitus.analysis.agreement import Value, added, event_statistics, event_sums
from tacitus.codebook import Codebook, load_codebook
from tacitus.coding import assemble
from tacitus.grounding import find, ground
from tacitus.grounding.parties import Registry
from tacitus.grounding.places import Gazetteer
from tacitus.model import Grounding, Reading
from tacitus.reading import Reader, Section, SpanScores, Thresholds, decide, softmax
from tacitus.records import event_as_record
from training.evaluate import held_out, reader_of
from training.export import WEIGHTS
from training.standoff import Annotation
from training.train import HERE, N_FOLDS

WHOLE = {"category", "sectors"}  # of all triggers, of all mentions
LEAST = 0.3  # no event of less is tried
N_ROUNDS = 2
STEPS = (-0.12, -0.08, -0.04, 0.04, 0.08, 0.12)
# A written report counts as so many others: the releases, statements, broadcasts and articles in whose manner most of
# them are written are a fifth of the held-out reports, and to weigh as much as what the corpora are full of.
WRITTEN = 4
WIDER = {"identity": 6.0}  # a logit moves further than a probability
log = logging.getLogger("training")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A held-out report: how much it counts, what was annotated, what the network said, what its mentions mean."""

    weight: int
    gold: tuple[Value, ...]
    section: Section | None
    grounding: Grounding | None


def read(annotation: Annotation, reader: Reader, gazetteer: Gazetteer, registry: Registry) -> Read:
    """Let the network read one report, which is short enough for one section."""
    report = annotation.report
    gold = tuple(event_as_record(event) for event in annotation.events)
    weight = WRITTEN if annotation.doc_id.startswith("written-") else 1
    section = next(reader.sections(report, known=find(report, gazetteer=gazetteer), least=LEAST), None)
    if section is None:
        return Read(weight=weight, gold=gold, section=None, grounding=None)
    whole = Reading(mentions=section.mentions, happenings=())
    meant = ground(report, whole, gazetteer=gazetteer, registry=registry)
    return Read(weight=weight, gold=gold, section=section, grounding=meant)


def kept(scores: SpanScores, least: float) -> SpanScores:
    """The scores as they are when triggers of less are not kept."""
    likely = np.flatnonzero(1 - softmax(scores.category[scores.kept])[:, 0] >= least)
    rows = {field.name: getattr(scores, field.name)[likely] for field in fields(scores) if field.name not in WHOLE}
    pairs = {name: rows[name][:, likely] for name in ("identity", "responses")}
    return replace(scores, **{**rows, **pairs})


def score(reports: Sequence[Read], reader: Reader, book: Codebook, thresholds: Thresholds) -> tuple[float, float]:
    """F1 of events and of slots."""
    sums = []
    for one in reports:
        events: tuple[Value, ...] = ()
        if one.section and one.grounding:
            scores = kept(one.section.scores, thresholds.event)
            reading = decide(
                scores, one.section.triggers, one.section.mentions, labels=reader.labels, thresholds=thresholds
            )
            events = tuple(map(event_as_record, assemble(reading, one.grounding, codebook=book)))
        sums += [event_sums(one.gold, events)] * one.weight
    whole, statistics = Counter(added(sums)), event_statistics()
    return statistics["events_f1"](whole), statistics["slots_f1"](whole)


def main() -> None:
    """Sweep, and print what is best."""
    parser = argparse.ArgumentParser(prog="python -m training.thresholds", description=__doc__)
    parser.add_argument("run", type=Path, nargs="?", default=WEIGHTS, help="folder of a training or an exported model")
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--annotations", type=Path, default=HERE / "annotations")
    parser.add_argument("--hold-out", type=int, nargs="+", choices=range(N_FOLDS), required=True)
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    reader, book = reader_of(chosen.run), load_codebook()
    gazetteer, registry = Gazetteer.load(), Registry.load()
    annotations = held_out(chosen.annotations, chosen.reports, chosen.hold_out)
    reports = [read(annotation, reader, gazetteer, registry) for annotation in annotations]
    best = Thresholds()
    reached = score(reports, reader, book, best)
    log.info("%d reports, at first events %.3f, slots %.3f", len(reports), *reached)
    for _ in range(N_ROUNDS):
        for field in fields(Thresholds):
            now = getattr(best, field.name)
            for step in STEPS:
                moved = round(now + step * WIDER.get(field.name, 1.0), 2)
                tried = replace(best, **{field.name: moved})
                if field.name == "event" and moved < LEAST:
                    continue
                figures = score(reports, reader, book, tried)
                if sum(figures) > sum(reached):
                    best, reached = tried, figures
            log.info("%s %.2f: events %.3f, slots %.3f", field.name, getattr(best, field.name), *reached)
    print(*(f"{name}: float = {value}" for name, value in asdict(best).items()), sep="\n")


if __name__ == "__main__":
    main()
