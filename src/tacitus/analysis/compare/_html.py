"""The comparison as a page."""

from collections import Counter

from tacitus.analysis._page import page, safe, table
from tacitus.analysis._phrases import amount, days, parties, plural
from tacitus.analysis.compare._compare import Comparison, Match
from tacitus.analysis.compare._row import Row
from tacitus.export import Entry

_NUMBERS = frozenset({4, 5, 6})


def comparison_as_html(comparison: Comparison) -> str:
    """One page that stands by itself."""
    title = f"Incidents compared with {comparison.layout}"
    body = "".join(
        (
            f"<header><h1>{safe(title)}</h1><p class='soft'>{safe(_about(comparison))}</p></header>",
            _figures(comparison),
            _differences(comparison),
            f"<h2>In both</h2>{_both(comparison)}",
            f"<h2>Only among the incidents</h2>{_ours(comparison)}",
            f"<h2>Only in {safe(comparison.layout)}</h2>{_theirs(comparison)}",
            f"<h2>Not compared</h2>{_not_compared(comparison)}",
        )
    )
    return page(title, body)


def _about(comparison: Comparison) -> str:
    scope, tolerance = comparison.scope, comparison.tolerance
    if scope is None:
        return f"{comparison.name}: it and the incidents have no country and day in common."
    return (
        f"{comparison.name}, {scope.first} to {scope.last}, {', '.join(sorted(scope.countries))}. A row is matched "
        f"with at most one incident, of a like type, at most {plural(tolerance.days, 'day')} and "
        f"{tolerance.km:g} km apart beyond what either's own precision allows for. A match is a judgement; neither "
        "side is the truth."
    )


def _figures(comparison: Comparison) -> str:
    n_both = len(comparison.matches)
    shown = (
        ("in both", n_both, ""),
        (
            "only among the incidents",
            len(comparison.only_ours),
            _share(comparison.precision, "of the incidents are in both"),
        ),
        (
            f"only in {comparison.layout}",
            len(comparison.only_theirs),
            _share(comparison.recall, "of its rows are in both"),
        ),
    )
    cells = "".join(f"<div><dt>{safe(name)}</dt><dd><b>{n:,}</b>{safe(note)}</dd></div>" for name, n, note in shown)
    return f'<dl class="figures">{cells}</dl>'


def _share(part: float | None, of: str) -> str:
    return "" if part is None else f"{part:.0%} {of}"


def _differences(comparison: Comparison) -> str:
    if not comparison.matches:
        return ""
    n = len(comparison.matches)
    both_killed = [match for match in comparison.matches if match.killed is not None]
    placed = sorted(match.km for match in comparison.matches if match.km is not None)
    facts = [f"{sum(match.days == 0 for match in comparison.matches):,} of {n:,} have a day in common."]
    if placed:
        facts.append(
            f"The middle distance of the places is {placed[len(placed) // 2]:.0f} km, the largest {placed[-1]:.0f} km."
        )
    facts.append(f"{sum(match.same_kind for match in comparison.matches):,} of {n:,} have the same type.")
    if both_killed:
        same = sum(match.killed == 0 for match in both_killed)
        within = sum(match.within for match in both_killed)
        facts.append(
            f"Of {len(both_killed):,} with figures of the killed on both sides, {same:,} have the same figure, and in "
            f"{within:,} {comparison.layout}'s lies within the claims. Summed: {_sum(both_killed)}."
        )
    return "<h2>Where both differ</h2><ul>" + "".join(f"<li>{safe(fact)}</li>" for fact in facts) + "</ul>"


def _sum(matches: list[Match]) -> str:
    ours = sum(match.entry.killed.best for match in matches if match.entry.killed)
    theirs = sum(match.row.killed or 0 for match in matches)
    return f"{ours:,} among the incidents, {theirs:,} in the other data"


def _both(comparison: Comparison) -> str:
    names = ("Day", "Place", "Act", "Who", "km apart", "Killed", str(comparison.layout))
    rows = [
        (
            _two(days(match.entry.time), _days(match.row)) if match.days != 0 else safe(days(match.entry.time)),
            _two(match.entry.place.name if match.entry.place else "–", match.row.place),
            _two(_act(match.entry), match.row.sub_kind or match.row.kind),
            _two(parties(match.entry), "; ".join(match.row.parties)),
            "–" if match.km is None else f"{match.km:.0f}",
            safe(amount(match.entry.killed)),
            f"<b>{_killed(match.row)}</b>" if match.killed and not match.within else _killed(match.row),
        )
        for match in comparison.matches
    ]
    if not rows:
        return "<p>None.</p>"
    return table(
        "Above: the incident; below: the other data. Bold: a figure outside the claims.", names, rows, numeric=_NUMBERS
    )


def _two(ours: str, theirs: str) -> str:
    return safe(ours) if ours == theirs else f'{safe(ours)}<br><span class="soft">{safe(theirs)}</span>'


def _ours(comparison: Comparison) -> str:
    rows = [
        (safe(days(entry.time)), safe(entry.place.name if entry.place else "–"), safe(_act(entry)),
         safe(parties(entry)), safe(amount(entry.killed)), str(len(entry.sources)))
        for entry in comparison.only_ours
    ]  # fmt: skip
    if not rows:
        return "<p>None.</p>"
    names = ("Day", "Place", "Act", "Who", "Killed", "Reports")
    return table("Incidents without a row", names, rows, numeric=frozenset({4, 5}))


def _theirs(comparison: Comparison) -> str:
    rows = [
        (
            safe(_days(row)),
            safe(row.place),
            safe(row.sub_kind or row.kind),
            safe("; ".join(row.parties)),
            _killed(row),
            safe(row.id),
        )
        for row in comparison.only_theirs
    ]
    if not rows:
        return "<p>None.</p>"
    return table(
        "Rows without an incident", ("Day", "Place", "Act", "Who", "Killed", "Row"), rows, numeric=frozenset({4})
    )


def _not_compared(comparison: Comparison) -> str:
    reasons = Counter(reason for _, reason in comparison.not_coded)
    facts = [f"{n:,} incidents: {reason}." for reason, n in reasons.most_common()]
    facts.append(f"{comparison.n_beyond:,} rows outside the days and countries that both cover.")
    return "<ul>" + "".join(f"<li>{safe(fact)}</li>" for fact in facts) + "</ul>"


def _act(entry: Entry) -> str:
    return entry.acled or " ".join((entry.category, *entry.mode))


def _days(row: Row) -> str:
    return f"{row.first}" if row.first == row.last else f"{row.first} – {row.last}"


def _killed(row: Row) -> str:
    if row.killed is None:
        return "–"
    bounds = row.killed_low, row.killed_high
    return (
        f"{row.killed:,}"
        if bounds in {(row.killed, row.killed), (None, None)}
        else f"{row.killed:,} ({bounds[0]}–{bounds[1]})"
    )
