"""Learn the chances that linking is shipped with: `python -m training.linking REPORTS.jsonl --out parameters.json`.

`m`, the share of each level among pairs of one happening, is counted in the stories of training/stories: in their hand
codings, and in what the reader makes of them. `u`, its share among pairs of two, is found in a large body
of coded reports by expectation-maximisation with `m` held fixed, since nobody has labelled those. The stories'
own pairs of two happenings are alike on purpose: there `u` is counted too, and the mean of both is shipped.

What stories hardly hold, and a war does every day, is the like happening on the same day in another town: each pair of
one happening is counted among pairs of two as well, as if one of them had happened far away. Without these the weight
of "far apart" hung on how large the country of the large body is and how often the reader errs in places: learnt with
one reader it was -7.3, with the next -2.9, and a second attack in another town was joined to the first.

The prior is the one of `PRIORS` with the best mean B³ on the stories as the reader codes them, each linked with what
the others and the large body taught. How each story is linked so, and how with the chances shipped before, is printed,
to be looked at before the new ones are shipped.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stories import linkage
from tacitus.flow import Coder, many, one
from tacitus.intake import read
from tacitus.linking import Chances, Parameters, pairs
from tacitus.model import CodedReport, Link, Relation
from training.stories import Story, load_stories, matched

STORIES = Path(__file__).parent / "stories"
N_ROUNDS = 50
# Added to each count, so that no level is impossible in so few stories; small, since what never happens among some
# hundred pairs of one happening (two places far apart, two days) is rare indeed.
PSEUDO_COUNT = 0.25

# Other towns for each pair of one happening. With 0, 1, 2 and 4 of them the stories as the reader codes them, each
# linked with what the others taught and a prior of 0.1, have a B³ of 0.769, 0.768, 0.775 and 0.773, and a precision of
# 0.92, 0.95, 0.97 and 0.97 (28 November 2026, 8 stories).
N_TOWNS = 2

# The share of compared pairs that are one happening. Expectation-maximisation finds 0.017 in reports of one war and two
# months. Above 0.1 two happenings become one incident too easily: with 0.15 the stories of the tests, coded by hand,
# lose 0.007 of B³ (28 November 2026).
PRIORS = (0.02, 0.05, 0.1)

Pattern = tuple[tuple[str, str], ...]  # comparisons and levels of a pair, the unknown ones left out
Shares = dict[str, dict[str, float]]
_LEVELS = {name: tuple(levels) for name, levels in Parameters.even().levels.items()}
# Compared in one way, and told too seldom to be learnt apart.
_LEARNT_TOGETHER = {"injured": "killed"}
# Of these nobody knows what they would be, had the happening been another in another town.
_OF_THE_TOWN = frozenset({"killed", "injured", "words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """How often each pattern occurs among pairs of one happening, and of two."""

    same: Counter[Pattern]
    different: Counter[Pattern]


def learn(labelled: Labelled, unlabelled: Counter[Pattern], *, version: str, prior: float) -> Parameters:
    """The chances of all levels."""
    m, u_alike = _shares(labelled.same), _shares(labelled.different)
    u_all = _expect(unlabelled, m)
    levels = {
        name: {level: Chances(m=m[name][level], u=(u_alike[name][level] + u_all[name][level]) / 2) for level in chances}
        for name, chances in _LEVELS.items()
    }
    return Parameters(version=version, prior=prior, levels=levels)


def best_prior(
    stories: Sequence[Story],
    by_reader: Sequence[Sequence[CodedReport]],
    labelled: Sequence[Labelled],
    unlabelled: Counter[Pattern],
) -> float:
    """The prior that links each story best with what the others taught; of equals the least.

    Args:
        stories: In one order with what follows.
        by_reader: Their reports as the reader codes them.
        labelled: Their pairs in both codings.
        unlabelled: Those of the large body.
    """
    return max(PRIORS, key=lambda prior: sum(left_out(stories, by_reader, labelled, unlabelled, prior)))


def left_out(
    stories: Sequence[Story],
    codings: Sequence[Sequence[CodedReport]],
    labelled: Sequence[Labelled],
    unlabelled: Counter[Pattern],
    prior: float,
) -> list[float]:
    """B³ of each story in some coding, linked with what the others taught; the arguments are those of `best_prior`."""
    return [
        linkage(story, coded, learn(_together(labelled, but=index), unlabelled, version="", prior=prior)).b3
        for index, (story, coded) in enumerate(zip(stories, codings, strict=True))
    ]


def _together(labelled: Iterable[Labelled], *, but: int | None = None) -> Labelled:
    kept = [some for index, some in enumerate(labelled) if index != but]
    return Labelled(
        same=sum((some.same for some in kept), Counter[Pattern]()),
        different=sum((some.different for some in kept), Counter[Pattern]()),
    )


def labelled_pairs(stories: Iterable[Story], codings: Iterable[Sequence[CodedReport]]) -> Labelled:
    """The pairs of codings of the stories; an event that matches none of a story's is left out."""
    same: Counter[Pattern] = Counter()
    different: Counter[Pattern] = Counter()
    for story, coded in zip(stories, codings, strict=True):
        names = matched(story, coded)
        for link in _across(coded):
            if link.left in names and link.right in names:
                (same if names[link.left] == names[link.right] else different)[pattern(link)] += 1
    return Labelled(same=same, different=different + _elsewhere(same))


