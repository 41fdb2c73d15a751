"""Teach the corpora's heads once more, on a finished encoder: `python -m training.heads RUN --corpora DIR`.

In the training of all heads together each corpus is seen a few times, as the encoder needs. The heads themselves need
more: here every text goes through the encoder once, and its head goes over the vectors many times.
"""

import argparse
import logging
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from training.network import ReaderNetwork, Scorer
from training.step import encode
from training.tasks import TAG_TASKS, TEXT_TASKS, TagExample, TextExample, tag_examples, text_examples
from training.train import HERE, all_labels, base_tokenizer, load_network

N_AT_ONCE = 8
log = logging.getLogger("training")
Texts = Sequence[TagExample] | Sequence[TextExample]


@torch.inference_mode()
def vectors(network: ReaderNetwork, texts: Texts) -> list[Tensor]:
    """The vectors of each text's pieces (n_tokens, WIDTH), or those of its windows (n_windows, 2 * WIDTH)."""
    found: list[Tensor] = []
    for first in range(0, len(texts), N_AT_ONCE):
        some = texts[first : first + N_AT_ONCE]
        encoded = encode(network, [text.tokens for text in some])
        for text, (pieces, whole) in zip(some, encoded, strict=True):
            found.append((pieces if isinstance(text, TagExample) else whole).clone())
    return found


def teach(head: Scorer, inputs: Sequence[Tensor], texts: Texts, settings: dict[str, Any]) -> None:
    """Go over the texts' vectors in random batches, the rate falling to zero."""
    adam = torch.optim.AdamW(head.parameters(), lr=settings["rate"], weight_decay=settings["weight_decay"])
    n_steps = settings["epochs"] * -(-len(texts) // settings["batch"])
    rates = torch.optim.lr_scheduler.LinearLR(adam, 1.0, 0.0, n_steps)
    chance = torch.Generator().manual_seed(settings["seed"])
    head.train()
    for _ in range(settings["epochs"]):
        for batch in torch.randperm(len(texts), generator=chance).split(settings["batch"]):
            loss(
                head, [inputs[index] for index in batch.tolist()], [texts[index] for index in batch.tolist()]
            ).backward()
            adam.step()
            rates.step()
            adam.zero_grad()
    head.eval()


def loss(head: Scorer, inputs: Sequence[Tensor], texts: Texts) -> Tensor:
    """The mean loss of some texts of one head."""
    if isinstance(texts[0], TagExample):
        tags = torch.cat([torch.from_numpy(text.tags).flatten() for text in texts])
        return F.cross_entropy(head(torch.cat(list(inputs))).view(-1, 3), tags)
    scores = torch.stack([head(vector).amax(0) for vector in inputs])
    wanted = torch.stack([torch.from_numpy(text.wanted) for text in texts]).float()
    if texts[0].one_of:
        return F.cross_entropy(scores, wanted.argmax(-1))
    return F.binary_cross_entropy_with_logits(scores, wanted, reduction="sum") / len(texts)


def save(network: ReaderNetwork, run: Path) -> None:
    """Put a network into the checkpoint of its training."""
    path = run / "checkpoint.pt"
    state = torch.load(path, weights_only=True)
    torch.save({**state, "network": network.state_dict()}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def main() -> None:
    """Teach all heads of the corpora in a training, and write them into its checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.heads", description=__doc__)
    parser.add_argument("run", type=Path, help="folder with checkpoint.pt")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    torch.manual_seed(settings["seed"])
    network, tokenizer = load_network(chosen.run, all_labels()).eval(), base_tokenizer()
    for sort, heads in (("tag", TAG_TASKS), ("text", TEXT_TASKS)):
        examples = tag_examples if sort == "tag" else text_examples
        for name in (name for name in heads if name in settings[f"{sort}_heads"]["names"]):
            texts = list(examples(name, chosen.corpora, "train", tokenizer))
            head = (network.tag_heads if sort == "tag" else network.text_heads)[name]
            teach(head, vectors(network, texts), texts, {**settings[f"{sort}_heads"], "seed": settings["seed"]})
            log.info("%s: %d texts", name, len(texts))
    save(network, chosen.run)


if __name__ == "__main__":
    main()
