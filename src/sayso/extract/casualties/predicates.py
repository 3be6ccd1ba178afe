"""Words that say what happened to people: "were killed", "wounding", "lost their lives", "taken hostage", "dead".

A predicate knows which side its victims stand on: right of an active verb, left of a passive or intransitive one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from sayso.claims.casualty import Effect
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.phrases import find_phrases
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

#: active: victims right. passive: victims left, with an auxiliary. subject: intransitive or adjective, victims left.
#: participle: "-ed" form without auxiliary; which side depends on what stands there.
Form = Literal["active", "passive", "subject", "participle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One harm predicate; token indexes, end exclusive. `first` takes in auxiliaries and adverbs."""

    first: int
    main: int
    last: int
    effect: Effect
    form: Form
    #: True where the words only harm people (never things): "killed", not "evacuated", "missing", "captured".
    personal: bool = True
    #: "lost 16 soldiers": unspecified unless the victims are combatants.
    lost: bool = False


#: Adverbs that say how sure a report is, and so belong to the verb.
_KEPT_ADVERBS = word_set(
    "not never reportedly allegedly feared believed thought presumed probably possibly likely reported nearly almost"
)
_LOST = frozenset(("lost", "losing", "lose", "loses"))
_TOOK = frozenset(("took", "taken", "taking"))
#: Where people are taken who are no captives.
_CARE: Final = word_set("hospital hospitals clinic clinics safety shelter shelters morgue mortuary camp camps")
_AWAY_WITH = frozenset(("away", "with", whom) for whom in ("them", "him", "her"))
_SUBJECT_ADJECTIVES = frozenset(("hostage", "prisoner", "captive", "hostages", "prisoners"))
_WHERE_FELL: Final = frozenset(
    (".", ",", ";", "in", "at", "near", "on", "during", "and", "while", "defending", "fighting")
)
#: Who fall as fighters do, though they may be anybody.
_FALLEN: Final = word_set("volunteers men comrades brothers heroes")
#: "a shooting left five people dead": the shooting is no verb.
_LEAVES: Final = word_set("left leaves leave leaving")
_CONJUNCTIONS: Final = lexicon.CONJUNCTIONS | _LEAVES
_TAKE = word_set("take takes took taken taking hold holds held holding")
_SINGLE = (
    lexicon.TRANSITIVE.keys()
    | lexicon.INTRANSITIVE.keys()
    | lexicon.ADJECTIVES.keys()
    | _LOST
    | _SUBJECT_ADJECTIVES
    | _TOOK
    | {"fell", "fallen", "buried", "bury", "burying", "seize", "seizes", "seized", "seizing"}
)
_SUFFERS: Final = frozenset(("suffered", "suffering", "suffer", "sustained", "reported", "reporting"))
#: Verbs that tell of harm only with a number of people right behind: most of what is buried or seized are things.
_COUNTING: Final[Mapping[str, Effect]] = {
    **dict.fromkeys(("buried", "bury", "burying"), "killed"),
    **dict.fromkeys(("seize", "seizes", "seized", "seizing"), "captured"),
}
_OWNERS: Final = word_set("his her their my our")
_KINDS_OF_WOUND: Final = word_set("gunshot bullet shrapnel shell knife machete blast their his her serious light")
_BEFORE_WOUNDS: Final = lexicon.PREPOSITIONS | _KINDS_OF_WOUND
_PICTURES: Final = word_set(
    "photographer photographers photo photos photograph photographs picture pictures image images video videos footage",
    "film camera cameras drone-camera cameraman",
)


def find_predicates(words: Words, inside: Mapping[int, NounGroup]) -> tuple[Predicate, ...]:
    """Every harm predicate in text order; `inside` maps token indexes to the noun group that holds them."""
    found = [*_phrases(words)]
    taken = {k for p in found for k in range(p.main, p.last)}
    found += [p for p in _single_words(words, inside) if p.main not in taken]
    return tuple(sorted(found, key=lambda p: p.main))


def _phrases(words: Words) -> Iterator[Predicate]:
    for phrase, start, end in find_phrases(words):
        main, last = words.at(start), words.at(end - 1) + 1
        found = _voiced(words, Predicate(first=main, main=main, last=last, effect=phrase.effect, form=phrase.form))
        chain = {words.lower(k) for k in range(found.first, last)}
        # "have reported dead and wounded" tells of a report, not of the fate of those who made it.
        if not (words.lower(main) in ("reported", "confirmed") and chain & lexicon.HAVE and "been" not in chain):
            yield found


