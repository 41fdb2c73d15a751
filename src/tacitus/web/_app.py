"""The server put together: routes, what stands around them, and the built app beside them."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from fastapi import FastAPI, Response
from starlette.types import ASGIApp

from tacitus.ledger import Ledger
from tacitus.web import _translate
from tacitus.web._accounts import Accounts
from tacitus.web._answers import answer_all
from tacitus.web._attempts import Attempts
from tacitus.web._chains import Chains
from tacitus.web._desk import Desk
from tacitus.web._faults import NotFoundError
from tacitus.web._fresh import UnchangedError, unchanged
from tacitus.web._jobs import JobRecord, Jobs
from tacitus.web._keep import Keeper
from tacitus.web._knowledge import Knowledge
from tacitus.web._live import JOB, Feed
from tacitus.web._parties import Parties
from tacitus.web._relink import NAME, Relinker
from tacitus.web._routes import ROUTERS
from tacitus.web._samples import Samples
from tacitus.web._sessions import Sessions
from tacitus.web._settings import Settings
from tacitus.web._shapes import Change, ErrorResponse
from tacitus.web._shell import Shell

MAX_BODY: Final = 2_000_000
"""Of every request but an upload: an event with a few hundred spans takes a hundredth of it."""

_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    "default": {"model": ErrorResponse, "description": "Any error, in the one form."}
}


def create_app(settings: Settings, *, knowledge: Knowledge | None = None) -> ASGIApp:
    """The server over an open ledger, ready to be run. `knowledge` that is loaded already may be shared."""
    ledger = Ledger.open(settings.ledger, create=False)
    accounts = Accounts.beside(settings.ledger) if settings.demands_login else None
    desk = _desk(settings, ledger, accounts, knowledge or Knowledge())
    app = api(desk)
    names = {"localhost", socket.gethostname(), *settings.names}
    return Shell(app, names=names, open_to_all=accounts is None)


def api(desk: Desk) -> FastAPI:
    """The routes over a desk, and the built app where there is one."""
    app = FastAPI(
        title="tacitus",
        summary="The review app's API.",
        version=desk.version,
        openapi_url="/api/openapi.json",
        docs_url=None,  # the page that the framework brings loads its scripts from another site
        redoc_url=None,
        lifespan=_lifespan,
        max_body_size=MAX_BODY,
        responses=_ERRORS,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.desk = desk
    answer_all(app)
    app.add_exception_handler(UnchangedError, unchanged)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    app.add_api_route("/api/{rest:path}", _nothing, include_in_schema=False, methods=["GET"])
    if desk.settings.static.is_dir():
        app.frontend("/", directory=desk.settings.static, fallback="index.html")
    return app


def _nothing(rest: str) -> Response:
    raise NotFoundError(f"{NotFoundError.code}: there is nothing at /api/{rest[:80]}; see /api/openapi.json")


def _desk(settings: Settings, ledger: Ledger, accounts: Accounts | None, knowledge: Knowledge) -> Desk:
    keeper = Keeper(ledger)
    jobs = Jobs(code=knowledge.code, keep=keeper.keep, close=keeper.close)
    return Desk(
        settings=settings,
        ledger=ledger,
        chains=Chains(ledger),
        samples=Samples(ledger),
        knowledge=knowledge,
        parties=Parties(ledger, knowledge),
        jobs=jobs,
        relinker=Relinker(ledger, lambda by, message: jobs.note_failure(NAME, by=by, message=message)),
        feed=Feed(
            ask=lambda since: tuple(map(_translate.change, ledger.changes(since))),
            newest=ledger.sequence,
        ),
        accounts=accounts,
        sessions=Sessions(accounts.engine) if accounts else None,
        attempts=Attempts(accounts.engine) if accounts else None,
    )


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    loop = asyncio.get_running_loop()
    desk.jobs.tell = lambda record: _from_thread(loop, desk.feed.tell, _progress(record))
    warm = threading.Thread(target=desk.knowledge.warm, name="tacitus-warm", daemon=True)
    warm.start()
    desk.relinker.start()
    yield
    desk.jobs.tell = lambda _: None
    await desk.feed.stop()
    await asyncio.to_thread(desk.jobs.stop)
    await asyncio.to_thread(desk.relinker.stop)
    desk.ledger.close()
    if desk.accounts:
        desk.accounts.engine.dispose()


def _from_thread(loop: asyncio.AbstractEventLoop, tell: Callable[[Change], None], change: Change) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell, change)


def _progress(record: JobRecord) -> Change:
    return Change(
        sequence=0,
        kind=JOB,
        at=record.ended_at or record.started_at,
        by=record.by,
        detail=_translate.job(record).model_dump(mode="json"),
    )
