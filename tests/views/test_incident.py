"""What a person sees of an incident and of a chain."""

from rich.console import Console

from tacitus.linking import chains, link
from tacitus.model import CodedReport, Incident, IncidentKind, Quantity, Span
from tacitus.views import chain_as_svg, chain_as_terminal, chains_as_html, headline, incident_as_terminal
from tests.linking.written import TEXT, bombing, told


def printed(what: object) -> str:
    console = Console(width=120, no_color=True, highlight=False, markup=False)
    with console.capture() as account:
        console.print(what)
    return account.get()


def report(doc_id: str, killed: Quantity, by: str = "police") -> CodedReport:
    start = TEXT.index(by)
    spans = (Span.of(TEXT, start, start + len(by)),)
    return told(doc_id, bombing(killed=killed, attribution=spans), source=doc_id)


def small(name: str, *causes: str) -> Incident:
    return Incident(id=name, kind=IncidentKind.SINGLE, events=(), category="ASSAULT", responds_to=causes)


def test_an_incident_shows_every_figure_with_its_source_and_whose_word_it_is() -> None:
    linked = link((report("AFP", Quantity(low=2, high=2)), report("BBC", Quantity(low=4))))
    shown = printed(incident_as_terminal(linked.incidents[0], linked.links))
    assert "AFP citing police, Sat 10 Apr 2027" in shown
    assert "at least 4" in shown
    assert "killed: at least 2" in shown
    assert "AFP#e1 – BBC#e1" in shown


def test_one_line_tells_day_act_place_toll_and_reports() -> None:
    (incident,) = link((report("AFP", Quantity(low=2, high=2)),)).incidents
    assert headline(incident) == "Sat 10 Apr 2027 · ASSAULT explosives · Baidoa · killed 2 · 1 report"


def test_what_a_terminal_would_obey_is_shown_and_not_sent() -> None:
    evil = "BBC\x1b[2J"
    linked = link((report(evil, Quantity(low=2, high=2)),))
    assert "\x1b[2J" not in printed(incident_as_terminal(linked.incidents[0]))


def test_in_a_tree_each_answer_stands_under_what_it_answers_and_once_only_with_its_own() -> None:
    (chain,) = chains((small("a"), small("b", "a"), small("c", "a", "b"), small("d", "c")))
    lines = printed(chain_as_terminal(chain)).splitlines()
    assert [line.strip("│├└─ ").split()[0] for line in lines[1:]] == ["a", "b", "c", "d", "c"]
    assert "its answers stand above" in lines[-1]
    (chain,) = chains((small("a"), small("b", "a"), small("c", "a", "b")))
    assert "(stands above too)" in printed(chain_as_terminal(chain)).splitlines()[-1]


def test_a_drawing_has_a_box_for_each_incident_and_a_line_for_each_answer() -> None:
    (chain,) = chains((small("a"), small("b", "a"), small("c", "a", "b")))
    drawing = chain_as_svg(chain)
    assert (drawing.count("<rect"), drawing.count("<path")) == (3, 3)
    assert drawing in chains_as_html([chain])


def test_names_cannot_break_out_of_a_drawing() -> None:
    evil = Incident(id="a", kind=IncidentKind.SINGLE, events=(), category="<script>")
    (chain,) = chains((evil, small("b", "a")))
    assert "<script>" not in chains_as_html([chain])
