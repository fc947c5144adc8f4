"""Which language a text is in."""


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None for an empty text."""
    import py3langid  # late: it loads numpy

    return py3langid.classify(text[:1500])[0] if text.strip() else None
