"""ECB+: which mentions of events, in whatever document of the corpus, are one event.

Mentions are the gold ones of the fully annotated sentences, singletons included; of the gold mentions of parties, times
and places nothing is used. The corpus has no dates, few places and many events that no codebook of conflict knows, so
the comparisons of linking do not fit: mentions are compared by what _ecbplus_pairs.py names, and scored by trees that
are no part of the product, taught once, on the part `train` alone. Only the clustering is linking's: the figure says
nothing of how linking compares. Nothing is told of topics: documents of two topics are compared too.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks._chains import Cluster, chain_statistics, chain_sums, clusters
from benchmarks._ecbplus_pairs import Corpus, Knowledge, Pairs, knowledge, pairs, read
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate
from tacitus.linking import LEAST_PROBABILITY, cluster
from tacitus.model import Link
from training.corpora import ecbplus


def run(folder: Path, split: str, _system: System) -> tuple[Estimate, ...]:
    """CoNLL F1 and its parts, and what mentions of the same words together reach."""
    documents = ecbplus(folder, "train")
    known = knowledge(documents)
    model = _learnt(read(documents, known), known)
    corpus = read(ecbplus(folder, split), known)
    keys = [mention.key for mention in corpus.mentions]
    gold = clusters({mention.key: mention.chain for mention in corpus.mentions})
    found = [frozenset(group) for group in cluster(keys, _links(corpus, pairs(corpus, known), model))]
    same_words = clusters({mention.key: mention.trigger for mention in corpus.mentions})
    return (*_figures("", gold, found), *_figures("same_words_", gold, same_words))


def _learnt(corpus: Corpus, known: Knowledge) -> Any:
    """Boosted trees in scikit-learn's own settings: none was tuned, on `train` or on anything else."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415  heavy, and needed here alone

    compared = pairs(corpus, known)
    chains = [mention.chain for mention in corpus.mentions]
    same = [chains[one] == chains[other] for one, other in zip(compared.one, compared.other, strict=True)]
    return HistGradientBoostingClassifier(random_state=0).fit(compared.features, same)


def _links(corpus: Corpus, compared: Pairs, model: Any) -> Iterator[Link]:
    """A link for each compared pair of some likelihood."""
    probabilities = model.predict_proba(compared.features)[:, 1]
    for one, other, probability in zip(compared.one, compared.other, probabilities, strict=True):
        if probability >= LEAST_PROBABILITY:
            left, right = sorted((corpus.mentions[one].key, corpus.mentions[other].key))
            yield Link(left=left, right=right, probability=float(probability))


def _figures(name: str, gold: Sequence[Cluster], found: Sequence[Cluster]) -> Iterator[Estimate]:
    """No intervals: documents that share chains cannot be drawn one by one."""
    sums = defaultdict(float, chain_sums(gold, found))
    for metric, statistic in chain_statistics().items():
        yield Estimate(metric=f"{name}{metric}", value=statistic(sums))
