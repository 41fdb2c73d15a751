"""The probability that two events belong together, and the reasons, by Splink over DuckDB (Fellegi and Sunter 1969).

Pairs are looked for among events of one country and near days. Splink compares them level by level with the shipped
chances; it learns nothing here.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tacitus.linking._comparisons import COMPARISONS, Comparison
from tacitus.linking._kinds import RELATIONS
from tacitus.linking._parameters import Chances, Parameters, probability_of, shipped_parameters
from tacitus.linking._profile import Profile
from tacitus.linking._table import GAP_DAYS, table_of
from tacitus.model import EventKey, IncidentKind, Link, Reason

if TYPE_CHECKING:
    import pyarrow as pa

# Pairs less likely than this are not kept: they could not tip any cluster, and are many.
LEAST_PROBABILITY = 0.05
# Bounds the memory that a run takes: pairs fetched at once.
BATCH_PAIRS = 50_000


def score(
    profiles: Sequence[Profile],
    *,
    new: Collection[str],
    parameters: Parameters | None = None,
    least: float = LEAST_PROBABILITY,
) -> Iterator[Link]:
    """Links between events that may belong together, at least one of them of a report in `new`.

    Args:
        profiles: In the order of their keys.
        new: Ids of the reports whose pairs are wanted.
        parameters: The shipped ones, unless others are tried.
        least: Less likely pairs are left out.
    """
    if len(profiles) < 2:
        return
    import duckdb  # noqa: PLC0415  heavy, and needed for scoring alone

    parameters = parameters or shipped_parameters()
    with duckdb.connect() as connection:
        for row in _predicted(connection, table_of(profiles, new), parameters, least):
            yield link_of(row, profiles[row["unique_id_l"]], profiles[row["unique_id_r"]], parameters)


def _level(comparison: Comparison, gamma: int) -> str | None:
    """The name of a level by Splink's number, which counts down to 0 at "everything else" and is -1 for unknown."""
    return None if gamma < 0 else comparison.levels[len(comparison.levels) - 1 - gamma].name


class End(Protocol):
    """One of two events that were compared."""

    @property
    def key(self) -> EventKey:
        """The event."""
        ...

    @property
    def kind(self) -> IncidentKind:
        """What it stands for."""
        ...


# What Spark calls otherwise than DuckDB; the conditions hold nothing else that differs between the two.
_IN_SPARK = {"len(": "size(", "list_has_any(": "arrays_overlap(", "list_intersect(": "array_intersect("}


def settings_for_spark(parameters: Parameters) -> dict[str, Any]:
    """Splink's settings with the conditions as Spark writes them; each pair keeps the names and kinds of its events."""
    settings = _settings(parameters)
    for comparison in settings["comparisons"]:
        for level in comparison["comparison_levels"]:
            level["sql_condition"] = _in_spark(level["sql_condition"])
    (rule,) = settings["blocking_rules_to_generate_predictions"]
    rule |= {"blocking_rule": _in_spark(rule["blocking_rule"]), "sql_dialect": "spark"}
    return {**settings, "additional_columns_to_retain": ["doc_id", "event_id", "kind"]}


def _in_spark(condition: str) -> str:
    for ours, theirs in _IN_SPARK.items():
        condition = condition.replace(ours, theirs)
    return condition


def _settings(parameters: Parameters) -> dict[str, Any]:
    """Splink's settings."""
    return {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": parameters.prior,
        "comparisons": [_comparison(comparison, parameters.levels[comparison.name]) for comparison in COMPARISONS],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": _pairs_worth_comparing(), "sql_dialect": "duckdb", "arrays_to_explode": ["blocks"]}
        ],
        # Splink gives the levels reached only along with the columns compared.
        "retain_matching_columns": True,
    }


def _predicted(connection: Any, table: "pa.Table", parameters: Parameters, least: float) -> Iterator[dict[str, Any]]:
    """Splink's rows: two indices into the profiles, and `gamma_…` with the level of each comparison."""
    from splink import DuckDBAPI, Linker  # noqa: PLC0415  as above

    events = DuckDBAPI(connection).register(table, dataset_display_name="events")
    linker = Linker(events, _settings(parameters), log_level=None)
    pairs = linker.inference.predict(threshold_match_probability=least)
    gammas = ", ".join(f"gamma_{comparison.name}" for comparison in COMPARISONS)
    found = connection.sql(
        f"select unique_id_l, unique_id_r, {gammas} from {pairs.physical_name} "  # noqa: S608
        "order by unique_id_l, unique_id_r"
    )
    for batch in found.to_arrow_reader(BATCH_PAIRS):
        yield from batch.to_pylist()


def _comparison(comparison: Comparison, chances: Mapping[str, Chances]) -> dict[str, Any]:
    unknown = {"sql_condition": comparison.unknown, "label_for_charts": "unknown", "is_null_level": True}
    levels = [
        {
            "sql_condition": level.condition,
            "label_for_charts": level.name,
            "m_probability": chances[level.name].m,
            "u_probability": chances[level.name].u,
        }
        for level in comparison.levels
    ]
    return {"output_column_name": comparison.name, "comparison_levels": [unknown, *levels]}


def _pairs_worth_comparing() -> str:
    """Of one block, near in days, of kinds that can be linked, and not both known already."""
    kinds = " or ".join(
        f"(l.kind = '{left}' and r.kind = '{right}') or (l.kind = '{right}' and r.kind = '{left}')"
        for left, right in RELATIONS
    )
    near = f"greatest(l.first_day - r.last_day, r.first_day - l.last_day) <= {GAP_DAYS}"
    return f"l.blocks = r.blocks and (l.is_new or r.is_new) and ({kinds}) and coalesce({near}, true)"


def link_of(row: Mapping[str, Any], left: End, right: End, parameters: Parameters) -> Link:
    """The link between two events, from the levels that Splink found for them: `gamma_…` by comparison."""
    if (left.kind, right.kind) not in RELATIONS or (left.kind is right.kind and right.key < left.key):
        left, right = right, left
    reasons = tuple(_reasons(row, parameters))
    return Link(
        left=left.key,
        right=right.key,
        relation=RELATIONS[left.kind, right.kind],
        probability=probability_of(reasons, parameters),
        reasons=reasons,
    )


def _reasons(row: Mapping[str, Any], parameters: Parameters) -> Iterator[Reason]:
    for comparison in COMPARISONS:
        level = _level(comparison, row[f"gamma_{comparison.name}"])
        if level is not None:
            weight = parameters.levels[comparison.name][level].weight
            yield Reason(comparison=comparison.name, level=level, weight=round(weight, 2))
