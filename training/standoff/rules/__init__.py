"""Rules that look for annotations which may break the guide.

Each rule is a function over one annotation that yields hits; its docstring is the guide's sentence. A hit is a place
to look at: some rules have no true exceptions (`STRICT`), the others ask a question that only the text answers.
"""

from collections.abc import Iterable, Iterator

from training.standoff._record import Annotation
from training.standoff.rules import _codes, _modes, _realis, _settled, _spans, _structure, _values
from training.standoff.rules._rule import Find, Hit

STRICT: tuple[Find, ...] = (
    _codes.unknown_code,
    _codes.country_of_old,
    _codes.another_name,
    _realis.acled_of_what_did_not_happen,
    _realis.acled_of_a_war,
    _settled.ground_taken,
    _settled.prevented_attack,
    _settled.list_of_places,
    _spans.blank_or_stop_at_the_edge,
    _values.week_unlike_guide,
)
QUESTIONS: tuple[Find, ...] = (
    _codes.place_without_point,
    _codes.same_words_other_party,
    _modes.mode_left_out,
    _realis.doubted,
    _realis.foiled_plot,
    _realis.future,
    _realis.negated,
    _settled.fighters_captured,
    _settled.order_to_own_side,
    _settled.settled_late,
    _spans.article_or_adjective,
    _spans.clause_in_party,
    _spans.long_trigger,
    _structure.answer_before_cause,
    _structure.fight_with_one_attacker,
    _structure.mutual_act_with_recipient,
    _structure.one_trigger_twice,
    _structure.requested_act_beside_request,
    _structure.told_twice,
    _structure.total_beside_members,
    _values.bounds_unlike_words,
    _values.number_with_its_noun,
    _values.number_without_number,
    _values.time_with_preposition,
)


def lint(
    annotations: Iterable[Annotation], rules: Iterable[Find] = STRICT + QUESTIONS
) -> Iterator[tuple[Annotation, str, Hit]]:
    """Every hit of every rule, with the annotation and the rule's name."""
    for annotation in annotations:
        for rule in rules:
            for found in rule(annotation):
                yield annotation, rule.__name__, found


__all__ = ["QUESTIONS", "STRICT", "Find", "Hit", "lint"]
