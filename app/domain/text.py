"""What any text from outside has to pass before it is kept: pasted, typed, or said by a model."""

import re

from app.errors import ErrorCode, KnownError

NAME_MAX_CHARS = 60
QUESTION_MAX_CHARS = 8_000
ANSWER_MAX_CHARS = 200_000
NOTE_MAX_CHARS = 400_000
OWN_WORDS_MAX_CHARS = 2_000
"""A remark, a take-away, a next step, or the words on one question of a card."""

_UNSEEN = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f)"
    "|[\u034f\u061c\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0020-\U000e007f]"
)
"""What is not seen, and flags of parts of countries: those are written with letters that are not seen."""
_SOFT_HYPHEN = "\u00ad"
_DROPPED = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def plain(untrusted_text: str) -> str:
    """Return the text with line ends unified and without what no screen or database can hold.

    Carriage returns become line feeds, other control characters (C0, DEL, C1) go, lone surrogates become U+FFFD,
    and a pair of surrogates the one letter that it means. Emoji, right-to-left text and every other letter stay
    as they are. Idempotent.
    """
    unified = untrusted_text.replace("\r\n", "\n").replace("\r", "\n")
    unified = unified.replace("\u2028", "\n").replace("\u2029", "\n")
    kept = unified.translate(_DROPPED)
    return kept.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def unhidden(untrusted_text: str) -> str:
    """Return the text with U+FFFD for each sign that nobody sees and that changes what is seen, or says something.

    Those are the ones that turn the order of letters around (embeddings, overrides, isolates), those without a
    width or a shape that part words or hold them together, and letters that are never drawn. Joiners and marks stay:
    emoji and whole scripts need them. Soft hyphens, of which copied pages are full, go without a trace. Idempotent.
    """
    return _UNSEEN.sub(lambda found: found[1] or "\ufffd", untrusted_text.replace(_SOFT_HYPHEN, ""))


def one_line(untrusted_text: str, max_chars: int) -> str:
    """Return what somebody else called something as one line of at most `max_chars` characters, every sign seen."""
    return " ".join(unhidden(plain(untrusted_text[: 4 * max_chars])).split())[:max_chars]


def checked(untrusted_text: str, *, max_chars: int, empty: ErrorCode, too_long: ErrorCode) -> str:
    """Return the plain text without surrounding white space.

    Raises:
        KnownError: `empty` if nothing is left, `too_long` above `max_chars` characters. The caller still holds
            the original, so nothing is lost.
    """
    text = plain(untrusted_text).strip()
    if not text:
        raise KnownError(empty)
    if len(text) > max_chars:
        raise KnownError(too_long)
    return text


def checked_name(untrusted_name: str) -> str:
    """Return a pseudonym or a name as one line of at most `NAME_MAX_CHARS` characters.

    Raises:
        KnownError: NAME_EMPTY or NAME_TOO_LONG.
    """
    one_line = " ".join(plain(untrusted_name).split())
    return checked(
        one_line, max_chars=NAME_MAX_CHARS, empty=ErrorCode.NAME_EMPTY, too_long=ErrorCode.NAME_TOO_LONG
    )


def checked_question(untrusted_question: str) -> str:
    """Return a question of at most `QUESTION_MAX_CHARS` characters.

    Raises:
        KnownError: QUESTION_EMPTY or QUESTION_TOO_LONG.
    """
    return checked(
        untrusted_question,
        max_chars=QUESTION_MAX_CHARS,
        empty=ErrorCode.QUESTION_EMPTY,
        too_long=ErrorCode.QUESTION_TOO_LONG,
    )


def checked_answer(untrusted_answer: str) -> str:
    """Return an answer that somebody brought, of at most `ANSWER_MAX_CHARS` characters.

    Raises:
        KnownError: ANSWER_EMPTY or ANSWER_TOO_LONG.
    """
    return checked(
        untrusted_answer,
        max_chars=ANSWER_MAX_CHARS,
        empty=ErrorCode.ANSWER_EMPTY,
        too_long=ErrorCode.ANSWER_TOO_LONG,
    )
