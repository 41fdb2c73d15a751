"""Written reports in which two parties stand as placeholders, and the two texts that each makes.

`{A}` is the name of a party of the report's pair, `{A.adjective}` another of its forms, `{^A}` the form with a capital.
The first filling puts the pair's A for A and its B for B, the second exchanges them. A position in a filled text is
told as a place in the report as written, so that both fillings can be compared: the offset there, and the
word within a placeholder.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tacitus.model import Span

REPORTS = Path(__file__).with_name("neutrality")
PLACEHOLDER = re.compile(r"\{(\^?)([AB])(?:\.(\w+))?\}")
OTHER = {"A": "B", "B": "A"}

Spot = tuple[int, int]
"""A place in a report as written: the offset, and the number of the word within a placeholder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One party of a pair: its forms, and the names, country and sectors that grounding knows it by."""

    forms: Mapping[str, str]
    known: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties that can stand for each other. `alike`: of the same kind, so that sectors must agree too."""

    name: str
    sides: Mapping[str, Side]
    alike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A report as written."""

    pair: Pair
    text: str
    published: date | None = None

    def filled(self, *, exchanged: bool) -> "Filled":
        """One of the two texts."""
        pieces: list[tuple[int, int, bool]] = []
        text, at = "", 0
        for match in PLACEHOLDER.finditer(self.text):
            pieces += [(len(text), at, False), (len(text) + match.start() - at, match.start(), True)]
            text += self.text[at : match.start()] + self._form(match, exchanged=exchanged)
            at = match.end()
        pieces.append((len(text), at, False))
        return Filled(text=text + self.text[at:], pieces=tuple(pieces))

    def _form(self, match: re.Match[str], *, exchanged: bool) -> str:
        side = OTHER[match[2]] if exchanged else match[2]
        form = self.pair.sides[side].forms[match[3] or "name"]
        return form[0].upper() + form[1:] if match[1] else form


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A text, and its pieces in order: where each begins here and in the report as written, and if it is a party."""

    text: str
    pieces: tuple[tuple[int, int, bool], ...]

    def spot(self, offset: int) -> Spot:
        """Where a character stands in the report as written."""
        start, written, party = self._piece(offset)
        return (written, self.text.count(" ", start, offset)) if party else (written + offset - start, 0)

    def spots(self, span: Span) -> tuple[Spot, Spot]:
        """Where the first and the last character of a span stand in the report as written."""
        return self.spot(span.start), self.spot(span.end - 1)

    def names_party(self, span: Span | None) -> bool:
        """Whether a span holds some of a placeholder."""
        return span is not None and any(self._piece(offset)[2] for offset in range(span.start, span.end))

    def _piece(self, offset: int) -> tuple[int, int, bool]:
        return self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1]


def templates(folder: Path = REPORTS) -> tuple[Template, ...]:
    """All reports, in the order of the files."""
    return tuple(template for path in sorted(folder.glob("*.toml")) for template in _templates(path))


def _templates(path: Path) -> Iterator[Template]:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    pairs = {name: _pair(name, entry) for name, entry in written["pair"].items()}
    for report in written["report"]:
        yield Template(pair=pairs[report["pair"]], text=report["text"], published=report.get("published"))


def _pair(name: str, entry: Mapping[str, Any]) -> Pair:
    sides = {letter: _side(entry[letter]) for letter in OTHER}
    return Pair(name=name, sides=sides, alike=entry.get("alike", False))


def _side(entry: Mapping[str, Any]) -> Side:
    facts = {"known", "country", "sectors"}
    return Side(
        forms={key: value for key, value in entry.items() if key not in facts},
        known=tuple(entry.get("known", ())),
        country=entry.get("country"),
        sectors=tuple(entry.get("sectors", ())),
    )
