"""Two coders on one sample, blind to each other, and what comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from tacitus import ledger
from tacitus.analysis.agreement import agree
from tacitus.ledger import Action, Ledger, ReviewedEvent, ReviewState, Ruling, Sample, Settlement
from tacitus.model import Event, EventKey
from tacitus.records import event_as_record
from tacitus.web._differences import Difference, differences, unlike
from tacitus.web._faults import ImpossibleError, NotFoundError, RoleTooLowError
from tacitus.web._shapes import Agreement, SlotAgreement

Records = tuple[list[dict[str, object]], list[dict[str, object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A report of a sample as its two coders have it, and where they differ."""

    records: Records
    differences: tuple[Difference, ...]


class Samples:
    """The samples of a ledger. Safe to share between threads.

    Comparing is what takes time, and agreement with its resamples the most. Both are kept until there is something new
    about a report in question.
    """

    def __init__(self, book: Ledger) -> None:
        self._ledger = book
        self._lock = Lock()
        self._sequence = 0
        self._kept: dict[tuple[int, str], _Compared] = {}
        self._agreements: dict[int, tuple[tuple[_Compared, ...], Agreement]] = {}

    def for_coder(self, number: int, by: str) -> Sample:
        """The sample, for one of its coders.

        Raises:
            RoleTooLowError: somebody else asks: what is coded blind is seen by its coder alone.
        """
        sample = self._ledger.sample(number)
        if by not in sample.coders:
            raise RoleTooLowError(f"{RoleTooLowError.code}: sample {number} is coded by others, blind to everyone else")
        return sample

    def for_adjudicator(self, number: int, by: str) -> Sample:
        """The sample, for who compares its coders.

        Raises:
            RoleTooLowError: the visitor codes it too and has not finished.
        """
        sample = self._ledger.sample(number)
        if not sees_all(sample, by):
            raise RoleTooLowError(f"{RoleTooLowError.code}: finish with your own reports of sample {number} first")
        return sample

    def check_open(self, number: int, doc_id: str, by: str) -> None:
        """Let through a decision about a report that its coder has not finished with."""
        sample = self.for_coder(number, by)
        if doc_id not in sample.doc_ids:
            raise NotFoundError(f"{NotFoundError.code}: sample {number} has no report {doc_id[:80]!r}")
        if (by, doc_id) in sample.done:
            raise ImpossibleError(f"{ImpossibleError.code}: you have finished with this report of the sample")

    def agreement(self, number: int) -> Agreement:
        """How far the coders agree on the reports that both have finished with."""
        by_report = self._compared(self._ledger.sample(number))
        compared = tuple(by_report.values())
        before, found = self._agreements.get(number, ((), None))
        if found is None or before != compared:
            found = _agreement(number, {doc_id: each.records for doc_id, each in by_report.items()})
            self._agreements[number] = compared, found
        return found

    def differences(self, sample: Sample) -> Iterator[tuple[str, Difference]]:
        """Where the coders differ, report by report."""
        for doc_id, compared in self._compared(sample).items():
            for difference in compared.differences:
                yield doc_id, difference

    def n_open(self, sample: Sample) -> int:
        """How many differences are not settled."""
        settled = {each.disagreement for each in self._ledger.settlements(sample.id)}
        return sum(difference.id not in settled for _, difference in self.differences(sample))

    def settle(self, number: int, name: str, event: Event | None, *, by: str, comment: str | None) -> EventKey | None:
        """Write what is to hold, as a decision like any other; the event that it is about, None where there is none."""
        found = next((both for both in self.differences(self._ledger.sample(number)) if both[1].id == name), None)
        if found is None:
            raise NotFoundError(f"{NotFoundError.code}: sample {number} has no disagreement {name[:40]!r}")
        if any(each.disagreement == name for each in self._ledger.settlements(number)):
            raise ImpossibleError(f"{ImpossibleError.code}: this is settled already; correct the event itself")
        doc_id, difference = found
        decision = self._decide(self._common(doc_id, difference), doc_id, event, by=by, comment=comment)
        self._ledger.settle(
            Settlement(
                sample=number,
                disagreement=name,
                event=decision.after if decision else event,
                by=by,
                at=datetime.now(UTC),
                comment=comment,
                decision=decision.id if decision else None,
            )
        )
        return decision.key if decision else None

    def _decide(
        self, standing: ReviewedEvent | None, doc_id: str, event: Event | None, *, by: str, comment: str | None
    ) -> ledger.Decision | None:
        if standing is None:
            if event is None:
                return None  # nothing stands and nothing is to stand
            return self._ledger.add_event(doc_id, Ruling(action=Action.ADD, by=by, event=event, comment=comment))
        if event is None:
            if standing.state is ReviewState.REJECTED:
                return None
            ruling = Ruling(action=Action.REJECT, by=by, comment=comment)
        elif unlike(standing.event, event):
            ruling = Ruling(action=Action.CORRECT, by=by, event=event, comment=comment)
        else:
            ruling = Ruling(action=Action.CONFIRM, by=by, comment=comment)
        return self._ledger.decide(standing.key, ruling, expected=standing.version)

    def _common(self, doc_id: str, difference: Difference) -> ReviewedEvent | None:
        """The event of the common state that the coders worked on, where the program had coded it."""
        worked_on = {
            each.key for each in (difference.first, difference.second) if each is not None and each.coded is not None
        }
        return next((each for each in self._ledger.report(doc_id).events if each.key in worked_on), None)

    def _compared(self, sample: Sample) -> dict[str, _Compared]:
        """The reports that both coders have finished with, in the sample's order."""
        done = [doc_id for doc_id in sample.doc_ids if sample.is_done(doc_id)]
        with self._lock:
            self._forget_changed()
            for doc_id in done:
                if (sample.id, doc_id) not in self._kept:
                    self._kept[sample.id, doc_id] = self._compare(sample, doc_id)
            return {doc_id: self._kept[sample.id, doc_id] for doc_id in done}

    def _forget_changed(self) -> None:
        """Drop what was compared before something new was written about its report: a coding, or a late decision."""
        sequence = self._ledger.sequence()
        if self._kept and sequence != self._sequence:
            changed = self._ledger.changed_reports(self._sequence)
            self._kept = {key: compared for key, compared in self._kept.items() if key[1] not in changed}
        self._sequence = sequence

    def _compare(self, sample: Sample, doc_id: str) -> _Compared:
        first, second = (self._ledger.report(doc_id, sample=sample.id, by=coder).events for coder in sample.coders)
        return _Compared(
            records=(_records(first), _records(second)), differences=tuple(differences(doc_id, first, second))
        )


