"""robots.txt (RFC 9309), read with protego and remembered for each host."""

from collections import OrderedDict
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from tacitus.intake._refused import Code, Refused

_MAX_BYTES: Final = 500_000
"""What has to be read of a robots.txt, by RFC 9309 2.5."""

_MAX_HOSTS: Final = 1_000
_MAX_DELAY_S: Final = 60.0
_NOTHING: Final = Protego.parse("User-agent: *\nDisallow: /")


class Answer(Protocol):
    """What a request for a robots.txt gave."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def content(self) -> BinaryIO:
        """The body."""


class Robots:
    """What hosts allow. `get` fetches a URL without asking here."""

    def __init__(self, agent: str, get: Callable[[str], Answer]) -> None:
        self._agent = agent.partition("/")[0]
        self._get = get
        self._known: OrderedDict[str, Protego] = OrderedDict()

    def check(self, url: str) -> None:
        """Refuse a URL that its host does not want fetched."""
        rules = self._of(url)
        if rules is _NOTHING:
            raise Refused(Code.ROBOTS, "is of a host whose robots.txt cannot be had now; try again later")
        if not rules.can_fetch(url, self._agent):
            raise Refused(Code.ROBOTS, "is not to be fetched by programs, says its host's robots.txt; it is left out")
        if self.delay_s(url) > _MAX_DELAY_S:
            raise Refused(Code.ROBOTS, f"may be asked only every {self.delay_s(url):g} seconds; fetch it by hand")

    def delay_s(self, url: str) -> float:
        """The pause that a host asks for, as far as it has been asked itself."""
        rules = self._known.get(_root(url))
        return float(rules.crawl_delay(self._agent) or 0) if rules else 0.0

    def _of(self, url: str) -> Protego:
        root = _root(url)
        if root not in self._known:
            self._known[root] = self._fetched(f"{root}/robots.txt")
            if len(self._known) > _MAX_HOSTS:
                self._known.popitem(last=False)
        return self._known[root]

    def _fetched(self, url: str) -> Protego:
        """By RFC 9309 2.3.1: no robots.txt allows all, one that cannot be had because of a fault forbids all."""
        try:
            fetched = self._get(url)
        except Refused as refused:
            if refused.code is Code.NOT_FETCHED:
                return _NOTHING
            raise
        if 400 <= fetched.status < 500:
            return Protego.parse("")
        if fetched.status != 200:
            return _NOTHING
        with fetched.content as content:
            return Protego.parse(content.read(_MAX_BYTES).decode("utf-8", "replace"))


def _root(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))
