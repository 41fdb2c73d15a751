"""Times the coding of reports in a process of its own: reads JSON texts on stdin, writes JSON figures on stdout.

Run by `_speed.py` as a file, so that nothing but tacitus is loaded when its memory is measured.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from tacitus import flow
from tacitus.model import Report
from tacitus.reading import WINDOW, tokenize, window_arrays, windows


def main() -> None:
    """Code the reports, then pass their tokens through the bare encoder, both on one core after a first report."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    reports = [Report.of(text) for text in json.load(sys.stdin)]
    coder = flow.Coder.load()
    flow.one(reports[0], coder)
    start = time.perf_counter()
    for report in reports:
        flow.one(report, coder)
    coding_s = time.perf_counter() - start
    peak_mb = _peak_mb()
    print(json.dumps({"coding_s": coding_s, "encoder_s": _encoder_s(reports, coder), "peak_mb": peak_mb}))


def _encoder_s(reports: list[Report], coder: flow.Coder) -> float:
    reader = coder.reader
    batches = []
    for report in reports:
        tokens = tokenize(reader.tokenizer, report.text)
        batches += [window_arrays(tokens, (bounds,), WINDOW) for bounds in windows(len(tokens))]
    start = time.perf_counter()
    for ids, _, cases in batches:
        reader.network.tokens(ids, cases, ("hidden",))
    return time.perf_counter() - start


def _peak_mb() -> float:
    """Highest resident memory of this process."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux lets a child inherit its parent's ru_maxrss; VmHWM is its own.
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


if __name__ == "__main__":
    main()
