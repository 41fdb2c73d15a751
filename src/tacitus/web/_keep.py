"""How what a job coded comes into the ledger: written report by report, linked at the end."""

from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport


class Keeper:
    """Writes coded reports under one run for each job; jobs come one after the other."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._run: Run | None = None

    def keep(self, coded: CodedReport) -> str:
        """Write one report; its id in the ledger."""
        if self._run is None:
            self._run = Run.begun(coded.versions)
        return self._ledger.add(coded, self._run).doc_id

    def close(self) -> None:
        """End the run and link what it brought."""
        if self._run is not None:
            self._ledger.finish(self._run)
            self._run = None
            self._ledger.link()
