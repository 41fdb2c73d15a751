"""Times a pool of processes: reads JSON with jobs and texts on stdin, writes JSON figures on stdout."""

import json
import os
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tacitus import batch
from tacitus.model import Report


def main() -> None:
    """Code the texts on as many processes, from when each has loaded the model and coded a report."""
    asked = json.load(sys.stdin)
    reports = [Report(doc_id=str(number), text=text) for number, text in enumerate(asked["texts"])]
    outcomes = batch.many(_endless(reports), jobs=asked["jobs"])
    # All that is in flight passes first, so that every process is warm and as much is in flight at the end as here.
    for _ in islice(outcomes, batch.AHEAD * asked["jobs"]):
        pass
    start = time.perf_counter()
    for _ in islice(outcomes, len(reports)):
        pass
    seconds = time.perf_counter() - start
    told = {"seconds": seconds, "peak_mb": _peak_mb()}
    outcomes.close()  # type: ignore[attr-defined]
    print(json.dumps(told))


def _endless(reports: list[Report]) -> Iterator[Report]:
    while True:
        yield from reports


def _peak_mb() -> float:
    """The highest resident memory of any process that codes; 0 where the system does not tell."""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if not children.exists():
        return 0.0
    statuses = [Path(f"/proc/{child}/status").read_text() for child in children.read_text().split()]
    return max(int(status.partition("VmHWM:")[2].split()[0]) / 1024 for status in statuses)


if __name__ == "__main__":
    main()
