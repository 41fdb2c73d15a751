"""For each kind of mistake a text in which it is made: of our own texts, really coded.

Candidates are the texts beside this file, most of them written to be hard, and those of the written reports that were
held out of training. Of each kind the shortest text is shown that no other kind shows.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.held_out import KINDS, Document, Mistake, mistakes, share_words
from docs.accuracy._told import told, value_told
from tacitus.analysis.agreement import Value
from tacitus.flow import Coder, one
from tacitus.model import Report
from tacitus.records import as_record, event_as_record
from training.standoff import Annotation, load_reports, read_notes

TEXTS: Final = Path(__file__).with_name("texts.jsonl")
NOTES: Final = Path(__file__).with_name("notes.txt")
WRITTEN: Final = Path(__file__).parents[2] / "training" / "written" / "reports.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A text that we wrote, with what it tells and what was read in it."""

    report: Report
    document: Document


def examples(held_out: Sequence[Document], coder: Coder) -> list[dict[str, Any]]:
    """An example of each kind of mistake, as JSON values; a kind that no text shows has none.

    Raises:
        SystemExit: the held-out records are not what this coder reads.
    """
    candidates = [*written(held_out, coder), *own(coder)]
    used = set[str]()
    shown = []
    for kind in KINDS:
        made = [(text, found) for text in candidates for found in mistakes(text.document) if found.kind == kind.name]
        if made:
            candidate, mistake = min(made, key=lambda pair: _preferred(pair[0].report, used))
            used.add(candidate.report.doc_id)
            shown.append(_as_record(candidate, mistake))
    return shown


def own(coder: Coder) -> Iterator[Candidate]:
    """The texts beside this file."""
    for annotation in annotated():
        gold = {"events": [_plain(event_as_record(event)) for event in annotation.events]}
        yield Candidate(report=annotation.report, document=Document.of(gold, _read(annotation.report, coder)))


def annotated() -> Iterator[Annotation]:
    """The texts beside this file with what they tell.

    Raises:
        SystemExit: a note does not fit its text.
    """
    for found in read_notes(NOTES, load_reports(TEXTS)):
        if not isinstance(found, Annotation):
            raise SystemExit(f"{NOTES.name}: {found}")
        yield found


def written(held_out: Sequence[Document], coder: Coder) -> Iterator[Candidate]:
    """The written reports among the held-out ones."""
    reports = load_reports(WRITTEN)
    for document in held_out:
        if report := reports.get(document.doc_id):
            if tuple(_read(report, coder)["events"]) != document.read:
                raise SystemExit(
                    f"{document.doc_id}: the records are not what the packaged reader reads; write them again with "
                    "`python -m training.evaluate src/tacitus/reading/weights …`, after calibration"
                )
            yield Candidate(report=report, document=document)


def _read(report: Report, coder: Coder) -> Any:
    return _plain(as_record(one(report, coder)))


def _plain(record: Any) -> Any:
    """As it comes back from a file."""
    return json.loads(json.dumps(record))


def _preferred(report: Report, used: set[str]) -> tuple[bool, int, str]:
    return report.doc_id in used, len(report.text), report.doc_id


def _as_record(candidate: Candidate, mistake: Mistake) -> dict[str, Any]:
    published = candidate.report.published
    return {
        "kind": mistake.kind,
        "doc_id": candidate.report.doc_id,
        "published": published and published.isoformat(),
        "text": candidate.report.text,
        "value": value_told(mistake.value),
        "right": told(mistake.gold) if mistake.gold else None,
        "read": [told(event) for event in candidate.document.read if _concerns(event, mistake)],
    }


def _concerns(event: Value, mistake: Mistake) -> bool:
    """Whether it is the event read, or one read from the words of the event told."""
    return event is mistake.read or (mistake.gold is not None and share_words(event, mistake.gold))
