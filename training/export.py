"""Export a trained reader to one int8 ONNX file: `python -m training.export RUN [--out DIR]`.

Both passes are traced on their own and put into one graph, whose parts share no node. Weights of matrix products and
the word embeddings become int8, per channel; everything else stays in float32.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import compose
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tacitus.reading import MODEL_FILE, NAMES_FILE, SPAN_INPUTS, SPAN_OUTPUTS, Labels
from training.names import write_names
from training.network import N_LIKENESS, WIDTH, ReaderNetwork
from training.train import all_labels, base_model, load_network

OPSET = 17
WEIGHTS = Path(__file__).parents[1] / "src/tacitus/reading/weights"
SPANS = "spans/"


class TokenPass(nn.Module):
    """The first pass with all heads that hang on word pieces."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, ...]:
        """All outputs in the order of `token_outputs`."""
        hidden = self.network.encoder(ids, cases)
        whole = self.network.text_vector(hidden, torch.ones_like(hidden[..., 0]))
        tagged = (head(hidden) for head in self.network.tag_heads.values())
        labelled = (head(whole) for head in self.network.text_heads.values())
        return (hidden, self.network.candidates(hidden), *tagged, *labelled)


def token_outputs(labels: Labels) -> list[str]:
    """The names of the first pass' outputs."""
    return [
        "hidden",
        "candidates",
        *(f"tag.{head}" for head in labels.tag_heads),
        *(f"text.{head}" for head in labels.text_heads),
    ]


def export(network: ReaderNetwork, labels: Labels, path: Path) -> None:
    """Write the float32 graph of both passes to `path`."""
    network.eval()
    windows = {0: "n", 1: "length"}
    tokens = _traced(
        TokenPass(network),
        (torch.ones(2, 8, dtype=torch.long),) * 2,
        ["ids", "cases"],
        token_outputs(labels),
        {"ids": windows, "cases": windows},
    )
    span, two = torch.tensor([[0, 1], [2, 4], [5, 6]]), torch.tensor([[1, 3], [4, 5]])
    spans = _traced(
        network.spans,
        (
            torch.randn(9, WIDTH),
            span,
            two,
            torch.tensor([0, 1]),
            torch.zeros(3, 3, N_LIKENESS),
            torch.zeros(9).long(),
            torch.tensor(0.0),
        ),
        list(SPAN_INPUTS),
        list(SPAN_OUTPUTS),
        {
            "hidden_in": {0: "n_tokens"},
            "triggers": {0: "n_triggers"},
            "mentions": {0: "n_mentions"},
            "kinds": {0: "n_mentions"},
            "likeness": {0: "n_triggers", 1: "n_triggers"},
            "sentences": {0: "n_tokens"},
        },
    )
    both = _united(tokens, spans)
    both.metadata_props.add(key="labels", value=labels.dumps())
    onnx.save(both, path)


def _traced(
    module: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str], axes: dict[str, dict[int, str]]
) -> onnx.ModelProto:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "part.onnx"
        torch.onnx.export(
            module,
            inputs,
            path,
            input_names=names,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        return onnx.load(path)


def _united(tokens: onnx.ModelProto, spans: onnx.ModelProto) -> onnx.ModelProto:
    """One model of two graphs that share nothing; inner names of the second get a prefix."""
    spans = compose.add_prefix(spans, SPANS, rename_inputs=False, rename_outputs=False)
    graph = tokens.graph
    graph.node.extend(spans.graph.node)
    graph.initializer.extend(spans.graph.initializer)
    graph.input.extend(spans.graph.input)
    graph.output.extend(spans.graph.output)
    return tokens


def quantise(source: Path, target: Path) -> None:
    """Write the int8 form of the model at `source`. The span network stays in float32: it decides, and costs little."""
    spans = [node.name for node in onnx.load(source).graph.node if node.name.startswith(SPANS)]
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=spans)


def main() -> None:
    """Export the checkpoint of a training."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("run", type=Path, help="folder with checkpoint.pt")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    labels = all_labels()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        float32 = Path(folder) / "float32.onnx"
        export(load_network(chosen.run, labels), labels, float32)
        quantise(float32, chosen.out / MODEL_FILE)
    shutil.copy(base_model() / "tokenizer.json", chosen.out)
    write_names(chosen.out / NAMES_FILE)


if __name__ == "__main__":
    main()
