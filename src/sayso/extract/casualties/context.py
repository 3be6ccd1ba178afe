"""What a figure takes from its neighbours: who an elliptical number counts, and which of two effects holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.claims.casualty import Group
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft, in_order
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

#: Who is lost by an army, or may be anybody.
_MEN: Final = frozenset(("men", "man", "comrades", "members"))
_ELLIPTICAL: Final = word_set("other others more another second third fourth fifth sixth bodies body")
#: Bodies whose own dead are combatants, and the verbs by which they tell of them.
_FORCES: Final = word_set(
    "army military troops forces brigade battalion regiment navy marines soldiers rebels fighters militia guerrillas",
    "insurgents police militants garrison corps gendarmerie unit",
)
_TELLING: Final = word_set(
    "reported reports reporting announced announces confirmed confirms lost suffered suffers suffer suffering",
    "sustained sustain sustaining acknowledged",
    "admitted took had has have with",
)
_SHARES: Final = word_set("most mostly mainly largely all predominantly majority")
_OTHER_VOICE: Final = word_set(
    "said says told claimed claims stated reported announced added alleged while but",
)
#: From this count on, the same number twice in one report is the same count.
_TELLING_COUNT: Final = 10


def complete(words: Words, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Drafts in text order, with the group of elliptical numbers filled in and doubled effects settled."""
    done: list[Draft] = []
    for draft in in_order(_settle_effects(words, drafts)):
        done.append(_with_group(draft, _own_or_inherited(words, draft, done)))
    done = [_of_the_dead(words, draft, done[:n]) for n, draft in enumerate(done)]
    done = [_in_hospital(words, draft, done[:n]) for n, draft in enumerate(done)]
    done = [_with_group(draft, _of_next(words, draft, done[n + 1 :])) for n, draft in enumerate(done)]
    done = [_with_group(draft, _of_parts(words, draft, done)) for draft in done]
    done = [_with_group(draft, _of_same_count(draft, done)) for draft in done]
    return tuple(_with_group(draft, _of_the_lead(words, draft, done)) for draft in done)


def _of_the_dead(words: Words, part: Draft, before: Sequence[Draft]) -> Draft:
    """ "killed eight men. Six of those killed were clerks": part of the last count told just before."""
    group = part.group
    if part.whole is not None or not (group.part and group.harm == part.effect and group.how == "number"):
        return part
    start = words.sentence(part.main)[0]
    start = words.sentence(start - 1)[0] if start else 0
    told = [
        d.group for d in before if d.effect == part.effect and d.main >= start and d.whole is None and not d.group.part
    ]
    counts = bool(told) and told[-1].how == "number" and (told[-1].low or 0) > (group.low or 0)
    return replace(part, whole=told[-1]) if counts else part


def _in_hospital(words: Words, part: Draft, before: Sequence[Draft]) -> Draft:
    """ "six were taken to hospital, two of them in critical condition": there as well."""
    if (
        not part.group.part
        or part.group.harm_head
        or part.effect != "injured"
        or words.lower(part.last - 1) != "condition"
    ):
        return part
    start = words.sentence(part.main)[0]
    told = [d for d in before if start <= d.main and d.group.how == "number" and d.whole is None]
    if (
        not told
        or told[-1].effect != "hospitalised"
        or told[-1].group.harm_head
        or (part.group.low or 0) > (told[-1].group.low or 0)
    ):
        return part
    return replace(part, effect="hospitalised", whole=told[-1].group)


def _of_parts(words: Words, whole: Draft, drafts: Sequence[Draft]) -> Group:
    """ "28 people: 21 soldiers and seven civilians": a total whose parts make it up."""
    if whole.group.group != "unknown" or not whole.group.low:
        return whole.group.group
    told = [d for d in drafts if d.whole is not None and d.effect == whole.effect]
    parts = [d.group for d in told if d.whole is not None and d.whole.first == whole.group.first]
    if sum(part.low or 0 for part in parts) != whole.group.low:
        mixed = not whole.group.part and any(_tells_the_rest(words, part) for part in parts)
        return "mixed" if mixed else "unknown"
    kinds = {part.group for part in parts}
    return kinds.pop() if len(kinds) == 1 else "unknown" if "unknown" in kinds else "mixed"