def _single_words(words: Words, inside: Mapping[int, NounGroup]) -> Iterator[Predicate]:
    for i, token in enumerate(words.tokens):
        lower = token.lower
        if lower not in _SINGLE:
            continue
        group = inside.get(i)
        if group is not None and group.last > i + 1 and group.how != "name" and _is_part_of(group, i):
            continue
        if group is not None and group.head == i and group.harm_head:
            continue
        if lower in lexicon.TRANSITIVE:
            predicate = _transitive(words, i)
            if predicate is not None:
                yield predicate
        elif lower in lexicon.INTRANSITIVE and not (lower.endswith("ing") and inside.get(i + 1) is not None):
            yield Predicate(
                first=_chain(words, i), main=i, last=i + 1, effect=lexicon.INTRANSITIVE[lower], form="subject"
            )
        elif lower == "fell" and _falls_fighting(words, i, inside):
            yield Predicate(first=i, main=i, last=i + 1, effect="killed", form="subject", lost=True)
        elif lower == "fallen" and lexicon.HAVE & {words.lower(k) for k in range(_chain(words, i), i)}:
            yield Predicate(first=_chain(words, i), main=i, last=i + 1, effect="killed", form="subject", lost=True)
        elif lower in lexicon.ADJECTIVES and words.lower(i + 1) not in ("bodies", "body", "end", "heat"):
            effect = lexicon.ADJECTIVES[lower]
            chain = {words.lower(k) for k in range(_chain(words, i), i)}
            listed = words.lower(i - 1) in _SUFFERS and words.lower(i + 1) in ("and", "or")
            if (chain & lexicon.HAVE and not chain & lexicon.BE) or listed or words.lower(i - 1) == "own":
                continue  # "have reported dead and wounded", "the rebels' own dead"
            shot = _shot_before(words, i) if lower == "dead" and not chain else None
            if shot is not None:
                yield Predicate(first=_chain(words, shot), main=shot, last=shot + 1, effect=effect, form="active")
                continue
            yield Predicate(first=_chain(words, i), main=i, last=i + 1, effect=effect, form="subject")
        elif lower in _COUNTING and _counts_right(words, i, inside):
            first = _chain(words, i)
            if not lexicon.BE & {words.lower(k) for k in range(first, i)}:
                yield Predicate(first=first, main=i, last=i + 1, effect=_COUNTING[lower], form="active")
        elif lower in _TOOK and _takes_away(words, i, inside):
            yield Predicate(
                first=_chain(words, i), main=i, last=i + 1, effect="captured", form="active", personal=False
            )
        elif lower in _LOST:
            form: Form = "participle" if lower == "lost" and _chain(words, i) == i else "active"
            yield Predicate(first=_chain(words, i), main=i, last=i + 1, effect="killed", form=form, lost=True)
        elif lower in _SUBJECT_ADJECTIVES and _taken_before(words, i) and not _counted_head(group, i):
            yield Predicate(first=i, main=i, last=i + 1, effect="captured", form="subject")


def _falls_fighting(words: Words, i: int, inside: Mapping[int, NounGroup]) -> bool:
    """ "three fighters fell in the battle": those who fight die; who falls ill, back or from somewhere does not."""
    k = i - 1 - (words.lower(i - 1) in ("”", '"', "'", "’"))
    group = inside.get(k)
    told = (
        group is not None
        and group.how in ("number", "none")
        and (group.group == "combatant" or words.lower(k) in _FALLEN)
    )
    return told and words.lower(i + 1) in _WHERE_FELL


def _takes_away(words: Words, i: int, inside: Mapping[int, NounGroup]) -> bool:
    """ "gunmen took 14 passengers, three of them policemen, from a bus": not to a hospital or to safety."""
    group = inside.get(i + 1)
    if group is None or not group.counted or group.thing or group.unknown_head or group.harm:
        return False
    if tuple(words.lower(k) for k in range(group.last, group.last + 3)) in _AWAY_WITH:
        return True  # "taking four others away with them"
    if group.group == "unknown":
        return False
    start, end = words.sentence(i)
    reach = range(group.last, min(end, group.last + 10))
    away = next((k for k in reach if words.lower(k) in ("from", "off", "away")), None)
    if away is None or lexicon.BE & {words.lower(k) for k in range(_chain(words, i), i)}:
        return False
    return not _CARE & {words.lower(k) for k in range(start, end)}


