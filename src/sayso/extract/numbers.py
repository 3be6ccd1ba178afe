"""Numbers in English text: how many, at least or about how many, and whether it counts anything at all.

A small grammar over words and figures. It reads "18,000", "1.5million", "two dozen", "a hundred and twelve",
"10 to 15", "at least 42", "up to 20", "dozens", "no", and tells counts from percentages, money, measures, spans of
time, dates, times, ages, ordinals, labels ("F-16", "Resolution 1701") and shares. What is counted is not its business.

Bounds follow the annotation guide of casualty claims: "31" 31/31, "at least 11" 11/None, "up to 20" None/20,
"10 to 15" 10/15, "about 20" 20/20, "dozens" None/None, "no" 0/0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.casualty import Modality
from sayso.expression import Expression
from sayso.extract.number_kinds import Kind, kind_of
from sayso.extract.number_pieces import (
    MONTHS,
    MULTIPLES,
    NUMBER_WORDS,
    SCALES,
    TENS,
    UNITS,
    Core,
    Piece,
    text_at,
)
from sayso.extract.wordsets import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number as written, with the words that qualify it; offsets are code points, end exclusive."""

    #: The whole expression ("at least another 26").
    start: int
    end: int
    #: The number itself ("26").
    core_start: int
    core_end: int
    low: int | None
    high: int | None
    modality: Modality
    kind: Kind = "count"
    #: "another 26", "26 more": on top of what was told before.
    added: bool = False


