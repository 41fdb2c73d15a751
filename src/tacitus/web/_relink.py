"""Incidents follow what people decide: once decisions come to rest, one thread links the ledger anew.

Whoever listens hears of it as of any linking, through the ledger's own changes.
"""

import logging
import threading
from collections.abc import Callable
from time import monotonic
from typing import Final

from tacitus.errors import TacitusError
from tacitus.ledger import Action, Ledger, Ruling

logger = logging.getLogger(__name__)

REST_S: Final = 2.0
"""After the last decision. Set, not swept: soon enough to see what one did, and a row of quick decisions links once."""

LONGEST_S: Final = 20.0
"""After the first decision not yet linked, however quickly others follow. Set, not swept."""

NAME: Final = "linking after decisions"

Failed = Callable[[str, str], None]
"""Told who decided last, and what went wrong."""


class Relinker:
    """Links a ledger that was linked before, soon after decisions that change what stands."""

    def __init__(self, ledger: Ledger, failed: Failed) -> None:
        self._ledger, self._failed = ledger, failed
        self._by, self._stopping = "", False
        self._due: float | None = None
        self._latest = 0.0
        self._changed = threading.Condition()
        # A server that is made to stop at once does not wait for it; a linking is kept whole or not at all.
        self._thread = threading.Thread(target=self._run, name="tacitus-relink", daemon=True)

    def start(self) -> None:
        """Begin to link, what was decided until now as well."""
        self._thread.start()

    def after(self, ruling: Ruling) -> None:
        """Heed a decision. A comment changes no event, nor does what is decided blind, until it is settled."""
        if ruling.action is not Action.COMMENT and ruling.sample is None:
            self.soon(ruling.by)

    def soon(self, by: str) -> None:
        """Link `REST_S` from now; another decision until then puts it off, to `LONGEST_S` from the first at most."""
        now = monotonic()
        with self._changed:
            if self._due is None:
                self._latest = now + LONGEST_S
            self._by, self._due = by, min(now + REST_S, self._latest)
            self._changed.notify()

    def stop(self) -> None:
        """Link at once what waits for it, and wait for its end."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while self._is_due():
            self._link()

    def _is_due(self) -> bool:
        """Wait until there is something to link; False where there will be nothing more."""
        with self._changed:
            while not self._stopping and (self._due is None or monotonic() < self._due):
                self._changed.wait(None if self._due is None else self._due - monotonic())
            is_due, self._due = self._due is not None, None
            return is_due

    def _link(self) -> None:
        try:
            if self._ledger.linking():
                self._ledger.link()
        except TacitusError as fault:
            logger.exception("%s failed", NAME)
            self._failed(self._by, str(fault))
        except Exception as fault:
            # The thread has nobody to raise to, and later decisions need it.
            logger.exception("%s failed", NAME)
            self._failed(self._by, f"linking failed ({type(fault).__name__}); the server's log says why")
