"""Every exception that sayso raises on purpose.

SaysoError
├── UsageError        the command or call cannot be carried out as written
├── InputError        a report cannot be read (what, where, and what to do)
├── EvidenceError     evidence does not match its document
├── KnowledgeError    a dossier or other data file is malformed
├── NotFoundError     nothing on record bears that name or identifier
└── StoreError        a database cannot be opened, read or written (which, why, and what to do)
    └── ConflictError somebody else decided on the same thing first
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all; its text is one clear line for a person."""


class UsageError(SaysoError):
    """A command line or call that cannot be carried out as written."""


class InputError(SaysoError):
    """A report that cannot be read."""


class EvidenceError(SaysoError, ValueError):
    """Evidence whose words differ from the document's."""


class KnowledgeError(SaysoError):
    """A dossier or other knowledge file that is malformed."""


class NotFoundError(SaysoError):
    """A conflict, report, claim or voice that is not on record."""


class StoreError(SaysoError):
    """A database that cannot be opened, read or written; what was written before is kept."""


class ConflictError(StoreError):
    """Somebody else decided on the same thing first: look at it again, then decide."""
