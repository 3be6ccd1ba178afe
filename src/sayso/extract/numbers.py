"""Numbers in English text: how many, at least or about how many, and whether it counts anything at all.

A small grammar over words and figures. It reads "18,000", "1.5million", "two dozen", "a hundred and twelve",
"10 to 15", "at least 42", "up to 20", "dozens", "no", and tells counts from percentages, money, measures, spans of
time, dates, times, ages, ordinals, labels ("F-16", "Resolution 1701") and shares. What is counted is not its business.

Bounds follow the annotation guide of casualty claims: "31" 31/31, "at least 11" 11/None, "up to 20" None/20,
"10 to 15" 10/15, "about 20" 20/20, "dozens" None/None, "no" 0/0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.extract.wordsets import word_set

Modality = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
#: What a number is a number of; only a "count" can be a figure.
Kind = Literal["count", "percent", "money", "measure", "duration", "date", "time", "age", "ordinal", "label", "share"]


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


class Piece(NamedTuple):
    """A word, a run of digits or a punctuation mark."""

    text: str
    start: int
    end: int


_PIECE = re.compile(r"\d+(?:,\d{2,3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words that count on from ``start`` -> their values."""
    return {word: step * (start + n) for n, word in enumerate(words.split())}


def _phrase_set(phrases: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases.split("|"))


_UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2, step=10) | {"fourty": 40}
_SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9}
_MULTIPLES = {"hundred": 100, "dozen": 12}
_NUMBER_WORDS = _UNITS.keys() | _TENS.keys() | _SCALES.keys() | _MULTIPLES.keys()

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
_STARTS = _NUMBER_WORDS | _PHRASE_STARTS | {"a", "an", "between", "half"}

