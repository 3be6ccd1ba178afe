"""The noun that heads a group: read forward over modifiers to the word that names the people.

Decided by a lexicon of people, the short words that end a noun group, and the names that linking knows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sayso.claims.casualty import Effect, Group
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.casualties.tokens import Token, Words
from sayso.extract.names import Names
from sayso.extract.numbers import Number
from sayso.extract.wordsets import word_set

LONGEST_GROUP = 11
_LONGEST_NAME = 3
DEFINITE = frozenset(("the", "whose", "this", "these", "those", "his", "her", "their", "its", "our", "my", "your"))
#: Adjectives of harm before a person: "28 fallen soldiers".
_ADJECTIVES = lexicon.ADJECTIVES | {"fallen": "killed"}
_HARM_WORDS = (
    _ADJECTIVES.keys()
    | lexicon.INTRANSITIVE.keys()
    | {form for form, (_, shape) in lexicon.TRANSITIVE.items() if shape != "none"}
)
_COLLECTIVE = word_set(
    "member members body bodies corpse corpses group family families leader leaders crew employee employees",
    "cadaver cadavers",
    "official officials son sons daughter daughters child children relative relatives victim victims staff workers",
)
#: Person nouns that are as often modifiers: they head a group only when no other noun follows.
_MODIFIERS = word_set(
    "general major private minor national indian human radical chief other individual marine contra deputy elder",
    "communist nationalist socialist marxist leftist rightist democrat volunteer youth patient suspect native",
    "extremist islamist jihadist terrorist separatist rebel civilian militant insurgent paramilitary enemy student",
    "worker guerrilla militia police army military navy troop infantry cavalry media press clergy staff village",
    "family refugee militiaman soldier woman child people head leader crew guard group hostage prisoner martyr",
    "casualty victim president opposition protester fighter peasant farmer teacher subversive partisan bandit",
    "commando spy dissident loyalist pilot officer girl boy baby infant king prince cook guide patriot crowd",
    "population local",
)
_PLURAL_MODIFIERS = word_set(
    "women men police army military navy forces people media press clergy infantry staff crew elderly garrison militia",
    "personnel",
)
#: Verbs of a speaker named behind what is told, and how a speaker begins that the verb stands before.
_SPEAKS = word_set("said says told reported reports added announced confirmed")
_TITLED = word_set("officials police state local witnesses residents activists sources security military army")
_INTRODUCING = DEFINITE | {"a", "an", "one"}
_QUOTES = frozenset("\"“”‘’'")
#: Harm words that follow a group as often as they head one.
_PARTICIPLES = word_set(
    "killed wounded injured dead wounding killing murder capture execution fallen",
)


class Head(NamedTuple):
    """Result of reading the modifiers and the head of a group; token indexes, end exclusive."""

    last: int
    #: Index of the head noun; None when no word known to name people was found.
    head: int | None
    #: Harm told by an adjective before the head, or by the head itself (`harm_head`).
    harm: Effect | None = None
    harm_head: bool = False
    #: The head is known to be a thing ("police cars").
    thing: bool = False


#: Plural nouns that never modify another noun for people.
_WHOLE = frozenset(("people", "persons", "civilians", "others"))


#: Who is one person and describes no other noun for people.
_FAMILY = word_set(
    "son daughter wife husband mother father brother sister child baby boy girl man woman grandson granddaughter",
)
_SAID = word_set("said say told reported")


class HeadReader:
    """Reads the heads of noun groups, and says what single words are."""

    def __init__(self, words: Words, numbers: tuple[Number, ...], names: Names) -> None:
        self.words = words
        self.names = names
        known = {token.text: _person_of(token, names) for token in {t.text: t for t in words.tokens}.values()}
        self._persons = tuple(known[token.text] for token in words.tokens)
        self.ahead = _distance_ahead(self._persons, words)
        #: Counts, and other numbers, by the token that they begin with.
        self.numbers = {words.at(n.start): n for n in numbers if n.kind == "count"}
        others = ((words.at(n.start), n) for n in numbers if n.kind != "count")
        self.other = {k: n for k, n in others if words.tokens[k].end <= n.end and not _ends_word(words, k)}

    def read(self, i: int, end: int, *, counted: bool) -> Head | None:
        """Read modifiers and head from the i-th token on; None when nothing but a boundary follows."""
        head: int | None = None
        harm: Effect | None = None
        harm_head, k = False, i
        if not counted and (i >= end or self.ahead[i] > LONGEST_GROUP):
            return None
        while k < min(end, i + LONGEST_GROUP):
            token = self.words.tokens[k]
            lower = token.lower
            if counted and k > i and self._is_acronym_between(k, end):
                head, k = None, k + 3  # "two Border Defence Forces (BDF) soldiers"
                continue
            if head is not None and not self._continues(head, k, end):
                break
            if k > i and (lower == "'s" or self._is_owner(k, end)):
                head, harm_head = None, False
            elif lower in _QUOTES and head is None and counted:
                pass
            elif head is None and lower in _HARM_WORDS and self._before_person(k, end):
                harm = self.effect_of(k)
            elif head is None and counted and self._describes(k, end):
                pass
            elif lower in lexicon.HARM_NOUNS and lower not in _PARTICIPLES:
                head, harm_head = k, True
            elif self.person(k) is not None and not self._opens_name(k, end):
                head, harm_head = k, False
            elif not token.word or self._ends_group(k, counted=counted, first=k == i):
                break
            k += 1
        if head is not None:
            modifies = not self.is_plural(head) or self.words.lower(head) in _PLURAL_MODIFIERS
            thing = modifies and (self._after_acronym(head) in lexicon.THINGS or self._modifies_unknown(head))
            effect = lexicon.HARM_NOUNS[self.words.lower(head)] if harm_head else harm
            return None if thing and not counted else Head(head + 1, None if thing else head, effect, harm_head, thing)
        if all(self.words.lower(n) in _QUOTES for n in range(i, k)) or harm is not None:
            return None
        thing = any(self.words.lower(n) in lexicon.THINGS for n in range(i, k))
        return Head(k, None, None, False, thing)

    def _opens_name(self, k: int, end: int) -> bool:
        """ "National Unity Front": no national of a country."""
        if self.words.lower(k) != "national" or k + 1 >= end:
            return False
        after = self.words.tokens[k + 1]
        verbal = self.is_harm_word(k + 1) or after.lower.endswith(("ing", "ed")) or after.lower in lexicon.AUXILIARIES
        return after.word and after.lower not in lexicon.STOPPERS and not verbal

    def _is_acronym_between(self, k: int, end: int) -> bool:
        """ "(BDF)" before a noun for people."""
        words = self.words
        inside = words.lower(k) == "(" and words.lower(k + 2) == ")" and k + 3 < end
        return inside and words.tokens[k + 1].text.isupper() and self.person(k + 3) is not None

    def _describes(self, k: int, end: int) -> bool:
        """ "four suspected militants": a participle that describes the people counted."""
        lower = self.words.lower(k)
        return lower in lexicon.VERBS and lower.endswith(("ed", "ing")) and self.person_ahead(k + 1, end)

    def _after_acronym(self, head: int) -> str:
        """The word after a head, and after the letters in brackets that shorten it."""
        k = head + 1
        if self.words.lower(k) == "(" and self.words.lower(k + 2) == ")":
            k += 3
        return self.words.lower(k)

    def _modifies_unknown(self, head: int) -> bool:
        """ "4 million private sector jobs": a word that is as often a modifier, before a noun that no list knows."""
        if self.words.lower(head) not in _MODIFIERS or head + 1 >= len(self.words.tokens):
            return False
        after = self.words.tokens[head + 1]
        plain = after.word and not after.capital and after.text[0].isalpha() and after.lower not in lexicon.STOPPERS
        return plain and not self.is_harm_word(head + 1) and after.lower.endswith(("ity", "tion", "or", "ment", "ship"))

    def _continues(self, head: int, k: int, end: int) -> bool:
        """True where the k-th token still belongs to the group whose head so far is `head`."""
        lower = self.words.lower(k)
        if lower == "'s" or self._is_owner(k, end):
            return True
        if lower in ("prisoner", "hostage", "captive"):
            return False  # "took eight soldiers prisoner"
        if self.words.lower(head) in _WHOLE:
            return False  # "killing 11 people activists said": the comma before who speaks was stripped
        if self.words.lower(head) in _FAMILY and lower in lexicon.PLURAL and self.words.lower(k + 1) in _SAID:
            return False  # "killing a mother and her son residents said"
        if k != head + 1:
            return self.words.lower(head) in _MODIFIERS and self.person_ahead(k, end)
        if lower in lexicon.HARM_NOUNS and self.words.lower(k) not in _PARTICIPLES:
            return self.words.lower(head) not in lexicon.HARM_NOUNS
        if self.person(k) is not None and lower not in lexicon.STOPPERS:
            named = self.words.tokens[head].capital and not self.words.tokens[k].capital  # "Red Crest Fighters rebels"
            return named or not self.is_plural(head) or self.words.lower(head) in _PLURAL_MODIFIERS
        modifier = self.words.lower(head) in _MODIFIERS or self.names.is_people_name(self.words.tokens[head].text)
        token = self.words.tokens[k]
        if not modifier or not token.word or lower in lexicon.STOPPERS or k in self.numbers or k in self.other:
            return False
        return not lower.endswith(("ing", "ed", "ly")) and not self.is_harm_word(k) and self.person_ahead(k, end)

    def _is_owner(self, k: int, end: int) -> bool:
        """True for the mark of "the rebels' commander"."""
        token = self.words.tokens[k]
        if token.text not in ("'", "’") or self.words.tokens[k - 1].end != token.start:
            return False
        return self.words.lower(k - 1).endswith("s") and self.person_ahead(k + 1, end)

    def person_ahead(self, k: int, end: int) -> bool:
        """True where an unknown noun is followed by a person noun ("army intelligence officers")."""
        for n in range(k, min(k + 3, end)):
            if self.person(n) is not None:
                return True
            if self.words.lower(n) in lexicon.STOPPERS or not self.words.tokens[n].word:
                return False
        return False

    def _ends_group(self, k: int, *, counted: bool, first: bool) -> bool:
        lower = self.words.lower(k)
        if lower in lexicon.STOPPERS or k in self.numbers or k in self.other or lower in lexicon.DAYS_AND_MONTHS:
            return True
        if self.is_harm_word(k):
            return True
        if lower in lexicon.DETERMINERS:
            return True
        return not counted and first and lower.endswith(("ing", "ed")) and not self.words.tokens[k].capital

    def is_harm_word(self, k: int) -> bool:
        """True for a verb, participle or adjective of harm."""
        return self.words.lower(k) in _HARM_WORDS

    def effect_of(self, k: int) -> Effect:
        """The effect that a harm word tells."""
        lower = self.words.lower(k)
        return _ADJECTIVES.get(lower) or lexicon.INTRANSITIVE.get(lower) or lexicon.TRANSITIVE[lower][0]

    def _before_person(self, k: int, end: int) -> bool:
        """True for a harm word that describes the noun it stands before ("six wounded soldiers")."""
        lower = self.words.lower(k)
        if lower not in _ADJECTIVES and (lower not in lexicon.TRANSITIVE or lexicon.TRANSITIVE[lower][1] != "ed"):
            return False
        n = k + 1
        while n < min(k + 4, end) and self.person(n) is None:
            if self.words.lower(n) in lexicon.STOPPERS or n in self.numbers or not self.words.tokens[n].word:
                return False
            if self.words.lower(n) in lexicon.DETERMINERS or self.is_harm_word(n):
                return False
            n += 1
        # "three soldiers killed Sunday", "rebels killed troops": a noun before it makes it a verb.
        before = self.words.lower(k - 1)
        if k and (before in lexicon.PLURAL or before in lexicon.SINGULAR) and (k - 1) not in self.numbers:
            return False
        return n < min(k + 4, end) and self.person(n) is not None

    def person(self, k: int) -> Group | None:
        """What a person noun says of the group; None for any other word."""
        return self._persons[k] if k < len(self._persons) else None

    def is_plural(self, k: int) -> bool:
        """True for a plural or collective noun."""
        lower = self.words.lower(k).rsplit("-", 1)[-1]
        return lower in lexicon.PLURAL or (lower not in lexicon.SINGULAR and lower.endswith("s"))

    def extend(self, head: int, last: int) -> int:
        """Take in what belongs to the head: "members of the Coast Guard", "fighters from the north"."""
        words = self.words
        link = words.lower(last)
        single = (
            not self.is_plural(head) and last + 1 not in self.numbers and words.lower(head) not in lexicon.HARM_NOUNS
        )
        if link not in ("of", "from") or (link == "of" and not single and words.lower(head) not in _COLLECTIVE):
            return last
        k = last + 1
        if words.lower(k) in _INTRODUCING:
            k += 1
        start = k
        while k < len(words.tokens) and k < last + 8 and self._part_of_name(k):
            k += 1
        return k if k > start else last

    def _part_of_name(self, k: int) -> bool:
        token = self.words.tokens[k]
        if token.lower == "of" and k + 1 < len(self.words.tokens):  # "the Armed Forces of Arland"
            return self.words.tokens[k - 1].capital and self.words.tokens[k + 1].capital
        if token.lower == "'s":
            return True
        if not token.word or token.lower in lexicon.STOPPERS or k in self.numbers or k in self.other:
            return False
        return token.lower not in lexicon.DETERMINERS and not self.is_harm_word(k)

    def classify(self, first: int, head: int | None, last: int) -> Group:
        """Combatant, civilian or unknown, by the head and the words around it."""
        own: Group = "unknown"
        if head is not None:
            own = self.person(head) or "unknown"
        if own != "unknown" and self.words.lower(head or 0) not in _COLLECTIVE:
            return own
        if own == "unknown" and self._holds_armed_group(first, last):
            return "combatant"
        around = {self.words.lower(k) for k in range(first, last) if k != head}
        for word in around:
            found = lexicon.PLURAL.get(word) or lexicon.SINGULAR.get(word)
            if found == "combatant" or word in lexicon.COMBATANT_CONTEXT:
                return "combatant" if own != "civilian" else own
        if around & lexicon.CIVILIAN_CONTEXT or any(
            (lexicon.PLURAL.get(w) or lexicon.SINGULAR.get(w)) == "civilian" for w in around
        ):
            return "civilian"
        return own

    def _holds_armed_group(self, first: int, last: int) -> bool:
        """True where the group is named after an armed group ("Silent Front leader X")."""
        tokens = self.words.tokens
        capitals = [k for k in range(first, last) if tokens[k].capital and tokens[k].word]
        return any(
            self.names.is_armed_group(self.words.text[tokens[k].start : tokens[n].end])
            for k in capitals
            for n in capitals
            if 0 <= n - k < _LONGEST_NAME
        )

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from first to last, end exclusive."""
        return self.words.tokens[first].start, self.words.tokens[max(first, last - 1)].end

    def after(self, number: Number) -> int:
        """Index of the token after a number."""
        return self.words.at(number.end - 1) + 1

    def complete(self, group: NounGroup, i: int, found: Head) -> NounGroup:
        """The group with the head that was found from its i-th token on."""
        last = self.extend(found.head, found.last) if found.head is not None else found.last
        victims = None if found.harm_head else self.span(i, last)
        if found.harm_head and found.head is not None and found.head > i:
            victims = self._described(i, found.head)
        kind = self.classify(i, found.head, last)
        return replace(
            group, last=last, head=found.head, victims=victims, harm=found.harm, harm_head=found.harm_head, group=kind
        )

    def speaks_behind_harm(self, first: int, found: Head) -> bool:
        """ "wounding 21 state television reported": the comma before who speaks was stripped."""
        k = found.last
        if self.words.lower(k) not in _SPEAKS or not self.is_harm_word(first - 1):
            return False
        after = self.words.tokens[k + 1] if k + 1 < len(self.words.tokens) else None
        inverted = after is not None and (after.capital or after.lower in lexicon.DETERMINERS or after.lower in _TITLED)
        return not (inverted and after is not None and after.lower not in lexicon.DAYS_AND_MONTHS)

    def _described(self, i: int, head: int) -> tuple[int, int] | None:
        """The people named before a harm noun ("civilian casualties", "enemy deaths")."""
        inside = [
            k for k in range(i, head) if self.person(k) is not None or self.names.is_name(self.words.tokens[k].text)
        ]
        return self.span(inside[0], inside[-1] + 1) if inside else None


