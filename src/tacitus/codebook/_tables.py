"""From the two CSV files to records: the crosswalk and the CAMEO codes."""

from collections.abc import Callable, Iterator, Sequence

from tacitus.codebook._crosswalk import CrosswalkRow, GedType, Parties
from tacitus.codebook._records import AcledSubEventType, CameoCode, Category
from tacitus.codebook._source import Source
from tacitus.errors import CodebookError

Fault = Callable[[str], CodebookError]

_CROSSWALK = ("category", "mode", "actors", "recipients", "acled", "ged")
_CAMEO = ("code", "category", "modes", "note")


def crosswalk(
    sources: Sequence[Source],
    categories: tuple[Category, ...],
    sub_event_types: tuple[AcledSubEventType, ...],
    ged_types: tuple[GedType, ...],
) -> tuple[CrosswalkRow, ...]:
    """The rows, those of the last file first, so that a file of the user's decides before the packaged one."""
    acled = frozenset(known.name for known in sub_event_types)
    ged = frozenset(str(known.code) for known in ged_types)
    return tuple(
        _crosswalk_row(cells, categories, acled, ged, fault)
        for source in reversed(sources)
        for cells, fault in _rows(source, _CROSSWALK)
    )


def cameo_codes(sources: Sequence[Source], categories: tuple[Category, ...]) -> tuple[CameoCode, ...]:
    """The CAMEO codes in the order of the files; a later file overrides a code."""
    found: dict[str, CameoCode] = {}
    for source in sources:
        found.update(_cameo_codes(source, categories))
    return tuple(found.values())


def _cameo_codes(source: Source, categories: tuple[Category, ...]) -> dict[str, CameoCode]:
    found: dict[str, CameoCode] = {}
    for cells, fault in _rows(source, _CAMEO):
        code, modes = cells["code"], tuple(cells["modes"].split())
        if not code.isdecimal() or not 2 <= len(code) <= 4:
            raise fault(f"{code!r} is not a CAMEO code; write two to four digits, leading zero kept")
        if code in found:
            raise fault(f"CAMEO code {code} stands twice; remove one row")
        _check_modes(cells["category"], modes, categories, fault)
        found[code] = CameoCode(code=code, category=cells["category"], modes=modes, note=cells["note"] or None)
    return found


def _crosswalk_row(
    cells: dict[str, str],
    categories: tuple[Category, ...],
    acled: frozenset[str],
    ged: frozenset[str],
    fault: Fault,
) -> CrosswalkRow:
    _check_modes(cells["category"], tuple(filter(None, [cells["mode"]])), categories, fault)
    types = tuple(cells["ged"].split())
    _check("sub-event type", tuple(filter(None, [cells["acled"]])), acled, fault)
    _check("GED type", types, ged, fault)
    for key in ("actors", "recipients"):
        _check(f"condition on {key}", (cells[key],), frozenset(Parties), fault)
    return CrosswalkRow(
        category=cells["category"],
        mode=cells["mode"] or None,
        actors=Parties(cells["actors"]),
        recipients=Parties(cells["recipients"]),
        acled=cells["acled"] or None,
        ged=tuple(map(int, types)),
    )


def _rows(source: Source, columns: tuple[str, ...]) -> Iterator[tuple[dict[str, str], Fault]]:
    for line, cells in source.rows(columns):
        yield cells, lambda message, line=line: source.fault(line, message)  # type: ignore[misc]


def _check_modes(code: str, modes: tuple[str, ...], categories: tuple[Category, ...], fault: Fault) -> None:
    known = {category.code: category for category in categories}
    _check("category", (code,), frozenset(known), fault)
    _check(f"mode of {code}", modes, frozenset(mode.code for mode in known[code].modes), fault)


def _check(what: str, codes: tuple[str, ...], known: frozenset[str], fault: Fault) -> None:
    for code in codes:
        if code not in known:
            raise fault(f"no {what} {code!r}; known: {', '.join(filter(None, sorted(known))) or 'none'}")
