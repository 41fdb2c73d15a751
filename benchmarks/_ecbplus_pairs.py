"""What is compared of two mentions of events, where nothing but the words of their documents is known."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from snowballstemmer import stemmer

from tacitus.model import EventKey
from training.corpora import ChainedText, Told

# The least cosine of two documents whose mentions are compared. On `train` 28 % of pairs between 0.15 and 0.2 are of
# one subtopic, 6 % of those between 0.1 and 0.15.
ALIKE = 0.15
# Characters of a document's beginning, which says what it is about.
N_LEAD = 400
# Words on either side that stand near a trigger.
N_NEAR = 4

_ENGLISH = stemmer("english")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
# A word with a capital that does not begin a sentence.
_NAME = re.compile(r"(?<![.!?\"'] )(?<!^)\b[A-Z]\w+")

Stems = frozenset[str]
Likeness = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention of an event; `document` and `sentence` are numbers. The words are those of its sentence around it."""

    key: EventKey
    chain: str
    topic: str
    document: int
    sentence: int
    trigger: Stems
    words: tuple[str, ...]
    near: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What `train` teaches about words.

    `rarities` are the inverse document frequencies of stems; `akin` has the topics in which two stems name one event.
    """

    rarities: Mapping[str, float]
    rarest: float
    akin: Mapping[Stems, frozenset[str]]

    def rarity(self, stem: str) -> float:
        """Of a stem that `train` does not hold, that of the rarest it does."""
        return self.rarities.get(stem, self.rarest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Mentions, and how alike two documents are: by all words, by names, and by their beginnings."""

    mentions: tuple[Mention, ...]
    documents: Likeness
    names: Likeness
    leads: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of mentions by their indices, and what is compared of each, a row a pair."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    features: Likeness


def knowledge(documents: Sequence[ChainedText]) -> Knowledge:
    """Count words, and which of them name one event."""
    n_with = Counter(stem for document in documents for stem in set(_stems(document.text)))
    rarities = {stem: log(len(documents) / n) for stem, n in n_with.items()}
    chains: dict[str, list[Stems]] = defaultdict(list)
    topics: dict[str, str] = {}
    for document in documents:
        for mention in document.mentions:
            if mention.is_event:
                chains[mention.chain].append(frozenset(_stems(document.text[mention.start : mention.end])))
                topics[mention.chain] = document.topic
    akin: dict[Stems, set[str]] = defaultdict(set)
    for chain, triggers in chains.items():
        for pair in combinations(sorted(frozenset[str]().union(*triggers)), 2):
            akin[frozenset(pair)].add(topics[chain])
    return Knowledge(
        rarities=rarities,
        rarest=max(rarities.values()),
        akin={pair: frozenset(found) for pair, found in akin.items()},
    )


def read(documents: Sequence[ChainedText], known: Knowledge) -> Corpus:
    """The mentions of events of the documents, and how alike these are."""
    return Corpus(
        mentions=tuple(
            _mention(number, index, mention, document)
            for number, document in enumerate(documents)
            for index, mention in enumerate(document.mentions)
            if mention.is_event
        ),
        documents=_cosines([_stems(document.text) for document in documents], known),
        names=_cosines([_names(document.text) for document in documents], known),
        leads=_cosines([_stems(document.text[:N_LEAD]) for document in documents], known),
    )


def pairs(corpus: Corpus, known: Knowledge) -> Pairs:
    """All pairs of one document, and of documents that are somewhat alike."""
    mentions = corpus.mentions
    document = np.array([mention.document for mention in mentions])
    sentence = np.array([mention.sentence for mention in mentions])
    one, other = np.triu_indices(len(mentions), 1)
    left, right = document[one], document[other]
    near = (left == right) | (corpus.documents[left, right] >= ALIKE)
    one, other, left, right = one[near], other[near], left[near], right[near]
    of_one = left == right
    columns = [
        corpus.documents[left, right],
        corpus.names[left, right],
        corpus.leads[left, right],
        of_one,
        of_one & (sentence[one] == sentence[other]),
        *(_cosines(bags, known)[one, other] for bags in _bags(mentions)),
        *_triggers(mentions, one, other, known),
    ]
    return Pairs(one=one, other=other, features=np.column_stack(columns).astype(np.float32))


def _bags(mentions: Sequence[Mention]) -> tuple[list[Iterable[str]], ...]:
    return (
        [mention.trigger for mention in mentions],
        [mention.words for mention in mentions],
        [mention.near for mention in mentions],
        [mention.names for mention in mentions],
        [mention.numbers for mention in mentions],
    )


def _triggers(
    mentions: Sequence[Mention], one: NDArray[np.int64], other: NDArray[np.int64], known: Knowledge
) -> tuple[Likeness, Likeness, Likeness]:
    """Whether the triggers are the same, how rare their rarest common stem is, and in how many topics they are akin."""
    made = np.zeros((3, len(one)), dtype=np.float32)
    for index, (left, right) in enumerate(zip(one, other, strict=True)):
        made[:, index] = _of_triggers(mentions[left], mentions[right], known)
    return made[0], made[1], made[2]


def _of_triggers(one: Mention, other: Mention, known: Knowledge) -> tuple[float, float, float]:
    shared = one.trigger & other.trigger
    if shared:
        return one.trigger == other.trigger, max(map(known.rarity, shared)), 0
    topics = frozenset[str]().union(
        *(known.akin.get(frozenset((left, right)), ()) for left in one.trigger for right in other.trigger)
    )
    # What is known from a mention's own topic would not be known of a new one.
    return 0, 0, len(topics - {one.topic})


def _cosines(bags: Sequence[Iterable[str]], known: Knowledge) -> Likeness:
    """How alike bags of words are, by tf-idf; nothing is like an empty one."""
    columns: dict[str, int] = {}
    entries = [
        (row, columns.setdefault(word, len(columns)), (1 + log(n)) * known.rarity(word))
        for row, bag in enumerate(bags)
        for word, n in Counter(bag).items()
    ]
    rows, places, weights = zip(*entries, strict=True) if entries else ((), (), ())
    matrix = csr_matrix((weights, (rows, places)), shape=(len(bags), max(len(columns), 1)), dtype=np.float32)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    cosines: Likeness = (matrix @ matrix.T).toarray()
    lengths[lengths == 0] = 1
    return cosines / lengths[:, None] / lengths[None, :]


def _mention(number: int, index: int, mention: Told, document: ChainedText) -> Mention:
    inside = (place for place, bounds in enumerate(document.sentences) if bounds[0] <= mention.start < bounds[1])
    sentence = next(inside)
    start, end = document.sentences[sentence]
    before, after = document.text[start : mention.start], document.text[mention.end : end]
    return Mention(
        # Linking keeps events of one report apart, which here are mentions of what may be one event.
        key=EventKey(doc_id=f"{document.id} {index}", event_id="e1"),
        chain=mention.chain,
        topic=document.topic,
        document=number,
        sentence=sentence,
        trigger=frozenset(_stems(document.text[mention.start : mention.end])),
        words=tuple(_stems(f"{before} {after}")),
        near=tuple(_stems(before)[-N_NEAR:] + _stems(after)[:N_NEAR]),
        names=tuple(_names(document.text[start:end])),
        numbers=tuple(_NUMBER.findall(f"{before} {after}")),
    )


def _names(text: str) -> list[str]:
    return [name.lower() for name in _NAME.findall(text)]


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    found: str = _ENGLISH.stemWord(word)
    return found
