"""How fast a ledger is written: `python -m benchmarks.ledger`, or `… --to postgresql://…`.

Reports of 600 words with eight events each, every event with seven spans, as the reader gives them; no two reports
share a text, so that each is compared for republication and indexed for search. Prints events for each second, and for
each second of this process on a processor, by batch size; and the size of the file.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Report, Span, Versions

N_WORDS = 600
N_EVENTS = 8
VERSIONS = Versions(code="bench", model="bench", codebook="bench", gazetteer="bench")
SYLLABLES = ["ka", "lo", "mi", "ter", "an", "gor", "vel", "su", "ri", "no", "pas", "bel", "dun", "fe", "hal"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--to", help="a PostgreSQL URL, of an empty database; a SQLite file in a temporary folder else")
    parser.add_argument("--reports", type=int, default=1000)
    asked = parser.parse_args()
    coded = list(reports(asked.reports))
    for batch in (1, 50):
        with tempfile.TemporaryDirectory() as folder:
            where = asked.to or str(Path(folder) / "bench.db")
            rates = [
                asked.reports * N_EVENTS / s for s in written(where, [_renamed(one, batch) for one in coded], batch)
            ]
            size = "" if asked.to else f", {Path(where).stat().st_size / asked.reports / 1000:.1f} kB a report"
            print(
                f"{asked.reports:,} reports, batches of {batch}: {rates[0]:,.0f} events a second, "
                f"{rates[1]:,.0f} a second of the processor{size}"
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
