"""What the stored annotations hold, counted from their lines; the texts are not needed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.held_out import region_of_country, source_type

ANNOTATIONS: Final = Path(__file__).parents[2] / "training" / "annotations"
OURS: Final = "written-"
UNDATED: Final = "without a date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of things; `by_…` tell events apart, except `by_source` and `by_decade`, which tell reports apart."""

    n_reports: int
    n_empty: int
    n_events: int
    fields: Mapping[str, int]
    by_category: Mapping[str, int]
    by_realis: Mapping[str, int]
    by_source: Mapping[str, int]
    by_decade: Mapping[str, int]
    by_region: Mapping[str, int]


def counts(*, ours: bool) -> Counts:
    """Of the written reports (`ours`), or of all others."""
    blocks = [block for block in _blocks() if block[0].split()[1].startswith(OURS) == ours]
    events = [line for block in blocks for line in block if _is_event(line)]
    return Counts(
        n_reports=len(blocks),
        n_empty=sum(not any(map(_is_event, block)) for block in blocks),
        n_events=len(events),
        fields=Counter(line.split()[0] for block in blocks for line in block if line.startswith("  ")),
        by_category=Counter(line.split()[1] for line in events),
        by_realis=Counter(line.split()[3] for line in events),
        by_source=Counter(source_type(block[0].split()[1]) for block in blocks),
        by_decade=Counter(_decade(block[0].split()[2]) for block in blocks),
        by_region=Counter(region for block in blocks for line in block for region in _region(line)),
    )


def _blocks() -> Iterator[list[str]]:
    """The lines of each report; remarks and empty lines are passed over."""
    block: list[str] = []
    for path in sorted(ANNOTATIONS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("doc ") and block:
                yield block
                block = []
            if line.strip() and not line.startswith("#"):
                block.append(line)
    if block:
        yield block


def _is_event(line: str) -> bool:
    return line.startswith("e")


def _decade(published: str) -> str:
    return UNDATED if published == "-" else f"{published[:3]}0s"


def _region(line: str) -> Iterator[str]:
    """The region of a place's line, `  p 20-30 = NAME | COUNTRY | …`, if it names a country."""
    if line.startswith("  p ") and (code := line.split("|")[1].strip()) != "-":
        yield region_of_country(code)
