from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.written_corpora import SENTENCE, write_corpora
from training import corpora


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    write_corpora(folder)
    return folder


def words(text: str, spans: Iterable[Any]) -> list[tuple[str, str]]:
    return [(span.label, text[span.start : span.end]) for span in spans]


def test_entities_of_re3d_are_spans_in_order_of_the_text(data: Path) -> None:
    first, _ = corpora.re3d(data / "re3d", "dev")
    assert first.text == SENTENCE
    assert words(first.text, first.spans) == [("Organisation", "Rebels"), ("Location", "Orlava")]
    assert [first.text[start:end] for start, end in first.tokens] == SENTENCE.split()


def test_sentences_of_the_bbc_are_marked_non_commercial(data: Path) -> None:
    assert [(text.origin, text.non_commercial) for text in corpora.re3d(data / "re3d", "dev")] == [
        ("CENTCOM", False),
        ("BBC Online", True),
    ]


def test_other_tagged_sentences(data: Path) -> None:
    (politics,) = corpora.crossner_politics(data / "crossner_politics", "dev")
    assert len(politics.spans) == 2
    (cameo,) = corpora.cameo_ner(data / "cameo", "dev")
    assert words(cameo.text, cameo.spans) == [("source", "Rebels")]


@pytest.mark.parametrize(
    ("name", "folder", "wanted"),
    [
        ("cameo_class", "cameo", [("material_conflict",)]),
        ("india_police_events", "india_police_events", [(), ("ARREST",)]),
        ("satp", "satp", [("armed_assault", "bombing_or_explosion")]),
        ("insight_crime", "insight_crime", [("topic_3",)]),
        ("ceha", "ceha", [("relevant", "Other")]),
        ("ngec_synthetic", "ngec_synthetic", [("ASSAULT", "primitive"), ("AID",)]),
    ],
)
def test_labels(data: Path, name: str, folder: str, wanted: list[tuple[str, ...]]) -> None:
    assert [text.labels for text in getattr(corpora, name)(data / folder, "dev")] == wanted


def test_sentences_know_their_document(data: Path) -> None:
    assert {text.document for text in corpora.india_police_events(data / "india_police_events", "dev")} == {"1"}


def test_undocumented_labels_of_glocon_are_left_out(data: Path) -> None:
    assert [text.labels for text in corpora.glocon(data / "glocon_sample", "sentences")] == [("protest",), ()]


def test_role_fillers_point_into_the_report(data: Path) -> None:
    (report,) = corpora.muc4(data / "muc4", "dev")
    fillers = [words(report.text, entity.mentions) for entity in report.entities]
    assert fillers == [
        [("perp_ind", "rebels")],
        [("perp_org", "the dawn front"), ("perp_org", "dawn front")],
        [("target", "the port")],
    ]
    assert report.incident_types == ("bombing",)


def test_contents_may_be_in_parts(data: Path) -> None:
    (article,) = corpora.polnear(data / "polnear", "dev")
    (told,) = article.attributions
    assert words(article.text, told.source) == [("source", "the governor")]
    assert words(article.text, told.cue) == [("cue", "said")]
    assert len(told.content) == 2


def test_times_without_words_are_left_out(data: Path) -> None:
    (report,) = corpora.tempeval3(data / "tempeval3", "dev")
    assert [(timex.value, report.text[timex.start : timex.end]) for timex in report.timexes] == [
        ("2016-01-04", "Monday")
    ]
    assert report.created == "2016-01-05"


def test_an_event_without_instance_has_no_tense(data: Path) -> None:
    (report,) = corpora.tempeval3(data / "tempeval3", "dev")
    assert [(event.event_class, event.tense, event.polarity) for event in report.events] == [
        ("OCCURRENCE", "PAST", "POS"),
        ("STATE", None, None),
    ]


def test_predicates_are_found_in_the_raw_text_also_zipped(data: Path) -> None:
    sentences = corpora.uds_factuality(data / "uds_factuality", "dev")
    told = [(text.text[p.start : p.end], p.happened) for text in sentences for p in text.predicates]
    assert told == [("fight", -1.5), ("fled", 1.2)]


def test_chains_are_read_in_the_selected_sentences_alone(data: Path) -> None:
    (document,) = corpora.ecbplus(data / "ecbplus", "dev")
    told = [(document.text[m.start : m.end], m.is_event, m.chain) for m in document.mentions]
    assert told == [
        ("shelled", True, "ACT1"),
        ("shelling", True, "ACT1"),
        ("drew fire", True, "12_1ecb: INTRA_9"),
        ("Rebels", False, "12_1ecb: mention 4"),
    ]
    assert [document.text[start:end] for start, end in document.sentences] == [
        "Rebels shelled Orlava .",
        "The shelling drew fire .",
    ]


def test_arguments_of_wikievents_are_their_entities_mentions(data: Path) -> None:
    (document,) = corpora.wikievents(data / "wikievents", "dev")
    (event,) = document.events
    assert document.text[event.start : event.end] == "shelled"
    assert words(document.text, event.arguments) == [("Attacker", "Rebels"), ("Target", "port"), ("Topic", "port")]


def test_toponyms(data: Path) -> None:
    (report,) = corpora.geoparsing(data / "geoparsing", "lgl")
    (place,) = report.toponyms
    assert (report.text[place.start : place.end], place.lat, place.type) == ("Orlava", 46.5, None)


def test_multi_word_tokens_are_left_out(data: Path) -> None:
    (sentence,) = corpora.ewt(data / "ud", "dev")
    assert [sentence.text[start:end] for start, end in sentence.tokens] == ["They", "do", "n't", "fight", "."]
    assert sentence.heads == (4, 4, 4, 0, 4)


def test_a_missing_part_names_the_file(data: Path) -> None:
    with pytest.raises(corpora.MissingCorpusError, match=r"satp/test\.jsonl"):
        corpora.satp(data / "satp", "test")


def test_every_corpus_states_its_terms() -> None:
    readers = {name for name in corpora.__all__ if name.islower()}
    named = {name for reader in readers for name in corpora.TERMS if reader.startswith(name)}
    assert named == set(corpora.TERMS)
    assert all(any(reader.startswith(name) for name in corpora.TERMS) for reader in readers)
