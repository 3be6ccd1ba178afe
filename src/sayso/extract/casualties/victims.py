"""Who a harm predicate is about: from predicates and noun groups to figures.

Rule 1 of the annotation guide: each counted noun group is a figure of its own, also when groups share one verb
("16 servicemen and two civilians were killed"), when a second verb has only a number ("5 killed and 12 wounded"), and
when a group is part of another ("20 people, including three children").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.claims.casualty import Effect
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.drafts import Draft
from sayso.extract.casualties.lists import ListReader, Member
from sayso.extract.casualties.nominals import NominalFinder
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.predicates import Predicate
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_WHEN: Final = word_set("last late early today yesterday morning evening night")
_OBJECTS: Final = word_set("him her them us me it himself herself themselves itself")
_ADVERBS: Final = lexicon.ADVERBS - {"since"}
_DETERMINERS: Final = lexicon.DETERMINERS - {"all", "both", "each"}
_TIMES: Final = lexicon.DAYS_AND_MONTHS | _WHEN
_DEAD_AND_HURT: Final = [
    [dead, word, hurt] for dead in ("killed", "dead") for word in ("and", "or") for hurt in ("wounded", "injured")
]
_NO_VICTIMS: Final = lexicon.THINGS | _OBJECTS
_SINGLE_PRONOUNS: Final = word_set("he she it i you we someone somebody anyone anybody everyone everybody")
_KIN: Final = word_set(
    "men women sons son daughters daughter brothers brother sisters sister husband wife father mother parents",
    "children child relatives comrades colleagues friends fighters cousins cousin grandchildren baby man woman",
    "lives volunteers heroes observers monitors staff workers employees journalists medics doctors nurses teachers",
    "villagers civilians",
)
#: What may stand between two harms of the same people: "killed or seriously wounded".
_CHAINING: Final = word_set("and or / then later even , seriously badly severely critically")
#: An aside about the victims has so many words at most.
_LONGEST_ASIDE: Final = 18
_OPENING_ASIDES: Final = word_set("who whom about roughly nearly almost half")
_CLAUSE_ENDS: Final = frozenset((",", ".", ";", ":", "?", "!", ")", "-", "–", "—"))
_BARRIERS: Final = frozenset((";", ":", "?", "!"))
_MARKS: Final = frozenset(("“", '"', "‘", "'"))
#: After these a word of harm is a noun: "count their dead".
_NOUN_BEFORE: Final = word_set("those the anyone their its his her our my your")


class VictimFinder:
    """Pairs predicates with noun groups, sentence by sentence."""

    def __init__(self, words: Words, groups: Sequence[NounGroup], predicates: Sequence[Predicate]) -> None:
        self._words = words
        self._groups = groups
        self._by_first = {g.first: g for g in groups}
        self._by_last = {g.last: g for g in groups}
        self._predicates = predicates
        self._pred_at: Mapping[int, Predicate] = {k: p for p in predicates for k in range(p.main, p.last)}
        self._sentence_of = _sentence_index(words)
        self._lists = ListReader(words, groups, predicates)
        self._in_group = {k: g for g in groups for k in range(g.first, g.last)}

    def find(self) -> tuple[Draft, ...]:
        """Every figure in text order; a group may carry several effects, each once."""
        drafts: list[Draft] = []
        skip: set[int] = set()
        for n, predicate in enumerate(self._predicates):
            if predicate.main in skip:
                continue
            chain = self._chained(n)
            skip |= {p.main for p in chain[1:]}
            drafts += self._of_predicate(chain)
        nominals = NominalFinder(self._words, self._groups, self._sentence_of, self._lists)
        spoken = {k for p in self._predicates for k in range(p.main, p.last)}
        told = tuple(nominals.find(frozenset(d.group.first for d in drafts) | spoken))
        drafts = [d for d in drafts if d.group.counted or not any(_inside(d, other) for other in told)] + [*told]
        drafts = [self._with_clause(d) if d.whole is not None else d for d in drafts]
        return tuple(sorted(_unique(drafts), key=lambda d: (d.group.first, d.first)))

    def _with_clause(self, part: Draft) -> Draft:
        """ "including 145,000 who have crossed the river": what a bare number counts is told behind it."""
        k = part.last
        if not part.group.bare or k != part.group.last or self._words.lower(k) != "who":
            return part
        end = min(self._sentence_of[part.main][1], k + _LONGEST_ASIDE)
        while k < end and self._words.lower(k) not in _CLAUSE_ENDS:
            k += 1
        return replace(part, last=k)

    def _chained(self, n: int) -> list[Predicate]:
        """ "killed or wounded", "kidnapped and killed": predicates that share one set of victims."""
        chain = [self._predicates[n]]
        for later in self._predicates[n + 1 :]:
            between = [self._words.lower(k) for k in range(chain[-1].last, later.main)]
            if not between or len(between) > 3 or not set(between) <= _CHAINING:
                break
            if not set(between) & {"and", "or", "/"} and not self._listed(later):
                break
            if chain[0].form == "subject" and later.form in ("active", "participle") and self._counts_object(later):
                break  # "left 20 dead and displaced 600"
            chain.append(later)
        return chain

    def _listed(self, predicate: Predicate) -> bool:
        """ "killed, wounded or captured": a verb between commas whose list goes on."""
        return self._words.lower(predicate.last) in ("and", "or") and predicate.last + 1 in self._pred_at

    def _counts_object(self, predicate: Predicate) -> bool:
        group = self._object_of(predicate)
        return group is not None and group.counted

    def _of_predicate(self, chain: list[Predicate]) -> Iterator[Draft]:
        head, tail = chain[0], chain[-1]
        right = self._object_of(tail) if tail.form in ("active", "participle") else None
        if right is None and tail.form == "participle" and self._acts_on_thing(tail):
            return
        if right is not None and tail.effect == "displaced" and self._harmed(right):
            return
        if right is not None and head.form == "participle" and not self._takes_object(head, right):
            right = None
        if right is not None:
            victims = self._lists.right(right)
        elif head.form == "active":
            victims = self._relative_object(head)
        else:
            victims = self._subjects_of(head)
        victims = [*victims, *(inner for group, _ in victims for inner in self._lists.in_parentheses(group))]
        effects = ("killed_or_injured",) if self._counts_wounded(tail) else self._effects(chain)
        for group, whole in victims:
            for effect in effects:
                yield from self._draft(group, whole, effect, head, tail)
        last = max([tail.last, *(group.last for group, _ in victims)], default=tail.last)
        if victims:
            yield from self._parts_after(victims, last, effects, head)
            yield from self._parts_listed(victims, last, effects, head)
            yield from self._elsewhere(victims[-1][0], last, effects, head)

    def _effects(self, chain: Sequence[Predicate]) -> tuple[Effect, ...]:
        head, tail = chain[0], chain[-1]
        between = {self._words.lower(k) for k in range(head.last, tail.main)}
        after = bool({"later", "then"} & between) or self._words.lower(tail.main) in ("died", "succumbed")
        if after and head.effect == "injured" and tail.effect == "killed":
            return ("killed",)
        effects = _effects(chain)
        if "or" in between and len(effects) > 1 and not {"captured"} & set(effects):
            return ("unspecified",)  # "dead or missing": one number for both
        return effects

    def _elsewhere(self, main: NounGroup, last: int, effects: Sequence[Effect], head: Predicate) -> Iterator[Draft]:
        """ "five rebels died in Orsk and four in Tarsk"."""
        for group in self._lists.elsewhere(last, self._sentence_of[head.main][1]):
            for effect in effects:
                yield Draft(
                    group=replace(group, group=main.group), effect=effect, first=group.first, last=group.last,
                    main=head.main, chain=head.first, antecedents=((head.first, head.last),),
                )  # fmt: skip

    def _parts_listed(
        self, victims: Sequence[Member], last: int, effects: Sequence[Effect], head: Predicate
    ) -> Iterator[Draft]:
        """ "19 people were wounded on Friday: twelve soldiers and seven civilians"."""
        whole = victims[-1][0]
        end = min(last + 8, self._sentence_of[head.main][1])
        colon = next((k for k in range(last, end) if self._ends_clause(k)), last)
        for member, inner in self._lists.after_colon(whole, colon) or self._lists.after_colon(whole, last):
            for effect in effects:
                yield Draft(
                    group=member, effect=effect, first=min(head.first, member.first), last=max(member.last, head.last),
                    main=head.main, chain=head.first, whole=inner,
                )  # fmt: skip

    def _ends_clause(self, k: int) -> bool:
        return self._words.lower(k) in (":", "-", "–", "—", ",", ";", ".") or k in self._pred_at

    def _counts_wounded(self, predicate: Predicate) -> bool:
        """ "destroyed (including those wounded)"."""
        near = [self._words.lower(k) for k in range(predicate.last, predicate.last + 5)]
        told = [word for word in near if word not in ("(", ",", '"', "“", "the", "those")]
        return told[:1] == ["including"] and told[1:2] in (["wounded"], ["injured"])

    def _draft(
        self, group: NounGroup, whole: NounGroup | None, effect: Effect, head: Predicate, tail: Predicate
    ) -> Iterator[Draft]:
        titled = head.effect == "captured" and group.how == "name" and _is_titled(self._words, group)
        if not (titled or _can_suffer(group, head)) or (group.part and group.how == "vague"):
            return
        if head.lost and self._told_behind(group, head):
            return  # "lost 40 men killed and wounded": the nearer words tell what happened
        if effect == "hospitalised" and "killed" in (group.harm, whole.harm if whole is not None else None):
            effect = "killed"  # "ten bodies were brought to the hospital", "..., two of them women"
        if head.lost and not self._dies(group) and not self._beside_wounded(group, head):
            effect = "unspecified"
        if group.whole is not None and head.form == "participle" and whole is None:
            whole = group.whole
            yield from self._draft(whole, None, effect, head, tail)
        first, last = min(group.first, head.first), max(group.last, tail.last)
        yield Draft(group=group, effect=effect, first=first, last=last, main=head.main, chain=head.first, whole=whole)

    def _told_behind(self, group: NounGroup, head: Predicate) -> bool:
        """True where another harm follows the lost, also behind a comma: "lost 4,000 men, killed and wounded"."""
        if self._pred_at.get(group.last, head) is not head:
            return True
        k = group.last + 1
        both = [self._words.lower(k + n) for n in range(3)]
        return self._words.lower(group.last) == "," and k in self._pred_at and both in _DEAD_AND_HURT

    def _dies(self, group: NounGroup) -> bool:
        """ "lost 16 soldiers", "lost two sons", "lost nine" are deaths; "lost 500 people" may be anything."""
        if group.head is None:
            return group.how in ("none", "number")
        dead = group.harm_head and group.harm == "killed"
        if self._words.lower(group.head) == "personnel":
            return False
        return dead or group.group == "combatant" or self._words.lower(group.head) in _KIN

    def _beside_wounded(self, group: NounGroup, head: Predicate) -> bool:
        """ "we lost 34, and 58 are wounded": the number that is told apart from the wounded counts the dead."""
        start, end = self._sentence_of[head.main]
        wounded = (p for p in self._predicates if start <= p.main < end and p.effect == "injured")
        return group.bare and group.how == "number" and any(p.main > head.main for p in wounded)

    def _object_of(self, predicate: Predicate) -> NounGroup | None:
        """The noun group right after an active verb."""
        k = self._lists.skip_aside_after(predicate.last)
        limit = min(k + 4, self._sentence_of[predicate.main][1])
        while k < limit:
            group = self._by_first.get(k)
            if group is not None:
                return group
            lower = self._words.lower(k)
            if self._is_when(k):
                k += 1
                limit = min(limit + 1, self._sentence_of[predicate.main][1])
                continue
            if lower in ("themselves", "himself", "herself") and self._words.lower(k + 1) == "and":
                k, limit = k + 2, limit + 2  # "killing themselves and four guards"
                continue
            if lower not in ('"', "“", "”", "'", "‘") and lower not in lexicon.ADVERBS:
                return None
            k += 1
        return None

    def _harmed(self, group: NounGroup) -> bool:
        """ "evacuated 61 bodies", "evacuated 40 wounded": no displacement."""
        return group.harm in ("killed", "injured") or self._words.lower(group.last) in ("wounded", "injured", "dead")

    def _acts_on_thing(self, predicate: Predicate) -> bool:
        """ "captured a base": an active verb whose object is no person."""
        k = predicate.last
        while self._words.lower(k) in _ADVERBS or self._is_when(k):
            k += 1
        if k >= len(self._words.tokens):
            return False
        lower = self._words.lower(k)
        return lower in _DETERMINERS or lower in _NO_VICTIMS

    def _is_when(self, k: int) -> bool:
        """ "abducted last Thursday the minister": a time between a verb and its object."""
        lower = self._words.lower(k)
        if lower in ("on", "last", "late", "early", "in"):
            return self._words.lower(k + 1) in _TIMES
        return lower in _TIMES

    def _relative_object(self, predicate: Predicate) -> list[Member]:
        """ "the 10 rebels they have killed": the object stands before the subject of its clause."""
        k = predicate.first - 1
        if self._words.lower(k) not in ("they", "he", "it", "we", "she", "i", "'ve"):
            return []
        k -= self._words.lower(k) == "'ve"
        k -= self._words.lower(k - 1) in ("that", "whom", "which")
        group = self._by_last.get(k)
        return [(group, None)] if group is not None and group.how == "number" and group.head is not None else []

    def _takes_object(self, predicate: Predicate, right: NounGroup) -> bool:
        """Active or passive, where no auxiliary tells: "rebels killed 60 troops" or "60 troops killed"."""
        left = self._adjacent_left(predicate)
        if left is None:
            return True
        after = self._pred_at.get(right.last)
        if right.bare and left.how in ("number", "vague", "none") and after is not None:
            return False  # "5 killed 12 wounded"
        if right.how == "plural" and left.how in ("number", "none"):
            return right.head is not None and right.last - right.first > 1
        return not (left.bare and left.how in ("number", "vague", "none"))

    def _adjacent_left(self, predicate: Predicate) -> NounGroup | None:
        k = predicate.first
        while k > 0 and self._words.lower(k - 1) in lexicon.ADVERBS:
            k -= 1
        if self._words.lower(k - 1) in ('"', "”", "’") and k - 1 in self._by_last:
            k -= 1  # 'two "Red fighters" fell'
        return self._by_last.get(k)

    def _subjects_of(self, predicate: Predicate) -> list[Member]:
        before = self._words.lower(predicate.first - 1)
        if before in _SINGLE_PRONOUNS:
            named = self._named_first(predicate) if before in ("he", "she") else None
            return [(named, None)] if named is not None else []
        if before == "there" or (before in _NOUN_BEFORE and predicate.form != "passive"):
            return []
        if before in ("number", "numbers") and predicate.form == "participle":
            return []  # "bringing the number killed to 40": nobody named before
        if predicate.effect == "displaced" and self._of_the_harmed(predicate):
            return []
        inverted = self._inverted(predicate)
        if inverted is not None:
            return self._lists.right(inverted)
        if predicate.lost:
            number = self._adjacent_number(predicate)
            return [] if number is None else self._lists.left(number)
        if self._words.lower(predicate.first - 1) in ("rest", "remainder"):
            return []  # "12 died and the rest were hurt": how many is not told
        if self._words.lower(predicate.first - 1) not in (",", ";") and self._neither(predicate):
            return []
        alone = self._adjacent_left(predicate)
        if predicate.form == "participle" and alone is not None and alone.bare and alone.how == "number":
            return [(alone, None)]  # "15 women and four children, and 25 wounded"
        subject = self._relative_subject(predicate) or self._adjacent_number(predicate) or self._subject(predicate)
        if subject is None:
            return []
        if (counted := self._counted_as(subject)) is not None:
            return [(counted, None)]
        return [*self._lists.left(subject), *self._some_of(subject)]

    def _counted_as(self, kind: NounGroup) -> NounGroup | None:
        """ "the other four were its fighters, killed in a raid": the number that the people were told to be."""
        counted = self._by_last.get(kind.first - 1) if self._words.lower(kind.first - 1) == "were" else None
        if counted is None or kind.low is not None or not counted.bare or counted.how != "number":
            return None
        return replace(counted, last=kind.last, head=kind.head, victims=kind.victims, group=kind.group)

    def _some_of(self, whole: NounGroup) -> list[Member]:
        """ "31 men, at least 14 of whom were unarmed, were killed": some of those who were."""
        part = self._by_first.get(whole.last + 1) if self._words.lower(whole.last) == "," else None
        told = part is not None and part.part and part.how == "number" and part.last + 1 not in self._pred_at
        return [(part, whole)] if part is not None and told and part.last not in self._pred_at else []

    def _named_first(self, predicate: Predicate) -> NounGroup | None:
        """ "Ada Roe was fetching water when a shell fell, and she died": whom the sentence begins with, if nobody else
        is told of before the pronoun.
        """
        start = self._sentence_of[predicate.main][0]
        while self._words.lower(start) in _MARKS:
            start += 1
        name = self._by_first.get(start)
        if name is None or name.how != "name" or self._words.lower(name.last) not in lexicon.BE:
            return None
        between = range(name.last, predicate.first - 1)
        others = any(g.low == 1 and not g.thing for k in between if (g := self._by_first.get(k)) is not None)
        spoken = any(self._words.lower(k) in lexicon.SAYING or k in self._pred_at for k in between)
        if others or spoken:
            return None
        return replace(name, first=predicate.first - 1, last=predicate.first, anaphoric=True)

    def _of_the_harmed(self, predicate: Predicate) -> bool:
        """ "killed 40 people who had sought shelter there": what they had done before they were harmed."""
        group = self._relative_subject(predicate)
        verb = self._pred_at.get(group.first - 1) if group is not None else None
        return verb is not None and verb.effect in ("killed", "injured", "captured")

    def _neither(self, predicate: Predicate) -> bool:
        """ "neither the driver nor his wife was injured"."""
        near = [self._words.lower(k) for k in range(max(0, predicate.first - 10), predicate.first)]
        return "nor" in near and "neither" in near[: near.index("nor")]

    def _inverted(self, predicate: Predicate) -> NounGroup | None:
        """ "Killed in the attack were a captain and three conscripts": the group after the auxiliary."""
        start, end = self._sentence_of[predicate.main]
        opens = predicate.main == start or (predicate.main == start + 1 and self._words.lower(start) == "also")
        if predicate.form != "participle" or not opens:
            return None
        for k in range(predicate.last, min(end, predicate.last + 10)):
            if self._words.lower(k) in ("was", "were", "are", "is"):
                group = self._by_first.get(k + 1)
                return group if group is not None and not group.thing and group.how != "definite" else None
            if self._words.lower(k) in (",", ";", ":") or k in self._pred_at:
                return None
        return None

    def _relative_subject(self, predicate: Predicate) -> NounGroup | None:
        """ "girls mourn over a relative who was killed": the noun group before "who", whatever governs it."""
        k = predicate.first
        if self._words.lower(k - 1) == "said" and self._words.lower(k - 2) in ("it", "he", "she", "they"):
            k -= 2  # "57 men who it said were killed"
        if self._words.lower(k - 1) not in ("who", "that", "which"):
            return None
        k -= 1
        k -= self._words.lower(k - 1) == ","
        group = self._by_last.get(k)
        if group is None or group.thing or (self._words.lower(predicate.first - 1) != "who" and group.head is None):
            return None
        return group

    def _adjacent_number(self, predicate: Predicate) -> NounGroup | None:
        """ "16 killed", "12 soldiers dead": a counted group that touches the predicate is its own."""
        group = self._adjacent_left(predicate)
        if predicate.form == "passive":
            whole = self._words.lower(predicate.first) in ("having", "being")
            group = self._by_last.get(predicate.first if whole else predicate.main)
        return group if group is not None and group.how in ("number", "vague", "none") and not group.thing else None

    def _subject(self, predicate: Predicate) -> NounGroup | None:
        """The nearest noun group on the left that is not the object of a preposition, within the clause."""
        start = self._sentence_of[predicate.main][0]
        if (described := self._behind_aside(predicate.first, start)) is not None:
            return described
        k, verbs, fallback = predicate.first, 0, None
        linked = predicate.first - 1
        while self._words.lower(linked) in lexicon.ADVERBS:
            linked -= 1
        shared = self._words.lower(linked) in ("and", "or", "then")
        while k > max(start, predicate.first - 40):
            k = self._lists.skip_aside(k, start)
            group = self._by_last.get(k)
            if group is not None:
                related = (
                    self._words.lower(group.last) in lexicon.RELATIVE
                    or self._words.lower(group.last + 1) in lexicon.RELATIVE
                )
                if verbs and not related and not shared:
                    return fallback
                if self._lists.governed(group):
                    k = group.first
                    continue
                owner = self._by_last.get(group.first)
                if group.how == "name" and owner is not None and self._lists.governed(owner):
                    k = owner.first  # "personnel of the Border Guard Force": the last word of a body's name
                    continue
                if group.thing:
                    return None
                if self._words.lower(group.first) == "all" and self._words.lower(group.first - 1) == ",":
                    return self._by_last.get(group.first - 1)  # "the soldiers, all marines, died"
                if group.how == "name" and not self._fits_name(group, predicate):
                    return None
                return self._before_relative(group, start) or group
            k -= 1
            lower = self._words.lower(k)
            if lower in _BARRIERS or (lower == "where" and predicate.effect == "displaced"):
                return fallback
            if (
                lower in lexicon.AUXILIARIES
                and lower not in ("been", "being", "to", "be", "have")
                and k < predicate.first
            ):
                verbs += 1
            if lower in lexicon.SAYING and (lower not in lexicon.ADVERBS or self._speaks(k)):
                verbs += 1
            if lower in ("and", "but") and verbs and not shared:
                return fallback
        return fallback

    def _behind_aside(self, k: int, start: int) -> NounGroup | None:
        """ "two clerks, who were said to have helped the police, have been shot": the group before the aside."""
        if self._words.lower(k - 1) != ",":
            return None
        for n in range(k - 2, max(start, k - _LONGEST_ASIDE), -1):
            if self._words.lower(n) in (",", ";", ":", "and"):
                opens = self._words.lower(n) == "," and self._opens_aside(n + 1)
                group = self._by_last.get(n) if opens else None
                return group if group is not None and group.counted and not group.thing else None
        return None

    def _opens_aside(self, k: int) -> bool:
        """True for "who", "about half", and for some of those counted: "at least 14 of whom"."""
        part = self._by_first.get(k)
        some = part is not None and part.part and self._words.lower(part.last) != ","
        return some or self._words.lower(k) in _OPENING_ASIDES

    def _speaks(self, k: int) -> bool:
        """ "officials said," and not "is said to have been killed"."""
        return self._words.lower(k) == "said" and self._words.lower(k - 1) not in lexicon.BE_OR_HAVE

    def _before_relative(self, group: NounGroup, start: int) -> NounGroup | None:
        """ "five men who attacked a policeman were killed": the subject stands before "who"."""
        for k in range(group.first - 1, max(start, group.first - 16), -1):
            lower = self._words.lower(k)
            if lower in (",", ";", ":", "said", "that", "and", '"', "“") or lower in lexicon.PLAIN_SAYING:
                return None
            if lower == "who":
                subject = self._by_last.get(k)
                return subject if subject is not None and not subject.thing and subject.counted else None
        return None

    def _fits_name(self, group: NounGroup, predicate: Predicate) -> bool:
        """A name is the subject only of a verb that stands next to it, or after an apposition, in the singular."""
        between = [self._words.lower(k) for k in range(group.last, predicate.first)]
        chain = {self._words.lower(k) for k in range(predicate.first, predicate.main)}
        if chain & {"were", "are", "have"} and len(self._lists.left(group)) == 1:
            return False
        if not [w for w in between if w not in lexicon.ADVERBS]:
            return not (self._words.lower(predicate.main) in ("reported", "confirmed") and not chain & lexicon.BE)
        if predicate.form == "participle":
            return False
        return between[0] in (",", "who", "(", "-", "–") and between[-1] in (",", "who", ")", "-", "–", "and")

    def _parts_after(
        self,
        victims: Sequence[Member],
        last: int,
        effects: Sequence[Effect],
        head: Predicate,
    ) -> Iterator[Draft]:
        """ "N were killed, including M children", "along with six teachers", "five of them women"."""
        main = victims[-1][0]
        wholes = [g for g, w in victims if w is None]
        whole = wholes[-1] if wholes else main
        found = self._lists.share_of(main, last) or self._lists.opening(last, self._sentence_of[head.main][1])
        if found is None:
            return
        link, group = found
        if any(group is g for g, _ in victims):
            return
        for member, inner in self._lists.right(group):
            part = inner or (whole if link == "including" else None)
            for effect in effects:
                yield Draft(
                    group=member, effect=effect, first=min(head.first, member.first), last=max(member.last, head.last),
                    main=head.main, chain=head.first, whole=part,
                )  # fmt: skip


def _inside(draft: Draft, other: Draft) -> bool:
    """ "the number of people who were killed reached 47" tells one figure."""
    return other.first < draft.group.first and draft.last <= other.last and draft.effect == other.effect


def _effects(chain: Sequence[Predicate]) -> tuple[Effect, ...]:
    effects = tuple(dict.fromkeys(p.effect for p in chain))
    if "killed" in effects and "injured" in effects:
        return ("killed_or_injured",) if len(effects) == 2 else ("unspecified",)  # one number for all of them
    if effects[0] == "injured" and "hospitalised" in effects:
        return ("injured",)
    return effects


def _is_titled(words: Words, group: NounGroup) -> bool:
    """ "rebel commander Ada Roe", "former president Ada Roe": somebody, and no town."""
    return any(words.lower(k) in lexicon.SINGULAR for k in range(group.first, group.last - 1))


def _can_suffer(group: NounGroup, predicate: Predicate) -> bool:
    """Only people are casualties; a head that is not known to name people is one after "killed" alone."""
    if group.thing or (group.harm == "killed" and predicate.effect == "missing"):
        return False
    if group.harm_head and group.harm == "unspecified" and predicate.effect == "captured":
        return False  # "two casualties, whom the rebels took away"
    if group.harm_head and group.how == "definite" and group.low is None:
        # "the victims", "their dead": told before; but "the wounded were taken to hospital"
        return predicate.effect == "hospitalised" and group.harm == "injured" and predicate.form == "subject"
    if not predicate.personal and predicate.effect == "killed":
        return group.head is not None and group.group == "combatant"  # "destroyed" is said of things first
    if group.unknown_head:
        return (
            predicate.personal and not predicate.lost and predicate.effect in ("killed", "injured", "killed_or_injured")
        )
    if (
        predicate.effect == "displaced"
        and predicate.form == "subject"
        and (not group.plural or group.group == "combatant")
    ):
        return False  # "the gunman fled": no displacement
    if group.how == "name":
        return predicate.personal and not predicate.lost
    return not (group.harm_head and group.harm == predicate.effect and group.how == "plural")


def _sentence_index(words: Words) -> dict[int, tuple[int, int]]:
    return {k: span for span in words.sentences for k in range(*span)}


def _unique(drafts: Iterable[Draft]) -> list[Draft]:
    """Each group has each effect once; the shortest words win."""
    best: dict[tuple[int, Effect], Draft] = {}
    for draft in drafts:
        key = (draft.group.first, draft.effect)
        kept = best.get(key)
        if kept is None:
            best[key] = draft
        elif draft.whole is not None and kept.whole is None:
            best[key] = replace(kept, whole=draft.whole)
    return list(best.values())
