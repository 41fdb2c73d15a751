"""Scores clusterings of mentions: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAFe (Luo 2005), CoNLL F1."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from tacitus.analysis import aligned
from tacitus.analysis.agreement import Statistic, Sums, added, f1_each

Cluster = frozenset[Hashable]
MEASURES = ("muc_", "b3_", "ceafe_")


def clusters(labels: Mapping[Hashable, Hashable]) -> list[Cluster]:
    """The mentions that have the same label, cluster by cluster."""
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        groups[label].add(mention)
    return [frozenset(group) for group in groups.values()]


def chain_sums(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> dict[str, float]:
    """Sums of the three measures, of one document or one set of documents. Clusters of one side share no mention."""
    return added(
        (
            _muc("predicted", predicted, gold),
            _muc("gold", gold, predicted),
            _b_cubed("predicted", predicted, gold),
            _b_cubed("gold", gold, predicted),
            _ceaf_entities(gold, predicted),
        )
    )


def chain_statistics(name: str = "") -> Mapping[str, Statistic]:
    """CoNLL F1, the mean of the three F1, and each of them; `name` stands before keys and metrics."""
    each = f1_each(f"{name}{measure}" for measure in MEASURES)

    def conll(sums: Sums) -> float:
        return sum(f1(sums) for f1 in each.values()) / len(each)

    return {f"{name}conll_f1": conll, **each}


def _muc(side: str, clusters: Iterable[Cluster], others: Sequence[Cluster]) -> dict[str, float]:
    """Links of one side that the other side has too, and links in all."""
    hits = links = 0
    for cluster in clusters:
        shared = [len(cluster & other) for other in others if cluster & other]
        n_parts = len(shared) + len(cluster) - sum(shared)
        hits += len(cluster) - n_parts
        links += len(cluster) - 1
    return {f"muc_hits_{side}": hits, f"muc_{side}": links}


def _b_cubed(side: str, clusters: Iterable[Cluster], others: Sequence[Cluster]) -> dict[str, float]:
    hits = n_mentions = 0.0
    for cluster in clusters:
        hits += sum(len(cluster & other) ** 2 for other in others) / len(cluster)
        n_mentions += len(cluster)
    return {f"b3_hits_{side}": hits, f"b3_{side}": n_mentions}


def _ceaf_entities(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> dict[str, float]:
    """Similarity φ4 under the best one-to-one alignment."""
    hits = sum(phi for _, _, phi in aligned(gold, predicted, _phi4))
    return {"ceafe_hits": hits, "ceafe_predicted": len(predicted), "ceafe_gold": len(gold)}


def _phi4(a: Cluster, b: Cluster) -> float:
    return 2 * len(a & b) / (len(a) + len(b))
