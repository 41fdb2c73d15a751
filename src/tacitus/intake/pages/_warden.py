"""Markup is parsed in another process, which is ended when it takes too long or too much, and replaced.

That process is this package's `_cell.py`, run by the same interpreter. Each thread that asks gets one of its own; idle
ones are kept for the next page, since starting one takes half a second.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from typing import IO, Any, Final

from tacitus.intake._refused import Code, Refused
from tacitus.intake.pages._frames import receive, send

SECONDS: Final = 10
"""Of computing, for one page, feed or e-mail. Set: ordinary pages take 0.01 to 0.3."""

_WALL_SECONDS: Final = 120
"""The same by the clock, on a machine that is busy with other things."""

_idle: dict[int, list["_Cell"]] = {}
"""By process: after a fork the child must not talk through its parent's pipes."""


def parsed(job: str, raw: bytes, **facts: str | None) -> dict[str, Any]:
    """What a page, a feed or a mail holds.

    Raises:
        Refused: it took more time or memory than any sound one, or crashed the parser.
    """
    idle = _idle.setdefault(os.getpid(), [])
    try:
        cell = idle.pop()
    except IndexError:  # rather than looking first: another thread may take the last one in between
        cell = _Cell()
    answer = cell.ask(job, raw, facts)
    if answer is None:
        cell.close()
        reason = f"is markup that cannot be read within {SECONDS} seconds and 1 GB, as no sound {job} is; leave it out"
        raise Refused(Code.TOO_COSTLY, reason)
    idle.append(cell)
    return answer


@atexit.register
def _end() -> None:
    for cell in _idle.pop(os.getpid(), []):
        cell.close()


class _Cell:
    """One such process."""

    def __init__(self) -> None:
        program = "from tacitus.intake.pages._cell import main; main()"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and program
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )

    def ask(self, job: str, raw: bytes, facts: dict[str, str | None]) -> dict[str, Any] | None:
        """The answer, or nothing if the process ended over it."""
        requests, answers = self._pipes()
        timer = threading.Timer(_WALL_SECONDS, self._process.kill)
        timer.start()
        try:
            send(requests, json.dumps({"job": job, "seconds": SECONDS, **facts}).encode())
            send(requests, raw)
            answer = receive(answers)
        except BrokenPipeError:
            return None
        finally:
            timer.cancel()
        return None if answer is None else json.loads(answer)

    def close(self) -> None:
        """End the process, if it has not ended already."""
        for pipe in self._pipes():
            try:
                pipe.close()
            except BrokenPipeError:  # what was not yet sent to it
                continue
        self._process.kill()
        self._process.wait()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("opened with pipes")
        return self._process.stdin, self._process.stdout
