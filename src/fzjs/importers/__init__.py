"""A foreign file as indicators and doubts: one module for each format, none of them decides."""
