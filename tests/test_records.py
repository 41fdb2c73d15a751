import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from tacitus import records
from tacitus.errors import RecordError
from tacitus.model import CodedReport, Event, Rejection
from tests.written import CODED, EVENTS, RAIDS, SHELLING, TEXT, coded


@cache
def _validator() -> jsonschema.Draft202012Validator:
    found = records.schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found, format_checker=jsonschema.FormatChecker())


@given(CODED)
def test_a_coded_report_survives_the_round_trip_through_json(report: CodedReport) -> None:
    line = records.as_line(report)
    record = records.from_record(json.loads(line))
    assert record == records.CodedRecord.of(report)
    assert record.with_text(report.report.text) == report


@given(EVENTS)
def test_an_event_survives_the_round_trip(event: Event) -> None:
    assert records.event_from_record(json.loads(json.dumps(records.event_as_record(event)))) == event


@given(CODED)
def test_every_record_is_valid_under_the_schema(report: CodedReport) -> None:
    _validator().validate(json.loads(records.as_line(report)))


@given(CODED)
def test_a_line_is_one_line_that_any_stream_can_hold(report: CodedReport) -> None:
    line = records.as_line(report)
    assert len(line.splitlines()) == 1
    assert line.encode("utf-8")


def test_the_keys_are_those_of_the_annotation_guide() -> None:
    record = records.as_record(coded(SHELLING))
    event = record["events"][0]
    assert list(record) == [
        "doc_id", "published", "title", "source", "text_sha256", "share_read", "events", "remarks", "versions",
    ]  # fmt: skip
    assert event["time"] == {
        "text": "late on Tuesday", "start": TEXT.index("late"), "end": TEXT.index("late") + 15,
        "from": "2021-03-02", "to": "2021-03-02", "precision": "day", "timex": "2021-03-02",
    }  # fmt: skip
    assert event["killed"] == {
        "text": "at least four", "start": TEXT.index("at least"), "end": TEXT.index("at least") + 13,
        "low": 4, "high": None,
    }  # fmt: skip
    assert event["count"] == {"low": 1, "high": 1}
    assert (event["place"]["lat"], event["place"]["lon"], event["place"]["precision"]) == (1.5, -2.25, "exact")


def test_what_the_report_does_not_say_is_left_out() -> None:
    event = records.event_as_record(RAIDS)
    assert not {"acled", "recipients", "weapons", "killed", "injured", "attribution", "claimed_by"} & set(event)
    assert event["place"] == {"name": "Orlava region", "precision": "region"}
    assert None not in event.values()


def test_a_missing_publication_date_is_null() -> None:
    assert records.as_record(coded(published=None))["published"] is None


def test_terminal_controls_in_the_text_are_escaped() -> None:
    line = records.as_line(coded(remarks=("\x1b[31m red \x9b31m \u2028 \udc80",)))
    assert line.isascii()
    assert json.loads(line)["remarks"] == ["\x1b[31m red \x9b31m \u2028 \udc80"]


def test_unknown_keys_are_passed_over() -> None:
    record = {**records.as_record(coded(SHELLING)), "new": 1}
    assert records.from_record(record) == records.CodedRecord.of(coded(SHELLING))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"category": None}, "category: .*string.*got None"),
        ({"trigger": {"text": "abc", "start": 0, "end": 2}}, "trigger: .*does not fill"),
        ({"time": {"from": "2021-03-04", "to": "2021-03-01"}}, "time: .*runs forward"),
        ({"realis": "maybe"}, "realis: .*'occurred'.*got 'maybe'"),
    ],
    ids=["null-category", "span", "interval", "realis"],
)
def test_a_faulty_event_is_refused_by_name(change: dict[str, object], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        records.event_from_record({**records.event_as_record(SHELLING), **change})


def test_the_schema_refuses_what_reading_refuses() -> None:
    record = records.as_record(coded(SHELLING))
    del record["events"][0]["time"]["from"]
    assert not _validator().is_valid(record)
    with pytest.raises(RecordError, match=r"events\.0\.time\.from"):
        records.from_record(record)


def test_a_record_is_not_joined_to_another_text() -> None:
    with pytest.raises(RecordError, match="SHA-256"):
        records.CodedRecord.of(coded()).with_text(TEXT + " ")


def test_writing_a_record_loads_no_pydantic() -> None:
    program = "import sys, tacitus.records; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_file_of_records_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text(f"{records.as_line(coded(SHELLING))}\n\n{records.as_line(coded(RAIDS))}\n", encoding="utf-8")
    assert list(records.load(path)) == [records.CodedRecord.of(coded(SHELLING)), records.CodedRecord.of(coded(RAIDS))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is no JSON"),
        ("[1]", "is no JSON object, got [1]"),
        ("[" * 100_000, "is no JSON"),
        ('{"doc_id": "a"}', "text_sha256: Field required"),
    ],
    ids=["broken", "list", "deep", "unlike"],
)
def test_a_line_that_is_no_record_is_rejected_and_the_others_read(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "coded.jsonl"
    path.write_text(f"{line}\n{records.as_line(coded())}\n", encoding="utf-8")
    faulty, sound = records.load(path)
    assert isinstance(faulty, Rejection)
    assert (faulty.code, faulty.line) == ("J-01", 1)
    assert faulty.reason.startswith(reason)
    assert sound == records.CodedRecord.of(coded())


def test_a_file_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"J-01: .*none\.jsonl cannot be read"):
        list(records.load(tmp_path / "none.jsonl"))
