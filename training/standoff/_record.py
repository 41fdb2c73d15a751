"""An annotation in memory, and the reports it is joined with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tacitus.errors import TacitusError
from tacitus.model import Event, Rejection, Report

# Permanent codes of what can be wrong with a stored annotation.
UNREADABLE = "N-01"
UNKNOWN_REPORT = "N-02"
OTHER_TEXT = "N-03"


class AnnotationError(TacitusError):
    """N-00: an annotation file cannot be used; the text names file and line."""

    code = "N-00"

    def __init__(self, fault: Rejection) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A report and the events that a person found in it, in the order of the file."""

    report: Report
    events: tuple[Event, ...]

    @property
    def doc_id(self) -> str:
        """The report's id."""
        return self.report.doc_id


def load_reports(path: Path) -> dict[str, Report]:
    """The reports of a JSONL file (`doc_id`, `text`, and `published` or null) by their ids."""
    with path.open(encoding="utf-8") as lines:
        reports = [_report(json.loads(line)) for line in lines if line.strip()]
    return {report.doc_id: report for report in reports}


def _report(record: Mapping[str, str | None]) -> Report:
    published = record.get("published")
    return Report(
        doc_id=record["doc_id"] or "",
        text=record["text"] or "",
        published=date.fromisoformat(published) if published else None,
    )
