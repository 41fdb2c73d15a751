"""Fit the confidence of events to held-out reports: `python -m training.calibrate SCORED`.

SCORED is a folder that `python -m training.evaluate` wrote with the exported model. An event is right if it is paired
with a gold event of its category. The curve is written into the model file, and the reliability diagram into docs/.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray

from tacitus.analysis.agreement import pairs
from tacitus.reading import MODEL_FILE, Calibration, log_odds
from training.diagram import diagram
from training.export import WEIGHTS

Floats = NDArray[np.float64]
KEY = "calibration"
N_BINS = 10
DIAGRAM = Path(__file__).parents[1] / "docs/reliability.svg"


def judged(scored: Path) -> Iterator[tuple[float, bool]]:
    """The confidence of each predicted event, and whether it is right."""
    for path in sorted((scored / "predicted").glob("*.json")):
        gold, predicted = (
            json.loads((scored / side / path.name).read_text())["events"] for side in ("gold", "predicted")
        )
        right = {id(event) for wanted, event in pairs(gold, predicted) if wanted["category"] == event["category"]}
        yield from ((event["confidence"], id(event) in right) for event in predicted)


def fitted(p: Floats, right: Floats) -> Calibration:
    """The curve of greatest likelihood, by Newton's method."""
    odds = np.array([log_odds(value) for value in p])
    inputs = np.stack([odds, np.ones_like(odds)], axis=1)
    weights = np.zeros(2)
    for _ in range(50):
        told = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (told * (1 - told))[:, None]).T @ inputs + 1e-6 * np.eye(2)
        weights -= np.linalg.solve(curvature, inputs.T @ (told - right))
    return Calibration(slope=round(float(weights[0]), 4), shift=round(float(weights[1]), 4))


def table(p: Floats, right: Floats) -> Iterator[tuple[float, float, int]]:
    """Mean confidence, share right and number of events, by tenths of confidence."""
    bins = np.minimum((p * N_BINS).astype(int), N_BINS - 1)
    for index in range(N_BINS):
        inside = bins == index
        if inside.any():
            yield float(p[inside].mean()), float(right[inside].mean()), int(inside.sum())


def error(p: Floats, right: Floats) -> float:
    """Expected calibration error over tenths (Guo et al. 2017)."""
    return sum(abs(told - held) * n for told, held, n in table(p, right)) / len(p)


def main() -> None:
    """Fit, show, and write into the model file."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("scored", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of the model file")
    chosen = parser.parse_args()
    p, right = (np.array(values, dtype=np.float64) for values in zip(*judged(chosen.scored), strict=True))
    curve = fitted(p, right)
    calibrated = np.array([curve(value) for value in p])
    print(f"{len(p)} events, {right.mean():.3f} right")
    print(f"calibration error {error(p, right):.3f} before, {error(calibrated, right):.3f} after")
    rows = tuple(table(calibrated, right))
    for told, held, n in rows:
        print(f"{told:.2f} {held:.2f} {n}")
    DIAGRAM.write_text(diagram(rows, "How often events of each confidence were right"), encoding="utf-8")
    model = onnx.load(chosen.weights / MODEL_FILE)
    kept = [entry for entry in model.metadata_props if entry.key != KEY]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    model.metadata_props.add(key=KEY, value=curve.dumps())
    onnx.save(model, chosen.weights / MODEL_FILE)


if __name__ == "__main__":
    main()
