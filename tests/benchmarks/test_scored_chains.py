from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks._chains import chain_statistics, chain_sums
from tacitus.analysis.agreement import found

# The worked example of Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014).
KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


@pytest.mark.parametrize(
    ("measure", "precision", "recall"),
    [("muc_", 2 / 5, 2 / 5), ("b3_", 4 / 8, 35 / 84), ("ceafe_", 1.3 / 3, 1.3 / 2)],
)
def test_the_published_example_scores_as_published(measure: str, precision: float, recall: float) -> None:
    sums = defaultdict(float, chain_sums(KEY, RESPONSE))
    assert found(measure)[f"{measure}precision"](sums) == pytest.approx(precision)
    assert found(measure)[f"{measure}recall"](sums) == pytest.approx(recall)


def test_conll_f1_is_the_mean_of_the_three() -> None:
    statistics = chain_statistics()
    sums = defaultdict(float, chain_sums(KEY, RESPONSE))
    each = [statistics[name](sums) for name in ("muc_f1", "b3_f1", "ceafe_f1")]
    assert statistics["conll_f1"](sums) == pytest.approx(sum(each) / 3)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12).filter(lambda names: len(set(names)) < len(names)))
def test_equal_clusterings_are_perfect(names: list[int]) -> None:
    clusters = [frozenset(i for i, other in enumerate(names) if other == name) for name in sorted(set(names))]
    assert chain_statistics()["conll_f1"](defaultdict(float, chain_sums(clusters, clusters))) == pytest.approx(1)


def test_mentions_that_stand_alone_have_no_link_to_find() -> None:
    alone = [frozenset("a"), frozenset("b")]
    sums = defaultdict(float, chain_sums(alone, alone))
    assert chain_statistics()["muc_f1"](sums) == 0
    assert chain_statistics()["b3_f1"](sums) == 1
