"""Registering material: one file, or a folder of existing files through a table."""
