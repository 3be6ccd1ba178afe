"""What the words of a source say about who speaks: a name, a role, a body, a document, or only a pronoun.

No list of people or parties stands here; whom a name stands for is decided with the report's mentions and its cast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from sayso.expression import Expression


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for lists that read best as running text."""
    return frozenset(words.split())


Gender = Literal["he", "she"]
Shape = Literal["person", "body", "role", "people", "document", "pronoun", "relative", "several", "nobody"]

_ROLES = word_set("""president vice-president premier minister chancellor secretary spokesman spokeswoman
    spokesperson spokesmen aide adviser advisor envoy ambassador diplomat consul governor mayor senator congressman
    congresswoman lawmaker legislator deputy mp leader head chief chairman chairwoman chair chairperson director
    commander commander-in- chief commissioner general colonel major captain lieutenant sergeant corporal brigadier
    admiral marshal officer official representative coordinator co-ordinator ombudsman ombudswoman prosecutor judge
    lawyer attorney analyst expert researcher scholar professor historian economist scientist activist campaigner
    dissident journalist reporter correspondent editor author writer blogger photographer doctor surgeon physician
    nurse medic paramedic teacher student farmer shopkeeper driver worker resident villager witness survivor
    neighbour neighbor relative father mother brother sister son daughter wife husband widow cousin uncle aunt
    priest bishop archbishop cardinal imam sheikh sheik cleric rabbi pope king queen prince princess emir sultan
    soldier fighter militant rebel guerrilla insurgent policeman policewoman detective inspector constable sheriff
    investigator founder member fellow strategist consultant manager ceo executive operator boss tsar czar
    negotiator mediator monitor observer source insider defector negotiator speaker whip candidate nominee
    politician pollster superintendent warden coach pilot sailor trader businessman businesswoman engineer
    technician volunteer rescuer firefighter refugee man woman boy girl person person's lady gentleman elder warlord
    commandant chief-of-staff undersecretary under- secretary attaché attache delegate administrator supervisor
    registrar counsel co-founder co-chair patriarch ayatollah mullah dr mr mrs ms prof sir dame lord gen lt col maj
    capt sgt brig adm cmdr gov sen rep rev fr msgr hon first prime foreign defence defense interior deputy acting
    former ex-president senior top chief""")
_ABBREVIATED = word_set(
    """dr mr mrs ms prof gen lt col maj capt sgt brig adm cmdr gov sen rep rev fr msgr hon st supt insp cpl pte"""
)
#: Words of a body's name; the last one of a capitalised run makes it a body.
_BODIES = word_set("""ministry government army military navy force forces police office agency institute
    institution centre center council committee commission organisation organization association union party front
    movement command headquarters staff department bureau board court parliament assembly senate congress house
    cabinet administration authority authorities service services guard guards corps brigade division battalion
    regiment militia group foundation fund bank university college school hospital watch international monitor
    observatory tracker network news times post press radio television tv channel newspaper daily agency broadcaster
    company corporation kremlin pentagon mission delegation embassy consulate secretariat coalition alliance federation
    league society society crescent cross helmets initiative project programme program campaign task operation
    prosecutor defence defense media outlet website site portal magazine journal state province district
    municipality prosecutors presidency chancellery directorate garrison legion resistance republic regime side
    country monitor watchdog charity body ngo tribunal inquiry panel opposition church observer rights nations""")
_PLURAL_PEOPLE = word_set("""officials authorities residents villagers witnesses eyewitnesses survivors
    relatives activists campaigners analysts experts observers monitors rebels separatists insurgents militants
    fighters guerrillas soldiers troops officers police policemen medics doctors nurses paramedics rescuers
    volunteers workers sources diplomats lawmakers leaders commanders journalists reporters correspondents
    investigators prosecutors scientists researchers students teachers farmers refugees people locals neighbours
    neighbors families men women others many some critics supporters opponents protesters spokesmen representatives
    aides advisers advisors ministers generals jihadists islamists extremists terrorists forces hospitals
    governments media reports agencies outlets newspapers broadcasters organisations organizations groups ngos
    charities agencies economists politicians clerics elders tribesmen defectors prisoners detainees captors
    kidnappers pirates tribes members peacekeepers inspectors commentators historians lawyers judges senators mps
    deputies parents youths children passengers drivers fishermen shepherds herders traders gunmen attackers
    commanders civilians""")
