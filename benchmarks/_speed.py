"""Speed on one core: reports of 600 words a second, start-up, memory.

Seconds depend on the machine, so each is given as a ratio to something that was timed beside it: coding to the bare
encoder pass over the same tokens, start-up to importing the libraries that any such program needs.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks._system import System
from tacitus.analysis.agreement import Estimate

N_WORDS = 600
N_REPORTS = 16
N_STARTS = 3
HERE = Path(__file__).parent
# Coprime with the number of sentences, so that each report begins elsewhere.
STRIDE = 7

START = "import datetime, tacitus; tacitus.code('Rebels shelled the town.', published=datetime.date(2020, 5, 4))"
LIBRARIES = "import numpy, onnxruntime, tokenizers"
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("MKL", "OMP", "OPENBLAS")}


def run(_folder: Path, _split: str, _system: System) -> tuple[Estimate, ...]:
    """Figures of the installed package; reads no corpus."""
    measured = json.loads(python(str(HERE / "_speed_child.py"), stdin=json.dumps(reports(N_REPORTS))))
    start_s, libraries_s = _start_s(START), _start_s(LIBRARIES)
    figures = {
        "reports_per_s": N_REPORTS / measured["coding_s"],
        "encoder_reports_per_s": N_REPORTS / measured["encoder_s"],
        "coding_per_encoder": measured["coding_s"] / measured["encoder_s"],
        "start_s": start_s,
        "start_per_libraries": start_s / libraries_s,
        "peak_mb": measured["peak_mb"],
    }
    return tuple(Estimate(metric=metric, value=value) for metric, value in figures.items())


def reports(n: int) -> list[str]:
    """Written texts of at least 600 words, each a turn of the same sentences from another beginning."""
    sentences = (HERE / "speed.txt").read_text(encoding="utf-8").splitlines()
    return [_report(sentences, STRIDE * number) for number in range(n)]


def _report(sentences: list[str], first: int) -> str:
    text: list[str] = []
    n_words = 0
    while n_words < N_WORDS:
        text.append(sentences[(first + len(text)) % len(sentences)])
        n_words += len(text[-1].split())
    return "\n\n".join(" ".join(text[at : at + 3]) for at in range(0, len(text), 3))


def _start_s(code: str) -> float:
    """Median seconds of a fresh process that runs the code."""

    def seconds() -> float:
        start = time.perf_counter()
        python("-c", code)
        return time.perf_counter() - start

    return statistics.median(seconds() for _ in range(N_STARTS))


def python(*arguments: str, stdin: str = "") -> str:
    """What a fresh process on one thread answers."""
    # -P: the folder of a script is not searched for modules, or this package's files would hide the library's.
    command = [sys.executable, "-P", *arguments]
    environment = {**os.environ, **ONE_THREAD}
    done = subprocess.run(command, input=stdin, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{arguments[0]} failed:\n{done.stderr}")
    return done.stdout
