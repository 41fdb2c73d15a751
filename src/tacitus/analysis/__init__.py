"""What analysts make of coded reports: agreement between coders, comparison with other data, briefings.

Three packages, each with a front door of its own: `agreement`, `compare`, `briefing`. Here stands what they share.
"""

from tacitus.analysis._assignment import aligned, assigned
from tacitus.analysis._same import words

__all__ = ["aligned", "assigned", "words"]
