"""A timeline: how many incidents on each day, week or month, and how many killed."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tacitus.analysis._page import safe
from tacitus.analysis._phrases import plural
from tacitus.analysis.briefing._briefing import Told
from tacitus.views import calendar_day

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 960, 220, 36, 34, 18
_DAILY, _WEEKLY = 62, 430  # days up to which bars stand for days, and for weeks: more would be too thin
_MOST_NAMES: Final = 8
_VIOLENT: Final = "ASSAULT"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, a week from Monday or a month: how many incidents began in it, how many of them violent."""

    first: date
    n_incidents: int
    n_violent: int
    n_killed: int


def stretches(told: Iterable[Told]) -> tuple[Stretch, ...]:
    """Each stretch from the first to the last incident, empty ones too; what is undated stays out."""
    begun = [(one.entry.time.from_, one) for one in told if one.entry.time]
    if not begun:
        return ()
    days = [when for when, _ in begun]
    starts = _starts(min(days), max(days))
    held: dict[date, list[Told]] = {start: [] for start in starts}
    for when, one in begun:
        held[starts[bisect_right(starts, when) - 1]].append(one)
    return tuple(_stretch(start, incidents) for start, incidents in held.items())


def _starts(first: date, last: date) -> list[date]:
    extent = (last - first).days + 1
    if extent > _WEEKLY:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return [date(month // 12, month % 12 + 1, 1) for month in months]
    step = 1 if extent <= _DAILY else 7
    begin = first if step == 1 else first - timedelta(days=first.weekday())
    return [begin + timedelta(days=n) for n in range(0, (last - begin).days + 1, step)]


def _stretch(start: date, incidents: list[Told]) -> Stretch:
    violent = sum(one.entry.category == _VIOLENT for one in incidents)
    killed = sum(one.entry.killed.best for one in incidents if one.entry.killed)
    return Stretch(start, len(incidents), violent, killed)


def timeline_as_svg(told: Iterable[Told]) -> str:
    """The drawing; empty where nothing is dated."""
    held = stretches(told)
    if not held:
        return ""
    most = max(stretch.n_incidents for stretch in held)
    wide = (_WIDTH - _LEFT) / len(held)
    bars = "".join(_bar(stretch, i, wide, most) for i, stretch in enumerate(held))
    every = -(-len(held) // _MOST_NAMES)
    names = "".join(
        f'<text x="{_LEFT + i * wide + min(wide, 30) / 2:.0f}" y="{_HEIGHT - 12}">'
        f"{safe(calendar_day(stretch.first))}</text>"
        for i, stretch in enumerate(held)
        if i % every == 0
    )
    base = _HEIGHT - _BOTTOM
    return (
        f'<svg class="timeline" role="img" aria-label="Incidents over time: {safe(_spoken(held))}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}"><line x1="{_LEFT}" x2="{_WIDTH}" y1="{base}" y2="{base}"/>'
        f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{_TOP}" y2="{_TOP}" class="faint"/>'
        f'<text x="0" y="{_TOP + 4}">{most}</text>'
        f'<text x="0" y="{base}">0</text>{bars}{names}</svg>'
    )


def _bar(stretch: Stretch, i: int, wide: float, most: int) -> str:
    if not stretch.n_incidents:
        return ""
    title = f"<title>{safe(_about(stretch))}</title>"
    unit, base = (_HEIGHT - _BOTTOM - _TOP) / most, _HEIGHT - _BOTTOM
    x, width = _LEFT + i * wide + wide * 0.1, min(wide * 0.8, 30)
    others = stretch.n_incidents - stretch.n_violent
    violent, rest = stretch.n_violent * unit, others * unit
    return (
        f'<g>{title}<rect class="violent" x="{x:.1f}" y="{base - violent:.1f}" width="{width:.1f}" '
        f'height="{violent:.1f}"/>'
        f'<rect class="other" x="{x:.1f}" y="{base - violent - rest:.1f}" width="{width:.1f}" height="{rest:.1f}"/></g>'
    )


def _about(stretch: Stretch) -> str:
    told = f"{plural(stretch.n_incidents, 'incident')}, {stretch.n_killed:,} reported killed"
    return f"{calendar_day(stretch.first)}: {told}"


def _spoken(held: tuple[Stretch, ...]) -> str:
    return "; ".join(_about(stretch) for stretch in held if stretch.n_incidents)
