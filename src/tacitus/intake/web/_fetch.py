"""One URL, fetched: robots.txt asked, pause kept, redirects followed by hand, size and time limited."""

import ssl
import tempfile
import time
from dataclasses import dataclass, field
from email.message import Message
from importlib.metadata import version
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, Any, BinaryIO, Final, cast
from urllib.parse import urljoin, urlsplit

import httpcore

from tacitus.intake._packed import Unpacked
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import Web
from tacitus.intake.web._guard import Guard, sound_url
from tacitus.intake.web._robots import Robots

_MAX_REDIRECTS: Final = 5
_MOVED: Final = {301, 302, 303, 307, 308}
_LATER: Final = {429, 503}
_MAX_WAIT_S: Final = 60.0
"""What a server may ask us to wait before one more try. Set."""

_IN_MEMORY: Final = 4_000_000
_CHUNK: Final = 1 << 16
_OK: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a URL gave: `url` is the one after redirects, `kind` the content type as the server names it."""

    url: str
    status: int
    kind: str
    charset: str | None
    later_s: float | None
    target: str | None
    content: BinaryIO


@dataclass
class Fetcher:
    """Fetches one URL after another, and remembers of each host what it asked for."""

    web: Web
    _robots: Robots = field(init=False)
    _next_at: dict[str, float] = field(default_factory=dict)
    _ssl: ssl.SSLContext = field(default_factory=httpcore.default_ssl_context)

    def __post_init__(self) -> None:
        self._robots = Robots(self.web.agent, lambda url: self._followed(url, asks=False))

    def fetch(self, url: str) -> Fetched:
        """The content of a URL.

        Raises:
            Refused: it must not be fetched, or could not be.
        """
        fetched = self._followed(url, asks=True)
        if fetched.status in _LATER and fetched.later_s is not None and fetched.later_s <= _MAX_WAIT_S:
            time.sleep(fetched.later_s)
            fetched = self._followed(url, asks=True)
        if fetched.status != _OK:
            raise Refused(
                Code.NOT_FETCHED, f"was answered with status {fetched.status}; look whether the page is there"
            )
        return fetched

    def _followed(self, url: str, *, asks: bool) -> Fetched:
        for _ in range(_MAX_REDIRECTS + 1):
            url = sound_url(url)
            if asks:
                self._robots.check(url)
            fetched = self._one(url)
            if fetched.target is None:
                return fetched
            url = _joined(url, fetched.target)
        raise Refused(Code.NOT_FETCHED, f"is redirected over {_MAX_REDIRECTS} times; give the page's own URL")

    def _one(self, url: str) -> Fetched:
        self._pause(url)
        guard = Guard(self.web.allow_private, time.monotonic() + self.web.deadline_s)
        times = dict.fromkeys(("connect", "read", "write", "pool"), self.web.timeout_s)
        agent = self.web.agent if "/" in self.web.agent else f"{self.web.agent}/{version('tacitus')}"
        headers = [("User-Agent", agent), ("Accept-Encoding", "gzip"), ("Accept", "*/*"), ("Connection", "close")]
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self._ssl, network_backend=guard) as pool,
                pool.stream("GET", url, headers=headers, extensions={"timeout": times}) as response,
            ):
                return self._answer(url, response)
        except (httpcore.TimeoutException, TimeoutError):
            raise Refused(Code.NOT_FETCHED, "did not answer in time; try again later") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            told = str(error)[:100] or type(error).__name__
            raise Refused(Code.NOT_FETCHED, f"could not be fetched ({told}); try again later") from None

    def _answer(self, url: str, response: httpcore.Response) -> Fetched:
        headers = Message()
        for name, value in response.headers:
            headers.add_header(name.decode("latin-1"), value.decode("latin-1"))
        target = headers["location"] if response.status in _MOVED else None
        wanted = target is None and response.status == _OK
        return Fetched(
            url=url,
            status=response.status,
            kind=headers.get_content_type() if "content-type" in headers else "",
            charset=headers.get_content_charset(),
            later_s=_seconds(headers["retry-after"]),
            target=target,
            content=self._content(response, headers["content-encoding"]) if wanted else BytesIO(),
        )

    def _content(self, response: httpcore.Response, encoding: str | None) -> BinaryIO:
        """The body in a file that lives as long as it is used, in memory while it is small."""
        body: BinaryIO = cast("BinaryIO", BufferedReader(_Body(response)))
        if encoding in {"gzip", "x-gzip"}:
            body = cast("BinaryIO", BufferedReader(Unpacked(body)))
        elif encoding not in {None, "", "identity"}:
            raise Refused(
                Code.NOT_FETCHED, f"is encoded as {encoding[:20]!r}, which was not asked for; fetch it by hand"
            )
        content = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  handed on
        n_bytes = 0
        while chunk := _closing(content, body):
            n_bytes += len(chunk)
            if n_bytes > self.web.max_bytes:
                reason = f"sends more than {self.web.max_bytes / 10**6:g} MB; it was given up, fetch it by hand"
                content.close()
                raise Refused(Code.TOO_LONG, reason)
            content.write(chunk)
        content.seek(0)
        return cast("BinaryIO", content)

    def _pause(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host, now = urlsplit(url).netloc, time.monotonic()
        if (wait := self._next_at.get(host, now) - now) > 0:
            time.sleep(wait)
        pause = max(self.web.pause_s, self._robots.delay_s(url))
        past = {name: at for name, at in self._next_at.items() if at > now}
        self._next_at = {**past, host: time.monotonic() + pause}


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        raise Refused(Code.NOT_FETCHED, "is redirected to what is no URL; give the page's own") from None


def _closing(content: IO[bytes], body: BinaryIO) -> bytes:
    """The next piece of a body; the file it goes into is closed if there is none because of a fault."""
    try:
        return body.read(_CHUNK)
    except BaseException:
        content.close()
        raise


class _Body(RawIOBase):
    """The body of a response as a stream that can be read in pieces."""

    def __init__(self, response: httpcore.Response) -> None:
        self._chunks = response.iter_stream()
        self._rest = b""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from what arrives next."""
        while not self._rest and (chunk := next(self._chunks, None)) is not None:
            self._rest = chunk
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def _seconds(words: str | None) -> float | None:
    return float(words) if words and words.isascii() and words.isdigit() and len(words) < 6 else None
