"""The share of expectations that the packaged model meets, by phenomenon."""

from collections.abc import Iterable
from dataclasses import dataclass

import tacitus
from tests.behaviour._cases import Case, Phenomenon
from tests.behaviour._checks import Check, checks


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A case with its checks."""

    case: Case
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What came of the cases of one phenomenon, or of all."""

    name: str
    judged: tuple[Judged, ...]

    @property
    def n_checks(self) -> int:
        """How much was expected."""
        return sum(len(one.checks) for one in self.judged)

    @property
    def n_met(self) -> int:
        """How much of it came out."""
        return sum(check.met for one in self.judged for check in one.checks)

    @property
    def share(self) -> float:
        """The share of expectations met."""
        return self.n_met / self.n_checks

    @property
    def n_whole(self) -> int:
        """In how many cases everything came out."""
        return sum(all(check.met for check in one.checks) for one in self.judged)

    @property
    def unmet(self) -> tuple[str, ...]:
        """In words, a line for each expectation that was not met."""
        return tuple(
            f"{check.expectation}\n    in: {one.case.text}"
            for one in self.judged
            for check in one.checks
            if not check.met
        )


def score(phenomenon: Phenomenon) -> Score:
    """Code every case of a phenomenon and check it."""
    return Score(name=phenomenon.name, judged=tuple(map(_judge, phenomenon.cases)))


def _judge(case: Case) -> Judged:
    return Judged(case=case, checks=checks(case, tacitus.code(case.text, published=case.published)))


def together(scores: Iterable[Score]) -> Score:
    """All scores as one."""
    return Score(name="all", judged=tuple(one for each in scores for one in each.judged))


def table(scores: Iterable[Score]) -> str:
    """A line for each phenomenon, and one for all."""
    scores = tuple(scores)
    return "\n".join([f"{'phenomenon':24} cases whole checks   met", *map(_row, (*scores, together(scores)))])


def _row(score: Score) -> str:
    return f"{score.name:24} {len(score.judged):5} {score.n_whole:5} {score.n_checks:6} {score.share:6.1%}"
