"""Repository and assessment → the data of one screen or document; each module has `build`.

Keys are the documents' own Chinese terms; the same data goes to screens, `--json` and templates.
"""
