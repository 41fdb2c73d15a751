"""Parties: whom a coder may pick, and who stood against whom."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.web import _board
from tacitus.web._desk import OnDesk
from tacitus.web._fresh import Fresh, FreshLinking
from tacitus.web._query import MatrixQuery
from tacitus.web._shapes import PartyMatrix, PartyRow
from tacitus.web._visitor import AsReader

router = APIRouter(prefix="/parties", tags=["parties"])


@router.get("/matrix")
def matrix(query: Annotated[MatrixQuery, Query()], desk: OnDesk, _: AsReader, _fresh: FreshLinking) -> PartyMatrix:
    """Who acted against or towards whom, over the incidents that match."""
    return _board.matrix(desk.ledger.survey(query.as_filter()), query.top)


@router.get("")
def parties(
    q: Annotated[str, Query(min_length=1, max_length=100)],
    desk: OnDesk,
    _: AsReader,
    _fresh: Fresh,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> tuple[PartyRow, ...]:
    """Parties of the ledger and of the registry with these words in their name."""
    return desk.parties.find(q, limit=limit)
