"""Takes from a ledger what a briefing tells."""

from collections.abc import Callable, Iterator
from functools import cache

from tacitus.analysis.briefing._briefing import Asked, Briefing, Quote, Told
from tacitus.errors import BriefingError
from tacitus.ledger import EventRow, IncidentFilter, IncidentOrder, Ledger, WholeIncident, entry_of_whole
from tacitus.model import IncidentKind
from tacitus.views import around

_KINDS = (IncidentKind.SINGLE, IncidentKind.PLAN, IncidentKind.AGGREGATE)


def briefing(ledger: Ledger, asked: Asked | None = None) -> Briefing:
    """The briefing on all incidents of a ledger, or on those of some days and countries.

    Raises:
        BriefingError: the ledger has no such incidents.
    """
    asked = asked or Asked()
    told = tuple(_told(ledger, asked))
    if not told:
        linked = "" if ledger.incidents().count() else f"; link its events first with `tacitus link {ledger.name}`"
        raise BriefingError(
            f"{BriefingError.code}: {ledger.name} holds no incidents of these days and countries{linked}"
        )
    return Briefing(ledger=ledger.name, asked=asked, told=told)


def _told(ledger: Ledger, asked: Asked) -> Iterator[Told]:
    where = IncidentFilter(kinds=_KINDS, from_=asked.from_, to=asked.to, countries=asked.countries)

    @cache
    def text(doc_id: str) -> str:
        return ledger.report(doc_id).report.text

    for whole in ledger.whole_incidents(where, IncidentOrder.OLDEST):
        yield Told(incident=whole.incident, entry=entry_of_whole(whole), quotes=_quotes(whole, text))


def _quotes(whole: WholeIncident, text: Callable[[str], str]) -> tuple[Quote, ...]:
    return tuple(_quote(event, text(event.key.doc_id)) for event in whole.events)


def _quote(row: EventRow, text: str) -> Quote:
    trigger = row.event.trigger
    start, end = around(trigger, text)
    return Quote(
        source=row.source or row.key.doc_id,
        before=("… " if start and text[start - 1] != "\n" else "") + text[start : trigger.start],
        trigger=text[trigger.start : trigger.end],
        after=text[trigger.end : end] + (" …" if end < len(text) and text[end] != "\n" else ""),
        published=row.published,
        title=row.title,
        url=row.url,
        said_by=tuple(dict.fromkeys(span.text for span in row.event.attribution)),
    )
