"""Names as the report prints them: an armed group's letters, a country's people, a body under its country's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims import AnyClaim, Casualty
from sayso.expression import Expression
from sayso.link.claim_context import is_rebel
from sayso.link.knowledge_base import REBELS
from sayso.link.lexicon import key_of
from sayso.link.scene import Reference, Scene
from sayso.model import End, Judgement, Party

#: Two letters alone ("IS") tell too little.
_LETTERS = Expression(r"[A-Z][A-Z0-9]{2,6}(?:-[A-Z]{1,3})?")
_BRACKET = Expression(r"\s\([^)]*\)$")


def printed_names(scene: Scene, sides: Iterable[str]) -> dict[str, str]:
    """Side -> its name in this report, for those of the given and of the named sides that it calls otherwise than they
    are known.

    The letters of a group's name in its own language where the report goes by them; and for names that stand nowhere in
    the report, of a group what :func:`_told_group` finds, of a country its people's name.
    """
    found: dict[str, str | None] = {}
    text = _straight(scene.text.casefold())
    for side in sorted({r.side for r in scene.named} | set(sides)):
        if scene.armed_group(side):
            stands = _stands_in(text, side)
            found[side] = _usual_letters(scene, side) or (None if stands else _told_group(scene, side))
        elif _straight(side.casefold()).removesuffix("s") not in text:
            people = next((r for r in scene.named if r.people == side and _are_its_people(scene, r)), None)
            told = scene.text[people.start : people.end] if people is not None else _its_rebels(scene, side)
            known = scene.knowledge.find(side)
            community = known.community if known is not None and known.adjective in scene.text else None
            found[side] = told or community or _short_form(scene, side)
    return {side: name for side, name in found.items() if name is not None}


def _short_form(scene: Scene, side: str) -> str | None:
    """The first or last words of a country's name, where a report prints no more of it ("Upper Norland" of "... and
    Berg"); the last, which may be all that it prints in passing, where it does so more than once.
    """
    known = scene.knowledge.find(side)
    if known is None or known.sort != "state":
        return None
    words = [_OWNER.sub("", scene.text[r.start : r.end]) for r in scene.named if r.people == side]
    parts = [word for word in words if side.startswith(f"{word} ")]
    if not any(word.startswith(f"{side.partition(' ')[0]} ") for word in words):  # nor "Democratic Republic of Berg"
        parts = parts or [word for word in words if _is_shortened(word, side)]
    parts = parts or [word for word in words if side.endswith(f" {word}") and words.count(word) > 1]
    spelled = ((word, scene.knowledge.spelling(word)) for word in parts)
    return _most_told(word for word, alias in spelled if alias is not None and alias.how == "name")


def _is_shortened(word: str, side: str) -> bool:
    """ "DR Berg" of the "Democratic Republic of the Berg": its last word behind the letters of what comes first."""
    letters, _, last = word.partition(" ")
    return letters.isupper() and len(letters) > 1 and side.endswith(f" {last}") and bool(_stand_for(letters, side))


#: "Norland's government".
_OWNER = Expression(r"['\u2019]s?\s.*$", re.DOTALL)


def _stands_in(text: str, side: str) -> bool:
    """True where a name stands in the folded text as a word of its own, or its singular or plural does."""
    name = re.escape(_straight(side.casefold()).removesuffix("s"))
    return re.search(rf"(?<!\w){name}s?(?!\w)", text) is not None


def _its_rebels(scene: Scene, side: str) -> str | None:
    """ "Norlandic rebels", of an authority that no state recognises and the report never names."""
    entry = scene.knowledge.find(side)
    if entry is None or entry.sort != "de_facto" or not entry.adjective:
        return None
    told = re.search(rf"\b{re.escape(entry.adjective)} (rebel|separatist)s?\b", scene.text)
    return f"{entry.adjective} {told[1]}s" if told is not None else None


def _told_group(scene: Scene, side: str) -> str | None:
    """ "NWF" where the letters stand more often than a name in words, the name without what tells it from a namesake
    where the report has it so or leaves a part of it out, and for a name that needs telling apart what the report calls
    the members ("Maoists").
    """
    plain = _BRACKET.sub("", side)
    words = _names_in(scene, side)
    short = [word for word in words if _LETTERS.fullmatch(word)]
    spelled = [word for word in words if " " in word and not is_rebel(word) and _is_name_of(scene, word, side)]
    part = [word for word in spelled if word in side]
    apart = len(short) - any(f" ({word})" in scene.text for word in short)  # the bracket that explains them
    letters = _most_told(spelled if short and len(spelled) > apart else short or part)
    full = [word for word in words if " " in word and _initials(word) == _initials(side)]
    members = _members(words) if plain != side else None
    if letters is not None and (spelt := _spelt_out(scene, letters)):
        letters = spelt
    told = members or _most_told(full) or letters or (None if side.endswith(REBELS) else _most_told(spelled))
    return plain if plain != side and plain in scene.text else told


def _members(words: Sequence[str]) -> str | None:
    """What the report calls a group's members: "Maoists", else "Maoist rebels"."""
    plural = _most_told(word for word in words if word.istitle() and word.endswith("s"))
    return plural or _most_told(word for word in words if word[:1].isupper() and is_rebel(word))


