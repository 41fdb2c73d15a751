"""Incidents beside what people coded: ACLED or UCDP GED, matched one to one by place, day and kind of act.

    comparison = compare(entries, human_coded("acled.csv"), load_codebook())
    comparison.recall, comparison.matches[0].km

How rows are read and matched is told in docs/compare.md.
"""

from tacitus.analysis.compare._compare import Comparison, Match, Scope, compare
from tacitus.analysis.compare._html import comparison_as_html
from tacitus.analysis.compare._match import Tolerance
from tacitus.analysis.compare._read import HumanCoded, human_coded
from tacitus.analysis.compare._row import Layout, Row
from tacitus.analysis.compare._sheet import comparison_as_csv

__all__ = [
    "Comparison",
    "HumanCoded",
    "Layout",
    "Match",
    "Row",
    "Scope",
    "Tolerance",
    "compare",
    "comparison_as_csv",
    "comparison_as_html",
    "human_coded",
]