def _tells_the_rest(words: Words, part: NounGroup) -> bool:
    """ "1,020 people, including 105 civilians", "13 people, six of them soldiers": the others were something else."""
    last = words.at(part.victims[1] - 1) if part.victims is not None else part.head
    several = part.group == "combatant" and part.how == "number"
    return several or (last is not None and words.lower(last).startswith("civilian"))


def _with_group(draft: Draft, group: Group) -> Draft:
    return draft if group == draft.group.group else replace(draft, group=replace(draft.group, group=group))


def _led_there(words: Words, dead: Draft, hurt: Draft) -> bool:
    """ "four died after being poisoned", "a man wounded on Monday has died": the harm is the cause of the death."""
    if hurt.main < dead.main:
        return words.lower(dead.main) in ("died", "dies", "succumbed", "die")
    return any(words.lower(k) == "after" for k in range(dead.last, hurt.main))


def _settle_effects(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """ "31 people hurt in the attack were being treated in hospital": the main verb holds, once."""
    by_group: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_group.setdefault(draft.group.first, []).append(draft)
    kept: list[Draft] = []
    for same in by_group.values():
        dead = [d for d in same if d.effect == "killed"]
        same = [d for d in same if d.effect != "injured" or not any(_led_there(words, k, d) for k in dead)]
        effects = {d.effect for d in same}
        kept += [d for d in same if d.effect != "injured" or "hospitalised" not in effects]
    return kept


def _own_or_inherited(words: Words, draft: Draft, done: Sequence[Draft]) -> Group:
    group = draft.group
    if draft.whole is not None and draft.whole.group == "combatant" and not _are_civilians(words, group):
        return "combatant"  # "26 servicemen, among them a volunteer"
    if _are_kidnapped_sailors(words, draft):
        return "civilian"
    if group.group != "unknown":
        return group.group
    if draft.effect == "displaced":
        return "civilian"  # those who flee or are driven out are no fighters
    if _are_taken_prisoner(words, draft) or _are_of_a_force(words, group):
        return "combatant"
    if group.how == "none" and words.lower(group.first) in ("no", "nobody", "none") and group.head is None:
        return _told_by_forces(words, draft) or "unknown"  # "no one was hurt"
    if group.how == "name":
        return _apposed(words, group)
    if group.head is not None and words.lower(group.head) in _MEN:
        return _lost_men(words, draft)
    described = _described_behind(words, draft)
    if described is not None or not (group.bare or group.harm_head or _is_elliptical(words, group)):
        return described or "unknown"
    found = _from_after(words, group) or _of_the_lost(words, draft) or _inflicted_on(words, group)
    found = found or _among_after(words, draft) or _told_by_forces(words, draft)
    whole = next((d for d in reversed(done) if d.whole is None), None)
    if found is None and whole and words.lower(group.first - 1) == "and" and done[-1].last == group.first - 1:
        found = whole.group.group  # "35 dead and an unknown number of wounded"
    if found is not None or (group.harm_head and not _is_elliptical(words, group)):
        return found or "unknown"
    return _from_before(words, draft, done)


#: Who sail merchantmen as well as warships, and how pirates take them.
_SAILORS: Final = word_set("sailor sailors seaman seamen crew crewman crewmen crewmember crewmembers")
_KIDNAPPED: Final = word_set("kidnapped kidnapping abducted abducting hijacked hijacking pirate pirates")


def _are_kidnapped_sailors(words: Words, draft: Draft) -> bool:
    """ "13 crew members were abducted": no navy loses its men so."""
    if draft.effect != "captured" or draft.group.victims is None:
        return False
    start, end = map(words.at, draft.group.victims)
    sail = any(words.lower(k) in _SAILORS for k in range(start, end))
    return sail and any(words.lower(k) in _KIDNAPPED for k in range(*words.sentence(draft.main)))


def _are_taken_prisoner(words: Words, draft: Draft) -> bool:
    """ "Took eight prisoner", "none taken captive": who is not told to be a hostage."""
    return draft.effect == "captured" and words.lower(draft.last - 1) in ("prisoner", "captive")


def _are_of_a_force(words: Words, group: NounGroup) -> bool:
    """ "Four gang members", "a service member", "15 NWF men"."""
    if group.head is None or group.head == group.first:
        return False
    before = words.tokens[group.head - 1]
    if words.lower(group.head) in ("member", "members"):
        return before.lower in ("service", "gang")
    letters = before.text.isupper() and len(before.text) > 1
    return letters and before.text.isalpha() and words.lower(group.head) in ("man", "men")


def _are_civilians(words: Words, group: NounGroup) -> bool:
    return group.head is not None and words.lower(group.head).startswith("civilian")


def _described_behind(words: Words, draft: Draft) -> Group | None:
    """ "17 people were killed, most of them commuters": mixed, unless all of them were."""
    k = draft.last + (words.lower(draft.last) == ",")
    k += words.lower(k) == "the" and words.lower(k + 1) == "majority"
    share = words.lower(k)
    if share not in _SHARES or draft.group.part or draft.group.how not in ("number", "vague"):
        return None
    k += 1
    while words.lower(k) in ("of", "them", "whom", "were", "are", "being"):
        k += 1
    near = [words.lower(n) for n in range(k, k + 3)]
    kind: Group = next((lexicon.PLURAL[word] for word in near if word in lexicon.PLURAL), "unknown")
    if kind == "unknown":
        return None
    return kind if share == "all" else "mixed"


def _is_elliptical(words: Words, group: NounGroup) -> bool:
    return group.head is not None and words.lower(group.head) in _ELLIPTICAL


def _from_after(words: Words, group: NounGroup) -> Group | None:
    """ "seventeen from the armed forces", "18 bodies in military uniform"."""
    if words.lower(group.last) == "in":
        worn = {words.lower(k) for k in range(group.last + 1, group.last + 5)}
        return "combatant" if worn & {"uniform", "uniforms"} else None
    if words.lower(group.last) not in ("from", "of"):
        return None
    near = {words.lower(k) for k in range(group.last + 1, group.last + 5)}
    return "combatant" if near & lexicon.COMBATANT_CONTEXT else None


def _inflicted_on(words: Words, group: NounGroup) -> Group | None:
    """ "inflicted 18 casualties on the army"."""
    k = group.last + (words.lower(group.last) == ",")
    if words.lower(k) != "on" or not words.lower(group.first - 1).startswith("inflict"):
        return None
    near = {words.lower(n) for n in range(k + 1, k + 6)}
    return "combatant" if near & (_FORCES | lexicon.COMBATANT_CONTEXT) else None


def _of_the_lost(words: Words, draft: Draft) -> Group | None:
    """ "the losses of the border guards have grown to 208 killed"."""
    start = words.sentence(draft.main)[0]
    for k in range(draft.group.first - 1, max(start, draft.group.first - 20), -1):
        if words.lower(k) in ("losses", "casualties") and words.lower(k + 1) in ("of", "among", "in"):
            near = [words.lower(n) for n in range(k + 2, k + 7)]
            return next((lexicon.PLURAL[word] for word in near if word in lexicon.PLURAL), None)
    return None


def _among_after(words: Words, draft: Draft) -> Group | None:
    """ "three killed and seven wounded among the military personnel"."""
    for k in range(draft.last, draft.last + 8):
        lower = words.lower(k)
        if lower in ("among", "amongst"):
            near = [words.lower(n) for n in range(k + 1, k + 6)]
            near = near[: near.index(".")] if "." in near else near
            if {"combatant", "civilian"} <= {lexicon.PLURAL.get(word) for word in near}:
                return "mixed"
            if set(near) & lexicon.COMBATANT_CONTEXT:
                return "combatant"
            return next((lexicon.PLURAL[w] for w in near if w in lexicon.PLURAL), None)
        if lower in (",", ".", ";") or lower in lexicon.PLAIN_SAYING:
            return None
    return None


def _told_by_forces(words: Words, draft: Draft) -> Group | None:
    """ "the army suffered 30 casualties", "the army has reported 16 killed": an army's own are combatants."""
    start = words.sentence(draft.main)[0]
    close = {words.lower(k) for k in range(max(start, draft.group.first - 4), draft.group.first)}
    if close & {"its", "their", "own"} and close & {"losses", "casualties", "dead"}:
        near = {words.lower(k) for k in range(max(start, draft.group.first - 12), draft.group.first)}
        return "combatant" if near & _FORCES else None
    verb = next((k for k in range(draft.group.first - 1, start, -1) if words.lower(k) in _TELLING), None)
    if verb is None or draft.group.first - verb > 2:
        return None
    near = {words.lower(k) for k in range(max(start, verb - 8), verb)}
    return "combatant" if near & _FORCES or _is_body_of(words, verb) else None


def _is_body_of(words: Words, verb: int) -> bool:
    """ "it had suffered no casualties", "the insurgents suffered 35 dead": those who fight suffer losses."""
    if words.lower(verb) not in ("suffered", "sustained", "suffers", "lost"):
        return False
    k = verb - 1
    while words.lower(k) in lexicon.HAVE or words.lower(k) in lexicon.ADVERBS:
        k -= 1
    lower = words.lower(k)
    return lower in ("it", "they", "we", "men") or lexicon.PLURAL.get(lower) == "combatant"


def _lost_men(words: Words, draft: Draft) -> Group:
    """ "the army lost four men", "two of his men were killed"."""
    start = words.sentence(draft.main)[0]
    near = [words.lower(k) for k in range(max(start, draft.group.first - 14), draft.group.first)]
    inside = [words.lower(k) for k in range(draft.group.first, (draft.group.head or 0) + 1)]
    lost = not _LOSING.isdisjoint(near[-3:])
    owned = "of" in inside[1:-1] and not _OWNERS.isdisjoint(inside)
    if inside[-1:] == ["man"]:
        return "combatant" if lost and not _PLAIN & set(near) and not owned else "unknown"
    if inside[-1:] == ["members"]:
        if not (_CIVIC.isdisjoint(near) or _FORCES & set(near)):
            return "civilian"
        fights = (_FORCES | _FIGHTING_BODIES) & set(near[-8:]) and not (_PLAIN | _POLITICAL) & set(near[-8:])
        return "combatant" if owned and fights else "unknown"
    if inside[-1:] == ["comrades"]:
        return "combatant" if lost or not _OWNERS.isdisjoint(inside) else "unknown"
    theirs = not (_LOSING.isdisjoint(near[-6:]) and _OWNERS.isdisjoint(inside))
    return "combatant" if owned or (theirs and _FORCES & set(near)) or (lost and not _PLAIN & set(near)) else "unknown"


_OWNERS: Final = word_set("his her its their our my")
_LOSING: Final = word_set("lost losing lose loses")
_FIGHTING_BODIES: Final = word_set("detachment squad column patrol squadron platoon company gang cell")
_POLITICAL: Final = word_set("council opposition union front coalition political committee congress alliance movement")
#: Whose members do not fight.
_CIVIC: Final = word_set("council opposition committee congress peace parliament assembly")
_WARDS: Final = word_set("hospital hospitals clinic clinics ward wards surgeon surgeons")
#: Who loses men that do not fight.
_PLAIN: Final = word_set(
    "family families village villages town community tribe clan crew company firm factory mine party agency team widow",
)


def _from_before(words: Words, draft: Draft, done: Sequence[Draft]) -> Group:
    """The group of the figure before, in the same breath: nobody else speaks in between."""
    here = words.sentence(draft.main)
    before = [d.group for d in done if here[0] <= d.group.first < draft.group.first and d.whole is None]
    if len({group.group for group in before}) > 1:
        return "unknown"
    if before:
        between = {words.lower(k) for k in range(before[-1].last, draft.group.first)}
        return (
            "unknown" if {"said", "says"} & between and between & _OTHER_VOICE - {"said", "says"} else before[-1].group
        )
    if draft.group.part and (named := _named_before(words, draft, here[0])) is not None:
        return named
    if draft.group.part and here[0] > 0:  # "Four of them died"
        opening = words.sentence(here[0] - 1)[0]
        counted = [d for d in done if opening <= d.group.first < here[0] and d.group.how == "number"]
        return counted[-1].group.group if counted else "unknown"
    head = words.lower(draft.group.head) if draft.group.head is not None else ""
    elliptical = draft.group.bare or head in ("others", "other", "more")
    if elliptical and here[0] > 0 and draft.effect != "displaced":
        if any(words.lower(k) in _WARDS for k in range(here[0], draft.group.first)):
            return "unknown"  # a hospital takes in whoever is hurt
        previous = words.sentence(here[0] - 1)
        told = [d for d in done if previous[0] <= d.group.first < previous[1]]
        nth = words.lower(draft.group.first + 1) in _ELLIPTICAL
        last = {d.group.group for d in told} if nth or all(d.effect != draft.effect for d in told) else set()
        return last.pop() if len(last) == 1 else "unknown"
    return "unknown"


def _named_before(words: Words, draft: Draft, start: int) -> Group | None:
    """ "beat back the attackers and killed 120 of them": the people named last before "them" in the sentence."""
    for k in range(draft.group.first - 1, start - 1, -1):
        kind = lexicon.PLURAL.get(words.lower(k))
        if kind is not None:
            return kind if kind != "unknown" else None
        if words.lower(k) in ("said", "says", ";", ":"):
            return None
    return None


def _apposed(words: Words, group: NounGroup) -> Group:
    """ "the commander, Danil Orlek,": what the noun beside a name says."""
    k = group.first - 1
    if words.lower(k) == "," and words.lower(k - 1) in lexicon.SINGULAR:
        return lexicon.SINGULAR[words.lower(k - 1)]
    if words.lower(group.last) == ",":
        for n in range(group.last + 1, group.last + 5):
            if words.lower(n) in lexicon.SINGULAR:
                return lexicon.SINGULAR[words.lower(n)]
            if words.lower(n) in (",", "."):
                break
    return "unknown"


def _of_next(words: Words, draft: Draft, later: Sequence[Draft]) -> Group:
    """ "five Arland and three Bergland soldiers": the noun stands with the last of the two."""
    group = draft.group
    if group.group != "unknown" or not group.unknown_head or not later or words.lower(group.last) != "and":
        return group.group
    after = later[0]
    return after.group.group if after.group.first == group.last + 1 and after.effect == draft.effect else group.group


def _of_same_count(draft: Draft, drafts: Sequence[Draft]) -> Group:
    """The same count told elsewhere in the report with its people, or the same name with its rank."""
    group = draft.group
    if group.group != "unknown" or not (group.bare or group.harm_head or group.how == "name"):
        return group.group
    told = {
        other.group.group
        for other in drafts
        if other.group.group != "unknown" and (_same_count(draft, other) or _same_name(group, other.group))
    }
    return told.pop() if len(told) == 1 else "unknown"


def _of_the_lead(words: Words, draft: Draft, drafts: Sequence[Draft]) -> Group:
    """ "Raid kills 12" above "At least 12 farmers were killed": a headline's count is of whom the lead names."""
    group = draft.group
    headline = bisect_left(words.sentences, (draft.main, len(words.tokens))) <= _HEADLINES
    if group.group != "unknown" or not (headline and (group.bare or group.harm_head) and group.low):
        return group.group
    lead = [d for d in drafts if d.main > draft.main and d.effect == draft.effect and d.whole is None][:1]
    return next((d.group.group for d in lead if d.group.low == group.low and d.group.group != "mixed"), "unknown")


#: A headline, and the line below it that tells the same.
_HEADLINES: Final = 2


def _same_count(one: Draft, other: Draft) -> bool:
    low, high = one.group.low, one.group.high
    if max(low or 0, high or 0) < _TELLING_COUNT or (low, high) != (other.group.low, other.group.high):
        return False
    return one.effect == other.effect or "unspecified" in (one.effect, other.effect)


def _same_name(one: NounGroup, other: NounGroup) -> bool:
    return one.how == "name" == other.how and one.surname is not None and one.surname == other.surname
