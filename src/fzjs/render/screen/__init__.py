"""A screen's data as text for a terminal or a pipe: one screen a module, each with `render`."""
