"""Who is said to have done it: the party that a claim names as the one that harmed.

Read from the claim's own sentence (the subject of an active verb of harm, "by X", "X shelling", "clashes with X"), then
from the sentences around it that speak of the same attack; who answers for it elsewhere ("X claimed responsibility",
"blamed on X") is read in :mod:`sayso.link.responsibility`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.expression import Expression, Seldom
from sayso.link.claim_context import HARM, PUT_OUT, ClaimContext
from sayso.link.own_deeds import tells_own_deed
from sayso.link.scene import Reference, Scene

EVENT_NOUN = (
    r"(?:air ?)?strikes?|airstrikes?|air raids?|raids?|shelling|shells?|bombardments?|bombings?|attacks?|assaults?"
    r"|offensives?|artillery"
    r"|missiles?|rockets?|drones?|fire|gunfire|snipers?|mortars?|ambush(?:es)?|aggression|incursions?|warplanes?"
    r"|jets?|aircraft"
    r"|helicopters?|bombs?|mines?|massacres?|invasion|provocations?|operations?|counter-?offensive|crackdown"
    r"|barrel bombs"
)
#: A harm done, as a noun.
HARM_NOUN = r"killings?|murders?|assassinations?|massacres?|slayings?|executions?|kidnappings?|abductions?|deaths?"
_FORCE_NOUN = (
    r"forces|troops|soldiers|army|military|fighters|militants|rebels|gunmen|navy|air force|police"
    r"|separatists|guards|gunners|artillerymen|units?|commandos|insurgents|guerr?illas|raiders|tribesmen|clansmen|herders|herdsmen"
    r"|pastoralists|warriors|youths|militiamen|militias?|mobs?"
)
_QUANTITY = (
    r"(?:\s+(?:at least|at most|more than|over|about|around|some|nearly|almost|up to|as many as|only|a|an|the"
    r"|another|two|of|its|their|his|our))*"
)
_ACTIVE = Expression(rf"\b(?P<verb>{HARM})(?:\s+(?:and|or)\s+\w+(?:ed|ing))?{_QUANTITY}\s*[\"“'‘(]*$")
_ACTIVE_START = Expression(rf"\s*(?:ha(?:s|ve|d)\s+)?(?P<verb>{HARM})\b", re.IGNORECASE)
_PASSIVE_AUX = Expression(r"\b(?:was|were|is|are|been|be|being|got)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)
#: "by pirates off | Norland": where it was, not who did it.
_NO_WHERE = r"(?!(?:in|off|near|at|outside|inside|across|along)\b)"
_BY = Seldom(
    "by|from|blamed|at the hands",
    r"\b(?:(?:carried out|launched|conducted|fired|dropped|staged|mounted|perpetrated|planted|committed|killed"
    r"|wounded|injured|captured|died"
    r"|taken|seized|abducted|executed|shot|attacked|ambushed|beheaded|detonated|inflicted|caused|shelling|bombardment"
    r"|(?:air)?strikes?|attacks?|fire|shelled|hit|struck"
    r"|displaced|destroyed|murdered|assault|raid|bombing|offensive|aggression|artillery)(?:\s+\w+){0,4}?\s+by"
    r"|blamed\s+(?:\w+\s+){0,3}?on|at the hands of"
    r"|(?:fire|shelling|artillery|shells|rockets?|missiles?|bombardment|fired)\s+from)\s+(?:the\s+"
    rf"|an?\s+)?(?:{_NO_WHERE}[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_BARE_BY = Expression(
    rf"(?:^|\s)by\s+(?:the\s+|an?\s+)?(?:{_NO_WHERE}[\w-]+\s+){{0,2}}(?:(?<=\w\s)(?:of|from)\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_NOT_HARM_BY = Expression(
    r"\b(?:held|controlled|said|reported|released|backed|claimed|confirmed|run|governed|cited|quoted|supported"
    r"|infuriated|angered|outraged|inspired|motivated|condemned"
    r"|(?:confirmed|declared|pronounced|reported) dead|monitored"
    r"|recovered|occupied|given|told|published|provided|arrests?(?:\s+\w+){0,3}"
    r"|(?:listed|designated|regarded|considered|seen|labell?ed|branded|viewed|recogni[sz]ed)(?:\s+\w+){0,5})"
    r"(?:\s+(?:today|yesterday|earlier|later|on \w+day))?\s+by\s+(?:\w+\s+){0,3}$",
    re.I,
)
_AGAINST = Expression(
    r"\b(?:clash(?:es|ed)?|fight(?:ing|s)?|fought|battles?|battling|encounters?|combat|skirmish(?:es)?|gun ?battles?"
    r"|firefights?|confrontations?|hostilities|war)\s+"
    r"(?:broke out\s+)?(?:with|against)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: A dash between two spaces ends a dateline: what it names did nothing.
_JOIN = r"(?:\s+(?!-)|-(?!\s|-))"
_AGENT_TAIL = Expression(
    rf"(?:['’]s?)?(?:{_JOIN}\w[\w-]*){{0,2}}?{_JOIN}(?:{EVENT_NOUN}|{_FORCE_NOUN})\b", re.IGNORECASE
)
_EVENT_TAIL = Expression(
    rf"(?:['’]s?|-led|-claimed)?(?:{_JOIN}(?:forces|troops|army|military|air|drone|artillery|mortar|rocket|missile|heavy"
    rf"|suicide|guided|glide|cruise|ballistic|tank|cluster|car|truck|fighter|shooting)){{0,2}}{_JOIN}(?:{EVENT_NOUN})\b",
    re.I,
)
_TARGET_BEFORE = Expression(
    r"\b(?:on|against|at|(?<!string )(?<!series )(?<!wave )(?<!spate )(?<!barrage )(?<!dozens )(?<!hundreds )of"
    r"|struck|hit|targeted|targeting|attacked|attacking|shelled|shelling|ambushed|hitting|an?\s+eastern"
    r"|bombed|bombing|bombarded|pounded|stormed|storming|raided|seized|captured|overran|destroyed|repelled|repulsed"
    r"|into|in|near|inside|outside|beside|behind|opposite|to|hunting|pursuing|chasing"
    r"|(?:looking|searching|hunting) for)\s+(?:the\s+|an?\s+|two\s+|several\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
#: Who of a side acts, between its name and the verb.
_ACTORS = (
    r"forces|troops|army|military|soldiers|fighters|militants|rebels|gunm[ae]n|snipers?|separatists|insurgents"
    r"|guerr?illas|gunners|artillerymen"
    r"|members?|terrorists|commandos|elements|operatives|(?:suicide )?bombers?|attackers|assailants|raiders|jihadists"
    r"|tribesmen|clansmen|herders|herdsmen|pastoralists|warriors|youths|militiamen|militias?|mobs?"
    r"|police|planes|jets?|warplanes?|aircraft|MiGs?|gunships?|drones?|helicopters?|artillery|missiles?|rockets?|shells"
)
#: "have also", "last night", "on Monday", "early on Monday", "reportedly": between a subject and its verb.
_MEANTIME = (
    r"(?:(?:have|has|had|also|again|later|then|recently|reportedly|allegedly|yesterday|today|overnight"
    r"|(?:late|early|last|this|earlier)(?: this)?(?: on)? \w+|late|on \w+day(?: night| evening| morning)?)\s+){1,3}"
)
_ATTACK_VERB = Expression(
    rf"(?:['’]s?)?(?:\s?\([^()]{{2,12}}\)|\))?(?:\s+(?:group|organi[sz]ation|movement|network))?"
    rf"(?:,\s(?:who|which)\s[^,.;]{{3,60}},)?(?:\s+(?:{_ACTORS}))?(?:\s+on (?:motorcycles|motorbikes))?"
    rf"\s+(?:{_MEANTIME})?"
    r"(?:attack|shell|bomb|bombard|ambush|fir(?:ed|ing)|strike|struck|storm|raid|launch|open(?:ed)? fire|intrud|stag"
    r"|assault|detonat|unleash|overr[au]n|kill|dragg|target|hit|murder|massacr|execut|shot|gunned|blew|explod|kidnap|abduct|hurl|lobb"
    r"|behead|slaughter|dropp)\w*",
    re.IGNORECASE,
)
#: "members of X", "gunmen believed to be X": what stands behind is who acts, and no target.
_MEMBERS_OF = Expression(
    rf"\b(?:(?:{_ACTORS}|men|followers|supporters|wing|arm|faction|branch|affiliate|offshoot|column"
    r"|squad|cell)"
    r"\s+(?:of|from|loyal to|belonging to|linked to)"
    r"|(?:believed|thought|suspected|alleged|said) to be(?: from)?)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_DEFINITE_EVENT = Expression(rf"\b(?:the|that|this|those|these)\s+(?:\w+\s+)?(?P<event>{EVENT_NOUN})\b", re.IGNORECASE)
_ANY_EVENT = Expression(rf"\b(?:{EVENT_NOUN})\b", re.IGNORECASE)


def find_perpetrator(context: ClaimContext) -> Reference | None:
    """The side that the claim's own sentence makes responsible; None where it names none."""
    for rule in (_subject_of_harm, _after_harm, _accused, _opponent_in_clash, _event_agent):
        found = rule(context)
        if found is not None:
            return together(context.scene, found)
    return None


