"""Measure the reader and renew the figures of the pages: `python -m docs.accuracy --records DIR --benchmarks FILE`.

DIR is what `python -m training.evaluate src/tacitus/reading/weights --reports FILE… --hold-out 0 --out DIR` writes,
after calibration; FILE is what `python -m benchmarks all --data DIR --json` prints. Without either, the pages are
renewed from what was measured last.
"""

import argparse
from pathlib import Path

from docs.accuracy import kept, renewed
from docs.accuracy._kept import keep, measured_on_records, of_benchmarks


def main() -> None:
    """Measure what is given, keep it, and write the pages."""
    parser = argparse.ArgumentParser(prog="python -m docs.accuracy", description=__doc__)
    parser.add_argument(
        "--records", type=Path, metavar="DIR", help="records of the held-out reports, gold and predicted"
    )
    parser.add_argument("--benchmarks", type=Path, metavar="FILE", help="the figures of the public corpora, as JSON")
    chosen = parser.parse_args()
    if chosen.records:
        keep({**kept(), **measured_on_records(chosen.records)})
    if chosen.benchmarks:
        keep({**kept(), "benchmarks": of_benchmarks(chosen.benchmarks)})
    for page, content in renewed(kept()).items():
        page.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
