"""Mentions of one event across documents, learnt on one part of a corpus and scored on another."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks._ecbplus_across import run


def document(name: str, topic: int, sentences: list[tuple[str, str, str | None]]) -> dict[str, Any]:
    """Each sentence with the word that is a mention, and its chain."""
    tokens: list[str] = []
    numbers: list[int] = []
    mentions = []
    for number, (sentence, word, chain) in enumerate(sentences):
        words = sentence.split()
        mention = {"m_id": number, "type": "ACTION_OCCURRENCE", "tokens": [len(tokens) + words.index(word)]}
        mentions.append({**mention, "sentence": number, "chain": chain})
        tokens += words
        numbers += [number] * len(words)
    selected = list(range(len(sentences)))
    inside = {"tokens": tokens, "token_sentence": numbers, "selected_sentences": selected, "mentions": mentions}
    return {"id": name, "topic": topic, "subtopic": f"{topic}ecb", **inside}


def stories(first_topic: int, n_topics: int) -> list[dict[str, Any]]:
    """For each topic two documents that tell of one quake in words of its own, each with a sentence to itself."""
    made = []
    for topic in range(first_topic, first_topic + n_topics):
        telling = f"A quake shook port{topic} hill{topic} dam{topic} mill{topic} and quay{topic}"
        for copy, detail in enumerate(("Rescuers arrived from", "Mayors asked for")):
            sentences = [(telling, "shook", f"ACT{topic}"), (f"{detail} road{topic} {copy}", detail.split()[1], None)]
            made.append(document(f"{topic}_{copy}ecb", topic, sentences))
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for split, made in (("train", stories(1, 40)), ("dev", stories(50, 3))):
        (tmp_path / f"{split}.jsonl").write_text("\n".join(map(json.dumps, made)), encoding="utf-8")
    return tmp_path


def test_one_event_is_found_across_documents_and_two_alike_are_kept_apart(folder: Path) -> None:
    figures = {figure.metric: figure.value for figure in run(folder, "dev", None)}  # type: ignore[arg-type]
    assert figures["b3_f1"] == 1
    assert figures["same_words_b3_f1"] < 1


def test_the_same_corpus_gives_the_same_figures(folder: Path) -> None:
    assert run(folder, "dev", None) == run(folder, "dev", None)  # type: ignore[arg-type]
