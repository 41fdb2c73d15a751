"""One span from a report's text to an exported row and back, as docs/architecture.md tells it."""

import csv
from datetime import date
from pathlib import Path

from tacitus import records
from tacitus.codebook import load_codebook
from tacitus.coding import assemble
from tacitus.export import write
from tacitus.grounding import ground
from tacitus.grounding.parties import Registry
from tacitus.grounding.places import Gazetteer
from tacitus.ledger import Ledger, Run
from tacitus.model import (
    Argument,
    ClaimField,
    CodedReport,
    Happening,
    Kind,
    Mention,
    Reading,
    Realis,
    Report,
    Role,
    Span,
)
from tests.written import VERSIONS

TEXT = "Rebels shelled the town on Monday, killing at least four people, the governor said."
REPORT = Report(doc_id="harim-1", text=TEXT, published=date(2016, 11, 8), source="Levant Wire")


def words(told: str) -> Span:
    return Span.of(TEXT, TEXT.index(told), TEXT.index(told) + len(told))


READING = Reading(
    mentions=(
        Mention(kind=Kind.NUMBER, span=words("at least four"), p=0.9),
        Mention(kind=Kind.PARTY, span=words("the governor"), p=0.9),
    ),
    happenings=(
        Happening(
            category="ASSAULT",
            triggers=(words("shelled"),),
            realis=Realis.OCCURRED,
            arguments=(
                Argument(role=Role.KILLED, mention=0, p=0.9),
                Argument(role=Role.ATTRIBUTION, mention=1, p=0.9),
            ),
            p=0.9,
        ),
    ),
)


def test_a_span_goes_through_the_house_unchanged_and_leads_back(tmp_path: Path) -> None:
    grounding = ground(REPORT, READING, gazetteer=Gazetteer.load(), registry=Registry.load())
    (event,) = assemble(READING, grounding, codebook=load_codebook())
    assert event.killed is grounding.quantities[0]
    assert event.killed is not None
    assert (event.killed.low, event.killed.high, event.killed.span) == (4, None, words("at least four"))

    coded = CodedReport(report=REPORT, events=(event,), versions=VERSIONS)
    assert records.from_line(records.as_line(coded)).with_text(TEXT) == coded

    with Ledger.open(tmp_path / "war.db") as ledger:
        ledger.add(coded, Run.begun(VERSIONS))
        ledger.link()
        write(ledger.incidents().entries(), tmp_path / "events.csv", to="csv")
        with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as lines:
            (row,) = csv.DictReader(lines)
        assert [row[name] for name in ("killed", "killed_low", "killed_high")] == ["4", "4", ""]
        assert (row["killed_words"], row["attribution"]) == ("at least four", "the governor")

        (claim,) = ledger.incident(row["id"]).incident.claims_of(ClaimField.KILLED)
        assert claim.value == event.killed
        (span,) = claim.spans
        text = ledger.report(row["reports"]).report.text
        assert text[span.start : span.end] == span.text == row["killed_words"]
