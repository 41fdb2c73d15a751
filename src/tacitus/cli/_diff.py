"""`tacitus diff`."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus import records
from tacitus.cli._misuse import misuse
from tacitus.cli._options import LedgerName
from tacitus.views import visible

if TYPE_CHECKING:
    from tacitus.ledger import ChangedEvent, ReportDiff
    from tacitus.model import Event

_Before = Annotated[int | None, typer.Argument(metavar="RUN", show_default=False, help="The run before.")]
_After = Annotated[int | None, typer.Argument(metavar="RUN", show_default=False, help="The run after.")]
_Json = Annotated[bool, typer.Option("--json", help="One JSON object a line for each report.")]
_Runs = Annotated[bool, typer.Option("--runs", help="List the runs and their versions instead.")]


def diff(
    ledger: LedgerName, before: _Before = None, after: _After = None, as_json: _Json = False, runs: _Runs = False
) -> None:
    """Example: `tacitus diff war.db`, or `tacitus diff war.db 1 3`.

    Shows for each report what two runs coded differently: events that only one of them found, and the fields that
    changed. Without runs, each report's latest coding against the one before it. `+` is what the later one found, `-`
    what it no longer finds, `~` what it codes otherwise.
    """
    from tacitus.ledger import Ledger  # noqa: PLC0415  its libraries load slowly, `--help` needs none

    with misuse(), Ledger.open(ledger, create=False) as found:
        if runs:
            for run in found.runs():
                print(
                    f"{run.id}  {run.started_at:%Y-%m-%d %H:%M}  {run.n_reports} reports, {run.n_events} events  code "
                    f"{run.versions.code}  model {run.versions.model}  codebook {run.versions.codebook}  gazetteer "
                    f"{run.versions.gazetteer}"
                )
            return
        differing = found.diffs(before, after)
        _print_json(differing) if as_json else _print_text(differing)


def _print_text(differing: Iterable["ReportDiff"]) -> None:
    n_reports = n_events = 0
    for report in differing:
        n_reports += 1
        n_events += len(report.changed)
        print(f"{visible(report.doc_id)}  ({report.n_same} events alike)")
        for event in report.changed:
            print("\n".join(f"  {visible(line)}" for line in _lines(event)))
    print(f"{n_events} events changed in {n_reports} reports" if n_reports else "no report is coded differently")


def _print_json(differing: Iterable["ReportDiff"]) -> None:
    for report in differing:
        changed = [
            {
                "event_id": event.event_id,
                "fields": list(event.fields),
                "before": event.before and records.event_as_record(event.before),
                "after": event.after and records.event_as_record(event.after),
            }
            for event in report.changed
        ]
        print(json.dumps({"doc_id": report.doc_id, "n_same": report.n_same, "changed": changed}, ensure_ascii=True))


def _lines(event: "ChangedEvent") -> list[str]:
    if event.before is None or event.after is None:
        sign, whole = ("+", event.after) if event.before is None else ("-", event.before)
        return [f"{sign} {_named(event.event_id, whole)}"]
    before, after = records.event_as_record(event.before), records.event_as_record(event.after)
    told = (f"    {field}: {_shown(before.get(field))} → {_shown(after.get(field))}" for field in event.fields)
    return [f"~ {_named(event.event_id, event.after)}", *told]


def _named(event_id: str, event: "Event | None") -> str:
    return event_id if event is None else f"{event_id} {event.category} “{event.trigger.text}”"


def _shown(value: object) -> str:
    """A value in few words: its words and what was made of them, without offsets."""
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "none"
    if not isinstance(value, dict):
        return "none" if value is None else str(value)
    told = {key: part for key, part in value.items() if key not in {"start", "end", "text", "rule"}}
    words = f"“{value['text']}”" if value.get("text") else ""
    return " ".join(filter(None, (words, " ".join(f"{key} {part}" for key, part in told.items()))))