def _person_of(token: Token, names: Names) -> Group | None:
    found = _person_noun(token)
    if found is None and token.capital and token.text[0].isalpha() and names.is_people_name(token.text):
        return "unknown"
    return found


def _ends_word(words: Words, k: int) -> bool:
    """True for the number of a name, "M23": it counts nothing and parts nothing."""
    before = words.tokens[k - 1] if k else None
    return before is not None and before.text.isalpha() and before.end == words.tokens[k].start


def _distance_ahead(persons: tuple[Group | None, ...], words: Words) -> tuple[int, ...]:
    """For each token, how far on the next word is that can head a group."""
    distances: list[int] = []
    ahead = len(persons)
    for k in range(len(persons) - 1, -1, -1):
        ahead = 0 if persons[k] is not None or words.tokens[k].lower in lexicon.HARM_NOUNS else ahead + 1
        distances.append(ahead)
    return tuple(reversed(distances))


def _person_noun(token: Token) -> Group | None:
    lower = token.lower
    found = lexicon.PLURAL.get(lower) or lexicon.SINGULAR.get(lower)
    if found is None and "-" in lower:
        tail = lower.rsplit("-", 1)[-1]
        return lexicon.PLURAL.get(tail) or lexicon.SINGULAR.get(tail)
    return found
