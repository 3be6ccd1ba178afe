"""Attributed records of armed conflict, with the words that carry them."""

__version__ = "0.1.0"
