"""Which addresses may be spoken to: public ones, over http and https. Judged where the connection is made."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

import httpcore

from tacitus.intake._refused import Code, Refused

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_MAX_URL: Final = 2_000


def sound_url(url: str) -> str:
    """The URL in ASCII, if it is one that may be fetched as far as its words tell."""
    if len(url) > _MAX_URL:
        raise Refused(Code.FORBIDDEN_ADDRESS, f"is a URL of {len(url):,} characters; give a shorter one")
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else "", parts.port
    except ValueError:
        raise Refused(Code.FORBIDDEN_ADDRESS, "is no sound URL; look at its host and port") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise Refused(Code.FORBIDDEN_ADDRESS, "is not an address of http or https; give one")
    if parts.username or parts.password:
        raise Refused(Code.FORBIDDEN_ADDRESS, "holds a name or password, which would be stored; give the URL without")
    at = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return urlunsplit((parts.scheme, f"{at}:{port}" if port else at, path, query, ""))


@dataclass
class Guard(httpcore.NetworkBackend):
    """Connections to public addresses only, which end at a moment in time, however slowly the other side speaks."""

    allow_private: bool
    ends_at: float

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the addresses of a host, all of which must be allowed."""
        addresses = _addresses(host, port)
        if not self.allow_private and (private := next((found for found in addresses if not _is_public(found)), None)):
            raise Refused(
                Code.FORBIDDEN_ADDRESS, f"leads to {private}, an address that is not public; it is not fetched"
            )
        stream = httpcore.SyncBackend().connect_tcp(
            addresses[0], port, self.left(timeout), local_address, socket_options
        )
        return _Stream(stream, self)

    def left(self, timeout: float | None) -> float:
        """How long one wait may be."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return left if timeout is None else min(left, timeout)


@dataclass
class _Stream(httpcore.NetworkStream):
    """A connection, each wait on which is cut to the time that is left."""

    stream: httpcore.NetworkStream
    guard: Guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.guard.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.guard.left(timeout))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self.stream.start_tls(ssl_context, server_hostname, self.guard.left(timeout)), self.guard)

    def get_extra_info(self, info: str) -> object:
        return self.stream.get_extra_info(info)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(Code.NOT_FETCHED, "has a host that cannot be found; check the URL and the network") from None
    return [str(address[4][0]) for address in found]


def _is_public(address: str) -> bool:
    """Whether an address is one of the public network, also where one of IPv4 is wrapped in one of IPv6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(str(inner))
    return found.is_global and not found.is_multicast and not found.is_reserved
