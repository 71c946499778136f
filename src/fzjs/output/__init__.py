"""Findings for people and machines: one format a module, each with `write`."""
