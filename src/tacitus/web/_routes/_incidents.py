"""Incidents: table, map, timeline, one with its claims; and people's word on what is one happening."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response

from tacitus import ledger
from tacitus.ledger import IncidentFilter
from tacitus.model import EventKey, Relation, Verdict
from tacitus.web import _board, _translate
from tacitus.web._desk import Desk, OnDesk
from tacitus.web._faults import ImpossibleError, InvalidRequestError
from tacitus.web._fresh import Fresh, FreshLinking, IfMatch, check_match
from tacitus.web._ids import from_event_id
from tacitus.web._query import IncidentQuery, IncidentWhere, TimelineQuery
from tacitus.web._shapes import (
    Facets,
    IncidentPage,
    IncidentRow,
    LinkDecision,
    Merge,
    Page,
    Points,
    Split,
    Timeline,
)
from tacitus.web._visitor import AsCoder, AsReader, Visitor

router = APIRouter(tags=["incidents"])

Pair = tuple[EventKey, EventKey]


@router.get("/incidents")
def incidents(
    query: Annotated[IncidentQuery, Query()], desk: OnDesk, _: AsReader, _fresh: FreshLinking
) -> Page[IncidentRow]:
    """The incidents, without their claims."""
    page = desk.ledger.incidents(query.as_filter(), query.order).page(limit=query.limit, cursor=query.cursor)
    return Page(items=tuple(map(_translate.incident_row, page.rows)), next=page.next, total=page.total)


@router.get("/incidents/points", response_model=Points)
def points(query: Annotated[IncidentWhere, Query()], desk: OnDesk, _: AsReader, fresh: FreshLinking) -> Response:
    """All incidents that match and have a point, as columns for the map."""
    drawn = _board.points(desk.ledger.survey(query.as_filter()))
    # Written here: the framework would first turn hundreds of thousands of numbers into values of its own.
    return Response(drawn.model_dump_json(), media_type="application/json", headers=fresh)


@router.get("/incidents/timeline")
def timeline(query: Annotated[TimelineQuery, Query()], desk: OnDesk, _: AsReader, _fresh: FreshLinking) -> Timeline:
    """How many incidents began in each bin of time."""
    return _board.timeline(desk.ledger.survey(query.as_filter()), query.unit)


@router.get("/incidents/facets")
def facets(query: Annotated[IncidentWhere, Query()], desk: OnDesk, _: AsReader, _fresh: FreshLinking) -> Facets:
    """How the incidents that match are divided, for the filters."""
    return _board.facets(desk.ledger.survey(query.as_filter()))


@router.get("/incidents/{incident_id}")
def incident(incident_id: str, desk: OnDesk, _: AsReader, _fresh: Fresh) -> IncidentPage:
    """One incident with its claims, events and links. A split sends back the `etag` in it."""
    return _page(desk, incident_id)


@router.post("/incidents/merge")
def merge(body: Merge, desk: OnDesk, visitor: AsCoder) -> IncidentPage:
    """Make one of several incidents: their events first told are linked by the visitor's word."""
    merged = [desk.ledger.incident(each) for each in dict.fromkeys(body.incidents)]
    key, *others = (each.incident.events[0] for each in merged)
    if not others:
        raise InvalidRequestError(f"{InvalidRequestError.code}: merging takes two incidents, got one twice")
    joined = {(min(key, other), max(key, other)) for other in others}
    _say(desk, visitor, sorted(joined | _cut_between(merged)), Verdict.CONFIRM, body.comment)
    return _page_of(desk, key)


@router.post("/incidents/{incident_id}/split")
def split(incident_id: str, body: Split, desk: OnDesk, visitor: AsCoder, if_match: IfMatch) -> IncidentPage:
    """Take events out of an incident: every link between them and those that stay is cut by the visitor's word."""
    found = desk.ledger.incident(incident_id)
    check_match(if_match, _translate.quoted(found.row.version))
    leaving = {from_event_id(each) for each in body.events}
    staying = [key for key in found.incident.events if key not in leaving]
    if not leaving < set(found.incident.events):
        raise ImpossibleError(f"{ImpossibleError.code}: take some of the incident's events out, not all and no others")
    apart = [(gone, stays) for gone in sorted(leaving) for stays in staying]
    _say(desk, visitor, apart, Verdict.CUT, body.comment)
    return _page_of(desk, staying[0])


@router.post("/links")
def decide_link(body: LinkDecision, desk: OnDesk, visitor: AsCoder) -> IncidentPage:
    """Confirm or cut a link between two events, or take that back; the incident of the first as it then is."""
    left, right = from_event_id(body.left), from_event_id(body.right)
    if left == right:
        raise InvalidRequestError(f"{InvalidRequestError.code}: a link joins two events, got one twice")
    _say(desk, visitor, [(left, right)], body.verdict, body.comment)
    return _page_of(desk, left)


def _say(desk: Desk, visitor: Visitor, pairs: Sequence[Pair], verdict: Verdict | None, comment: str | None) -> None:
    """Write one word on several pairs, and link anew once."""
    for left, right in pairs:
        ends = min(left, right), max(left, right)
        desk.ledger.decide_link(*ends, verdict, by=visitor.name, comment=comment, relink=False)
    desk.ledger.link()


def _cut_between(pages: Sequence[ledger.IncidentPage]) -> set[Pair]:
    """The pairs in these incidents that stand cut: left so, each would keep one of its events out of the merged one."""
    keys = {key for page in pages for key in page.incident.events}
    said = (each for page in pages for each in page.verdicts)
    return {
        (min(ends), max(ends))
        for (relation, ends), newest in _newest(said).items()
        if relation is Relation.SAME and newest.verdict is Verdict.CUT and ends <= keys
    }


def _newest(said: Iterable[ledger.LinkVerdict]) -> dict[_translate.Tie, ledger.LinkVerdict]:
    """The word that counts on each pair and relation. They come newest first."""
    newest: dict[_translate.Tie, ledger.LinkVerdict] = {}
    for each in said:
        newest.setdefault((each.relation, frozenset((each.left, each.right))), each)
    return newest


def _page_of(desk: Desk, key: EventKey) -> IncidentPage:
    incident_id = desk.ledger.event(key).incident_id
    if incident_id is None:
        raise ImpossibleError(f"{ImpossibleError.code}: event {key} is in no incident; link the ledger first")
    return _page(desk, incident_id)


def _page(desk: Desk, incident_id: str) -> IncidentPage:
    found = desk.ledger.incident(incident_id)
    verdicts = _newest(found.verdicts)
    texts = desk.ledger.texts({row.key.doc_id for row in found.events})
    return IncidentPage(
        incident=_translate.incident_row(found.row),
        events=tuple(_translate.incident_event(row, texts) for row in found.events),
        claims=tuple(map(_translate.claim, found.incident.claims)),
        links=tuple(_translate.link(link, verdicts) for link in found.links),
        answers=_rows(desk, found.incident.responds_to),
        answered_by=_rows(desk, found.answered_by),
        plans=_rows(desk, found.incident.carries_out),
        recalls=_rows(desk, found.incident.recalls),
        etag=_translate.quoted(found.row.version),
    )


def _rows(desk: Desk, ids: tuple[str, ...]) -> tuple[IncidentRow, ...]:
    if not ids:
        return ()
    return tuple(map(_translate.incident_row, desk.ledger.incidents(IncidentFilter(ids=ids))))
