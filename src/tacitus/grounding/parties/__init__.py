"""Parties: who a phrase names, with canonical name, country and PLOVER sector, and the rule that told it."""

from tacitus.grounding.parties._ground import ground_parties
from tacitus.grounding.parties._registry import Registry

__all__ = ["Registry", "ground_parties"]
