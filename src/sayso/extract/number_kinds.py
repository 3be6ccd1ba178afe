"""What a number is a number of: a count of people, or a percentage, a sum of money, a date, an age, a label ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from sayso.expression import Expression
from sayso.extract.number_pieces import MONTHS, NUMBER_WORDS, Core, Piece, text_at
from sayso.extract.wordsets import word_set

#: What a number is a number of; only a "count" can be a figure.
Kind = Literal["count", "percent", "money", "measure", "duration", "date", "time", "age", "ordinal", "label", "share"]

_CURRENCY_SIGNS = frozenset("$£€¥₹₽₴﷼")
_CURRENCY_CODES = word_set("rs usd eur gbp us$")
_CURRENCIES = word_set(
    "dollar dollars euro euros pound pounds ruble rubles rouble roubles rupee rupees shekel shekels dinar dinars",
    "rial rials riyal riyals lira liras peso pesos cent cents hryvnia naira shilling shillings yuan yen franc",
    "francs cordoba cordobas colon colones quetzal quetzales soles inti intis usd eur",
)
_MONEY_AFTER = _CURRENCIES | _CURRENCY_SIGNS
_NUMBERS_BUT_ONE = NUMBER_WORDS - {"one"}
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
_YEAR_BEFORE = word_set(
    "in since of by until till from to during after before late early mid year and between around circa through",
    "throughout spring summer autumn fall winter back",
)
_DATE_BEFORE = _YEAR_BEFORE | MONTHS
_LABELS = word_set(
    "article articles resolution section chapter page pages flight route highway unit room block sector phase group",
    "protocol no number channel area zone law act line verse item grade level model type mark gate stage brigade",
    "battalion regiment division camp checkpoint hill district kilometer km point tel fax phone box version covid",
    "season week day round target category class ward street avenue",
)
#: What makes a word like "week" or "camp" a noun of its own, and no label of the number behind it.
_DETERMINING = word_set("last this that past next same the each per every one a an")
_AGES = word_set("aged age ages")
_ONE_PERSON = word_set("man woman boy girl youth child villager resident farmer shepherd teacher")
_AFTER_AN_AGE = word_set("and was were is had has who died in at from on by when whose or with near")
_OLDEST = 110
_PARENT = word_set("mother father parent grandmother grandfather")
_OF_AN_AGE = word_set("were was are is women men children people girls boys those anyone everyone civilians")
_HARMED = word_set("dead killed wounded injured missing displaced homeless")
_PLURAL = Expression(r"(?:[a-z]{3,}s|people|women|men|children|police|personnel|troops|policemen|militiamen)$")


def kind_of(text: str, pieces: Sequence[Piece], core: Core) -> Kind:
    """The kind of the number whose pieces are those of `core`, told by the words around it."""
    if core.modality == "vague" or core.low == 0:
        return _vague_kind(pieces, core)
    for test in (_is_money, _is_percent, _is_ordinal, _is_time, _is_joined, _is_date, _is_unit, _is_age, _is_share):
        kind = test(text, pieces, core)
        if kind is not None:
            return kind
    return "count"


def _vague_kind(pieces: Sequence[Piece], core: Core) -> Kind:
    after = text_at(pieces, core.last)
    if after == "of":
        after = text_at(pieces, core.last + 1)
    if after in _DURATIONS:
        return "duration"
    if after in _MEASURES:
        return "measure"
    return "money" if after in _CURRENCIES else "count"


def _is_money(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    before, after = text_at(pieces, core.first - 1), text_at(pieces, core.last)
    money = before in _CURRENCY_SIGNS or before in _CURRENCY_CODES or after in _MONEY_AFTER
    return "money" if money else None


def _is_percent(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    after = text_at(pieces, core.last)
    return "percent" if after in ("%", "percent", "percentage", "pct") or _follows(pieces, core, "per cent") else None


def _follows(pieces: Sequence[Piece], core: Core, phrase: str) -> bool:
    words = phrase.split()
    return [piece.text for piece in pieces[core.last : core.last + len(words)]] == words


def _is_ordinal(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    end = pieces[core.last - 1].end
    after = text_at(pieces, core.last)
    return "ordinal" if after in ("st", "nd", "rd", "th") and pieces[core.last].start == end else None


def _is_time(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    start, end = pieces[core.first].start, pieces[core.last - 1].end
    if re.match(r":\d", text[end : end + 2]) or re.search(r"\d:\Z", text[max(0, start - 2) : start]):
        return "time"
    after = re.match(r"\s?(?:[ap]\.?m\b|o['’]clock|gmt\b|utc\b|hours? (?:gmt|local))", text[end : end + 12], re.I)
    return "time" if after else None


def _is_joined(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
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
    if previous not in _LABELS or not text[start].isdigit():
        return None
    return None if _counts_behind(text, pieces, core) else "label"


def _counts_behind(text: str, pieces: Sequence[Piece], core: Core) -> bool:
    """ "last week 48 migrants died", "at the camp 12 people": the word before is no name that the number is part of."""
    word, earlier = pieces[core.first - 1], text_at(pieces, core.first - 2)
    told_apart = text[word.start].islower() and earlier in _DETERMINING
    return told_apart and _PLURAL.search(text_at(pieces, core.last)) is not None


def _is_date(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    written = text[pieces[core.first].start : pieces[core.last - 1].end]
    if not written[0].isdigit() or core.modality != "exact" or core.low is None:
        return None
    before, after = text_at(pieces, core.first - 1), text_at(pieces, core.last)
    if core.low <= 31 and (_is_month(text, pieces, core.first - 1) or _is_month(text, pieces, core.last)):
        return "date"
    if len(written) == 2 and _is_month(text, pieces, core.first - 1):
        return "date"  # "4 FEB 90"
    if core.low <= 31 and after == "of" and text_at(pieces, core.last + 1) in MONTHS:
        return "date"
    if len(written) == 4 and 1900 <= core.low <= 2099:
        counts = _PLURAL.search(after) or (after in _HARMED and not before.isdigit())
        return "date" if before in _DATE_BEFORE or not counts else None
    if len(written) == 2 and before in ("'", "’") and text_at(pieces, core.first - 2) in _YEAR_BEFORE:
        return "date"
    return None


def _is_month(text: str, pieces: Sequence[Piece], i: int) -> bool:
    """Month names are capitalised: "march", "may" and "mar" are words as well."""
    if text_at(pieces, i) == "." and len(text_at(pieces, i - 1)) <= 4:
        i -= 1  # "Feb. 13"
    if not 0 <= i < len(pieces) or pieces[i].text not in MONTHS:
        return False
    return text[pieces[i].start].isupper()


def _is_unit(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    after, then = text_at(pieces, core.last), text_at(pieces, core.last + 1)
    if after in _MEASURE_ADJECTIVES:
        after, then = then, text_at(pieces, core.last + 2)
    if then[:1].isdigit() and pieces[core.last].end == pieces[core.last + 1].start:
        return None  # "120 M23 rebels": no metres
    if after in _MEASURES:
        return "measure"
    if after in _DURATIONS:
        return "age" if then == "old" else "duration"
    return None


def _is_age(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    before, after = text_at(pieces, core.first - 1), text_at(pieces, core.last)
    beside = before == "," and after in (",", ".", ";", ")", "") and _named(text, pieces, core.first - 2)
    aside = text_at(pieces, core.first - 1) == "," == after and text_at(pieces, core.first - 2).isalpha()
    aside = aside and len(pieces[core.first].text) == 2 and not _is_month(text, pieces, core.first - 2)
    if core.low is not None and core.low <= 100 and (aside or _is_age_limit(pieces, core)):
        return "age"
    if before == "of" and core.low is not None and core.low < _OLDEST and _is_persons_age(pieces, core):
        return "age"  # "a man of 34"
    if before == "of" and text_at(pieces, core.first - 2) in _PARENT and _ends_person(pieces, core):
        return "label"  # "a mother of three"
    if _follows_age(pieces, core.first) or (beside and core.low):
        return "age" if core.low is not None and core.low < 120 else None
    if before == "(" and after == ")" and core.low is not None and core.low < 120:
        return "age"
    return None


def _follows_age(pieces: Sequence[Piece], i: int) -> bool:
    """ "aged 9", "the age of 10", and the last of "aged 9 and 12", "aged 3, 5 and 9"."""
    k = i - 1
    while k > 0 and i - k < _LONGEST_AGES and (text_at(pieces, k) in _BETWEEN_AGES or text_at(pieces, k).isdigit()):
        k -= 1
    return text_at(pieces, k) in _AGES


def _is_persons_age(pieces: Sequence[Piece], core: Core) -> bool:
    return text_at(pieces, core.first - 2) in _ONE_PERSON and _ends_person(pieces, core)


def _ends_person(pieces: Sequence[Piece], core: Core) -> bool:
    """True where no noun follows."""
    after = text_at(pieces, core.last)
    return not after.isalpha() or after in _AFTER_AN_AGE


_BETWEEN_AGES = frozenset((",", "and", "or", "to", "of", "from", "just", "only"))
_LONGEST_AGES = 8


def _is_age_limit(pieces: Sequence[Piece], core: Core) -> bool:
    """ "were under 16", "women over 60": no noun follows."""
    before, earlier = text_at(pieces, core.first - 1), text_at(pieces, core.first - 2)
    after = text_at(pieces, core.last)
    ends = not after or not after[0].isalnum() or after in ("and", "years", "were", "was")
    return before in ("under", "over", "below", "above") and ends and earlier in _OF_AN_AGE


def _named(text: str, pieces: Sequence[Piece], i: int) -> bool:
    return i >= 0 and pieces[i].text.isalpha() and text[pieces[i].start].isupper() and pieces[i].text not in MONTHS


def _is_share(text: str, pieces: Sequence[Piece], core: Core) -> Kind | None:
    after, then = text_at(pieces, core.last), text_at(pieces, core.last + 1)
    before, earlier = text_at(pieces, core.first - 1), text_at(pieces, core.first - 2)
    if after in ("times", "fold") or (before, earlier) == ("in", "one"):
        return "share"
    if core.low == 1 and (after in ("in", "of", "out") and (then in _NUMBERS_BUT_ONE or then[:1].isdigit())):
        return "share" if after == "in" else None
    if text_at(pieces, core.last) == "out" and then == "of" and text_at(pieces, core.last + 2) == "every":
        return "share"
    return None
