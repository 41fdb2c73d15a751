"""Times coding beside transformers with random weights in torch: reads JSON on stdin, writes seconds a report."""

import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import cycle

LONGEST = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The measures of a transformer encoder."""

    n_layers: int
    width: int
    n_heads: int
    inner: int
    n_words: int

    def as_dict(self) -> dict[str, int]:
        """As JSON values."""
        return asdict(self)


def main() -> None:
    """Processor seconds a report on one thread: our coding, and each network, in turn, the least of several rounds.

    Processor time, since a machine shared with other work stretches the time on the wall; in turn and the least, since
    that work also empties the caches.
    """
    import torch  # noqa: PLC0415  the measures alone need none

    asked = json.load(sys.stdin)
    torch.set_num_threads(1)
    with torch.inference_mode():
        coding, n_pieces = _coding(asked["texts"])
        runs = {name: _reading(Network(**measures), n_pieces) for name, measures in asked["networks"].items()}
        runs["coding"] = coding
        rounds = [{name: _seconds(run) for name, run in runs.items()} for _ in range(asked["n_rounds"] + 1)]
    print(json.dumps({name: min(told[name] for told in rounds[1:]) for name in runs}))  # the first warms up


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _coding(texts: list[str]) -> tuple[Callable[[], object], int]:
    """Our coding of one report after the other, and how many word pieces a report has on average."""
    from tacitus import flow  # noqa: PLC0415  as above
    from tacitus.model import Report  # noqa: PLC0415
    from tacitus.reading import tokenize  # noqa: PLC0415

    coder = flow.Coder.load()
    reports = [Report.of(text) for text in texts]
    n_pieces = sum(len(tokenize(coder.reader.tokenizer, report.text)) for report in reports)
    turn = cycle(reports)
    return (lambda: flow.one(next(turn), coder)), round(n_pieces / len(reports))


def _reading(network: Network, n_pieces: int) -> Callable[[], object]:
    """A network with random weights that reads a report in as few windows of equal length as fit."""
    import torch  # noqa: PLC0415  as above
    from torch import nn  # noqa: PLC0415

    n_windows = math.ceil(n_pieces / LONGEST)
    words = nn.Embedding(network.n_words, network.width)
    layer = nn.TransformerEncoderLayer(
        network.width, network.n_heads, network.inner, activation="gelu", batch_first=True
    )
    encoder = nn.TransformerEncoder(layer, network.n_layers).eval()
    ids = torch.randint(network.n_words, (n_windows, math.ceil(n_pieces / n_windows)))
    return lambda: encoder(words(ids))


if __name__ == "__main__":
    main()
