"""ECB+: which mentions of events, in whatever document of the corpus, are one event.

Mentions are the gold ones of the fully annotated sentences, singletons included. The corpus has no dates, few places
and many events that no codebook of conflict knows, so the comparisons of linking do not fit: mentions are compared by
their words, their sentences and their documents. The rest is linking's: a probability for each pair, learnt once, here
on the part `train` alone, and its clustering. Nothing is told of topics: documents of two topics are compared too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from math import log, sqrt
from pathlib import Path

from snowballstemmer import stemmer

from benchmarks._chains import Cluster, chain_statistics, chain_sums, clusters
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate
from tacitus.linking import LEAST_PROBABILITY, cluster
from tacitus.model import EventKey, Link
from training.corpora import ChainedText, Told, ecbplus

# Least cosines of the levels of likeness, from most alike.
DOCUMENTS = (0.5, 0.4, 0.3, 0.25, 0.2, 0.15)
SENTENCES = (0.5, 0.25, 0.1)
# A word that more than one in so many documents of `train` holds names many events.
COMMON = 20
# Added to the pairs of each pattern, in the proportion of all pairs.
PSEUDO_COUNT = 10.0

Vector = Mapping[str, float]
Pattern = tuple[int, ...]
_ENGLISH = stemmer("english")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention with what is compared of it. `number` is its document's."""

    key: EventKey
    chain: str
    topic: str
    number: int
    sentence: int
    trigger: frozenset[str]
    words: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Mentions by document, and how alike the documents are."""

    mentions: tuple[tuple[Mention, ...], ...]
    alike: Mapping[tuple[int, int], float]

    def all(self) -> Iterator[Mention]:
        """The mentions of all documents."""
        return (mention for mentions in self.mentions for mention in mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What `train` teaches.

    `rarity` is the inverse document frequency of each stem; `documents` the share of pairs of documents that have an
    event in common, by level of likeness; `akin` the topics in which two stems name one event; `pairs` the share of
    pairs of one event among those of each pattern.
    """

    rarity: Vector
    documents: Mapping[int, float]
    akin: Mapping[frozenset[str], frozenset[str]]
    pairs: Mapping[Pattern, float]


def run(folder: Path, split: str, _system: System) -> tuple[Estimate, ...]:
    """CoNLL F1 and its parts, and what mentions of the same words together reach."""
    learnt = learn(ecbplus(folder, "train"))
    corpus = _corpus(ecbplus(folder, split), learnt.rarity)
    gold = clusters({mention.key: mention.chain for mention in corpus.all()})
    found = [frozenset(group) for group in cluster((mention.key for mention in corpus.all()), links(corpus, learnt))]
    same_words = clusters({mention.key: mention.trigger for mention in corpus.all()})
    return (*_figures("", gold, found), *_figures("same_words_", gold, same_words))


def learn(documents: Sequence[ChainedText]) -> Learnt:
    """Count what mentions and documents of one event have in common."""
    rarity = _rarity(documents)
    corpus = _corpus(documents, rarity)
    learnt = Learnt(rarity=rarity, documents=_documents(corpus), akin=_akin(corpus), pairs={})
    pairs: Counter[Pattern] = Counter()
    same: Counter[Pattern] = Counter()
    for one, other, pattern in _compared(corpus, learnt):
        pairs[pattern] += 1
        same[pattern] += one.chain == other.chain
    share = same.total() / max(pairs.total(), 1)
    shares = {pattern: (same[pattern] + PSEUDO_COUNT * share) / (n + PSEUDO_COUNT) for pattern, n in pairs.items()}
    return replace(learnt, pairs=shares)


def links(corpus: Corpus, learnt: Learnt) -> Iterator[Link]:
    """A link for each compared pair of some likelihood; a pattern that was never seen links nothing."""
    for one, other, pattern in _compared(corpus, learnt):
        probability = learnt.pairs.get(pattern, 0.0)
        if probability >= LEAST_PROBABILITY:
            left, right = sorted((one.key, other.key))
            yield Link(left=left, right=right, probability=probability)


def _documents(corpus: Corpus) -> Mapping[int, float]:
    pairs: Counter[int] = Counter()
    same: Counter[int] = Counter()
    chains = [{mention.chain for mention in mentions} for mentions in corpus.mentions]
    for (one, other), likeness in corpus.alike.items():
        pairs[_level(likeness, DOCUMENTS)] += 1
        same[_level(likeness, DOCUMENTS)] += not chains[one].isdisjoint(chains[other])
    return {level: same[level] / n for level, n in pairs.items()}


