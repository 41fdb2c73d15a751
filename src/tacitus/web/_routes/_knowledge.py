"""What a coder picks from: the gazetteer, the codebook."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.web._desk import OnDesk
from tacitus.web._fresh import Fresh
from tacitus.web._shapes import CodebookPage, PlaceRow
from tacitus.web._visitor import AsReader

router = APIRouter(tags=["knowledge"])

_Words = Annotated[str, Query(min_length=1, max_length=100)]
_Country = Annotated[str | None, Query(pattern="^[A-Z]{3}$", description="ISO 3166-1 alpha-3.")]
_Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/places")
def places(
    q: _Words, desk: OnDesk, _: AsReader, _fresh: Fresh, country: _Country = None, limit: _Limit = 20
) -> tuple[PlaceRow, ...]:
    """Places whose name begins so, from the gazetteer on disk; three letters at least, fewer for a whole name."""
    return desk.knowledge.places(q, country=country, limit=limit)


@router.get("/codebook")
def codebook(desk: OnDesk, _: AsReader, _fresh: Fresh) -> CodebookPage:
    """Every code that a coder may give."""
    return desk.knowledge.codes()