def _spelt_out(scene: Scene, letters: str) -> str | None:
    """ "Northern Workers' Front (NWF)": what the report itself says that the letters stand for."""
    at = scene.text.find(f" ({letters})")
    before = _CAPITALISED.search(scene.text, max(0, at - _NAME_LENGTH), at) if at > 0 else None
    words = before[0].split(" ") if before is not None else []
    return next((name for k in range(len(words)) if _initials(name := " ".join(words[k:])) == letters.casefold()), None)


#: A name that is explained by its letters is no longer than this.
_NAME_LENGTH = 80
_CAPITALISED = Expression(r"[A-Z][\w’'-]+(?: (?:of |the |for |in )*[A-Z][\w’'-]+)+$")


def _usual_letters(scene: Scene, side: str) -> str | None:
    """The letters that do not stand for the group's English name, which is then the less usual one.

    Where the report goes by them: three times as often as by a name in words, the bracket that explains them not
    counted.
    """
    words, plain = _names_in(scene, side), _BRACKET.sub("", side)
    if plain != side and plain in scene.text:
        return None
    letters = _most_told(word for word in words if _LETTERS.fullmatch(word) and not _stand_for(word, side))
    if letters is None:
        return None
    spelled = _straight(scene.text.casefold()).count(_straight(side.casefold()))
    if not spelled and (name := _spelt_out(scene, letters)) is not None:
        return name
    apart = scene.text.count(letters) - (spelled > 0)
    return letters if apart >= _GOES_BY * max(1, spelled) else None


#: So many times as often as by its name in words, a report goes by a group's letters.
_GOES_BY = 3


def _stand_for(letters: str, name: str) -> bool:
    """True where every letter begins a word of the name, in order ("NWF", "Northern Workers' Front")."""
    initials = iter(_initials(name))
    return all(letter in initials for letter in letters.casefold() if letter.isalpha())


def _names_in(scene: Scene, side: str) -> list[str]:
    return [scene.text[r.start : r.end] for r in scene.named if r.side == side]


def printed_bodies(scene: Scene) -> dict[str, str]:
    """Body -> its name in this report, for bodies whose known name it never uses ("Norlandia's army", "AFP").

    Police and people without a name ("officials") go without the adjective that the report leaves out; of whom they are
    stays their affiliation. Armies and ministries keep it, in the report's spelling: two sides have two of each.
    """
    text = _straight(scene.text.casefold())
    found: dict[str, list[str]] = {}
    for mention in scene.mentions.parties:
        name = mention.party.name
        if _straight(name.casefold()) in text or mention.how == "again" or mention.party.kind not in _NAMED_OTHERWISE:
            continue
        words = _ARTICLE.sub("", " ".join(scene.text[mention.start : mention.end].split()))
        found.setdefault(name, []).append(_printed_body(scene, mention.party, words))
    return {name: _most_told([w for w in words if w in scene.text] or words) or name for name, words in found.items()}


_NAMED_OTHERWISE = frozenset({"organisation", "outlet", "unnamed"})


def _printed_body(scene: Scene, party: Party, words: str) -> str:
    """The words themselves where they tell whose body it is, else the body's own part with the adjective or without."""
    owner = scene.knowledge.find(party.affiliation or "")
    if owner is None or owner.kind == "outlet":
        return words if words[:1].isupper() and (owner is not None or party.affiliation is None) else party.name
    if not party.name.casefold().endswith(f" {words.casefold()}"):
        owned = _OWNED.match(words)
        own_words = owned[1] == party.affiliation if owned else _has_word_beside(scene, words, party)
        if not own_words and _COMMON_BODY.fullmatch(words):
            return f"{_adjective(scene, party, owner.adjective)} {words}"
        return words if own_words else party.name
    bare = party.name[len(party.name) - len(words) :]
    if _BARE.search(bare):
        return bare
    usual = party.name.removesuffix(f" {bare}")
    return f"{_adjective(scene, party, usual)} {bare}" if usual == owner.adjective else party.name


def _has_word_beside(scene: Scene, words: str, party: Party) -> bool:
    """True for "the Norlandic press service" of the Norlandic media wing and for "Norhaven radio" by the
    capital, not for the same words in another order.
    """
    known = {*key_of(f"{party.name} {party.affiliation}").split(), "of", "the", "in", "for"}
    first = scene.knowledge.spelling(words.partition(" ")[0])
    rest = words.partition(" ")[2] if first is not None else words
    return first is not None and (first.how == "capital" or not set(key_of(rest).split()) <= known)


