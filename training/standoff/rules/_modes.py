"""`mode` lists every mode that the report supports: words that name one plainly, and events that lack it."""

import re
from collections.abc import Iterator

from tacitus.model import Event
from training.standoff._record import Annotation
from training.standoff.rules._rule import Hit, hit, triggers

# category, mode, words that name it in a trigger (t) or a weapon (w), case aside.
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("ASSAULT", "abduct", r"t:abduct|kidnap|hostage"),
    ("ASSAULT", "torture", r"t:tortur"),
    ("ASSAULT", "sexual", r"t:\brap(e|ed|es|ing)\b|sexual"),
    ("ASSAULT", "beat", r"t:\b(beat|beaten|beatings?|thrash\w*|manhandl\w*)\b"),
    ("ASSAULT", "targeted", r"t:assassinat|execut(ed|ion|ing)\b|behead"),
    ("ASSAULT", "firearms", r"t:\bshot\b(?! down)|shooting|gunned|gun ?(fire|fight|battle)|shoot-?out|opened fire"),
    ("ASSAULT", "firearms", r"w:\b(rifles?|pistols?|ak-?47|(machine-?|hand|shot)guns?|firearms?|gunfire|gunshots?)\b"),
    ("ASSAULT", "explosives", r"t:explo(d|s)|\bbomb(ed|s|ings?)?\b|detonat|bl(ew|own|ow|owing) up|dynamit|grenade"),
    ("ASSAULT", "explosives", r"w:bomb|explosive|grenade|dynamite|\bmines?\b|landmine|\bIEDs?\b|molotov"),
    ("ASSAULT", "suicide-attack", r"t:suicide (bomb|attack|blast)|blew (himself|herself|themselves) up"),
    ("ASSAULT", "aerial", r"t:air ?-?(strike|raid|attack|bombing|bombardment)|aerial"),
    ("ASSAULT", "drone", r"t:\bdrones?\b"),
    ("ASSAULT", "drone", r"w:\bdrones?\b|\bUAVs?\b"),
    ("ASSAULT", "heavy-weapons", r"t:shell(ed|ing)\b|mortar|artillery"),
    ("ASSAULT", "heavy-weapons", r"w:mortar|artillery|rocket|missile|cannon|howitzer|\bRPGs?\b|bazooka"),
    ("ASSAULT", "primitive", r"t:stabb|hacked|ston(ed|ing)\b|pelt|knif"),
    ("ASSAULT", "primitive", r"w:\b(kni(fe|ves)|machetes?|stones?|rocks?|axes?|spears?|clubs?|arrows?|swords?)\b"),
    ("ASSAULT", "crowd-control", r"t:tear ?-?gas|rubber bullet|water cannon|dispers|baton|lathi"),
    ("ASSAULT", "crowd-control", r"w:tear ?-?gas|rubber bullet|water cannon|batons?|stun grenade|pepper spray"),
    ("ASSAULT", "destroy", r"t:\b(burn(ed|t)|torched|arson|set (on )?(fire|ablaze)|destroy(ed|ing)|sabotag\w*)\b"),
    ("ASSAULT", "unconventional", r"t:chemical|poison|nerve agent|biological"),
    ("COERCE", "arrest", r"t:\barrest|detained|detention|custody|apprehend|jailed|imprison"),
    ("COERCE", "seize", r"t:\bseizure|confiscat|\braid|expropriat"),
    ("COERCE", "curfew", r"t:curfew"),
    ("COERCE", "martial-law", r"t:martial law|state of (emergency|siege)"),
    ("COERCE", "deport", r"t:deport|expel|evict"),
    ("COERCE", "restrict", r"t:\bbanned|blockad|besieg|cordon|road ?block|checkpoint|forbid|prohibit"),
    ("COERCE", "censor", r"t:censor"),
    ("COERCE", "cyber", r"t:\bhack(ed|ing|ers?)?\b|cyber"),
    ("PROTEST", "strike", r"t:(?<!hunger )\bstrikes?\b|\bstriking\b|walk-?out|work stoppage|stay-?away"),
    ("PROTEST", "demo", r"t:demonstrat|\bmarch(ed|es|ing)?\b|\brall(y|ies|ied)|\bvigil"),
    ("PROTEST", "riot", r"t:\briot|looting|rampag"),
    ("PROTEST", "boycott", r"t:boycott"),
    ("PROTEST", "hunger", r"t:hunger"),
    ("PROTEST", "obstruct", r"t:block(ed|ing|ade)|barricad|sit-?in|occup(y|ied|ation)"),
    ("RETREAT", "withdraw", r"t:withdr|pull(ed|ing)? out|retreat"),
    ("RETREAT", "release", r"t:\breleased?\b|\bfreed\b|acquit"),
    ("RETREAT", "resign", r"t:resign|step(ped|ping)? down"),
    ("RETREAT", "ceasefire", r"t:cease-?fire|truce"),
    ("RETREAT", "disarm", r"t:disarm|surrender|lay(ing)? down|laid down|demobili"),
    ("SANCTION", "convict", r"t:convict|sentenc|found guilty"),
    ("SANCTION", "expel", r"t:expel|expuls"),
    ("SANCTION", "discontinue", r"t:suspend|\bcut|\bbr(eak|oke)|halt"),
    ("ACCUSE", "investigate", r"t:investigat|inquir|enquir|\bprob(e|ed|es|ing)\b"),
    ("ACCUSE", "allege", r"t:accus|alleg|charged|blam|indict|lawsuit"),
    ("ACCUSE", "disapprove", r"t:condemn|critici|denounc|repudiat|deplor|slam|disapprov"),
    ("CONSULT", "visit", r"t:\bvisit"),
    ("CONSULT", "phone", r"t:phon"),
    ("CONSULT", "multilateral", r"t:summit|multilateral"),
    ("CONSULT", "third-party", r"t:mediat"),
)  # fmt: skip
# Bombs and rockets that aircraft drop are `aerial` alone, stun grenades `crowd-control`.
_COVERED = {"explosives": ("aerial", "drone", "crowd-control"), "heavy-weapons": ("aerial", "drone", "crowd-control"),
            "firearms": ("aerial",), "aerial": ("drone",)}  # fmt: skip


def mode_left_out(annotation: Annotation) -> Iterator[Hit]:
    """`mode` lists every mode that the report supports."""
    for event in annotation.events:
        for category, mode, words in _WORDS:
            covered = {mode, *_COVERED.get(mode, ())}
            if event.category == category and not covered & set(event.mode) and (found := _found(words, event)):
                yield hit(event, f"{mode}? {found!r}")


def _found(words: str, event: Event) -> str | None:
    where, pattern = words.split(":", 1)
    spans = triggers(event) if where == "t" else event.weapons
    return next((span.text for span in spans if re.search(pattern, span.text, re.IGNORECASE)), None)
