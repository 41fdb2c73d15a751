"""An incident for a terminal: what it is, and for each field who claims what."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tacitus.model import (
    Claim,
    ClaimField,
    Figure,
    Incident,
    Interval,
    Link,
    Party,
    Place,
    Quantity,
    Relation,
    Value,
)
from tacitus.views import _phrases
from tacitus.views._visible import visible

_WIDTH = 110  # as for the account of a report
_LABELS = {
    ClaimField.CATEGORY: "what",
    ClaimField.MODE: "how",
    ClaimField.ACLED: "ACLED",
    ClaimField.REALIS: "realis",
    ClaimField.PLACE: "where",
    ClaimField.TIME: "when",
    ClaimField.ACTORS: "who",
    ClaimField.RECIPIENTS: "to whom",
    ClaimField.WEAPONS: "with",
    ClaimField.KILLED: "killed",
    ClaimField.INJURED: "injured",
    ClaimField.COUNT: "how many",
    ClaimField.CLAIMED_BY: "claimed by",
}
_REASONS = 3  # the weightiest of each link


def incident_as_terminal(incident: Incident, links: Iterable[Link] = ()) -> RenderableType:
    """All claims of one incident, its figures, and how its events are linked, to be printed by a rich console."""
    parts = (*_head(incident), _claims(incident), *_figures(incident), *_others(incident), *_links(incident, links))
    return Constrain(Group(*parts), _WIDTH)


def headline(incident: Incident) -> str:
    """An incident in one line: day, act, place, toll, reports."""
    n_reports = len({key.doc_id for key in incident.events})
    parts = (
        _phrases.days(incident.time) if incident.time else "undated",
        " ".join((incident.category, *incident.mode)),
        incident.place.name if incident.place else None,
        f"killed {toll(incident.killed)}" if incident.killed else None,
        f"{n_reports} report{'s' if n_reports > 1 else ''}",
        None if incident.kind.value == "single" else incident.kind.value,
    )
    return visible(" · ".join(part for part in parts if part))


def toll(figure: Figure) -> str:
    """A figure with the bounds of its claims."""
    return _phrases.figure_in_words(figure.best, figure.low, figure.high)


def _head(incident: Incident) -> Iterator[RenderableType]:
    yield Rule(Text(f"incident {incident.id}", style="bold"), align="left")
    yield Text(headline(incident), style="bold")
    yield Text()


def _claims(incident: Incident) -> RenderableType:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=10, style="dim")
    table.add_column(ratio=4)
    table.add_column(ratio=6)
    rows = [(_LABELS[field], value, who) for field in ClaimField for value, who in _told(incident.claims_of(field))]
    for before, row in pairwise((None, *rows)):
        if row is not None:
            label = "" if before is not None and before[0] == row[0] else row[0]
            table.add_row(label, Text(visible(row[1])), Text(visible(row[2]), style="dim"))
    return Padding(table, (0, 0, 1, 0))


def _told(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Each value once, in the order of first telling, with all who tell it."""
    values: dict[str, list[str]] = {}
    for claim in claims:
        values.setdefault(_in_words(claim.value), []).append(_whose(claim))
    for value, who in values.items():
        yield value, "; ".join(dict.fromkeys(who))


def _whose(claim: Claim) -> str:
    """`Guardian citing hospital doctors, Fri 11 Nov 2016`."""
    source = claim.source or claim.key.doc_id
    cited = ", ".join(span.text for span in claim.attribution)
    told = f"{source} citing {cited}" if cited else source
    return f"{told}, {_phrases.day(claim.published)}" if claim.published else told


def _in_words(value: Value) -> str:
    if isinstance(value, Quantity):
        return _phrases.amount(value)
    if isinstance(value, Interval):
        return _phrases.days(value)
    if isinstance(value, Party):
        return _phrases.party(value)
    return _phrases.place(value) if isinstance(value, Place) else value


def _figures(incident: Incident) -> Iterator[RenderableType]:
    for label, figure in (("killed", incident.killed), ("injured", incident.injured), ("how many", incident.count)):
        if figure:
            basis = visible(f"  from {figure.basis}")
            yield Text.assemble((f"{label}: {toll(figure)}", "bold"), (basis, "dim"))
    rules = {figure.rule for figure in (incident.killed, incident.injured, incident.count) if figure}
    yield from (Text(f"best is chosen so: {rule}", style="dim") for rule in sorted(rules))


def _others(incident: Incident) -> Iterator[RenderableType]:
    about = (
        ("in answer to", incident.responds_to),
        ("carries out", incident.carries_out),
        ("recalls", incident.recalls),
    )
    for label, ids in about:
        yield from (Text(f"{label}: incident {other}") for other in ids)


def _links(incident: Incident, links: Iterable[Link]) -> Iterator[RenderableType]:
    own = set(incident.events)
    inside = [link for link in links if link.left in own and link.right in own and link.relation is Relation.SAME]
    if inside:
        yield Text("\nlinks", style="bold")
    yield from (_link(link) for link in inside)


def _link(link: Link) -> Text:
    by = f"{'cut' if link.probability == 0 else 'confirmed'} by {link.decided_by}; " if link.decided_by else ""
    heavy = sorted(link.reasons, key=lambda reason: -abs(reason.weight))[:_REASONS]
    reasons = ", ".join(f"{reason.comparison}: {reason.level} ({reason.weight:+.1f})" for reason in heavy)
    return Text(visible(f"  {link.left} – {link.right}  {link.probability:.3f}  {by}{reasons}"), style="dim")
