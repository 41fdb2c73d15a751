"""The other process: it answers one request after another until its input is closed, or a limit ends it."""

import json
import logging
import os
import sys
from collections.abc import Callable
from typing import Any, Final

from tacitus.intake._refused import Code
from tacitus.intake.pages._feed import feed
from tacitus.intake.pages._frames import receive, send
from tacitus.intake.pages._mail import mail
from tacitus.intake.pages._page import page
from tacitus.intake.pages._record import record
from tacitus.intake.pages._sitemap import sitemap

_MEMORY: Final = 1 << 30
_JOBS: Final[dict[str, Callable[..., dict[str, Any]]]] = {
    "page": page,
    "feed": feed,
    "mail": mail,
    "sitemap": sitemap,
    "record": record,
}


def main() -> None:
    """Serve requests from standard input."""
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    logging.disable()
    sys.setrecursionlimit(2_000)
    while (head := receive(sys.stdin.buffer)) is not None and (raw := receive(sys.stdin.buffer)) is not None:
        facts = json.loads(head)
        _limit(facts.pop("seconds"))
        send(answers, json.dumps(_answer(facts.pop("job"), raw, facts)).encode())


def _answer(job: str, raw: bytes, facts: dict[str, str | None]) -> dict[str, Any]:
    try:
        return _JOBS[job](raw, **{name: value for name, value in facts.items() if value is not None})
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001  a library that trips over one page must not end an archive's run
        reason = f"is a {job} that the parser cannot read ({type(fault).__name__}); give its text instead"
        return {"refused": Code.BROKEN_FILE, "reason": reason}


def _limit(seconds: int) -> None:
    """Let the system end this process when it exceeds what one request may take."""
    try:
        import resource  # noqa: PLC0415  there is none on Windows, where the clock alone decides
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime) + seconds
    for kind, wanted in ((resource.RLIMIT_CPU, cpu), (resource.RLIMIT_AS, _MEMORY)):
        most = resource.getrlimit(kind)[1]  # what whoever started us allows; asking for more is an error
        resource.setrlimit(kind, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
