"""The records that corpora are read into: texts with spans, labels, roles or chains, counted in characters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a corpus' licence, as stated, lets one do with weights trained on it. A reading, not legal advice.

    `non_commercial`: the whole corpus stays out of weights that are shipped. Where only a part of it is
    non-commercial, each record says so itself.
    """

    stated: str
    weights: str
    non_commercial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A labelled stretch `[start, end)` of a text, in characters."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedText:
    """A text with labelled spans that do not overlap. `tokens` are the corpus' own token boundaries, in characters.

    `document` is the text's document where texts are sentences of one; `origin` who published it.
    """

    id: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    spans: tuple[Labelled, ...]
    document: str | None = None
    origin: str | None = None
    non_commercial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A text and the labels that hold for it, none or several; a corpus of classes gives exactly one."""

    id: str
    text: str
    labels: tuple[str, ...]
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One filler of a role, with every phrase of the key that names it, each where it first stands."""

    role: str
    mentions: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleText:
    """A report with the fillers of its incidents' roles, and the types of its incidents."""

    id: str
    text: str
    entities: tuple[Entity, ...]
    incident_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says (source), with which words (cue), what (content); each may be empty or in several parts."""

    source: tuple[Labelled, ...]
    cue: tuple[Labelled, ...]
    content: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedText:
    """A news article with its attributions."""

    id: str
    text: str
    published: str
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedEvent:
    """A TimeML event; tense, aspect, polarity and modality are those of its first instance, None where it has none."""

    start: int
    end: int
    event_class: str
    tense: str | None = None
    aspect: str | None = None
    polarity: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedText:
    """A news text with time expressions and events; `created` is the TIMEX3 value of the document's own time."""

    id: str
    text: str
    created: str
    timexes: tuple[Timex, ...]
    events: tuple[TimedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that tells something, and how sure readers were that it happened: about -3 (no) to 3 (yes)."""

    start: int
    end: int
    happened: float
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FactualText:
    """A sentence with its judged predicates."""

    id: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    predicates: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention of an event, participant, time or place. Mentions with one `chain` name one thing.

    A mention of separate words spans from its first to its last word.
    """

    start: int
    end: int
    type: str
    chain: str

    @property
    def is_event(self) -> bool:
        """Whether it names an event, be it a denied one."""
        return self.type.startswith(("ACTION", "NEG"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainedText:
    """A document with the mentions of those sentences that were annotated in full, which `sentences` bounds.

    Documents of one `subtopic` tell of the same event, those of one `topic` of the same kind of event.
    """

    id: str
    topic: str
    subtopic: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedEvent:
    """An event by its trigger, with the informative mention of each argument, labelled by its role."""

    type: str
    start: int
    end: int
    arguments: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventText:
    """A document with its events."""

    id: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    events: tuple[TypedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name in a text and where the place is, in WGS84 degrees, as far as the corpus says."""

    start: int
    end: int
    type: str | None
    lat: float | None
    lon: float | None
    geonames_id: str | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedText:
    """A news text with its toponyms."""

    id: str
    title: str | None
    text: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSentence:
    """A sentence in Universal Dependencies; `heads` are 1-based, 0 is the root. Multi-word tokens are left out."""

    id: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
