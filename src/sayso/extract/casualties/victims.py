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
from sayso.extract.casualties.nominals import NominalFinder
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.predicates import Predicate
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

_LIST: Final = frozenset(("and", "or", "but", ",", "&", "plus", "nor"))
_INCLUDING: Final = frozenset(("including", "includes", "included", "include"))
_WITH: Final = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"))
_AMONG: Final = (
    ("among", "them"),
    ("among", "whom"),
    ("of", "them"),
    ("of", "whom"),
    ("among", "those"),
    ("amongst", "them"),
)
_KIN: Final = word_set(
    "men women sons son daughters daughter brothers brother sisters sister husband wife father mother parents children",
    "child relatives comrades colleagues friends fighters cousins cousin grandchildren baby man woman lives",
)
#: Marks that close an aside, and those that open it.
_ASIDES: Final[Mapping[str, str]] = {")": "(", "-": "-", "–": "–", "—": "—"}
_BARRIERS: Final = frozenset((";", ":", "?", "!"))


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
        nominals = NominalFinder(self._words, self._groups, self._sentence_of, self._list_right)
        spoken = {k for p in self._predicates for k in range(p.main, p.last)}
        drafts += nominals.find(frozenset(d.group.first for d in drafts) | spoken)
        return tuple(sorted(_unique(drafts), key=lambda d: (d.group.first, d.first)))

    # -- predicates -----------------------------------------------------------------------------------------------

    def _chained(self, n: int) -> list[Predicate]:
        """ "killed or wounded", "kidnapped and killed": predicates that share one set of victims."""
        chain = [self._predicates[n]]
        for later in self._predicates[n + 1 :]:
            between = [self._words.lower(k) for k in range(chain[-1].last, later.main)]
            if not between or len(between) > 3 or not set(between) <= {"and", "or", "/", "then", "later", "even", ","}:
                break
            if not set(between) & {"and", "or", "/"}:
                break
            chain.append(later)
        return chain

    def _of_predicate(self, chain: list[Predicate]) -> Iterator[Draft]:
        head, tail = chain[0], chain[-1]
        right = self._object_of(tail) if tail.form in ("active", "participle") else None
        if right is None and tail.form == "participle" and self._acts_on_thing(tail):
            return
        if right is not None and head.form == "participle" and not self._takes_object(head, right):
            right = None
        if right is not None:
            victims = self._list_right(right)
        elif head.form == "active":
            victims = self._relative_object(head)
        else:
            victims = self._subjects_of(head)
        victims = [*victims, *(inner for group, _ in victims for inner in self._in_parentheses(group))]
        effects = _effects(chain)
        for group, whole in victims:
            for effect in effects:
                yield from self._draft(group, whole, effect, head, tail)
        last = max([tail.last, *(group.last for group, _ in victims)], default=tail.last)
        if victims:
            yield from self._parts_after(victims, last, effects, head)

    def _draft(
        self, group: NounGroup, whole: NounGroup | None, effect: Effect, head: Predicate, tail: Predicate
    ) -> Iterator[Draft]:
        if not _can_suffer(group, head) or (group.part and group.how == "vague"):
            return
        if head.lost and group.last in self._pred_at:
            return  # "lost 40 men killed and wounded": the nearer words tell what happened
        if head.lost and not self._dies(group):
            effect = "unspecified"
        if group.whole is not None and head.form == "participle" and whole is None:
            whole = group.whole
            yield from self._draft(whole, None, effect, head, tail)
        first, last = min(group.first, head.first), max(group.last, tail.last)
        yield Draft(group=group, effect=effect, first=first, last=last, main=head.main, chain=head.first, whole=whole)

    def _in_parentheses(self, group: NounGroup) -> list[tuple[NounGroup, NounGroup | None]]:
        """ "eight people (three soldiers and five civilians)": parts of the group before."""
        inner = self._by_first.get(group.last + 1) if self._words.lower(group.last) == "(" else None
        if inner is None or inner.thing or inner.how not in ("number", "article") or inner.unknown_head:
            return []
        return [(member, group) for member, _ in self._list_right(inner)]

    def _dies(self, group: NounGroup) -> bool:
        """ "lost 16 soldiers", "lost two sons" are deaths; "lost 500 people" may be anything."""
        noun = self._words.lower(group.head) if group.head is not None else ""
        return group.group == "combatant" or noun in _KIN

    def _object_of(self, predicate: Predicate) -> NounGroup | None:
        """The noun group right after an active verb."""
        k = predicate.last
        limit = min(k + 4, self._sentence_of[predicate.main][1])
        while k < limit:
            group = self._by_first.get(k)
            if group is not None:
                return group
            lower = self._words.lower(k)
            if lower in lexicon.DAYS_AND_MONTHS or lower in (
                "last",
                "on",
                "late",
                "early",
                "today",
                "yesterday",
                "morning",
            ):
                k += 1
                limit = min(limit + 1, self._sentence_of[predicate.main][1])
                continue
            if lower not in ('"', "“", "”", "'", "‘") and lower not in lexicon.ADVERBS:
                return None
            k += 1
        return None

    def _acts_on_thing(self, predicate: Predicate) -> bool:
        """ "captured a base": an active verb whose object is no person."""
        k = predicate.last
        while self._words.lower(k) in lexicon.ADVERBS:
            k += 1
        if k >= len(self._words.tokens):
            return False
        lower = self._words.lower(k)
        return lower in lexicon.DETERMINERS - {"all", "both", "each"} or lower in lexicon.THINGS

    def _relative_object(self, predicate: Predicate) -> list[tuple[NounGroup, NounGroup | None]]:
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
        return self._by_last.get(k)

    # -- subjects -------------------------------------------------------------------------------------------------

    def _subjects_of(self, predicate: Predicate) -> list[tuple[NounGroup, NounGroup | None]]:
        before = self._words.lower(predicate.first - 1)
        if before == "there" or (before in ("those", "the", "anyone") and predicate.form != "passive"):
            return []
        subject = self._relative_subject(predicate) or self._adjacent_number(predicate) or self._subject(predicate)
        if subject is None:
            return []
        return self._list_left(subject)

    def _relative_subject(self, predicate: Predicate) -> NounGroup | None:
        """ "girls mourn over a relative who was killed": the noun group before "who", whatever governs it."""
        k = predicate.first
        if self._words.lower(k - 1) not in ("who", "that", "which"):
            return None
        k -= 1
        k -= self._words.lower(k - 1) == ","
        group = self._by_last.get(k)
        if group is None or group.thing or (self._words.lower(predicate.first - 1) != "who" and group.head is None):
            return None
        return group

    def _adjacent_number(self, predicate: Predicate) -> NounGroup | None:
        """ "16 killed", "12 soldiers dead": a counted group that touches the predicate is its own, whatever governs it."""
        group = self._adjacent_left(predicate)
        if predicate.form == "passive":
            group = self._by_last.get(predicate.main)
        return group if group is not None and group.how in ("number", "vague", "none") and not group.thing else None

    def _subject(self, predicate: Predicate) -> NounGroup | None:
        """The nearest noun group on the left that is not the object of a preposition, within the clause."""
        start = self._sentence_of[predicate.main][0]
        k, verbs, fallback = predicate.first, 0, None
        shared = self._words.lower(predicate.first - 1) in ("and", "or", "then")
        while k > max(start, predicate.first - 40):
            k = self._skip_aside(k, start)
            group = self._by_last.get(k)
            if group is not None:
                related = (
                    self._words.lower(group.last) in lexicon.RELATIVE
                    or self._words.lower(group.last + 1) in lexicon.RELATIVE
                )
                if verbs and not related and not shared:
                    return fallback
                if self._governed(group):
                    k = group.first
                    continue
                if group.thing:
                    return None
                if group.how == "name" and not self._fits_name(group, predicate):
                    return None
                return self._before_relative(group, start) or group
            k -= 1
            lower = self._words.lower(k)
            if lower in _BARRIERS:
                return fallback
            if (
                lower in lexicon.AUXILIARIES
                and lower not in ("been", "being", "to", "be", "have")
                and k < predicate.first
            ):
                verbs += 1
            if lower in lexicon.SAYING - lexicon.ADVERBS:
                verbs += 1
            if lower in ("and", "but") and verbs and not shared:
                return fallback
        return fallback

    def _skip_aside(self, k: int, start: int) -> int:
        """From behind "(three soldiers and two civilians)" or "-- as they say --" to before it; `k` itself elsewhere."""
        opening = _ASIDES.get(self._words.lower(k - 1))
        if opening is None:
            return k
        for n in range(k - 2, max(start, k - 20), -1):
            if self._words.lower(n) == opening:
                while self._words.lower(n - 1) == opening:
                    n -= 1
                return n
            if opening != "(" and self._words.lower(n) in (",", ";"):
                break
        return k

    def _before_relative(self, group: NounGroup, start: int) -> NounGroup | None:
        """ "five men who attacked a policeman were killed": the subject stands before "who"."""
        for k in range(group.first - 1, max(start, group.first - 16), -1):
            lower = self._words.lower(k)
            if lower in (",", ";", ":", "said", "and", '"', "“"):
                return None
            if lower == "who":
                subject = self._by_last.get(k)
                return subject if subject is not None and not subject.thing and subject.counted else None
        return None

    def _fits_name(self, group: NounGroup, predicate: Predicate) -> bool:
        """A name is the subject only of a verb that stands next to it, or after an apposition, in the singular."""
        between = [self._words.lower(k) for k in range(group.last, predicate.first)]
        chain = {self._words.lower(k) for k in range(predicate.first, predicate.main)}
        if chain & {"were", "are", "have"} and self._link_left(group)[1] is None:
            return False
        if not [w for w in between if w not in lexicon.ADVERBS]:
            return not (self._words.lower(predicate.main) in ("reported", "confirmed") and not chain & lexicon.BE)
        if predicate.form == "participle":
            return False
        return between[0] in (",", "who", "(", "-", "–") and between[-1] in (",", "who", ")", "-", "–", "and")

    def _governed(self, group: NounGroup) -> bool:
        """True for the object of a preposition."""
        if self._words.lower(group.first - 2) in ("toll", "total", "report", "reports", "news"):
            return False
        k = group.first - 1
        while self._words.lower(k) in lexicon.DETERMINERS:
            k -= 1
        before = self._words.lower(k)
        if before == "as" and self._words.lower(k - 1) in ("identified", "named", "known"):
            return True
        if before == "and" and group.how == "name" and self._by_last.get(k) is not None:
            return self._governed(self._by_last[k])
        return before in lexicon.PREPOSITIONS and before not in (
            "because", "while", "when", "where", "whereas", "if", "though", "although", "as", "after", "before", "since",
            "until", "than", "including", "like", "upon", "including",
        )  # fmt: skip

    # -- lists ----------------------------------------------------------------------------------------------------

    def _list_left(self, last: NounGroup) -> list[tuple[NounGroup, NounGroup | None]]:
        """The members of a list that ends with a group, from left to right; a part knows its whole."""
        members: list[NounGroup] = [last]
        included: set[int] = set()
        while True:
            first = members[0]
            link, before = self._link_left(first)
            if link is None or before is None or self._is_object(before):
                break
            if link == "and" and first is last and self._is_apposed(before, first):
                members = [before]  # "a resident, a man of 60, was killed": one person told twice
                continue
            if link == "including":
                included |= {id(m) for m in members}
            members.insert(0, before)
        whole = members[0] if included else None
        return [(m, whole if id(m) in included else None) for m in members]

    def _is_apposed(self, before: NounGroup, group: NounGroup) -> bool:
        between = [self._words.lower(k) for k in range(before.last, group.first)]
        return between == [","] and _is_single(before) and _is_single(group)

    def _link_left(self, group: NounGroup) -> tuple[str | None, NounGroup | None]:
        """What joins a group to the one before it, and that one."""
        k = group.first - 1
        words: list[str] = []
        while k >= 0 and len(words) < 4 and k + 1 not in self._by_last:
            words.insert(0, self._words.lower(k))
            k -= 1
        before = self._by_last.get(k + 1)
        if before is not None and before.how == "name" and group.how in ("number", "vague", "none"):
            return None, None
        if before is None or before.thing or before.harm_head or not (before.counted or before.how == "vague"):
            return None, None
        joined = [w for w in words if w not in (",", "(", '"')]
        if group.part and words in ([], [","]):
            return "including", before
        if not words:
            return None, None
        if joined and joined[0] in _INCLUDING:
            return "including", before
        if _is_name(before) != _is_name(group) and (not joined or before.how == "name") and "and" not in words:
            return None, None
        if joined in (["among", "them"], ["among", "whom"], ["of", "them"], ["of", "whom"]):
            return "including", before
        if tuple(joined) in _WITH or all(w in _LIST for w in words):
            return "and", before
        return None, None

    def _is_object(self, group: NounGroup) -> bool:
        """True for a group that is already the object of a verb of harm."""
        predicate = self._pred_at.get(group.first - 1)
        return predicate is not None and predicate.form in ("active", "participle")

    def _list_right(self, first: NounGroup) -> list[tuple[NounGroup, NounGroup | None]]:
        """The members of a list that starts with a group."""
        members: list[tuple[NounGroup, NounGroup | None]] = [(first, None)]
        whole: NounGroup | None = None
        current = first
        while True:
            link, after = self._link_right(current)
            if after is None or after.thing or self._has_own_verb(after):
                break
            if not (
                after.counted
                or after.how == "vague"
                or (after.how == "plural" and (first.how == "plural" or link == "including" or whole is not None))
            ):
                break
            if link == "including":
                whole = current
            elif link == "with":
                whole = None
            members.append((after, whole))
            current = after
        return members

    def _link_right(self, group: NounGroup) -> tuple[str | None, NounGroup | None]:
        end = self._sentence_of[group.first][1]
        k = self._skip_place(group.last, end)
        skipped = k != group.last
        words: list[str] = []
        while k < end and len(words) < 5 and k not in self._by_first:
            words.append(self._words.lower(k))
            k += 1
        after = self._by_first.get(k) if k < end else None
        if after is None:
            return None, None
        joined = tuple(w for w in words if w not in (",", "("))
        if joined and joined[0] in _INCLUDING and len(joined) == 1:
            return "including", after
        if joined in _AMONG[:2] or joined[-2:] in (("among", "them"), ("among", "whom")):
            return "including", after
        if joined in _WITH or joined[-3:] == ("as", "well", "as"):
            return "with", after
        if after.how == "name" and group.how != "name" and ("and" not in words or skipped):
            return None, None
        if words == [","] and after.bare and group.head is not None and self._is_share_of(after, group):
            return "including", after
        if words and all(w in _LIST or w == "also" for w in words):
            return "and", after
        return None, None

    def _is_share_of(self, part: NounGroup, whole: NounGroup) -> bool:
        """ "five troopers, two from the north": a smaller number told by where its people come from."""
        smaller = part.low is not None and whole.low is not None and part.low < whole.low
        return smaller and self._words.lower(part.last) in ("from", "of")

    def _skip_place(self, k: int, end: int) -> int:
        """Skip "in X", "near Y", "on Sunday" between the members of a list."""
        if self._words.lower(k) not in ("in", "at", "near", "on", "from", "outside"):
            return k
        n = k + 1
        while n < min(end, k + 8):
            lower = self._words.lower(n)
            place = self._by_first.get(n)
            if place is not None and place.how == "name":
                n = place.last
                continue
            if lower in _LIST or n in self._by_first:
                return n if lower in ("and", ",") else k
            if lower in lexicon.AUXILIARIES or lower in lexicon.SAYING or n in self._pred_at:
                return k
            n += 1
        return k

    def _has_own_verb(self, group: NounGroup) -> bool:
        """True for a group that begins a new clause ("killed five soldiers and two civilians were hurt")."""
        end = self._sentence_of[group.first][1]
        k = group.last
        while k < end and k < group.last + 9:
            lower = self._words.lower(k)
            if lower in lexicon.RELATIVE:
                return False
            if k in self._pred_at:
                return self._pred_at[k].form != "active" or self._words.lower(k - 1) not in (",", "and")
            if lower in (",", ".", ";", "and", '"', "”"):
                return False
            if lower in lexicon.AUXILIARIES or lower in lexicon.SAYING:
                return lower not in ("said", "says") or k == group.last
            k += 1
        return False

    # -- parts told after the verb --------------------------------------------------------------------------------

    def _parts_after(
        self,
        victims: Sequence[tuple[NounGroup, NounGroup | None]],
        last: int,
        effects: Sequence[Effect],
        head: Predicate,
    ) -> Iterator[Draft]:
        """ "N were killed, including M children", "along with six teachers", "five of them women"."""
        main = victims[-1][0]
        wholes = [g for g, w in victims if w is None]
        whole = wholes[-1] if wholes else main
        found = self._share_of(main, last) or self._opening(last, self._sentence_of[head.main][1])
        if found is None:
            return
        link, group = found
        if any(group is g for g, _ in victims):
            return
        for member, inner in self._list_right(group):
            part = inner or (whole if link == "including" else None)
            for effect in effects:
                yield Draft(
                    group=member, effect=effect, first=min(head.first, member.first), last=max(member.last, head.last),
                    main=head.main, chain=head.first, whole=part,
                )  # fmt: skip

    def _share_of(self, main: NounGroup, last: int) -> tuple[str, NounGroup] | None:
        """ "Of the 50 dead, 12 were children."."""
        group = self._by_first.get(last + 1)
        if self._words.lower(main.first - 1) != "of" or self._words.lower(last) != "," or group is None:
            return None
        if not group.bare or self._words.lower(group.last) not in lexicon.BE or group.last + 1 in self._pred_at:
            return None
        told = self._by_first.get(group.last + 1)
        return "including", replace(group, group=told.group, victims=told.victims) if told is not None else group

    def _opening(self, k: int, end: int) -> tuple[str, NounGroup] | None:
        """The first group that a "including", "among them" or "along with" brings in after a verb."""
        for n in range(k, min(end, k + 22)):
            lower = self._words.lower(n)
            pair, triple = (
                (lower, self._words.lower(n + 1)),
                (lower, self._words.lower(n + 1), self._words.lower(n + 2)),
            )
            if n in self._pred_at or lower in _BARRIERS:
                return None
            group = self._by_first.get(n)
            if group is not None and group.part and group.how in ("number", "none", "vague"):
                return None if self._has_own_verb(group) else ("including", group)
            if group is not None and n > k and not group.part and not self._governed(group):
                if group.how in ("number", "vague", "none", "article") and not group.thing:
                    return None
            if lower in _INCLUDING or pair in _AMONG[:2]:
                after = self._by_first.get(n + (1 if lower in _INCLUDING else 2))
                return ("including", after) if after is not None and not after.thing else None
            if triple == ("as", "well", "as") or pair in (("along", "with"), ("together", "with")):
                after = self._by_first.get(n + (3 if lower == "as" else 2))
                return ("with", after) if after is not None and after.counted and not after.thing else None
            if lower == "as" and self._words.lower(n + 1) in ("were", "was", "did"):
                after = self._by_first.get(n + 2)
                return ("with", after) if after is not None else None
        return None


def _effects(chain: Sequence[Predicate]) -> tuple[Effect, ...]:
    effects = tuple(dict.fromkeys(p.effect for p in chain))
    if "killed" in effects and "injured" in effects:
        return ("killed_or_injured",)
    if effects[0] == "injured" and "hospitalised" in effects:
        return ("injured",)
    return effects


def _can_suffer(group: NounGroup, predicate: Predicate) -> bool:
    """Only people are casualties; a head that is not known to name people is one after "killed" alone."""
    if group.thing:
        return False
    if group.harm_head and group.how == "definite" and group.low is None:
        return False  # "the victims", "their dead": told before
    if group.unknown_head:
        return (
            predicate.personal and not predicate.lost and predicate.effect in ("killed", "injured", "killed_or_injured")
        )
    if group.how == "name":
        return predicate.personal and not predicate.lost
    return not (group.harm_head and group.harm == predicate.effect and group.how == "plural")


def _is_single(group: NounGroup | None) -> bool:
    return group is not None and group.low == group.high == 1 and group.how != "number"


def _is_name(group: NounGroup) -> bool:
    return group.how == "name"


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
