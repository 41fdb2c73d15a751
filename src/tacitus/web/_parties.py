"""Whom a coder may pick: the registry's parties and the ledger's, found at each keystroke among names kept at hand."""

from collections.abc import Mapping
from threading import Lock

from tacitus.ledger import Ledger, PartyKey
from tacitus.web._knowledge import Knowledge
from tacitus.web._shapes import PartyRow


class Parties:
    """The parties of a ledger. Safe to share between threads.

    Counted anew when something was linked. Of events that are not linked yet only those in reports with something new
    are read, so that a party whose last event a person took back is found until the server ends.
    """

    def __init__(self, ledger: Ledger, knowledge: Knowledge) -> None:
        self._ledger, self._knowledge = ledger, knowledge
        self._lock = Lock()
        self._linking, self._sequence = -1, 0
        self._used: Mapping[PartyKey, int] = {}
        self._folded: dict[PartyKey, str] = {}

    def find(self, written: str, *, limit: int) -> tuple[PartyRow, ...]:
        """Those with these words in their name: the ledger's first, the most frequent first."""
        wanted = written.casefold()
        with self._lock:
            self._follow()
            used = self._used
            found = [key for key, name in self._folded.items() if wanted in name]
        known = self._knowledge.known_parties
        ranked = sorted(found, key=lambda key: (-used.get(key, 0), not _begins(key[0], wanted), *map(str, key)))
        return tuple(
            PartyRow(name=key[0], country=key[1], sector=key[2], known=key in known, n_incidents=used.get(key, 0))
            for key in ranked[:limit]
        )

    def _follow(self) -> None:
        """Take in what is new in the ledger."""
        linking, sequence = self._ledger.linking(), self._ledger.sequence()
        if not self._folded:
            self._keep(self._knowledge.known_parties)
        if linking != self._linking:
            self._used = self._ledger.survey().parties()
            self._keep(self._used)
        if sequence != self._sequence:
            self._keep(self._ledger.parties(since=self._sequence))
        self._linking, self._sequence = linking, sequence

    def _keep(self, keys: Mapping[PartyKey, int] | frozenset[PartyKey]) -> None:
        self._folded.update((key, key[0].casefold()) for key in keys if key not in self._folded)


def _begins(name: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in (name.casefold(), *name.casefold().split()))
