"""Every corpus layout with sentences of our own, for tests of the readers of corpora and of the benchmarks."""

import gzip
import json
from pathlib import Path
from typing import Any

SENTENCE = "Rebels shelled the port of Orlava on Monday ."
TOKENS = SENTENCE.split()
REPORT = "rebels shelled the port. the governor blamed the dawn front."

TAGGED: dict[str, Any] = {
    "id": "s1",
    "tokens": TOKENS,
    "entities": [
        {"start": 5, "end": 6, "type": "Location", "text": "Orlava"},
        {"start": 0, "end": 1, "type": "Organisation", "text": "Rebels"},
    ],
}
CAMEO_TAGGED: dict[str, Any] = {**TAGGED, "entities": [{"start": 0, "end": 1, "type": "source", "text": "Rebels"}]}


def write_corpora(folder: Path) -> None:
    """Lay the corpora out in `folder`, each with one or two texts in its dev part."""
    for name, rows in _rows().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "".join(json.dumps(row) + "\n" for row in rows)
        if path.suffix == ".gz":
            path.write_bytes(gzip.compress(text.encode()))
        else:
            path.write_text(text, encoding="utf-8")
    (folder / "ud").mkdir()
    (folder / "ud" / "en_ewt-ud-dev.conllu").write_text(CONLLU, encoding="utf-8")


def _at(words: str) -> dict[str, int]:
    return {"start": SAID.index(words), "end": SAID.index(words) + len(words)}


def _rows() -> dict[str, list[dict[str, Any]]]:
    return {
        "re3d/dev.jsonl": [
            {**TAGGED, "doc_id": "d1", "source": "CENTCOM"},
            {**TAGGED, "id": "s2", "doc_id": None, "source": "BBC Online"},
        ],
        "crossner_politics/dev.jsonl": [TAGGED],
        "cameo/ner.dev.jsonl": [CAMEO_TAGGED],
        "cameo/class.dev.jsonl": [{"id": "c1", "text": SENTENCE, "label": 4}],
        "india_police_events/sents.dev.jsonl": [
            {"id": "1-1", "doc_id": 1, "text": SENTENCE, "labels": dict.fromkeys(INDIA, 0)},
            {"id": "1-2", "doc_id": 1, "text": "Police held two.", "labels": {**dict.fromkeys(INDIA, 0), "ARREST": 1}},
        ],
        "satp/dev.jsonl": [
            {
                "id": "p1",
                "text": SENTENCE,
                "labels": {"armed_assault": 1, "bombing_or_explosion": 1, "kidnapping": 0, "other": 0},
            }
        ],
        "insight_crime/dev.jsonl": [{"id": "i1", "text": SENTENCE, "labels": [0, 0, 0, 1, 0, 0, 0]}],
        "muc4/dev.jsonl": [MUC4],
        "polnear/dev.jsonl": [
            {
                "id": "a1",
                "text": SAID,
                "date": "2016-01-02",
                "attributions": [
                    {
                        "source": [_at("the governor")],
                        "cue": [_at("said")],
                        "content": [_at("Shells fell"), _at("and killed")],
                    }
                ],
            }
        ],
        "tempeval3/dev.jsonl": [TIMED],
        "uds_factuality/dev.jsonl.gz": [
            {
                "id": "u1",
                "text": "They didn't fight.",
                "tokens": ["They", "did", "n't", "fight", "."],
                "predicates": [{"token": 4, "happened": -1.5, "confidence": 1.0}],
            },
            {
                "id": "u2",
                "text": "They fled.",
                "tokens": ["They", "fled", "."],
                "predicates": [{"token": 2, "happened": 1.2, "confidence": 0.5}],
            },
        ],
        "ecbplus/dev.jsonl": [ECB],
        "wikievents/dev.jsonl": [WIKIEVENTS],
        "geoparsing/lgl.jsonl": [
            {
                "id": "g1",
                "title": None,
                "text": SENTENCE,
                "toponyms": [{"start": 27, "end": 33, "lat": 46.5, "lon": 30.7, "geonames_id": "1", "country": "X"}],
            }
        ],
        "glocon_sample/sentences.jsonl": [
            {"id": "1", "doc": "d", "text": "Thousands marched.", "label": 1},
            {"id": "2", "doc": "d", "text": "It rained.", "label": 0},
            {"id": "3", "doc": "d", "text": "Unclear.", "label": 2},
        ],
        "ceha/dev.jsonl": [
            {"id": "h1", "text": SENTENCE, "relevant": "Yes", "types": {"Other": "X", "religious conflict": ""}}
        ],
        "ngec_synthetic/dev.jsonl": [
            {"id": "n1", "text": SENTENCE, "event": "ASSAULT", "mode": "PRIMATIVE"},
            {"id": "n2", "text": SENTENCE, "event": "AID", "mode": None},
        ],
    }


