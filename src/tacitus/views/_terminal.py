"""The account of a report for a terminal."""

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tacitus.model import CodedReport, Event, Role
from tacitus.views import _phrases
from tacitus.views._account import UNDATED, Line, Mark, account, marks
from tacitus.views._excerpt import around
from tacitus.views._visible import visible

# The terminal's own sixteen colours: they follow the user's light or dark theme. Every colour has its label in
# words beside it, so nothing is told by colour alone.
_STYLES = {
    None: "bold reverse",
    Role.ACTOR: "blue",
    Role.RECIPIENT: "red",
    Role.PLACE: "green",
    Role.TIME: "magenta",
    Role.WEAPON: "cyan",
    Role.KILLED: "yellow",
    Role.INJURED: "yellow",
    Role.COUNT: "yellow",
    Role.ATTRIBUTION: "underline",
    Role.CLAIMED_BY: "underline",
}
_WIDTH = 110  # columns; wider lines are hard to follow


def as_terminal(coded: CodedReport) -> RenderableType:
    """The account of one report, to be printed by a rich console."""
    by_id = {event.id: event for event in coded.events}
    events = [part for event in coded.events for part in _event(event, by_id, coded.report.text)]
    return Constrain(Group(*_head(coded), *events, *_foot(coded)), _WIDTH)


def _head(coded: CodedReport) -> Iterator[RenderableType]:
    report = coded.report
    yield Rule(Text(visible(report.doc_id), style="bold"), align="left")
    if report.title:
        yield Text(visible(report.title), style="bold")
    date = f"published {_phrases.day(report.published)}" if report.published else UNDATED
    yield Text(visible(" · ".join(filter(None, (date, report.source, report.url)))), style="dim")
    yield Text()


def _foot(coded: CodedReport) -> Iterator[RenderableType]:
    if not coded.events:
        yield Text("no events\n")
    for remark in coded.remarks:
        yield Text(f"note: {visible(remark)}", style="dim")
    if coded.share_read < 1:
        yield Text(f"only {coded.share_read:.0%} of the text was read", style="bold")


def _event(event: Event, by_id: dict[str, Event], text: str) -> Iterator[RenderableType]:
    yield _title(event)
    yield Padding(_excerpt(event, text), (0, 0, 0, 4))
    yield Padding(_lines(account(event, by_id)), (0, 0, 1, 4))


def _title(event: Event) -> Text:
    kinds = " · ".join(filter(None, (*event.mode, event.acled)))
    title = Text.assemble((f"{visible(event.id):>3} ", "dim"), (visible(event.category), "bold"))
    if kinds:
        title.append(f"  {visible(kinds)}")
    if event.confidence is not None:
        title.append(f"  confidence {event.confidence:.2f}", style="dim")
    return title


def _excerpt(event: Event, text: str) -> Text:
    start, end = around(event.trigger, text)
    excerpt = Text(visible(text[start:end]))
    for mark in sorted(marks([event]), key=_triggers_last):
        if mark.span.start < end and mark.span.end > start:
            excerpt.stylize(_STYLES[mark.role], max(mark.span.start - start, 0), mark.span.end - start)
    cut_before, cut_after = (text[edge : edge + 1] not in {"", "\n"} for edge in (start - 1, end))
    return Text("… " if cut_before else "") + excerpt + Text(" …" if cut_after else "")


def _triggers_last(mark: Mark) -> bool:
    return mark.role is None


def _lines(lines: tuple[Line, ...]) -> Table:
    """A label is printed once for the lines that share it."""
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=14, style="dim")
    table.add_column(ratio=5)
    table.add_column(ratio=4)
    for before, line in pairwise((None, *lines)):
        if line is not None:
            label = "" if before is not None and before.label == line.label else line.label
            table.add_row(label, _value(line), _words(line))
    return table


def _value(line: Line) -> Text:
    return Text("" if line.value == line.words else visible(line.value))


def _words(line: Line) -> Text:
    # A style of the whole cell would run on to the cell's edge.
    return Text.assemble((f"“{visible(line.words)}”", _STYLES[line.role])) if line.words else Text()
