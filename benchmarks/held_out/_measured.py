"""Every figure of the held-out reports, as JSON values."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks._events import event_sums
from benchmarks._known import known
from benchmarks._labels import N_BINS, calibration_error
from benchmarks.held_out._documents import Document
from benchmarks.held_out._groups import decade, region, source_type
from benchmarks.held_out._mistakes import KINDS, bases, mistakes
from tacitus.analysis.agreement import (
    SLOTS,
    Estimate,
    Statistic,
    Sums,
    Tally,
    Value,
    added,
    estimates,
    found,
    ratio,
    same_category,
)

COMPARED = known(Path(__file__).with_name("known.toml"))
"""What the figures are to be compared with."""

Row = dict[str, Any]


def measured(documents: Sequence[Document]) -> Row:
    """All figures; a share or a score is a list of its value and of the bounds of 95 % of resamples of the reports."""
    tallies = {one.doc_id: Tally(document=one.doc_id, sums=_sums(one)) for one in documents}
    everything = list(tallies.values())
    return {
        "n_reports": len(documents),
        "n_events": sum(len(one.gold) for one in documents),
        "n_read": sum(len(one.read) for one in documents),
        **_scores(everything, ("events", "material", "slots")),
        "by_slot": [{"name": name, **_score(everything, name)} for name in SLOTS],
        "by_category": _by_value(documents, _category),
        "by_realis": _by_value(documents, _realis),
        "by_region": _by_group(documents, tallies, region),
        "by_decade": _by_group(documents, tallies, decade),
        "by_source": _by_group(documents, tallies, lambda one: source_type(one.doc_id)),
        "mistakes": _mistakes(documents),
        "calibration": _calibration(everything),
    }


def _sums(document: Document) -> Sums:
    return event_sums(document.gold, document.read)


def _scores(tallies: Sequence[Tally], names: Iterable[str]) -> dict[str, Row]:
    """The score of each name."""
    return {name: _score(tallies, name) for name in names}


def _score(tallies: Sequence[Tally], name: str) -> Row:
    """Precision, recall and F1 of a name's sums, with the numbers of gold and read things."""
    keys = [f"{name}_{side}" for side in ("hits", "gold", "predicted")]
    # Resampling takes its time by the sums that there are.
    own = [Tally(document=one.document, sums={key: one.sums.get(key, 0.0) for key in keys}) for one in tallies]
    total = added(tally.sums for tally in own)
    bounded = {one.metric: _bounded(one) for one in estimates(own, found(f"{name}_"))}
    return {
        "n_gold": int(total[f"{name}_gold"]),
        "n_read": int(total[f"{name}_predicted"]),
        **{score: bounded[f"{name}_{score}"] for score in ("precision", "recall", "f1")},
    }


def _bounded(figure: Estimate) -> list[float | None]:
    return [None if value is None else round(value, 4) for value in (figure.value, figure.low, figure.high)]


def _category(event: Value) -> str:
    return str(event["category"])


def _realis(event: Value) -> str:
    return str(event.get("realis") or "occurred")


def _by_value(documents: Sequence[Document], value_of: Callable[[Value], str]) -> list[Row]:
    """Events of each category or realis; one is right if it is paired, and category and that value are the same."""
    tallies = [Tally(document=one.doc_id, sums=_value_sums(one, value_of)) for one in documents]
    names = sorted({value_of(event) for one in documents for event in (*one.gold, *one.read)})
    rows = ({"name": name, **_score(tallies, name)} for name in names)
    return sorted(rows, key=lambda row: (-row["n_gold"], row["name"]))


def _value_sums(document: Document, value_of: Callable[[Value], str]) -> Sums:
    sums: dict[str, float] = defaultdict(float)
    for event in document.gold:
        sums[f"{value_of(event)}_gold"] += 1
    for event in document.read:
        sums[f"{value_of(event)}_predicted"] += 1
    for gold, read in same_category(document.paired):
        sums[f"{value_of(gold)}_hits"] += value_of(gold) == value_of(read)
    return sums


def _by_group(
    documents: Sequence[Document], tallies: Mapping[str, Tally], group_of: Callable[[Document], str]
) -> list[Row]:
    """Reports of each group: how many, and the scores of their events and slots."""
    groups = defaultdict[str, list[Tally]](list)
    for document in documents:
        groups[group_of(document)].append(tallies[document.doc_id])
    rows = ({"name": name, "n_reports": len(its), **_scores(its, ("events", "slots"))} for name, its in groups.items())
    return sorted(rows, key=lambda row: (-row["n_reports"], row["name"]))


def _mistakes(documents: Sequence[Document]) -> list[Row]:
    """Each kind's number, what it is a share of, and the share."""
    tallies = [Tally(document=one.doc_id, sums=_mistake_sums(one)) for one in documents]
    total = defaultdict(float, added(tally.sums for tally in tallies))
    shares: dict[str, Statistic] = {kind.name: _share(kind.name, kind.base) for kind in KINDS}
    share_of = {figure.metric: _bounded(figure) for figure in estimates(tallies, shares)}
    return [
        {
            "name": kind.name,
            "n": int(total[kind.name]),
            "of": int(total[kind.base]),
            "share": share_of[kind.name],
        }
        for kind in KINDS
    ]


def _mistake_sums(document: Document) -> Sums:
    sums: dict[str, float] = defaultdict(float, bases(document))
    for mistake in mistakes(document):
        sums[mistake.kind] += 1
    return sums


def _share(part: str, whole: str) -> Statistic:
    return lambda sums: ratio(sums[part], sums[whole])


def _calibration(tallies: Sequence[Tally]) -> Row:
    """The expected calibration error, and by tenths of confidence: the mean, the share right, the number."""
    (figure,) = estimates(tallies, {"error": calibration_error})
    total = defaultdict(float, added(tally.sums for tally in tallies))
    filled = [f"bin{number}" for number in range(N_BINS) if total[f"bin{number}_n"]]
    return {
        "error": _bounded(figure),
        "tenths": [
            {
                "confidence": round(total[f"{name}_p"] / total[f"{name}_n"], 3),
                "right": round(total[f"{name}_right"] / total[f"{name}_n"], 3),
                "n": int(total[f"{name}_n"]),
            }
            for name in filled
        ],
    }
