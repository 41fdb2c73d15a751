"""`tacitus code`."""

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from tacitus.cli import _intake_options as options
from tacitus.cli._engine import Engine, on_spark
from tacitus.cli._failed import listing
from tacitus.cli._kept import Kept, keeping
from tacitus.cli._misuse import misuse
from tacitus.cli._options import CodebookFolder
from tacitus.cli._recording import opened, recording, unknown
from tacitus.cli._shown import NoColor, Shape, ShapeOption, as_text, enough
from tacitus.cli._sinks import Sink, to_lines, to_nowhere, to_terminal
from tacitus.cli._tally import Tally
from tacitus.model import CodedReport, Rejection, Report

if TYPE_CHECKING:
    from tacitus.flow import Coder
    from tacitus.ledger import Ledger


_Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        show_default=False,
        help="Files, folders, patterns, URLs, - for standard input: text, JSON, CSV, Parquet, HTML, WARC, feeds, mail.",
    ),
]
_Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="DIR|FILE", help="Write DIR/<doc_id>.json for each report, or all into FILE.jsonl."
    ),
]
_Ledger = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|URL",
        help="Write into a ledger: a SQLite file, made where there is none, or postgresql://USER@HOST/DATABASE.",
    ),
]
_Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes that code; 0 for one on each core."),
]
_Failed = Annotated[
    Path | None,
    typer.Option(metavar="FILE", dir_okay=False, help="List what was not coded, with reasons, as JSON Lines."),
]
_Engine = Annotated[
    Engine,
    typer.Option(help="Code here, or on a Spark cluster: Parquet in, Parquet into the new folder --output."),
]
_Master = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Where Spark runs: local[4], spark://HOST:7077, yarn, k8s://…"),
]


def code(
    files: _Files,
    format: ShapeOption = None,  # noqa: A002  the option's name
    output: _Output = None,
    ledger: _Ledger = None,
    jobs: _Jobs = 1,
    failed: _Failed = None,
    engine: _Engine = Engine.LOCAL,
    master: _Master = None,
    codebook: CodebookFolder = None,
    no_color: NoColor = False,
    read_as: options.ReadAs = None,
    columns: options.Columns = "",
    published: options.Published = None,
    language: options.Languages = "en",
    repair: options.Repair = False,
    relevance: options.Relevance = True,
    relevance_threshold: options.Threshold = None,
    follow: options.Follow = False,
    agent: options.Agent = "tacitus",
    allow_private: options.AllowPrivate = False,
) -> None:
    """Example: `tacitus code report.txt`, or `tacitus code reports/ | jq .events`.

    Codes the events of each report. A report may begin with `date YYYY-MM-DD`, its day of publication, or
    `--published` gives it; without one, dates such as "last Tuesday" stay unresolved, and the output says so. Files
    that cannot be read are listed and the others coded. With `--ledger` nothing is printed unless asked for. What
    ledger and output have already, coded with the same versions, is not coded again: a run that was cut off goes on
    where it stopped. Exit status: 0 done, 1 some inputs were rejected, 2 misuse.
    """
    if output and format:
        raise typer.BadParameter("writes JSON files by itself; leave --format out", param_hint="--output")
    with misuse():
        settings = options.settings_of(
            read_as=read_as,
            columns=columns,
            published=published,
            languages=language,
            repair=repair,
            follow=follow,
            agent=agent,
            allow_private=allow_private,
        )
    inputs = options.Inputs(files=files, settings=settings, relevance=relevance, threshold=relevance_threshold)
    if engine is Engine.SPARK:
        others = {"--format": format, "--ledger": ledger, "--failed": failed, "--jobs": jobs if jobs != 1 else None}
        with misuse():
            all_coded = on_spark(
                files,
                output,
                master,
                codebook,
                settings=settings,
                relevance_threshold=inputs.least_relevance,
                others=others,
            )
        raise typer.Exit(0 if all_coded else 1)
    if master:
        raise typer.BadParameter("names a cluster; add --engine spark", param_hint="--master")
    prints = not output and (ledger is None or format is not None)
    with misuse(), opened(ledger) as found, listing(failed) as listed, keeping(output) as kept:
        sink = kept or (_printer(format, no_color=no_color) if prints else to_nowhere())
        # The account itself shows how far the run is; a bar would only flicker between its lines.
        tally = Tally(show_progress=not (prints and sys.stdout.isatty()), turned_away=listed)
        _run(inputs, tally, sink=sink, kept=kept, ledger=found, codebook=codebook, jobs=jobs or os.cpu_count() or 1)
    raise typer.Exit(1 if tally.fell_short else 0)


def _printer(shape: Shape | None, *, no_color: bool) -> Sink:
    return to_terminal(no_color=no_color) if as_text(shape) else to_lines()


def _run(
    inputs: options.Inputs,
    tally: Tally,
    *,
    sink: Sink,
    kept: Kept | None,
    ledger: "Ledger | None",
    codebook: Path | None,
    jobs: int,
) -> None:
    """Every report of the files through the flow and into the sink and the ledger, counted."""
    from tacitus.flow import Coder  # noqa: PLC0415  the model's libraries load slowly, `--help` needs none

    # Loaded before any process is started: what is wrong is told once, and the gazetteer's index is built once.
    coder = Coder.load(codebook=codebook)
    with tally, enough(), recording(ledger, coder.versions, tally, sink) as take:
        fresh = unknown(inputs.reports(), ledger, kept, coder.versions, tally)
        if tally.is_shown:  # beside the coding, since the lines of a large archive take a while to count
            Thread(target=_expect, args=(inputs, tally), daemon=True).start()
        with closing(_outcomes(fresh, coder, codebook, jobs)) as outcomes:
            for coded in tally.coded(outcomes):
                take(coded)
    inputs.tell(tally.set_aside)


def _expect(inputs: options.Inputs, tally: Tally) -> None:
    n_reports = inputs.count()
    if n_reports is not None:
        tally.expect(n_reports)


def _outcomes(
    reports: Iterable[Report | Rejection], coder: "Coder", codebook: Path | None, jobs: int
) -> Generator[CodedReport | Rejection]:
    """The reports coded here or, where there are to be several, by other processes."""
    if jobs == 1:
        from tacitus import flow  # noqa: PLC0415  as above

        yield from flow.many(reports, coder)
    else:
        from tacitus import batch  # noqa: PLC0415  as above

        yield from batch.many(reports, jobs=jobs, codebook=codebook)
