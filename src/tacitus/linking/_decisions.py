"""What people decided about pairs of events, made free of contradictions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tacitus.linking._components import Components
from tacitus.linking._parameters import Parameters, probability_of
from tacitus.model import EventKey, Link, LinkDecision, Relation, Verdict

Pair = tuple[EventKey, EventKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Who confirmed and who cut which pairs. No chain of confirmations joins a pair that was cut.

    `confirmed` and `cut` are about `same` and have the lesser key first; `directed` has the other relations' last
    decisions. `overruled` are the decisions that later ones contradict.
    """

    confirmed: dict[Pair, str] = field(default_factory=dict)
    cut: dict[Pair, str] = field(default_factory=dict)
    directed: dict[tuple[Relation, EventKey, EventKey], LinkDecision] = field(default_factory=dict)
    overruled: tuple[LinkDecision, ...] = ()

    @property
    def keys(self) -> set[EventKey]:
        """The events that anything was decided about."""
        return {key for pairs in (self.confirmed, self.cut) for pair in pairs for key in pair}


def settle(decisions: Sequence[LinkDecision]) -> Decided:
    """Decisions in the order in which they were made, taken from the latest: each stands unless a later one forbids it.

    A confirmation is forbidden if it would join a pair that was cut later, a cut if later confirmations join its pair.
    """
    settled = Decided()
    components: Components[EventKey] = Components()
    overruled = []
    for decision in reversed(decisions):
        stands = _directed if decision.relation is not Relation.SAME else _cut if _is_cut(decision) else _confirmed
        if not stands(decision, settled, components):
            overruled.append(decision)
    return replace(settled, overruled=tuple(reversed(overruled)))


def _is_cut(decision: LinkDecision) -> bool:
    return decision.verdict is Verdict.CUT


def _directed(decision: LinkDecision, settled: Decided, _: Components[EventKey]) -> bool:
    last = settled.directed.setdefault((decision.relation, decision.left, decision.right), decision)
    return last.verdict is decision.verdict


def _cut(decision: LinkDecision, settled: Decided, components: Components[EventKey]) -> bool:
    pair = ordered(decision.left, decision.right)
    if components.root(pair[0]) == components.root(pair[1]):
        return False
    settled.cut.setdefault(pair, decision.by)
    return True


def _confirmed(decision: LinkDecision, settled: Decided, components: Components[EventKey]) -> bool:
    pair = ordered(decision.left, decision.right)
    if _joins_a_cut_pair(components, pair, settled.cut):
        return False
    components.join(*pair)
    settled.confirmed.setdefault(pair, decision.by)
    return True


def ordered(one: EventKey, other: EventKey) -> Pair:
    """The two with the lesser first."""
    return (one, other) if one < other else (other, one)


def _joins_a_cut_pair(components: Components[EventKey], pair: Pair, cut: Iterable[Pair]) -> bool:
    both = {components.root(pair[0]), components.root(pair[1])}
    return len(both) == 2 and any({components.root(one), components.root(other)} == both for one, other in cut)


def undecided(link: Link, parameters: Parameters | None = None) -> Link:
    """The link as it would be without a person's decision."""
    if not link.decided_by:
        return link
    return replace(link, probability=probability_of(link.reasons, parameters), decided_by=None)


def with_decisions(links: Iterable[Link], decided: Decided) -> tuple[Link, ...]:
    """The links with what people decided, in the order of their keys; a pair that was not scored is added."""
    made = {(link.relation, link.left, link.right): link for link in links}
    for verdict in _verdicts(decided):
        key = (verdict.relation, verdict.left, verdict.right)
        made[key] = replace(verdict, reasons=made[key].reasons) if key in made else verdict
    return tuple(made[key] for key in sorted(made))


def _verdicts(decided: Decided) -> Iterator[Link]:
    for pairs, probability in ((decided.confirmed, 1.0), (decided.cut, 0.0)):
        for (left, right), by in pairs.items():
            yield Link(left=left, right=right, probability=probability, decided_by=by)
    for (relation, left, right), last in decided.directed.items():
        probability = 0.0 if _is_cut(last) else 1.0
        yield Link(left=left, right=right, relation=relation, probability=probability, decided_by=last.by)
