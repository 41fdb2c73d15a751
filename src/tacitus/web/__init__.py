"""The review app's server: a thin skin over flow and the ledger, JSON over HTTP.

    serve(Settings(ledger="war.db"))                 # until interrupted
    app = create_app(Settings(ledger="war.db"))      # an ASGI app, for a server of one's own

Handlers are plain functions in the thread pool. Report text leaves only as JSON, never as HTML, and nothing here
makes a request to anywhere.
"""

from tacitus.web._accounts import Accounts
from tacitus.web._app import create_app
from tacitus.web._server import serve
from tacitus.web._settings import PORT, Settings
from tacitus.web._shapes import Person, Role

__all__ = ["PORT", "Accounts", "Person", "Role", "Settings", "create_app", "serve"]
