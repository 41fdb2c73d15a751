"""Paragraphs that stand in the main text of a page but are not part of the report.

Only whole, short paragraphs go, and only ones of a fixed form, so that no word of a report is lost: rather one caption
too many than a sentence too few.
"""

import re
from typing import Final

_MAX_CHARACTERS: Final = 300
"""Of a paragraph that may be furniture. Set: captions and notes on agencies are shorter."""

_NAME: Final = r"[A-Z][\w.'’-]{0,30}(?: (?:[A-Z][\w.'’-]{0,30}|de|van|von|bin|el|al-\w{1,20})){0,4}"
_AGENCY: Final = r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Getty Images|Xinhua|Anadolu|TASS|DPA|UPI|Bloomberg)"
_MOMENT: Final = (
    r"(?:[\d:,./()+|–-]|st|nd|rd|th|[ap]\.?m\.?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}|gmt|utc|e[ds]t|at|hours?|minutes?|days?|ago)"
)
_SIGN: Final = r"\s*[:|»>–—-].*"
_CREDIT: Final = rf"{_AGENCY}(?: [Pp]hotos?)?(?:[/,] ?[\w .'’-]{{1,60}})?"

# fmt: off
_ANY_CASE: Final = (
    # leads to other pages
    rf"(?:also |must )?(?:read|see|watch|listen)(?: (?:more|also|next|now|live|here|the full story))?(?:{_SIGN}|…)?",
    r"(?:read|see|watch) (?:more|also)\b.*",
    rf"(?:related|recommended|more)(?: (?:on this )?(?:stories|story|articles?|news|coverage|links))?(?:{_SIGN})?",
    r"(?:up next|most read|most popular|trending(?: now)?|editors?['’]s? picks?|don['’]t miss|top stories)\b.{0,60}",
    r"(?:click|tap) (?:here|on|below).{0,160}",
    r"(?:story |article )?continues (?:below|after).{0,60}",
    # advertisements, sharing, subscriptions
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted)(?: .{0,40})?",
    r"(?:share|tweet|print|save|comment|copy link)(?: this)?(?: (?:article|story|page|on|via|with)\b.{0,60})?",
    r"(?:follow|like|join|find) (?:us|@\w+).{0,120}",
    r"(?:sign up|subscribe|register|download)\b.{0,40}\b(?:newsletter|e-mails?|alerts|updates|app|now|here)\b.{0,120}",
    r"(?:unsubscribe|manage (?:your )?preferences|view (?:this e-?mail )?in (?:your |a )?browser).{0,160}",
    # dates, counts, rights
    rf"(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?(?: ?{_MOMENT})+",
    r"\d{1,2} min(?:ute)?s? read|\d+ (?:comments?|shares?|views)",
    r"(?:©|\(c\)|copyright(?: ©)?) ?\d{4}.{0,200}|.{0,120}all rights reserved\.?",
    # captions and notes on who wrote it
    r"(?:file )?(?:photo|image|picture|video|caption|photograph|credit)s?(?: credit| courtesy| by)?\s?[:/].{0,250}",
    r"(?:file )?(?:photo|image|video) (?:by|courtesy of|from) .{0,120}",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by .{0,250}",
    r".{0,120}\bcontributed to this (?:report|article|story)\.?",
)
_AS_WRITTEN: Final = (
    rf"(?:[Bb]y|BY|Words by|Written by)\s{{1,3}}{_NAME}(?:(?:,| and| &) (?:{_NAME}|[a-z ]{{3,30}})){{0,4}}\.?",
    rf"[\[(]?{_CREDIT}[\])]?",
    rf".{{0,280}}[\[(](?:File[ :/]{{0,2}}(?:[Pp]hoto[ :/]{{0,2}})?)?[\w .'’-]{{0,60}}[/,:]? ?{_CREDIT}[\])]",
    rf"{_NAME} ?[/|] ?{_AGENCY}(?: .{{0,40}})?",
    r"https?://\S+",
)
# fmt: on
_FURNITURE: Final = re.compile("|".join((*(f"(?i:{form})" for form in _ANY_CASE), *_AS_WRITTEN)), re.DOTALL)


def without_furniture(lines: list[str], title: str | None = None, author: str | None = None) -> list[str]:
    """The paragraphs of the report itself, without a repetition of its title or its byline."""
    known = {words.casefold() for words in (title, author, f"by {author}" if author else None) if words}
    return [line for line in lines if line and line.casefold() not in known and not is_furniture(line)]


def is_furniture(line: str) -> bool:
    """Whether a whole paragraph is one of the fixed forms."""
    return len(line) <= _MAX_CHARACTERS and _FURNITURE.fullmatch(line.strip(" *•·|")) is not None
