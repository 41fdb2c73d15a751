"""Times: expressions on TempEval-3, and the days of dated events on reports coded by hand.

`run` scores as the shared task does (UzZaman et al. 2013): a found expression and an annotated one match relaxed when
they share a character, each with at most one other, the largest overlap first; strict when they have the same
characters. Value and type F1 count a relaxed match as right when the attribute is the same string ("1998" is not
"1998-XX"). The document's date is given, not scored; annotated expressions without words are left out.

`days` takes the annotated span of each event's time, and counts it right when first and last day are both as annotated.
"""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tacitus.grounding.times import TimeExpression, find_times, ground_times
from tacitus.model import Report, Span


def _matches(
    gold: list[dict[str, Any]], found: tuple[TimeExpression, ...]
) -> list[tuple[dict[str, Any], TimeExpression]]:
    """Pairs that share characters, each with at most one other, the largest overlap first."""
    overlaps = sorted(
        (
            (min(timex["end"], one.span.end) - max(timex["start"], one.span.start), -i, -j)
            for i, timex in enumerate(gold)
            for j, one in enumerate(found)
            if timex["start"] < one.span.end and one.span.start < timex["end"]
        ),
        reverse=True,
    )
    gold_left, found_left = set(range(len(gold))), set(range(len(found)))
    pairs = []
    for _, i, j in overlaps:
        if -i in gold_left and -j in found_left:
            gold_left.remove(-i)
            found_left.remove(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def _score(n_right: int, n_gold: int, n_found: int) -> dict[str, float]:
    precision = n_right / n_found if n_found else 0.0
    recall = n_right / n_gold if n_gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if n_right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _count(documents: Iterable[dict[str, Any]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for document in documents:
        gold = [timex for timex in document["timexes"] if timex["start"] < timex["end"]]
        found = find_times(document["text"], published=date.fromisoformat(document["dct"]["value"][:10]))
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        for timex, one in _matches(gold, found):
            counts["relaxed"] += 1
            counts["strict"] += (timex["start"], timex["end"]) == (one.span.start, one.span.end)
            counts["type"] += timex["type"] == one.type
            counts["value"] += timex["value"] == one.value
    return counts


def run(data: Path, split: str) -> dict[str, Any]:
    """Scores over `DATA/tempeval3/SPLIT.jsonl`."""
    with (data / "tempeval3" / f"{split}.jsonl").open(encoding="utf-8") as lines:
        counts = _count(json.loads(line) for line in lines)
    scored = ("relaxed", "strict", "type", "value")
    scores = {name: _score(counts[name], counts["gold"], counts["found"]) for name in scored}
    return {"n_gold": counts["gold"], "n_found": counts["found"], **scores}


def _count_days(report: dict[str, Any], events: list[dict[str, Any]]) -> Counter[str]:
    published = date.fromisoformat(report["published"]) if report.get("published") else None
    times = [event["time"] for event in events if (event.get("time") or {}).get("text")]
    spans = [Span.of(report["text"], time["start"], time["end"]) for time in times]
    counts = Counter(n=len(times))
    grounded = ground_times(Report.of(report["text"], published=published), spans)
    for time, interval in zip(times, grounded, strict=True):
        counts["answered"] += interval is not None
        if interval:
            counts["first"] += interval.from_.isoformat() == time["from"]
            counts["right"] += (interval.from_.isoformat(), interval.to.isoformat()) == (time["from"], time["to"])
    return counts


def days(folder: Path) -> dict[str, Any]:
    """Share of events with a time span whose first and last day are right, over `FOLDER/reports` and `FOLDER/events`.

    Reports with and without a publication date apart: without one, times that count from it cannot be told.
    """
    dated: Counter[str] = Counter()
    undated: Counter[str] = Counter()
    for path in sorted((folder / "reports").glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        events = json.loads((folder / "events" / path.name).read_text(encoding="utf-8"))["events"]
        (dated if report.get("published") else undated).update(_count_days(report, events))
    return {
        name: {"n": counts["n"], **{key: round(counts[key] / counts["n"], 4) for key in ("right", "first", "answered")}}
        for name, counts in (("dated", dated), ("undated", undated))
        if counts["n"]
    }
