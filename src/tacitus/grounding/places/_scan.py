"""Finds place names in raw text by the gazetteer, capital letters and the words around them; no neural net."""

import re
from collections.abc import Sequence

from tacitus.grounding.places._clues import Clues, is_capitals, read_clues, tokens
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import bearing_of, hint_of
from tacitus.model import Span

LONGEST = 6
# Inhabitants from which a town is taken for meant: after "in" or "near", standing free, at the head of a sentence, and in a text in
# capitals. Swept on half of LGL and GeoWebNews.
AFTER_LOCATIVE, FREE, SENTENCE_HEAD, IN_CAPITALS = 0, 15_000, 100_000, 150_000
ABROAD = 10
_LINKS = frozenset("of the de del la las los el al an en es da do dos du di le les upon on i y e e-".split())
_LOCATIVE = frozenset("in at near from to of outside around inside into toward towards across through between throughout via for leaving reached "
                      "reach visit visited visiting north south east west northern southern eastern western within off downtown central".split())  # fmt: skip
_TITLES = frozenset(
    "mr mrs ms miss dr president minister general gen col colonel capt captain lt lieutenant maj major sgt sergeant sen senator rep "
    "representative gov governor judge justice sheriff mayor prof professor sir lord lady king queen prince princess pope rev reverend "
    "father sister brother sheikh imam ayatollah chancellor secretary spokesman spokeswoman chief coach officer detective deputy "
    "councilman councilwoman commissioner chairman director attorney ambassador st saint president-elect premier dame".split()
)
_ORGANISATION = frozenset(
    "university college school schools institute academy bank company co inc corp corporation ltd party front army brigade brigades battalion "
    "police council committee commission court association union league club fc united city's times post news herald tribune "
    "gazette journal daily press agency ministry department foundation society church hospital airlines airways group movement "
    "liberation congress parliament assembly senate team teams rovers athletic hotel theatre theater museum library center centre "
    "festival award prize act agreement accord accords treaty declaration protocol process road street st ave avenue boulevard blvd drive lane "
    "highway elementary high middle medical symphony orchestra authority bureau board chamber dispatch sun star globe chronicle".split()
)
_COMMON = frozenset(
    "march may august monday tuesday wednesday thursday friday saturday sunday january february april june july september october "
    "november december the he she it we they but and or if when this that these those there here no yes not all most many some more "
    "police government army minister president god allah islam muslim christian christmas easter ramadan internet english spanish "
    "of us as at by on in is was had has have for from with who what why how one two three four five six seven eight nine ten best "
    "most man men woman women mobile reading nice bath split date mail sun star post media life house home force forces deal ball "
    "university college church street court justice news today time date early late new old high low east west north south northern southern "
    "eastern western central upper lower great grand big white black red green blue brown king queen prince bishop hunter young bush "
    "martin wilson smith jones johnson williams davis lee clinton obama trump biden george john david james robert michael william mary "
    "charles thomas henry joseph jackson lincoln washington's".split()
)


def find_places(text: str, *, gazetteer: Gazetteer) -> tuple[Span, ...]:
    """The place names of a text, in order, none overlapping: names alone, without "the" or words of sort.

    Nationality words, persons and organisations named after places are passed over.
    """
    clues, words, capitals = read_clues(text, gazetteer), tokens(text), is_capitals(text)
    found: list[Span] = []
    position = 0
    while position < len(words):
        size = _match(text, words, position, clues, gazetteer, capitals=capitals)
        if size:
            found.append(_trimmed(text, words[position].start, words[position + size - 1].end))
        position += size or 1
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    possessive = re.search(r"['’]s?$", text[start:end])
    end -= len(possessive[0]) if possessive else 0
    if text[end - 1] == "." and text[start:end].count(".") == 1 and end - start > 5:
        end -= 1
    return Span.of(text, start, end)


def _match(text: str, words: Sequence[Span], position: int, clues: Clues, gazetteer: Gazetteer, *, capitals: bool) -> int:
    """How many words from `position` name a place; 0 if none."""
    first = words[position].text
    if not (first[0].isupper() or (first.lower().startswith(("al-", "el-", "ad-", "as-", "ar-", "at-")) and any(c.isupper() for c in first))):
        return 0
    for size in range(min(LONGEST, len(words) - position), 0, -1):
        stretch = words[position : position + size]
        if not _together(text, stretch, capitals=capitals):
            continue
        name = key(re.sub(r"['’]s?$", "", text[stretch[0].start : stretch[-1].end]))
        if gazetteer.index.known(name) and name not in demonyms():
            return size if _meant(text, words, position, size, name, clues, gazetteer, capitals=capitals) else 0
    return 0


