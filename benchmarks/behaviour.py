"""The written cases of `tests/behaviour` and its reports with exchanged names, as figures.

`met` is the share of expectations met, `whole` that of cases in which every expectation was met, `differing` the share
of slots that differ when the parties of a report exchange their names; each also by phenomenon, by field and by pair.

    python -m benchmarks.behaviour [PHENOMENON ...]    the tables, and what was not met of the phenomena named
    python -m benchmarks.behaviour neutrality          the tables, and every differing slot
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.behaviour._cases import phenomena
from tests.behaviour._differences import Compared, compare, rows, share
from tests.behaviour._differences import table as neutrality_table
from tests.behaviour._reports import templates
from tests.behaviour._score import Score, score, table, together


def run(_data: Path, _split: str) -> dict[str, Any]:
    """The figures of the packaged model; reads no corpus."""
    scores, compared = measured()
    everything = together(scores)
    return {
        "met": round(everything.share, 4),
        "whole": round(everything.n_whole / len(everything.judged), 4),
        "differing": round(share(compared), 4),
        "n_expectations": everything.n_checks,
        "by_phenomenon": {one.name: round(one.share, 4) for one in scores},
        "differing_by": {row.name: round(row.share, 4) for row in rows(compared)},
    }


def measured() -> tuple[tuple[Score, ...], tuple[Compared, ...]]:
    """Both suites, coded."""
    return tuple(map(score, phenomena())), tuple(map(compare, templates()))


def main(names: Sequence[str]) -> None:
    """Print the tables and what is asked for."""
    scores, compared = measured()
    print(table(scores), neutrality_table(compared), sep="\n\n")
    for one in scores:
        if one.name in names:
            print(f"\n{one.name}, unmet:", *one.unmet, sep="\n")
    for report in compared:
        if "neutrality" in names and report.differing:
            print(f"\n{report.template.pair.name}: {report.template.text}", *report.differing, sep="\n    ")


if __name__ == "__main__":
    main(sys.argv[1:])
