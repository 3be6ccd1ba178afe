"""Words that say what happened to people: "were killed", "wounding", "lost their lives", "taken hostage", "dead".

A predicate knows which side its victims stand on: right of an active verb, left of a passive or intransitive one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sayso.claims.casualty import Effect
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.groups import NounGroup
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


_SEVERAL_WORDS: tuple[tuple[str, Effect, Form], ...] = (
    (r"shot (?:and )?(?:dead|to death)|gunned down|mowed down|put to death|wiped out|blown to (?:pieces|bits)", "killed", "participle"),
    (r"(?:beaten|burned|burnt|stoned|hacked|stabbed|crushed|tortured|clubbed|knifed|starved|bludgeoned|trampled|frozen) to death|burned alive|burnt alive", "killed", "participle"),
    (r"(?:shooting|shoots|shoot) (?:dead|to death)|gunning down|mowing down|putting to death|wiping out", "killed", "active"),
    (r"(?:lost|losing|lose|gave|laid down) (?:their|his|her|its) (?:own )?(?:lives|life)|bled to death|starved to death|fell as martyrs?|(?:was|were) no more", "killed", "subject"),
    (r"(?:been |was |were )?(?:found|feared|confirmed|reported|presumed|believed|pronounced|declared|left|lay|lying) dead|burned to death|froze to death", "killed", "subject"),
    (r"(?:gone|went|going|goes|go) missing|(?:still |remain(?:ed|s)? )?unaccounted for", "missing", "subject"),
    (r"(?:taken|took) (?:to|away to) captivity|(?:taken|held) (?:hostage|prisoner|captive|hostages|prisoners)|(?:taken|fell|fallen) into captivity|taken as (?:hostages|prisoners)|in captivity", "captured", "subject"),
    (r"(?:taken|rushed|transferred|admitted|evacuated|airlifted|brought|sent|moved|transported|delivered|flown|carried|ferried|referred|conveyed|placed|treated|remained|remain|recovering|recuperating|hospitali[sz]ed)(?: \w+){0,2}? (?:to|in|at|by) (?:\S+ ){0,5}?(?:hospitals?|clinics?|(?:medical|health) (?:centers?|centres?|facilit(?:y|ies)))", "hospitalised", "subject"),
    (r"forced to (?:flee|leave|abandon|evacuate)|forced (?:from|out of) (?:their|his|her) homes?|driven (?:from|out of) (?:their|his|her) homes?|made homeless|(?:left|abandoned) their homes|flee(?:ing)? (?:their|his|her) homes?|fled (?:their|his|her) homes?|on the move|rendered homeless|internally displaced", "displaced", "subject"),
    (r"(?:suffered|sustained|suffering|sustaining|received|receiving|suffer|sustain)(?: \w+){0,2}? (?:injuries|wounds|injury|burns)", "injured", "subject"),
    (r"(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|took|taken|taking|takes) (?:the )?(?:lives|life) of", "killed", "active"),
    (r"(?:received|receiving|receive|undergoing|given)(?: \w+){0,2}? (?:medical )?treatment", "injured", "subject"),
    (r"(?:suffered|suffering|suffer|experienced|experiencing|had|having)(?: \w+){0,3}? (?:problems?|difficult(?:y|ies)|symptoms|trouble|suffocation|asphyxia)(?: breathing)?", "injured", "subject"),
    (r"(?:affected|poisoned|sickened|overcome) by(?: \w+){0,3}? (?:gas|gases|agents?|chlorine|sarin|chemicals|fumes)", "injured", "subject"),
    (r"in (?:an? )?(?:\w+ )?(?:critical|serious|grave|stable) condition", "injured", "subject"),
    (r"paid (?:the price|with their lives)", "unspecified", "subject"),
)  # fmt: skip
_PHRASES = tuple((re.compile(rf"\b(?:{pattern})\b"), effect, form) for pattern, effect, form in _SEVERAL_WORDS)
_LOST = frozenset(("lost", "losing", "lose", "loses"))
_SUBJECT_ADJECTIVES = frozenset(("hostage", "prisoner", "captive", "hostages", "prisoners"))
_TAKE = word_set(
    "take takes took taken taking hold holds held holding",
)
_CHAIN_ADVERBS = lexicon.ADVERBS | {"and", "or"}


def find_predicates(words: Words, inside: Mapping[int, NounGroup]) -> tuple[Predicate, ...]:
    """Every harm predicate in text order; `inside` maps token indexes to the noun group that holds them."""
    found = [*_phrases(words)]
    taken = {k for p in found for k in range(p.main, p.last)}
    found += [p for p in _single_words(words, inside) if p.main not in taken]
    return tuple(sorted(found, key=lambda p: p.main))


def _phrases(words: Words) -> Iterator[Predicate]:
    for first, end in words.sentences:
        start = words.tokens[first].start
        text = words.text[start : words.tokens[end - 1].end].lower()
        for pattern, effect, form in _PHRASES:
            for match in pattern.finditer(text):
                main, last = words.at(start + match.start()), words.at(start + match.end() - 1) + 1
                found = _voiced(words, Predicate(first=main, main=main, last=last, effect=effect, form=form))
                chain = {words.lower(k) for k in range(found.first, last)}
                if not (words.lower(main) in ("reported", "confirmed") and chain & lexicon.HAVE and "been" not in chain):
                    yield found


def _single_words(words: Words, inside: Mapping[int, NounGroup]) -> Iterator[Predicate]:
    for i, token in enumerate(words.tokens):
        group = inside.get(i)
        if group is not None and group.last > i + 1 and group.how != "name" and _is_part_of(group, i):
            continue
        if group is not None and group.head == i and group.harm_head:
            continue
        lower = token.lower
        if lower in lexicon.TRANSITIVE:
            predicate = _transitive(words, i)
            if predicate is not None:
                yield predicate
        elif lower in lexicon.INTRANSITIVE and not (lower.endswith("ing") and inside.get(i + 1) is not None):
            yield Predicate(
                first=_chain(words, i), main=i, last=i + 1, effect=lexicon.INTRANSITIVE[lower], form="subject"
            )
        elif lower in lexicon.ADJECTIVES and words.lower(i + 1) not in ("bodies", "body", "end"):
            effect = lexicon.ADJECTIVES[lower]
            chain = {words.lower(k) for k in range(_chain(words, i), i)}
            if chain & lexicon.HAVE and not chain & lexicon.BE:
                continue  # "have reported dead and wounded"
            yield Predicate(first=_chain(words, i), main=i, last=i + 1, effect=effect, form="subject")
        elif lower in _LOST:
            yield Predicate(first=_chain(words, i), main=i, last=i + 1, effect="killed", form="active", lost=True)
        elif lower in _SUBJECT_ADJECTIVES and _taken_before(words, i):
            yield Predicate(first=i, main=i, last=i + 1, effect="captured", form="subject")


def _is_part_of(group: NounGroup, i: int) -> bool:
    return group.first <= i < group.last


def _taken_before(words: Words, i: int) -> bool:
    return any(words.lower(k) in _TAKE for k in range(max(0, i - 8), i))


def _transitive(words: Words, i: int) -> Predicate | None:
    effect, shape = lexicon.TRANSITIVE[words.lower(i)]
    if shape == "none":
        return None
    personal = effect not in ("captured", "displaced")
    predicate = Predicate(first=i, main=i, last=i + 1, effect=effect, form="active", personal=personal)
    if shape in ("ing", "past"):
        return replace(predicate, first=_chain(words, i))
    if shape in ("s", "base"):
        return replace(predicate, first=_chain(words, i))
    return _voiced(words, replace(predicate, form="participle"))


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
    while k < main and (
        words.lower(k) in lexicon.ADVERBS and words.lower(k) not in ("not", "never", "reportedly", "allegedly")
    ):
        k += 1
    return k