def _adjective(scene: Scene, party: Party, usual: str) -> str:
    """The adjective of a state in the report's spelling."""
    if usual in scene.text:
        return usual
    spelled = (scene.knowledge.spelling(word) for word in re.findall(r"[A-Z][\w-]+", scene.text))
    told = (a.spelling for a in spelled if a is not None and a.how == "adjective" and a.entry.name == party.affiliation)
    owned = _name_as_adjective(scene, party.affiliation) if party.affiliation else None
    return _most_told(told) or owned or usual


def _name_as_adjective(scene: Scene, state: str) -> str | None:
    """ "Upper Norland army", "Norland's army": as a report says it that never prints the adjective."""
    possessive = next((mark for mark in ("'s", "\u2019s") if f"{state}{mark} " in scene.text), None)
    if possessive is not None:
        return f"{state}{possessive}"
    return state if " " in state and state in scene.text else None


_ARTICLE = Expression(r"^the\s+", re.IGNORECASE)
#: "public health ministry", "home ministry official": a state's body in the report's own common nouns.
_COMMON_BODY = Expression(r"(?:[a-z]+\s){1,3}(?:ministry|department)(?:\s[a-z]+)?")
#: "Norlandia's interior ministry": the country, then what it owns.
_OWNED = Expression(r"([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*)['\u2019]s?\s")
#: "The Defence Ministry in Norhaven", "residents reached by telephone": neither seat nor line is a part of a name.
_SEAT = Expression(
    r"(?:(?<=ministry)|(?<=sources)|(?<=residents)|(?<=rebels))\sin\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}$"
    r"|(?<=[a-z]s)\s(?:reached|contacted|interviewed)\sby\s.*$",
    re.IGNORECASE,
)
#: Whom nobody tells by their country's adjective where the report does not.
_BARE = Expression(r"(?:^|\s)(?:police|officials?|sources?|activists?)$", re.IGNORECASE)


def _straight(text: str) -> str:
    """The same with one kind of apostrophe, which makes no other name."""
    return text.replace("\u2019", "'")


def _is_name_of(scene: Scene, words: str, side: str) -> bool:
    entry = scene.knowledge.find(words)
    return entry is not None and entry.name == side


def _initials(name: str) -> str:
    """Two spellings of one name ("al-Qaida in ...", "Al-Qaeda in ...") have the same."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+|:", name.casefold()))


def _most_told(names: Iterable[str]) -> str | None:
    told = Counter(names)
    return min(told, key=lambda word: (-told[word], len(word), word), default=None)


def _are_its_people(scene: Scene, reference: Reference) -> bool:
    """True for "Norlandians" of Norlandia, as far as the two words are alike."""
    words = scene.text[reference.start : reference.end]
    one_word = words.isalpha() and len(words) > len(reference.side)
    return one_word and words.endswith("s") and words[:_STEM] == reference.side[:_STEM]


_STEM = 6


def as_printed(
    scene: Scene, claims: Sequence[AnyClaim], judgements: Sequence[Judgement]
) -> tuple[tuple[AnyClaim, ...], tuple[Judgement, ...]]:
    """Claims and judgements of a report with sides, perpetrators and sources under the names that the report prints.

    The last step of reading: what compares parties before it knows them by one name each. `side_group` stays.
    """
    sides = {side for c in claims if isinstance(c.value, Casualty) for side in (c.value.side, c.value.perpetrator)}
    names = _Names(sides=printed_names(scene, {side for side in sides if side}), bodies=printed_bodies(scene))
    return tuple(names.claim(claim) for claim in claims), tuple(names.judgement(found) for found in judgements)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Known name -> printed name."""

    sides: Mapping[str, str]
    bodies: Mapping[str, str]

    def claim(self, claim: AnyClaim) -> AnyClaim:
        value = claim.value
        if isinstance(value, Casualty):
            perpetrator = self.sides.get(value.perpetrator, value.perpetrator) if value.perpetrator else None
            value = replace(value, side=self.sides.get(value.side, value.side), perpetrator=perpetrator)
        return replace(claim, value=value, source=self.party(claim.source) if claim.source else None)

    def judgement(self, found: Judgement) -> Judgement:
        return replace(found, subject=self._end(found.subject), object=self._end(found.object))

    def _end(self, end: End) -> End:
        return replace(end, party=self.party(end.party)) if end.party else end

    def party(self, party: Party) -> Party:
        if party.kind == "group" and party.name in self.sides:
            return replace(party, name=self.sides[party.name])
        if party.name in self.bodies:
            return replace(party, name=self.bodies[party.name])
        described = next((name for name in self.bodies if party.name.startswith(f"{name} ")), None)
        if described is not None:
            return replace(party, name=f"{self.bodies[described]}{party.name[len(described) :]}")
        seat = _SEAT.search(party.name)
        return replace(party, name=party.name[: seat.start()]) if seat else party
