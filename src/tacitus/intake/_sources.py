"""What each given path stands for: files, standard input, URLs, and the links that are followed from there."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tacitus.intake._folders import files
from tacitus.intake._kinds import of_answer, of_head, of_name
from tacitus.intake._origin import Found, Link, Origin
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import Kind, Settings
from tacitus.intake._streams import Outcomes, outcomes
from tacitus.model import Rejection

if TYPE_CHECKING:
    from tacitus.intake.web import Fetcher

Settled = Iterator[Found | Rejection]

_STDIN: Final = "-"
_MAX_DEPTH: Final = 3
"""Steps from what was given to a page. A sitemap of sitemaps takes two; set."""

_LISTS: Final = {Kind.SITEMAP}
_PAGES: Final = {Kind.PAGE, Kind.TEXT}


@dataclass
class Sources:
    """The inputs of one run."""

    settings: Settings
    today: date
    _seen: set[str] = field(default_factory=set)

    def outcomes(self, path: str) -> Settled:
        """All that a path stands for; what cannot be read is a rejection in its place."""
        if path == _STDIN:
            yield from self._settled(path, self._standard_input(path), count(1))
        elif "://" in path:
            yield from self._settled(path, self._url(Link(url=path, source=path)), count(1))
        else:
            yield from self._settled(path, self._files(path), count(1))

    def _settled(self, source: str, found: Outcomes, numbers: Iterator[int], depth: int = 1) -> Settled:
        """The outcomes with links followed and refusals told."""
        origin = self._origin(source, source)
        try:
            for outcome in found:
                if isinstance(outcome, Link):
                    yield from self._linked(outcome, numbers, depth)
                else:
                    yield outcome
        except Refused as refused:
            yield origin.rejection(refused)
        except OSError as error:
            reason = f"cannot be read ({error.strerror or error}); check the path and rights"
            yield origin.rejection(Refused(Code.NO_ACCESS, reason))

    def _files(self, path: str) -> Settled:
        for file, stem in files(path):
            yield from self._settled(str(file), self._file(file, self._origin(str(file), stem)), count(1))

    def _file(self, path: Path, origin: Origin) -> Outcomes:
        kind, _ = of_name(path.name)
        with _opened(path) as stream:
            yield from outcomes(stream, origin, of_head if kind is None else lambda _: kind)

    def _standard_input(self, source: str) -> Outcomes:
        yield from outcomes(sys.stdin.buffer, self._origin(source, "stdin"), of_head)

    def _url(self, link: Link) -> Outcomes:
        self._seen.add(link.url)
        fetched = self._fetcher.fetch(link.url)
        followed = link.source != link.url
        origin = Origin(
            source=link.url,
            stem=link.url,
            today=self.today,
            # What every input is said to be, the pages that it names need not be.
            settings=replace(self.settings, kind=None) if followed else self.settings,
            url=fetched.url,
            charset=fetched.charset,
            dated=link.dated,
        )

        def kind_of(head: bytes) -> Kind:
            kind = of_answer(fetched.url, fetched.kind, head)
            if followed and kind not in (_LISTS if link.is_list else _PAGES):
                raise Refused(Code.NOT_A_PAGE, f"was named as a page or a sitemap, but is of the kind {kind}")
            return kind

        with fetched.content as content:
            yield from outcomes(content, origin, kind_of)

    def _linked(self, link: Link, numbers: Iterator[int], depth: int) -> Settled:
        """What a link leads to, unless it was met before: feeds and sitemaps name a page again and again."""
        if link.url in self._seen:
            return
        most = self.settings.web.max_pages
        if next(numbers) > most:
            raise Refused(
                Code.TOO_MANY, f"names over {most:,} pages, of which these were fetched; give the addresses of the rest"
            )
        if depth > _MAX_DEPTH:
            raise Refused(Code.TOO_MANY, f"leads to lists of lists over {_MAX_DEPTH} deep; give the inner ones")
        yield from self._settled(link.url, self._url(link), numbers, depth + 1)

    def _origin(self, source: str, stem: str) -> Origin:
        return Origin(source=source, stem=stem, today=self.today, settings=self.settings)

    @cached_property
    def _fetcher(self) -> "Fetcher":
        from tacitus.intake.web import Fetcher  # noqa: PLC0415  needed for URLs alone

        return Fetcher(self.settings.web)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (FileNotFoundError, ValueError):  # ValueError: the path holds a NUL
        raise Refused(Code.MISSING_FILE, "is not there; check the path") from None
