"""Floors under the measured figures: `floors.toml`. Quality is a number that cannot quietly fall.

A floor belongs to a corpus by its digest: on another corpus it says nothing, and the figure must be pinned anew.
Pinning raises floors; one falls only where `lower` is asked for, which belongs into the changelog with its reason.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tacitus.analysis.agreement import Estimate

FLOORS = Path(__file__).with_name("floors.toml")
# How far a figure may lie under its floor before it counts as a fall: int8 kernels differ between processors.
NOISE = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A pinned figure, and the digest of the corpus that it was measured on."""

    figure: float
    noise: float = NOISE
    corpus: str


Floors = Mapping[tuple[str, str], Floor]


def floors(path: Path = FLOORS) -> dict[tuple[str, str], Floor]:
    """The floors by benchmark and metric."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(name, metric): Floor(**entry) for name, table in tables.items() for metric, entry in table.items()}


def falls(name: str, figures: Iterable[Estimate], corpus: str, pinned: Floors) -> tuple[str, ...]:
    """In words, what is wrong: figures below their floors, floors of another corpus, floors without a figure."""
    measured = {figure.metric: figure.value for figure in figures}
    complaints = []
    for (benchmark, metric), floor in pinned.items():
        if benchmark != name:
            continue
        if floor.corpus != corpus:
            complaints.append(f"{name} {metric}: pinned on corpus {floor.corpus}, measured on {corpus}; pin it anew")
        elif metric not in measured:
            complaints.append(f"{name} {metric}: has a floor but was not measured")
        elif measured[metric] < floor.figure - floor.noise:
            complaints.append(f"{name} {metric}: {measured[metric]:.4f} fell below {floor.figure:.4f} - {floor.noise}")
    return tuple(complaints)


def pin(
    name: str, figures: Iterable[Estimate], corpus: str, pinned: Floors, *, lower: bool = False
) -> dict[tuple[str, str], Floor]:
    """The floors with one benchmark's figures pinned, where these are higher; lower ones too if `lower`."""
    result = dict(pinned)
    for figure in figures:
        old = pinned.get((name, figure.metric))
        if old is None or lower or figure.value >= old.figure:
            noise = old.noise if old else NOISE
            result[name, figure.metric] = Floor(figure=round(figure.value, 4), noise=noise, corpus=corpus)
    return result


def dumps(pinned: Floors) -> str:
    """The floors as TOML, sorted, under the heading of the file."""
    lines = [HEADING]
    for name in sorted({name for name, _ in pinned}):
        lines.append(f"\n[{name}]")
        lines += [
            f'{metric} = {{ figure = {floor.figure}, noise = {floor.noise}, corpus = "{floor.corpus}" }}'
            for (benchmark, metric), floor in sorted(pinned.items())
            if benchmark == name
        ]
    return "\n".join(lines) + "\n"


HEADING = """\
# Floors under the figures of `python -m benchmarks`, by benchmark and metric: the pinned figure, the noise band below
# it, and the digest of the corpus. Written by `--pin`, which only raises; `--pin --lower` lowers, with a line in the
# changelog that says why."""


def digest(folder: Path, split: str) -> str:
    """The first 16 digits of the SHA-256 of a corpus part: its files by name, all files where none bears its name."""
    everything = sorted(path for path in folder.rglob("*") if path.is_file())
    files = [path for path in everything if split in path.name.split(".")] or everything
    summary = hashlib.sha256()
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        summary.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return summary.hexdigest()[:16]
