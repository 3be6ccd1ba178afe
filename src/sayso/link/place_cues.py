"""Words around a name that tell a place from a person or body, and a district from its town."""

from __future__ import annotations

from importlib import resources
from typing import Final

from sayso.expression import Expression


def _read_words() -> dict[str, frozenset[str]]:
    """Sections of words: "[name]" begins one, "#" a comment; underscores stand for spaces."""
    text = resources.files("sayso.link").joinpath("knowledge/place_words.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words.extend(word.replace("_", " ") for word in line.split())
    return {name: frozenset(section) for name, section in found.items()}


_WORDS: Final = _read_words()
TOWN_WORDS: Final = _WORDS["town"]
UNIT_WORDS: Final = _WORDS["unit"]
AREA_WORDS: Final = _WORDS["area"]
SITE_WORDS: Final = _WORDS["site"]
#: A body, work or treaty has the name before it: "Aleppo Media Centre", "Geneva Convention".
BODY_WORDS: Final = _WORDS["body"]
CALENDAR: Final = _WORDS["calendar"]
#: Common words, and given and family names, that some place somewhere bears as well.
COMMON: Final = _WORDS["common"]
PERSONAL: Final = _WORDS["personal"]

KIND_WORDS: Final = TOWN_WORDS | UNIT_WORDS | AREA_WORDS | SITE_WORDS
TOWN_KINDS: Final = frozenset({"town", "capital", "village", "neighbourhood"})
UNIT_KINDS: Final = frozenset({"district", "region", "area"})
AREA_KINDS: Final = frozenset({"area", "mountains", "island", "river", "front", "region", "district"})

_TITLES = (
    r"President|Minister|Premier|Chancellor|Mr|Mrs|Ms|Dr|Prof|Professor|Gen|General|Col|Colonel|Lt|Lieutenant"
    r"|Maj|Major|Capt|Captain"
    r"|Sgt|Sergeant|Cpl|Adm|Admiral|Brig|Brigadier|Cmdr|Commander|Marshal|Sheikh|Sheik|Ayatollah|Imam|Mullah|Abu"
    r"|Umm|Ibn|Bin|King|Queen"
    r"|Prince|Princess|Emir|Sultan|Pope|Bishop|Archbishop|Cardinal|Father|Brother|Sister|Rabbi|Lord|Lady|Sir"
    r"|Senator|Sen|Rep|Governor"
    r"|Mayor|Ambassador|Secretary|Speaker|Judge|Justice|spokesm[ae]n|spokeswom[ae]n|spokesperson|leader"
    r"|commander|activist|expert|analyst"
    r"|journalist|reporter|correspondent|officer|official|aide|ombudsman|envoy|chief|president|minister|general"
    r"|colonel|captain|major"
    r"|director|chairman|secretary|resident|teacher|driver|farmer|doctor|lawyer|named|called"
)
TITLE_BEFORE: Final = Expression(rf"(?:^|[\s(\"“‘'])(?:{_TITLES})\.?\s+(?:[A-Z][\w.'’-]*\s+){{0,2}}$")
_DIRECTION = (
    r"(?:(?:north|south|east|west|central|upper|lower|northern|southern|eastern|western)"
    r"(?:-?(?:east|west|central|eastern|western))?)"
)
_PARTS: Final = frozenset({"vicinity", "outskirts", "streets", "centre", "center", "edge", "edges", "parts", "part"})
_PREPOSITIONS: Final = (
    "in at near outside inside around throughout across within into toward towards entered captured seized retook took"
    " reached shelled left bombed besieged over from to on between for leaving via nearby"
)
_KIND = "|".join(sorted(TOWN_WORDS | UNIT_WORDS | AREA_WORDS | _PARTS))
#: "in", "near the", "outside", "in the town of", "north of": what follows is a place.
LOCATIVE: Final = Expression(
    rf"(?:^|\b)(?:{_PREPOSITIONS.replace(' ', '|')}|{_DIRECTION}\s+of|(?:{_KIND})\s+of"
    rf"|(?:{_DIRECTION}|{_KIND}))"
    r"\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+ly\s+|[a-z]+-(?:held|controlled|occupied|run)\s+|disputed\s+|besieged\s+"
    rf"|rebel\s+|nearby\s+|downtown\s+|rural\s+|coastal\s+|suburban\s+|{_DIRECTION}\s+|(?:{_KIND})\s+(?:of\s+)?)*$",
)
#: What the last word before the name can be where `LOCATIVE`, `STRICT` or `NEAR` match.
_BEFORE: Final = frozenset(
    f"{_PREPOSITIONS} of the a an disputed besieged rebel nearby downtown rural coastal suburban"
    " north south east west central upper lower".split()
)


def may_locate(word: str) -> bool:
    """True where a place may follow the word at all (in small letters)."""
    if word in _BEFORE or word in KIND_WORDS or word.endswith(("ern", "ly")) or "-" in word:
        return True
    return word.startswith(("north", "south", "east", "west")) or word in _PARTS


#: The strict ones: a name that is in no list is still a place after them.
STRICT: Final = Expression(
    rf"\b(?:in|at|near|nearby|outside|inside|around|throughout|{_DIRECTION}\s+of|(?:{_KIND}|outskirts|vicinity"
    rf"|streets)\s+of)\s+(?:the\s+)?(?:(?:{_DIRECTION}|downtown)\s+)?$",
)
NEAR: Final = Expression(
    rf"\b(?:near|nearby|outside|around|close to|outskirts of|{_DIRECTION} of|km|kilomet(?:re|er)s?"
    r"|miles)(?:\s+(?:from|of|away from|\(.*\)))?\s+(?:the\s+)?(?:(?:town|city|village|capital)\s+(?:of\s+)?)?$",
)
ADJECTIVE: Final = Expression(
    r"(?:[a-z](?:an|ian|ish|ese|i)|Greek|Turk|Kurd|Arab|French|Dutch|Thai|Uzbek|Serb|Croat|Tajik)(?:-\w+)?$"
)
NO_PLACES: Final = COMMON | PERSONAL
NAMED_KIND: Final = "|".join(
    sorted(TOWN_WORDS | UNIT_WORDS - {"state", "republic", "division"} | {"area", "areas", "valley", "island"})
)
