"""How two events are compared: for each comparison its levels, from most to least alike, as DuckDB conditions.

The conditions are symmetric in the two events, so a pair's probability cannot depend on which of them came first.
What one of the two does not tell is no evidence: it fits no level and weighs nothing.
"""

from dataclasses import dataclass

from tacitus.earth import NEAR_KM, RADIUS_KM

# Coordinates of one town differ by a few kilometres between gazetteers and named sites.
SITE_KM, FAR_KM = 5, 100
# A region's point stands anywhere in it.
REGION_KM = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One degree of likeness."""

    name: str
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One respect in which two events are compared. `unknown` is when one of them does not tell."""

    name: str
    unknown: str
    levels: tuple[Level, ...]


def _levels(**conditions: str) -> tuple[Level, ...]:
    """Levels in order, the last for everything else."""
    return tuple(Level(name=name.replace("_", " "), condition=condition) for name, condition in conditions.items())


def _empty(column: str) -> str:
    return f"len({column}_l) = 0 or len({column}_r) = 0"


def _shared(left: str, right: str) -> str:
    return f"list_has_any({left}, {right})"


# `earth.kilometres`, in the words of SQL.
_KM = (
    f"({2 * RADIUS_KM:.0f} * asin(least(1, sqrt(pow(sin(radians(lat_l - lat_r) / 2), 2) + "
    "cos(radians(lat_l)) * cos(radians(lat_r)) * pow(sin(radians(lon_l - lon_r) / 2), 2)))))"
)
_POINTS = "precision_l in ('exact', 'near') and precision_r in ('exact', 'near')"
_GAP = "greatest(first_day_l - last_day_r, first_day_r - last_day_l)"
_SHARE = "(len(list_intersect(words_l, words_r)) / least(len(words_l), len(words_r)))"

_ACT = Comparison(
    name="act",
    unknown="false",
    levels=_levels(
        same_act=f"category_l = category_r and ({_shared('modes_l', 'modes_r')} or acled_l = acled_r)",
        same_category="category_l = category_r and (len(modes_l) = 0 or len(modes_r) = 0)",
        same_category_by_other_means="category_l = category_r",
        kindred_categories="quad_l = quad_r",
        different_acts="ELSE",
    ),
)
_PLACE = Comparison(
    name="place",
    unknown="country_l is null or country_r is null",
    levels=_levels(
        same_site=f"{_POINTS} and (place_l = place_r and country_l = country_r or {_KM} <= {SITE_KM})",
        nearby=f"{_POINTS} and {_KM} <= {NEAR_KM}",
        some_way_off=f"{_POINTS} and {_KM} <= {FAR_KM}",
        same_region=f"not ({_POINTS}) and country_l = country_r and (region_l = region_r or {_KM} <= {REGION_KM})",
        same_country_no_more_told="country_l = country_r and (precision_l = 'country' or precision_r = 'country')",
        far_apart="ELSE",
    ),
)
_TIME = Comparison(
    name="time",
    unknown="not (dated_l and dated_r)",
    levels=_levels(
        same_day="first_day_l = last_day_l and first_day_r = last_day_r and first_day_l = first_day_r",
        times_overlap=f"{_GAP} <= 0",
        a_day_apart=f"{_GAP} <= 1",
        days_apart="ELSE",
    ),
)


def _parties(name: str, column: str, other: str) -> Comparison:
    groups = f"{column[:-1]}_groups"
    crossed = f"{_shared(f'{column}_l', f'{other}_r')} or {_shared(f'{other}_l', f'{column}_r')}"
    return Comparison(
        name=name,
        unknown=_empty(groups),
        levels=_levels(
            a_party_of_one_name=_shared(f"{column}_l", f"{column}_r"),
            a_party_of_one_kind=_shared(f"{groups}_l", f"{groups}_r"),
            sides_exchanged=crossed,
            other_parties="ELSE",
        ),
    )


_WEAPON = Comparison(
    name="weapon",
    unknown=_empty("weapons"),
    levels=_levels(a_shared_word=_shared("weapons_l", "weapons_r"), other_words="ELSE"),
)


def _harm(column: str) -> Comparison:
    low, high = f"{column}_low", f"coalesce({column}_high_{{side}}, 1e9)"
    left, right = high.format(side="l"), high.format(side="r")
    return Comparison(
        name=column,
        unknown=f"{low}_l is null or {low}_r is null",
        levels=_levels(
            same_figure=f"{low}_l = {low}_r and {column}_high_l is not distinct from {column}_high_r",
            figures_overlap=f"{low}_l <= {right} and {low}_r <= {left}",
            within_a_factor_of_two=(
                f"greatest({low}_l, {low}_r) <= 2 * least({left}, {right}) or abs({low}_l - {low}_r) <= 2"
            ),
            figures_far_apart="ELSE",
        ),
    )


# The trigger stands in the sentence, so the two are one comparison: counted apart they would be counted twice.
_SAME_TRIGGER = _shared("triggers_l", "triggers_r")
_WORDS = Comparison(
    name="words",
    unknown=_empty("words"),
    levels=_levels(
        same_trigger_and_many_words=f"{_SAME_TRIGGER} and {_SHARE} >= 0.4",
        same_trigger=_SAME_TRIGGER,
        many_words=f"{_SHARE} >= 0.4",
        some_words=f"{_SHARE} >= 0.2",
        few_words="ELSE",
    ),
)

COMPARISONS = (
    _ACT,
    _PLACE,
    _TIME,
    _parties("actors", "actors", "recipients"),
    _parties("recipients", "recipients", "actors"),
    _WEAPON,
    _harm("killed"),
    _harm("injured"),
    _WORDS,
)
