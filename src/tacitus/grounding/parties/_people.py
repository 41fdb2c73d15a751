"""Persons: titles before names, names beside descriptions, and who in a report carries which title."""

from collections.abc import Iterator
from dataclasses import replace

from tacitus.grounding.parties._chart import Item
from tacitus.grounding.parties._entries import Role
from tacitus.grounding.parties._lists import listed
from tacitus.grounding.parties._named import behind, entry_sense, named, trailing_name
from tacitus.grounding.parties._phrase import DEFINITE, LEADING, TAIL, VERBS, Part, can_name, parts_of, phrase
from tacitus.grounding.parties._roles import by_role
from tacitus.grounding.parties._setting import Sense, Setting
from tacitus.grounding.parties._words import key_of

# Words beside a name that make its bearer a suspect: rebel or criminal, as the report goes.
ACCUSED = listed("accused")
AROUND = 6
# Titles of office holders in the registry, before a surname alone.
HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "vice president"})
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "don", "senor"})
MOST_NAMES = 4
BEFORE_TITLE = 2
NO_TITLE = VERBS | TAIL | LEADING
BESIDE_COMMA = 10


def titled(part: Part, setting: Setting) -> Sense | None:
    """A role with a personal name behind it: "Colonel Perez", "opposition leader Riad Farouk"."""
    at = next((at for at in range(len(part.core) - 1, -1, -1) if part.core[at].role), None)
    if at is None or at == len(part.core) - 1:
        return None
    name = trailing_name(part.core[at + 1 :])
    before = replace(part, core=part.core[: at + 1])
    role = named(before, setting) or by_role(before, setting)
    if not name or role is None:
        return None
    holder = _holder(name, role, setting) if " " not in name and part.core[at].key in HEADS else None
    return holder or replace(role, name=name, rule="title: before a name", person=True)


def _holder(surname: str, role: Sense, setting: Setting) -> Sense | None:
    """The one office holder of that surname in the year; in an undated report, one of the title's country."""
    entries = setting.lexicon.registry.surnames.get(key_of(surname), ())
    year = setting.year
    active = tuple(
        entry for entry in entries if (entry.active(year, slack=0) if year else entry.country == role.country)
    )
    names = {entry.name for entry in active}
    return entry_sense(active[0], setting, "title: office holder") if len(names) == 1 else None


def known_person(part: Part, setting: Setting) -> Sense | None:
    """A personal name whose title the report gives elsewhere, or a present office holder by surname."""
    if not part.core or not all(item.unknown or item.place for item in part.core):
        return None
    if part.lead or not part.core[-1].words[0].capital:
        return None
    words = [word for item in reversed(part.core) for word in reversed(item.words) if len(word.key) > 2]
    for word in words:
        if word.key in setting.people:
            return replace(setting.people[word.key], name=_longer(part, setting.people[word.key]))
    return _in_office(words[0].key, setting) if len(words) == 1 else None


def _longer(part: Part, sense: Sense) -> str:
    own = phrase(part.core)
    return sense.name if sense.named or len(sense.name) > len(own) else own


def _in_office(surname: str, setting: Setting) -> Sense | None:
    """An office holder of one of the report's main countries; the year must be known."""
    entries = setting.lexicon.registry.surnames.get(surname, ())
    main = setting.home.countries[:3]
    fitting = tuple(
        entry for entry in entries if entry.country in main and setting.year and entry.active(setting.year, slack=0)
    )
    return entry_sense(setting.choose(fitting), setting, "registry: surname in office") if fitting else None


def unknown_person(part: Part, setting: Setting) -> Sense | None:
    """A personal name without any title in the report: someone accused, or else a private person."""
    bare = tuple(item for item in part.core if item.key not in COURTESY)
    while len(bare) > 2 and bare[0].unknown and not bare[0].words[0].capital:  # "fashion designer Lena Ortiz"
        bare = bare[1:]
    if (
        not bare
        or not all(can_name(bare, at) for at in range(len(bare)))
        or any(item.key in DEFINITE for item in part.lead)
    ):
        return None
    accused = bare[-1].words[-1].key in setting.accused
    sector = setting.sector(Role(sector="CRM", kind="suspect")) if accused else "CVL"
    rule = "person: accused in the report" if accused else "person: no title in the report"
    return Sense(name=phrase(bare), country=setting.country, sector=sector, rule=rule, person=True)


