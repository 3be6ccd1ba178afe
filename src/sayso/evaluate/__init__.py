"""Scorers, readers of annotated corpora, and the floors that CI holds."""
