from datetime import date
from pathlib import Path

import pytest

from tacitus.model import Event, Interval, Party, Place, PlacePrecision, Quantity, Realis, Rejection, Report, Span
from training.standoff import (
    Annotation,
    AnnotationError,
    format_annotation,
    load_reports,
    read_annotations,
    read_notes,
    scan_annotations,
    write_annotations,
)
from training.standoff._quoting import quotes, without_quoting_notes
from training.standoff._show import shown

TEXT = "A drone hit the pier at Port Ardo on Monday, killing two, officials said. The strike answered an earlier raid."
REPORT = Report(doc_id="ardo", text=TEXT, published=date(2024, 5, 7))
REPORTS = {"ardo": REPORT}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def evidence(words: str) -> dict[str, object]:
    found = span(words)
    return {"text": found.text, "start": found.start, "end": found.end}


RAID = Event(id="e2", category="ASSAULT", trigger=span("raid"), realis=Realis.ALLEGED)
STRIKE = Event(
    id="e1",
    category="ASSAULT",
    mode=("drone", "aerial"),
    acled="Air/drone strike",
    trigger=span("hit"),
    mentions=(span("strike"),),
    actors=(Party(name="Navy of Ardonia", country="ARD", sector="MIL"),),
    recipients=(Party(name="pier and dock", **evidence("the pier")),),
    place=Place(
        name="Port Ardo", country="ARD", lat=1.5, lon=-20.25, precision=PlacePrecision.NEAR, **evidence("Port Ardo")
    ),
    time=Interval(from_=date(2024, 5, 6), to=date(2024, 5, 6), **evidence("Monday")),
    weapons=(span("A drone"),),
    killed=Quantity(low=2, high=2, **evidence("two")),
    injured=Quantity(low=3, high=None),
    count=Quantity(low=2, high=4),
    attribution=(span("officials"),),
    claimed_by=(span("officials"),),
    responds_to=("e2",),
    note="the wounded follow from the context",
)
ANNOTATION = Annotation(report=REPORT, events=(STRIKE, RAID))


