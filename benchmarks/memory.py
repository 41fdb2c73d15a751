"""Whether memory stays flat over a long archive: `python -m benchmarks.memory [--reports N]`.

Short made-up reports, no two alike, are written to a JSONL file and coded into a ledger by `tacitus code` in one
process. Prints its resident memory, tenth by tenth of its time.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tacitus.ledger import Ledger

N_TENTHS = 10
SECONDS_BETWEEN = 1.0
TOWNS = ("Tessalit", "Baga", "Marawi", "Arauca", "Kunduz", "Sirte", "Bossaso", "Bamenda", "Sittwe", "Tumaco", "Goma")
PARTIES = ("rebels", "soldiers", "militants", "police", "gunmen", "government forces", "protesters", "militiamen")
DEEDS = ("attacked", "shelled", "ambushed", "clashed with", "arrested", "released", "surrounded", "fired on")
HARMS = ("killing {n}", "wounding {n} people", "and at least {n} died", "and {n} were missing", "nobody was hurt")


def reports(n: int, *, seed: int = 7) -> Iterator[dict[str, str]]:
    """Reports of a sentence; a number in each makes it unlike the others."""
    rng = random.Random(seed)  # noqa: S311  made-up reports, no secret
    for number in range(n):
        one, other = rng.sample(PARTIES, 2)
        harm = rng.choice(HARMS).format(n=rng.randint(2, 90))
        town, day = rng.choice(TOWNS), date(2012, 1, 1) + timedelta(days=rng.randrange(4000))
        text = f"{one.capitalize()} {rng.choice(DEEDS)} {other} near {town} on {day:%A}, {harm}, officer {number} said."
        yield {"doc_id": f"made-{number}", "published": str(day), "text": text}


def resident_mb(pid: int) -> float:
    """The resident memory of a process; 0 when it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024 if "VmRSS:" in status else 0.0


def watched(process: subprocess.Popen[bytes]) -> list[float]:
    """The memory of a process, about once a second until it ends."""
    seen = []
    while process.poll() is None:
        seen.append(resident_mb(process.pid))
        time.sleep(SECONDS_BETWEEN)
    return seen


def main() -> None:
    """Measure, and print a line a tenth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive, ledger = Path(folder) / "archive.jsonl", Path(folder) / "ledger.db"
        archive.write_text("".join(json.dumps(one) + "\n" for one in reports(asked.reports)), encoding="utf-8")
        command = [sys.executable, "-m", "tacitus", "code", str(archive), "--ledger", str(ledger)]
        begun = time.perf_counter()
        seen = watched(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))  # noqa: S603
        seconds = time.perf_counter() - begun
        with Ledger.open(ledger) as written:
            counted = written.summary()
        size = ledger.stat().st_size / 1e6
    for tenth in range(N_TENTHS):
        part = seen[len(seen) * tenth // N_TENTHS : len(seen) * (tenth + 1) // N_TENTHS]
        print(f"tenth {tenth + 1}: at most {max(part, default=0.0):.0f} MB")
    print(f"{counted.n_reports:,} reports, {counted.n_events:,} events; {seconds:,.0f} s, ledger {size:,.0f} MB")


if __name__ == "__main__":
    main()
