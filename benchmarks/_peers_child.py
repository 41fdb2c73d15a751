"""Times transformers with random weights in torch: reads JSON with networks on stdin, writes seconds a report."""

import json
import math
import sys
import time
from dataclasses import asdict, dataclass

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
    """Seconds in which each network reads a report once, on one thread, after a first report."""
    import torch  # noqa: PLC0415  the measures alone need none

    asked = json.load(sys.stdin)
    torch.set_num_threads(1)
    told = {
        name: seconds(Network(**measures), round(asked["n_pieces"]), asked["n_reports"])
        for name, measures in asked["networks"].items()
    }
    print(json.dumps(told))


def seconds(network: Network, n_pieces: int, n_reports: int) -> float:
    """Seconds a report, read in as few windows of equal length as fit."""
    import torch  # noqa: PLC0415  as above
    from torch import nn  # noqa: PLC0415

    n_windows = math.ceil(n_pieces / LONGEST)
    words = nn.Embedding(network.n_words, network.width)
    layer = nn.TransformerEncoderLayer(
        network.width, network.n_heads, network.inner, activation="gelu", batch_first=True
    )
    encoder = nn.TransformerEncoder(layer, network.n_layers).eval()
    ids = torch.randint(network.n_words, (n_windows, math.ceil(n_pieces / n_windows)))
    with torch.inference_mode():
        encoder(words(ids))
        start = time.perf_counter()
        for _ in range(n_reports):
            encoder(words(ids))
    return (time.perf_counter() - start) / n_reports


if __name__ == "__main__":
    main()