def stored(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "b00.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "b00.txt"
    write_annotations([ANNOTATION, Annotation(report=REPORT, events=())], path)
    assert list(read_annotations(path, REPORTS)) == [ANNOTATION, Annotation(report=REPORT, events=())]
    assert list(read_annotations(tmp_path, REPORTS)) == list(read_annotations(path, REPORTS))


def test_an_annotation_holds_offsets_and_no_words() -> None:
    written = format_annotation(ANNOTATION)
    assert written.splitlines()[:3] == [
        f"doc ardo 2024-05-07 {REPORT.sha256}",
        "e1 ASSAULT drone,aerial occurred acled=Air/drone strike",
        "  t 8-11",
    ]
    assert "e2 ASSAULT - alleged\n  t 105-109\n" in written
    assert "Monday" not in written
    assert "officials" not in written


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("  t 4-9999", "offset 9999 lies beyond the text"),
        ("  t 9-4", "at least one character"),
        ("  t four", "wanted offsets"),
        ("  q 4-9", "unknown key 'q'"),
        ("  d 4-9 = 2024-13-01", "month must be in 1..12"),
        ("  d 4-9 = 2024-05-06 2024-05-01", "runs forward"),
        ("  a 4-9 = Navy", "NAME | COUNTRY | SECTOR"),
        ("  k 4-9 = 5 2", "bounds run upward"),
        ("  x e9", "e1 responds to e9"),
        ("e1 ASSAULT - occurred", "e1 is the id of two events"),
        ("e2 ASSAULT - occurred", "e2 has no trigger"),
        ("e2 ASSAULT", "ID CATEGORY MODES REALIS"),
        ("e2 ASSAULT - maybe", "'maybe' is not a valid Realis"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, line: str, reason: str) -> None:
    trigger = [] if line.startswith("  t") else ["  t 8-11"]
    path = stored(tmp_path, f"doc ardo - {REPORT.sha256}", "e1 ASSAULT - occurred", *trigger, line)
    with pytest.raises(AnnotationError, match=rf"b00\.txt:\d: N-01 .*{reason.replace('|', '.')}"):
        list(read_annotations(path, REPORTS))


def test_a_field_before_an_event_is_a_fault(tmp_path: Path) -> None:
    path = stored(tmp_path, f"doc ardo - {REPORT.sha256}", "  t 8-11")
    with pytest.raises(AnnotationError, match=r"b00\.txt:2: N-01 a field stands before"):
        list(read_annotations(path, REPORTS))


@pytest.mark.parametrize(
    ("head", "code"),
    [(f"doc ardo - {'0' * 64}", "N-03"), (f"doc other - {REPORT.sha256}", "N-02"), ("doc ardo", "N-01")],
    ids=["another text", "no such report", "no digest"],
)
def test_an_annotation_of_another_text_is_refused(tmp_path: Path, head: str, code: str) -> None:
    found = list(scan_annotations(stored(tmp_path, head, f"doc ardo - {REPORT.sha256}"), REPORTS))
    assert isinstance(found[0], Rejection)
    assert (found[0].code, found[0].line) == (code, 1)
    assert isinstance(found[1], Annotation)


NOTES = """# comments and blank lines are passed over

doc ardo
e1 ASSAULT drone,aerial
  t: hit << drone hit
  m: strike; raid#1
  a: A drone = Navy of Ardonia | ARD | MIL
  r: the pier
  p: Port Ardo = Port Ardo | ARD | 1.5 -20.25 | near
  d: Monday = 2024-05-06
  k: two = 2
  i: - = 3 -
  s: officials
  x: e2, e1
  acled: Air/drone strike
e2 ASSAULT alleged
  t: earlier raid
  p: - = | | | country
"""


def test_notes_are_found_in_the_text(tmp_path: Path) -> None:
    (annotation,) = read_notes(stored(tmp_path, NOTES), REPORTS)
    assert isinstance(annotation, Annotation)
    first, second = annotation.events
    assert (first.trigger, first.mentions) == (span("hit"), (span("strike"), span("raid")))
    assert (first.mode, first.realis, first.acled) == (("drone", "aerial"), Realis.OCCURRED, "Air/drone strike")
    assert first.recipients == (Party(name="the pier", **evidence("the pier")),)
    assert first.place == STRIKE.place
    assert (first.killed, first.injured) == (Quantity(low=2, high=2, **evidence("two")), Quantity(low=3))
    assert first.responds_to == ("e2", "e1")
    assert (second.realis, second.place) == (Realis.ALLEGED, None)


@pytest.mark.parametrize("line", ["  t: sank", "  m: strike#2", "  q: pier", "not an event"])
def test_a_line_of_notes_that_cannot_be_read_is_rejected(tmp_path: Path, line: str) -> None:
    found = list(read_notes(stored(tmp_path, "doc ardo", "e1 ASSAULT", "  t: hit", line), REPORTS))
    assert [item.line for item in found if isinstance(item, Rejection)] == [4]


def test_a_note_may_not_quote_its_report() -> None:
    assert not quotes("two killed when the drone hit the quay", TEXT)
    assert quotes("the drone hit the pier at noon", TEXT)
    quoting = Event(id="e3", category="ASSAULT", trigger=span("hit"), note="a drone hit the pier")
    kept = without_quoting_notes(Annotation(report=REPORT, events=(STRIKE, quoting)))
    assert [event.note for event in kept.events] == [STRIKE.note, None]


def test_showing_puts_the_words_beside_their_offsets() -> None:
    assert "  t 8-11 “hit”\n" in shown(ANNOTATION)
    assert "  d 37-43 “Monday” = 2024-05-06\n" in shown(ANNOTATION)


def test_reports_are_loaded_with_their_dates(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        '{"doc_id": "a", "text": "x", "published": null}',
        '{"doc_id": "b", "text": "y", "published": "2024-05-07"}',
    )
    assert [report.published for report in load_reports(path).values()] == [None, date(2024, 5, 7)]
