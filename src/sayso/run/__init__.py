"""Runners: how many reports are read."""
