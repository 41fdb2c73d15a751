"""The reader: a report in, a reading out, in two passes of the network."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

import numpy as np

from tacitus.model import Happening, Kind, Mention, Reading, Report, Span
from tacitus.reading._calibration import Calibration
from tacitus.reading._candidates import LENIENCE, Floats, Piece, known_pieces, spans_of, with_known
from tacitus.reading._decode import THRESHOLDS, SpanArrays, SpanScores, decide, likeness, read_sectors, span_of
from tacitus.reading._labels import Labels
from tacitus.reading._names import Names
from tacitus.reading._tokens import Ints, Tokens, owners, tokenize, windows

CLS, SEP, PAD = 101, 102, 0
# Windows that go through the encoder at once: more gain nothing on one core, and cost memory.
N_AT_ONCE = 1
# Word pieces whose spans are decided together. The pair scores grow with the square; 4,096 pieces are some
# 3,000 words, longer than nearly all news. A longer text is decided section by section.
SECTION = 4096


class Network(Protocol):
    """The neural network, whatever runs it."""

    labels: Labels
    calibration: Calibration

    def tokens(self, ids: Ints, cases: Ints, outputs: tuple[str, ...]) -> tuple[Floats, ...]:
        """The named outputs for windows of word pieces (n, length)."""
        ...

    def spans(self, arrays: SpanArrays) -> SpanScores:
        """Scores of the spans of one section."""
        ...


class Section(NamedTuple):
    """The candidates of one section of a report, and what the network says of them."""

    scores: SpanScores
    triggers: tuple[Span, ...]
    mentions: tuple[Mention, ...]


class Reader:
    """Reads reports with a network, its tokenizer and the names told as numbers. Keeps nothing between reports."""

    def __init__(self, network: Network, tokenizer: Any, names: Names, *, version: str) -> None:
        self.network = network
        self.tokenizer = tokenizer
        self.names = names
        self.version = version

    @property
    def labels(self) -> Labels:
        """The label sets of the network."""
        return self.network.labels

    def read(self, report: Report, *, known: Sequence[tuple[Kind, Span]] = ()) -> Reading:
        """All mentions and happenings of a report, in order of the text.

        `known` are the mentions that rules found in it. They are mentions whatever the network thinks, times and
        numbers in place of those of its own that overlap them; which event each belongs to is the network's to say.
        """
        sections = self.sections(report, known=known, least=THRESHOLDS.event)
        return _joined([self._calibrated(decide(*section, labels=self.labels)) for section in sections])

    def sections(self, report: Report, *, known: Sequence[tuple[Kind, Span]], least: float) -> Iterator[Section]:
        """Scores and candidates, section by section; of triggers less likely than `least` the category alone."""
        tokens = tokenize(self.tokenizer, report.text, self.names)
        for start in range(0, len(tokens), SECTION):
            section = self._section(report.text, tokens.part(start, start + SECTION), known, least)
            if section:
                yield section

    def tag(self, head: str, text: str) -> tuple[tuple[str, int, int, float], ...]:
        """Spans of a corpus' tag head: (label, start, end, probability), offsets in code points."""
        tokens = tokenize(self.tokenizer, text)
        if not len(tokens):
            return ()
        (scores,) = self._pieces(tokens, (f"tag.{head}",))
        found = []
        for index, label in enumerate(self.labels.tag_heads[head]):
            columns = scores[:, 3 * index : 3 * index + 3]
            spans = ((span_of(piece, text, tokens), p) for piece, p in spans_of(columns, tokens))
            found += [(label, span.start, span.end, p) for span, p in spans]
        return tuple(found)

    def classify(self, head: str, text: str) -> dict[str, float]:
        """Logits of a corpus' text head by label; of a long text the largest over its windows."""
        tokens = tokenize(self.tokenizer, text)
        (scores,) = self._windows(tokens, (f"text.{head}",))
        return dict(zip(self.labels.text_heads[head], scores.max(0).tolist(), strict=True))

    def _section(self, text: str, tokens: Tokens, known: Sequence[tuple[Kind, Span]], least: float) -> Section | None:
        hidden, tags = self._pieces(tokens, ("hidden", "candidates"))
        triggers, mentions = self._candidates(tags.reshape(len(tokens), -1, 3), tokens, known)
        if not triggers:
            return None
        arrays = SpanArrays(
            hidden=hidden,
            triggers=np.array(triggers, dtype=np.int64).reshape(-1, 2),
            mentions=np.array([piece for _, piece, _ in mentions], dtype=np.int64).reshape(-1, 2),
            kinds=np.array([kind for kind, _, _ in mentions], dtype=np.int64),
            likeness=likeness(triggers, text, tokens),
            sentences=tokens.sentences,
            least=np.array(least, dtype=np.float32),
        )
        told = tuple(span_of(piece, text, tokens) for piece in triggers)
        scores = self.network.spans(arrays)
        named = tuple(
            Mention(
                kind=Kind(self.labels.kinds[kind]),
                span=span_of(piece, text, tokens),
                p=p,
                sector=sector if kind == self.labels.kinds.index(Kind.PARTY) else None,
            )
            for (kind, piece, p), sector in zip(mentions, read_sectors(scores.sectors, self.labels), strict=True)
        )
        return Section(scores, told, named)

    def _calibrated(self, reading: Reading) -> Reading:
        sure = (replace(one, p=self.network.calibration(one.p)) for one in reading.happenings)
        return replace(reading, happenings=tuple(sure))

    def _candidates(
        self, scores: Floats, tokens: Tokens, known: Sequence[tuple[Kind, Span]]
    ) -> tuple[tuple[Piece, ...], tuple[tuple[int, Piece, float], ...]]:
        """Triggers, and mentions as (kind, piece, probability); `known` are mentions that rules found."""
        *found, triggers = (spans_of(scores[:, kind], tokens, lenience=LENIENCE) for kind in range(scores.shape[1]))
        told = known_pieces(tokens, known)
        mentions = sorted(
            (piece, index, p)
            for index, (kind, own) in enumerate(zip(map(Kind, self.labels.kinds), found, strict=True))
            for piece, p in with_known(own, tuple(piece for other, piece in told if other is kind), kind)
        )
        return tuple(piece for piece, _ in triggers), tuple((kind, piece, p) for piece, kind, p in mentions)

    def _pieces(self, tokens: Tokens, outputs: tuple[str, ...]) -> tuple[Floats, ...]:
        """Outputs per word piece of the whole text: arrays of shape (n, width)."""
        window, row = owners(windows(len(tokens)), len(tokens))
        return tuple(values[window, row] for values in self._windows(tokens, outputs))

    def _windows(self, tokens: Tokens, outputs: tuple[str, ...]) -> tuple[Floats, ...]:
        """Outputs per window, as the network gives them."""
        ranges = windows(len(tokens))
        batches = [self.network.tokens(ids, cases, outputs) for ids, cases in _batches(tokens, ranges)]
        return tuple(np.concatenate(values) for values in zip(*batches, strict=True))


