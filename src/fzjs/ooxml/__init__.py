"""Foreign OOXML files: guarded parts, relationships, automatic numbers, a paragraph's words."""
