"""Teach the heads of whole texts once more, on a finished encoder: `python -m training.heads RUN --corpora DIR`.

In the training of all heads together each corpus of labelled texts is seen a few times, as the encoder needs. The
heads themselves need more: here every text goes through the encoder once, and its heads go over the vectors many times.
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
from training.tasks import TEXT_TASKS, TextExample, text_examples
from training.train import HERE, all_labels, base_tokenizer, load_network

log = logging.getLogger("training")


@torch.inference_mode()
def vectors(network: ReaderNetwork, texts: Sequence[TextExample]) -> list[Tensor]:
    """The vectors of each text's windows, (n_windows, 2 * WIDTH)."""
    return [encode(network, [text.tokens])[0][1].clone() for text in texts]


def teach(head: Scorer, inputs: Sequence[Tensor], texts: Sequence[TextExample], settings: dict[str, Any]) -> None:
    """Go over the texts' vectors in random batches, the rate falling to zero."""
    wanted = torch.stack([torch.from_numpy(text.wanted) for text in texts]).float()
    adam = torch.optim.AdamW(head.parameters(), lr=settings["rate"], weight_decay=settings["weight_decay"])
    n_steps = settings["epochs"] * -(-len(texts) // settings["batch"])
    rates = torch.optim.lr_scheduler.LinearLR(adam, 1.0, 0.0, n_steps)
    chance = torch.Generator().manual_seed(settings["seed"])
    head.train()
    for _ in range(settings["epochs"]):
        for batch in torch.randperm(len(texts), generator=chance).split(settings["batch"]):
            scores = torch.stack([head(inputs[index]).amax(0) for index in batch.tolist()])
            loss = (
                F.cross_entropy(scores, wanted[batch].argmax(-1))
                if texts[0].one_of
                else F.binary_cross_entropy_with_logits(scores, wanted[batch], reduction="sum") / len(batch)
            )
            loss.backward()
            adam.step()
            rates.step()
            adam.zero_grad()
    head.eval()


def main() -> None:
    """Teach all text heads of a training, and write them into its checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.heads", description=__doc__)
    parser.add_argument("run", type=Path, help="folder with checkpoint.pt")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    torch.manual_seed(settings["seed"])
    network, tokenizer = load_network(chosen.run, all_labels()).eval(), base_tokenizer()
    for name in TEXT_TASKS:
        texts = list(text_examples(name, chosen.corpora, "train", tokenizer))
        teach(network.text_heads[name], vectors(network, texts), texts, {**settings["heads"], "seed": settings["seed"]})
        log.info("%s: %d texts", name, len(texts))
    path = chosen.run / "checkpoint.pt"
    state = torch.load(path, weights_only=True)
    torch.save({**state, "network": network.state_dict()}, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


if __name__ == "__main__":
    main()