def _batches(tokens: Tokens, ranges: tuple[tuple[int, int], ...]) -> Iterator[tuple[Ints, Ints]]:
    """Ids and letter cases. The windows of one text are equally long, so that nothing is padded."""
    length = 2 + ranges[0][1] - ranges[0][0]
    for first in range(0, len(ranges), N_AT_ONCE):
        ids, _, cases = window_arrays(tokens, ranges[first : first + N_AT_ONCE], length)
        yield ids, cases


def window_arrays(tokens: Tokens, ranges: tuple[tuple[int, int], ...], length: int) -> tuple[Ints, Ints, Ints]:
    """Ids, mask and letter cases of windows, each (n, length), with [CLS] and [SEP] set and padded."""
    ids = np.full((len(ranges), length), PAD, dtype=np.int64)
    mask, cases = np.zeros_like(ids), np.zeros_like(ids)
    for row, (start, end) in enumerate(ranges):
        n = end - start
        ids[row, : n + 2] = [CLS, *tokens.ids[start:end], SEP]
        mask[row, : n + 2] = 1
        cases[row, 1 : n + 1] = tokens.cases[start:end]
    return ids, mask, cases


def _joined(sections: list[Reading]) -> Reading:
    """One reading of several sections: indices are moved on."""
    mentions: list[Mention] = []
    happenings: list[Happening] = []
    for section in sections:
        shift, answered = len(mentions), len(happenings)
        happenings += [
            replace(
                happening,
                arguments=tuple(
                    replace(argument, mention=argument.mention + shift) for argument in happening.arguments
                ),
                responds_to=tuple(other + answered for other in happening.responds_to),
            )
            for happening in section.happenings
        ]
        mentions += section.mentions
    return Reading(mentions=tuple(mentions), happenings=tuple(happenings))
