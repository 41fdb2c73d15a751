"""The briefing as a page."""

from collections.abc import Iterable, Mapping

from tacitus.analysis._page import page, safe, table
from tacitus.analysis._phrases import plural
from tacitus.analysis.briefing import _words
from tacitus.analysis.briefing._briefing import Briefing, Quote, Told
from tacitus.analysis.briefing._map import map_as_svg
from tacitus.analysis.briefing._timeline import timeline_as_svg
from tacitus.model import Chain
from tacitus.views import chain_as_svg, headline

_FOOT = '<footer class="soft"><p>Made with tacitus. Every value rests on words of a report.</p></footer>'
MOST_DYADS = 20
MOST_QUOTES = 4


def briefing_as_html(briefing: Briefing) -> str:
    """One page that stands by itself, to be sent, printed or filed."""
    title, headings = _words.title(briefing), {one.entry.id: _words.heading(one) for one in briefing.told}
    parts = (
        f'<header><h1>{safe(title)}</h1><p class="soft">{safe(_words.period(briefing))}</p></header>',
        _figures(briefing),
        f'<p>{safe(_words.basis(briefing))}</p><p class="soft">{safe(_words.HOW_TO_READ)}</p>',
        _drawing("Where", map_as_svg(briefing.counted), _words.MAP_NOTE),
        _drawing("When", timeline_as_svg(briefing.counted), _words.TIME_NOTE),
        _who(briefing),
        _section("What answered what", "".join(map(_chain, briefing.chains))),
        _contradictions(briefing),
        _section("Incidents", "".join(_incident(one, headings) for one in briefing.counted)),
        _section("Listed, not counted", "".join(_incident(one, headings) for one in briefing.others)),
        _FOOT,
    )  # fmt: skip
    return page(f"{title}, {_words.period(briefing)}", "\n".join(filter(None, parts)))


def _figures(briefing: Briefing) -> str:
    killed, injured = briefing.killed, briefing.injured
    shown = (
        ("incidents", f"{len(briefing.counted):,}", _others(briefing)),
        ("reported killed", f"{killed.best:,}" if killed.n_incidents else "–", _words.spread(killed)),
        ("reported injured", f"{injured.best:,}" if injured.n_incidents else "–", _words.spread(injured)),
        ("told differently", f"{len(briefing.contradicting):,}", "incidents on which reports differ"),
    )
    cells = "".join(f"<div><dt>{name}</dt><dd><b>{best}</b>{safe(note)}</dd></div>" for name, best, note in shown)
    return f'<dl class="figures">{cells}</dl>'


def _others(briefing: Briefing) -> str:
    return f"and {len(briefing.others):,} listed apart" if briefing.others else "told as having occurred"


def _section(title: str, content: str) -> str:
    return f"<section><h2>{title}</h2>{content}</section>" if content else ""


def _drawing(title: str, drawing: str, note: str) -> str:
    if not drawing:
        return ""
    return _section(title, f"<figure>{drawing}<figcaption>{safe(note)}</figcaption></figure>")


def _who(briefing: Briefing) -> str:
    dyads = briefing.dyads
    if not dyads:
        return ""
    rows = [
        (safe(dyad.actor), safe(dyad.recipient or "–"), f"{dyad.n_incidents:,}", f"{dyad.n_killed:,}")
        for dyad in dyads[:MOST_DYADS]
    ]
    more = f" The {MOST_DYADS} most frequent of {len(dyads):,}." if len(dyads) > MOST_DYADS else ""
    caption = f"An incident with several parties stands in several lines, so the lines do not add up.{more}"
    return _section(
        "Who against whom", table(caption, ("Who", "To whom", "Incidents", "Killed"), rows, numeric=frozenset({2, 3}))
    )


def _chain(chain: Chain) -> str:
    answers = "".join(
        f'<li><a href="#i-{safe(incident.id)}">{safe(headline(incident))}</a></li>' for incident in chain.incidents
    )
    name = f"Chain of {plural(len(chain.incidents), 'incident')}"
    return (
        f'<figure><div class="wide chain" tabindex="0" role="region" aria-label="{name}">{chain_as_svg(chain)}</div>'
        f"<figcaption>{name}: what answers stands to the right.</figcaption></figure><ol>{answers}</ol>"
    )


def _contradictions(briefing: Briefing) -> str:
    rows = [
        (f'<a href="#i-{safe(told.entry.id)}">{safe(_words.heading(told))}</a>', safe(field), safe(values))
        for told in briefing.contradicting
        for field, values in _words.differences(told)
    ]
    if not rows:
        return ""
    return _section("Where reports differ", table("Each value with who gives it", ("Incident", "On", "Told as"), rows))


def _incident(told: Told, headings: Mapping[str, str]) -> str:
    entry = told.entry
    apart = _words.apart(told)
    flag = f' <span class="soft">({safe(apart)})</span>' if apart else ""
    facts = "".join(f"<dt>{name}</dt><dd>{safe(value)}</dd>" for name, value in _words.facts(told))
    within = [other for other in entry.responds_to if other in headings]
    answers = "".join(f'<li><a href="#i-{safe(other)}">{safe(headings[other])}</a></li>' for other in within)
    answered = f"<p>In answer to:</p><ul>{answers}</ul>" if answers else ""
    return (
        f'<article id="i-{safe(entry.id)}"><h3>{safe(_words.heading(told))}{flag}</h3>'
        f'<dl class="facts">{facts}</dl>{_quotes(told.quotes)}{answered}</article>'
    )


def _quotes(quotes: tuple[Quote, ...]) -> str:
    shown = "".join(map(_quote, quotes[:MOST_QUOTES]))
    rest = "; ".join(_cited(quotes[MOST_QUOTES:]))
    return shown + (f'<p class="soft">Told as well by {rest}.</p>' if rest else "")


def _quote(quote: Quote) -> str:
    return (
        f'<blockquote dir="auto">{safe(quote.before)}<mark>{safe(quote.trigger)}</mark>{safe(quote.after)}'
        f"<cite>{safe(_words.whence(quote))}{_address(quote)}</cite></blockquote>"
    )


def _address(quote: Quote) -> str:
    """The address as words: a page that is sent around should not lead its readers to places unseen."""
    return f"<br>{safe(quote.url)}" if quote.url else ""


def _cited(quotes: Iterable[Quote]) -> Iterable[str]:
    return dict.fromkeys(safe(_words.whence(quote)) for quote in quotes)
