"""Figures with their uncertainty: the package's estimates, under the name that the benchmarks give them."""

from tacitus.analysis.agreement import Estimate as Figure
from tacitus.analysis.agreement import Statistic, Sums, Tally
from tacitus.analysis.agreement import estimates as figures

__all__ = ["Figure", "Statistic", "Sums", "Tally", "figures"]
