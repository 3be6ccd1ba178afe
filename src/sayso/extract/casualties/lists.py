"""Lists of victims: "16 servicemen and two civilians", "20 people, including three children".

Rule 1 of the annotation guide: each counted noun group is a figure of its own. A list ends where a group has a verb of
its own ("killed five soldiers and two civilians were hurt").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.casualties import lexicon
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.predicates import Predicate
from sayso.extract.casualties.tokens import Words
from sayso.extract.wordsets import word_set

#: A member of a list, and the group that it is a part of.
Member = tuple[NounGroup, NounGroup | None]

_LIST: Final = frozenset(("and", "or", "but", ",", "&", "plus", "nor"))
_LIST_WORDS: Final = _LIST - {","}
#: "900 people, including soldiers, rebels and clerks": so many kinds without a number only describe the whole.
_LEAST_KINDS: Final = 2
#: "the 7 | th Rifle Division": how an ordinal ends.
_ORDINAL: Final = frozenset(("st", "nd", "rd", "th"))
#: "and of" stands within so many words behind the first victims.
_ANOTHER_OF: Final = 7
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
#: Prepositions that begin a clause as well: what follows them is a subject.
_SUBORDINATORS: Final = word_set(
    "because while when where whereas if though although as after before since until than including like upon",
)
#: Marks that close an aside, and those that open it.
_ASIDES: Final[Mapping[str, str]] = {")": "(", "]": "[", "-": "-", "–": "–", "—": "—"}
_CLAUSE_OPENERS: Final = word_set("that said says when as while left leaving leaves killed killing , but")
#: How a speaker is named.
_SPEAKING: Final = frozenset(("definite", "article", "name", "plural"))
_BARRIERS: Final = frozenset((";", ":", "?", "!"))
#: "the driver, Ada Roe, and five passengers": how a person is told of whom a name follows.
_DESCRIBED: Final = frozenset(("definite", "article"))
#: Words that stand between a preposition and the name of a place.
_OF_PLACES: Final = word_set(
    "northern southern eastern western central north south east west northeast northwest southeast southwest",
    "northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western",
    "upper lower rural",
    "coastal nearby neighbouring neighboring restive volatile besieged occupied war-torn war-ravaged downtown",
)
_HELD: Final = ("-held", "-controlled", "-occupied", "-administered", "-ruled", "-torn")


class ListReader:
    """Reads the lists that noun groups stand in."""

    def __init__(self, words: Words, groups: Sequence[NounGroup], predicates: Sequence[Predicate]) -> None:
        self._words = words
        self._by_first = {g.first: g for g in groups}
        self._by_last = {g.last: g for g in groups}
        self._pred_at: Mapping[int, Predicate] = {k: p for p in predicates for k in range(p.main, p.last)}

    def governed(self, group: NounGroup) -> bool:
        """True for the object of a preposition."""
        if self._words.lower(group.first - 2) in ("toll", "total", "report", "reports", "news"):
            return False
        k = group.first - 1 - (self._words.lower(group.first) in _ORDINAL)
        while group.how == "name" and self._describes_place(k):
            k -= 1  # "in northern X", "near rebel-held X"
        while self._words.lower(k) in lexicon.DETERMINERS:
            k -= 1
        before = self._words.lower(k)
        if before == "as" and self._words.lower(k - 1) in ("identified", "named", "known"):
            return True
        if before == "and" and group.how == "name" and self._by_last.get(k) is not None:
            return self.governed(self._by_last[k])
        return before in lexicon.PREPOSITIONS and before not in _SUBORDINATORS

    def _describes_place(self, k: int) -> bool:
        lower = self._words.lower(k)
        return lower in _OF_PLACES or lower.endswith(_HELD)

    def left(self, last: NounGroup) -> list[Member]:
        """The members of a list that ends with a group, from left to right; a part knows its whole."""
        members: list[NounGroup] = [last]
        included: set[int] = set()
        while True:
            first = members[0]
            if first is last and (described := self._of_the_harmed(first)) is not None:
                return [(described, None)]
            if first is last and (told := self._named_by(first)) is not None:
                members = [told]
                continue
            link, before = self._link_left(first)
            if link is None and (aside := self._before_aside(first)) is not None:
                link, before = "and", aside
            if link is None or before is None or self._is_object(before):
                break
            if link == "including" and first is last and self._has_own_fate(first):
                return [(first, before)]
            if link == "and" and first is last and self._is_apposed(before, first):
                members = [before]  # "a resident, a man of 60, was killed": one person told twice
                continue
            if link == "including":
                included |= {id(m) for m in members}
            members.insert(0, before)
        if included and all(m.how == "plural" for m in members[1:]) and len(members) > _LEAST_KINDS:
            return [(members[0], None)]
        whole = members[0] if included else None
        return [(m, whole if id(m) in included else None) for m in members]

    def _of_the_harmed(self, group: NounGroup) -> NounGroup | None:
        """ "one of the wounded, a sergeant, died": the one that the words between commas describe."""
        before = self._by_last.get(group.first - 1) if self._words.lower(group.first - 1) == "," else None
        if before is None or not (before.part and before.harm_head) or before.high != 1 or not _is_single(group):
            return None
        return replace(before, last=group.last, group=group.group, victims=group.victims)

    def _named_by(self, name: NounGroup) -> NounGroup | None:
        """ "a teacher and their neighbour, Ada Roe, were killed": whom the name behind the comma names."""
        before = self._by_last.get(name.first - 1) if self._words.lower(name.first - 1) == "," else None
        several = self._words.lower(name.last) in ("were", ",") and before is not None
        if not several or before is None or name.how != "name" or before.how != "definite" or before.low != 1:
            return None
        listed = self._words.lower(before.first - 1) == "and" and self._by_last.get(before.first - 1) is not None
        return replace(before, last=name.last) if listed and not before.thing and before.head is not None else None

    def _has_own_fate(self, part: NounGroup) -> bool:
        """ "treated 56 people, eight of whom died": told of the part alone."""
        after = self._words.lower(part.last)
        return part.part and part.head is None and part.victims is None and after not in (",", "from", "of", "under")

    def skip_aside(self, k: int, start: int) -> int:
        """From behind "(three soldiers and two others)" or "-- as they say --" to before it; `k` itself elsewhere."""
        opening = _ASIDES.get(self._words.lower(k - 1))
        if opening is None:
            return k
        inner = k - 1
        while opening not in "([" and self._words.lower(inner - 1) == opening:
            inner -= 1
        for n in range(inner - 1, max(start, k - 20), -1):
            if self._words.lower(n) == opening:
                while self._words.lower(n - 1) == opening:
                    n -= 1
                return n
            if opening not in "([" and self._words.lower(n) in (",", ";"):
                break
        return k

    def skip_aside_after(self, k: int) -> int:
        """From before "-- on orders from above --" to behind it; `k` itself elsewhere."""
        mark = self._words.lower(k)
        if mark not in ("-", "–", "—"):
            return k
        inner = k
        while self._words.lower(inner) == mark:
            inner += 1
        for n in range(inner, inner + 15):
            if self._words.lower(n) == mark:
                while self._words.lower(n) == mark:
                    n += 1
                return n
        return k

    def _before_aside(self, group: NounGroup) -> NounGroup | None:
        """ "six priests -- five from abroad -- and two women", "two men who stood by and a boy": the group before."""
        k = group.first - 1
        if self._words.lower(k) != "and":
            return None
        start = self._words.sentence(group.first)[0]
        before = self._by_last.get(self.skip_aside(k, start)) if self.skip_aside(k, start) != k else None
        for n in range(k - 1, max(start, k - 14), -1):
            if before is not None or self._words.lower(n) in (",", ";", "that", "and", '"', "said"):
                break
            if self._words.lower(n) == "who":
                before = self._by_last.get(n)
                break
        return before if before is not None and before.how == "number" and not before.thing else None

    def _is_apposed(self, before: NounGroup, group: NounGroup) -> bool:
        between = [self._words.lower(k) for k in range(before.last, group.first)]
        one = before.how == "number" and before.low == before.high == 1
        return between == [","] and (one or _is_single(before)) and _is_single(group)

    def _link_left(self, group: NounGroup) -> tuple[str | None, NounGroup | None]:
        """What joins a group to the one before it, and that one."""
        k = group.first - 1
        words: list[str] = []
        while k >= 0 and len(words) < 4 and k + 1 not in self._by_last:
            words.insert(0, self._words.lower(k))
            k -= 1
        before = self._by_last.get(k + 1)
        if words[:1] == words[2:3] == [","] and words[1].isdigit():
            words = words[2:]  # "Ada Roe, 43, and her son": how old somebody is
        if words[-1:] in (["including"], ["among"]) or words[-2:] == ["among", "them"]:
            described = self._behind_its_phrase(k + 1, before)
            words = words[words.index(",") :] if described is not before and "," in words else words
            before = described
        if before is not None and before.how == "name" and "and" in words and group.bare:
            before = self._come_from(before) or before
        if before is not None and before.how == "name" and group.how in ("number", "vague", "none"):
            named = self._by_last.get(before.first - 1) if words == [",", "and"] else None
            apposed = named is not None and self._words.lower(before.first - 1) == "," and named.how in _DESCRIBED
            return ("and", named) if apposed and _is_single(named) else (None, None)
        if before is not None and before.bare and self._words.lower(before.first - 1) in ("to", "at", "past"):
            return None, None  # "the toll climbed to 66 and several are missing"
        if before is None or before.thing or before.harm_head:
            return None, None
        told = before.counted or before.how == "vague" or ("and" in words and self._is_single_subject(before))
        if not (told or (set(words) <= {",", "and"} and self._is_included(before))):
            return None, None
        joined = [w for w in words if w not in (",", "(", '"')]
        if group.part and words in ([], [","]):
            return "including", before
        if not words:
            return ("and", before) if self._goes_on_bare(before, group) else (None, None)
        if joined and joined[0] in _INCLUDING:
            return "including", before
        if _is_name(before) != _is_name(group) and (not joined or before.how == "name") and "and" not in words:
            return None, None
        if joined in (["among", "them"], ["among", "whom"], ["of", "them"], ["of", "whom"]):
            return "including", before
        if words == [","] and self.governed(before):
            return None, None  # "of the 16 members, three were killed"
        if tuple(joined) in _WITH or all(w in _LIST for w in words):
            return "and", before
        return None, None

    def _is_included(self, group: NounGroup) -> bool:
        """ "90 people, including soldiers, | rebels | and clerks": a plural in a list of plurals behind "including"."""
        while group.how == "plural":
            k = group.first - 1
            if self._words.lower(k) in _INCLUDING:
                return True
            while self._words.lower(k) in (",", "and"):
                k -= 1
            before = self._by_last.get(k + 1)
            if before is None or k == group.first - 1:
                return False
            group = before
        return False

    def _is_single_subject(self, group: NounGroup) -> bool:
        """ "the commander and his driver were killed", "left its director and six pupils dead"."""
        before = self._words.lower(group.first - 1)
        opens = group.first == self._words.sentence(group.first)[0] or before in _CLAUSE_OPENERS
        return group.how == "definite" and group.low == 1 and opens

    def _behind_its_phrase(self, k: int, nearest: NounGroup | None) -> NounGroup | None:
        """ "17 soldiers of the junta, including a captain": what the phrase before token k describes."""
        if nearest is not None and nearest.counted and nearest.plural:
            return nearest
        for n in range(k, max(k - 9, 0), -1):
            lower, group = self._words.lower(n), self._by_last.get(n)
            if lower in ("of", "from", "in", "at") and group is not None and group.how == "number" and group.plural:
                return group
            if lower in (",", ";", ":") or lower in lexicon.AUXILIARIES or n in self._pred_at:
                break
        return nearest

    def _come_from(self, place: NounGroup) -> NounGroup | None:
        """ "five from Arland and three from Bergland": the number before a place."""
        if self._words.lower(place.first - 1) not in ("from", "in", "at", "near"):
            return None
        before = self._by_last.get(place.first - 1)
        return before if before is not None and before.bare and before.how == "number" else None

    def _is_object(self, group: NounGroup) -> bool:
        """True for a group that is already the object of a verb of harm."""
        predicate = self._pred_at.get(group.first - 1)
        return predicate is not None and predicate.form in ("active", "participle")

    def right(self, first: NounGroup) -> list[Member]:
        """The members of a list that starts with a group."""
        members: list[Member] = [(first, None)]
        whole: NounGroup | None = None
        current = first
        while True:
            link, after = self._link_right(current)
            if after is None or after.thing or self._has_own_verb(after) or self._says(current, after):
                break
            if not (
                after.counted
                or after.how == "vague"
                or (after.how == "definite" and after.low == 1)
                or (after.how == "plural" and (first.how == "plural" or link == "including" or whole is not None))
            ):
                break
            if self._is_same_person(after):
                break
            if link == "including":
                whole = current
            elif link == "with":
                whole = None
            members.append((after, whole))
            current = after
        return members

    def with_those_behind(self, first: NounGroup) -> list[Member]:
        """ "the deaths of | two women in Orsk and of three boys in Tarsk": both lists."""
        listed = self.right(first)
        last = max(member.last for member, _ in listed)
        for k in range(last, min(last + _ANOTHER_OF, self._words.sentence(first.first)[1])):
            lower = self._words.lower(k)
            if (lower, self._words.lower(k + 1)) == ("and", "of"):
                other = self._by_first.get(k + 2)
                return [*listed, *self.right(other)] if other is not None and _is_counted(other) else listed
            if lower in _LIST or lower in lexicon.AUXILIARIES or lower in lexicon.SAYING:
                break
        return listed

    def _is_same_person(self, after: NounGroup) -> bool:
        """ "a teacher [and father of three]": a singular noun without an article tells more of one person."""
        single = after.how == "article" and self._words.lower(after.first) not in ("a", "an", "another", "one")
        return single and self._words.lower(after.first - 1) == "and"

    def _link_right(self, group: NounGroup) -> tuple[str | None, NounGroup | None]:
        end = self._words.sentence(group.first)[1]
        k = self._skip_place(self._skip_apposed(group), end)
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
        if after.part and words in ([], [","]):
            return "including", after
        if words == [","] and after.bare and group.head is not None and self._is_share_of(after, group):
            return "including", after
        if words and all(w in _LIST or w == "also" for w in words):
            return "and", after
        if not words and not skipped and self._goes_on_bare(group, after):
            return "and", after
        return None, None

    def _goes_on_bare(self, group: NounGroup, after: NounGroup) -> bool:
        """ "a teacher two pupils and a driver": a list whose comma was stripped, which an "and" goes on with."""
        both = all(g.how in ("number", "article") and g.head is not None and not g.harm_head for g in (group, after))
        return both and not after.part and not group.part and self._words.lower(after.last) == "and"

    def _skip_apposed(self, group: NounGroup) -> int:
        """From behind "a commander" to behind ", Orlek," that names him; the end of the group elsewhere."""
        if not _is_single(group) or group.how == "name" or self._words.lower(group.last) != ",":
            return group.last
        name = self._by_first.get(group.last + 1)
        named = name is not None and name.how == "name" and self._words.lower(name.last) == ","
        return name.last if name is not None and named and self._words.lower(name.last + 1) == "and" else group.last

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

    def _says(self, before: NounGroup, group: NounGroup) -> bool:
        """ "killing three officers, the governor of the province said": who says it is no victim."""
        between = [self._words.lower(k) for k in range(before.last, group.first)]
        counted = group.how == "number"  # "killing nine people, two doctors at the hospital said"
        if between[-1:] != [","] or "and" in between or not (counted or group.how in _SPEAKING):
            return False
        end = self._words.sentence(group.first)[1]
        named = self._by_first.get(group.last + 1) if self._words.lower(group.last) == "," else None
        if named is not None and named.how == "name" and self._words.lower(named.last) == ",":
            group = named  # "the mayor, Ada Roe, said"
        for k in range(group.last, min(end, group.last + 12)):
            lower = self._words.lower(k)
            if lower == "," and self._words.lower(k + 1) in lexicon.SAYING:
                return True
            if lower == "said" or lower in lexicon.PLAIN_SAYING:
                return True
            if lower in _LIST_WORDS or lower in lexicon.AUXILIARIES or k in self._pred_at or (counted and lower == ","):
                return False
        return False

    def _has_own_verb(self, group: NounGroup) -> bool:
        """True for a group that begins a new clause ("killed five soldiers and two civilians were hurt")."""
        end = self._words.sentence(group.first)[1]
        k = group.last
        while k < end and k < group.last + 9:
            lower = self._words.lower(k)
            if lower in lexicon.RELATIVE:
                return False
            if k in self._pred_at:
                return self._pred_at[k].form != "active" or self._words.lower(k - 1) not in (",", "and")
            if lower in (",", ".", ";", "and", '"', "”", "according"):
                return False
            if lower in lexicon.AUXILIARIES or lower in lexicon.SAYING:
                return lower not in ("said", "says") or k == group.last
            k += 1
        return False

    def in_parentheses(self, group: NounGroup) -> list[Member]:
        """ "eight people (three soldiers and five civilians)": parts of the group before."""
        inner = self._by_first.get(group.last + 1) if self._words.lower(group.last) == "(" else None
        if inner is None or inner.thing or inner.how not in ("number", "article") or inner.unknown_head:
            return []
        return [(member, group) for member, _ in self.right(inner)]

    def after_colon(self, whole: NounGroup, k: int) -> list[Member]:
        """ "19 people were wounded: twelve soldiers and seven civilians": the parts of a whole, k before the colon."""
        marked = self._words.lower(k) in (":", "-", "–", "—")
        first = self._by_first.get(k + 1 if marked else k)
        if first is None or whole.low is None or not whole.plural:
            return []
        if not first.counted or first.how == "name" or first.thing or (first.low or 0) > whole.low:
            return []
        members: list[Member] = [(member, inner or whole) for member, inner in self.right(first)]
        if not marked:  # "15 people have been killed nine soldiers and six clerks", where the mark was stripped
            exact = len(members) > 1 and all(m.head is not None and inner is whole for m, inner in members)
            return members if exact and sum(member.low or 0 for member, _ in members) == whole.low else []
        return members if len(members) > 1 or first.head is not None else []

    def elsewhere(self, k: int, end: int) -> Iterator[NounGroup]:
        """ "three died in Orsk, two in Tarsk and one at sea": the numbers that share the verb before token k."""
        while (after := self._skip_place(k, end)) != k:
            n = after + (self._words.lower(after) == ",")
            n += self._words.lower(n) == "and"
            group = self._by_first.get(n)
            if n == after or group is None or not group.bare or group.how != "number":
                return
            if self._words.lower(group.last) not in ("in", "at", "near", "outside"):
                return
            yield group
            k = group.last

    def opening(self, k: int, end: int) -> tuple[str, NounGroup] | None:
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
            if group is not None and group.part and group.how == "vague":
                return None
            if group is not None and group.part and group.how in ("number", "none"):
                if self._words.lower(n - 1) == "and" and self._words.lower(group.last) != "and":
                    return None  # "two were hit, and one of them, a clerk, later died"
                return None if self._has_own_verb(group) else ("including", group)
            if group is not None and n > k and self._begins_clause(group):
                return None
            if lower in _INCLUDING or pair in _AMONG[:2]:
                after = self._whose(n + (1 if lower in _INCLUDING else 2))
                return ("including", after) if after is not None and not after.thing else None
            if triple == ("as", "well", "as") or pair in (("along", "with"), ("together", "with")):
                after = self._by_first.get(n + (3 if lower == "as" else 2))
                return ("with", after) if after is not None and after.counted and not after.thing else None
            if lower == "as" and self._words.lower(n + 1) in ("were", "was", "did"):
                after = self._by_first.get(n + 2)
                return ("with", after) if after is not None else None
        return None

    def _whose(self, k: int) -> NounGroup | None:
        """The group at token k; of "including that of a woman", told of bodies, the woman."""
        told = self._words.lower(k) == "that" and self._words.lower(k + 1) == "of"
        return self._by_first.get(k + 2 * told)

    def _begins_clause(self, group: NounGroup) -> bool:
        """True for a counted group that a preposition does not govern: what follows is told of it."""
        counted = group.how in ("number", "vague", "none", "article") and not group.thing and not group.part
        return counted and not self.governed(group)

    def share_of(self, main: NounGroup, last: int) -> tuple[str, NounGroup] | None:
        """ "Of the 50 dead, 12 were children."."""
        group = self._by_first.get(last + 1)
        if self._words.lower(main.first - 1) != "of" or self._words.lower(last) != "," or group is None:
            return None
        if not group.bare or self._words.lower(group.last) not in lexicon.BE or group.last + 1 in self._pred_at:
            return None
        told = self._by_first.get(group.last + 1)
        return "including", replace(group, group=told.group, victims=told.victims) if told is not None else group


def _is_single(group: NounGroup | None) -> bool:
    return group is not None and group.low == group.high == 1 and group.how != "number"


def _is_counted(group: NounGroup) -> bool:
    return group.counted and not group.thing


def _is_name(group: NounGroup) -> bool:
    return group.how == "name"
