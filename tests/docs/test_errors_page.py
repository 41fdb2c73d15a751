"""Every error has a code of its own and says what it means."""

from collections import Counter

import pytest

from docs import faults
from docs.faults import Fault
from tacitus import errors


@pytest.mark.parametrize("fault", faults.faults(), ids=lambda fault: fault.name)
def test_an_error_says_what_it_means(fault: Fault) -> None:
    assert len(fault.told.split()) >= 4
    assert fault.told.endswith(".")


def test_no_two_errors_share_a_code() -> None:
    codes = Counter(
        fault.code for fault in faults.faults() if not fault.code.endswith("-00")
    )  # a branch shares its own
    assert [code for code, n in codes.items() if n > 1] == []


def test_the_errors_of_the_tree_are_among_them() -> None:
    of_the_tree = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert of_the_tree <= {fault.name for fault in faults.faults()}
