"""The short form in which coders write annotations by hand, with the words they mark.

    doc harbour-raid
    e1 ASSAULT drone occurred
      t: hit << A drone hit the pier
      m: the strike#2; strikes
      a: government drones = Sudanese Armed Forces | SDN | MIL
      p: the old harbour = Port Sudan | SDN | 19.62 37.22 | exact
      d: on Monday = 2024-05-06
      k: two = 2

A span is its exact words (a blank also matches a line break): the first occurrence; `words#2` the second; `words <<
longer piece` the one inside that piece; `-` none. Keys are those of the stored form, with a colon, and `acled`; `m`,
`w`, `s`, `c` take several spans parted by `;`. A party without a name is named by its words, a bound left out equals
the other, a realis left out is `occurred`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tacitus.model import Event, Realis, Rejection, Report, Span
from training.standoff._fields import Values, add_field
from training.standoff._record import UNKNOWN_REPORT, UNREADABLE, Annotation

_EVENT = re.compile(r"(e\d+)\s+([A-Z]+)((?:\s+\S+)*)")
_NTH = re.compile(r"(.*)#(\d+)", re.DOTALL)
_NOWHERE = re.compile(r"-\s*=\s*\|")  # a place with neither words nor a name says nothing
_LISTS = ("m", "w", "s", "c")
_WITH_VALUE = ("a", "r", "p", "d", "k", "i", "n")


def read_notes(path: Path, reports: Mapping[str, Report]) -> Iterator[Annotation | Rejection]:
    """The annotations of a notes file in its order, and a rejection for each line that cannot be read."""
    report, events = None, list[Values]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            if line.startswith("doc "):
                yield from _closed(report, events)
                report, events = _known(line[4:].strip(), reports), []
            elif line[0].isspace():
                _add(events, report, line.strip())
            else:
                events.append(_opened(line.strip()))
        except (ValueError, LookupError) as fault:
            code = UNKNOWN_REPORT if line.startswith("doc ") else UNREADABLE
            yield Rejection(source=str(path), code=code, reason=str(fault), line=number)
    yield from _closed(report, events)


def _known(doc_id: str, reports: Mapping[str, Report]) -> Report:
    if doc_id not in reports:
        raise LookupError(f"no report {doc_id!r} is given")
    return reports[doc_id]


def _closed(report: Report | None, events: list[Values]) -> Iterator[Annotation]:
    if report is not None:
        yield Annotation(report=report, events=tuple(Event(**values) for values in events))


def _opened(line: str) -> Values:
    match = _EVENT.fullmatch(line)
    if not match:
        raise ValueError(f"neither an event nor a field: {line!r}")
    words = match[3].split()
    realis = next((word for word in words if word in list(Realis)), Realis.OCCURRED)
    modes = tuple(mode for word in words if word not in list(Realis) for mode in word.split(","))
    return {"id": match[1], "category": match[2], "mode": modes, "realis": Realis(realis)}


def _add(events: list[Values], report: Report | None, line: str) -> None:
    key, _, value = (part.strip() for part in line.partition(":"))
    if report is None or not events:
        raise ValueError(f"a field stands before the first event: {line!r}")
    if key == "acled":
        events[-1]["acled"] = value
    elif not (key == "p" and _NOWHERE.match(value)):
        add_field(events[-1], report.text, f"{key} {_stored(report.text, key, value)}")


def _stored(text: str, key: str, value: str) -> str:
    """The value in the stored form: offsets for words, every column and bound written out."""
    if key == "t":
        return find(text, value)
    if key in _LISTS:
        return " ".join(find(text, piece) for piece in value.split(";") if piece.strip())
    if key == "x":
        return " ".join(re.findall(r"e\d+", value))
    return _valued(text, key, value) if key in _WITH_VALUE else value


def _valued(text: str, key: str, value: str) -> str:
    # A party's or place's name may hold an equals sign less likely than its words do: split at the first, spaced.
    words, _, rest = value.partition(" = ") if key in "arp" else value.rpartition("=")
    offsets = find(text, words)
    columns = [column.strip() for column in rest.split("|")]
    if key in "ar":
        columns = [columns[0] or _named(text, offsets), *columns[1:], "", ""][:3]
    elif key == "p":
        columns = [columns[0] or _named(text, offsets), *columns[1:], "", "", ""][:4]
        columns[3] = columns[3] or "exact"
    elif key in "kin":
        low, *high = rest.split()
        columns = [f"{low} {high[0] if high else low}"]
    return f"{offsets} = " + " | ".join(column or "-" for column in columns)


def _named(text: str, offsets: str) -> str:
    start, end = map(int, offsets.split("-"))
    return " ".join(text[start:end].split())


def find(text: str, wanted: str) -> str:
    """The offsets, `120-126`, that written words mean in `text`; `-` for `-`.

    Raises:
        ValueError: the words do not stand there.
    """
    if wanted.strip() == "-":
        return "-"
    piece, _, context = (part.strip() for part in wanted.partition("<<"))
    nth = _NTH.fullmatch(piece)
    if context:
        outer = _occurrence(text, context, 1)
        inner = _occurrence(text[outer.start : outer.end], piece, 1)
        return f"{outer.start + inner.start}-{outer.start + inner.end}"
    found = _occurrence(text, nth[1], int(nth[2])) if nth else _occurrence(text, piece, 1)
    return f"{found.start}-{found.end}"


def _occurrence(text: str, piece: str, nth: int) -> Span:
    pattern = r"\s+".join(map(re.escape, piece.split()))
    found = list(re.finditer(pattern, text)) if pattern else []
    if len(found) < nth:
        raise ValueError(f"occurrence {nth} is not in the text: {piece!r}")
    return Span.of(text, *found[nth - 1].span())