def _shot_before(words: Words, i: int) -> int | None:
    """ "shot a tax collector dead": the verb that takes the people between as its object."""
    for k in range(i - 1, max(-1, i - 9), -1):
        lower = words.lower(k)
        if lower in ("shot", "shoots", "shoot", "shooting"):
            passive = lexicon.BE & {words.lower(n) for n in range(_chain(words, k), k)}
            return None if passive or k == i - 1 else k
        if not words.tokens[k].word or lower in _CONJUNCTIONS or lower in lexicon.AUXILIARIES:
            return None
    return None


def _counts_right(words: Words, i: int, inside: Mapping[int, NounGroup]) -> bool:
    """ "we buried 25 people", "he buried his wife": counted people, or somebody's one, right after a verb."""
    group = inside.get(i + 1)
    if group is None or group.thing or group.unknown_head:
        return False
    own = group.how == "definite" and group.low == 1 and words.lower(i + 1) in _OWNERS and words.lower(i) != "seized"
    return group.how in ("number", "vague") or own


def _is_part_of(group: NounGroup, i: int) -> bool:
    return group.first <= i < group.last


def _counted_head(group: NounGroup | None, i: int) -> bool:
    """ "killed 85 soldiers and took two prisoners": the prisoners are counted for themselves."""
    return group is not None and group.head == i and group.counted


def _taken_before(words: Words, i: int) -> bool:
    return any(words.lower(k) in _TAKE for k in range(max(0, i - 8), i))


def _transitive(words: Words, i: int) -> Predicate | None:
    effect, shape = lexicon.TRANSITIVE[words.lower(i)]
    if effect == "captured" and _pictured(words, i):
        return None
    if words.lower(i) == "wounds" and words.lower(i - 1) in _BEFORE_WOUNDS:
        return None  # "treated for wounds the doctor said"
    listed = words.lower(i - 1) in ("and", "or") and words.lower(i - 3) in _SUFFERS
    if shape == "none" or (listed and words.lower(i - 4) not in lexicon.BE):
        return None  # "suffered dead and wounded"; verbs in "were reported killed or wounded"
    taken = effect == "captured" and not words.lower(i).startswith(("abduct", "kidnap"))  # places are captured as well
    personal = not taken and effect != "displaced" and not words.lower(i).startswith(("destroy", "eliminat"))
    predicate = Predicate(first=i, main=i, last=i + 1, effect=effect, form="active", personal=personal)
    if shape in ("ing", "past"):
        return replace(predicate, first=_chain(words, i))
    if shape in ("s", "base"):
        return replace(predicate, first=_chain(words, i))
    return _voiced(words, replace(predicate, form="participle"))


def _pictured(words: Words, i: int) -> bool:
    """ "a photographer captured a small figure": in a picture."""
    shown = words.lower(i + 1) == "on" and words.lower(i + 2) in _PICTURES
    return shown or any(words.lower(k) in _PICTURES for k in range(i - 4, i))


def _voiced(words: Words, predicate: Predicate) -> Predicate:
    """Settle active or passive by the auxiliaries before it."""
    first = _chain(words, predicate.main)
    chain = [words.lower(k) for k in range(first, predicate.main)]
    form = predicate.form
    if form == "participle" and any(word in lexicon.BE for word in chain):
        form = "passive"
    elif form == "participle" and any(word in lexicon.HAVE for word in chain):
        form = "active"
    return replace(predicate, first=first, form=form)


def _chain(words: Words, main: int) -> int:
    """First token of the auxiliaries and adverbs before a verb."""
    k = main
    if words.lower(k - 1) in ('"', "“", "‘") and words.lower(k - 2) in lexicon.AUXILIARIES:
        k -= 1  # 'were "martyred"'
    while k > 0 and main - k < 8:
        lower = words.lower(k - 1)
        if (
            lower in lexicon.AUXILIARIES
            or lower in lexicon.MODALS
            or lower in lexicon.ADVERBS
            or (lower.endswith("ly") and len(lower) > 4 and lower not in ("family",))
        ):
            k -= 1
        else:
            break
    while k < main and (words.lower(k) in lexicon.ADVERBS and words.lower(k) not in _KEPT_ADVERBS):
        k += 1
    return k
