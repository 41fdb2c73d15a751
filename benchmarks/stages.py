"""Where the time goes: `python -m benchmarks.stages`.

Milliseconds of one core for each part of coding a report of 600 words, and their shares. Seconds depend on the
machine; the shares hardly do. docs/where-the-time-goes.md explains the parts.
"""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ParamSpec, TypeVar

from benchmarks._speed import ONE_THREAD, reports
from tacitus import flow, records
from tacitus.coding import assemble
from tacitus.grounding import ground
from tacitus.grounding.parties import ground_parties
from tacitus.grounding.places import ground_places
from tacitus.grounding.quantities import ground_quantities
from tacitus.grounding.times import ground_times
from tacitus.model import CodedReport, Kind, Report
from tacitus.reading import Network, Reader, tokenize

P = ParamSpec("P")
T = TypeVar("T")

N_REPORTS = 16
N_ROUNDS = 3
PUBLISHED = date(2021, 3, 4)


class Clock:
    """Processor time by part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def time(self, part: str, do: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> T:
        """What `do` returns, its time added to a part."""
        start = time.process_time()
        result = do(*given, **named)
        self.seconds[part] += time.process_time() - start
        return result


def main() -> None:
    """Print the table: the round with the least time in all, since whatever disturbs only adds."""
    rounds = [measured(N_REPORTS) for _ in range(N_ROUNDS)]
    best = min(rounds, key=lambda told: sum(told.values()))
    total = sum(best.values())
    print("| part | ms a report | share |\n|---|---|---|")
    for part, seconds in sorted(best.items(), key=lambda pair: -pair[1]):
        print(f"| {part} | {1000 * seconds / N_REPORTS:.1f} | {seconds / total:.0%} |")
    print(f"| all | {1000 * total / N_REPORTS:.1f} | |")


def measured(n_reports: int) -> dict[str, float]:
    """Seconds of each part over so many reports, after one report to warm up."""
    coder = flow.Coder.load()
    written = [Report.of(text, published=PUBLISHED) for text in reports(n_reports)]
    flow.one(written[0], coder)
    clock = Clock()
    for report in written:
        _code(report, coder, clock)
    seconds = dict(clock.seconds)
    # The network runs inside reading; what is left of reading is candidates and decisions.
    seconds["candidates, decisions"] = seconds.pop("reading") - sum(
        seconds[part] for part in ("encoder", "span network", "word pieces")
    )
    return seconds


def _code(report: Report, coder: flow.Coder, clock: Clock) -> None:
    """The stages as `flow.one` runs them, each by the clock."""
    reader = coder.reader
    timed = Reader(_Timed(reader.network, clock), reader.tokenizer, reader.names, version=reader.version)
    clock.time("word pieces", tokenize, reader.tokenizer, report.text, reader.names)
    reading = clock.time("reading", timed.read, report)
    spans = {kind: [mention.span for mention in reading.mentions if mention.kind is kind] for kind in Kind}
    clock.time("parties", partial(ground_parties, registry=coder.registry), report, spans[Kind.PARTY])
    clock.time("places", partial(ground_places, gazetteer=coder.gazetteer), report, spans[Kind.PLACE])
    clock.time("times", ground_times, report, spans[Kind.TIME])
    clock.time("quantities", ground_quantities, report, spans[Kind.NUMBER])
    grounding = ground(report, reading, gazetteer=coder.gazetteer, registry=coder.registry)
    events = clock.time("assembly", partial(assemble, codebook=coder.codebook), reading, grounding)
    clock.time("record", records.as_line, CodedReport(report=report, events=events, versions=coder.versions))


class _Timed:
    """The network by the clock."""

    def __init__(self, network: Network, clock: Clock) -> None:
        self._network, self._clock = network, clock
        self.labels, self.calibration = network.labels, network.calibration

    def tokens(self, *given: object) -> object:
        """The first pass."""
        return self._clock.time("encoder", self._network.tokens, *given)

    def spans(self, *given: object) -> object:
        """The second pass."""
        return self._clock.time("span network", self._network.spans, *given)


if __name__ == "__main__":
    if not ONE_THREAD.items() <= os.environ.items():  # read by the libraries when they are loaded, which is past
        os.execve(sys.executable, [sys.executable, "-m", "benchmarks.stages"], {**os.environ, **ONE_THREAD})  # noqa: S606
    main()