def _akin(corpus: Corpus) -> Mapping[frozenset[str], frozenset[str]]:
    """For two stems the topics in which they name one event."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in corpus.all():
        chains[mention.chain].append(mention)
    topics: dict[frozenset[str], set[str]] = defaultdict(set)
    for mentions in chains.values():
        stems = {stem for mention in mentions for stem in mention.trigger}
        for pair in combinations(stems, 2):
            topics[frozenset(pair)].add(mentions[0].topic)
    return {pair: frozenset(found) for pair, found in topics.items()}


def _compared(corpus: Corpus, learnt: Learnt) -> Iterator[tuple[Mention, Mention, Pattern]]:
    """Pairs within a document and between documents of one cluster, where most events are common to several."""
    for mentions in corpus.mentions:
        for one, other in combinations(mentions, 2):
            yield one, other, _pattern(one, other, -1 if one.sentence == other.sentence else -2, learnt)
    for group in _document_clusters(corpus, learnt):
        for first, second in combinations(group, 2):
            level = _level(corpus.alike[first, second], DOCUMENTS)
            for one in corpus.mentions[first]:
                for other in corpus.mentions[second]:
                    yield one, other, _pattern(one, other, level, learnt)


def _document_clusters(corpus: Corpus, learnt: Learnt) -> list[list[int]]:
    keys = {EventKey(doc_id=str(number), event_id="e1"): number for number in range(len(corpus.mentions))}
    number_of = list(keys)
    made = (
        Link(left=left, right=right, probability=learnt.documents.get(_level(likeness, DOCUMENTS), 0.0))
        for (one, other), likeness in corpus.alike.items()
        for left, right in [sorted((number_of[one], number_of[other]))]
    )
    likely = (link for link in made if link.probability >= LEAST_PROBABILITY)
    return [sorted(keys[key] for key in group) for group in cluster(keys, likely)]


def _pattern(one: Mention, other: Mention, documents: int, learnt: Learnt) -> Pattern:
    sentences = 0 if documents == -1 else _level(_cosine(one.words, other.words), SENTENCES)
    return _triggers(one, other, learnt), documents, sentences


def _triggers(one: Mention, other: Mention, learnt: Learnt) -> int:
    """From 0, nothing in common, to 5, the same rare words."""
    shared = one.trigger & other.trigger
    if not shared:
        pairs = (frozenset((left, right)) for left in one.trigger for right in other.trigger)
        # What is known from a mention's own topic would not be known of a new one.
        return int(any(learnt.akin.get(pair, frozenset()) - {one.topic} for pair in pairs))
    is_rare = max(learnt.rarity.get(stem, COMMON) for stem in shared) > log(COMMON)
    return (4 if one.trigger == other.trigger else 2) + is_rare


def _level(value: float, bounds: Sequence[float]) -> int:
    return sum(value >= bound for bound in bounds)


def _corpus(documents: Sequence[ChainedText], rarity: Vector) -> Corpus:
    vectors = [_vector(document.text, rarity) for document in documents]
    return Corpus(
        mentions=tuple(
            tuple(
                _mention(number, index, mention, document, rarity)
                for index, mention in enumerate(document.mentions)
                if mention.is_event
            )
            for number, document in enumerate(documents)
        ),
        alike={(i, j): _cosine(vectors[i], vectors[j]) for i, j in combinations(range(len(vectors)), 2)},
    )


def _mention(number: int, index: int, mention: Told, document: ChainedText, rarity: Vector) -> Mention:
    inside = (place for place, bounds in enumerate(document.sentences) if bounds[0] <= mention.start < bounds[1])
    sentence = next(inside)
    start, end = document.sentences[sentence]
    rest = f"{document.text[start : mention.start]} {document.text[mention.end : end]}"
    return Mention(
        # Linking keeps events of one report apart, which here are mentions of what may be one event.
        key=EventKey(doc_id=f"{document.id} {index}", event_id="e1"),
        chain=mention.chain,
        topic=document.topic,
        number=number,
        sentence=sentence,
        trigger=frozenset(_stems(document.text[mention.start : mention.end])),
        words=_vector(rest, rarity),
    )


def _rarity(documents: Sequence[ChainedText]) -> Vector:
    """The inverse document frequency of each stem."""
    n_with = Counter(stem for document in documents for stem in set(_stems(document.text)))
    return {stem: log(len(documents) / n) for stem, n in n_with.items()}


def _vector(text: str, rarity: Vector) -> Vector:
    """Stems by tf-idf, of length one; a stem that `train` does not hold is as rare as its rarest."""
    rarest = max(rarity.values())
    weights = {stem: (1 + log(n)) * rarity.get(stem, rarest) for stem, n in Counter(_stems(text)).items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    found: str = _ENGLISH.stemWord(word)
    return found


def _figures(name: str, gold: Sequence[Cluster], found: Sequence[Cluster]) -> Iterator[Estimate]:
    """No intervals: documents that share chains cannot be drawn one by one."""
    sums = defaultdict(float, chain_sums(gold, found))
    for metric, statistic in chain_statistics().items():
        yield Estimate(metric=f"{name}{metric}", value=statistic(sums))
