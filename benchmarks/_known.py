"""The best figures known for each corpus, for comparison: `known.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KNOWN = Path(__file__).with_name("known.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A published figure and whose it is; `note` says what to heed when comparing."""

    figure: float
    whose: str
    note: str = ""


def known(path: Path = KNOWN) -> Mapping[tuple[str, str], Known]:
    """The known figures by benchmark and metric."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(name, metric): Known(**entry) for name, table in tables.items() for metric, entry in table.items()}
