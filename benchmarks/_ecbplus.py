"""ECB+: which of a document's mentions of events are one event.

Mentions are the gold ones of the fully annotated sentences, singletons included, as is usual for this corpus; but
chains are cut at the document, since identity across documents belongs to linking. Gold mentions that the reader did
not find stand alone.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

from benchmarks._chains import Cluster, chain_statistics, chain_sums
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate, Tally, added, estimates, ratio
from tacitus.model import Reading, Report, Span
from training.corpora import ChainedText, Told, ecbplus

# What clusters without reading reach: every mention alone, and mentions of the same words together.
BASELINES: dict[str, Callable[[ChainedText, Told], Hashable]] = {
    "all_alone_": lambda _, mention: mention,
    "same_words_": lambda document, mention: document.text[mention.start : mention.end].lower(),
}


def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """CoNLL F1 and its parts, the share of mentions found as triggers, and what the baselines reach."""
    tallies = [
        _tally(document, system.reader.read(Report.of(document.text, doc_id=document.id)))
        for document in ecbplus(folder, split)
    ]
    baselines = {f"{name}conll_f1": chain_statistics(name)[f"{name}conll_f1"] for name in BASELINES}
    found = {"mentions_found": lambda sums: ratio(sums["found"], sums["mentions"])}
    return estimates(tallies, {**chain_statistics(), **found, **baselines})


def _tally(document: ChainedText, reading: Reading) -> Tally:
    mentions = [mention for mention in document.mentions if mention.is_event]
    gold = clusters(mentions, lambda mention: mention.chain)
    happenings = {mention: happening_of(mention, reading) for mention in mentions}
    read = clusters(mentions, lambda mention: mention if happenings[mention] is None else happenings[mention])
    sums = [chain_sums(gold, read)]
    for name, key in BASELINES.items():
        alone = chain_sums(gold, clusters(mentions, lambda mention, key=key: key(document, mention)))  # type: ignore[misc]
        sums.append({f"{name}{measure}": value for measure, value in alone.items()})
    found = sum(happening is not None for happening in happenings.values())
    return Tally(document=document.id, sums=added((*sums, {"found": found, "mentions": len(mentions)})))


def clusters(mentions: Iterable[Told], key: Callable[[Told], Hashable]) -> list[Cluster]:
    """The mentions that have equal keys together."""
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention in mentions:
        groups[key(mention)].add(mention)
    return [frozenset(group) for group in groups.values()]


def happening_of(mention: Told, reading: Reading) -> int | None:
    """The happening with the trigger that shares most characters with a mention; the first of equals."""
    shared = [
        (_shared(mention, trigger), -index)
        for index, happening in enumerate(reading.happenings)
        for trigger in happening.triggers
    ]
    most, index = max(shared, default=(0, 0))
    return -index if most > 0 else None


def _shared(mention: Told, trigger: Span) -> int:
    return min(mention.end, trigger.end) - max(mention.start, trigger.start)
