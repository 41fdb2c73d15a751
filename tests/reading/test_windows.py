"""Long texts are read whole, in windows that overlap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tacitus.reading import WINDOW, owners, windows


@given(st.integers(0, 5000))
def test_windows_cover_every_piece(n_tokens: int) -> None:
    ranges = windows(n_tokens)
    assert {index for start, end in ranges for index in range(start, end)} == set(range(n_tokens))
    assert all(end - start <= WINDOW - 2 for start, end in ranges)


@given(st.integers(1, 5000))
def test_every_piece_is_read_from_a_window_that_holds_it(n_tokens: int) -> None:
    ranges = windows(n_tokens)
    window, row = owners(ranges, n_tokens)
    starts = np.array([start for start, _ in ranges])
    ends = np.array([end for _, end in ranges])
    assert (starts[window] + row - 1 == np.arange(n_tokens)).all()
    assert (np.arange(n_tokens) < ends[window]).all()


def test_a_piece_in_an_overlap_is_read_where_it_stands_further_inside() -> None:
    n_tokens = WINDOW + 100
    (_, first_end), (second_start, _) = windows(n_tokens)
    window, _ = owners(windows(n_tokens), n_tokens)
    assert window[second_start] == 0
    assert window[first_end - 1] == 1
