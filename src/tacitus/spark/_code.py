"""Coding: a table of reports to a table of records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

import pyarrow as pa

from tacitus import flow, intake, records, relevance
from tacitus.errors import SparkInputError
from tacitus.model import CodedReport, Rejection, Report
from tacitus.spark._session import PLACE, ROW, in_spark

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

SCHEMA: Final = pa.schema(
    [
        ("outcome", pa.string()),
        ("month", pa.string()),
        ("doc_id", pa.string()),
        ("published", pa.date32()),
        ("record", pa.string()),
        ("n_events", pa.int32()),
        ("code", pa.string()),
        ("reason", pa.string()),
        ("text", pa.string()),
    ]
)
"""A row for each report. `outcome` is coded, rejected, set aside or failed. `record` is the line of JSON of a coded
report, `month` (YYYY-MM, or undated) that of its publication, `text` its text where that was asked for; `code` and
`reason` tell why any other report was not coded."""

CODED: Final = "coded"
UNDATED: Final = "undated"

N_ROWS: Final = 32
"""Records handed back at a time: some seconds of work, and under a megabyte."""

FILES_A_MONTH: Final = 8
"""Into how many files a month is written at most, so that neither a month of millions nor a decade of months hurts."""


def code(
    frame: "DataFrame",
    *,
    settings: intake.Settings | None = None,
    codebook: str | Path | None = None,
    relevance_threshold: float | None = None,
    keep_text: bool = False,
) -> "DataFrame":
    """The records of a table of reports, in the form of `SCHEMA`; nothing runs until they are asked for.

    Args:
        frame: reports with a column `text`, and of `doc_id`, `published`, `title`, `source`, `url` those there are. A
            row without an id gets one from the digest of its text, or from its file where `read` made the frame.
        settings: other names of columns, languages.
        codebook: a folder laid over the packaged codebook, at the same path on every worker.
        relevance_threshold: set aside what the first look (`tacitus.relevance`) finds less likely to tell of conflict;
            without it everything is read. The command passes `tacitus.relevance.THRESHOLD`.
        keep_text: also give the texts, which `link` needs.

    Raises:
        SparkInputError: the table has no column of texts.
    """
    given = settings or intake.Settings()
    # The same day on every worker: a report must not be from the future on one of them only.
    chosen = replace(given, today=given.today or datetime.now(UTC).date())
    names = [chosen.column(field) for field in intake.FIELDS]
    if chosen.column("text") not in frame.columns:
        raise SparkInputError(
            f"{SparkInputError.code}: the table has no column {chosen.column('text')!r} "
            f"(it has {', '.join(frame.columns[:8])}); say where the texts are, as in columns text=body"
        )
    asked = _Asked(
        settings=chosen,
        codebook=Path(codebook) if codebook else None,
        threshold=relevance_threshold,
        keep_text=keep_text,
    )

    def batches(given: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return _coded(given, asked)

    wanted = [name for name in (*names, PLACE, ROW) if name in frame.columns]
    return frame.select(*wanted).mapInArrow(batches, in_spark(SCHEMA))


def save(coded: "DataFrame", path: str) -> dict[str, int]:
    """Write records as Parquet, in folders by outcome and month, and count the outcomes.

    Raises:
        SparkInputError: there is something at the path already.
    """
    from pyspark.errors import AnalysisException  # noqa: PLC0415  an extra of the package
    from pyspark.sql import functions as f  # noqa: PLC0415

    spread = coded.repartition("outcome", "month", f.pmod(f.xxhash64("doc_id"), f.lit(FILES_A_MONTH)))
    try:
        spread.write.partitionBy("outcome", "month").parquet(path)
    except AnalysisException as fault:
        raise SparkInputError(
            f"{SparkInputError.code}: {path} cannot be written ({fault.getCondition()}); Spark neither writes over "
            "anything nor goes on with a run that was cut off: name a new folder"
        ) from fault
    counts = coded.sparkSession.read.parquet(path).groupBy("outcome").count().collect()
    return {row["outcome"]: row["count"] for row in counts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is sent to the workers."""

    settings: intake.Settings
    codebook: Path | None
    threshold: float | None
    keep_text: bool


def _coded(batches: Iterator[pa.RecordBatch], asked: _Asked) -> Iterator[pa.RecordBatch]:
    """What each worker does with its share of the table."""
    coder = _coder(asked.codebook)
    for batch in batches:
        for start in range(0, batch.num_rows, N_ROWS):
            reports = (_report(row, asked.settings) for row in batch.slice(start, N_ROWS).to_pylist())
            worth = reports if asked.threshold is None else _first_look(asked.threshold).sift(reports)
            told = [_told(outcome, asked.keep_text) for outcome in flow.many(worth, coder)]
            yield pa.RecordBatch.from_pylist(told, schema=SCHEMA)


@cache
def _coder(codebook: Path | None) -> flow.Coder:
    """Loaded once in each worker process, which Spark keeps for one task after the other."""
    return flow.Coder.load(codebook=codebook)


@cache
def _first_look(threshold: float) -> relevance.FirstLook:
    return relevance.FirstLook.load(threshold)


def _report(row: dict[str, Any], settings: intake.Settings) -> Report | Rejection:
    place, number = row.pop(PLACE, None), row.pop(ROW, None)
    doc_id = _name(row, place, number, settings)
    return intake.from_row(row, source=place or "row", doc_id=doc_id, settings=settings)


def _name(row: dict[str, Any], place: str | None, number: int | None, settings: intake.Settings) -> str:
    """What a report is called that brings no id."""
    if place is None or number is None:
        text = row.get(settings.column("text"))
        return Report.of(text).doc_id if isinstance(text, str) else "row"
    return f"{PurePosixPath(unquote(urlsplit(place).path)).stem}:{number + 1}"


def _told(outcome: CodedReport | Rejection, keep_text: bool) -> dict[str, Any]:
    if isinstance(outcome, Rejection):
        told = {"outcome": outcome.kind, "month": UNDATED, "doc_id": outcome.doc_id}
        return {**told, "code": outcome.code, "reason": outcome.reason}
    return {
        "outcome": CODED,
        "month": _month(outcome.published),
        "doc_id": outcome.doc_id,
        "published": outcome.published,
        "record": records.as_line(outcome),
        "n_events": len(outcome.events),
        "text": outcome.report.text if keep_text else None,
    }


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else UNDATED
