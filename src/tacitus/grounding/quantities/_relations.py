"""How numbers stand to each other: a part of a whole, a later figure for an earlier one."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tacitus.grounding.quantities._candidates import Candidate
from tacitus.grounding.quantities._record import Counted, Group
from tacitus.grounding.quantities._tokens import Token
from tacitus.grounding.quantities._words import TABLES, Phrases

_INCLUDING: Final = Phrases[bool](dict.fromkeys(TABLES["relations"]["including"], True))
_REVISED: Final = frozenset(TABLES["relations"]["revised"])
_LATER: Final = frozenset(TABLES["relations"]["later"])
_SAYING: Final = frozenset(TABLES["relations"]["saying"])
_BOUND_PRONOUNS: Final = ("them", "whom", "which")
_DETERMINERS: Final = ("the", "his", "its", "their", "those", "these")
_MANNER: Final = ("critically", "seriously", "fatally", "slightly", "gravely")
# Tokens between "including" and its number, and between a verb of revision and the new figure.
_INCLUDING_REACH: Final = 6
_REVISION_REACH: Final = 12


def wholes_of(candidates: Sequence[Candidate], tokens: Sequence[Token]) -> list[int | None]:
    """For each candidate of a sentence the index of the candidate of which it is a part, or None."""
    wholes: list[int | None] = []
    for k, candidate in enumerate(candidates):
        wholes.append(_whole(k, candidate, candidates, tokens, wholes))
    return wholes


def _whole(
    k: int, part: Candidate, candidates: Sequence[Candidate], tokens: Sequence[Token], wholes: Sequence[int | None]
) -> int | None:
    if part.noun.whole is not None:
        return next((n for n, other in enumerate(candidates) if other.first == part.noun.whole), None)
    if _words(tokens, max(part.end, part.noun.end), 1) == ["among"]:
        return next((n for n, other in enumerate(candidates) if other.first == max(part.end, part.noun.end) + 1), None)
    if k == 0:
        return None
    before = candidates[k - 1]
    if _opens_with_of(before, tokens) and not part.single:
        return k - 1
    following = _words(tokens, part.end, 2)
    bound = following[:1] == ["of"] and following[-1] in _BOUND_PRONOUNS
    if bound or _introduced(part, before, tokens):
        return _root(k - 1, wholes)
    return _aside_or_coordinated(k, part, before, tokens, wholes)


def _aside_or_coordinated(
    k: int, part: Candidate, before: Candidate, tokens: Sequence[Token], wholes: Sequence[int | None]
) -> int | None:
    following = _words(tokens, part.end, 1)
    if following[:1] and following[0] in _MANNER and tokens[part.first - 1].text == ",":
        return k - 1
    coordinated = wholes[k - 1] is not None and before.noun.whole is None and _coordinated(before, part, tokens)
    return wholes[k - 1] if coordinated else None


def _words(tokens: Sequence[Token], first: int, n: int) -> list[str]:
    return [token.lower for token in tokens[first : first + n]]


def _root(k: int, wholes: Sequence[int | None]) -> int:
    while (whole := wholes[k]) is not None and whole < k:
        k = whole
    return k


def _opens_with_of(whole: Candidate, tokens: Sequence[Token]) -> bool:
    """As in "Of the 60 wounded, nine": the whole stands first, behind a capital "Of"."""
    start = whole.first - 1 - (tokens[whole.first - 1].lower in _DETERMINERS)
    return start >= 0 and tokens[start].text in ("Of", "OF")


def _introduced(part: Candidate, before: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether "including", "among them", "of whom" stands between the two, close before the part."""
    earliest = max(before.end, part.first - _INCLUDING_REACH)
    return any(_INCLUDING.at(tokens, i) for i in range(earliest, part.first))


def _coordinated(before: Candidate, part: Candidate, tokens: Sequence[Token]) -> bool:
    """As in "five women and four children": nothing but a conjunction between the two."""
    return [token.lower for token in tokens[before.noun.end : part.first]] in (["and"], [","], [",", "and"])


class Figure(NamedTuple):
    """What a number counts, and whom."""

    counted: Counted
    group: Group | None

    def may_replace(self, other: "Figure | None") -> bool:
        """Whether the two can be figures of the same harm: soldiers do not replace civilians."""
        if other is None or other.counted is not self.counted:
            return False
        return self.group is other.group or self.group is None or other.group is None


def corrections_of(
    candidates: Sequence[Candidate],
    tokens: Sequence[Token],
    figures: Sequence[Figure | None],
    earlier: Sequence[Figure | None],
) -> list[int | None]:
    """For each candidate the index of the figure that it replaces, or None.

    Only the candidates given are numbered, behind `earlier`. A part of a whole is None: it is no figure to replace.
    """
    known = [*earlier, *figures]
    corrections: list[int | None] = []
    for place, (candidate, figure) in enumerate(zip(candidates, figures, strict=True), start=len(earlier)):
        following = candidates[place - len(earlier) + 1 :][:1]
        if figure and following and _replaces_next(candidate, following[0], tokens):
            corrections.append(place + 1 if figure.may_replace(known[place + 1]) else None)
        elif figure and _is_revision(candidate, tokens):
            corrections.append(next((n for n in reversed(range(place)) if figure.may_replace(known[n])), None))
        else:
            corrections.append(None)
    return corrections


def _is_revision(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether the sentence says that this figure replaces an earlier one."""
    before = [token.lower for token in tokens[: candidate.first]][-_REVISION_REACH:]
    if before[-1:] in (["to"], ["at"]) and _REVISED & set(before):
        return True
    return any(word in _LATER for word in before) and any(word in _SAYING for word in before)


def _replaces_next(candidate: Candidate, following: Candidate, tokens: Sequence[Token]) -> bool:
    """As in "1,250 from 900", "33 wounded, up from 21": the earlier figure stands behind the new one."""
    between = [token.lower for token in tokens[candidate.end : following.first]]
    return between[-1:] == ["from"] and (len(between) == 1 or between[-2] in ("up", "down"))
