"""Harm told by several words: "lost their lives", "taken hostage", "was rushed to hospital"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sayso.claims.casualty import Effect
from sayso.expression import Expression
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

#: active: victims right. subject: victims left. participle: an auxiliary decides.
PhraseForm = Literal["active", "subject", "participle"]


class Phrase(NamedTuple):
    """A pattern of harm; `needs` are words of which a sentence holds one wherever the pattern can match."""

    pattern: Expression
    effect: Effect
    form: PhraseForm
    needs: frozenset[str]


class PhraseMatch(NamedTuple):
    """Where a phrase stands: offsets of the text."""

    phrase: Phrase
    start: int
    end: int


def _phrase(pattern: str, effect: Effect, form: PhraseForm, needs: str) -> Phrase:
    compact = re.sub(r"\s*\n\s*", "", pattern)
    return Phrase(Expression(rf"\b(?:{compact})\b", re.I), effect, form, word_set(needs))


_THEIR = r"(?:their|his|her|its)(?: own)?"
_HOSPITAL = r"(?:hospitals?|clinics?|(?:medical|health) (?:centers?|centres?|facilit(?:y|ies)))"
_FOR_WOUNDS = r" [^.;,]{2,50}? (?:for|with) (?:\w+ ){0,3}?(?:wounds|injuries|burns)\b"
_MANY = (
    r"(?: \w+){0,3}? (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|\w+(?:teen|ty|ens|reds|ores)|several|many)"
    r"\b)"
)
_PART_OF = r"(?:(?:north|south|east|west)(?:ern)?|central|whole|entire|rest of the|(?:part|half|side)s? of the)[ ]"
_SETTLED = r"(?:city|town|village|capital|area|region|district|province|enclave|island|quarter|camp|valley)s?"
_LOCALS = (
    "(?:"
    + "|".join(
        f"(?<={who} )"
        for who in (
            "people",
            "residents",
            "civilians",
            "families",
            "villagers",
            "women",
            "children",
            "refugees",
            "labourers",
            "workers",
        )
    )
    + ")"
)
#: Who is brought to a doctor: not the bodies, nor those already told to be wounded.
_PATIENTS = (
    "(?:"
    + "|".join(
        f"(?<={who} {had} )"
        for who in ("people", "patients", "soldiers", "fighters", "men", "women", "children", "policemen", "rebels")
        for had in ("had been", "have been", "were")
    )
    + ")"
)
_WILD = r"(?:forests?|jungles?|bush|hills|mountains|woods|caves|swamps|desert|open air)"
_AWAY: Final = rf"(?:in)?to (?:(?:the )?(?:\w+ )?{_WILD}|an unknown (?:location|destination|place))"
_PHRASES: Final = (
    _phrase(
        r"""(?<!found )(?:shot (?:and )?(?:dead|to death)|(?:gunned|mowed|cut) down|put to death|wiped out|picked off|
        blown to (?:pieces|bits)|
        (?:beaten|burned|burnt|stoned|hacked|stabbed|crushed|tortured|clubbed|knifed|starved|bludgeoned|trampled|
        frozen) to death|(?:burned|burnt|buried) alive)""",
        "killed",
        "participle",
        "dead death down out off pieces bits alive",
    ),
    _phrase(
        r"""(?:burn(?:ed|t|s)?|bur(?:y|ied))(?= (?!alive)[^.,;:]{3,60}? alive\b)""",
        "killed",
        "participle",
        "alive",
    ),
    _phrase(r"put(?:ting)? out of action", "unspecified", "participle", "action"),
    _phrase(
        r"""put(?:ting)?(?= (?:[^.,;:]|,\d){3,80}? out of action\b)""",
        "unspecified",
        "active",
        "action",
    ),
    _phrase(
        r"""(?:tortured|beat|hacked|stabbed|stoned|burned|burnt|clubbed|bludgeoned|crushed)
        (?= (?!to )[^.,;:]{3,60}? to death\b)""",
        "killed",
        "participle",
        "death",
    ),
    _phrase(
        r"fatally (?:shot|stabbed|beaten|wounded|injured|hurt|assaulted|struck)", "killed", "participle", "fatally"
    ),
    _phrase(
        r"""(?:shooting|shoots|shoot) (?:dead|to death)|(?:gunning|mowing|cutting|guns?|mows?) down|putting to death|
        wiping out|picking off|(?:burning|burying) alive|beat to death|
        (?:beating|burning|stoning|hacking|stabbing|crushing|torturing|clubbing|bludgeoning|trampling) to death""",
        "killed",
        "active",
        "shooting shoots shoot gunning guns gun mowing mows mow putting wiping picking cutting death alive",
    ),
    _phrase(
        rf"""(?:lost|losing|lose|gave|laid down) {_THEIR} (?:lives|life)|(?:bled|starved|burned|froze) to death|
        fell as martyrs?|(?<!["“])embrac(?:ed|ing) (?:martyrdom|shahadat)|(?:made|making|paid|paying)[ ]
        the (?:supreme|ultimate) (?:sacrifice|price)|(?:fell|fallen|died) in (?:combat|battle|action)|
        (?:been |was |were )?(?:found|feared|confirmed|reported|presumed|believed|pronounced|declared|
        left|lay|lying|(?:brought|carried|pulled|taken|dragged|dug) (?:in|out|up)|arrived) dead|dead on arrival|
        chok(?:ed|ing) to death|
        (?:been |was |were )?found (?:shot dead|(?:shot|stabbed|beaten|hacked|tortured) to death|murdered|slain|
        executed|strangled|beheaded|decapitated|hanged)|(?:did not|didn't|failed to) survive""",
        "killed",
        "subject",
        "lives life death martyr martyrs martyrdom shahadat dead survive combat battle action found sacrifice price",
    ),
    _phrase(
        r"""(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|(?:took|taken|taking|takes|carried)(?: away)?)[ ]
        (?:the )?(?:lives|life) of""",
        "killed",
        "active",
        "lives life",
    ),
    _phrase(
        r"""(?:gone|went|going|goes|go) missing|(?:listed|registered|declared|posted) (?:as )?missing|
        (?:still |remain(?:ed|s)? )?unaccounted for|
        (?:is|are|was|were) among the missing|(?:still )?out of contact|
        not (?:yet )?been (?:heard from|
        (?:found|located|traced|accounted for)(?= ?[.,;:]|\s*$| (?:yet|and|since|so far)\b))|
        (?:(?:feared|believed|thought|still|remain(?:ed|s)?|reported)(?: to be)?|(?:may|might|could) be)[ ]
        (?:buried|trapped(?! (?:in|inside|between|by|on)\b(?! (?:the )?(?:\w+ )?(?:rubble|debris|wreckage|ruins))))""",
        "missing",
        "subject",
        "missing unaccounted contact buried trapped heard found located traced accounted",
    ),
    _phrase(
        r"contact (?:(?:has|had) been |was |is )?lost with|los(?:t|ing) contact with", "missing", "active", "contact"
    ),
    _phrase(
        r"""(?:taken|took|fell|fallen) (?:away )?(?:in)?to captivity|in captivity|
        (?:fell|fallen|fall) into (?:the hands of|(?:rebel|enemy|their|its|guerrilla|government|militant) hands)|
        (?:taken|held) (?:as )?(?:hostages?|prisoners?|captives?)|(?:taken|seized|caught) alive|
        (?<=been )taken(?= by (?:the |a |an )?(?:\w+ ){0,2}?(?:gunmen|rebels|militants|fighters|militias?|
        militiamen|enemy|insurgents|guerrillas|jihadists|separatists)|[.;,"“”]|\s*$)|
        (?:(?<=prisoners )|(?<=hostages )|(?<=captives ))(?:were|had been|have been) (?:taken|seized)""",
        "captured",
        "subject",
        "captivity hostage hostages prisoner prisoners captive captives alive taken hands",
    ),
    _phrase(
        rf"""(?:is|are|was|were|still|remained?|remains) in (?:hospital|intensive care)|
        (?:taken|rushed|shifted|transferred|admitted|evacuated|airlifted|brought|sent|moved|transported|delivered|flown|
        carried|ferried|referred|conveyed|placed|treated|remained|remain|recovering|recuperating|confined|hospitali[sz]ed)
        (?:[ ](?!\d|\w+ (?:wounded|injured)\b)\w+){{0,2}}? (?:to|in|at|by) (?:\S+ ){{0,5}}?{_HOSPITAL}""",
        "hospitalised",
        "subject",
        "hospital hospitals clinic clinics medical health intensive",
    ),
    _phrase(rf"treat(?:ed|ing|s)(?={_FOR_WOUNDS})", "injured", "active", "treated treating treats"),
    _phrase(
        rf"""(?:(?<=hospital )|(?<=clinic )|(?<=hospitals )|(?<=clinics )|(?<=had )|(?<=has )|(?<=have ))admitted
        (?={_MANY})|admitted(?={_MANY}[^.;,]{{0,20}}? ?(?:wounded|injured|patients)\b)|
        (?:(?:is|are|was|were) treating|treats)(?={_MANY})(?!{_FOR_WOUNDS})|
        treated(?={_MANY}[^.;,]{{0,20}}? ?(?:wounded|injured|patients) (?:people )?(?:at|in)[ ]
        (?:\S+ ){{0,4}}?{_HOSPITAL})""",
        "hospitalised",
        "active",
        "admitted treating treats treated",
    ),
    _phrase(
        r"(?:been|was|were) admitted(?:(?! (?:in)?to\b)| to (?:the|its|their|our|his|her) (?:\w+ )?wards?\b)",
        "hospitalised",
        "subject",
        "hospital hospitals clinic clinics ward wards doctor doctors nurse nurses medic medics surgeon surgeons "
        "wounded injured wounds injuries burns",
    ),
    _phrase(
        rf"""{_PATIENTS}(?:brought|carried)[ ]
        (?:in(?= (?:by|on|from|since|overnight|yesterday)\b|[.;,]|\s*$)|there|
        to (?:(?:his|her|its|their|our|the) )?wards?)
        (?! (?:dead|wounded|injured|hurt)\b)""",
        "hospitalised",
        "subject",
        "hospital hospitals clinic clinics ward wards doctor doctors nurse nurses medic medics surgeon surgeons",
    ),
    _phrase(
        r"being treated(?! (?:as|like|with|well|badly|humanely|fairly|kindly|properly)\b)",
        "hospitalised",
        "subject",
        "treated",
    ),
    _phrase(
        rf"(?:took|taken|taking) in(?={_MANY}[^.;,]{{0,20}}? ?(?:wounded|injured|patients)\b)",
        "hospitalised",
        "active",
        "wounded injured patients",
    ),
    _phrase(  # whoever else is detained is a suspect
        r"""(?:(?<=soldiers )|(?<=servicemen )|(?<=troops )|(?<=peacekeepers ))(?:were|have been|had been) detained
        (?! (?:for|over|on)\b| in connection\b)""",
        "captured",
        "subject",
        "detained",
    ),
    _phrase(
        rf"""(?:took|taken|taking|rush(?:ed|ing)|brought|bringing|carried|carrying|flew|flown|flying|evacuat(?:ed|ing)|
        transport(?:ed|ing)|transferr(?:ed|ing))(?={_MANY}(?:(?! (?:bod(?:y|ies)|corpses|dead)\b)[^.;,]){{0,50}}?[ ]
        to (?:\S+ ){{0,5}}?{_HOSPITAL}\b)""",
        "hospitalised",
        "active",
        "hospital hospitals clinic clinics medical health",
    ),
    _phrase(r"round(?:ed|ing) up", "captured", "participle", "rounded rounding"),
    _phrase(
        rf"""(?:taken|marched|led|dragged|herded|carried off)(?= (?:away )?{_AWAY})|
        (?:took|taking|marched|led|dragged|herded)(?= [^.;,]{{3,60}}? {_AWAY})""",
        "captured",
        "participle",
        "forest forests jungle jungles bush hills mountains woods caves swamps desert unknown",
    ),
    _phrase(
        r"""(?:(?<=are )|(?<=were )|(?<=still ))being held(?= (?:by|in|at|as)\b|[.;,"“”]|\s*$)
        (?! (?:by|in|at) (?:\w+ ){0,2}?(?:police|custody|jails?|prisons?|detention|connection)\b)""",
        "captured",
        "subject",
        "held",
    ),
    _phrase(
        r"""(?:brought|carried|taken|flown|rushed|wheeled|came|come|arrived)(?: (?:in|out|there|to \w+))?[ ]
        (?:wounded|injured|hurt)""",
        "injured",
        "subject",
        "wounded injured hurt",
    ),
    _phrase(
        rf"""(?:(?:whisk|spirit)(?:ed|ing)? away|(?:took|taken|taking) away|(?:led|marched|dragged) (?:away|off))
        (?! (?:by|in) (?:an )?ambulances?)(?! to (?:\S+ ){{0,4}}?{_HOSPITAL})
        (?! (?:\w+ ){{0,3}}?(?:bodies|corpses|dead|wounded|injured)\b)""",
        "captured",
        "participle",
        "away off",
    ),
    _phrase(
        r"""(?:was|were|been|being) (?:\w+ly )?(?:hit|struck)(?: in the \w+)? by (?:an? |the |two |several |some )?
        (?:\w+ )?(?:bullets?|shrapnel|splinters?|fragments|pellets|sniper fire|gunfire)|
        (?:was|were|been|being) (?:hit|shot|struck) in (?:the|his|her|their|both|one) (?:(?:left|right|lower|upper) )?
        (?:legs?|arms?|hands?|shoulders?|thighs?|knees?|ankles?|f(?:oo|ee)t)(?! and (?:died|killed)\b)""",
        "injured",
        "subject",
        "bullet bullets shrapnel splinter splinters fragments pellets fire gunfire leg legs arm arms hand hands "
        "shoulder shoulders thigh thighs knee knees ankle ankles foot feet",
    ),
    _phrase(
        r"(?:lay|lie|lying|left) (?:\w+ly )?(?:wounded|injured)(?! (?:by|and \w+ of)\b)",
        "injured",
        "subject",
        "wounded injured",
    ),
    _phrase(
        rf"""(?:have |has |had )?(?:(?<!they )surrendered|(?:laid|laying) down {_THEIR} (?:arms|weapons|guns)|
        (?:given|gave) themselves up)(?! (?:to \w+ )?(?:peacefully|sovereignty|control|territory))
        (?![^.;]{{0,60}}\b(?:deal|accord|agreement|amnesty|programme|program|ceremony)\b)|
        (?:been|are|were|being) (?:held )?(?:as )?
        (?:hostages(?! (?:to|of)\b)|prisoners of war|captives|human shields)""",
        "captured",
        "subject",
        "surrendered arms weapons guns themselves hostages prisoners captives shields",
    ),
    _phrase(
        r"admitted with (?:\w+ ){0,3}?(?:wounds|injuries|burns)",
        "hospitalised",
        "subject",
        "admitted",
    ),
    _phrase(
        r"""forced to (?:flee|leave|abandon|evacuate)|(?:forced|driven) (?:from|out of) (?:their|his|her) homes?|
        (?:made|rendered|left) homeless|(?:left|lost|abandoned|fled|flee|fleeing) (?:their|his|her) homes?|
        (?:abandoned|fled|flee|fleeing) their (?:villages?|farms?|farmsteads?|ranches|fields|houses)|
        (?:sought|seeking|taken|took|taking) (?:shelter|refuge)|
        (?:moved|relocated|bused|transferred|brought|shifted|taken) (?:to (?:\w+ )?)?(?:into|to|in)[ ]
        (?:\w+ ){0,2}?(?:shelters?|safety|camps?|safer \w+|higher ground)|
        had to (?:flee|leave|abandon)(?! (?:behind|him|her|them|it)\b)|
        (?:reached|arrived (?:in|at)) the (?:\w+ )?camps?|
        (?:stay|staying|stayed|sleeping|living|housed|lodged) in (?:\w+ )?(?:shelters?|camps?|tents)|
        (?:moved|relocated|bused|shifted) (?:into|to)[ ]
        (?:\w+ ){0,3}?(?:schools?|church(?:es)?|monaster(?:y|ies)|mosques?)|
        (?:brought|bused|moved|shifted|driven|flown) out(?: of (?!(?:the |a |its )?(?:\w+ )?
        (?:rubble|debris|wreckage|ruins|buildings?|house|houses|water|river|sea|fire|car|bus|tunnel|mine)\b)|
        (?=[.;,]|\s+(?:by|since|on|in)\b))|
        internally displaced""",
        "displaced",
        "subject",
        "forced driven homeless home homes displaced shelter shelters refuge safety camp camps safer ground school "
        "schools church churches monastery monasteries mosque mosques out leave flee abandon tents tent abandoned fled "
        "fleeing",
    ),
    _phrase(
        rf"""(?:(?<=have )|(?<=has )|(?<=had ))left (?:the |their |most of |much of |all of )*
        (?:{_PART_OF})*(?:(?:border )?(?:communities|settlements)|{_SETTLED}|(?-i:[A-Z])\w+)|
        (?:crossed|crossing) (?:over )?(?:the |into |a )*(?:\w+ )?(?:border|frontier)|
        (?:crossed|crossing) (?:over )?the (?:(?-i:[A-Z])\w+ )?(?:river|strait|lake)|
        (?:crossed|crossing) (?:over )?(?:in)?to (?:(?:north|south|east|west)\w* )?(?-i:[A-Z])\w+|
        (?:poured|streamed|flooded|spilled|escaped|trekked) (?:over|across|into|to)[ ]
        (?:the )?(?:border|frontier|neighbou?ring|nearby|adjacent)|
        (?:hiding|hidden|sheltering|camping|living) in (?:the )?(?:nearby |surrounding |open |dense |thick )?{_WILD}|
        (?:run|ran|gone|escaped|moved|disappeared|retreated) into (?:the )?(?:nearby |surrounding )?{_WILD}""",
        "displaced",
        "subject",
        "left border frontier crossed crossing neighbouring neighboring nearby adjacent forest forests jungle jungles "
        "bush hills mountains woods caves swamps desert air",
    ),
    _phrase(
        r"""(?:suffered|sustained|suffering|sustaining|received|receiving|suffer|sustain)(?: \w+){0,2}?[ ]
        (?:injuries|wounds|injury|wound|burns)|
        (?:have|has|had)(?: (?:only|minor|light|slight|serious|severe|critical|gunshot|bullet|shrapnel|head|leg|knife
        |machete|burn|blast)){1,2} (?:injuries|wounds)|
        (?:brought|taken|carried|rushed|wheeled|arrived|arriving|came|coming|left)(?: (?:in|out|there|to \w+))? with[ ]
        (?:\w+ ){0,4}?(?:wounds|injuries|burns|breathing|convulsions|suffocation|symptoms)|
        (?:received|receive|undergoing|given)(?: \w+){0,2}? (?:medical )?treatment|
        (?:been|was|were) treated for|
        (?:suffered|suffering|suffer|experienced|experiencing)(?: \w+){0,3}?[ ]
        (?:problems?|difficult(?:y|ies)|symptoms|trouble|suffocation|asphyxia)(?: breathing)?|
        (?:affected|poisoned|sickened|overcome) by(?: \w+){0,3}? (?:gas|gases|agents?|chlorine|sarin|chemicals|fumes)|
        with (?:\w+ ){0,3}?(?:wounds|injuries|burns)|
        in (?:an? )?(?:\w+ )?(?:critical|serious|grave|stable) condition|
        (?:lost|losing) (?:an?|one|both|his|her|their)(?: (?:left|right))?[ ]
        (?:legs?|arms?|hands?|foot|feet|eyes?|limbs?)""",
        "injured",
        "subject",
        "injuries wounds injury wound burns treatment treated problem problems difficulty difficulties symptoms "
        "trouble breathing convulsions suffocation "
        "asphyxia gas gases agent agents chlorine sarin chemicals fumes condition lost losing",
    ),
    _phrase(
        r"(?:was|were|is|are) (?:also )?among (?:the|those) (?:dead|killed|slain|fatalities|deaths|victims)",
        "killed",
        "subject",
        "dead killed slain fatalities deaths victims",
    ),
    _phrase(
        r"""(?:was|were|is|are) among
        (?=\s+(?:(?:the|at least|some|more than)\s+)?(?:\w+\s+){1,3}(?:killed|dead|slain)\b)""",
        "killed",
        "subject",
        "dead killed slain",
    ),
    _phrase(
        r"(?:was|were|is|are) (?:also )?among (?:the|those) (?:wounded|injured|hurt|maimed)",
        "injured",
        "subject",
        "wounded injured hurt maimed",
    ),
    _phrase(
        r"""(?:(?:was|were|is|are) (?:also )?)?among (?:the|those)
        (?: (?:captured|kidnapped|abducted)(?: (?:sailors|seamen|crew|soldiers|people|men|passengers))?|
        [ ](?:captives|hostages|prisoners))""",
        "captured",
        "subject",
        "captured kidnapped abducted captives hostages prisoners",
    ),
    _phrase(
        rf"""{_LOCALS}(?:(?:had|have) arrived (?:in \w+ )?by (?:bus|train|boat|truck)|
        (?:(?:had|have|has) )?(?:reached|arrived (?:in|at))(?= (?:the |a )?(?:\w+ )?{_SETTLED}\b)|
        (?:had |have )?(?:left|(?:(?:are|were) )?(?:seen )?leaving)
        (?= (?:(?-i:[A-Z])\w+ )?by (?:bus|train|boat|road|truck)\b))""",
        "displaced",
        "subject",
        "bus train boat road truck reached arrived",
    ),
    _phrase(
        r"""(?:expelled|expelling|deported|deporting|evicted|flown|ferried|airlifted)
        (?= (?!back)(?:[\w,]+ ){0,4}?(?:people|civilians|residents|villagers|families|inhabitants|foreigners)\b)""",
        "displaced",
        "participle",
        "expelled expelling deported deporting evicted flown ferried airlifted",
    ),
    _phrase(
        r"""(?:forced|forcing|drove|driven|driving|prompted|prompting)(?= (?:[^.;]|\.(?=\d)){1,80}?
        (?:(?:from|out of) (?:their|its) (?:homes?|villages?|houses)|to (?:flee|leave|evacuate)))""",
        "displaced",
        "active",
        "forced forcing drove driven driving prompted prompting",
    ),
    _phrase(
        r"(?:became|become|becoming) (?:the )?victims|fell (?:victims?|prey) to",
        "unspecified",
        "subject",
        "victim victims prey",
    ),
    _phrase(r"paid (?:the price|with their lives)", "unspecified", "subject", "paid"),
)


#: By each word that some phrase needs, the numbers of those phrases.
_NEEDING: Final = {
    word: frozenset(number for number, phrase in enumerate(_PHRASES) if word in phrase.needs)
    for word in frozenset[str]().union(*(phrase.needs for phrase in _PHRASES))
}


def _possible(words: set[str]) -> list[Phrase]:
    """The phrases that a sentence of these words may hold, in their order."""
    numbers = frozenset[int]().union(*(_NEEDING[word] for word in words & _NEEDING.keys()))
    return [_PHRASES[number] for number in sorted(numbers)]


def find_phrases(words: Words) -> Iterator[PhraseMatch]:
    """Every phrase of harm, sentence by sentence."""
    for first, end in words.sentences:
        start, stop = words.tokens[first].start, words.tokens[end - 1].end
        for phrase in _possible({token.lower for token in words.tokens[first:end]}):
            for match in phrase.pattern.finditer(words.text, start, stop):
                yield PhraseMatch(phrase, match.start(), match.end())
