"""Public corpora as typed records: each function takes a corpus' folder and the name of a part.

`TERMS` says for each corpus what its licence, as stated, lets one do with weights trained on it. A record marked
`non_commercial` (re3d) stays out of weights that are shipped even where the rest of its corpus does not.
"""

from training.corpora import (
    _cameo,
    _ceha,
    _crossner,
    _ecbplus,
    _ewt,
    _geoparsing,
    _glocon,
    _india_police_events,
    _insight_crime,
    _muc4,
    _ngec,
    _polnear,
    _re3d,
    _satp,
    _tempeval3,
    _uds_factuality,
    _wikievents,
)
from training.corpora._cameo import CAMEO_CLASSES, cameo_class, cameo_ner
from training.corpora._ceha import ceha
from training.corpora._crossner import crossner_politics
from training.corpora._ecbplus import ecbplus
from training.corpora._ewt import ewt
from training.corpora._files import MissingCorpusError
from training.corpora._geoparsing import geoparsing
from training.corpora._glocon import glocon
from training.corpora._india_police_events import INDIA_LABELS, india_police_events
from training.corpora._insight_crime import INSIGHT_CRIME_LABELS, insight_crime
from training.corpora._muc4 import MUC4_ROLES, muc4
from training.corpora._ngec import ngec_synthetic
from training.corpora._polnear import polnear
from training.corpora._re3d import re3d
from training.corpora._records import (
    AttributedText,
    Attribution,
    ChainedText,
    Entity,
    EventText,
    FactualText,
    Labelled,
    LabelledText,
    ParsedSentence,
    PlacedText,
    Predicate,
    RoleText,
    TaggedText,
    Terms,
    TimedEvent,
    TimedText,
    Timex,
    Told,
    Toponym,
    TypedEvent,
)
from training.corpora._satp import SATP_LABELS, satp
from training.corpora._tempeval3 import tempeval3
from training.corpora._uds_factuality import uds_factuality
from training.corpora._wikievents import wikievents

TERMS = {
    "cameo": _cameo.TERMS,
    "ceha": _ceha.TERMS,
    "crossner_politics": _crossner.TERMS,
    "ecbplus": _ecbplus.TERMS,
    "ewt": _ewt.TERMS,
    "geoparsing": _geoparsing.TERMS,
    "glocon": _glocon.TERMS,
    "india_police_events": _india_police_events.TERMS,
    "insight_crime": _insight_crime.TERMS,
    "muc4": _muc4.TERMS,
    "ngec_synthetic": _ngec.TERMS,
    "polnear": _polnear.TERMS,
    "re3d": _re3d.TERMS,
    "satp": _satp.TERMS,
    "tempeval3": _tempeval3.TERMS,
    "uds_factuality": _uds_factuality.TERMS,
    "wikievents": _wikievents.TERMS,
}

__all__ = [
    "CAMEO_CLASSES",
    "INDIA_LABELS",
    "INSIGHT_CRIME_LABELS",
    "MUC4_ROLES",
    "SATP_LABELS",
    "TERMS",
    "AttributedText",
    "Attribution",
    "ChainedText",
    "Entity",
    "EventText",
    "FactualText",
    "Labelled",
    "LabelledText",
    "MissingCorpusError",
    "ParsedSentence",
    "PlacedText",
    "Predicate",
    "RoleText",
    "TaggedText",
    "Terms",
    "TimedEvent",
    "TimedText",
    "Timex",
    "Told",
    "Toponym",
    "TypedEvent",
    "cameo_class",
    "cameo_ner",
    "ceha",
    "crossner_politics",
    "ecbplus",
    "ewt",
    "geoparsing",
    "glocon",
    "india_police_events",
    "insight_crime",
    "muc4",
    "ngec_synthetic",
    "polnear",
    "re3d",
    "satp",
    "tempeval3",
    "uds_factuality",
    "wikievents",
]
