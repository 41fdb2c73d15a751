"""The briefing as Markdown, with all that the page says in words; what it draws stands in tables."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tacitus.analysis.briefing import _words
from tacitus.analysis.briefing._briefing import Briefing, Quote, Told
from tacitus.analysis.briefing._html import MOST_DYADS, MOST_QUOTES
from tacitus.analysis.briefing._timeline import stretches
from tacitus.views import calendar_day, headline, visible

# What Markdown or HTML inside it would obey; round brackets mean something behind a square one alone.
_OBEYED = re.compile(r"([\\`*_{}\[\]#+!|<>&~])|^([-=])")


def briefing_as_markdown(briefing: Briefing) -> str:
    """The whole briefing."""
    return "\n".join(_lines(briefing)).rstrip() + "\n"


def _lines(briefing: Briefing) -> Iterator[str]:
    yield from (f"# {safe(_words.title(briefing))}", "", safe(_words.period(briefing)), "")
    yield from _figures(briefing)
    yield from (safe(_words.basis(briefing)), "", safe(_words.HOW_TO_READ), "")
    yield from _timeline(briefing)
    yield from _who(briefing)
    yield from _chains(briefing)
    yield from _contradictions(briefing)
    yield from _incidents("Incidents", briefing.counted)
    yield from _incidents("Listed, not counted", briefing.others)


def safe(text: str) -> str:
    """Foreign words as Markdown text on one line."""
    return _OBEYED.sub(lambda found: f"\\{found[0]}", visible(text)).strip()


def _figures(briefing: Briefing) -> Iterator[str]:
    yield f"- **{len(briefing.counted):,}** incidents told as having occurred; {len(briefing.others):,} listed apart"
    for name, total in (("killed", briefing.killed), ("injured", briefing.injured)):
        best = f"{total.best:,}" if total.n_incidents else "–"
        yield f"- **{best}** reported {name} ({_words.spread(total)})"
    yield from (f"- **{len(briefing.contradicting):,}** incidents on which reports differ", "")


def _timeline(briefing: Briefing) -> Iterator[str]:
    held = [stretch for stretch in stretches(briefing.counted) if stretch.n_incidents]
    rows = [(calendar_day(stretch.first), str(stretch.n_incidents), str(stretch.n_killed)) for stretch in held]
    yield from _table("When", ("From", "Incidents", "Reported killed"), rows)


def _who(briefing: Briefing) -> Iterator[str]:
    rows = [
        (safe(dyad.actor), safe(dyad.recipient or "–"), str(dyad.n_incidents), str(dyad.n_killed))
        for dyad in briefing.dyads[:MOST_DYADS]
    ]
    yield from _table("Who against whom", ("Who", "To whom", "Incidents", "Killed"), rows)


def _chains(briefing: Briefing) -> Iterator[str]:
    chains = briefing.chains
    if not chains:
        return
    yield from ("## What answered what", "")
    for chain in chains:
        number = {incident.id: i for i, incident in enumerate(chain.incidents, 1)}
        answered = defaultdict(list)
        for cause, answer in chain.answers:
            answered[answer].append(str(number[cause]))
        for incident in chain.incidents:
            to = ", ".join(answered[incident.id])
            yield f"{number[incident.id]}. {safe(headline(incident))}" + (f" (in answer to {to})" if to else "")
        yield ""


def _contradictions(briefing: Briefing) -> Iterator[str]:
    rows = [
        (safe(_words.heading(told)), safe(field), safe(values))
        for told in briefing.contradicting
        for field, values in _words.differences(told)
    ]
    yield from _table("Where reports differ", ("Incident", "On", "Told as"), rows)


def _table(title: str, names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if not rows:
        return
    yield from (f"## {title}", "", f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}")
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _incidents(title: str, told: Iterable[Told]) -> Iterator[str]:
    lines = [line for one in told for line in _incident(one)]
    if lines:
        yield from (f"## {title}", "", *lines)


def _incident(told: Told) -> Iterator[str]:
    apart = _words.apart(told)
    yield from (f"### {safe(_words.heading(told))}" + (f" ({safe(apart)})" if apart else ""), "")
    yield from (f"- {name}: {safe(value)}" for name, value in _words.facts(told))
    yield ""
    for quote in told.quotes[:MOST_QUOTES]:
        yield from (f"> {_words_of(quote)}", ">", f"> — {safe(_words.whence(quote))}", "")
    rest = dict.fromkeys(safe(_words.whence(quote)) for quote in told.quotes[MOST_QUOTES:])
    if rest:
        yield from (f"Told as well by {'; '.join(rest)}.", "")


def _words_of(quote: Quote) -> str:
    before, after = visible(quote.before), visible(quote.after)
    blank = " " if before.endswith(" ") else ""
    return f"{safe(before)}{blank}**{safe(quote.trigger)}**{' ' if after.startswith(' ') else ''}{safe(after)}"
