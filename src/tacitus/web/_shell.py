"""What stands around every request: which host, which origin, which headers; and no fault without an answer.

It is the outermost layer, so that its headers are on every response, those of faults included.
"""

import ipaddress
import logging
from collections.abc import Iterable, Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tacitus.web._answers import answer
from tacitus.web._faults import ForgedError, RequestError, UnknownHostError

logger = logging.getLogger(__name__)

_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "; ".join(f"{what} {who}" for what, who in _POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_SAFE: Final = {"GET", "HEAD", "OPTIONS"}
_SIGNS_OF_A_PROXY: Final = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Shell:
    """The app inside, reached only under its own names and from its own pages."""

    def __init__(self, app: ASGIApp, *, names: Iterable[str], open_to_all: bool) -> None:
        self.app = app
        self.names = frozenset(name.lower() for name in names)
        self.open_to_all = open_to_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, pass on, and put the headers on whatever comes back."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web socket is served: closing the connection is the answer
        await self._http(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        answered = False

        async def send_with_headers(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            answered = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        try:
            self._check(scope)
            await self.app(scope, receive, send_with_headers)
        except RequestError as fault:
            await answer(fault)(scope, receive, send_with_headers)
        except Exception:
            # The framework answers whatever it did not expect, in our form, and raises it again for the log. An answer
            # that broke off half-way has to end the connection.
            logger.exception("%s %s failed", scope["method"], scope["path"])
            if not answered:
                raise

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._goes_by(hosts[0]):
            raise UnknownHostError(
                f"{UnknownHostError.code}: this server does not go by {', '.join(hosts)[:80]!r}; "
                "if that is its name, start it with --name"
            )
        # Without a login whoever reaches the address is let in, so nothing may forward others to it.
        if self.open_to_all and any(sign in headers for sign in _SIGNS_OF_A_PROXY):
            raise UnknownHostError(
                f"{UnknownHostError.code}: the request came through a proxy, but nobody has to log in here; "
                "start the server with --login"
            )
        _check_origin(scope, headers, hosts[0])

    def _goes_by(self, host: str) -> bool:
        """Whether a Host header names this server.

        An address always does: a rebound name of an attacker's stays a name in this header.
        """
        name = _without_port(host).lower()
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self.names
        return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _check_origin(scope: Scope, headers: Headers, host: str) -> None:
    """Nothing from the pages of other sites, as far as the browser tells (Fetch Metadata, Origin)."""
    if not scope["path"].startswith("/api"):
        return
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin")
    foreign = origin is not None and origin.partition("://")[2] != host
    if site not in {"same-origin", "none"} or (foreign and scope["method"] not in _SAFE):
        raise ForgedError(f"{ForgedError.code}: the request comes from another site; open the app itself")