def sees_all(sample: Sample, adjudicator: str) -> bool:
    """Whether an adjudicator may compare the coders: who is one of them finishes first."""
    return adjudicator not in sample.coders or sample.n_done(adjudicator) == len(sample.doc_ids)


def _records(events: tuple[ReviewedEvent, ...]) -> list[dict[str, object]]:
    return [event_as_record(each.event) for each in events if each.state is not ReviewState.REJECTED]


def _agreement(number: int, by_report: Mapping[str, Records]) -> Agreement:
    if not by_report:
        return Agreement(sample=number, n_reports=0, slots=(), matched=0, only_first=0, only_second=0, alpha=None)
    first, second = ({doc_id: records[side] for doc_id, records in by_report.items()} for side in (0, 1))
    found = agree(first, second)
    slots = tuple(
        SlotAgreement(
            slot=slot.slot,
            n=slot.n_units,
            share=slot.score.f1.value if slot.score.n_first + slot.score.n_second else None,
            alpha=slot.alpha.value if slot.alpha else None,
        )
        for slot in found.slots
    )
    return Agreement(
        sample=number,
        n_reports=found.n_reports,
        slots=slots,
        matched=found.n_pairs,
        only_first=found.events.n_first - found.n_pairs,
        only_second=found.events.n_second - found.n_pairs,
        alpha=found.alpha.value if found.alpha else None,
    )