def together(scene: Scene, found: Reference) -> Reference | None:
    """ "X or Y warplanes", "by X and Y": both names where the report makes two sides answer for one harm.

    None for enemies: "X and Y forces fought" tells of nothing that they did together.
    """
    for other in scene.between(found.start - _COORDINATED, found.end + _COORDINATED):
        first, second = sorted((found, other), key=lambda r: r.start)
        joint = _JOINT.fullmatch(scene.text[first.end : second.start])
        if other is not found and joint is not None and first.side != second.side:
            if joint["word"].lower() == "and" and scene.hostile(first.side, second.side):
                return None
            return replace(found, side=f"{first.side} {joint['word'].lower()} {second.side}")
    return found


_COORDINATED = 40
_JOINT = Expression(r"\s+(?P<word>and|or)\s+(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?", re.IGNORECASE)


def _subject_of_harm(context: ClaimContext) -> Reference | None:
    """The subject of "killed" before the victims, unless the verb is passive."""
    start, _ = context.account
    verb = _ACTIVE.search(context.scene.lowered, start, context.phrase[0])
    at = verb.start() if verb else None
    if context.claim.value.effect == "captured" and (at is None or at >= context.core[0]):
        at = _start_of(_HOLDS.search(context.text, max(start, context.phrase[0] - _HOLDS_NEAR), context.phrase[0]))
    if at is None:
        inside = _ACTIVE_START.match(context.text, context.core[0])
        at = inside.start("verb") if inside and context.core[0] < context.phrase[0] else None
    if at is None or _PASSIVE_AUX.search(context.text[max(start, at - 24) : at]):
        return None
    if context.text[at : at + 4].lower() in ("dead", "deat") or _ADJECTIVE.search(
        context.text, max(start, at - 16), at
    ):
        return None
    at = _first_of_chain(context, start, at)
    if tells_own_deed(context, start, at) and (source := context.source_reference(at)):
        return source
    if _THE_GROUP.search(context.text, max(start, at - 40), at) and context.scene.insurgent is not None:
        return context.scene.insurgent
    return _agent(context, start, at)