_CURRENCY_SIGNS = frozenset("$£€¥₹₽₴﷼")
_CURRENCY_CODES = word_set("rs usd eur gbp us$")
_CURRENCIES = word_set(
    "dollar dollars euro euros pound pounds ruble rubles rouble roubles rupee rupees shekel shekels dinar dinars",
    "rial rials riyal riyals lira liras peso pesos cent cents hryvnia naira shilling shillings yuan yen franc",
    "francs cordoba cordobas colon colones quetzal quetzales soles inti intis usd eur",
)
_MEASURES = word_set(
    "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres m cm mm centimeter",
    "centimeters centimetre centimetres millimeter millimeters millimetre millimetres foot feet inch inches yard",
    "yards kg kgs kilo kilos kilogram kilograms gram grams ton tons tonne tonnes pound-bomb lb lbs liter liters",
    "litre litres gallon gallons barrel barrels acre acres hectare hectares degree degrees mph kph kmh knots",
    "megawatts mw watts volts caliber calibre",
)
_DURATIONS = word_set(
    "second seconds minute minutes hour hours hr hrs day days night nights week weeks weekend month months year",
    "years decade decades century centuries anniversary",
)
_MEASURE_ADJECTIVES = word_set(
    "square cubic nautical metric consecutive straight successive more long full calendar additional further other",
    "metric-ton working",
)
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec",
)
_YEAR_BEFORE = word_set(
    "in since of by until till from to during after before late early mid year and between around circa through",
    "throughout spring summer autumn fall winter back",
)
_LABELS = word_set(
    "article articles resolution section chapter page pages flight route highway unit room block sector phase group",
    "protocol no number channel area zone law act line verse item grade level model type mark gate stage brigade",
    "battalion regiment division camp checkpoint hill district kilometer km point tel fax phone box version covid",
    "season week day round target category class ward street avenue",
)
_RISING = word_set(
    "rose rise risen rises rising climbed climbs climbing increased increases increasing grew grown jumped up went",
    "fell dropped decreased revised changed raised raising upgraded lowered soared",
)
_AGES = word_set("aged age ages")
_OF_AN_AGE = word_set("were was are is women men children people girls boys those anyone everyone civilians")
_PLURAL = re.compile(r"(?:[a-z]{3,}s|people|women|men|children|police|personnel|troops|policemen|militiamen)$")


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text in order, without overlaps; never raises."""
    pieces = [Piece(m[0].lower().replace("’", "'"), *m.span()) for m in _PIECE.finditer(text)]
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


class _Core(NamedTuple):
    first: int
    last: int
    low: int | None
    high: int | None
    modality: Modality


def _read(pieces: Sequence[Piece], i: int) -> _Core | None:
    """The number whose first piece is the i-th, if one starts there."""
    low = _cardinal(pieces, i)
    single = _Core(i, low[0], low[1], low[1], "exact") if low else None
    exact = _between(pieces, i) or (low and _range(pieces, i, low)) or single
    if exact is not None or _qualifies(pieces, i):
        return exact
    return _vague(pieces, i) or _none(pieces, i)


def _qualifies(pieces: Sequence[Piece], i: int) -> bool:
    """True for "some" in "some 20", "no" in "no fewer than 20": a word of the number that follows."""
    for _ in range(3):
        if _text(pieces, i) not in _QUALIFIERS:
            return False
        words = tuple(piece.text for piece in pieces[i : i + _LONGEST_BEFORE])
        n = next((n for n in range(len(words), 0, -1) if words[:n] in _BEFORE), None)
        if n is None:
            return False
        i += n
        if _cardinal(pieces, i) is not None:
            return True
    return False


def _between(pieces: Sequence[Piece], i: int) -> _Core | None:
    if pieces[i].text != "between":
        return None
    low = _cardinal(pieces, i + 1)
    if low is None or _text(pieces, low[0]) not in ("and", "to", "-", "–"):
        return None
    high = _cardinal(pieces, low[0] + 1)
    if high is None or high[1] <= low[1]:
        return None
    return _Core(i, high[0], low[1], high[1], "range")


def _range(pieces: Sequence[Piece], i: int, low: tuple[int, int]) -> _Core | None:
    link = pieces[low[0]] if low[0] < len(pieces) else None
    if link is None or link.text not in ("to", "-", "–", "—", "or") or _rises(pieces, i):
        return None
    high = _cardinal(pieces, low[0] + 1)
    if high is None:
        return None
    value = low[1]
    # "20 to 30 thousand": the scale belongs to both.
    if value < 1000 <= high[1] and high[1] % 1000 == 0 and pieces[high[0] - 1].text in _SCALES:
        value *= _SCALES[pieces[high[0] - 1].text]
    if value >= high[1] or (link.text == "or" and high[1] > 2 * max(value, 2)):
        return None
    if link.text in ("-", "–", "—") and not (_tight(pieces, low[0] - 1, low[0] + 1) and _alike(pieces, i, low[0])):
        return None
    return _Core(i, high[0], value, high[1], "range")


def _alike(pieces: Sequence[Piece], i: int, link: int) -> bool:
    """False for "May 20 - Thirty people", "May 20 - 30 people": a date that a dash parts from a figure."""
    if pieces[link].start == pieces[link - 1].end:
        return True
    digits = pieces[i].text[0].isdigit() == pieces[link + 1].text[0].isdigit()
    return digits and _text(pieces, i - 1) not in _MONTHS


def _rises(pieces: Sequence[Piece], i: int) -> bool:
    """True in "rose from 31 to 35": two figures, no range."""
    return _text(pieces, i - 1) == "from" and any(p.text in _RISING for p in pieces[max(0, i - 12) : i])


def _tight(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """True where the pieces first..last (inclusive) touch one another, or are all set apart by a blank."""
    gaps = {pieces[k + 1].start - pieces[k].end for k in range(first, last)}
    return gaps == {0} or gaps == {1}


def _vague(pieces: Sequence[Piece], i: int) -> _Core | None:
    found = _phrase(pieces, i, _VAGUE, _LONGEST_VAGUE)
    before = _text(pieces, i - 1)
    if (
        found is None
        or (before == "as" and _text(pieces, i + 1) == "as")
        or (before == "at" and pieces[i].text == "most")
        or (before == "how" and pieces[i].text == "many")
    ):
        return None
    last = i + found
    if found > 1 and pieces[last - 1].text == "of":
        last -= 1  # the noun after "of" is the reader's business
    return _Core(i, last, None, None, "vague")


def _none(pieces: Sequence[Piece], i: int) -> _Core | None:
    found = _phrase(pieces, i, _NONE, 4)
    if found is None or (pieces[i].text == "no" and _text(pieces, i + found) in (".", "matter", "doubt", "longer")):
        return None
    return _Core(i, i + found, 0, 0, "exact")


def _phrase(pieces: Sequence[Piece], i: int, phrases: frozenset[tuple[str, ...]], longest: int) -> int | None:
    """How many pieces from the i-th make one of the phrases; the longest wins."""
    if pieces[i].text not in _PHRASE_STARTS:
        return None
    words = tuple(piece.text for piece in pieces[i : i + longest])
    return next((n for n in range(len(words), 0, -1) if words[:n] in phrases), None)


def _text(pieces: Sequence[Piece], i: int) -> str:
    return pieces[i].text if 0 <= i < len(pieces) else ""


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
    while _text(pieces, last) == "000" and pieces[last].start - pieces[last - 1].end == 1 and len(written) <= 3:
        value, last = value * 1000, last + 1
    if _text(pieces, last) == "-" and _text(pieces, last + 1) in _SCALES and _tight(pieces, last - 1, last + 1):
        last += 1
    if _text(pieces, last) in _SCALES:
        value, last = value * _SCALES[pieces[last].text], last + 1
    elif _text(pieces, last) in _MULTIPLES:
        value, last = value * _MULTIPLES[pieces[last].text], last + 1
    return last, round(value)


_FIXED: dict[tuple[str, ...], int] = {
    tuple(words.split()): value
    for words, value in {
        "half a dozen": 6, "half - a - dozen": 6, "half dozen": 6, "half a million": 500_000, "a couple of": 2,
        "a dozen and a half": 18, "a couple": 2, "a pair of": 2, "a trio of": 3, "a quarter of a million": 250_000,
        "one and a half million": 1_500_000,
    }.items()
}  # fmt: skip


def _fixed(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    if pieces[i].text not in ("half", "a", "one"):
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
        if (after := _text(pieces, i + 1)) not in _SCALES and after not in _MULTIPLES:
            return None
        current, last, open_slot = 1, i + 1, False
    while last < len(pieces):
        word = pieces[last].text
        below = _below_hundred(pieces, last) if open_slot else None
        if below is not None:
            last, current, open_slot = below[0], current + below[1], False
        elif word in _MULTIPLES and (current or total or last > i):
            current, last, open_slot = max(current, 1) * _MULTIPLES[word], last + 1, True
        elif word in _SCALES and (current or last > i):
            total, current, last, open_slot = total + max(current, 1) * _SCALES[word], 0, last + 1, True
        elif word in ("and", "-") and open_slot and last > i and _below_hundred(pieces, last + 1) is not None:
            last += 1
        else:
            break
    if last == i or (last == i + 1 and pieces[i].text in ("a", "an")):
        return None
    return last, total + current


def _below_hundred(pieces: Sequence[Piece], i: int) -> tuple[int, int] | None:
    word = _text(pieces, i)
    if word in _UNITS:
        return i + 1, _UNITS[word]
    if word not in _TENS:
        return None
    after = i + 1
    if _text(pieces, after) in ("-", "‑", "–"):
        after += 1
    if 1 <= _UNITS.get(_text(pieces, after), 0) <= 9:
        return after + 1, _TENS[word] + _UNITS[pieces[after].text]
    return i + 1, _TENS[word]


def _finish(text: str, pieces: Sequence[Piece], core: _Core, done: int) -> tuple[Number, int]:
    """Add the words that qualify a number on both sides, and say what kind of number it is."""
    kind = _kind(text, pieces, core)
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


def _qualified_before(pieces: Sequence[Piece], core: _Core, done: int) -> tuple[int, Modality, bool]:
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
    pieces: Sequence[Piece], core: _Core, modality: Modality, added: bool
) -> tuple[int, Modality, bool]:
    last = core.last
    after = (_text(pieces, last), _text(pieces, last + 1))
    if after[0] == "more" and after[1] != "than":
        return last + 1, modality, True
    if core.modality != "exact":
        return last, modality, added
    if after in (("or", "more"), ("and", "more"), ("and", "counting")) or after == ("-", "plus"):
        return last + 2, "at_least", added
    if after in (("or", "so"), ("-", "odd")):
        return last + 2, "about", added
    if after[0] in ("+", "plus") and _text(pieces, last + 1) not in _NUMBER_WORDS:
        return last + 1, "at_least", added
    return last, modality, added


def _kind(text: str, pieces: Sequence[Piece], core: _Core) -> Kind:
    if core.modality == "vague" or core.low == 0:
        return _vague_kind(pieces, core)
    for test in (_is_money, _is_percent, _is_ordinal, _is_time, _is_joined, _is_date, _is_unit, _is_age, _is_share):
        kind = test(text, pieces, core)
        if kind is not None:
            return kind
    return "count"


def _vague_kind(pieces: Sequence[Piece], core: _Core) -> Kind:
    after = _text(pieces, core.last)
    if after == "of":
        after = _text(pieces, core.last + 1)
    if after in _DURATIONS:
        return "duration"
    if after in _MEASURES:
        return "measure"
    return "money" if after in _CURRENCIES else "count"


def _is_money(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    before, after = _text(pieces, core.first - 1), _text(pieces, core.last)
    money = before in _CURRENCY_SIGNS or before in _CURRENCY_CODES or after in _CURRENCIES | _CURRENCY_SIGNS
    return "money" if money else None


def _is_percent(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    after = _text(pieces, core.last)
    return "percent" if after in ("%", "percent", "percentage", "pct") or _follows(pieces, core, "per cent") else None


def _follows(pieces: Sequence[Piece], core: _Core, phrase: str) -> bool:
    words = phrase.split()
    return [piece.text for piece in pieces[core.last : core.last + len(words)]] == words


def _is_ordinal(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    end = pieces[core.last - 1].end
    after = _text(pieces, core.last)
    return "ordinal" if after in ("st", "nd", "rd", "th") and pieces[core.last].start == end else None


def _is_time(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    start, end = pieces[core.first].start, pieces[core.last - 1].end
    if re.match(r":\d", text[end : end + 2]) or re.search(r"\d:\Z", text[max(0, start - 2) : start]):
        return "time"
    after = re.match(r"\s?(?:[ap]\.?m\b|o['’]clock|gmt\b|utc\b|hours? (?:gmt|local))", text[end : end + 12], re.I)
    return "time" if after else None


def _is_joined(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    """Numbers grown together with letters ("F-16", "T72", "21-year-old", "9/11") or used as a label ("Article 5")."""
    start, end = pieces[core.first].start, pieces[core.last - 1].end
    before, after = text[max(0, start - 2) : start], text[end : end + 12].lower()
    if re.match(r"[-‑–]\s?years?[-‑–]\s?olds?|\s?years?[- ]olds?\b", after):
        return "age"
    if re.match(r"[-‑–](?!plus|odd)[^\W\d_]", after):
        unit = re.match(r"[-‑–]([^\W\d_]+)", after)
        return "duration" if unit and unit[1] in _DURATIONS else "label"
    if re.match(r"\.\s", after) and re.search(r"(?:\A|[.:?!]\s*\n)\s*\Z", text[max(0, start - 6) : start]):
        return "label"  # "3. The following died": a heading
    if re.match(r"[-‑–]\d", after):
        return "label"  # "3-1": no range
    if re.search(r"(?:[^\W_][-‑–/]|[^\W\d_]|\d[.,/])\Z", before) or re.match(r"[/_]\w|[^\W\d_]", after):
        return "label"
    previous = pieces[core.first - 1].text if core.first else ""
    if previous == "." and core.first > 1:
        previous = pieces[core.first - 2].text
        return "label" if previous in ("no", "art", "res") else None
    return "label" if previous in _LABELS and text[start].isdigit() else None


def _is_date(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    written = text[pieces[core.first].start : pieces[core.last - 1].end]
    if not written[0].isdigit() or core.modality != "exact" or core.low is None:
        return None
    before, after = _text(pieces, core.first - 1), _text(pieces, core.last)
    if core.low <= 31 and (_is_month(text, pieces, core.first - 1) or _is_month(text, pieces, core.last)):
        return "date"
    if len(written) == 2 and _is_month(text, pieces, core.first - 1):
        return "date"  # "4 FEB 90"
    if core.low <= 31 and after == "of" and _text(pieces, core.last + 1) in _MONTHS:
        return "date"
    if len(written) == 4 and 1900 <= core.low <= 2099:
        return "date" if before in _YEAR_BEFORE | _MONTHS or not _PLURAL.search(after) else None
    if len(written) == 2 and before in ("'", "’") and _text(pieces, core.first - 2) in _YEAR_BEFORE:
        return "date"
    return None


def _is_month(text: str, pieces: Sequence[Piece], i: int) -> bool:
    """Month names are capitalised: "march", "may" and "mar" are words as well."""
    if _text(pieces, i) == "." and len(_text(pieces, i - 1)) <= 4:
        i -= 1  # "Feb. 13"
    if not 0 <= i < len(pieces) or pieces[i].text not in _MONTHS:
        return False
    return text[pieces[i].start].isupper()


def _is_unit(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    after, then = _text(pieces, core.last), _text(pieces, core.last + 1)
    if after in _MEASURE_ADJECTIVES:
        after, then = then, _text(pieces, core.last + 2)
    if after in _MEASURES:
        return "measure"
    if after in _DURATIONS:
        return "age" if then == "old" else "duration"
    return None


def _is_age(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    before, after = _text(pieces, core.first - 1), _text(pieces, core.last)
    beside = before == "," and after in (",", ".", ";", ")", "") and _named(text, pieces, core.first - 2)
    aside = _text(pieces, core.first - 1) == "," == after and _text(pieces, core.first - 2).isalpha()
    aside = aside and len(pieces[core.first].text) == 2 and not _is_month(text, pieces, core.first - 2)
    if core.low is not None and core.low <= 100 and (aside or _is_age_limit(pieces, core)):
        return "age"
    if _follows_age(pieces, core.first) or (beside and core.low):
        return "age" if core.low is not None and core.low < 120 else None
    if before == "(" and after == ")" and core.low is not None and core.low < 120:
        return "age"
    return None


def _follows_age(pieces: Sequence[Piece], i: int) -> bool:
    """ "aged 9", "the age of 10", and the last of "aged 9 and 12", "aged 3, 5 and 9"."""
    k = i - 1
    while k > 0 and i - k < _LONGEST_AGES and (_text(pieces, k) in _BETWEEN_AGES or _text(pieces, k).isdigit()):
        k -= 1
    return _text(pieces, k) in _AGES


_BETWEEN_AGES = frozenset((",", "and", "or", "to", "of", "from", "just", "only"))
_LONGEST_AGES = 8


def _is_age_limit(pieces: Sequence[Piece], core: _Core) -> bool:
    """ "were under 16", "women over 60": no noun follows."""
    before, earlier, after = _text(pieces, core.first - 1), _text(pieces, core.first - 2), _text(pieces, core.last)
    ends = not after or not after[0].isalnum() or after in ("and", "years", "were", "was")
    return before in ("under", "over", "below", "above") and ends and earlier in _OF_AN_AGE


def _named(text: str, pieces: Sequence[Piece], i: int) -> bool:
    return i >= 0 and pieces[i].text.isalpha() and text[pieces[i].start].isupper() and pieces[i].text not in _MONTHS


def _is_share(text: str, pieces: Sequence[Piece], core: _Core) -> Kind | None:
    after, then = _text(pieces, core.last), _text(pieces, core.last + 1)
    if after in ("times", "fold") or (_text(pieces, core.first - 1), _text(pieces, core.first - 2)) == ("in", "one"):
        return "share"
    if core.low == 1 and (after in ("in", "of", "out") and (then in _NUMBER_WORDS - {"one"} or then[:1].isdigit())):
        return "share" if after == "in" else None
    if _text(pieces, core.last) == "out" and then == "of" and _text(pieces, core.last + 2) == "every":
        return "share"
    return None
