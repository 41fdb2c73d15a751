"""The pinned floors of the behaviour suite, and the ceiling of the neutrality suite: all in this one place.

Each figure is what `python -m benchmarks.behaviour` printed on the day and with the reader named below; the tests allow
`NOISE` beside it. Pin them anew with every new reader. A figure that gets worse belongs into the changelog, with its
reason.
"""

from collections.abc import Mapping

# Measured on 2026-11-28 with reader 7609079f34d0: 578 cases, 2,597 expectations; 236 reports, 3,031 slots.

# A file of cases holds 33 to 140 expectations. int8 kernels differ between processors and may turn two or three.
NOISE = 0.03
# Over all expectations, and over all slots, such turns are rare and cancel out.
OVERALL_NOISE = 0.01

OVERALL = 0.755

# The share of slots that differ when the parties exchange their names. The aim is 0.02.
DIFFERING = 0.022

PHENOMENA: Mapping[str, float] = {
    "active_and_passive": 0.783,
    "answers": 0.796,
    "attribution": 0.864,
    "capitals": 0.942,
    "casualties": 0.787,
    "drills": 0.565,
    "headlines": 0.614,
    "hearsay_and_doubt": 0.878,
    "machine_translated": 0.800,
    "material_conflict": 0.644,
    "material_cooperation": 0.606,
    "metaphors": 0.676,
    "might_and_usually": 0.471,
    "missing_punctuation": 0.808,
    "misspelt": 0.712,
    "modes": 0.500,
    "negation_and_denial": 0.740,
    "old_attacks": 0.912,
    "places": 0.893,
    "plans": 0.590,
    "responsibility": 0.784,
    "sport_accidents_crime": 0.727,
    "threats": 0.762,
    "times": 0.763,
    "told_again": 0.869,
    "totals": 0.888,
    "two_alike": 0.562,
    "verbal_conflict": 0.867,
    "verbal_cooperation": 0.736,
    "who_to_whom": 0.927,
}
