"""`tacitus link`, `tacitus incident` and `tacitus chain` on a ledger that holds a story."""

import json
from pathlib import Path

import pytest

from benchmarks.stories import STORIES
from tacitus.ledger import Ledger
from tests.cli.conftest import Run
from tests.ledger.written import add
from training.stories import load_stories

STORY = load_stories(STORIES)[0]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The ledger of a story, linked."""
    path = tmp_path_factory.mktemp("ledger") / "war.db"
    with Ledger.open(path) as ledger:
        add(ledger, *STORY.reports)
        ledger.link()
    return str(path)


def test_link_says_what_it_found_and_is_done_when_nothing_is_new(run: Run, filled: str) -> None:
    result = run("link", filled)
    assert result.exit_code == 0
    assert f"{len(STORY.incidents)} events" in result.stderr
    listed = run("incident", filled, "--format", "text").stdout.splitlines()
    n_shared = sum(" 1 report" not in line for line in listed)
    assert f"{len(listed)} incidents, {n_shared} of them told by several reports" in result.stderr
    assert result.stdout == ""


def test_incidents_are_listed_and_each_shows_who_claims_what(run: Run, filled: str) -> None:
    listed = run("incident", filled, "--format", "text")
    first = next(line for line in listed.stdout.splitlines() if "6 reports" in line)
    shown = run("incident", filled, first.split()[0], "--format", "text", env={"COLUMNS": "200"}).stdout
    assert "Radio Bay citing Al-Shabaab, Sun 11 Apr 2027" in shown
    assert "killed: 13 (claims from 4 to 15)" in shown
    assert "links" in shown


def test_records_hold_the_claims(run: Run, filled: str) -> None:
    rows = [json.loads(line) for line in run("incident", filled).stdout.splitlines()]
    (record,) = map(json.loads, run("incident", filled, rows[0]["id"]).stdout.splitlines())
    assert record["id"] == rows[0]["id"]
    assert {"field", "value", "key"} <= record["claims"][0].keys()


def test_chains_are_listed_and_drawn(run: Run, filled: str, tmp_path: Path) -> None:
    tree = run("chain", filled, "--format", "text").stdout
    assert "ASSAULT explosives" in tree
    assert "COERCE arrest" in tree
    page = tmp_path / "chains.html"
    assert run("chain", filled, "--draw", page).exit_code == 0
    assert page.read_text(encoding="utf-8").count("<rect") == sum(
        len(json.loads(line)["incidents"]) for line in run("chain", filled).stdout.splitlines()
    )


def test_one_chain_is_drawn_as_svg(run: Run, filled: str, tmp_path: Path) -> None:
    longest = json.loads(run("chain", filled).stdout.splitlines()[0])
    drawing = tmp_path / "chain.svg"
    assert run("chain", filled, "--of", longest["incidents"][0], "--draw", drawing).exit_code == 0
    assert drawing.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("command", ["incident", "chain"])
def test_a_ledger_that_was_never_linked_says_how(run: Run, tmp_path: Path, command: str) -> None:
    with Ledger.open(tmp_path / "new.db") as ledger:
        add(ledger, *STORY.reports[:1])
    told = run(command, str(tmp_path / "new.db")).stderr.splitlines()
    assert told == [f"the ledger holds no incidents yet; `tacitus link {tmp_path / 'new.db'}` makes them of its events"]


def test_an_id_in_a_tree_names_its_incident_and_its_chain(run: Run, filled: str) -> None:
    named = run("chain", filled, "--format", "text").stdout.splitlines()[1].strip("│├└─ ").split()[0]
    assert json.loads(run("incident", filled, named).stdout)["id"] == named
    (chain,) = map(json.loads, run("chain", filled, "--of", named).stdout.splitlines())
    assert named in chain["incidents"]


def test_an_incident_in_no_chain_and_a_ledger_without_chains_are_told(run: Run, filled: str, tmp_path: Path) -> None:
    answering = {one for line in run("chain", filled).stdout.splitlines() for one in json.loads(line)["incidents"]}
    listed = [json.loads(line)["id"] for line in run("incident", filled).stdout.splitlines()]
    alone = next(identifier for identifier in listed if identifier not in answering)
    refused = run("chain", filled, "--of", alone)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "is in no chain" in refused.stderr
    with Ledger.open(tmp_path / "empty.db") as ledger:
        ledger.link()
    assert "no chains" in run("chain", str(tmp_path / "empty.db")).stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(("chain", "{ledger}", "--of", "0000"), "0000", id="the chain of an incident that is not there"),
        pytest.param(("chain", "{ledger}", "--draw", "chains.png"), "O-01", id="a drawing of another kind"),
        pytest.param(("incident", "{ledger}", "0000"), "0000", id="an incident that is not there"),
        pytest.param(("chain", "{ledger}", "--of", "0000"), "L-03", id="the chain of one that is not there"),
        pytest.param(("link", "nowhere.db"), "nowhere.db", id="a ledger that is not there"),
    ],
)
def test_misuse_ends_with_one_line(run: Run, filled: str, words: tuple[str, ...], expected: str) -> None:
    result = run(*(word.format(ledger=filled) for word in words))
    assert result.exit_code == 2
    assert expected in result.stderr
    assert len(result.stderr.splitlines()) == 1