#: First what most words are: it is found the fastest.
_PIECE = Expression(r"[a-zA-Z]+(?=[ ,\n])|\d+(?:,\d{2,3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


def _phrase_set(phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases.split("|"))


#: Words before a number, longest first, and what they make of it.
_BEFORE_BY_MEANING: dict[Modality, str] = {
    "at_least": (
        "at least|at the very least|more than|over|well over|just over|slightly over|a little over|no fewer than|"
        "no less than|not less than|not fewer than|upwards of|upward of|in excess of|a minimum of|above|"
        "greater than|exceeding|exceeded|exceeds|exceed|surpassed|surpassing|topped|well above|much more than|"
        "past|far more than|significantly more than|slightly more than|north of|>"
    ),
    "at_most": (
        "up to|as many as|no more than|not more than|at most|at the most|fewer than|less than|a maximum of|"
        "under|below|maximum|no greater than|<"
    ),
    "about": (
        "about|around|some|nearly|almost|close to|approximately|approx|roughly|an estimated|estimated|circa|"
        "near|near to|just under|in the region of|something like|in the order of|on the order of|virtually|"
        "perhaps|more or less|~|≈|just short of|a reported"
    ),
    "exact": (
        "a total of|in total|exactly|precisely|only|just|a further|an additional|another|an extra|additional|"
        "further|a combined|a record|all|all of|a staggering|yet another|an overall|a confirmed|the following|"
        "altogether|a whopping|a full"
    ),
}
_BEFORE: dict[tuple[str, ...], Modality] = {
    phrase: modality for modality, phrases in _BEFORE_BY_MEANING.items() for phrase in _phrase_set(phrases)
}
_LONGEST_BEFORE = max(map(len, _BEFORE))
#: Their first words, and their last ones.
_QUALIFIERS = {phrase[0] for phrase in _BEFORE}
_QUALIFIERS_LAST = {phrase[-1] for phrase in _BEFORE}
_ADDING = word_set("another further additional extra")

#: Vague quantities: no bound can be read from them.
_VAGUE = _phrase_set(
    "dozens|scores|hundreds|thousands|millions|tens|several|many|numerous|countless|multiple|various|untold|few|some|most|"
    "a number of|a large number of|a small number of|a significant number of|a growing number of|a great number of|"
    "a certain number of|an unknown number of|an unspecified number of|an undisclosed number of|"
    "an undetermined number of|an uncertain number of|unknown number of|unspecified number of|any number of|"
    "large numbers of|huge numbers of|great numbers of|significant numbers of|unknown numbers of|a handful of|"
    "a handful|a few|quite a few|a great many|a good many|a group of|a couple more|a few dozen|several dozen|"
    "a few dozens|several dozens|many dozens|a few hundred|several hundred|many hundreds|a few thousand|"
    "several thousand|many thousands|tens of thousands|hundreds of thousands|thousands upon thousands|"
    "tens of millions|many tens of thousands|several hundreds|several thousands|dozens and dozens|"
    "hundreds upon hundreds|a large group of|lots of|loads of|a lot of|plenty of|a majority of|the majority of"
)
_LONGEST_VAGUE = max(map(len, _VAGUE))
_NONE = _phrase_set("no|none|nobody|no one|not one|not a single|not a single one|zero|nil|neither|not any|no single")

#: Every word that can begin a number.
_PHRASE_STARTS = frozenset(phrase[0] for phrase in _VAGUE | _NONE)
#: The first two words of those that have two or more.
_PHRASE_PAIRS = frozenset(phrase[:2] for phrase in _VAGUE | _NONE if len(phrase) > 1)
_STARTS = NUMBER_WORDS | _PHRASE_STARTS | {"a", "an", "between", "half"}

_RISING = word_set(
    "rose rise risen rises rising climbed climbs climbing increased increases increasing grew grown jumped up went",
    "fell dropped decreased revised changed raised raising upgraded lowered soared",
)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text in order, without overlaps; never raises."""
    pieces = [Piece(m[0].lower(), *m.span()) for m in _PIECE.finditer(text.replace("’", "'"))]
    return tuple(_scan(text, pieces))


def _scan(text: str, pieces: Sequence[Piece]) -> Iterator[Number]:
    done = 0  # pieces before this one belong to an earlier number
    i = 0
    while i < len(pieces):
        word = pieces[i].text
        found = _read(pieces, i) if word in _STARTS or word[0].isdecimal() else None
        if found is None:
            i += 1
            continue
        number, last = _finish(text, pieces, found, done)
        yield number
        i = done = last


def _read(pieces: Sequence[Piece], i: int) -> Core | None:
    """The number whose first piece is the i-th, if one starts there."""
    low = _cardinal(pieces, i)
    single = Core(i, low[0], low[1], low[1], "exact") if low else None
    exact = _between(pieces, i) or (low and _range(pieces, i, low)) or single
    if exact is not None or _qualifies(pieces, i):
        return exact
    return _vague(pieces, i) or _none(pieces, i)


def _qualifies(pieces: Sequence[Piece], i: int) -> bool:
    """True for "some" in "some 20", "no" in "no fewer than 20": a word of the number that follows."""
    for _ in range(3):
        if text_at(pieces, i) not in _QUALIFIERS:
            return False
        words = tuple(piece.text for piece in pieces[i : i + _LONGEST_BEFORE])
        n = next((n for n in range(len(words), 0, -1) if words[:n] in _BEFORE), None)
        if n is None:
            return False
        i += n
        if _cardinal(pieces, i) is not None:
            return True
    return False


def _between(pieces: Sequence[Piece], i: int) -> Core | None:
    if pieces[i].text != "between":
        return None
    low = _cardinal(pieces, i + 1)
    if low is None or text_at(pieces, low[0]) not in ("and", "to", "-", "–"):
        return None
    high = _cardinal(pieces, low[0] + 1)
    if high is None or high[1] <= low[1]:
        return None
    return Core(i, high[0], low[1], high[1], "range")


def _range(pieces: Sequence[Piece], i: int, low: tuple[int, int]) -> Core | None:
    link = pieces[low[0]] if low[0] < len(pieces) else None
    if link is None or link.text not in ("to", "-", "–", "—", "or") or _rises(pieces, i):
        return None
    if link.text == "to" and _is_year(pieces, i, low[1]):
        return None
    high = _cardinal(pieces, low[0] + 1)
    if high is None:
        return None
    value = low[1]
    # "20 to 30 thousand": the scale belongs to both.
    if value < 1000 <= high[1] and high[1] % 1000 == 0 and pieces[high[0] - 1].text in SCALES:
        value *= SCALES[pieces[high[0] - 1].text]
    if value >= high[1] or (link.text == "or" and high[1] > 2 * max(value, 2)):
        return None
    if link.text in ("-", "–", "—") and not (_tight(pieces, low[0] - 1, low[0] + 1) and _alike(pieces, i, low[0])):
        return None
    return Core(i, high[0], value, high[1], "range")


def _is_year(pieces: Sequence[Piece], i: int, value: int) -> bool:
    """ "bringing its losses since May 2022 to 157,900": the year in front of the figure."""
    return 1900 <= value <= 2100 and (text_at(pieces, i - 1) in MONTHS or text_at(pieces, i - 1) == "since")


def _alike(pieces: Sequence[Piece], i: int, link: int) -> bool:
    """False for "May 20 - Thirty people", "May 20 - 30 people": a date that a dash parts from a figure."""
    if pieces[link].start == pieces[link - 1].end:
        return True
    digits = pieces[i].text[0].isdigit() == pieces[link + 1].text[0].isdigit()
    return digits and text_at(pieces, i - 1) not in MONTHS


def _rises(pieces: Sequence[Piece], i: int) -> bool:
    """True in "rose from 31 to 35": two figures, no range."""
    return text_at(pieces, i - 1) == "from" and any(p.text in _RISING for p in pieces[max(0, i - 12) : i])


def _tight(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """True where the pieces first..last (inclusive) touch one another, or are all set apart by a blank."""
    gaps = {pieces[k + 1].start - pieces[k].end for k in range(first, last)}
    return gaps == {0} or gaps == {1}


def _vague(pieces: Sequence[Piece], i: int) -> Core | None:
    found = _phrase(pieces, i, _VAGUE, _LONGEST_VAGUE)
    before = text_at(pieces, i - 1)
    if (
        found is None
        or (before == "as" and text_at(pieces, i + 1) == "as")
        or (before == "at" and pieces[i].text == "most")
        or (before == "how" and pieces[i].text == "many")
    ):
        return None
    last = i + found
    if found > 1 and pieces[last - 1].text == "of":
        last -= 1  # the noun after "of" is the reader's business
    return Core(i, last, None, None, "vague")


def _none(pieces: Sequence[Piece], i: int) -> Core | None:
    found = _phrase(pieces, i, _NONE, 4)
    if found is None or (pieces[i].text == "no" and text_at(pieces, i + found) in (".", "matter", "doubt", "longer")):
        return None
    return Core(i, i + found, 0, 0, "exact")


def _phrase(pieces: Sequence[Piece], i: int, phrases: frozenset[tuple[str, ...]], longest: int) -> int | None:
    """How many pieces from the i-th make one of the phrases; the longest wins."""
    first = pieces[i].text
    if first not in _PHRASE_STARTS:
        return None
    if (first, text_at(pieces, i + 1)) not in _PHRASE_PAIRS:
        return 1 if (first,) in phrases else None
    words = tuple(piece.text for piece in pieces[i : i + longest])
    return next((n for n in range(len(words), 0, -1) if words[:n] in phrases), None)


def _cardinal(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    """(index after it, value) of the cardinal that starts at the i-th piece."""
    if i >= len(pieces):
        return None
    if pieces[i].text[0].isdecimal():
        return _figures(pieces, i)
    return _fixed(pieces, i) or _words(pieces, i)


def _figures(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    written = pieces[i].text.replace(",", "")
    if len(written) > 12:
        return None
    value, last = float(written), i + 1
    # "30 000", never "12 300": only a round group after a blank is read as thousands.
    while text_at(pieces, last) == "000" and pieces[last].start - pieces[last - 1].end == 1 and len(written) <= 3:
        value, last = value * 1000, last + 1
    if text_at(pieces, last) == "-" and text_at(pieces, last + 1) in SCALES and _tight(pieces, last - 1, last + 1):
        last += 1
    if text_at(pieces, last) in SCALES:
        value, last = value * SCALES[pieces[last].text], last + 1
    elif text_at(pieces, last) in MULTIPLES:
        value, last = value * MULTIPLES[pieces[last].text], last + 1
    return last, round(value)


_FIXED: dict[tuple[str, ...], int] = {
    tuple(words.split()): value
    for words, value in {
        "half a dozen": 6, "half - a - dozen": 6, "half dozen": 6, "half a million": 500_000, "a couple of": 2,
        "a dozen and a half": 18, "a couple": 2, "a pair of": 2, "a trio of": 3, "a quarter of a million": 250_000,
        "one and a half million": 1_500_000,
    }.items()
}  # fmt: skip


_FIXED_PAIRS = frozenset(words[:2] for words in _FIXED)


def _fixed(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    if (pieces[i].text, text_at(pieces, i + 1)) not in _FIXED_PAIRS:
        return None
    words = tuple(piece.text for piece in pieces[i : i + 5])
    for n in range(len(words), 1, -1):
        if words[:n] in _FIXED:
            return i + n - (words[n - 1] == "of"), _FIXED[words[:n]]
    return None


def _words(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    """ "twenty-one", "a hundred and twelve", "two dozen", "three hundred thousand"."""
    total, current, last, open_slot = 0, 0, i, True
    if pieces[i].text in ("a", "an"):
        if (after := text_at(pieces, i + 1)) not in SCALES and after not in MULTIPLES:
            return None
        current, last, open_slot = 1, i + 1, False
    while last < len(pieces):
        word = pieces[last].text
        below = _below_hundred(pieces, last) if open_slot else None
        if below is not None:
            last, current, open_slot = below[0], current + below[1], False
        elif word in MULTIPLES and (current or total or last > i):
            current, last, open_slot = max(current, 1) * MULTIPLES[word], last + 1, True
        elif word in SCALES and (current or last > i):
            total, current, last, open_slot = total + max(current, 1) * SCALES[word], 0, last + 1, True
        elif word in ("and", "-") and open_slot and last > i and _below_hundred(pieces, last + 1) is not None:
            last += 1
        else:
            break
    if last == i or (last == i + 1 and pieces[i].text in ("a", "an")):
        return None
    return last, total + current


def _below_hundred(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    word = text_at(pieces, i)
    if word in UNITS:
        return i + 1, UNITS[word]
    if word not in TENS:
        return None
    after = i + 1
    if text_at(pieces, after) in ("-", "‑", "–"):
        after += 1
    if 1 <= UNITS.get(text_at(pieces, after), 0) <= 9:
        return after + 1, TENS[word] + UNITS[pieces[after].text]
    return i + 1, TENS[word]


def _finish(text: str, pieces: Sequence[Piece], core: Core, done: int) -> tuple[Number, int]:
    """Add the words that qualify a number on both sides, and say what kind of number it is."""
    kind = kind_of(text, pieces, core)
    first, modality, added = _qualified_before(pieces, core, done)
    last, modality, added = _qualified_after(pieces, core, modality, added)
    low, high = core.low, core.high
    if modality == "at_least":
        low, high = low, None
    elif modality == "at_most":
        low, high = None, high
    if kind == "date" and core.first > first and modality != "exact" and core.low == core.high:
        kind = "count"  # "more than 2000 people": no year is qualified so
    number = Number(
        start=pieces[first].start,
        end=pieces[last - 1].end,
        core_start=pieces[core.first].start,
        core_end=pieces[core.last - 1].end,
        low=low,
        high=high,
        modality=modality,
        kind=kind,
        added=added,
    )
    return number, last


def _qualified_before(pieces: Sequence[Piece], core: Core, done: int) -> tuple[int, Modality, bool]:
    first, modality, added = core.first, core.modality, False
    while first > done:
        found = _phrase_before(pieces, first, done)
        if found is None:
            break
        words, meaning = found
        if core.high == 1 and words in (("about",), ("around",), ("over",)):
            break  # "a book about one man": a preposition
        added = added or bool(_ADDING & set(words))
        if modality == "exact" and core.low != 0:
            modality = meaning
        first -= len(words)
    return first, modality, added


def _phrase_before(pieces: Sequence[Piece], first: int, done: int) -> tuple[tuple[str, ...], Modality] | None:
    if first == done or pieces[first - 1].text not in _QUALIFIERS_LAST:
        return None
    for n in range(min(_LONGEST_BEFORE, first - done), 0, -1):
        words = tuple(piece.text for piece in pieces[first - n : first])
        if words in _BEFORE:
            return words, _BEFORE[words]
    return None


def _qualified_after(
    pieces: Sequence[Piece], core: Core, modality: Modality, added: bool
) -> tuple[int, Modality, bool]:
    last = core.last
    after = (text_at(pieces, last), text_at(pieces, last + 1))
    if after[0] == "more" and after[1] != "than":
        return last + 1, modality, True
    if core.modality != "exact":
        return last, modality, added
    more = after in (("or", "more"), ("and", "more")) and text_at(pieces, last + 2) != "than"
    if more or after in (("and", "counting"), ("-", "plus")):
        return last + 2, "at_least", added
    if after in (("or", "so"), ("-", "odd")):
        return last + 2, "about", added
    if after[0] in ("+", "plus") and text_at(pieces, last + 1) not in NUMBER_WORDS:
        return last + 1, "at_least", added
    return last, modality, added
