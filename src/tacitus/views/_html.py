"""A coded report for a notebook: the text with its evidence marked, the events beside it.

One fragment with its own style, no script and no address, so that it shows offline and in a mailed notebook.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from tacitus.model import CodedReport, Event, Role
from tacitus.views import _phrases
from tacitus.views._account import UNDATED, Line, account, marks
from tacitus.views._segments import Segment, segments
from tacitus.views._style import CSS, name_of
from tacitus.views._visible import visible


def as_html(coded: CodedReport) -> str:
    """One HTML element; everything that comes from the report is escaped."""
    text = "".join(_piece(segment) for segment in segments(coded.report.text, marks(coded.events)))
    by_id = {event.id: event for event in coded.events}
    events = "".join(_event(event, account(event, by_id)) for event in coded.events) or "<p>no events</p>"
    return (
        f'<div class="tacitus"><style>{CSS}</style>{_head(coded)}'
        f'<div class="both"><div class="text" dir="auto">{text}</div><div class="events">{events}</div></div>'
        f"{_legend(coded.events)}{_remarks(coded)}</div>"
    )


def _head(coded: CodedReport) -> str:
    report = coded.report
    date = f"published {_phrases.day(report.published)}" if report.published else UNDATED
    known = " · ".join(_safe(part) for part in (date, report.source, report.url) if part)
    return f"<header><b>{_safe(report.doc_id)}</b> {known}</header>"


def _piece(segment: Segment) -> str:
    words = "\n".join(map(_safe, segment.text.split("\n")))
    if not segment.marks:
        return words
    told = "; ".join(f"{mark.event} {name_of(mark.role)}: {mark.meaning}" for mark in segment.marks)
    ends = "".join(f"<sup>{_safe(mark.event)}</sup>" for mark in segment.ending if mark.role is None)
    names = " ".join(dict.fromkeys(name_of(mark.role) for mark in segment.marks))
    return f'<mark class="{names}" title="{_safe(told)}">{words}</mark>{ends}'


def _event(event: Event, lines: Iterable[Line]) -> str:
    kinds = " · ".join(_safe(kind) for kind in (*event.mode, event.acled) if kind)
    sure = "" if event.confidence is None else f"<i>confidence {event.confidence:.2f}</i>"
    rows = "".join(_rows(lines))
    title = f"{_safe(event.id)} {_safe(event.category)} <q>{_safe(event.trigger.text)}</q>"
    return f"<section><h4>{title}</h4><p>{kinds} {sure}</p><dl>{rows}</dl></section>"


def _rows(lines: Iterable[Line]) -> Iterator[str]:
    for label, same in groupby(lines, key=lambda line: line.label):
        yield f"<dt>{label}</dt>" + "".join(f"<dd>{_value(line)}</dd>" for line in same)


def _value(line: Line) -> str:
    quoted = f'<q class="{name_of(line.role)}">{_safe(line.words)}</q>' if line.words else ""
    return quoted if line.value == line.words else f"{_safe(line.value)} {quoted}".rstrip()


def _legend(events: Iterable[Event]) -> str:
    present = {mark.role for mark in marks(events)}
    shown = (role for role in (None, *Role) if role in present)
    legend = " ".join(f'<mark class="{name_of(role)}">{name_of(role)}</mark>' for role in shown)
    return f"<footer>{legend}</footer>"


def _remarks(coded: CodedReport) -> str:
    unread = (f"only {coded.share_read:.0%} of the text was read",) if coded.share_read < 1 else ()
    return "".join(f"<p>note: {_safe(remark)}</p>" for remark in (*coded.remarks, *unread))


def _safe(text: str) -> str:
    return escape(visible(text))