INDIA = ("KILL", "ARREST", "ANY_ACTION", "FAIL", "FORCE")
SAID = '"Shells fell," the governor said, "and killed."'
MUC4: dict[str, Any] = {
    "id": "m1",
    "templates": [{"incident_type": [{"alternatives": ["BOMBING", "ATTACK"]}]}, {"incident_type": None}],
    "grit": {
        "doctext": REPORT,
        "extracts": {
            "PerpInd": [[["rebels", 0]]],
            "PerpOrg": [[["the dawn front", 45], ["dawn front", 49]]],
            "Target": [[["the port", 15]]],
            "Victim": [],
            "Weapon": [],
        },
    },
}
TIMED: dict[str, Any] = {
    "id": "t1",
    "text": SENTENCE,
    "dct": {"value": "2016-01-05"},
    "timexes": [
        {"start": 37, "end": 43, "text": "Monday", "type": "DATE", "value": "2016-01-04"},
        {"start": 0, "end": 0, "text": "", "type": "DATE", "value": "2016"},
    ],
    "events": [
        {
            "start": 7,
            "end": 14,
            "class": "OCCURRENCE",
            "instances": [{"tense": "PAST", "aspect": "NONE", "polarity": "POS", "modality": None}],
        },
        {"start": 19, "end": 23, "class": "STATE", "instances": []},
    ],
}
ECB: dict[str, Any] = {
    "id": "12_1ecb",
    "topic": 12,
    "subtopic": "12ecb",
    "tokens": ["Rebels", "shelled", "Orlava", ".", "The", "shelling", "drew", "fire", ".", "It", "ended", "."],
    "token_sentence": [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2],
    "selected_sentences": [0, 1],
    "mentions": [
        {"m_id": 1, "type": "ACTION_OCCURRENCE", "tokens": [1], "sentence": 0, "chain": "ACT1"},
        {"m_id": 2, "type": "ACTION_OCCURRENCE", "tokens": [5], "sentence": 1, "chain": "ACT1"},
        {"m_id": 3, "type": "NEG_ACTION_OCCURRENCE", "tokens": [6, 7], "sentence": 1, "chain": "INTRA_9"},
        {"m_id": 4, "type": "HUMAN_PART_ORG", "tokens": [0], "sentence": 0},
        {"m_id": 5, "type": "ACTION_OCCURRENCE", "tokens": [10], "sentence": 2, "chain": "ACT1"},
    ],
}
WIKIEVENTS: dict[str, Any] = {
    "id": "w1",
    "tokens": TOKENS,
    "entities": [
        {"id": "T1", "start": 0, "end": 1},
        {"id": "T2", "start": 3, "end": 4},
    ],
    "events": [
        {
            "type": "Conflict.Attack.Unspecified",
            "trigger": {"start": 1, "end": 2},
            "arguments": [
                {"role": "Attacker", "entity_id": "T1"},
                {"role": "Target", "entity_id": "T2"},
                {"role": "Topic", "entity_id": "T2"},
            ],
        }
    ],
}
CONLLU = """\
# sent_id = e1
# text = They don't fight.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tfight\tfight\tVERB\tVB\t_\t0\troot\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""
