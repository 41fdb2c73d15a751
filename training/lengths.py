"""The lengths to which windows are padded in training.

Kernels for matrix products are made anew for each new shape, which costs more than the padding.
"""

from tacitus.reading import WINDOW

LENGTHS = (32, 64, 128, 192, WINDOW)


def padded(length: int) -> int:
    """The next of the lengths that are used."""
    return next(known for known in LENGTHS if known >= length)
