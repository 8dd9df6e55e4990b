"""Bytes of a text file as text, whatever program wrote them."""

import codecs

from app.bring.source import HEAD_BYTES


def loaded(encoding: str) -> str:
    """Return the name of an encoding once its codec is imported: behind a reader's walls nothing can be any more."""
    codecs.lookup(encoding)
    return encoding


_BOMS = (
    # The longer ones first: the mark of UTF-32 begins as that of UTF-16 does.
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF8, loaded("utf-8")),
    (codecs.BOM_UTF16_LE, loaded("utf-16-le")),
    (codecs.BOM_UTF16_BE, loaded("utf-16-be")),
)
_LAST_RESORT = loaded("cp1252")
_MOST_CONTROL_SHARE = 0.01
_MAY_STAND_IN_TEXT = frozenset("\t\n\r\f")
_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) not in _MAY_STAND_IN_TEXT}


def encoding_of(part: bytes, *, is_whole: bool) -> tuple[str, int] | None:
    """Return the encoding of a text and how many bytes its mark takes; None if it is no text.

    It is what the mark at its beginning says (UTF-8, UTF-16); else UTF-8 if more of what is not ASCII is UTF-8 than
    is not; else Windows-1252. Binary files are known by their heads: by NUL bytes, or by control characters that make
    up more than a hundredth.

    Args:
        part: The beginning of the file.
        is_whole: Whether that is all of it. If not, the last character may be cut.
    """
    encoding, mark = next(((name, len(bom)) for bom, name in _BOMS if part.startswith(bom)), (None, 0))
    if encoding is None:
        encoding = "utf-8" if _is_rather_utf8(part, is_whole=is_whole) else _LAST_RESORT
    if not encoding:
        return None
    text = decoded(part[mark:HEAD_BYTES], encoding)
    controls = len(text) - len(text.translate(_CONTROLS))
    if "\0" in text or controls > _MOST_CONTROL_SHARE * len(text):
        return None
    return encoding, mark


def decoded(part: bytes, encoding: str) -> str:
    """Return the text, U+FFFD for what is none; a character that is cut at the end is left out."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(part)


def _is_rather_utf8(part: bytes, *, is_whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(part, final=is_whole)
    except UnicodeDecodeError:
        text = part.decode("utf-8", "replace")
        wrong = text.count("\ufffd")
        return len(text) - len(text.encode("ascii", "ignore")) - wrong > wrong
    return True
