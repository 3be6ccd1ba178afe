"""Named people: "commander Ali Hassan", "former armed forces chief General X", "Orlek's brother"."""

from __future__ import annotations

from dataclasses import replace

from sayso.expression import Expression
from sayso.extract.casualties import lexicon
from sayso.extract.casualties.heads import HeadReader
from sayso.extract.casualties.noungroup import NounGroup
from sayso.extract.wordsets import word_set

_LONGEST_TITLE = 6
#: A title stands within so many words of where its description begins.
_LONGEST_DESCRIPTION = 6
_TITLES = word_set("mr mrs ms dr gen col lt maj capt sgt cpl brig adm pvt pfc spc cmdr")
#: What is told of a person by "'s".
_OWN_FATE = word_set("death killing murder assassination execution kidnapping abduction capture disappearance")
_NO_TITLE = word_set("indian national human other")
#: The last word of a unit's name: "soldiers of the 7th | Rifle Division".
_UNITS = word_set("division corps regiment")
_PARTICLES = word_set(
    "al el de la del bin bint ibn abu ben van der den von da dos das al- ul ur ud y e e- o'",
)
_ARABIC_NAME = Expression(r"[a-z]{2,3}-[A-Z]")
_NO_NAME = lexicon.DAYS_AND_MONTHS | word_set(
    "everyone everybody someone somebody anyone anybody the a an he she it they we i you in on at after before but",
    "and since when while as for with by from this that these those there here nobody none some many most several",
    "few",
)


class NameReader:
    """Reads groups that are a name, with the titles and descriptions before it."""

    def __init__(self, heads: HeadReader) -> None:
        self._heads = heads
        self._words = heads.words
        self._next_title = self._titles()

    def _titles(self) -> list[int]:
        """For each token the index of the first title from it on; that of the end of the text where there is none."""
        following = last = len(self._words.tokens)
        found = [last] * last
        for k in range(last - 1, -1, -1):
            following = k if self._is_title(k) else following
            found[k] = following
        return found

    def read(self, i: int, end: int) -> NounGroup | None:
        """ "commander Ali Hassan", "Umar al-Tarski"."""
        if not self._words.tokens[i].capital and self._next_title[i] >= min(i + _LONGEST_DESCRIPTION, end):
            return None  # a small letter, and no title near
        start = self._titled(i, end)
        while start < end and self._is_title(start):
            start += 1 + (self._words.lower(start + 1) == ".")
        last = start
        while last < end and self._in_name(last, start):
            last += 1
        while last > start and self._words.tokens[last - 1].lower in _PARTICLES:
            last -= 1
        if last == start:
            return None
        first_word = self._words.tokens[start]
        if (
            last - start == 1
            and start == i
            and (self._heads.names.is_people_name(first_word.text) or first_word.lower in lexicon.STOPPERS)
        ):
            return None
        if last < end and (self._names_a_group(last) or self._heads.person_ahead(last, end)):
            return None
        if last - start == 1 and self._is_adjective_listed(last, end):
            return None
        if self._words.lower(last - 1) in _UNITS:
            return None
        if self._words.lower(last) == "'s" and last + 1 < end:
            return self._owned(i, last, end)
        return NounGroup(
            first=i,
            last=last,
            how="name",
            low=1,
            high=1,
            number=self._heads.span(i, last),
            victims=self._heads.span(i, last),
            plural=False,
            group=self._heads.classify(i, None, last),
            surname=self._words.lower(last - 1).rsplit("-", 1)[-1],
        )

    def _is_adjective_listed(self, k: int, end: int) -> bool:
        """ "Northern, Eastern and Western fighters": capitals in a list that ends in people are no names."""
        while k + 2 < end and self._words.lower(k) in (",", "and") and self._words.tokens[k + 1].capital:
            if self._words.lower(k + 2) in lexicon.PLURAL:
                return True
            k += 2
        return False

    def _owned(self, i: int, last: int, end: int) -> NounGroup | None:
        """ "Orlek's brother" is the brother; "Orlek's death" is Orlek's own."""
        name = NounGroup(
            first=i, last=last, how="name", low=1, high=1, plural=False,
            number=self._heads.span(i, last), victims=self._heads.span(i, last),
            group=self._heads.classify(i, None, last),
        )  # fmt: skip
        found = self._heads.read(last + 1, end, counted=False)
        if found is not None and found.harm_head:
            return name
        if found is None or found.head is None or found.thing:
            return name if self._words.lower(last + 1) in _OWN_FATE else None
        if self._heads.is_plural(found.head):
            return None
        owned = replace(name, how="definite", last=found.last, number=self._heads.span(i, found.last))
        return self._heads.complete(owned, i, found)

    def _titled(self, i: int, end: int) -> int:
        """Skip what describes a title ("former armed forces chief General X"); `i` itself when no title follows."""
        if self._next_title[i] >= min(i + _LONGEST_DESCRIPTION, end):
            return i
        if self._heads.ahead[i] > _LONGEST_TITLE and not self._words.tokens[i].capital:
            return i
        for k in range(i, min(i + _LONGEST_DESCRIPTION, end)):
            token = self._words.tokens[k]
            if self._is_title(k):
                name = k + 1 + (self._words.lower(k + 1) == ".")
                return k if name < end and (self._is_title(name) or self._in_name(name, name)) else i
            if (
                not token.word
                or token.lower in lexicon.STOPPERS
                or k in self._heads.numbers
                or self._heads.is_harm_word(k)
            ):
                return i
            if token.lower in lexicon.DETERMINERS or (token.lower in lexicon.PLURAL and token.lower != "forces"):
                return i
        return i

    def _names_a_group(self, i: int) -> bool:
        """True where the capitals are modifiers of a noun that follows ("Coast Guard vessel")."""
        lower = self._words.lower(i)
        return (
            lower in lexicon.PLURAL
            or lower in lexicon.SINGULAR
            or lower in lexicon.THINGS
            or (lower in lexicon.HARM_NOUNS and lower not in ("killed", "wounded", "injured", "dead"))
        )

    def _is_title(self, i: int) -> bool:
        lower = self._words.lower(i)
        return lower in _TITLES or (lower in lexicon.SINGULAR and lower not in _NO_TITLE)

    def _in_name(self, i: int, start: int) -> bool:
        token = self._words.tokens[i]
        if token.lower in _NO_NAME or i in self._heads.numbers or not token.text[0].isalpha():
            return False
        if token.capital and token.lower not in lexicon.PLURAL and token.lower not in lexicon.SINGULAR:
            return not (token.lower in lexicon.THINGS or token.lower in lexicon.VERBS or self._heads.is_harm_word(i))
        if i > start and _ARABIC_NAME.match(token.text):
            return True
        return (
            i > start
            and token.lower in _PARTICLES
            and self._words.tokens[min(i + 1, len(self._words.tokens) - 1)].capital
        )
