"""What the reader model found in a report, before anything is known about the world."""

from dataclasses import dataclass
from enum import StrEnum

from tacitus.model._event import Realis
from tacitus.model._interval import Interval
from tacitus.model._party import Party
from tacitus.model._place import Place
from tacitus.model._quantity import Quantity
from tacitus.model._span import Span


class Kind(StrEnum):
    """What a mention names."""

    PARTY = "party"
    PLACE = "place"
    TIME = "time"
    WEAPON = "weapon"
    NUMBER = "number"


class Role(StrEnum):
    """What a mention is to an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    WEAPON = "weapon"
    KILLED = "killed"
    INJURED = "injured"
    COUNT = "count"
    ATTRIBUTION = "attribution"
    CLAIMED_BY = "claimed_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSector:
    """What a party is by how the report speaks of it: a PLOVER sector or none, with the model's probability."""

    code: str | None
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names a party, place, time, weapon or number, with the model's probability."""

    kind: Kind
    span: Span
    p: float
    sector: ReadSector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A mention's role in an event; `mention` is its index in `Reading.mentions`."""

    role: Role
    mention: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event as the text tells it: its triggers, best told first, and who and what plays a role in it.

    `responds_to` holds indices into `Reading.happenings`. `traits` are facts that no span carries: "several" (told in
    the plural without a number), "one_killed" and "one_injured" (a person's harm told without a number).
    """

    category: str
    triggers: tuple[Span, ...]
    realis: Realis
    modes: tuple[str, ...] = ()
    acled: str | None = None
    traits: tuple[str, ...] = ()
    arguments: tuple[Argument, ...] = ()
    responds_to: tuple[int, ...] = ()
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the model read in one report, in order of the text. `share_read` is 1.0 for a text read whole."""

    mentions: tuple[Mention, ...]
    happenings: tuple[Happening, ...]
    share_read: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """What the mentions of a reading mean. Each tuple is as long as `Reading.mentions`; entry i belongs to mention i.

    A mention may name several parties ("Afghan and German forces"). None, or an empty tuple, is a mention of another
    kind or one whose meaning could not be told. `remarks` says in words what could not be resolved and why.
    """

    parties: tuple[tuple[Party, ...], ...]
    places: tuple[Place | None, ...]
    times: tuple[Interval | None, ...]
    quantities: tuple[Quantity | None, ...]
    remarks: tuple[str, ...] = ()
