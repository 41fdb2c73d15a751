"""Each benchmark with a reader that knows the answers, and with one that is silent."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from benchmarks import BENCHMARKS, MissingHeadError
from benchmarks._system import Tag
from tacitus.analysis.agreement import Estimate
from tacitus.model import (
    Argument,
    CodedReport,
    Event,
    Happening,
    Kind,
    Mention,
    Reading,
    Realis,
    Report,
    Role,
    Span,
    Versions,
)
from tacitus.reading import Labels
from tests.written_corpora import INDIA, REPORT, SAID, SENTENCE, write_corpora

LABELS = Labels(
    categories=(),
    modes=(),
    acled=(),
    realis=(),
    kinds=(),
    roles=(),
    sectors=(),
    tag_heads={
        "re3d": ("Organisation", "Location"),
        "cameo_ner": ("source", "target", "reciprocal"),
        "muc4": ("perp_ind", "perp_org", "target", "victim", "weapon"),
        "polnear": ("source", "cue", "content"),
        "tempeval3": ("timex", "event"),
        "factuality": ("happened", "not_happened"),
    },
    text_heads={
        "india_police_events": INDIA,
        "satp": ("armed_assault", "bombing_or_explosion", "kidnapping", "other"),
        "insight_crime": tuple(f"topic_{number}" for number in range(7)),
        "cameo_class": ("neutral_statement", "material_conflict"),
    },
)
TAGS: dict[tuple[str, str], tuple[Tag, ...]] = {
    # The second place is less likely than the party that it overlaps.
    ("re3d", SENTENCE): (
        ("Organisation", 0, 6, 0.9),
        ("Location", 0, 14, 0.4),
        ("Location", 27, 33, 0.8),
    ),
    ("cameo_ner", SENTENCE): (("source", 0, 6, 0.9),),
    ("muc4", REPORT): (
        ("perp_ind", 0, 6, 0.9),
        ("perp_org", 49, 59, 0.9),
        ("target", 15, 23, 0.9),
    ),
    ("polnear", SAID): (
        *(
            (label, SAID.index(words), SAID.index(words) + len(words), 1.0)
            for label, words in (
                ("source", "the governor"),
                ("cue", "said"),
                ("content", "Shells fell"),
                ("content", "and killed"),
            )
        ),
    ),
    ("tempeval3", SENTENCE): (("timex", 37, 43, 0.9), ("event", 7, 14, 0.9), ("event", 19, 23, 0.9)),
    ("factuality", "They didn't fight."): (("not_happened", 12, 17, 0.9), ("happened", 12, 17, 0.3)),
    ("factuality", "They fled."): (("happened", 5, 9, 0.7),),
}
HOLDS = {
    ("india_police_events", "Police held two."): {"ARREST"},
    ("satp", SENTENCE): {"armed_assault", "bombing_or_explosion"},
    ("insight_crime", SENTENCE): {"topic_3"},
    ("cameo_class", SENTENCE): {"material_conflict"},
}


def reading(text: str, triggers: tuple[tuple[str, ...], ...], arguments: Mapping[str, Role]) -> Reading:
    """A reading with these happenings, the first of which has the arguments."""

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    mentions = tuple(Mention(kind=Kind.PARTY, span=span(words), p=0.9) for words in arguments)
    roles = tuple(Argument(role=role, mention=number, p=0.9) for number, role in enumerate(arguments.values()))
    happenings = tuple(
        Happening(
            category="ASSAULT",
            triggers=tuple(map(span, words)),
            realis=Realis.OCCURRED,
            arguments=roles if number == 0 else (),
            p=0.9,
        )
        for number, words in enumerate(triggers)
    )
    return Reading(mentions=mentions, happenings=happenings)


class Knowing:
    """Gives the right answers to the written corpora."""

    labels = LABELS

    def tag(self, head: str, text: str) -> tuple[Tag, ...]:
        return TAGS[head, text]

    def classify(self, head: str, text: str) -> dict[str, float]:
        holds = HOLDS.get((head, text), set())
        return {label: 5.0 if label in holds else -5.0 for label in LABELS.text_heads[head]}

    def read(self, report: Report) -> Reading:
        if report.text == SENTENCE:
            return reading(report.text, (("shelled",),), {"Rebels": Role.ACTOR, "the port": Role.RECIPIENT})
        return reading(report.text, (("shelled", "shelling"), ("fire",)), {})


class Silent(Knowing):
    """Finds nothing."""

    def tag(self, _head: str, _text: str) -> tuple[Tag, ...]:
        return ()

    def classify(self, head: str, _text: str) -> dict[str, float]:
        return dict.fromkeys(LABELS.text_heads[head], -5.0)

    def read(self, _report: Report) -> Reading:
        return Reading(mentions=(), happenings=())


class FakeSystem:
    def __init__(self, reader: Knowing) -> None:
        self.reader = reader

    def code(self, text: str, *, published: date | None = None) -> CodedReport:
        report = Report.of(text, published=published)
        event = Event(id="p1", category="ASSAULT", trigger=Span.of(text, 7, 14), confidence=0.75)
        versions = Versions(code="0", model="0", codebook="0", gazetteer="0")
        return CodedReport(report=report, events=(event,), versions=versions)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    write_corpora(folder)
    return folder


def run(name: str, data: Path, reader: Knowing) -> dict[str, float]:
    benchmark = BENCHMARKS[name]
    figures: tuple[Estimate, ...] = benchmark.run(data / benchmark.folder, "dev", FakeSystem(reader))
    return {figure.metric: figure.value for figure in figures}


PERFECT = {
    "re3d": ("f1", "Organisation_f1", "Location_f1"),
    "cameo_ner": ("f1",),
    "muc4": ("f1", "perp_org_f1"),
    "india_police_events": ("example_f1", "micro_f1", "accuracy"),
    "satp": ("micro_f1", "example_f1"),
    "insight_crime": ("example_f1",),
    "cameo_class": ("accuracy",),
    "polnear": ("source_f1", "source_partial_f1", "cue_f1", "content_f1", "content_partial_f1"),
    "tempeval3": ("event_f1",),
    "uds_factuality": ("pearson_r", "accuracy"),
    "wikievents": ("triggers_f1", "arguments_f1"),
    "ecbplus": ("conll_f1", "mentions_found"),
}


@pytest.mark.parametrize(("name", "metrics"), PERFECT.items(), ids=PERFECT)
def test_right_answers_are_perfect(data: Path, name: str, metrics: tuple[str, ...]) -> None:
    figures = run(name, data, Knowing())
    assert {metric: figures[metric] for metric in metrics} == pytest.approx(dict.fromkeys(metrics, 1))


@pytest.mark.parametrize("name", [name for name in PERFECT if name not in ("ecbplus", "cameo_class")])
def test_silence_scores_nothing(data: Path, name: str) -> None:
    assert run(name, data, Silent())[PERFECT[name][0]] == 0


def test_silence_leaves_every_mention_alone(data: Path) -> None:
    figures = run("ecbplus", data, Silent())
    assert figures["conll_f1"] == figures["all_alone_conll_f1"] < 1
    assert figures["mentions_found"] == 0


def test_headline_figures_are_measured(data: Path) -> None:
    for name in PERFECT:
        headline = set(BENCHMARKS[name].headline)
        assert headline
        assert headline <= set(run(name, data, Knowing()))


def test_a_head_that_was_not_trained_is_named(data: Path) -> None:
    with pytest.raises(MissingHeadError, match="crossner_politics"):
        run("crossner_politics", data, Knowing())


def test_a_gold_folder_is_coded_and_scored(tmp_path: Path) -> None:
    for name, content in (
        ("reports", {"text": SENTENCE, "published": "2016-01-05"}),
        ("events", {"events": [{"id": "e1", "category": "ASSAULT", "realis": "occurred", "trigger": TRIGGER}]}),
    ):
        (tmp_path / "gold" / name).mkdir(parents=True)
        (tmp_path / "gold" / name / "r1.json").write_text(json.dumps(content))
    figures = run("gold", tmp_path, Silent())
    assert figures["events_f1"] == figures["slots_f1"] == 1
    assert figures["confidence_ece"] == 0.25


TRIGGER = {"text": "shelled", "start": 7, "end": 14}
