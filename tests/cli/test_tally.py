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


def test_what_is_set_aside_or_failed_is_counted_apart(capsys: pytest.CaptureFixture[str]) -> None:
    off = Rejection(source="c.txt", code="S-01", reason="is in another language")
    broke = Rejection(source="r7", code="F-01", reason="could not be coded: KeyError in _x.py:3")
    with Tally(show_progress=False) as tally:
        list(tally.coded((*[off] * 50, coded(), broke, _NO_TEXT)))
        tally.known()
    *told, summary = capsys.readouterr().err.splitlines()
    assert len(told) < 20  # of an archive most may be set aside
    assert told[-2:] == [str(broke), str(_NO_TEXT)]
    assert summary == (
        "54 in, 1 coded (0 events), 1 known, 50 set aside (S-01: 50), 1 rejected (I-01: 1), 1 failed (F-01: 1)"
    )
    assert tally.fell_short


def test_setting_aside_is_no_failure() -> None:
    tally = Tally(show_progress=False)
    list(tally.coded((Rejection(source="c.txt", code="S-01", reason="is in another language"), coded())))
    assert not tally.fell_short


def test_a_terminal_is_told_the_rate_and_how_many_are_to_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    told: list[Rejection] = []
    with Tally(show_progress=True, turned_away=told.append) as tally:
        assert tally.is_shown
        tally.expect(12)
        tally.known()
        list(tally.coded([coded(), _NO_TEXT, *[coded()] * 6]))
        tally._progress.refresh()
    shown = capsys.readouterr().err
    assert " 8/11" in shown
    assert " a second" in shown
    assert told == [_NO_TEXT]