_DOCUMENTS = (
    r"statement|statements|report|reports|press release|communiqu[eé]|video|footage|photographs?|photos?|images?"
    r"|pictures?|film|clip|"
    r"recording|letter|memo|document|documents|study|survey|poll|tweet|tweets|post|posts|message|messages|dispatch"
    r"|bulletin|"
    r"briefing|data|figures|statistics|records|count|tally|toll|interview|article|story|leaflet|note|order|decree"
    r"|speech"
)
_DOCUMENT = Expression(
    rf"^(?:(?:an?|the|this|that|its|his|her|their|one|another"
    rf"|\w+['’]s)\s+)?(?:[\w-]+\s+){{0,3}}?(?P<kind>{_DOCUMENTS})\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ISSUED = Expression(
    rf"^(?:an?|the)\s+(?:[\w-]+\s+)?(?:{_DOCUMENTS})\s+(?:published|issued|released|posted|signed|by|from|of)\b",
    re.IGNORECASE,
)
_BY = Expression(
    r"^\s*(?:,\s*)?(?:\w+\s+){0,4}?(?:by|of|from)\s+(?P<body>(?:the\s+)?(?:state-run\s+)?\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: "The army's war bulletin", "the guerrillas' message", "the army statement".
_OWNED = Expression(
    rf"^(?:(?P<owner>.*?\S(?:['’]s|(?<=s)['’]))\s+(?:\w+\s+){{0,3}}?|(?P<body>.*\S)\s+(?:\w+\s+){{0,2}}?)(?:{_DOCUMENTS})$",
    re.IGNORECASE | re.DOTALL,
)
#: "The guerrilla communique": a fighter's noun before it stands for all of them.
_FIGHTER = Expression(r"(?<![\w-])(?P<noun>guerrilla|rebel|insurgent|militant|separatist)$", re.IGNORECASE)
_PRONOUN = Expression(
    r"^(?:he|she|it|they|him|her|them|i|we|you|his|its|their|this|that|these|those|one|both|others?)$", re.IGNORECASE
)
_RELATIVE = Expression(r"^(?:who|which|whom)$", re.IGNORECASE)
_SEVERAL = Expression(
    r"^(?:both|the two|each|either|neither|all|the warring|the opposing"
    r"|the rival)\s+(?:of the\s+)?(?:\w+\s+)?(?:sides?|parties|countries|nations|governments|armies|states)$",
    re.IGNORECASE,
)
_TOKEN = Expression(
    r"[^\W\d_](?:[\w’'-]|\.(?=\w)|(?<=\b\w)\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\b[A-Z][a-z]{3})\.)*"
    r"|\d+\w*|[(),;]"
)
_PARTICLES = word_set(
    """de da del della di du van von der den ter al el bin ibn ben abu la le dos das y e zu af ul ud um"""
)
_CUT = Expression(
    r"\s(?:of|for|in|at|to|from|with|who|which|that|on|near|close|inside|outside|within|by|under|familiar|about"
    r"|whose|and)\s|,|\(",
    re.IGNORECASE,
)
_DETERMINER = Expression(
    r"^(?:the|an?|this|that|these|those|its|his|her|their|our|some|several|many|two|three|four|five|other|another"
    r"|one)\s+(?!of\s)",
    re.IGNORECASE,
)
_DEFINITE = Expression(r"^(?:the|this|that|these|those|its|his|her|their)\s", re.IGNORECASE)
_SHE = Expression(
    r"\b(?:mrs|ms|miss|spokeswoman|chairwoman|policewoman|businesswoman|congresswoman|ombudswoman|queen|princess"
    r"|mother|sister|wife|widow|daughter|aunt|woman|girl|lady|dame|actress|sister)\b",
    re.IGNORECASE,
)
_HE = Expression(
    r"\b(?:mr|spokesman|chairman|policeman|businessman|congressman|king|prince|father|brother|husband|son|uncle|man"
    r"|boy|gentleman|sir|imam|bishop|sheikh)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """What the words of one source say."""

    shape: Shape
    #: The words without determiner and marks.
    words: str
    #: Name of the person or body, as written; None where only a role is given.
    name: str | None = None
    #: The words that say what a person is ("aide to the president").
    role: str | None = None
    #: The noun that the words turn on, lower case: "expert", "ministry", "residents".
    head: str = ""
    #: Begins with "the", "its", "this": points back to somebody.
    definite: bool = False
    gender: Gender | None = None
    #: What kind of document stands as the source, lower case.
    document: str | None = None
    #: Where the named body starts inside the words that were given, to look up mentions there.
    tokens: tuple[str, ...] = field(default=())

    @property
    def plural(self) -> bool:
        """True for several people without a name."""
        return self.shape in ("people", "several")


@lru_cache(maxsize=1024)
def read_source(words: str) -> SourceWords:
    """Read the words of a source; any text gives an answer."""
    told = _ONE_OF_THEM.sub("", _SCENE_IN_FRONT.sub("", _DATELINE.sub("", _bare(words))))
    if (known := _ONE_NAME.fullmatch(told)) is not None:
        role = _undetermined(known["role"])
        return SourceWords(
            shape="person", words=told, name=known["name"], role=role, head=head_of(role), gender=gender_of(role)
        )
    bare = _told_of_role(_RANK_QUOTED.sub(lambda quoted: quoted["known"], _GOES_BY.sub(", ", told)))
    if not bare:
        return SourceWords(shape="nobody", words="")
    if _PRONOUN.match(bare):
        return SourceWords(shape="pronoun", words=bare, head=bare.lower(), gender=_pronoun_gender(bare))
    if _RELATIVE.match(bare) and not bare.isupper():
        return SourceWords(shape="relative", words=bare, head=bare.lower())
    if _SEVERAL.match(bare):
        return SourceWords(shape="several", words=_undetermined(bare), head="sides")
    if re.match(r"both\s.+\sand\s", bare, re.IGNORECASE):
        return SourceWords(shape="several", words=_undetermined(bare[5:]))
    if _ISSUED.match(bare) and (document := _document(bare)) is not None:
        return document
    return _person(bare) or _document(bare) or _common(bare)


#: "In Holt, the ombudsman": where, before who.
_SCENE_IN_FRONT = Expression(
    r"^(?:In|At|Near)\s(?:the\s)?(?:[A-Z][\w’'-]+\s?){1,3}(?:(?:district|province|region|town|city|village)\s?)?"
    r"(?:,\s|(?<=\s)(?=the\s))"
)
#: "One of them, | a carpenter".
_ONE_OF_THEM = Expression(r"^[Oo]ne\sof\s(?:them|the\s\w+),?\s(?=an?\s)")
#: "a commander using the name Ada", "a baker who gave his name only as Ada": one name, whatever its bearer is.
_ONE_NAME = Expression(
    r"(?P<role>[^,]+?),?\s(?:(?:using|who\s(?:uses|used|goes\sby|went\sby|gave)|giving)\s(?:the|his|her|only\s(?:his|her))\s"
    r"(?:first\s|given\s|battle\s|field\s)?(?:name|alias|nom\sde\sguerre)(?:\sof|\sas|\sonly\sas)?"
    r"|(?:calling|who\s(?:calls|called|identified|introduced))\s(?:him|her)self(?:\s(?:only\s)?as)?"
    r"|who\sasked\sto\sbe\s(?:called|named|identified\s(?:only\s)?as)(?:\sonly)?),?\s"
    r"(?P<name>[A-Z][\w’'-]+)"
)
#: "a spokesman, who goes by the name Ada Lorne", "identified as Ada Lorne".
_GOES_BY = Expression(
    r",?\s(?:calling\s(?:him|her)self|who\s(?:goes|went|is\sknown|was\sidentified|signed|(?:identified|introduced)\s(?:him|her)self"
    r"|gave\s(?:his|her)\sname|calls\s(?:him|her)self)|identified|named|known)(?:(?<=self)|\s(?:only\s)?(?:by|as))\s(?:(?:the|a)\s(?:name|alias|nom\sde\sguerre)\s(?:of\s)?)?"
    r"(?=[A-Z][\w’'-]+\s[A-Z]|[\"“]?(?:[Cc]ommander|[Cc]omandante|[Cc]aptain|[Cc]olonel|[Gg]eneral)\s[A-Z])"
)
#: "(himself as) "Commander Ada" of the movement".
_RANK_QUOTED = Expression(r"(?<=,\s)[\"“](?P<known>\w+\s[A-Z][\w’'-]+)[\"”]")
#: "Ada Lorne, who speaks for the movement", "who heads a unit of the guard".
_ROLE_CLAUSE = Expression(
    r"(?:,\swho|\sand)\s(?P<voice>speaks\sfor|claim(?:ed|s)\sto\sspeak\sfor"
    r"|sa(?:id|ys)\s(?:he|she)\s(?:speaks|spoke|was\sspeaking)\sfor)\s?"
    r"|,\swho\s(?:(?:described|presented|introduced)\s(?:him|her)self\sas\s(?=(?:its|their|the|an?)\s)|(?P<head>heads|leads|commands|runs)|is\s(?=(?:an?|the)\s))\s?",
    re.IGNORECASE,
)


def _told_of_role(words: str) -> str:
    """A clause that tells what somebody is, as the apposition that it stands for."""
    told = _ROLE_CLAUSE.sub(
        lambda found: ", spokesperson for " if found["voice"] else ", head of " if found["head"] else ", ", words
    )
    return _OF_BODY.sub(", official of ", told)


#: "Ada Lorne, of the Norlandic defence ministry": of what body somebody is.
_OF_BODY = Expression(
    r"(?<=[a-z]),\s(?:of|from)\s(?=(?:the\s)?(?:[\w’'-]+\s){0,4}(?:ministry|army|police|government|navy|command|military)\b)"
)


_TIME_TAIL = Expression(
    r",?\s(?:(?:late|early|earlier)\s)?(?:on\s)?(?:(?:late|early)\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|yesterday|today)"
    r"(?:\s(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)


#: "NORHAVEN The army": a dateline that has run into its sentence.
_DATELINE = Expression(
    r"^(?:[A-Z]{4,}\s(?=[A-Z][a-z]|[A-Z]\.)|(?:[Oo]n\s)?(?:\d{1,2}\s)?(?:(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s\d{1,2})?(?:,?\s\d{4})?,?\s|\d{4}\s)"
)


#: A preposition whose object was cut off.
_CUT_SHORT = Expression(r"\s(?:on|in|at|of|by|for|from|to|with)$", re.IGNORECASE)


def _bare(words: str) -> str:
    told = _TIME_TAIL.sub("", re.sub(r"\s+", " ", words).strip())
    return _CUT_SHORT.sub("", told.strip(" \t\n,;:.–—-“”\"'‘’()[]*•"))


def _undetermined(words: str) -> str:
    return _DETERMINER.sub("", words) or words


def _pronoun_gender(word: str) -> Gender | None:
    lower = word.lower()
    return "he" if lower in ("he", "him", "his") else "she" if lower in ("she", "her") else None


def gender_of(words: str) -> Gender | None:
    """What a role or title tells of the gender of who bears it."""
    if _SHE.search(words):
        return "she"
    return "he" if _HE.search(words) else None


# -- people ------------------------------------------------------------------------------------------------------------


def _person(words: str) -> SourceWords | None:
    """A named person with the role that stands before, after or on both sides of the name."""
    segments = _segments(words)
    if (several := _two_people(segments)) is not None:
        return SourceWords(shape="several", words=several)
    named_behind = _named_behind(segments)
    for number, segment in enumerate(segments):
        if (named_behind and number == 0) or _OF_ANOTHER.match(segment):
            continue
        found = (
            _ranked(segment)
            or person_in(segment)
            or _owned_person(segment, segments[1:])
            or _person_first(segment)
            or _placed_person(segment)
        )
        if found is None:
            continue
        name, before = found
        others = [s for i, s in enumerate(segments) if i != number and _is_role(s) and not _AND.match(s)]
        if before or others or len(name.split()) >= 2:
            others = [s for s in others if _undetermined(s).lower() not in _ANYBODY] or others
            apposed = bool(others) and not (before and not _titles_only(before))
            role = _SPEAKS.split(_undetermined(others[0]))[0] if apposed else before
            return SourceWords(
                shape="person",
                words=_undetermined(words),
                name=name,
                role=role if role and role.strip(".").lower() not in _COURTESIES else None,
                head=head_of(role) if role else "",
                gender=gender_of(f"{before} {role or ''}"),
            )
    return None


#: What tells nothing of who somebody is.
_ANYBODY = frozenset(("man", "woman", "person", "caller"))
#: "Officials loyal to President Ada Lorne": people whom a name only describes.
_OF_ANOTHER = Expression(
    r"(?:[\w-]+\s){0,3}(?:officials|officers|soldiers|troops|forces|fighters|commanders|sources|militias|supporters)\s"
    r"(?:loyal|allied|close|opposed)\sto\s",
    re.IGNORECASE,
)


def _named_behind(segments: list[str]) -> bool:
    """ "A Norlandic army spokesman, Ada Lorne", "an aide to President Hale, Ada Lorne": first what, then who."""
    if len(segments) < 2 or not (_DETERMINER.match(segments[0]) and _is_role(segments[0])):
        return False
    found = person_in(segments[1])
    return found is not None and (not found[1] or _titles_only(found[1])) and len(found[0].split()) > 1


_RANK = (
    r"(?:Brigadier|Brig|Major|Maj|Lieutenant|Lt|General|Gen|Colonel|Col|Captain|Capt|Sergeant|Sgt|Admiral|Commander"
    r"|Commodore|Marshal)\.?[\s-]"
)
#: "Colonel Ada Lorne of the army's press team": the name stands between the rank and the body.
_RANKED = Expression(
    rf"(?P<rank>{_RANK}(?:{_RANK})?)(?P<name>[A-Z][\w’'-]*\.?(?:\s(?:[ae][lnrsdz]-)?[A-Z][\w’'-]+){{1,4}})\s(?P<body>(?:of|from|with)\s.+)$"
)
#: "Police chief Ada Lorne of Holt": the place at the end is no part of the name.
_PLACED = Expression(r"(?P<person>.+?\s[A-Z][\w-]+)\s(?:of|in|from)\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?$")


def _ranked(segment: str) -> tuple[str, str] | None:
    found = _RANKED.match(segment)
    return (found["name"], f"{found['rank'].strip()} {found['body']}") if found else None


def _placed_person(segment: str) -> tuple[str, str] | None:
    placed = _PLACED.match(segment)
    found = person_in(placed["person"]) if placed else None
    return found if found is not None and found[1] and " " in found[0] else None


_SURNAME = Expression(r"[A-Z][a-zß-öø-ÿ]+(?:[’'-][A-Za-z]\w+)?$")
_OWNED_PERSON = Expression(r"[^\W\d_a-z][\w-]*(?:['’]s|s['’])\s(?=[^\W\d_a-z])")


def _owned_person(segment: str, following: list[str]) -> tuple[str, str] | None:
    """ "Norland's Ada Lorne, a ministry official", "Lorne, a spokesman": a name before a role."""
    if len(following) == 1 and _SURNAME.match(segment) and _is_role(following[0]):
        return segment, ""
    owner = _OWNED_PERSON.match(segment)
    if owner is None or not following or not _is_role(following[0]):
        return None
    found = person_in(segment[owner.end() :])
    return found if found is not None and not found[1] else None


_AND = Expression(r"and\s", re.IGNORECASE)
#: Forms of address, which are no role.
_COURTESIES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir"))


def _two_people(segments: list[str]) -> str | None:
    """ "the minister, Ada Lorne, and her deputy, Teo Brandvik": both names; None where fewer than two are told."""
    joint = next((i for i, s in enumerate(segments) if i and _AND.match(s)), None)
    if joint is None:
        return None
    sides = (segments[:joint], [_AND.sub("", segments[joint]), *segments[joint + 1 :]])
    names = [next((f[0] for s in side if (f := person_in(s)) is not None), None) for side in sides]
    return f"{names[0]} and {names[1]}" if all(names) else None


#: Where an apposition without its closing comma runs into the sentence's verb.
_SPEAKS = Expression(r"\s(?:said|says|told|added|wrote|reported|announced|stated|was|is|has|had)\b")
_CLAUSE = Expression(r"\s(?:who|which|whom|whose|that)\s", re.IGNORECASE)


def _person_first(segment: str) -> tuple[str, str] | None:
    """A name and what follows it without a comma: "Mira Holt of the police", "Mira Holt deputy director at ..."."""
    front = _CLAUSE.split(segment)[0]
    cut = _CUT.search(front)
    if cut and (found := person_in(front[: cut.start()])) is not None:
        return found[0], found[1] or _undetermined(front[cut.end() :])
    if front != segment and (found := person_in(front)) is not None:
        return found
    words = _undetermined(front).split()
    count = next((i for i, word in enumerate(words) if word.islower() and word not in _PARTICLES), 0)
    if count < 2 or (found := person_in(" ".join(words[:count]))) is None:
        return None
    role = " ".join(words[count:])
    return (found[0], role) if _is_role(role) else None


def _segments(words: str) -> list[str]:
    plain = re.sub(r"\s*\([^)]*\)?", "", words)
    return [s for part in plain.split(",") if (s := part.strip())]


def _titles_only(words: str) -> bool:
    return all(
        w.strip(".").lower() in _ABBREVIATED
        or w.lower() in ("general", "colonel", "major", "captain", "lieutenant", "sergeant", "president")
        for w in words.split()
    )


def _is_role(segment: str) -> bool:
    head = head_of(segment)
    return head in _ROLES or head.rstrip("s") in _ROLES


def person_in(segment: str) -> tuple[str, str] | None:
    """The name that ends a noun phrase and the role before it ("Hollis Institute expert"); None without one."""
    tokens = _TOKEN.findall(segment)
    start = len(tokens)
    while start > 0 and _in_name(tokens, start - 1, len(tokens)):
        start -= 1
    while start < len(tokens) and tokens[start].lower() in _PARTICLES and not tokens[start][0].isupper():
        start += 1
    bodies = [i for i in range(start, len(tokens)) if tokens[i].lower() in _BODIES]
    titled = any(token.lower() in _ROLES for token in tokens[:start])
    if bodies and titled and bodies[-1] + 2 < len(tokens):
        # "head of Norland's Army Mira Holt": the body ends the role
        start = bodies[-1] + 1
        return " ".join(tokens[start:]), _undetermined(" ".join(tokens[:start]))
    name = tokens[start:]
    if not name or len(name) > 6 or not any(t[0].isupper() for t in name) or name[0] in ("The", "A", "An"):
        return None
    before = tokens[:start]
    titled = bool(before) and (_names_role(before[-1]) or _ends_in_service(before))
    if (before and not titled) or (not before and (len(name) < 2 or _is_group_like(name))):
        return None
    if any(t.lower() in _BODIES for t in name) or (
        all(t.isupper() and len(t) > 1 and "." not in t for t in name) and not (segment.isupper() and len(name) > 1)
    ):
        return None
    return " ".join(name), _undetermined(" ".join(_role_words(before)))


_NOT_IN_ROLE = word_set("""on in at by with to from of for after before when while although though but and or
    as that which who whom said says told is was were are has had have called met asked against between against than
    like under over into because if since its his her their issued according""")


def _role_words(before: list[str]) -> list[str]:
    """The words right before a name that say what its bearer is: none before a verb or preposition."""
    start = len(before)
    while start > 0 and before[start - 1].lower() not in _NOT_IN_ROLE and before[start - 1][0] not in "(),;":
        start -= 1
    return before[start:]


def _names_role(token: str) -> bool:
    """True for a word that says what somebody is, also as the last part of one ("Major-General")."""
    return token.strip(".").lower().rpartition("-")[2] in _ROLES


def _ends_in_service(before: list[str]) -> bool:
    """ "inspector general of police": an office whose last word is what it is of."""
    return before[-1].lower() in ("police", "army", "navy", "intelligence", "operations") and any(
        _names_role(token) for token in before[:-1]
    )


def _is_group_like(name: list[str]) -> bool:
    """ "Jaish al-Adl", as far as words tell; "Abu Hamza al-Idlibi" is a man."""
    return name[0] not in ("Abu", "Umm", "Um") and any(map(_ARTICLED.match, name))


#: "al-Alwani", "el-Sayed".
_ARTICLED = Expression(r"(?:al|el|ad|an|ar|as|az)[-‑’'][A-Z]")


def _in_name(tokens: list[str], index: int, count: int) -> bool:
    token = tokens[index]
    if _names_role(token) and not (index == count - 1 and token[0].isupper() and index == 0):
        return False
    if (token[0].isupper() or _ARTICLED.match(token)) and not token.endswith(("’s", "'s")):
        return True
    return token.lower() in _PARTICLES and index < count - 1


def names_body(words: str) -> bool:
    """True where a capitalised word is one that bodies are called by ("Institute", "Monitor", "Ministry")."""
    return any(w[:1].isupper() and w.lower().strip(".,") in _BODIES for w in words.split())


# -- documents, roles, bodies ------------------------------------------------------------------------------------------


#: "Norlandic media reports" are the media's.
_MEDIA_REPORTS = Expression(r"(?P<media>(?:the\s+)?(?:[\w-]+\s+){1,3}media)\s+reports?", re.IGNORECASE)
#: "Reports coming in from the front", "reports from the town of Holt": where they come from is no one's name.
_HEARSAY = Expression(
    r"(?:(?:initial|early|first|other|unconfirmed)\s)?reports\s(?:(?:coming|reaching|emerging)\b"
    r"|from\s(?:the\s)?[^,;]*?\b(?:camp|town|village|city|area|region|district|province|state|front ?line|scene)\b)",
    re.IGNORECASE,
)
_READ_OUT = Expression(
    r"\s(?:read|broadcast|carried|aired|posted|published|issued|released|distributed|delivered)\s(?!by\b)",
    re.IGNORECASE,
)


_A_BODY = Expression(
    r"(?:the|an?)\s|(?:[\w-]+\s){0,2}(?:government|army|military|police|ministry|hospital|un)$", re.IGNORECASE
)


def _document(words: str) -> SourceWords | None:
    """A statement or report: of a body (then the body is read), or standing for itself."""
    if (media := _MEDIA_REPORTS.fullmatch(words)) is not None:
        return _common(media["media"])
    if _HEARSAY.match(words):
        return SourceWords(shape="nobody", words=words)
    owned = _OWNED.match(_READ_OUT.split(words)[0])
    body = _FIGHTER.sub(r"\g<noun>s", re.sub(r"['’]s?$", "", owned["owner"] or owned["body"])) if owned else ""
    if (
        body
        and body.lower() not in ("the", "a", "an", "its", "his", "her", "their", "this", "that")
        and (body[:1].isupper() or _A_BODY.match(body) is not None)
    ):
        inner = read_source(body)
        told = inner.shape in ("person", "body", "role", "people")
        if told and inner.words.lower() not in ("the", "new", "official"):
            return replace(inner, document=head_of(words))
    found = _DOCUMENT.match(words)
    if found is None:
        return None
    kind = found["kind"].lower()
    by = _BY.match(found["rest"])
    if by:
        inner = read_source(by["body"])
        if inner.shape in ("person", "body", "role", "people"):
            return inner
    if (
        found["rest"].strip()
        and not by
        and _CUT.match(" " + found["rest"].strip() + " ") is None
        and found["rest"].strip().split()[0][:1].isupper()
    ):
        return None
    plain = _PARTICIPLE.split(_undetermined(words))[0]
    return SourceWords(shape="document", words=plain, head=kind, document=kind, definite=bool(_DEFINITE.match(words)))


_PARTICIPLE = Expression(
    r"\s(?:posted|published|released|shared|obtained|seen|circulat\w+|taken|showing|broadcast|carried|aired|on|by|of|from)\s",
    re.IGNORECASE,
)


def head_of(words: str | None) -> str:
    """The noun that a noun phrase turns on, lower case."""
    if not words:
        return ""
    plain = _undetermined(words)
    cut = _CUT.search(" " + plain)
    front = plain[: max(0, cut.start() - 1)] if cut and cut.start() > 1 else plain
    tokens = [t for t in _TOKEN.findall(front) if t not in "(),;"]
    return tokens[-1].lower() if tokens else ""


_TAIL = Expression(
    r"(?:\s+at the time|\s+(?:on|in|at)|\s+(?:there|here|also|further|earlier|later|then|themselves|itself|himself"
    r"|herself))+$",
    re.IGNORECASE,
)


#: "X, based on its monitoring of ...": how the source knows, no part of its name.
_BASIS = Expression(r",?\s(?:based on|citing|quoting|referring to)\s", re.IGNORECASE)
#: "wounded several others activists said", where commas are stripped.
_OTHERS = Expression(r"^(?:(?:several|many|dozens|scores|some|two|three)\s)?others\s(?=\w+s$)", re.IGNORECASE)


#: "At least one person has been confirmed killed" is nobody's word.
_COUNTED = Expression(r"(?:at least|at most|more than|as many as|up to)\s", re.IGNORECASE)


def _named_segment(words: str) -> str:
    """ "a newspaper, the Daily Banner": the apposition with the name, where what comes first has none."""
    first, *others = _segments(words) or [words]
    named = [s for s in others if names_body(s) or re.match(r"(?:the\s)?[A-Z][\w’'-]+\s(?:[a-z]{2}-)?[A-Z]", s)]
    return named[0] if named and _undetermined(first).islower() else words


#: "The Hollis Observatory a group that ...", where commas are stripped: what it is, behind its name.
_BARE_APPOSITION = Expression(r"(?<=\w)(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bin)\san?\s(?=[a-z])")


def _common(words: str) -> SourceWords:
    definite = bool(_DEFINITE.match(words))
    front = _BASIS.split(_CLAUSE.split(_undetermined(_named_segment(words)))[0])[0].strip(" ,;")
    front, *apposed = _BARE_APPOSITION.split(front, maxsplit=1)
    plain = _TAIL.sub("", front)
    plain = _OTHERS.sub("", re.sub(r"\s*\([^)]*\)?", "", plain)).strip(" ,;") or plain
    head = head_of(plain)
    if _COUNTED.match(plain) or plain.lower() == "details":
        return SourceWords(shape="nobody", words=plain)
    if " " not in plain and plain.islower() and plain.endswith("ing"):
        return SourceWords(shape="nobody", words=plain)
    if head in _PLURAL_PEOPLE and head not in ("police", "authorities", "forces", "troops"):
        return SourceWords(shape="people", words=plain, head=head, definite=definite)
    if head in _ROLES and head not in _BODIES:
        return SourceWords(shape="role", words=plain, role=plain, head=head, definite=definite, gender=gender_of(head))
    if head.endswith("s") and not plain[:1].isupper() and head not in _BODIES:
        return SourceWords(shape="people", words=plain, head=head, definite=definite)
    role = apposed[0] if apposed else None
    return SourceWords(shape="body", words=plain, name=plain, role=role, head=head, definite=definite)
