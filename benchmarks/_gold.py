"""The annotated reports: whole events, coded from the text alone."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks._events import event_statistics, event_sums
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate, Tally, estimates
from tacitus.records import as_record


def run(folder: Path, _split: str, system: System) -> tuple[Estimate, ...]:
    """Every figure of `event_statistics` over the reports of a folder that holds `reports/` and `events/`."""
    tallies = []
    for path in sorted((folder / "events").glob("*.json")):
        report = _json(folder / "reports" / path.name)
        published = date.fromisoformat(report["published"]) if report.get("published") else None
        coded = system.code(report["text"], published=published)
        tallies.append(Tally(document=path.stem, sums=event_sums(_json(path)["events"], as_record(coded)["events"])))
    return estimates(tallies, event_statistics())


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