def _elsewhere(same: Counter[Pattern]) -> Counter[Pattern]:
    """Pairs of one happening as if one had happened in another town; what else it would then tell is left out."""
    moved: Counter[Pattern] = Counter()
    for levels, n in same.items():
        if "place" in dict(levels):
            kept = {comparison: level for comparison, level in levels if comparison not in _OF_THE_TOWN}
            moved[tuple((kept | {"place": _LEVELS["place"][-1]}).items())] += n * N_TOWNS
    return moved


def pattern(link: Link) -> Pattern:
    """The levels that a pair reached."""
    return tuple((reason.comparison, reason.level) for reason in link.reasons)


def _across(reports: Iterable[CodedReport]) -> Iterator[Link]:
    """Pairs of two reports that could be one happening; within a report the reader has judged already."""
    for link in pairs(reports, parameters=Parameters.even()):
        if link.relation is Relation.SAME and link.left.doc_id != link.right.doc_id:
            yield link


def _shares(patterns: Mapping[Pattern, float]) -> Shares:
    counts: dict[str, dict[str, float]] = {
        name: dict.fromkeys(levels, PSEUDO_COUNT) for name, levels in _LEVELS.items()
    }
    counts.update({name: counts[as_well] for name, as_well in _LEARNT_TOGETHER.items()})
    for levels, n in patterns.items():
        for comparison, level in levels:
            counts[comparison][level] += n
    return {name: {level: n / sum(of.values()) for level, n in of.items()} for name, of in counts.items()}


def _expect(unlabelled: Counter[Pattern], m: Shares) -> Shares:
    """`u` of pairs without labels."""
    u, prior = _shares(unlabelled), 0.02
    for _ in range(N_ROUNDS):
        p_same = {levels: _posterior(levels, m, u, prior) for levels in unlabelled}
        u = _shares({levels: n * (1 - p_same[levels]) for levels, n in unlabelled.items()})
        prior = sum(n * p_same[levels] for levels, n in unlabelled.items()) / unlabelled.total()
    return u


def _posterior(levels: Pattern, m: Shares, u: Shares, prior: float) -> float:
    same, different = prior, 1 - prior
    for comparison, level in levels:
        same *= m[comparison][level]
        different *= u[comparison][level]
    return same / (same + different)


def as_stored(parameters: Parameters) -> str:
    """The text of the shipped file."""
    levels = {
        name: {level: {"m": round(chances.m, 5), "u": round(chances.u, 5)} for level, chances in of.items()}
        for name, of in parameters.levels.items()
    }
    stored = {"version": parameters.version, "prior": round(parameters.prior, 5), "levels": levels}
    return json.dumps(stored, indent=1) + "\n"


def main() -> None:
    """Learn from the stories and the reports that the caller names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", help="dated reports, in any form that `tacitus code` reads")
    parser.add_argument("--out", type=Path, required=True, help="src/tacitus/linking/parameters.json, or elsewhere")
    arguments = parser.parse_args()
    coder, stories = Coder.load(), load_stories(STORIES)
    by_reader = [[one(coded.report, coder) for coded in story.reports] for story in stories]
    labelled = [
        labelled_pairs([story, story], [story.reports, coded]) for story, coded in zip(stories, by_reader, strict=True)
    ]
    coded = [outcome for outcome in many(read(arguments.reports), coder) if isinstance(outcome, CodedReport)]
    unlabelled = Counter(pattern(link) for link in _across(report for report in coded if report.published))
    version = f"{len(stories)} stories, {len(coded)} reports, reader {coder.reader.version}"
    prior = best_prior(stories, by_reader, labelled, unlabelled)
    learnt = learn(_together(labelled), unlabelled, version=version, prior=prior)
    for name, codings in (("by hand", [story.reports for story in stories]), ("by the reader", by_reader)):
        _print(name, stories, codings, left_out(stories, codings, labelled, unlabelled, prior))
    arguments.out.write_text(as_stored(learnt), encoding="utf-8")


def _print(name: str, stories: Iterable[Story], codings: Iterable[Sequence[CodedReport]], new: Iterable[float]) -> None:
    """B³ of the stories with the chances shipped so far, which some of them taught, and with the new ones."""
    for story, coded, b3 in zip(stories, codings, new, strict=True):
        print(f"{story.name:12} {name:14} B³ {linkage(story, coded).b3:.3f} shipped  {b3:.3f} new")


if __name__ == "__main__":
    main()
