"""Stories: invented reports of the same happenings, with the incident that each event belongs to.

A file opens with places and parties under short names; then each report has a head, its text, and one line an event:

    === id | day of publication | source
    title and text
    --- incident | triggers, main one first | CATEGORY mode,mode | place | day or day..day | actors > recipients | more

A trigger is found at its first occurrence, or with `#2` at its second. What is not told is `-` or nothing. `more` holds
`killed 4`, `injured 20+`, `count 3`, `realis planned`, `responds INCIDENT`, `weapon "words"`, `by "words"`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tacitus.model import (
    ONE,
    CodedReport,
    Event,
    EventKey,
    Interval,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Realis,
    Report,
    Span,
    TimePrecision,
    Versions,
)

_VERSIONS = Versions(code="gold", model="gold", codebook="gold", gazetteer="gold")
_MORE = re.compile(r'(killed|injured|count|realis|responds|weapon|by) (?:"([^"]+)"|(\S+))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of a few happenings, coded by hand. `incidents` has the incident of each event by its key."""

    name: str
    reports: tuple[CodedReport, ...]
    incidents: dict[EventKey, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cast:
    places: dict[str, Place] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)


def load_stories(folder: Path) -> list[Story]:
    """All stories of a folder, in the order of their names."""
    return [_story(path) for path in sorted(folder.glob("*.txt"))]


def _story(path: Path) -> Story:
    head, *parts = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    cast = _cast(head)
    reports, incidents = [], {}
    for part in parts:
        coded, names = _report(part, cast)
        reports.append(coded)
        incidents.update(
            {
                EventKey(doc_id=coded.doc_id, event_id=event.id): name
                for event, name in zip(coded.events, names, strict=True)
            }
        )
    return Story(name=path.stem, reports=tuple(reports), incidents=incidents)


def _cast(head: str) -> _Cast:
    cast = _Cast()
    for line in head.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "place":
            code, name, country, lat, lon, precision, region = re.match(
                r"(\S+) (.+) (\w{3}) (\S+) (\S+) (\w+) (.+)", rest
            ).groups()  # type: ignore[union-attr]
            cast.places[code] = Place(
                name=name,
                country=country,
                lat=None if lat == "-" else float(lat),
                lon=None if lon == "-" else float(lon),
                precision=PlacePrecision(precision),
                region=region,
            )
        elif kind == "party":
            code, name, country, sector = re.match(r"(\S+) (.+) (\S+) (\w{3})$", rest).groups()  # type: ignore[union-attr]
            cast.parties[code] = Party(name=name, country=country if len(country) == 3 else None, sector=sector)
    return cast


def _report(part: str, cast: _Cast) -> tuple[CodedReport, list[str]]:
    head, *lines = part.strip().split("\n")
    doc_id, published, source = (cell.strip() for cell in head.split("|"))
    text = "\n".join(line for line in lines if not line.startswith("---")).strip()
    told = [_cells(line) for line in lines if line.startswith("---")]
    report = Report(
        doc_id=doc_id,
        text=text,
        published=date.fromisoformat(published),
        title=text.split("\n", 1)[0],
        source=source,
    )
    ids = {cells[0]: f"e{number}" for number, cells in enumerate(told, 1)}
    events = tuple(_event(cells, text, cast, ids) for cells in told)
    return CodedReport(report=report, events=events, versions=_VERSIONS), [cells[0] for cells in told]


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.removeprefix("---").split("|")]
    return cells + [""] * (7 - len(cells))


def _event(cells: list[str], text: str, cast: _Cast, ids: dict[str, str]) -> Event:
    incident, triggers, act, place, days, sides, more = cells
    spans = [_find(trigger, text) for trigger in re.split(r"; ", triggers)]
    category, _, modes = act.partition(" ")
    actors, _, recipients = (side.strip() for side in sides.partition(">"))
    stated = list(_stated(more))
    return Event(
        id=ids[incident],
        category=category,
        mode=tuple(filter(None, modes.split(","))),
        trigger=spans[0],
        mentions=tuple(spans[1:]),
        actors=_parties(actors, cast),
        recipients=_parties(recipients, cast),
        place=cast.places.get(place),
        time=_time(days),
        killed=_quantity("killed", stated),
        injured=_quantity("injured", stated),
        count=_quantity("count", stated) or ONE,
        weapons=tuple(_find(value, text) for name, value in stated if name == "weapon"),
        attribution=tuple(_find(value, text) for name, value in stated if name == "by"),
        realis=Realis(next((value for name, value in stated if name == "realis"), "occurred")),
        responds_to=tuple(ids[value] for name, value in stated if name == "responds" and value in ids),
    )


def _stated(more: str) -> Iterator[tuple[str, str]]:
    for match in _MORE.finditer(more):
        yield match[1], match[2] or match[3]


def _find(words: str, text: str) -> Span:
    words, _, nth = words.partition("#")
    starts = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)]
    if len(starts) < int(nth or 1):
        raise ValueError(f"{words!r} does not stand {nth or 1} times in {text!r}")
    start = starts[int(nth or 1) - 1]
    return Span.of(text, start, start + len(words))


def _parties(codes: str, cast: _Cast) -> tuple[Party, ...]:
    return tuple(cast.parties[code.strip()] for code in codes.split(",") if code.strip() not in ("", "-"))


def _time(days: str) -> Interval | None:
    if days in ("", "-"):
        return None
    first, _, last = days.partition("..")
    precision = TimePrecision.DAYS if last else TimePrecision.DAY
    return Interval(from_=date.fromisoformat(first), to=date.fromisoformat(last or first), precision=precision)


def _quantity(name: str, stated: list[tuple[str, str]]) -> Quantity | None:
    value = next((value for key, value in stated if key == name), None)
    if value is None:
        return None
    low = int(value.rstrip("+"))
    return Quantity(low=low, high=None if value.endswith("+") else low)


def matched(story: Story, coded: Iterable[CodedReport]) -> dict[EventKey, str]:
    """The incident of each coded event that has a trigger in common with one of the story's."""
    gold = {report.doc_id: report.events for report in story.reports}
    found: dict[EventKey, str] = {}
    for report in coded:
        for event in report.events:
            for told in gold[report.doc_id]:
                if any(one.overlaps(other) for one in _triggers(event) for other in _triggers(told)):
                    key = EventKey(doc_id=report.doc_id, event_id=event.id)
                    found.setdefault(key, story.incidents[EventKey(doc_id=report.doc_id, event_id=told.id)])
    return found


def _triggers(event: Event) -> tuple[Span, ...]:
    return (event.trigger, *event.mentions)
