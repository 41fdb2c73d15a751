from typing import Any

import pytest

from tacitus.analysis.agreement import Tally, estimates, found


def coins(n: int) -> list[Tally]:
    """Documents of which every other is right."""
    return [Tally(document=f"d{i}", sums={"hits": i % 2, "predicted": 1, "gold": 1}) for i in range(n)]


def test_a_figure_is_that_of_the_added_sums() -> None:
    tallies = [
        Tally(document="a", sums={"hits": 1, "predicted": 1, "gold": 1}),
        Tally(document="b", sums={"hits": 1, "predicted": 3, "gold": 1}),
    ]
    by_metric = {figure.metric: figure.value for figure in estimates(tallies, found())}
    assert by_metric == {"f1": pytest.approx(2 / 3), "precision": 0.5, "recall": 1.0}


def test_the_interval_is_that_of_the_binomial() -> None:
    (figure,) = estimates(coins(400), {"recall": found()["recall"]})
    assert figure.value == 0.5
    assert figure.low == pytest.approx(0.5 - 0.049, abs=0.006)
    assert figure.high == pytest.approx(0.5 + 0.049, abs=0.006)


def test_documents_in_any_order_give_the_same_interval() -> None:
    assert estimates(coins(50), found()) == estimates(reversed(coins(50)), found())


def test_sentences_of_one_document_are_drawn_together() -> None:
    apart: Any = estimates(coins(100), {"recall": found()["recall"]})[0]
    together: Any = estimates(
        [Tally(document=f"{tally.sums['hits']}-{i // 10}", sums=tally.sums) for i, tally in enumerate(coins(100))],
        {"recall": found()["recall"]},
    )[0]
    assert together.value == apart.value
    assert together.high - together.low > 1.5 * (apart.high - apart.low)


def test_the_draw_does_not_depend_on_library_versions() -> None:
    """The very bounds, as computed on the day that this test was written."""
    (figure,) = estimates(coins(10), {"recall": found()["recall"]})
    assert (figure.low, figure.high) == (0.2, 0.8)


def test_an_empty_corpus_is_misuse() -> None:
    with pytest.raises(ValueError, match="no documents"):
        estimates([], found())
