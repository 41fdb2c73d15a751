"""Drawing samples for blind double coding, and keeping how far their coders are and what was settled."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, insert, select

from tacitus import records
from tacitus.errors import LedgerConflictError, LedgerLookupError, LedgerUseError
from tacitus.ledger import _tables as t
from tacitus.ledger._insert import insert_one
from tacitus.ledger._reports import report_id_of
from tacitus.ledger._rows import record_of
from tacitus.ledger._samples import EMPTY, MACHINE
from tacitus.ledger._write import Writer
from tacitus.model import Event

N_CODERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """What a sample is to be.

    `start` is "machine" where the coders check the program's events, "empty" where they begin with nothing but the
    text. Named `doc_ids` are taken as they are; without, `size` reports are drawn by `seed`, the same from the same
    ledger, republications left out.
    """

    name: str
    coders: tuple[str, ...]
    start: str = MACHINE
    size: int = 20
    seed: int = 0
    doc_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample of reports for two coders. `done` holds who has finished with which report."""

    id: int
    name: str
    coders: tuple[str, ...]
    start: str
    seed: int
    doc_ids: tuple[str, ...]
    done: frozenset[tuple[str, str]]
    created_by: str
    created_at: datetime

    def is_done(self, doc_id: str) -> bool:
        """Whether all coders have finished with a report."""
        return all((coder, doc_id) in self.done for coder in self.coders)

    def n_done(self, coder: str) -> int:
        """How many reports a coder has finished with."""
        return sum(name == coder for name, _ in self.done)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What an adjudicator said is to hold where coders differ; `event` is None where none is to stand."""

    sample: int
    disagreement: str
    event: Event | None
    by: str
    at: datetime
    comment: str | None = None
    decision: int | None = None


def draw(connection: Connection, what: Draw, by: str) -> int:
    """Write a new sample; its number."""
    _check(connection, what)
    report_ids = [report_id_of(connection, doc_id) for doc_id in dict.fromkeys(what.doc_ids)]
    report_ids = report_ids or _drawn(connection, what)
    if not report_ids:
        raise LedgerUseError(f"{LedgerUseError.code}: the ledger has no reports to draw from; code some first")
    row = {
        "name": what.name,
        "start": what.start,
        "seed": what.seed,
        "created_by": by,
        "created_at": datetime.now(UTC),
    }
    sample = insert_one(connection, t.samples, row)
    coders = [{"sample_id": sample, "coder": coder, "ordinal": i} for i, coder in enumerate(what.coders)]
    reports = [{"sample_id": sample, "report_id": each, "ordinal": i} for i, each in enumerate(report_ids)]
    connection.execute(insert(t.sample_coders), coders)
    connection.execute(insert(t.sample_reports), reports)
    _note(connection, sample, by, "drawn")
    return sample


def samples(connection: Connection, only: int | None = None) -> tuple[Sample, ...]:
    """The samples, newest first; the one of a number where it is given."""
    statement = select(t.samples).order_by(t.samples.c.id.desc())
    rows = connection.execute(statement if only is None else statement.where(t.samples.c.id == only)).all()
    return tuple(_sample(connection, row) for row in rows)


def one(connection: Connection, number: int) -> Sample:
    """The sample of a number."""
    for sample in samples(connection, number):
        return sample
    raise LedgerLookupError(f"{LedgerLookupError.code}: the ledger has no sample {number}")


def finish_report(connection: Connection, number: int, doc_id: str, by: str) -> None:
    """Write that a coder has finished with a report; a second time changes nothing."""
    sample = one(connection, number)
    if by not in sample.coders or doc_id not in sample.doc_ids:
        raise LedgerLookupError(f"{LedgerLookupError.code}: report {doc_id!r} is not {by}'s to code in sample {number}")
    if (by, doc_id) in sample.done:
        return
    row = {
        "sample_id": number,
        "coder": by,
        "report_id": report_id_of(connection, doc_id),
        "at": datetime.now(UTC),
    }
    connection.execute(insert(t.sample_done).values(row))
    _note(connection, number, by, "done")


def settle(connection: Connection, said: Settlement) -> None:
    """Write what is to hold; a disagreement is settled once."""
    if any(each.disagreement == said.disagreement for each in settlements(connection, said.sample)):
        raise LedgerConflictError(f"{LedgerConflictError.code}: this is settled already; correct the event itself")
    row = {
        "sample_id": said.sample,
        "disagreement": said.disagreement,
        "record": record_of(said.event),
        "decision_id": said.decision,
        "coder": said.by,
        "at": said.at,
        "comment": said.comment,
    }
    connection.execute(insert(t.settlements).values(row))
    _note(connection, said.sample, said.by, "settled")


def settlements(connection: Connection, number: int) -> tuple[Settlement, ...]:
    """What was settled in a sample, in order."""
    s = t.settlements.c
    rows = connection.execute(select(t.settlements).where(s.sample_id == number).order_by(s.id))
    return tuple(
        Settlement(
            sample=row.sample_id,
            disagreement=row.disagreement,
            event=None if row.record is None else records.event_from_record(row.record),
            by=row.coder,
            at=row.at,
            comment=row.comment,
            decision=row.decision_id,
        )
        for row in rows
    )


def _check(connection: Connection, what: Draw) -> None:
    if len(what.coders) != N_CODERS or len(set(what.coders)) != N_CODERS:
        raise LedgerUseError(f"{LedgerUseError.code}: a sample has two different coders, got {', '.join(what.coders)}")
    if what.size < 1:
        raise LedgerUseError(f"{LedgerUseError.code}: a sample has one report or more, got {what.size}")
    if what.start not in {MACHINE, EMPTY}:
        raise LedgerUseError(f"{LedgerUseError.code}: a sample starts {MACHINE!r} or {EMPTY!r}, got {what.start!r}")
    if connection.scalar(select(t.samples.c.id).where(t.samples.c.name == what.name)) is not None:
        raise LedgerUseError(f"{LedgerUseError.code}: there is a sample {what.name!r}; give it another name")


def _drawn(connection: Connection, what: Draw) -> list[int]:
    """Reports in the order of their digests with the seed: no generator of random numbers, the same everywhere."""
    rows = connection.execute(select(t.reports.c.id, t.reports.c.digest).where(t.reports.c.same_as.is_(None)))
    ranked = sorted((hashlib.sha256(f"{what.seed} {digest}".encode()).digest(), number) for number, digest in rows)
    return [number for _, number in ranked[: what.size]]


def _sample(connection: Connection, row: Row[tuple[object, ...]]) -> Sample:
    coders = connection.scalars(
        select(t.sample_coders.c.coder).where(t.sample_coders.c.sample_id == row.id).order_by(t.sample_coders.c.ordinal)
    )
    doc_ids = connection.scalars(
        select(t.reports.c.doc_id)
        .join(t.sample_reports, t.sample_reports.c.report_id == t.reports.c.id)
        .where(t.sample_reports.c.sample_id == row.id)
        .order_by(t.sample_reports.c.ordinal)
    )
    done = connection.execute(
        select(t.sample_done.c.coder, t.reports.c.doc_id)
        .join(t.reports, t.reports.c.id == t.sample_done.c.report_id)
        .where(t.sample_done.c.sample_id == row.id)
    )
    return Sample(
        id=row.id,
        name=row.name,
        coders=tuple(coders),
        start=row.start,
        seed=row.seed,
        doc_ids=tuple(doc_ids),
        done=frozenset((coder, doc_id) for coder, doc_id in done),
        created_by=row.created_by,
        created_at=row.created_at,
    )


def _note(connection: Connection, sample: int, by: str, what: str) -> None:
    writer = Writer(connection)
    writer.note("sample", coder=by, detail={"sample": sample, "what": what})
    writer.flush()
