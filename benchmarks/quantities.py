"""Quantities: bounds of annotated numbers, numbers found in raw text, and the written sentences.

Three measures. `given`: the annotated spans of killed, injured and count, and the share whose lower bound (and both
bounds) come out as annotated. `found`: in the raw text, the share of annotated killed and injured spans that
`find_quantities` finds as such (recall), and the share of its whole figures of the dead and hurt that agree with an
annotated span or value of the same report (precision; annotators mark one mention of a figure, so that figures told
again in other words, and harm outside the coded events, count against it). `written`: sentences of our own, right where
every number has its span, bounds, sort, group and relation, and none is found besides.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tacitus.grounding.quantities import CountedNumber, find_quantities, ground_quantities
from tacitus.model import Report, Span

SENTENCES = Path(__file__).parent.parent / "tests" / "grounding" / "quantities" / "sentences.tsv"
HARM = ("killed", "injured")
_EXPECTED = re.compile(
    r"(?P<words>.+)=(?P<bounds>\S+) (?P<counted>\w+)"
    r"(?: (?P<group>civilians|soldiers|police|fighters|attackers))?(?: (?P<relation>of|corrects) (?P<other>.+))?"
)


class Expected(NamedTuple):
    """One number of a written sentence; a group of None is not asked for."""

    words: str
    low: int | None
    high: int | None
    counted: str
    group: str | None
    relation: str | None
    other: str | None


class Sentence(NamedTuple):
    part: str
    text: str
    numbers: tuple[Expected, ...]


def run(data: Path, split: str) -> dict[str, Any]:
    """Scores of the annotated reports in `data/gold` (dev) or `data/pool` (train): `reports/` and `events/`."""
    folder = data / ("pool" if split == "train" else "gold")
    sentences = read_sentences(SENTENCES)
    written = {
        part: score_sentences([one for one in sentences if one.part == part])[0] for part in ("tuned", "held", "fresh")
    }
    return {
        **score_annotated(folder),
        "written": {**written, "all": score_sentences(sentences)[0], "n": len(sentences)},
    }


def score_annotated(folder: Path) -> dict[str, Any]:
    """Scores of `given` and `found` over a folder of annotated reports."""
    counts: Counter[str] = Counter()
    for report, events in _annotated(folder):
        _count_given(report, events, counts)
        _count_found(report, events, counts)
    return {
        "given": {field: _shares(counts, field) for field in (*HARM, "count") if counts[f"{field} given"]},
        "found": {
            field: {
                "recall": _ratio(counts[f"{field} hit"], counts[f"{field} gold"]),
                "precision": _ratio(counts[f"{field} agrees"], counts[f"{field} found"]),
                "n": counts[f"{field} gold"],
            }
            for field in HARM
        },
    }


def _shares(counts: Counter[str], field: str) -> dict[str, Any]:
    n = counts[f"{field} given"]
    return {"low": _ratio(counts[f"{field} low"], n), "both": _ratio(counts[f"{field} both"], n), "n": n}


def _ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _annotated(folder: Path) -> Iterator[tuple[Report, list[dict[str, Any]]]]:
    for path in sorted((folder / "events").glob("*.json")):
        record = json.loads((folder / "reports" / path.name).read_text(encoding="utf-8"))
        yield Report(doc_id=path.stem, text=record["text"]), json.loads(path.read_text(encoding="utf-8"))["events"]


def _fields(events: Iterable[dict[str, Any]], names: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, event[name]) for event in events for name in names if event.get(name)]


def _count_given(report: Report, events: list[dict[str, Any]], counts: Counter[str]) -> None:
    fields = [(name, value) for name, value in _fields(events, (*HARM, "count")) if value.get("start") is not None]
    spans = [Span.of(report.text, value["start"], value["end"]) for _, value in fields]
    for (name, value), quantity in zip(fields, ground_quantities(report, spans), strict=True):
        low = quantity is not None and quantity.low == value["low"]
        counts[f"{name} given"] += 1
        counts[f"{name} low"] += low
        counts[f"{name} both"] += low and quantity is not None and quantity.high == value["high"]


def _count_found(report: Report, events: list[dict[str, Any]], counts: Counter[str]) -> None:
    annotated = _fields(events, HARM)
    found = find_quantities(report.text) if annotated else ()
    spans = {(name, value["start"], value["end"]) for name, value in annotated if value.get("start") is not None}
    for name, start, end in spans:
        counts[f"{name} gold"] += 1
        counts[f"{name} hit"] += any(
            _touches(number, start, end) and number.counted in (name, "casualties") for number in found
        )
    for number in found:
        name = number.counted.value
        if name in HARM and number.part_of is None:
            same = any(name == field and number.low == value["low"] for field, value in annotated)
            counts[f"{name} found"] += 1
            counts[f"{name} agrees"] += same or any(name == field and _touches(number, *at) for field, *at in spans)


def _touches(number: CountedNumber, start: int, end: int) -> bool:
    span = number.quantity.span
    return span is not None and span.start < end and start < span.end


def read_sentences(path: Path) -> list[Sentence]:
    """The written sentences; the head of the file tells its form."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Sentence(part, text, tuple(_expected(expected))) for part, text, expected in rows]


def _expected(numbers: str) -> Iterator[Expected]:
    for number in () if numbers == "-" else numbers.split(" | "):
        match = _EXPECTED.fullmatch(number)
        if not match:
            raise ValueError(f"not a number of a written sentence: {number!r}; see the head of the file")
        bounds = match["bounds"]
        low, high = (
            bounds.split("..") if ".." in bounds else (bounds.rstrip("+"), "" if bounds.endswith("+") else bounds)
        )
        whose = (match["counted"], match["group"], match["relation"], match["other"])
        yield Expected(match["words"], int(low) if low else None, int(high) if high else None, *whose)


def score_sentences(sentences: Sequence[Sentence]) -> tuple[float, tuple[str, ...]]:
    """The share of sentences that come out wholly right, and the texts of the others."""
    wrong = tuple(sentence.text for sentence in sentences if not _is_right(sentence))
    return _ratio(len(sentences) - len(wrong), len(sentences)), wrong


def _is_right(sentence: Sentence) -> bool:
    found = find_quantities(sentence.text)
    if len(found) != len(sentence.numbers):
        return False
    told = [_as_expected(number, found) for number in found]
    return all(
        wanted == (one if wanted.group else one._replace(group=None))
        for wanted, one in zip(sentence.numbers, told, strict=True)
    )


def _as_expected(number: CountedNumber, found: Sequence[CountedNumber]) -> Expected:
    other = number.part_of if number.part_of is not None else number.corrects
    relation = None if other is None else "of" if number.part_of is not None else "corrects"
    return Expected(
        words=number.quantity.text or "",
        low=number.low,
        high=number.high,
        counted=number.counted.value,
        group=number.group.value if number.group else None,
        relation=relation,
        other=found[other].quantity.text if other is not None else None,
    )
