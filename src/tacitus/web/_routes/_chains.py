"""Chains: incidents that answered each other."""

from typing import Annotated

from fastapi import APIRouter, Query

from tacitus.web._desk import OnDesk
from tacitus.web._fresh import FreshLinking
from tacitus.web._query import ChainQuery
from tacitus.web._shapes import Chain, ChainRow, Page
from tacitus.web._visitor import AsReader

router = APIRouter(prefix="/chains", tags=["chains"])


@router.get("")
def chains(query: Annotated[ChainQuery, Query()], desk: OnDesk, _: AsReader, _fresh: FreshLinking) -> Page[ChainRow]:
    """The chains that hold an incident that matches, the longest first."""
    return desk.chains.page(query)


@router.get("/{chain_id}")
def chain(chain_id: str, desk: OnDesk, _: AsReader, _fresh: FreshLinking) -> Chain:
    """One chain, named by any of its incidents: its incidents in order of time, and which answered which."""
    return desk.chains.one(chain_id)
