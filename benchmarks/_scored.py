"""Runs a benchmark on a folder of data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks._catalogue import Benchmark
from benchmarks._floors import digest
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A benchmark's figures, and the digest of the corpus part that they were measured on."""

    name: str
    split: str
    corpus: str
    figures: tuple[Estimate, ...]

    def as_record(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    def value(self, metric: str) -> Estimate | None:
        """The figure of that name."""
        return next((figure for figure in self.figures if figure.metric == metric), None)


def folder_of(benchmark: Benchmark, data: Path) -> Path | None:
    """Where a corpus lies: in the folder of its name in `data` or in `data/corpora`, or `data` itself is that folder.

    A folder with `reports` and `events` is the gold, whatever its name. None if it is nowhere.
    """
    candidates = [data / benchmark.folder, data / "corpora" / benchmark.folder]
    if data.resolve().name == benchmark.folder or (benchmark.folder == "gold" and (data / "events").is_dir()):
        candidates.append(data.resolve())
    return next((candidate for candidate in candidates if candidate.is_dir()), None)


def scored(name: str, benchmark: Benchmark, folder: Path, split: str, system: System) -> Scored:
    """The figures of one benchmark."""
    corpus = digest(folder, split) if benchmark.folder else ""
    return Scored(name=name, split=split, corpus=corpus, figures=benchmark.run(folder, split, system))


def as_records(results: Mapping[str, Scored | str]) -> dict[str, Any]:
    """All results as JSON values; a benchmark that could not run has the reason."""
    return {
        name: result.as_record() if isinstance(result, Scored) else {"skipped": result}
        for name, result in results.items()
    }
