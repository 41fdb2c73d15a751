"""What page and Markdown say alike, in plain words."""

from tacitus.analysis._phrases import amount, days, parties, plural
from tacitus.analysis.briefing._briefing import Asked, Briefing, Quote, Told, Total
from tacitus.export import countries
from tacitus.model import ClaimField, IncidentKind, PlacePrecision, Realis
from tacitus.views import calendar_day

HOW_TO_READ = (
    "Every figure is what reports say, not what is known to be true. An incident is what one or more reports tell "
    "of one happening; its best figure is that of one of them, and the range holds the claims of all. Sums add "
    "the best figures of single incidents that are told as having occurred; what is planned, alleged, denied, or "
    "a total over many events is listed apart and not added. A quiet place may be one that nobody reports from."
)
MAP_NOTE = (
    "A circle's area grows with the number reported killed; a dashed circle stands for an area, not for a place. "
    "Borders are those of Natural Earth, drawn de facto, and no statement on status."
)
TIME_NOTE = "Incidents by the day, week or month in which they began. Filled: assaults; outlined: everything else."
_FIELDS = {
    ClaimField.REALIS: "whether it happened",
    ClaimField.PLACE: "where",
    ClaimField.TIME: "when",
    ClaimField.KILLED: "killed",
    ClaimField.INJURED: "injured",
    ClaimField.COUNT: "how many events",
}
_APART = {
    IncidentKind.PLAN: "planned",
    IncidentKind.AGGREGATE: "a total over several events",
}


def title(briefing: Briefing) -> str:
    """`Incidents in Somalia, Sudan`."""
    names = {one.iso3: one.name for one in countries()}
    asked = briefing.asked.countries
    return f"Incidents in {', '.join(names.get(code, code) for code in asked)}" if asked else "Incidents"


def period(briefing: Briefing) -> str:
    """What days it is about, as asked for, or else those of the incidents."""
    asked: Asked = briefing.asked
    known = [one.entry.time for one in briefing.told if one.entry.time]
    first = asked.from_ or min((time.from_ for time in known), default=None)
    last = asked.to or max((time.to for time in known), default=None)
    if first is None or last is None:
        return "undated"
    return calendar_day(first) if first == last else f"{calendar_day(first)} – {calendar_day(last)}"


def basis(briefing: Briefing) -> str:
    """`12 reports of 4 sources: Horn Wire (5), …`."""
    sources = briefing.sources
    named = ", ".join(f"{name} ({n})" for name, n in sources.most_common(12))
    more = f", and {len(sources) - 12} more" if len(sources) > 12 else ""
    return f"{plural(briefing.n_reports, 'report')} of {plural(len(sources), 'source')}: {named}{more}."


def spread(total: Total) -> str:
    """The range of a total, and how many incidents say anything."""
    if not total.n_incidents:
        return "no figure told"
    if total.high is None:
        claims = f"claims from {total.low:,} upward"
    elif total.low == total.high:
        claims = "all claims agree"
    else:
        claims = f"claims from {total.low:,} to {total.high:,}"
    return f"{claims}, in {plural(total.n_incidents, 'incident')}"


def heading(told: Told) -> str:
    """`10 Apr 2027 · Baidoa, Bay · Suicide bomb`."""
    entry = told.entry
    return " · ".join((days(entry.time), where(told), act(told)))


def where(told: Told) -> str:
    """The place and what it lies in."""
    place = told.entry.place
    if place is None:
        return "place not told"
    region = place.region if place.region != place.name else None
    near = "near " if place.precision is PlacePrecision.NEAR else ""
    return near + ", ".join(filter(None, (place.name, region)))


def act(told: Told) -> str:
    """The type in ACLED's words, or the category and its modes."""
    entry = told.entry
    return (
        entry.acled
        or " ".join((entry.category.capitalize(), f"({', '.join(entry.mode)})" if entry.mode else "")).strip()
    )


def apart(told: Told) -> str:
    """Why an incident is listed and not counted."""
    entry = told.entry
    return _APART.get(entry.kind) or (entry.realis.value if entry.realis is not Realis.OCCURRED else "")


def facts(told: Told) -> tuple[tuple[str, str], ...]:
    """What is told of an incident, by name."""
    entry = told.entry
    held = (
        ("who", parties(entry)),
        ("with", ", ".join(entry.weapons)),
        ("killed", amount(entry.killed) if entry.killed else ""),
        ("injured", amount(entry.injured) if entry.injured else ""),
        ("claimed by", ", ".join(entry.claimed_by)),
        ("on the word of", ", ".join(entry.said_by)),
        ("how many events", amount(entry.count) if entry.kind is IncidentKind.AGGREGATE else ""),
    )
    return tuple((name, value) for name, value in held if value)


def differences(told: Told) -> tuple[tuple[str, str], ...]:
    """On what the reports differ, and each value with who gives it."""
    return tuple((_FIELDS[one.field], "; ".join(one.values)) for one in told.entry.contradictions)


def whence(quote: Quote) -> str:
    """`Horn Wire, 10 Apr 2027, citing police: “Car bomb kills …”`."""
    said = f"citing {', '.join(quote.said_by)}" if quote.said_by else None
    known = (quote.source, calendar_day(quote.published) if quote.published else None, said)
    told = ", ".join(filter(None, known))
    return f"{told}: “{quote.title}”" if quote.title else told
