"""What people say about links: their words written, and read back."""

from dataclasses import replace

from sqlalchemy import Connection, RowMapping, or_, select
from sqlalchemy.orm import aliased

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import _tables as t
from tacitus.ledger._insert import insert_one
from tacitus.ledger._records import LinkVerdict
from tacitus.ledger._reports import report_id_of
from tacitus.ledger._write import Writer
from tacitus.model import EventKey, LinkDecision, Relation, Verdict


def decide_link(connection: Connection, said: LinkVerdict) -> LinkVerdict:
    """Write a person's word on two events."""
    if said.relation is Relation.SAME and said.right < said.left:
        said = replace(said, left=said.right, right=said.left)
    if said.left == said.right or not said.by.strip():
        raise LedgerUseError(f"{LedgerUseError.code}: a word on a link needs two events, and the name of who says it")
    row = {
        "left_report": _checked(connection, said.left),
        "left_event": said.left.event_id,
        "right_report": _checked(connection, said.right),
        "right_event": said.right.event_id,
        "relation": said.relation.value,
        "verdict": None if said.verdict is None else said.verdict.value,
        "coder": said.by,
        "at": said.at,
        "comment": said.comment,
    }
    number = insert_one(connection, t.link_decisions, row)
    writer = Writer(connection)
    detail = {"left": str(said.left), "right": str(said.right), "verdict": row["verdict"], "relation": row["relation"]}
    writer.note("link_decision", coder=said.by, detail=detail)
    writer.flush()
    return replace(said, id=number)


def verdicts(connection: Connection, keys: set[EventKey] | None = None) -> tuple[LinkVerdict, ...]:
    """What people said about links, newest first; with `keys`, about links that have an end among them."""
    left, right = aliased(t.reports), aliased(t.reports)
    d = t.link_decisions
    statement = (
        select(d, left.c.doc_id.label("left_doc_id"), right.c.doc_id.label("right_doc_id"))
        .join(left, left.c.id == d.c.left_report)
        .join(right, right.c.id == d.c.right_report)
        .order_by(d.c.id.desc())
    )
    if keys is not None:
        ids = {key.doc_id for key in keys}
        statement = statement.where(or_(left.c.doc_id.in_(ids), right.c.doc_id.in_(ids)))
    found = map(_verdict, connection.execute(statement).mappings())
    return tuple(verdict for verdict in found if keys is None or {verdict.left, verdict.right} & keys)


def link_decisions(connection: Connection) -> tuple[LinkDecision, ...]:
    """The newest word on each pair, in the order in which they were said; a word taken back is no word."""
    newest: dict[tuple[EventKey, EventKey, Relation], LinkVerdict] = {}
    for said in verdicts(connection):
        newest.setdefault((said.left, said.right, said.relation), said)
    return tuple(
        LinkDecision(left=said.left, right=said.right, relation=said.relation, verdict=said.verdict, by=said.by)
        for said in reversed(newest.values())
        if said.verdict is not None
    )


def _checked(connection: Connection, key: EventKey) -> int:
    """The number of the report of an event that is there."""
    report_id = report_id_of(connection, key.doc_id)
    statement = select(t.events.c.state).filter_by(report_id=report_id, event_id=key.event_id)
    if connection.scalar(statement) is None:
        raise LedgerLookupError(f"{LedgerLookupError.code}: report {key.doc_id!r} has no event {key.event_id!r}")
    return report_id


def _verdict(row: RowMapping) -> LinkVerdict:
    return LinkVerdict(
        id=row["id"],
        left=EventKey(doc_id=row["left_doc_id"], event_id=row["left_event"]),
        right=EventKey(doc_id=row["right_doc_id"], event_id=row["right_event"]),
        relation=Relation(row["relation"]),
        verdict=None if row["verdict"] is None else Verdict(row["verdict"]),
        by=row["coder"],
        at=row["at"],
        comment=row["comment"],
    )
