"""How fast a ledger is written: `python -m benchmarks.ledger`, or `… --to postgresql://…` for a server of yours.

Reports of 600 words with eight events each, every event with seven spans, as the reader gives them; no two reports
share a text, so that each is compared for republication and indexed for search. Prints events for each second, and for
each second of this process on a processor, by batch size; and the size of the file. Where PostgreSQL is installed, a
server of our own is written to as well, which brings every commit to the disk, as SQLite does.
"""

import argparse
import gc
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Report, Span, Versions
from tests.ledger.postgresql import is_installed, server

N_WORDS = 600
N_EVENTS = 8
VERSIONS = Versions(code="bench", model="bench", codebook="bench", gazetteer="bench")
SYLLABLES = ["ka", "lo", "mi", "ter", "an", "gor", "vel", "su", "ri", "no", "pas", "bel", "dun", "fe", "hal"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--to", help="a PostgreSQL URL, of an empty database")
    parser.add_argument("--reports", type=int, default=1000)
    asked = parser.parse_args()
    coded = list(reports(asked.reports))
    gc.freeze()  # the reports that wait here are ours, not the ledger's to look through
    for batch in (1, 50):
        some = [_renamed(one, batch) for one in coded]
        for where in _places(asked.to):
            print(_told(where, some, batch), flush=True)


def _places(url: str | None) -> Iterator[str]:
    """A ledger in a SQLite file and one on a PostgreSQL server, if that is there; or the one that is asked for."""
    if url:
        yield url
        return
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "bench.db")
    if is_installed():
        with server(settings="") as running:
            yield running.create("bench")


def _told(where: str, coded: list[CodedReport], batch: int) -> str:
    by_clock, on_processor = (len(coded) * N_EVENTS / seconds for seconds in written(where, coded, batch))
    is_file = "://" not in where
    size = f", {Path(where).stat().st_size / len(coded) / 1000:.1f} kB a report" if is_file else ""
    name = "SQLite" if is_file else "PostgreSQL"
    return (
        f"{name}, {len(coded):,} reports, batches of {batch}: {by_clock:,.0f} events a second, "
        f"{on_processor:,.0f} a second of the processor{size}"
    )


def reports(n: int) -> Iterator[CodedReport]:
    """Reports that differ, the same on every machine."""
    chance = random.Random(0)  # noqa: S311  no secret
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    for i in range(n):
        text = " ".join(chance.choices(words, k=N_WORDS))
        published = date(2020, 1, 1) + timedelta(days=i % 2000)
        report = Report(doc_id=f"r{i}", text=text, published=published, source=f"source {i % 40}")
        yield CodedReport(report=report, events=tuple(_events(text, published)), versions=VERSIONS)


def written(where: str, coded: list[CodedReport], batch: int) -> tuple[float, float]:
    """Seconds that writing takes, by the clock and on the processor."""
    run = Run.begun(VERSIONS)
    with Ledger.open(where) as ledger:
        began = time.perf_counter(), time.process_time()
        for start in range(0, len(coded), batch):
            ledger.add_many(coded[start : start + batch], run)
        ledger.finish(run)
        return time.perf_counter() - began[0], time.process_time() - began[1]


def _events(text: str, published: date) -> Iterator[Event]:
    step = len(text) // (N_EVENTS * 8)
    for i in range(N_EVENTS):
        spans = [_word(text, (i * 8 + j) * step) for j in range(7)]
        trigger, actor, recipient, place, when, killed, source = spans
        yield Event(
            id=f"e{i + 1}",
            category="ASSAULT",
            mode=("explosives",),
            trigger=trigger,
            actors=(Party(name=actor.text, country="SYR", sector="REB", **_evidence(actor)),),
            recipients=(Party(name=recipient.text, sector="CVL", **_evidence(recipient)),),
            place=Place(name=place.text, country="SYR", lat=35.0, lon=37.0, **_evidence(place)),
            time=Interval(from_=published, to=published, **_evidence(when)),
            killed=Quantity(low=i, **_evidence(killed)),
            attribution=(source,),
            confidence=0.5,
        )


def _word(text: str, start: int) -> Span:
    begin = text.index(" ", start) + 1
    return Span.of(text, begin, text.index(" ", begin))


def _evidence(span: Span) -> dict[str, object]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _renamed(coded: CodedReport, batch: int) -> CodedReport:
    """Another report for each batch size, where both are written into one database."""
    report = Report(
        doc_id=f"{coded.doc_id}-{batch}",
        text=coded.report.text,
        published=(coded.published or date.min) + timedelta(days=batch),
        source=coded.report.source,
    )
    return CodedReport(report=report, events=coded.events, versions=coded.versions)


if __name__ == "__main__":
    main()
