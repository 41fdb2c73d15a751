"""Many reports, one incident: which events of different reports are one happening, and what each report claims.

`link` takes coded reports, `extend` adds new ones to what is linked with the very result of linking all at once, and
`relink` parts a block of events anew after people's words on it, or with some reports changed, with that result too.
All are pure: the same reports and decisions give the same incidents, in whatever order they came.
"""

from tacitus.linking._chains import ChainIds, Step, chain_ids, chains
from tacitus.linking._cluster import cluster, ties
from tacitus.linking._kinds import kind_of
from tacitus.linking._link import Linked, News, extend, link, relink
from tacitus.linking._pairs import Reach, pairs, reaches
from tacitus.linking._parameters import Chances, Parameters, shipped_parameters
from tacitus.linking._profile import UNDATED_DAYS
from tacitus.linking._rows import link_of_row, rows_of
from tacitus.linking._score import LEAST_PROBABILITY, settings_for_spark

__all__ = [
    "LEAST_PROBABILITY",
    "UNDATED_DAYS",
    "ChainIds",
    "Chances",
    "Linked",
    "News",
    "Parameters",
    "Reach",
    "Step",
    "chain_ids",
    "chains",
    "cluster",
    "extend",
    "kind_of",
    "link",
    "link_of_row",
    "pairs",
    "reaches",
    "relink",
    "rows_of",
    "settings_for_spark",
    "shipped_parameters",
    "ties",
]
