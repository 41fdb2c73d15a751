"""The command line of the benchmarks.

Examples:
  python -m benchmarks gold --data DIR          DIR holds reports/ and events/
  python -m benchmarks re3d --data DIR --split dev --json
  python -m benchmarks all --data DIR           all corpora that are in DIR, and speed
  python -m benchmarks all --data DIR --check   exit code 1 where a figure fell below its floor
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks._catalogue import BENCHMARKS
from benchmarks._floors import FLOORS, dumps, falls, floors, pin
from benchmarks._known import known
from benchmarks._scored import Scored, as_records, folder_of, scored
from benchmarks._shipped import Shipped
from benchmarks._system import MissingHeadError, System
from benchmarks._table import headline, table
from training.corpora import MissingCorpusError

Results = Mapping[str, Scored | str]


def main(arguments: Sequence[str] | None = None, *, system: System | None = None, floors_file: Path = FLOORS) -> int:
    """Score, print, and check or pin: 0 done, 1 a figure fell or a named benchmark could not run."""
    asked = _parser().parse_args(arguments)
    names = tuple(BENCHMARKS) if asked.name == "all" else (asked.name,)
    results = score_all(names, asked.data, asked.split, system or Shipped())
    if asked.name == "all":
        results = {name: result for name, result in results.items() if result != ABSENT}
    print(json.dumps(as_records(results), indent=1) if asked.json else table(results, known()))
    if asked.pin:
        _pin(results, floors_file, lower=asked.lower)
    fallen = _fallen(results, floors_file) if asked.check else ()
    print(*fallen, sep="\n", end="\n" if fallen else "", file=sys.stderr)
    return int(bool(fallen) or not any(isinstance(result, Scored) for result in results.values()))


ABSENT = "no data"


def score_all(names: Sequence[str], data: Path, split: str, system: System) -> dict[str, Scored | str]:
    """Each benchmark's figures, or in words why it could not run; says on stderr how long each took."""
    results = {}
    for name in names:
        start = time.perf_counter()
        results[name] = _score(name, data, split, system)
        if results[name] != ABSENT:
            print(f"{name}: {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return results


def _score(name: str, data: Path, split: str, system: System) -> Scored | str:
    benchmark = BENCHMARKS[name]
    folder = folder_of(benchmark, data)
    if folder is None:
        return ABSENT
    try:
        return scored(name, benchmark, folder, split, system)
    except (MissingHeadError, MissingCorpusError) as fault:
        return str(fault)


def _pin(results: Results, path: Path, *, lower: bool) -> None:
    pinned = floors(path)
    for name, result in results.items():
        if isinstance(result, Scored) and result.corpus:  # speed has no corpus, and no floor on a shared machine
            pinned = pin(name, headline(name, result.figures), result.corpus, pinned, lower=lower)
    path.write_text(dumps(pinned), encoding="utf-8")


def _fallen(results: Results, path: Path) -> tuple[str, ...]:
    pinned = floors(path)
    return tuple(
        line
        for name, result in results.items()
        if isinstance(result, Scored)
        for line in falls(name, result.figures, result.corpus, pinned)
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=(*BENCHMARKS, "all"), metavar="NAME", help=", ".join((*BENCHMARKS, "all")))
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora, or the gold folder")
    parser.add_argument("--split", default="dev", help="part of the corpus: train, dev or test (default: dev)")
    parser.add_argument("--json", action="store_true", help="print every figure as JSON")
    parser.add_argument("--check", action="store_true", help="compare with the floors")
    parser.add_argument("--pin", action="store_true", help="raise the floors to the figures of the table")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors fall too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
