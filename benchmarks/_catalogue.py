"""All benchmarks by name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import (
    _ecbplus,
    _ecbplus_across,
    _factuality,
    _gold,
    _muc4,
    _polnear,
    _speed,
    _tempeval3,
    _throughput,
    _wikievents,
)
from benchmarks._classification import classification
from benchmarks._system import System
from benchmarks._tagging import tagging
from tacitus.analysis.agreement import Estimate
from training import corpora

Run = Callable[[Path, str, System], tuple[Estimate, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """How to score one corpus, in which folder it lies, and which of its figures the table shows."""

    folder: str
    run: Run
    headline: tuple[str, ...]


def _grounding(name: str) -> Run:
    """A benchmark of one part of grounding, which needs no reader and takes the folder of all corpora."""

    def run(folder: Path, split: str, _system: System) -> tuple[Estimate, ...]:
        # Loaded when it runs: each brings its gazetteer or registry along.
        return tuple(flattened(import_module(f"benchmarks.{name}").run(folder.parent, split)))

    return run


def flattened(scores: Mapping[str, Any], prefix: str = "") -> Iterator[Estimate]:
    """The figures among nested scores, each under the names on its way; whole numbers are counts, not figures."""
    for name, value in scores.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{prefix}{name}_")
        elif isinstance(value, float):
            yield Estimate(metric=f"{prefix}{name}", value=value)


def _tempeval3_all(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    return (*_grounding("times")(folder, split, system), *_tempeval3.events(folder, split, system))


BENCHMARKS: Mapping[str, Benchmark] = {
    "gold": Benchmark(folder="gold", run=_gold.run, headline=("events_f1", "material_f1", "slots_f1")),
    "re3d": Benchmark(folder="re3d", run=tagging(corpora.re3d, "re3d"), headline=("f1",)),
    "muc4": Benchmark(folder="muc4", run=_muc4.run, headline=("f1",)),
    "india_police_events": Benchmark(
        folder="india_police_events",
        run=classification(corpora.india_police_events, "india_police_events"),
        headline=("example_f1", "macro_f1"),
    ),
    "satp": Benchmark(folder="satp", run=classification(corpora.satp, "satp"), headline=("micro_f1", "macro_f1")),
    "insight_crime": Benchmark(
        folder="insight_crime",
        run=classification(corpora.insight_crime, "insight_crime"),
        headline=("example_f1", "macro_f1"),
    ),
    "cameo_class": Benchmark(
        folder="cameo", run=classification(corpora.cameo_class, "cameo_class", one_of=True), headline=("macro_f1",)
    ),
    "cameo_ner": Benchmark(folder="cameo", run=tagging(corpora.cameo_ner, "cameo_ner"), headline=("f1",)),
    "crossner_politics": Benchmark(
        folder="crossner_politics", run=tagging(corpora.crossner_politics, "crossner_politics"), headline=("f1",)
    ),
    "wikievents": Benchmark(folder="wikievents", run=_wikievents.run, headline=("triggers_f1", "arguments_f1")),
    "polnear": Benchmark(
        folder="polnear",
        run=_polnear.run,
        headline=tuple(f"{part}_{kind}f1" for part in _polnear.PARTS for kind in ("", "partial_")),
    ),
    "tempeval3": Benchmark(folder="tempeval3", run=_tempeval3_all, headline=("relaxed_f1", "value_f1", "event_f1")),
    "uds_factuality": Benchmark(folder="uds_factuality", run=_factuality.run, headline=("pearson_r", "accuracy")),
    "ecbplus": Benchmark(folder="ecbplus", run=_ecbplus.run, headline=("conll_f1", "same_words_conll_f1")),
    "ecbplus_across": Benchmark(
        folder="ecbplus", run=_ecbplus_across.run, headline=("conll_f1", "same_words_conll_f1")
    ),
    "geoparsing": Benchmark(
        folder="geoparsing",
        run=_grounding("places"),
        headline=tuple(f"{corpus}_{kind}161" for corpus in ("lgl", "geowebnews") for kind in ("acc", "recall")),
    ),
    "quantities": Benchmark(folder="gold", run=_grounding("quantities"), headline=()),
    "parties": Benchmark(folder="gold", run=_grounding("parties"), headline=()),
    "speed": Benchmark(folder="", run=_speed.run, headline=()),
    "throughput": Benchmark(folder="", run=_throughput.run, headline=()),
}
