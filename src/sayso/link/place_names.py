"""How place names are compared: one key for all spellings of a name that differ in case, accents, hyphens or "
"article."""

from __future__ import annotations

import functools
import unicodedata
import zlib
from typing import Final

from sayso.expression import Expression

_APOSTROPHES: Final = Expression("['’‘ʻʼ`´ʹʿʾ]")
_BREAKS: Final = Expression(r"[-‐‑–—/.\s]+")
#: Letters that carry no accent to strip and yet are another spelling of a plain one.
_PLAIN: Final = str.maketrans(
    {"ə": "a", "ǝ": "a", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"}
)
_ARTICLES: Final = frozenset(["al", "el", "as", "ash", "ad", "ar", "at", "an", "az", "ez", "es", "er", "the"])


@functools.lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The name in lower case without accents and apostrophes, its words parted by single spaces."""
    if name.isascii():
        plain = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def bare_key(key: str) -> str | None:
    """The key without Arabic articles ("al anbar" is "anbar"), None where there is none to leave out."""
    words = key.split(" ")
    rest = [w for i, w in enumerate(words) if w not in _ARTICLES or i == len(words) - 1]
    return " ".join(rest) if len(rest) < len(words) else None


def key_hash(key: str) -> int:
    """The 32-bit number under which the gazetteer files a key (CRC-32, the same on every machine)."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))
