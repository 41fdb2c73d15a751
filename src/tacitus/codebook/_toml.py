"""From the three TOML files to records: PLOVER, ACLED, UCDP GED."""

from collections.abc import Sequence
from itertools import chain

from tacitus.codebook._crosswalk import SIDES, GedType, Sector
from tacitus.codebook._entries import Entry, entries, table_at
from tacitus.codebook._records import (
    AcledEventType,
    AcledSubEventType,
    Category,
    Mode,
    Quad,
    Scale,
    ScaleValue,
)
from tacitus.codebook._source import Source

Sources = Sequence[Source]

_DEFINED = frozenset({"definition"})
_CATEGORY = frozenset({"definition", "quad", "score", "modes"})
_MODE = frozenset({"definition", "score"})
_SECTOR = frozenset({"definition", "plover", "state", "armed"})
_SUB_EVENT_TYPE = frozenset({"definition", "event_type", "disorder_type", "priority"})
_GED_TYPE = frozenset({"definition", "name", "sides"})


def quads(plover: Sources) -> tuple[Quad, ...]:
    """The four quads."""
    found = entries(plover, ("quad",), _DEFINED)
    return tuple(Quad(code=entry.number_code(), definition=entry.text("definition")) for entry in found)


def categories(plover: Sources, known: tuple[Quad, ...]) -> tuple[Category, ...]:
    """The categories with their modes."""
    codes = [quad.code for quad in known]
    return tuple(_category(plover, entry, codes) for entry in entries(plover, ("category",), _CATEGORY))


def sectors(plover: Sources) -> tuple[Sector, ...]:
    """The sectors of parties."""
    return tuple(
        Sector(
            code=entry.code,
            definition=entry.text("definition"),
            plover=entry.text("plover", entry.code),
            state=entry.flag("state"),
            armed=entry.flag("armed"),
        )
        for entry in entries(plover, ("sector",), _SECTOR)
    )


def event_types(acled: Sources) -> tuple[AcledEventType, ...]:
    """ACLED's broad types."""
    found = entries(acled, ("event_type",), _DEFINED)
    return tuple(AcledEventType(name=entry.code, definition=entry.text("definition")) for entry in found)


def sub_event_types(acled: Sources, known: tuple[AcledEventType, ...]) -> tuple[AcledSubEventType, ...]:
    """ACLED's sub-event types, the first in priority first."""
    names = [event_type.name for event_type in known]
    found = (_sub_event_type(entry, names) for entry in entries(acled, ("sub_event_type",), _SUB_EVENT_TYPE))
    return tuple(sorted(found, key=lambda sub_event_type: sub_event_type.priority))


def ged_types(ged: Sources) -> tuple[GedType, ...]:
    """UCDP's types of violence."""
    return tuple(
        GedType(
            code=entry.number_code(),
            name=entry.text("name"),
            definition=entry.text("definition"),
            sides=tuple(_sides(entry, words) for words in entry.texts("sides")),
        )
        for entry in entries(ged, ("type",), _GED_TYPE)
    )


def scales(sources: Sources) -> tuple[Scale, ...]:
    """Every scale of a scheme."""
    names = dict.fromkeys(chain.from_iterable(table_at(source, ("scale",)) for source in sources))
    return tuple(
        Scale(
            name=name,
            values=tuple(
                ScaleValue(code=entry.number_code(), definition=entry.text("definition"))
                for entry in entries(sources, ("scale", name), _DEFINED)
            ),
        )
        for name in names
    )


def _category(plover: Sources, entry: Entry, quad_codes: list[int]) -> Category:
    quad, score = entry.whole("quad"), entry.number("score")
    if quad not in quad_codes:
        raise entry.fault("quad", f"no quad {quad}; known: {', '.join(map(str, quad_codes))}")
    return Category(
        code=entry.code,
        definition=entry.text("definition"),
        quad=quad,
        score=score,
        modes=tuple(
            Mode(code=mode.code, definition=mode.text("definition"), score=mode.number("score", score))
            for mode in entries(plover, (*entry.path, "modes"), _MODE)
        ),
    )


def _sub_event_type(entry: Entry, event_type_names: list[str]) -> AcledSubEventType:
    event_type = entry.text("event_type")
    if event_type not in event_type_names:
        raise entry.fault("event_type", f"no event type {event_type!r}; known: {', '.join(event_type_names)}")
    return AcledSubEventType(
        name=entry.code,
        event_type=event_type,
        disorder_type=entry.text("disorder_type"),
        priority=entry.whole("priority"),
        definition=entry.text("definition"),
    )


def _sides(entry: Entry, words: str) -> tuple[str, str]:
    match words.split():
        case [left, right] if left in SIDES and right in SIDES:
            return left, right
    raise entry.fault("sides", f"sides {words!r} are not known; write two of {', '.join(SIDES)}")
