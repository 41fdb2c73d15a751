"""All that the handlers share, made once for a server."""

import secrets
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated

from fastapi import Depends, Request

from tacitus.ledger import Ledger
from tacitus.web._accounts import Accounts
from tacitus.web._attempts import Attempts
from tacitus.web._chains import Chains
from tacitus.web._jobs import Jobs
from tacitus.web._knowledge import Knowledge
from tacitus.web._live import Feed
from tacitus.web._parties import Parties
from tacitus.web._relink import Relinker
from tacitus.web._samples import Samples
from tacitus.web._sessions import Sessions
from tacitus.web._settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The ledger, who may use it, and the work in hand. Without `accounts` nobody has to log in."""

    settings: Settings
    ledger: Ledger
    chains: Chains
    samples: Samples
    knowledge: Knowledge
    parties: Parties
    jobs: Jobs
    relinker: Relinker
    feed: Feed
    accounts: Accounts | None = None
    sessions: Sessions | None = None
    attempts: Attempts | None = None
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    version: str = field(default_factory=lambda: version("tacitus"))


def desk_of(request: Request) -> Desk:
    """The desk of the server that answers this request."""
    desk: Desk = request.app.state.desk
    return desk


OnDesk = Annotated[Desk, Depends(desk_of)]
