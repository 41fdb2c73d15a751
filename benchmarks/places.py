"""Places: toponyms of LGL, GeoWebNews and GeoVirus found and resolved; speed of the gazetteer.

    from benchmarks.places import run; run(Path("corpora/geoparsing"), "dev")

What is measured, over the toponyms that have coordinates in the corpus:

gold spans
    acc161: share resolved within 161 km (100 miles) of the corpus's point. acc161_in_geonames: the same over toponyms
    that the corpus links to a GeoNames number, as published figures are. median_km: of the errors of those resolved.
    end to end, from raw text recall161: share of gold toponyms that a found span overlaps and that is resolved within
    161 km; the figure to set beside Mordecai 3's end-to-end accuracy. recall161_without_demonyms: nationality words
    set aside ("Demonym" of GeoWebNews, or a word of our list). precision161: share of found spans that overlap a gold
    toponym and, where that has a point, lie within 161 km of it. f161: the harmonic mean of precision161 and
    recall161. Places inside the names of organisations and words for peoples are looked for too, because the corpora
    count them.

`find` may be any callable like `find_places`, so that a neural tagger can take its place.
A document's part is told by the SHA-256 of its id: even first byte "train" (tuned on), odd "dev"; "all" is both.
"""

import hashlib
import json
import math
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tacitus.earth import kilometres
from tacitus.grounding.places import Gazetteer, find_places, ground_places
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.model import Place, Report, Span

CORPORA = ("lgl", "geowebnews", "geovirus")
ACCEPTED_KM = 161.0
Find = Callable[..., Sequence[Span]]


def run(data: Path, split: str, *, find: Find = find_places, gazetteer: Gazetteer | None = None) -> dict[str, Any]:
    """Figures per corpus of `data`, and timings."""
    started = time.perf_counter()
    places = gazetteer or Gazetteer.load()
    figures: dict[str, Any] = {"load_s": round(time.perf_counter() - started, 4), "gazetteer": places.version}
    for corpus in CORPORA:
        path = next(
            (path for path in (data / f"{corpus}.jsonl", data / "geoparsing" / f"{corpus}.jsonl") if path.exists()),
            None,
        )
        if path:
            figures[corpus] = score(list(documents(path, split)), find, places)
    return figures


def documents(path: Path, split: str) -> Iterator[dict[str, Any]]:
    """The documents of one part."""
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        document = json.loads(line)
        if split in ("all", part_of(str(document["id"]))):
            yield document


def part_of(doc_id: str) -> str:
    """Whether an id falls to "train" or "dev", by its digest."""
    return "dev" if hashlib.sha256(doc_id.encode()).digest()[0] % 2 else "train"


def score(found_in: list[dict[str, Any]], find: Find, gazetteer: Gazetteer) -> dict[str, float]:
    """The figures of one corpus."""
    counts: Counter[str] = Counter()
    errors: list[float] = []
    seconds = 0.0
    for document in found_in:
        gold = [toponym for toponym in document["toponyms"] if usable(toponym, document["text"])]
        report = Report(doc_id=str(document["id"]), text=document["text"])
        spans = [Span.of(report.text, toponym["start"], toponym["end"]) for toponym in gold]
        started = time.perf_counter()
        grounded = ground_places(report, spans, gazetteer=gazetteer)
        seconds += time.perf_counter() - started
        _count_gold(gold, grounded, gazetteer, counts, errors)
        _count_raw(report, gold, find, gazetteer, counts)
    return _figures(counts, errors, seconds)


def usable(toponym: dict[str, Any], text: str) -> bool:
    """Whether the corpus's offsets hold (a few do not)."""
    return 0 <= toponym["start"] < toponym["end"] <= len(text)


def _count_gold(
    gold: list[dict[str, Any]],
    grounded: Sequence[Place | None],
    gazetteer: Gazetteer,
    counts: Counter[str],
    errors: list[float],
) -> None:
    for toponym, place in zip(gold, grounded, strict=True):
        counts["mentions"] += 1
        if toponym.get("lat") is not None:
            away = distance(toponym, place, gazetteer)
            counts["located"] += 1
            counts["within"] += away <= ACCEPTED_KM
            counts["in_geonames"] += bool(toponym.get("geonames_id"))
            counts["in_geonames_within"] += bool(toponym.get("geonames_id")) and away <= ACCEPTED_KM
            if away < math.inf:
                errors.append(away)


def _count_raw(
    report: Report, gold: list[dict[str, Any]], find: Find, gazetteer: Gazetteer, counts: Counter[str]
) -> None:
    spans = tuple(find(report.text, gazetteer=gazetteer, embedded=True, nationalities=True))
    found = list(zip(spans, ground_places(report, spans, gazetteer=gazetteer), strict=True))
    counts["found"] += len(found)
    for span, place in found:
        over = [toponym for toponym in gold if span.start < toponym["end"] and toponym["start"] < span.end]
        counts["overlapping"] += bool(over)
        counts["right"] += any(
            toponym.get("lat") is None or distance(toponym, place, gazetteer) <= ACCEPTED_KM for toponym in over
        )
    for toponym in gold:
        over = [place for span, place in found if span.start < toponym["end"] and toponym["start"] < span.end]
        counts["spanned"] += bool(over)
        if toponym.get("lat") is not None:
            hit = any(distance(toponym, place, gazetteer) <= ACCEPTED_KM for place in over)
            counts["recalled"] += hit
            if not is_demonym(toponym):
                counts["named"] += 1
                counts["named_recalled"] += hit


def is_demonym(toponym: dict[str, Any]) -> bool:
    """Whether a gold toponym is a nationality word."""
    return toponym.get("type") == "Demonym" or key(toponym["phrase"]) in demonyms()


def distance(toponym: dict[str, Any], place: Place | None, gazetteer: Gazetteer) -> float:
    """Kilometres between the corpus's point and a place's; a country has the middle of the land."""
    point = gazetteer.point(place) if place else None
    if point is None:
        return math.inf
    return kilometres((toponym["lat"], toponym["lon"]), point)


def _figures(counts: Counter[str], errors: list[float], seconds: float) -> dict[str, float]:
    recall = counts["recalled"] / max(1, counts["located"])
    precision = counts["right"] / max(1, counts["found"])
    return {
        "n": counts["located"],
        "acc161": round(counts["within"] / max(1, counts["located"]), 4),
        "acc161_in_geonames": round(counts["in_geonames_within"] / max(1, counts["in_geonames"]), 4),
        "median_km": round(statistics.median(errors), 2) if errors else math.nan,
        "span_recall": round(counts["spanned"] / max(1, counts["mentions"]), 4),
        "span_precision": round(counts["overlapping"] / max(1, counts["found"]), 4),
        "recall161": round(recall, 4),
        "precision161": round(precision, 4),
        "f161": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "recall161_without_demonyms": round(counts["named_recalled"] / max(1, counts["named"]), 4),
        "ms_per_mention": round(1000 * seconds / max(1, counts["mentions"]), 3),
    }
