"""Bytes -> text: UTF-8, strictly; nothing is guessed and nothing replaced."""

import codecs
import logging

from kg.documents.base import Source

logger = logging.getLogger(__name__)
_BOMS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16", codecs.BOM_UTF32_BE: "UTF-32"}


def decode(data: bytes, source: Source, charset: str = "utf-8") -> str:
    """Return `data` as text, newlines as they are; a byte order mark is dropped, with a warning.

    Raises InputError for binary data and for bytes that are not of the charset (the line is named).
    """
    for mark, name in _BOMS.items():
        if data.startswith(mark):
            raise source.refuse(f"{name} text: convert it to UTF-8")
    if b"\0" in data:
        raise source.refuse("binary data, not text")
    if data.startswith(codecs.BOM_UTF8):
        logger.warning("%s: byte order mark dropped", source.path)
        data = data.removeprefix(codecs.BOM_UTF8)
    return _decode(data, source, charset)


def _decode(data: bytes, source: Source, charset: str) -> str:
    try:
        return data.decode(charset)
    except LookupError:
        raise source.refuse(f"unknown charset {charset!r}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {data[error.start]:#04x} is not {charset.upper()}: convert the file to UTF-8"
        raise source.refuse(what, line) from error
