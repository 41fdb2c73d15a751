"""UDS factuality: did what the predicate tells happen, as readers judged?"""

from collections.abc import Iterable
from pathlib import Path

from benchmarks._numbers import number_sums, pearson, sign_accuracy
from benchmarks._system import System, Tag, tag_head
from tacitus.analysis.agreement import Estimate, Sums, Tally, estimates, ratio
from training.corpora import Predicate, uds_factuality

HEAD = "factuality"


def run(folder: Path, split: str, system: System) -> tuple[Estimate, ...]:
    """Pearson's r, and the share on the right side of zero beside what a reader gets who believes everything."""
    tag_head(system.reader, HEAD)
    tallies = []
    for sentence in uds_factuality(folder, split):
        tags = system.reader.tag(HEAD, sentence.text)
        for predicate in sentence.predicates:
            sums = number_sums(predicate.happened, belief(predicate, tags))
            tallies.append(Tally(document=sentence.id, sums={**sums, "true": predicate.happened > 0}))
    return estimates(
        tallies, {"pearson_r": pearson, "accuracy": sign_accuracy, "accuracy_if_all_happened": _if_all_happened}
    )


def belief(predicate: Predicate, tags: Iterable[Tag]) -> float:
    """How sure the tags on the predicate are that it happened, from -1 to 1; 0 without a tag."""
    on_it = [tag for tag in tags if tag[1] < predicate.end and predicate.start < tag[2]]
    happened, not_happened = (
        max((p for label, _, _, p in on_it if label == name), default=0.0) for name in ("happened", "not_happened")
    )
    return happened - not_happened


def _if_all_happened(sums: Sums) -> float:
    return ratio(sums["true"], sums["n"])
