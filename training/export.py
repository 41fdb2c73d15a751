"""Export a trained reader to one int8 ONNX file: `python -m training.export RUN [--out DIR]`.

Each pass is traced on its own and put into one graph, whose parts share no node. Weights of matrix products and
the word embeddings become int8, per channel; everything else stays in float32. In the end each part stands behind a
condition of its own (ONNX' `If`), because onnxruntime computes a whole graph whatever is asked of it.
"""

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnx import compose, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from tacitus.reading import HEAD_INPUTS, MODEL_FILE, NAMES_FILE, PARTS, SPAN_INPUTS, SPAN_OUTPUTS, Labels
from training.names import write_names
from training.network import N_LIKENESS, N_OWN, WIDTH, ReaderNetwork, through
from training.train import all_labels, base_model, load_network

OPSET = 17
WEIGHTS = Path(__file__).parents[1] / "src/tacitus/reading/weights"
HEADS, SPANS = "heads/", "spans/"


class TokenPass(nn.Module):
    """The first pass: word pieces to vectors and scores of candidates."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`hidden`, `candidates`, and `lower`: what goes into the last layers."""
        lower = self.network.encoder.lower(ids, cases)
        hidden = through(self.network.encoder.layers[-N_OWN:], lower)
        return hidden, self.network.candidates(hidden), lower


class HeadPass(nn.Module):
    """The heads of the corpora on the vectors of windows."""

    def __init__(self, network: ReaderNetwork, outputs: Sequence[str]) -> None:
        super().__init__()
        self.network, self.outputs = network, outputs

    def forward(self, hidden: Tensor, lower: Tensor) -> tuple[Tensor, ...]:
        """The scores of all heads."""
        own = through(self.network.own, lower)
        return tuple(self.network.corpus_scores(output, hidden, own) for output in self.outputs)


def export(network: ReaderNetwork, labels: Labels, path: Path) -> None:
    """Write the float32 graph of all passes to `path`."""
    network.eval()
    windows = {0: "n", 1: "length"}
    tokens = _traced(
        TokenPass(network),
        (torch.ones(2, 8, dtype=torch.long),) * 2,
        ["ids", "cases"],
        ["hidden", "candidates", "lower"],
        {"ids": windows, "cases": windows},
    )
    outputs = [*(f"tag.{head}" for head in labels.tag_heads), *(f"text.{head}" for head in labels.text_heads)]
    heads = _traced(
        HeadPass(network, outputs),
        (torch.randn(2, 8, WIDTH), torch.randn(2, 8, WIDTH)),
        list(HEAD_INPUTS),
        outputs,
        {name: {0: "n_windows", 1: "window_length"} for name in HEAD_INPUTS},
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
    whole = _united(_united(tokens, heads, HEADS), spans, SPANS)
    whole.metadata_props.add(key="labels", value=labels.dumps())
    onnx.save(whole, path)


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


def _united(whole: onnx.ModelProto, part: onnx.ModelProto, prefix: str) -> onnx.ModelProto:
    """One model of two graphs that share nothing; inner names of the second get a prefix."""
    part = compose.add_prefix(part, prefix, rename_inputs=False, rename_outputs=False)
    graph = whole.graph
    graph.node.extend(part.graph.node)
    graph.initializer.extend(part.graph.initializer)
    graph.input.extend(part.graph.input)
    graph.output.extend(part.graph.output)
    return whole


def quantise(source: Path, target: Path) -> None:
    """Write the int8 form of the model at `source`."""
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True)


def gate(path: Path) -> None:
    """Put each part of the model at `path` behind a condition: an input of its name, a boolean.

    Where it is false the part's outputs are empty, and the part is not computed.
    """
    model = onnx.load(path)
    graph = model.graph
    nodes, weights = list(graph.node), {weight.name: weight for weight in graph.initializer}
    del graph.node[:], graph.initializer[:]
    for part in PARTS:
        outputs = [output for output in graph.output if _part(output.name) == part]
        own = _behind(outputs, nodes)
        held = [weights[name] for name in weights if any(name in node.input for node in own)]
        graph.input.append(helper.make_tensor_value_info(part, onnx.TensorProto.BOOL, []))
        graph.node.append(
            helper.make_node(
                "If",
                [part],
                [output.name for output in outputs],
                name=part,
                then_branch=_renamed(helper.make_graph(own, f"{part}_done", [], outputs, held)),
                else_branch=_empty(part, outputs),
            )
        )
    onnx.checker.check_model(model)
    onnx.save(model, path)


def weights_of(model: onnx.ModelProto) -> list[onnx.TensorProto]:
    """The weights of all parts of a gated model, to read or to change in place."""
    return [
        weight
        for node in model.graph.node
        for attribute in node.attribute
        if attribute.name == "then_branch"
        for weight in attribute.g.initializer
    ]


def _part(output: str) -> str:
    if output in SPAN_OUTPUTS:
        return "spans"
    return "heads" if "." in output else "tokens"


def _behind(outputs: Sequence[onnx.ValueInfoProto], nodes: Sequence[onnx.NodeProto]) -> list[onnx.NodeProto]:
    """The nodes that the outputs hang on, in their order."""
    wanted, found = {output.name for output in outputs}, []
    for node in reversed(nodes):
        if wanted & set(node.output):
            wanted |= set(node.input)
            found.append(node)
    return found[::-1]


def _renamed(branch: onnx.GraphProto) -> onnx.GraphProto:
    """The branch with other names for its outputs: a name may stand once in a graph and those that hold it."""
    outputs = {output.name for output in branch.output}
    for node in branch.node:
        for names in (node.input, node.output):
            names[:] = [f"{name}_done" if name in outputs else name for name in names]
    for output in branch.output:
        output.name = f"{output.name}_done"
    return branch


def _empty(part: str, outputs: Sequence[onnx.ValueInfoProto]) -> onnx.GraphProto:
    """A branch with empty outputs of the same types and ranks."""
    nodes, infos = [], []
    for output in outputs:
        kind, name = output.type.tensor_type.elem_type, f"{output.name}_none"
        shape = [0] * len(output.type.tensor_type.shape.dim)
        nodes.append(helper.make_node("Constant", [], [name], value=helper.make_tensor(name, kind, shape, [])))
        infos.append(helper.make_tensor_value_info(name, kind, shape))
    return helper.make_graph(nodes, f"{part}_none", [], infos)


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
        gate(chosen.out / MODEL_FILE)
    shutil.copy(base_model() / "tokenizer.json", chosen.out)
    write_names(chosen.out / NAMES_FILE)


if __name__ == "__main__":
    main()
