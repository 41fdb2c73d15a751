"""The figures that are kept: measured once for a reader, and read whenever a page is renewed."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks import behaviour
from benchmarks._floors import floors
from benchmarks.held_out import documents, measured
from docs.accuracy._examples import examples
from tacitus.flow import Coder
from tests.behaviour._differences import rows, share
from tests.behaviour._score import together

Figures = Mapping[str, Any]
KEPT: Final = Path(__file__).parents[2] / "benchmarks" / "figures.json"


def kept() -> Figures:
    """What was measured last."""
    return _json(KEPT)


def keep(figures: Figures) -> None:
    """Write it to the file."""
    KEPT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def measured_on_records(folder: Path) -> Figures:
    """The figures of the held-out reports, of the written cases, and an example of each kind of mistake."""
    held_out, coder = documents(folder), Coder.load()
    shown = examples(held_out, coder)  # first: it refuses records of another reader
    return {
        "reader": coder.versions.model,
        "measured_on": date.today().isoformat(),
        "held_out": measured(held_out),
        "behaviour": _behaviour(),
        "examples": shown,
    }


def _behaviour() -> Figures:
    """The written cases, and what differs when the parties of a report exchange their names."""
    scores, compared = behaviour.measured()
    pairs = {one.template.pair.name for one in compared}
    differing = [
        {"name": row.name, "n_values": row.n_slots, "n_differing": row.n_differing}
        for row in rows(compared)
        if row.n_slots
    ]
    return {
        "n_cases": sum(len(one.judged) for one in scores),
        "n_expectations": sum(one.n_checks for one in scores),
        "met": round(together(scores).share, 4),
        "by_phenomenon": {one.name: round(one.share, 4) for one in scores},
        "n_reports": len(compared),
        "differing": round(share(compared), 4),
        "by_field": [row for row in differing if row["name"] not in pairs],
        "by_pair": [row for row in differing if row["name"] in pairs],
    }


def of_benchmarks(results: Path) -> Figures:
    """The figures that have a floor, from what `python -m benchmarks all --json` printed."""
    wanted = set(floors())
    return {
        name: {
            figure["metric"]: [figure["value"], figure["low"], figure["high"]]
            for figure in result["figures"]
            if (name, figure["metric"]) in wanted
        }
        for name, result in _json(results).items()
        if any(name == pinned for pinned, _ in wanted) and "figures" in result
    }


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
