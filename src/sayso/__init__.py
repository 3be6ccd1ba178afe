"""Attributed records of armed conflict, with the words that carry them."""
