"""Which incidents answer which: no more of them is read than chains need."""

from collections import defaultdict

from sqlalchemy import Connection, select

from tacitus.ledger import _tables as t
from tacitus.ledger._incidents import ANSWERS, is_in_chain
from tacitus.linking import Step


def steps(connection: Connection) -> tuple[Step, ...]:
    """The incidents that answer another or are answered."""
    relation, i = t.incident_relations.c, t.incidents.c
    responds_to: dict[int, list[str]] = defaultdict(list)
    for number, other in connection.execute(
        select(relation.incident, relation.other).where(relation.relation == ANSWERS)
    ):
        responds_to[number].append(other)
    statement = select(i.id, i.incident_id, i.first_day, i.last_day).where(i.until.is_(None), is_in_chain())
    return tuple(
        Step(id=name, first_day=first_day, last_day=last_day, responds_to=tuple(responds_to.get(number, ())))
        for number, name, first_day, last_day in connection.execute(statement)
    )
