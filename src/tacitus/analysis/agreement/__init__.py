"""How far two coders agree on the events of reports, or a coder and the program.

    agree(codings("anna.jsonl").events, codings("ben.jsonl").events)

How events are paired and slots are scored is told in docs/agreement.md; `event_sums` and `event_statistics` are that
measure by itself, which the project's benchmarks use as well.
"""

from tacitus.analysis._same import Value, same_party, same_place, same_time
from tacitus.analysis.agreement._agreement import Agreement, Coding, Score, SlotAgreement, agree
from tacitus.analysis.agreement._alpha import alpha
from tacitus.analysis.agreement._domain import Level
from tacitus.analysis.agreement._pairing import Pair, pairs
from tacitus.analysis.agreement._ratios import added, f1_each, found, harmonic, ratio
from tacitus.analysis.agreement._read import Codings, codings
from tacitus.analysis.agreement._slots import SLOTS
from tacitus.analysis.agreement._sums import event_statistics, event_sums, same_category
from tacitus.analysis.agreement._table import agreement_as_record, agreement_as_terminal
from tacitus.analysis.agreement._tally import Estimate, Statistic, Sums, Tally, estimates

__all__ = [
    "SLOTS",
    "Agreement",
    "Coding",
    "Codings",
    "Estimate",
    "Level",
    "Pair",
    "Score",
    "SlotAgreement",
    "Statistic",
    "Sums",
    "Tally",
    "Value",
    "added",
    "agree",
    "agreement_as_record",
    "agreement_as_terminal",
    "alpha",
    "codings",
    "estimates",
    "event_statistics",
    "event_sums",
    "f1_each",
    "found",
    "harmonic",
    "pairs",
    "ratio",
    "same_category",
    "same_party",
    "same_place",
    "same_time",
]
