"""Teach some heads of the corpora layers of their own: `python -m training.own RUN --corpora DIR`.

In the training of all heads together the encoder serves the events. These corpora ask for other spans and other
classes, so their heads get copies of its layers, taught by them alone; what goes into the first layer stays as it is.
"""

import argparse
import logging
import tomllib
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.heads import loss, save
from training.network import CHANCE, N_OWN, OWN_LAYERS, ReaderNetwork
from training.schedule import TaskExample, batches
from training.step import encode, masked
from training.tasks import TagExample
from training.train import HERE, all_labels, base_tokenizer, load_network, rising_and_falling, task_texts

log = logging.getLogger("training")


def teach(network: ReaderNetwork, texts: Mapping[str, Sequence[TaskExample]], settings: dict[str, Any]) -> None:
    """Go over the texts of all heads in random batches of one head each."""
    rng = np.random.default_rng(settings["seed"])
    some = [
        batch
        for head, examples in texts.items()
        for _ in range(settings["epochs"][head])
        for batch in batches(examples, settings["batch_pieces"], rng)
    ]
    steps = [some[index] for index in rng.permutation(len(some))]
    network.own = deepcopy(network.encoder.layers[-N_OWN:])
    for parameter in network.encoder.parameters():
        parameter.requires_grad_(False)
    layers = list(network.own.parameters())
    heads = [parameter for head in texts for parameter in _head(network, head).parameters()]
    adam = torch.optim.AdamW(
        [{"params": layers, "lr": settings["layer_rate"]}, {"params": heads, "lr": settings["head_rate"]}],
        weight_decay=settings["weight_decay"],
    )
    rates = rising_and_falling(adam, len(steps), settings["warmup"])
    CHANCE.generator = torch.Generator().manual_seed(settings["seed"])
    network.train()
    for index, batch in enumerate(steps):
        part = _loss(network, [masked(text, rng, settings["masked"]) for text in batch])
        part.backward()
        torch.nn.utils.clip_grad_norm_([*layers, *heads], 1.0)
        adam.step()
        rates.step()
        adam.zero_grad()
        if index % 200 == 0:
            log.info("step %d of %d: %s %.3f", index, len(steps), batch[0].head, float(part.detach()))
    network.eval()


def _head(network: ReaderNetwork, name: str) -> torch.nn.Module:
    return network.tag_heads[name] if name in network.tag_heads else network.text_heads[name]


def _loss(network: ReaderNetwork, texts: Sequence[TaskExample]) -> Tensor:
    encoded = encode(network, [text.tokens for text in texts], own=True)
    vectors = [pieces if isinstance(texts[0], TagExample) else whole for pieces, whole in encoded]
    return loss(_head(network, texts[0].head), vectors, texts)


def main() -> None:
    """Teach the layers, and write them into the checkpoint of a training."""
    parser = argparse.ArgumentParser(prog="python -m training.own", description=__doc__)
    parser.add_argument("run", type=Path, help="folder with checkpoint.pt")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    torch.manual_seed(settings["seed"])
    network = load_network(chosen.run, all_labels())
    texts = task_texts(chosen.corpora, OWN_LAYERS, base_tokenizer())
    teach(network, texts, {**settings["own_layers"], "seed": settings["seed"], "masked": settings["masked"]})
    save(network, chosen.run)


if __name__ == "__main__":
    main()
