"""How accurate the reader is on the reports that training held out, told apart by what they are about.

    measured(documents(FOLDER))

FOLDER is what `python -m training.evaluate WEIGHTS --reports FILE… --hold-out 0 --out FOLDER` writes. Only figures come
out of here, never a word of a report; `mistakes` names what went wrong in one report, for texts that may be shown.
"""

from benchmarks.held_out._documents import Document, documents
from benchmarks.held_out._groups import region_of_country, source_type
from benchmarks.held_out._measured import COMPARED, measured
from benchmarks.held_out._mistakes import KINDS, Kind, Mistake, mistakes, share_words

__all__ = [
    "COMPARED",
    "KINDS",
    "Document",
    "Kind",
    "Mistake",
    "documents",
    "measured",
    "mistakes",
    "region_of_country",
    "share_words",
    "source_type",
]
