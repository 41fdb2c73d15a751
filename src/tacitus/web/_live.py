"""Live changes: one task asks the ledger what is new, however many people listen, and tells them all.

Several servers may stand over one ledger; each asks for itself, so all hear of everything.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Final

from sqlalchemy.exc import DBAPIError
from starlette.concurrency import run_in_threadpool

from tacitus.errors import TacitusError
from tacitus.web._shapes import Change

logger = logging.getLogger(__name__)

EVERY_S: Final = 0.5
"""A colleague's decision shows within a second; asking costs one look-up of a number."""

_MAX_WAITING: Final = 1000
"""Changes held for one listener. One that cannot follow is let go; its browser comes back and catches up."""

JOB: Final = "job"

Ask = Callable[[int], tuple[Change, ...]]


class Feed:
    """Changes of the ledger as they come. `ask` gives what is newer than a sequence, oldest first."""

    def __init__(self, *, ask: Ask, newest: Callable[[], int]) -> None:
        self._ask, self._newest = ask, newest
        self._listeners: set[asyncio.Queue[Change | None]] = set()
        self._task: asyncio.Task[None] | None = None
        self._beginning = asyncio.Lock()  # two first listeners must not begin two tasks
        self._sequence = 0

    async def since(self, sequence: int | None) -> AsyncIterator[Change]:
        """What is newer than a sequence, or than now, and then whatever comes."""
        queue: asyncio.Queue[Change | None] = asyncio.Queue(_MAX_WAITING)
        async with self._beginning:
            await self._begin()
            self._listeners.add(queue)
        try:
            told = self._sequence if sequence is None else sequence
            while missed := await run_in_threadpool(self._ask, told):
                for change in missed:
                    told = change.sequence
                    yield change
            while (coming := await queue.get()) is not None:
                # A job's progress has no number of its own in the ledger.
                if coming.kind == JOB or coming.sequence > told:
                    told = max(told, coming.sequence)
                    yield coming
        finally:
            self._listeners.discard(queue)

    def tell(self, change: Change) -> None:
        """Tell everyone who listens; call it in the loop's own thread."""
        for queue in tuple(self._listeners):
            if queue.full():
                self._listeners.discard(queue)
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(change)

    async def stop(self) -> None:
        """End the task and every listener's stream."""
        if self._task:
            self._task.cancel()
        for queue in tuple(self._listeners):
            while queue.full():
                queue.get_nowait()
            queue.put_nowait(None)

    async def _begin(self) -> None:
        if not self._listeners:  # nobody followed the ledger in the meantime
            self._sequence = await run_in_threadpool(self._newest)
        if self._task is None:
            self._task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            if not self._listeners:
                continue
            try:
                changes = await run_in_threadpool(self._ask, self._sequence)
            except (DBAPIError, TacitusError):
                logger.warning("the ledger does not say what is new; asking again", exc_info=True)
                continue
            for change in changes:
                self._sequence = max(self._sequence, change.sequence)
                self.tell(change)