#: "X are holding", "X took": before hostages.
_HOLDS = Expression(
    rf"\b(?:(?:is|are|was|were)\s+(?:still\s+)?holding|holds?|took|taken|taking|seiz(?:ed|ing)|rounded up"
    rf"|(?:freed|freeing|releas(?:ed|ing)|handed over)){_QUANTITY}\s*$",
    re.IGNORECASE,
)
_HOLDS_NEAR = 40


def _start_of(found: re.Match[str] | None) -> int | None:
    return found.start() if found else None


#: "the group killed": the one armed group of the report.
_THE_GROUP = Expression(
    r"\bthe\s+(?:armed\s+)?(?:group|movement|organi[sz]ation)\s+(?:(?:has|had|also|later)\s+)*$", re.IGNORECASE
)


#: "the number of wounded civilians": no verb.
_ADJECTIVE = Expression(
    r"(?:(?<!accused )(?<!suspected )(?<!guilty )\b(?:of|the|more|some|many|several|all|other|dead|number|\d+)|\d)\s+$",
    re.IGNORECASE,
)


def _first_of_chain(context: ClaimContext, start: int, verb: int) -> int:
    """Where the first of coordinated verbs stands: "struck a base and killed 30 soldiers"."""
    if not _COORDINATED_VERB.search(context.text, max(start, verb - 6), verb):
        return verb
    earlier = [m.start() for m in _DEED.finditer(context.text, start, verb)]
    active = [at for at in earlier if not _PASSIVE_AUX.search(context.text[max(start, at - 24) : at])]
    return active[-1] if active else verb


