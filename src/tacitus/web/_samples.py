"""Two coders on one sample, blind to each other."""

from tacitus.ledger import Ledger
from tacitus.web._faults import NotFoundError


class Samples:
    """The samples of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def check_coder(self, sample: int, by: str) -> None:
        """Let through who codes this sample."""
        raise NotFoundError(f"{NotFoundError.code}: there is no sample {sample} for {by}")

    def check_open(self, sample: int, by: str) -> None:
        """Let through who codes this sample and has not finished with the report."""
        self.check_coder(sample, by)
