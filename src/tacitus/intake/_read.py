"""The front door: reports from paths, one after the other, each with an id of its own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from tacitus.intake._dates import checked_day
from tacitus.intake._fields import found
from tacitus.intake._language import in_a_kept_language
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import Settings
from tacitus.intake._sources import Sources
from tacitus.model import Rejection, Report

_N_DIGEST: Final = 8


def read(
    paths: Iterable[str | Path], *, settings: Settings | None = None, today: date | None = None
) -> Iterator[Report | Rejection]:
    """The reports of files, folders, patterns, standard input and URLs, in the order given, read only as asked for.

    A folder stands for its files of the kinds known (docs/intake.md) and those of the folders below it, sorted by
    name; `-` for standard input. Ids are unique within one call.

    Args:
        paths: Files, folders, patterns such as `archive/**/*.html`, http and https URLs, or `-`.
        settings: Columns, languages, how URLs are fetched.
        today: The day after which a publication date is too far in the future; overrides that of the settings.
    """
    settings = settings or Settings()
    today = today or settings.today or datetime.now(UTC).date()
    sources = Sources(settings, today)
    taken: set[str] = set()
    for path in map(str, paths):
        for outcome in sources.outcomes(path):
            yield outcome if isinstance(outcome, Rejection) else _kept(outcome, settings, taken, today)


def from_row(
    row: Mapping[str, Any], *, source: str, doc_id: str, settings: Settings | None = None, today: date | None = None
) -> Report | Rejection:
    """The report of one row of somebody else's table, by the same rules: for frames and streams that are not files.

    `doc_id` is for a row that brings none. A row says nothing of others, so ids are not compared.
    """
    settings = settings or Settings()
    today = today or settings.today or datetime.now(UTC).date()
    origin = Origin(source=source, stem=doc_id, today=today, settings=settings)
    try:
        return _kept(found(row, origin, doc_id), settings, set(), today)
    except Refused as refused:
        return replace(origin.rejection(refused), doc_id=doc_id)


def _kept(outcome: Found, settings: Settings, taken: set[str], today: date) -> Report | Rejection:
    report = outcome.report
    try:
        in_a_kept_language(outcome, settings.languages)
        return _dated(_with_own_id(outcome, taken), settings.published, today)
    except Refused as refused:
        return Rejection(
            source=outcome.source, code=refused.code, reason=refused.reason, line=outcome.line, doc_id=report.doc_id
        )


def _dated(report: Report, published: date | None, today: date) -> Report:
    """The report with the day that was given for reports which tell none."""
    if report.published is not None or published is None:
        return report
    return replace(report, published=checked_day(published, today))


def _with_own_id(found: Found, taken: set[str]) -> Report:
    """The report with an id that no earlier one has; only an id that we made up ourselves may be changed."""
    report = found.report
    if report.doc_id in taken and not found.named:
        report = replace(report, doc_id=f"{report.doc_id}-{report.sha256[:_N_DIGEST]}")
    if report.doc_id in taken:
        reason = f"has the id {report.doc_id!r} of an earlier report; give it another, or leave out the repetition"
        raise Refused(Code.DUPLICATE_ID, reason)
    taken.add(report.doc_id)
    return report