#: "the Norlandic town of": a name that tells where, not who.
_GROUND = Expression(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:town|city|village|capital|province|region|district|border|territory|soil|airspace|waters|coast)\b",
    re.IGNORECASE,
)
_BELONGING = Expression(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:vehicles?|convoys?|bases?|camps?|posts?|positions?|bunkers?|headquarters|checkpoints?|buildings?"
    r"|outposts?|barracks|consulate|embassy)\b",
    re.IGNORECASE,
)
#: "Norland's war has killed 3,000": where, not who.
_ITS_WAR = Expression(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:war|conflict|insurgency|crisis|violence|rebellion)\b", re.IGNORECASE
)
_COORDINATED_VERB = Expression(r"(?:\band|,)\s+$", re.IGNORECASE)
_COMPANION = Expression(r"\b(?:with|between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PLAIN_WORDS = Expression(r"[\s\w,’']{0,40}")
_SAID_BETWEEN = Expression(r";|\b(?:said|according)\b", re.IGNORECASE)
#: "officials said, killing ...": who speaks did not do it.
_SPEAKS = Expression(
    r"\s+(?:also\s+)?(?:said|says|reported|claimed|added|confirmed)(?:\s+(?:on\s+)?\w+)?,\s*", re.IGNORECASE
)
_IN_EVENT = Expression(
    r"\b(?:in|by|from|during|of|under|as a result of|after|amid|to|when|following)\s+(?:an?\s+"
    r"|the\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_DEED = Expression(
    rf"\b(?:{HARM}|{PUT_OUT}|struck|attacked|assaulted|raided|ambushed|stormed|shelled|bombed|targeted|overran|repelled|repulsed)\b",
    re.IGNORECASE,
)
_WAR_BETWEEN = Expression(
    r"\b(?:war|conflict|fighting|clashes|battles?|violence|hostilities|insurgency)\s+(?:\w+\s+){0,3}?between\b[^.;,]{3,80}\band\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)


#: "after a day of fighting that has left 40 dead": the fight did, and no side of it.
_FIGHT_THAT = Expression(
    r"\b(?:fighting|clash(?:es)?|battles?|wars?|conflict|violence|hostilities|skirmish(?:es)?),?\s+(?:that|which)\s+"
    r"(?:ha(?:s|ve|d)\s+)?(?:already\s+)?$",
    re.IGNORECASE,
)
_FIGHT_NEAR = 40


def _agent(context: ClaimContext, start: int, verb: int) -> Reference | None:
    """Who acts in the words before a verb: by-phrases first, then the nearest subject that is no target."""
    found = context.references(start, verb)
    text = context.text
    if _WAR_BETWEEN.search(text, start, verb) or _FIGHT_THAT.search(text, max(start, verb - _FIGHT_NEAR), verb):
        return None  # "the war between X and Y has killed 3,000", "fighting that left 40 dead"
    for reference in reversed(found):
        left = text[max(start, reference.start - 70) : reference.start]
        if _BY.search(left) and not _NOT_HARM_BY.search(left):
            return reference
    for reference in reversed(found):
        left = text[max(start, reference.start - 60) : reference.start]
        of_attack = _OF_AN.search(left) and _ATTACK_TAIL.match(text, reference.end)
        if (_is_target(left) and not of_attack) or _NOT_HARM_BY.search(left) or _COMPANION.search(left):
            continue
        if _BELONGING.match(text, reference.end):
            continue  # "hit an X vehicle"
        if _WHICH.search(text, reference.end, verb) and not _EVENT_TAIL.match(text, reference.end):
            continue  # "X condemned the blast, which also killed"
        if _GROUND.match(text, reference.end) or _ITS_WAR.match(text, reference.end):
            continue
        if _ATTACK_VERB.match(text, reference.end) or _AGENT_TAIL.match(text, reference.end):
            return reference
        plain = _PLAIN_WORDS.fullmatch(text, reference.end, verb)
        if not text[reference.end : verb].strip(" ,") or (plain and not _SPEAKS.fullmatch(text, reference.end, verb)):
            return reference
    return _subject_of_participle(context, start, verb)


#: "in the wake of an X attack": X attacked, whatever "of" says elsewhere.
_OF_AN = Expression(r"\bof\s+(?:an?|the)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_ATTACK_TAIL = Expression(
    rf"{_JOIN}(?:[\w-]+\s+)?(?:attacks?|assaults?|raids?|ambush|bombings?|(?:air ?)?strikes?|shelling|offensive)\b",
    re.IGNORECASE,
)


#: "On Saturday X fighters killed", "In Aden X fighters killed": what opens a sentence is no target.
_WHEN_OR_WHERE = Expression(r"(?:On|In|At|Near)\s+(?:[A-Z]\w+|\d+)\s+")


#: An attack told of last is what "which" stands for.
_WHICH = Expression(
    rf"\b(?:the|an?|that|this|last|\w+['’]s)\s+(?:[\w-]+\s+){{0,2}}?(?:{EVENT_NOUN}|blasts?|explosions?),?\s+(?:that|which)\s+"
    r"(?:(?:also|has|had|have)\s+)*$",
    re.IGNORECASE,
)


def _is_target(left: str) -> bool:
    """True where the words before a name make it whom or where an attack strikes."""
    members = _MEMBERS_OF.search(left)
    target = _TARGET_BEFORE.search(left[-40:] if members is None else left[: members.start()])
    return target is not None and not _WHEN_OR_WHERE.fullmatch(target.group())


_PLAIN_SPEECH = (
    "told|stated|confirmed|acknowledged|added|warned|vowed|blamed|condemned|called|demanded|insisted|estimated"
)
#: Verbs whose subject may be who harmed: not those of saying, and none in the passive.
_DID = Expression(
    r"(?:['’]s?)?(?:\s+(?:forces|troops|army|military|soldiers|fighters|militants|rebels|gunmen|separatists|insurgents))?"
    r"\s+(?:(?:have|has|had|also|later|then|on \w+day)\s+)*"
    rf"(?!was\b|were\b|is\b|are\b|be|said\b|claimed\b|reported\b|denied\b|accused\b|announced\b|{_PLAIN_SPEECH}\b)"
    r"(?:\w+ed|overran|struck|shot|drove|threw|set|blew|broke|swept|fought|took|burnt|fell on|carried out)\b",
    re.IGNORECASE,
)
_CLAUSE_OPENS = Expression(
    r"(?:^|[,;:“\"]\s*|\b(?:that|when|after|as|while|where|and)\s)(?:\s*(?:the|an?|some|several|suspected|armed|two)\s)*\s*$",
    re.I,
)


def _subject_of_participle(context: ClaimContext, start: int, verb: int) -> Reference | None:
    """ "X fighters torched a village in Y, killing 11": who is the subject of the clause that the participle ends."""
    text = context.text
    if not _PARTICIPLE.match(text, verb):
        return None
    for reference in context.references(start, verb):
        left = text[start : reference.start]
        members = _MEMBERS_OF.search(left)
        if not _CLAUSE_OPENS.search(left if members is None else left[: members.start()]):
            continue
        placed = _PLACED.match(text, reference.end)
        if _DID.match(text, reference.end if placed is None else placed.end()):
            return reference
    return None


#: "X fighters | positioned in the village of Holt | fired rockets": where they are.
_PLACED = Expression(
    r"(?:\s+(?:forces|troops|fighters|militants|gunmen))?\s+(?:positioned|stationed|based|deployed|entrenched|holed up"
    r"|hiding|present|active|operating)"
    r"\s+(?:in|at|near|inside|around|on)\s+(?:\w[\w’'-]*\s+){0,5}?\w[\w’'-]*"
    r"(?=\s+(?:have\s+|had\s+|has\s+)?(?:fired|attacked|shelled"
    r"|launched|targeted|bombed|struck|hit|opened)\b)",
    re.IGNORECASE,
)


_PARTICIPLE = Expression(
    r"(?:killing|wounding|injuring|leaving|murdering|massacring|abducting|kidnapping|capturing)\b", re.I
)


def _after_harm(context: ClaimContext) -> Reference | None:
    """ "killed by X", "died in X shelling", "from X fire" after the victims."""
    _, limit = context.account
    start = context.phrase[1]
    if _IN_ITS_RAID.search(context.text, start, limit) and (source := context.source_reference(start)):
        return source
    for reference in context.references(start, limit):
        left = context.text[start : reference.start]
        if _NOT_HARM_BY.search(left) or _is_a_national(context.text, left, reference):
            continue
        if (_BY.search(left) or _BARE_BY.search(left)) and not _SAID_BETWEEN.search(left):
            return reference
        if _WHEN.search(left) and _ATTACK_VERB.match(context.text, reference.end):
            return reference
        if _EVENT_TAIL.match(context.text, reference.end) and _IN_EVENT.search(left):
            return reference
    return None


def _is_a_national(text: str, left: str, reference: Reference) -> bool:
    """ "by a Norlandian and a Suthlander": where those who did it are from, and no word of their states."""
    return _BY_A.search(left) is not None and not (
        _AGENT_TAIL.match(text, reference.end) or _EVENT_TAIL.match(text, reference.end)
    )


_BY_A = Expression(r"\bby\s+an?\s+$", re.IGNORECASE)
_IN_ITS_RAID = Expression(
    rf"\b(?:in|by|from|during)\s+(?:its|our|their)\s+(?:[\w-]+\s+)?(?:{EVENT_NOUN})\b", re.IGNORECASE
)
_WHEN = Expression(r"\b(?:when|after|as)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


def _accused(context: ClaimContext) -> Reference | None:
    """ "blamed X for the murder of ten", "X claimed the raid that killed ten": who answers for it, told before."""
    start, _ = context.account
    start = min(start, context.sentence[0])
    for reference in reversed(context.references(start, context.phrase[0])):
        left = context.text[max(start, reference.start - 50) : reference.start]
        if _ACCUSING.search(left) and _OF_HARM.fullmatch(context.text, reference.end, context.phrase[0]):
            return reference
        if _CLAIMS_IT.fullmatch(context.text, reference.end, context.phrase[0]):
            return reference
    return None


#: "blamed", "accused", "holds": before whom somebody holds to have done it.
_ACCUSING = Expression(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)|suspect(?:ed|s|ing)?|charg(?:ed|es|ing)|h[eo]ld(?:s|ing)?)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OF_HARM = Expression(
    rf"(?:['’]s?)?(?:\s+[\w-]+){{0,3}}?\s+(?:of|for|in|with)\s+[^.;]{{0,40}}?\b(?:(?:{HARM_NOUN})\s+of\s+[^.;]{{0,40}}"
    r"|(?:killing|massacring|murdering|shooting|wounding|injuring|abducting|kidnapping|executing|beheading)\s+[^.;]{0,24}"
    rf"|(?:{EVENT_NOUN})\b[^.;]{{0,50}}?\s(?:that|which)\s+[^.;]{{0,24}})",
    re.IGNORECASE,
)
_CLAIMS_IT = Expression(
    rf"(?:\s+(?:has|have|had|also|later))*\s+(?:(?:claim(?:ed|s|ing)?|t(?:akes?|ook|aking))\s+(?:responsibility|credit)\s+for\b[^.;]{{0,90}}"
    rf"|claim(?:ed|s|ing)?\s+(?:the|a)\s+(?:[\w-]+\s+)?(?:{EVENT_NOUN})\b[^.;]{{0,60}})\s(?:that|which)\s+[^.;]{{0,24}}",
    re.IGNORECASE,
)


def _opponent_in_clash(context: ClaimContext) -> Reference | None:
    """ "killed in clashes with X": the enemy of whoever died there."""
    start, limit = context.account
    for reference in context.references(start, limit):
        if _AGAINST.search(context.text[max(start, reference.start - 60) : reference.start]):
            return reference
    return None


def _event_agent(context: ClaimContext) -> Reference | None:
    """ "X shelling" or "attack by X" in the claim's own content before or after the victims."""
    start, limit = context.account
    if context.attackers or _WAR_BETWEEN.search(context.text, start, context.phrase[0]):
        return None  # who is told to have attacked did not kill the attackers
    for reference in context.references(start, limit):
        left = context.text[max(start, reference.start - 70) : reference.start]
        if _BY.search(left) and not (_NOT_HARM_BY.search(left) or _LATER.search(left)):
            return reference
        if _SINCE.search(left) and _TOOK_UP_ARMS.match(context.text, reference.end):
            continue  # "since X took up arms, 3,000 have died"
        attacks = _EVENT_TAIL.match(context.text, reference.end) or (
            reference.start < context.phrase[0] and acts(context.text, reference.end)
        )
        if attacks and not _is_target(left[-60:]):
            return reference
    return None


_TOOK_UP_ARMS = Expression(
    r"\s+(?:first\s+)?(?:took up|(?:began|started|launched)\s+(?:its|their|an?|the)\s+(?:[\w-]+\s+)?(?:struggle"
    r"|insurgency|rebellion|uprising|revolt))\b",
    re.IGNORECASE,
)
_SINCE = Expression(r"\bsince\b(?:(?!\b(?:in|by)\b)[^.;])*$", re.IGNORECASE)
#: "before he was shot by police": what became of whoever did it.
_LATER = Expression(r"\b(?:before|until)\s+(?:being|he|she|they)\b", re.IGNORECASE)


def acts(text: str, end: int) -> bool:
    """True where the words behind a name tell that it launched or did an attack."""
    return bool(_LAUNCHED.match(text, end) or _ATTACK_VERB.match(text, end))


_LAUNCHED = Expression(
    rf"\s+(?:{_MEANTIME})?(?:launched|unleashed|began|started|opened|mounted|staged|carried out"
    r"|resumed)\b",
    re.IGNORECASE,
)


#: Words for an attack of whatever kind.
_ANY_ATTACK = frozenset({"attack", "assault", "strike", "raid"})
#: "The shelling" points back at most this many sentences.
_REACH = 10


def attack_of(context: ClaimContext) -> Reference | None:
    """Who did what the claim points back at ("in the shelling"), by the last sentence that tells of the same."""
    scene, sentence = context.scene, context.sentence
    pointer = scene.first(_DEFINITE_EVENT, sentence)
    if pointer is None:
        own = scene.first(_ANY_EVENT, sentence) or scene.first(_CLASH, sentence)
        return None if own else _attacker_just_told(context)
    event = pointer.group("event").rstrip("s")
    index = scene.sentence_index(context.sentence[0])
    for start, end in reversed(scene.sentences[max(0, index - _REACH) : index]):
        if event in scene.lowered[start:end] or event in _ANY_ATTACK:
            found = _attackers(scene, scene.between(start, end))
            if found is not None:
                return found
    return None


def _attacker_just_told(context: ClaimContext) -> Reference | None:
    """ "X militants attacked a school. 29 people were killed.": the attack of the last two sentences."""
    scene = context.scene
    index = scene.sentence_index(context.sentence[0])
    for start, end in reversed(scene.sentences[max(0, index - 2) : index]):
        for reference in scene.between(start, end):
            left = scene.text[max(start, reference.start - 60) : reference.start]
            event = _EVENT_TAIL.match(scene.text, reference.end)
            hits = event is not None and _HITS.match(scene.text, event.end())
            if (hits or _ATTACK_VERB.match(scene.text, reference.end)) and not _is_target(left):
                return reference
    return None


#: "two X bombs slammed into a shop".
_HITS = Expression(r"\s+(?:also\s+|had\s+)?(?:slammed|hit|struck|crashed|landed|fell|exploded|tore|rained|ripped)\b")


def _attackers(scene: Scene, references: Iterable[Reference]) -> Reference | None:
    for reference in references:
        left = scene.text[max(0, reference.start - 70) : reference.start]
        acts = _EVENT_TAIL.match(scene.text, reference.end) or _LAUNCHED.match(scene.text, reference.end)
        if acts and not _is_target(left[-60:]):
            return reference
        if _BY.search(left) and not _NOT_HARM_BY.search(left):
            return reference
    return None


def speaks_of_known_attack(context: ClaimContext) -> bool:
    """True where the claim's sentence points back at an attack told before ("in the shelling")."""
    return context.scene.first(_DEFINITE_EVENT, context.sentence) is not None


_NEW_EVENT = Expression(rf"\b(?:an?|another|one|two)\s+(?:[\w-]+\s+){{0,2}}?(?:{EVENT_NOUN})\b", re.IGNORECASE)


def speaks_of_new_attack(context: ClaimContext) -> bool:
    """True where the words right before the victims tell of an attack not told of before ("another strike killed")."""
    start = max(context.sentence[0], context.phrase[0] - 120)
    clause = max(context.text.rfind(mark, start, context.phrase[0]) for mark in (";", ". "))
    return bool(_NEW_EVENT.search(context.text, max(start, clause), context.phrase[0]))


def perpetrator_of_event(context: ClaimContext, side: str, answering: Sequence[Reference]) -> Reference | None:
    """Who harmed members of a side, from the sentences around the claim.

    `answering` are the sides that claim or are given responsibility somewhere in the report (see :func:`responsible`).
    """
    scene = context.scene
    group = scene.group(side)
    blamed = next((r for r in answering if r.group != group), None)
    if blamed is None and context.claim.value.group != "combatant":
        blamed = next(iter(answering), None)  # a government may be blamed for the dead of its own country
    if blamed is not None:
        return blamed
    attacker = attack_of(context)
    if attacker is not None and attacker.group != group:
        return attacker
    return _enemy_in_clash(context, side)


def _enemy_in_clash(context: ClaimContext, side: str) -> Reference | None:
    """Fighters killed in a clash between a state and an armed group: the other side of it."""
    scene = context.scene
    index = context.sentence_number
    start, end = scene.sentences[max(0, index - 2)][0], scene.sentences[min(len(scene.sentences) - 1, index + 1)][1]
    if context.claim.value.group != "combatant" or not scene.first(_CLASH, (start, end)):
        return None
    enemy = scene.opponent(side)
    return enemy if enemy is not None and scene.armed_group(enemy.side) != scene.armed_group(side) else None


_CLASH = Expression(
    r"\b(?:clash\w*|fight(?:ing|s)?|fought|battl\w+|encounter|skirmish\w*|gun ?battles?|firefights?|ambush\w*"
    r"|came under fire)\b",
)
