import pytest

from tacitus.cli._tally import Tally
from tacitus.model import CodedReport, Rejection
from tests.written import RAIDS, SHELLING, coded

_NO_TEXT = Rejection(source="a.txt", code="I-01", reason="has no text; give one")
_BINARY = Rejection(source="b\x1b[2J.txt", code="I-02", reason="is binary", line=7)


def _heard(capsys: pytest.CaptureFixture[str], *outcomes: CodedReport | Rejection) -> tuple[int, list[str]]:
    with Tally(show_progress=True) as tally:
        n_coded = len(list(tally.coded(outcomes)))
    captured = capsys.readouterr()
    assert captured.out == ""
    return n_coded, captured.err.splitlines()


def test_each_rejection_is_a_line_and_the_sum_is_the_last(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = (coded(SHELLING, RAIDS), _NO_TEXT, coded(), _BINARY, _NO_TEXT)
    assert _heard(capsys, *outcomes) == (
        2,
        [
            "a.txt: I-01 has no text; give one",
            "b␛[2J.txt:7: I-02 is binary",
            "a.txt: I-01 has no text; give one",
            "5 in, 2 coded (2 events), 3 rejected (I-01: 2, I-02: 1)",
        ],
    )


def test_a_long_line_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    long = Rejection(source="a" * 300, code="I-01", reason="b " * 200 + "c")
    assert _heard(capsys, long)[1][0] == str(long)


def test_nothing_in_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert _heard(capsys) == (0, ["0 in, 0 coded (0 events), 0 rejected"])