def accused_in(items: tuple[Item, ...]) -> frozenset[str]:
    """The left-over words that stand near a word of arrest or trial."""
    found: set[str] = set()
    for at, item in enumerate(items):
        if item.key in ACCUSED:
            near = items[max(0, at - AROUND) : at + AROUND]
            found |= {other.key for other in near if other.unknown and other.words[0].capital}
    return frozenset(found - LEADING - TAIL - VERBS)


def beside(parts: tuple[Part, ...]) -> str:
    """The personal name beside a description: "a former rebel, Omar Farid"."""
    for part in parts:
        if len(part.core) > 1 and not part.tail and all(item.unknown and item.words[0].capital for item in part.core):
            return phrase(part.core)
    return ""


def people_of(items: tuple[Item, ...], setting: Setting) -> dict[str, Sense]:
    """The persons to whom a report gives a title or description, by each word of their names; first told counts."""
    found: dict[str, Sense] = {}
    for at, item in enumerate(items):
        for name, sense in _told_at(items, at, item, setting):
            for word in (word for each in name for word in each.words):
                if len(word.key) > 2 and word.key not in LEADING and _better(sense, found.get(word.key)):
                    found[word.key] = sense
    return found


def _better(sense: Sense, told: Sense | None) -> bool:
    """Whether a title says more than the one told before: any says more than kinship ("his brother Omar")."""
    return told is None or (told.sector == "CVL" and sense.sector != "CVL" and not told.named)


def _told_at(
    items: tuple[Item, ...], at: int, item: Item, setting: Setting
) -> Iterator[tuple[tuple[Item, ...], Sense]]:
    if item.entries and all(entry.person for entry in item.entries):
        yield (item,), entry_sense(setting.choose(item.entries), setting, "registry: name told before")
    elif item.role and item.role.sector and item.role.kind != "body":
        name = _run(items, at + 1)
        here = replace(setting, offset=item.words[0].start) if name else setting
        title = Part(lead=(), core=items[_title_from(items, at) : at + 1])
        sense = named(title, here) or by_role(title, here) if name else None
        if sense:
            yield name, replace(sense, name=phrase(name), rule="person: title in the report", person=True, named=False)
    elif item.unknown and at + 1 < len(items):
        yield from _described(items, at, setting)


def _title_from(items: tuple[Item, ...], at: int) -> int:
    """Where the title begins that ends at `at`: two items before it at most, none beyond a comma, verb or article."""
    start = at
    while start > 0 and at - start < BEFORE_TITLE and not _begins_part(items[start]) and _in_title(items[start - 1]):
        start -= 1
    return start


def _begins_part(item: Item) -> bool:
    return bool(set(item.words[0].joined) & set(',;:.!?(["“'))


def _in_title(item: Item) -> bool:
    person = bool(item.entries) and all(entry.person for entry in item.entries)
    return not person and item.key not in NO_TITLE


def _run(items: tuple[Item, ...], at: int) -> tuple[Item, ...]:
    """The personal name that begins here: left-over capitals up to a comma, verb or preposition."""
    end = at
    while end < len(items) and end - at < MOST_NAMES and can_name(items, end) and not _parted(items[end]):
        end += 1
    return items[at:end]


def _parted(item: Item) -> bool:
    return item.words[0].joined not in {"", ".", "'", "-", "’"}


def _described(items: tuple[Item, ...], at: int, setting: Setting) -> Iterator[tuple[tuple[Item, ...], Sense]]:
    """A name with a description behind its comma: "Omar Farid, 34, a rebel commander in the north,"."""
    if not items[at + 1].words[0].joined.startswith(",") or items[at].place or not can_name(items, at):
        return
    setting = replace(setting, offset=items[at].words[0].start)
    begin = at + 2 if items[at + 1].key.isdecimal() and at + 2 < len(items) else at + 1
    end = begin + 1
    while (
        end < len(items)
        and end - begin <= BESIDE_COMMA
        and not items[end].words[0].joined
        and items[end].key not in VERBS
    ):
        end += 1
    parts = parts_of(items[begin:end])
    opens = parts and (parts[0].lead or parts[0].core[0].role or parts[0].core[0].state)
    sense = named(parts[0], setting) or behind(parts[0], setting) or by_role(parts[0], setting) if opens else None
    if sense and sense.sector and not sense.person:
        yield (
            (items[at],),
            replace(sense, name=items[at].text, rule="person: described in the report", person=True, named=False),
        )
