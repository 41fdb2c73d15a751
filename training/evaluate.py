"""Score a training on the reports that it held out: `python -m training.evaluate RUN --reports FILE… --hold-out N`.

Writes gold and predicted records, coded as the product codes them; `training.calibrate` reads such.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from tacitus.codebook import load_codebook
from tacitus.flow import Coder, one
from tacitus.grounding.parties import Registry
from tacitus.grounding.places import Gazetteer
from tacitus.model import Versions
from tacitus.reading import MODEL_FILE, Reader, load_reader
from tacitus.records import as_record, event_as_record
from training.names import known_names
from training.standoff import Annotation, load_reports, read_annotations
from training.torch_network import TorchNetwork
from training.train import HERE, N_FOLDS, WRITTEN, all_labels, base_tokenizer, fold, load_network

UNVERSIONED = Versions(code="", model="", codebook="", gazetteer="")


def reader_of(run: Path) -> Reader:
    """The reader of a training's folder, or of a folder with an exported model."""
    if (run / MODEL_FILE).exists():
        return load_reader(run)
    labels = all_labels()
    return Reader(TorchNetwork(load_network(run, labels), labels), base_tokenizer(), known_names(), version="")


def held_out(annotations: Path, reports: Sequence[Path], folds: Sequence[int]) -> list[Annotation]:
    """The annotated and the written reports of some tenths."""
    texts = {doc_id: report for path in (*reports, WRITTEN) for doc_id, report in load_reports(path).items()}
    return [one for one in read_annotations(annotations, texts) if fold(one.doc_id) in folds]


def write(annotations: list[Annotation], reader: Reader, out: Path) -> None:
    """Write gold and predicted records of reports to `out`/gold and `out`/predicted."""
    coder = Coder(
        reader=reader,
        codebook=load_codebook(),
        gazetteer=Gazetteer.load(),
        registry=Registry.load(),
        versions=UNVERSIONED,
    )
    for name in ("gold", "predicted"):
        (out / name).mkdir(parents=True, exist_ok=True)
    for annotation in annotations:
        coded = one(annotation.report, coder)
        gold = {"doc_id": annotation.doc_id, "events": [event_as_record(event) for event in annotation.events]}
        (out / "gold" / f"{annotation.doc_id}.json").write_text(json.dumps(gold), encoding="utf-8")
        (out / "predicted" / f"{annotation.doc_id}.json").write_text(json.dumps(as_record(coded)), encoding="utf-8")


def main() -> None:
    """Write records of the held-out reports."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--reports", type=Path, nargs="+", required=True)
    parser.add_argument("--annotations", type=Path, default=HERE / "annotations")
    parser.add_argument("--hold-out", type=int, nargs="+", choices=range(N_FOLDS), required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    annotations = held_out(chosen.annotations, chosen.reports, chosen.hold_out)
    write(annotations, reader_of(chosen.run), chosen.out)


if __name__ == "__main__":
    main()
