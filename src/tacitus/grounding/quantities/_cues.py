"""Words that say what became of those counted: "killed", "the death of", "were injured", "fled"."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from tacitus.grounding.quantities._bounds import qualified_at
from tacitus.grounding.quantities._record import Counted
from tacitus.grounding.quantities._tokens import Token
from tacitus.grounding.quantities._words import TABLES, Phrases, inflected, nouns, past_forms


class Shape(StrEnum):
    """Where a cue's number stands.

    ACT: behind an active verb ("killing four") or before it as a passive ("four were killed").
    FATE: before it ("four died"). DEED: behind "of" ("the death of four"). TOLL: behind, at some distance ("put the
    toll at four").
    """

    ACT = "act"
    FATE = "fate"
    DEED = "deed"
    TOLL = "toll"


class Cue(NamedTuple):
    """Tokens `first` to `end` (outside). `counted` is None for a bare "total": it counts what the figure before did."""

    first: int
    end: int
    counted: Counted | None
    shape: Shape
    passive: bool = False


_BE: Final = frozenset(TABLES["stops"]["be"])
_NO_OBJECT: Final = (
    frozenset(TABLES["stops"]["words"]) | frozenset(TABLES["stops"]["days"]) | frozenset(TABLES["not_counts"]["months"])
)
_SUFFERING: Final = {part: frozenset(words) for part, words in TABLES["suffering"].items()}
_OBJECT_STARTS: Final = frozenset(TABLES["stops"]["objects"])


def _phrases() -> Phrases[tuple[Counted | None, Shape]]:
    table: dict[str, tuple[Counted | None, Shape]] = {}
    for key, verbs in TABLES["verbs"].items():
        fates = inflected(word for word in verbs["fate"] if " " not in word and word not in ("dead", "missing", "fled"))
        table |= {form: (Counted(key), Shape.FATE) for form in (*fates, *verbs["fate"])}
        table |= {form: (Counted(key), Shape.ACT) for form in (*inflected(verbs["act"]), *verbs["forms"])}
    for number in ("singular", "plural"):
        table |= {
            f"{noun} of": (Counted(key), Shape.DEED) for noun, key in nouns(TABLES["deeds"], number=number).items()
        }
    for noun, key in TABLES["toll"].items():
        tolled = (Counted(key) if key else None, Shape.TOLL)
        table |= {noun: tolled} if noun in ("death toll", "toll", "figure", "total") else {}
        table |= {
            f"{lead} {noun}": tolled for lead in ("number of", "number of people", "count of", "among the") if key
        }
    figures = {
        f"{verb} {way}to": (None, Shape.TOLL)
        for verb in TABLES["relations"]["revised"]
        for way in ("", "down ", "up ", "upwards ", "it ", "it down ", "it up ")
    }
    return Phrases(table | figures | {"the crowd": (Counted.CROWD, Shape.TOLL)})


_CUES: Final = _phrases()
_PAST: Final = frozenset(
    past_forms(verb)[0] for verbs in TABLES["verbs"].values() for verb in verbs["act"]
) | frozenset(TABLES["stops"]["participles"])


def cues_of(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence in order; of two that overlap the first and longest stands."""
    cues, i = [], 0
    while i < len(tokens):
        found = _CUES.at(tokens, i) or _suffering_at(tokens, i)
        if not found:
            i += 1
            continue
        (counted, shape), end = found
        cues.append(Cue(i, end, counted, shape, shape is Shape.ACT and _is_passive(tokens, i, end)))
        i = end
    return cues


def _suffering_at(tokens: Sequence[Token], i: int) -> tuple[tuple[Counted, Shape], int] | None:
    """As in "sustained minor injuries"."""
    if tokens[i].lower not in _SUFFERING["verbs"]:
        return None
    ends = [k for k in range(i + 1, min(i + 5, len(tokens))) if tokens[k].lower in _SUFFERING["nouns"]]
    return ((Counted.INJURED, Shape.FATE), ends[0] + 1) if ends else None


def _is_passive(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a verb form tells what was done to its subject: by an auxiliary before it, or no object behind it."""
    if tokens[first].lower not in _PAST:
        return False
    before = first - 1
    while before >= 0 and (
        tokens[before].lower.endswith("ly") or tokens[before].lower in ("also", "later", "since", "then")
    ):
        before -= 1
    if before >= 0 and tokens[before].lower in _BE:
        return True
    return not _has_object(tokens, end)


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase follows; a preposition, a conjunction, a day or a sign does not begin one."""
    if i >= len(tokens):
        return False
    following = tokens[i]
    if following.lower in _OBJECT_STARTS or following.text[0].isdigit() or qualified_at(tokens, i) is not None:
        return True
    return following.is_word and following.lower not in _NO_OBJECT and not following.lower.endswith("ly")
