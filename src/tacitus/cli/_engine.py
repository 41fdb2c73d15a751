"""Coding on a Spark cluster from the command line."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import typer

from tacitus.intake import Kind, Settings, Web

N_PARTS_A_CORE = 4
"""Parts of the archive for each core of the cluster: set, not swept; so many that no core waits long for the last."""


class Engine(StrEnum):
    """Where reports are coded."""

    LOCAL = "local"
    SPARK = "spark"


def on_spark(
    files: list[str],
    output: str | None,
    master: str | None,
    codebook: Path | None,
    *,
    settings: Settings,
    relevance_threshold: float | None,
    others: Mapping[str, object],
) -> bool:
    """Code Parquet into Parquet, and say on standard error what came of it; whether nothing fell short.

    `others` are options that do not go with a cluster, by name.
    """
    if output is None:
        raise typer.BadParameter("Spark writes Parquet into a folder; name it with --output", param_hint="--engine")
    for name, value in {**others, **_unfit(settings)}.items():
        if value is not None:
            raise typer.BadParameter(f"does not go with --engine spark; {_INSTEAD[name]}", param_hint=name)
    from tacitus import spark  # noqa: PLC0415  its libraries load slowly, `--help` needs none

    # The processes that Spark starts on this machine run this very Python; those of a cluster have their own setting.
    if master is None or master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = spark.session(master)
    frame = spark.read(session, files)
    spread = frame.repartition(N_PARTS_A_CORE * session.sparkContext.defaultParallelism)
    coded = spark.code(spread, settings=settings, codebook=codebook, relevance_threshold=relevance_threshold)
    counts = spark.save(coded, output)
    told = ", ".join(f"{n} {outcome}" for outcome, n in sorted(counts.items()))
    typer.echo(f"{sum(counts.values())} in{', ' if told else ''}{told}", err=True)
    return not (counts.keys() & {"rejected", "failed"})


def _unfit(settings: Settings) -> dict[str, object]:
    """What is asked of reading that a cluster does not do, by the name of its option."""
    usual, web = Web(), settings.web
    return {
        "--read-as": None if settings.kind in {None, Kind.PARQUET} else settings.kind,
        "--follow": web.follow or None,
        "--agent": None if web.agent == usual.agent else web.agent,
        "--allow-private": web.allow_private or None,
    }


_INSTEAD = {
    "--read-as": "its input is Parquet",
    "--follow": "a cluster fetches nothing",
    "--agent": "a cluster fetches nothing",
    "--allow-private": "a cluster fetches nothing",
    "--format": "its records are JSON in the column `record`",
    "--failed": "what was not coded lies in the output, in folders of its own",
    "--jobs": "the cluster has its own count",
    "--ledger": "write Parquet, and read its column `record` into a ledger afterwards",
}
