"""Parties: country, sector and name of actors and recipients whose words are given.

For every annotated actor and recipient, whether the party that `ground_parties` makes of its words has the annotated
country, sector, both, and a name of the same words (over half of the telling words of the shorter name; that the spans
are the same counts for nothing here). Where one span names several parties, each annotated party is compared with the
grounded one that agrees best; `several` is the share of such spans for which several were grounded, and `split` the
share of the other spans that were taken apart.

The words of all party mentions of a report are given at once, sources and claimants too, as a reader would give them.
In the annotated pool (split "train") the rules were made on the reports whose id has an even SHA-256; `unseen` is the
other half.
"""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tacitus.analysis.agreement import same_party
from tacitus.grounding.parties import Registry, ground_parties
from tacitus.model import Party, Report, Span

SCORED = ("actors", "recipients")
ALSO_GIVEN = ("attribution", "claimed_by")
VALUES = ("country", "sector", "both", "name")


class Outcome(NamedTuple):
    """One annotated party: the rule used, what came out right, and how many parties its span has on either side."""

    rule: str
    right: Mapping[str, bool]
    n_gold: int
    n_found: int


def run(data: Path, split: str) -> dict[str, Any]:
    """Scores of the annotated reports in `data/gold` (dev) or `data/pool` (train): `reports/` and `events/`."""
    if split != "train":
        return score(tuple(outcomes(data / "gold")))
    pool = data / "pool"
    return {name: score(tuple(outcomes(pool, seen=seen))) for name, seen in (("seen", True), ("unseen", False))}


def score(found: tuple[Outcome, ...]) -> dict[str, Any]:
    """Shares of annotated parties that came out right, and of spans rightly held to name several or one."""
    joint = [outcome for outcome in found if outcome.n_gold > 1]
    single = [outcome for outcome in found if outcome.n_gold == 1]
    return {
        **{value: _share([outcome.right[value] for outcome in found]) for value in VALUES},
        "several": _share([outcome.n_found > 1 for outcome in joint]),
        "split": _share([outcome.n_found > 1 for outcome in single]),
        "n": len(found),
    }


def by_rule(found: tuple[Outcome, ...]) -> dict[str, dict[str, Any]]:
    """How often each rule was used and how often it was right, the most used first."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        groups[outcome.rule].append(outcome)
    return {
        rule: {"n": len(group), **{value: _share([outcome.right[value] for outcome in group]) for value in VALUES}}
        for rule, group in sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    }


def outcomes(folder: Path, *, seen: bool | None = None) -> Iterator[Outcome]:
    """The outcome for every annotated party of a folder, or of its seen or unseen half."""
    registry = Registry.load()
    for path in sorted((folder / "events").glob("*.json")):
        if seen is not None and seen != (int(hashlib.sha256(path.stem.encode()).hexdigest(), 16) % 2 == 0):
            continue
        record = json.loads((folder / "reports" / path.name).read_text(encoding="utf-8"))
        published = date.fromisoformat(record["published"]) if record.get("published") else None
        report = Report(doc_id=path.stem, text=record["text"], published=published)
        yield from _of_report(report, json.loads(path.read_text(encoding="utf-8"))["events"], registry)


def _of_report(report: Report, events: list[dict[str, Any]], registry: Registry) -> Iterator[Outcome]:
    given = {place for event in events for place, _ in _spans(event, (*SCORED, *ALSO_GIVEN))}
    spans = [Span.of(report.text, start, end) for start, end in sorted(given)]
    parties = dict(zip(sorted(given), ground_parties(report, spans, registry=registry), strict=True))
    annotated: dict[tuple[int, int], Counter[tuple[str, str | None, str | None]]] = defaultdict(Counter)
    for event in events:
        for place, value in _spans(event, SCORED):
            annotated[place][value["name"], value["country"], value["sector"]] += 1
    for place, golds in annotated.items():
        for (name, country, sector), n_times in golds.items():
            outcome = _compare(name, country, sector, parties[place], n_gold=len(golds))
            yield from (outcome for _ in range(n_times))


def _spans(event: dict[str, Any], fields: tuple[str, ...]) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    for value in (value for field in fields for value in event.get(field) or ()):
        if value.get("start") is not None:
            yield (value["start"], value["end"]), value


def _compare(name: str, country: str | None, sector: str | None, parties: tuple[Party, ...], *, n_gold: int) -> Outcome:
    def right(party: Party) -> dict[str, bool]:
        found = {"country": party.country == country, "sector": party.sector == sector}
        return {
            **found,
            "both": all(found.values()),
            "name": same_party({"name": party.name}, {"name": name}) or party.name.lower() == name.lower(),
        }

    best = max(parties, key=lambda party: sum(right(party).values()))
    rule = (best.rule or "").removesuffix(", joined by and").removesuffix(", country of the report")
    return Outcome(rule=rule, right=right(best), n_gold=n_gold, n_found=len(parties))


def _share(right: list[bool]) -> float:
    return round(sum(right) / len(right), 4) if right else 0.0


if __name__ == "__main__":
    found = tuple(outcomes(Path(sys.argv[1]), seen=False if "--unseen" in sys.argv else None))
    print(json.dumps({"all": score(found), "rules": by_rule(found)}, indent=1))