def _together(text: str, stretch: Sequence[Span], *, capitals: bool) -> bool:
    """Whether words can be one name: blanks between them, capitals but for link words, and a capital last."""
    for left, right in zip(stretch, stretch[1:], strict=False):
        between = text[left.end : right.start]
        if between.strip() or "\n\n" in between or left.text.endswith((".",)) and len(left.text) > 3:
            return False
    return all(capitals or word.text[0].isupper() or word.text.lower() in _LINKS for word in stretch) and (capitals or stretch[-1].text[0].isupper())


def _meant(text: str, words: Sequence[Span], position: int, size: int, name: str, clues: Clues, gazetteer: Gazetteer, *,
           capitals: bool) -> bool:  # fmt: skip
    if len(name) < 3 and text[words[position].start : words[position + size - 1].end] not in ("US", "UK", "U.S.", "U.K."):
        return False
    before = _neighbour(text, words, position - 1, position, step=-1)
    after = _neighbour(text, words, position + size, position + size - 1, step=1)
    strong, people = _fame(name, clues, gazetteer)
    if size == 1 and name in _COMMON:
        return False
    if after.lower().strip(".") in _ORGANISATION and after[:1].isupper():
        return False
    if before.lower().strip(".") in _TITLES:
        return False
    if strong:
        return capitals or not _run_on(before, after, capitals=capitals) or before.lower() in _LOCATIVE
    if not capitals and _run_on(before, after, capitals=capitals):
        return False
    return people >= _needed(before, at_head=_at_head(text, words, position), capitals=capitals)


def _needed(before: str, *, at_head: bool, capitals: bool) -> int:
    if before.lower() in _LOCATIVE:
        return AFTER_LOCATIVE
    if capitals:
        return IN_CAPITALS
    return SENTENCE_HEAD if at_head else FREE


def _neighbour(text: str, words: Sequence[Span], wanted: int, beside: int, *, step: int) -> str:
    """The word next to a match, "" where a point, comma or line end stands between."""
    if not 0 <= wanted < len(words):
        return ""
    left, right = (words[wanted], words[beside]) if step < 0 else (words[beside], words[wanted])
    between = text[left.end : right.start]
    ended = left.text.endswith(".") and len(left.text) > 4
    return "" if between.strip(" \t") or ended else words[wanted].text


def _run_on(before: str, after: str, *, capitals: bool) -> bool:
    """Whether the capitalised words go on beside a match, as in the name of a person or an organisation."""
    return not capitals and (_proper(before) or _proper(after))


def _proper(word: str) -> bool:
    plain = word.lower().strip(".")
    return (word[:1].isupper() and hint_of(plain) is None and bearing_of(plain) is None and key(word) not in demonyms()
            and plain not in _LOCATIVE and plain not in ("the", "a", "an", "and", "but") and not word.isupper())  # fmt: skip


def _at_head(text: str, words: Sequence[Span], position: int) -> bool:
    start = words[position].start
    return position == 0 or bool(re.search(r"[.!?:\n“\"‘]['’\"”]?\s*$", text[max(0, start - 4) : start]))


def _fame(name: str, clues: Clues, gazetteer: Gazetteer) -> tuple[bool, int]:
    """Whether a name needs no more witness, and the people of its largest town; abroad a town counts a tenth."""
    index = gazetteer.index
    strong, most = False, -1
    for posting in gazetteer.find(name):
        row = posting >> 1
        feature, country = index.feature[row], index.countries[index.country[row]]
        told = clues.share(country) > 0 or not clues.shares
        strong |= feature in (Feature.COUNTRY, Feature.WIDE, Feature.AREA, Feature.SEA) or (feature == Feature.REGION and (told or index.population[row] > 3_000_000))
        people = int(index.population[row]) * (2 if posting & 1 else 1) // 2
        most = max(most, people if told else people // ABROAD) if feature in (Feature.CITY, Feature.DISTRICT, Feature.REGION, Feature.WATER, Feature.SITE) else most
        if feature in (Feature.DISTRICT, Feature.WATER, Feature.SITE, Feature.LINE) and told:
            most = max(most, FREE)
    return bool(strong), most
