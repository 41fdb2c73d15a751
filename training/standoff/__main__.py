"""Convert, show and check annotations.

`python -m training.standoff show DOC_ID --reports reports.jsonl` prints a report and its events with their words;
`check` reads all stored annotations against their reports, `lint` finds what may break the guide, and
`convert --notes FOLDER` makes stored annotations from notes.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from tacitus.model import Rejection, Report
from training.standoff._notes import read_notes
from training.standoff._quoting import quoting_notes, without_quoting_notes
from training.standoff._read import read_annotations, scan_annotations
from training.standoff._record import Annotation, AnnotationError, load_reports
from training.standoff._show import shown
from training.standoff._write import write_annotations
from training.standoff.rules import STRICT, lint

ANNOTATIONS = Path(__file__).parent.parent / "annotations"
WRITTEN = Path(__file__).parent.parent / "written" / "reports.jsonl"  # reports of our own, kept with their texts


def _reports(options: argparse.Namespace) -> dict[str, Report]:
    own = [WRITTEN] if WRITTEN.exists() else []
    return {doc_id: report for path in (*own, *options.reports) for doc_id, report in load_reports(path).items()}


def _convert(options: argparse.Namespace) -> int:
    reports = _reports(options)
    options.out.mkdir(parents=True, exist_ok=True)
    n_faults = n_written = n_quoting = 0
    for notes in sorted(options.notes.glob("*.txt")):
        found = list(read_notes(notes, reports))
        kept = [item for item in found if isinstance(item, Annotation)]
        n_quoting += sum(len(list(quoting_notes(item))) for item in kept)
        write_annotations(map(without_quoting_notes, kept), options.out / notes.name)
        n_written += len(kept)
        for fault in found:
            if isinstance(fault, Rejection):
                n_faults += 1
                print(fault, file=sys.stderr)
    print(f"{n_written} annotations written, {n_faults} faults, {n_quoting} notes left out because they quote")
    return 1 if n_faults else 0


def _show(options: argparse.Namespace) -> int:
    wanted = [item for item in read_annotations(options.annotations, _reports(options))
              if item.doc_id in options.doc_id]  # fmt: skip
    print("\n".join(map(shown, wanted)))
    return 0 if len(wanted) == len(set(options.doc_id)) else 1


def _check(options: argparse.Namespace) -> int:
    found = list(scan_annotations(options.annotations, _reports(options)))
    faults = [str(item) for item in found if isinstance(item, Rejection)]
    faults += [f"{item.doc_id} {event.id}: the note quotes the report" for item in found if isinstance(item, Annotation)
               for event in quoting_notes(item)]  # fmt: skip
    print(*faults, f"{len(found)} annotations, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


def _lint(options: argparse.Namespace) -> int:
    annotations = read_annotations(options.annotations, _reports(options))
    hits = [(annotation, rule, hit) for annotation, rule, hit in lint(annotations)
            if not options.rule or rule in options.rule]  # fmt: skip
    for annotation, rule, hit in hits:
        print(f"{annotation.doc_id} {hit.event_id} {rule}: {hit.why}")
    counts = Counter(rule for _, rule, _ in hits)
    print(*(f"{count:5} {rule}" for rule, count in counts.most_common()), sep="\n")
    return 1 if any(rule.__name__ in counts for rule in STRICT) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.standoff", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    commands = parser.add_subparsers(required=True)
    for name, run in (("convert", _convert), ("show", _show), ("check", _check), ("lint", _lint)):
        command = commands.add_parser(name)
        command.set_defaults(run=run)
        command.add_argument("--reports", type=Path, action="append", default=[], help="JSONL file of the texts")
        if name == "convert":
            command.add_argument("--notes", type=Path, required=True, help="folder of notes in the short form")
            command.add_argument("--out", type=Path, default=ANNOTATIONS)
        else:
            command.add_argument("--annotations", type=Path, default=ANNOTATIONS, help="file or folder")
        if name == "lint":
            command.add_argument("--rule", action="append", help="print the hits of this rule alone")
        if name == "show":
            command.add_argument("doc_id", nargs="+")
    return parser.parse_args()


if __name__ == "__main__":
    chosen = _options()
    try:
        sys.exit(chosen.run(chosen))
    except AnnotationError as fault:
        sys.exit(str(fault))
