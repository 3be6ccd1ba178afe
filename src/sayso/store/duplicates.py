"""Copies of a text: to the letter by its digest, nearly by MinHash (datasketch), across runs by tables.

The signatures and the choice of bands are datasketch's; the buckets are kept in a table, since none of datasketch's
own storages is a database that sayso speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Text, bindparam, insert, select

from sayso.model import Document, digest
from sayso.store.database import Writing
from sayso.store.rows import shown
from sayso.store.tables import bands, copies, documents, signatures

if TYPE_CHECKING:
    from datasketch import MinHash

#: Words in a row that are compared, and how many such sequences a text needs for the comparison to mean anything.
_ROW, _FEWEST = 3, 30
_PERMUTATIONS = 128
#: How the hashes are permuted: named, since signatures of one scheme say nothing about those of another.
_SCHEME: Literal["affine32"] = "affine32"
#: Candidates looked at for one text.
_LOOKED_AT = 200
#: Share of sequences in common from which a text counts as a copy.
THRESHOLD = 0.8


@dataclass(frozen=True, slots=True)
class Copy:
    """What a text is a copy of."""

    original: str
    how: Literal["text", "near"]
    similarity: float


#: Documents from another address than `uri` (which may be none), `document` itself apart.
_ELSEWHERE = (documents.c.id != bindparam("document")) & (
    bindparam("uri", type_=Text).is_(None) | documents.c.uri.is_(None) | (documents.c.uri != bindparam("uri"))
)
_SAME_TEXT = (
    select(documents.c.id)
    .where(documents.c.text_digest == bindparam("text_digest"), _ELSEWHERE)
    .order_by(documents.c.key)
    .limit(1)
)
_SHARING = select(bands.c.document).where(bands.c.bucket.in_(bindparam("buckets", expanding=True)))
_CANDIDATES = (
    select(signatures.c.document, signatures.c.minhash)
    .join(documents, documents.c.id == signatures.c.document)
    .where(signatures.c.document.in_(_SHARING), _ELSEWHERE)
    .order_by(documents.c.key)
    .limit(_LOOKED_AT)
)


def find_copy(writing: Writing, document: Document, signature: MinHash | None) -> Copy | None:
    """The earliest document with the same text, else the one with the most alike; those of its own address apart."""
    here = {"document": document.id, "uri": None if document.uri is None else shown(document.uri)}
    found = writing.connection.scalar(_SAME_TEXT, {**here, "text_digest": document.text_digest})
    if found is not None:
        return Copy(found, "text", 1.0)
    return None if signature is None else _near(writing, signature, here)


def _near(writing: Writing, signature: MinHash, here: dict[str, str | None]) -> Copy | None:
    best: Copy | None = None
    for other, data in writing.connection.execute(_CANDIDATES, {**here, "buckets": list(_buckets(signature))}):
        similarity = float(signature.jaccard(_restored(data)))
        if similarity >= THRESHOLD and (best is None or similarity > best.similarity):
            best = Copy(other, "near", similarity)
    return best


def keep_copy(writing: Writing, document: Document, signature: MinHash | None, copy: Copy | None) -> None:
    """Write down what a document is a copy of, and what later copies of it will be recognised by."""
    if copy is not None:
        row = {"document": document.id, "original": copy.original, "how": copy.how, "similarity": copy.similarity}
        writing.connection.execute(insert(copies), row)
    if signature is not None:
        data = signature.hashvalues.tobytes()
        writing.connection.execute(insert(signatures), {"document": document.id, "minhash": data})
        rows = [{"bucket": bucket, "document": document.id} for bucket in _buckets(signature)]
        writing.connection.execute(insert(bands), rows)


def signature_of(text: str) -> MinHash | None:
    """The MinHash of a text's sequences of three words; None for a text too short to compare."""
    words = re.findall(r"\w+", text.casefold())
    sequences = {" ".join(words[i : i + _ROW]) for i in range(len(words) - _ROW + 1)}
    if len(sequences) < _FEWEST:
        return None
    from datasketch import MinHash

    signature = MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME)
    signature.update_batch([sequence.encode("utf-8", "surrogatepass") for sequence in sorted(sequences)])
    return signature


def _restored(data: bytes) -> MinHash:
    import numpy
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME, hashvalues=numpy.frombuffer(data, dtype=_dtype()))


@cache
def _dtype() -> Any:
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME).hashvalues.dtype


@cache
def _shape() -> tuple[int, int]:
    """Bands, and rows in each, that find most copies above THRESHOLD."""
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=_PERMUTATIONS)
    return index.b, index.r


def _buckets(signature: MinHash) -> Iterator[str]:
    count, size = _shape()
    for band in range(count):
        part = signature.hashvalues[band * size : (band + 1) * size]
        yield f"{band}:{digest(part.tobytes().hex())}"
