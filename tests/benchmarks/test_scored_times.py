"""The scoring of times, on reports made for it."""

import json
from pathlib import Path

import pytest

from benchmarks.times import days, run


def timex(text: str, words: str, value: str) -> dict[str, object]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words, "type": "DATE", "value": value}


def test_a_relaxed_match_shares_characters_and_a_value_is_the_same_string(tmp_path: Path) -> None:
    text = "The talks of late May failed on Friday. The chief was jailed once."
    document = {
        "text": text,
        "dct": {"value": "2023-10-27T10:00"},
        "timexes": [
            timex(text, "May", "2023-05"),
            timex(text, "Friday", "2023-10-20"),
            timex(text, "once", "PAST_REF"),
            {"start": 0, "end": 0, "text": "", "type": "DATE", "value": "2023"},
        ],
    }
    (tmp_path / "tempeval3").mkdir()
    (tmp_path / "tempeval3" / "dev.jsonl").write_text(json.dumps(document), encoding="utf-8")
    scores = run(tmp_path, "dev")
    assert (scores["n_gold"], scores["n_found"]) == (3, 2)
    assert scores["relaxed"] == {"precision": 1.0, "recall": pytest.approx(2 / 3, abs=1e-4), "f1": 0.8}
    assert scores["strict"]["precision"] == 0.5
    assert scores["value"] == {"precision": 0.5, "recall": pytest.approx(1 / 3, abs=1e-4), "f1": 0.4}


def test_days_are_right_only_when_both_ends_are(tmp_path: Path) -> None:
    text = "Shells fell on Thursday and in May."
    times = [
        {"text": "Thursday", "start": 15, "end": 23, "from": "2023-10-26", "to": "2023-10-26"},
        {"text": "May", "start": 31, "end": 34, "from": "2023-05-01", "to": "2023-05-02"},
    ]
    for folder, content in (
        ("reports", {"doc_id": "a", "text": text, "published": "2023-10-27"}),
        ("events", {"doc_id": "a", "events": [{"time": time} for time in times] + [{"time": None}]}),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.json").write_text(json.dumps(content), encoding="utf-8")
    assert days(tmp_path) == {"dated": {"n": 2, "right": 0.5, "first": 1.0, "answered": 1.0}}
