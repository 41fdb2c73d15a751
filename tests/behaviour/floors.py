"""The pinned floors of the behaviour suite, and the ceiling of the neutrality suite: all in this one place.

Each figure is what `python -m benchmarks.behaviour` printed on the day and with the reader named below; the tests allow
`NOISE` beside it. Pin them anew with every new reader. A figure that gets worse belongs into the changelog, with its
reason.
"""

from collections.abc import Mapping

# Measured on 2026-11-28 with reader c30a5f168919: 578 cases, 2,597 expectations; 236 reports, 2,857 slots.

# A file of cases holds 33 to 140 expectations. int8 kernels differ between processors and may turn two or three.
NOISE = 0.03
# Over all expectations, and over all slots, such turns are rare and cancel out.
OVERALL_NOISE = 0.01

OVERALL = 0.610

# The share of slots that differ when the parties exchange their names. The aim is 0.02.
DIFFERING = 0.191

PHENOMENA: Mapping[str, float] = {
    "active_and_passive": 0.783,
    "answers": 0.602,
    "attribution": 0.691,
    "capitals": 0.709,
    "casualties": 0.742,
    "drills": 0.652,
    "headlines": 0.518,
    "hearsay_and_doubt": 0.744,
    "machine_translated": 0.677,
    "material_conflict": 0.538,
    "material_cooperation": 0.245,
    "metaphors": 0.676,
    "might_and_usually": 0.543,
    "missing_punctuation": 0.590,
    "misspelt": 0.675,
    "modes": 0.519,
    "negation_and_denial": 0.494,
    "old_attacks": 0.784,
    "places": 0.869,
    "plans": 0.470,
    "responsibility": 0.770,
    "sport_accidents_crime": 0.727,
    "threats": 0.452,
    "times": 0.579,
    "told_again": 0.818,
    "totals": 0.724,
    "two_alike": 0.461,
    "verbal_conflict": 0.425,
    "verbal_cooperation": 0.471,
    "who_to_whom": 0.651,
}
