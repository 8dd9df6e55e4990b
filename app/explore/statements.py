"""An answer split into statements: spans of its text that one can agree with, or not.

English and Indonesian by rule. The rules are deterministic and versioned: `SPLITTER` goes with every statement
that is kept, so that a better splitter adds to what exists and moves nothing.

A text is first read as blocks (paragraphs, list items, headings, rows of a table, code), then each block but rows and
code as sentences. Bullets, numbering (also "1. … 2. …" within a line), heading and quote signs are not part of a
statement's span, unless they stand inside a sentence that goes on in the next line. A row of a table is one
statement, since its cells say something together. What is longer than anybody's sentence (a picture as letters, a
page of code) is cut into portions. All of it takes time in proportion to the text.
"""

import re
from collections.abc import Iterator

from app.explore.abbreviations import BEGINS_SENTENCE, GOES_ON, GOES_ON_BEFORE_NUMBER, MAY_END

SPLITTER = "rules-3"

_FENCE = re.compile(r"^\s*(```|~~~)")
# "1." and "**2.**" and "(3)" and "a)"; "a." and "ii." only before what may begin a sentence.
_NUMBER = r"(?:[*_]{0,2}\(?\d{1,3}[.)][*_]{0,2}\s+|[a-zA-Z][)]\s+|(?:[a-z]|[ivx]{1,4})\.\s+(?=[^\sa-z]))"
_BULLET = r"[-*+•‣–—]\s+"
_HEADING = r"#{1,6}\s+"
_QUOTE_SIGNS = re.compile(r"\s*(?:>\s*)*")
_LEAD = re.compile(rf"(?:{_HEADING})?(?:{_BULLET})?(?:{_NUMBER})?(?:\[[ xX]\]\s+)?")
_LIST_OR_HEADING = re.compile(rf"\s*(?:{_HEADING}|{_BULLET}|{_NUMBER}|\||```|~~~)")
_ROW = re.compile(r"\|[^|\n]*\|.*")
_LINE_BY_ITSELF = re.compile(rf"{_HEADING}.*|{_ROW.pattern}|(\*\*|__)[^*_\n]{{1,200}}\1\s*")
_WORDLIKE = re.compile(r"[^\W_]")

_CLOSERS = "\"'”’»)]}*_`"
_PICTURE = "\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
# Footnotes and sources, as services write them after a stop.
_SOURCE = r"\[\d{1,3}\]|【[^】\n]{1,60}】|[¹²³⁰-⁹]"
_SENTENCE_END = re.compile(
    # A stop within a row of stops begins no match: each would be read to the row's end again.
    rf"(?P<stop>(?<![.!?…])[.!?…]+|(?<![。！？؟۔])[。！？؟۔]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?:{_SOURCE})*"
    rf"(?:\s*[{_PICTURE}])*(?P<gap>\s+|$)"
)
_NO_GAP_STOP = re.compile(r"[。！？]+[”’」』）]*(?=\S)")
# A space lost in copying: "You are tired.Rest now." Neither addresses nor names with a stop in them.
_LOST_GAP = re.compile(
    r"(?<![^\s“\"'(*])(?P<word>[^\W\d_]*[^\W\d_A-Z]{3})[.!?]"
    r"(?=[A-Z][a-z]{2,}(?:[\s,!?…;:]|\.(?:\s|$)))(?!(?:Com|Org|Net)\b)"
)
_LINE_BREAK = re.compile(r"(?:<br\s{0,3}/?>\s*)+", re.IGNORECASE)
_INLINE_CODE = re.compile(r"(?<![\w`])`[^`\n]{1,300}`(?![\w`])")
_INLINE_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,2})[.)]\s+(?=[^\s])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

_LOOK_BACK = 40
_LONGEST_STATEMENT = 2_000
_SPACE_SOUGHT_WITHIN = 400
_WRAPPED_FROM = 60
_LONGEST_WITH_SIGNS_TAKEN_OUT = 4_000


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return the statements' spans in reading order: `(start, end)` in code points, `text[start:end]` not blank.

    Spans do not overlap, lie within the text, neither begin nor end with white space, hold at least one letter or
    digit, and at most 2,000 code points. The same text always gives the same spans.
    """
    spans = (span for start, end in _blocks(text) for span in _sentences(text, start, end))
    portions = (portion for start, end in spans for portion in _portions(text, start, end))
    return tuple(portion for portion in portions if _WORDLIKE.search(text, *portion))


def whole_so_far(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of an arriving text that are whole already: all but the one that may still grow."""
    return split(text)[:-1]


def readable(text: str, start: int, end: int) -> str:
    """Return a statement as it is shown: one paragraph, without the signs that mark bold, italics and code.

    One of more than 4,000 characters keeps its signs: nobody writes such a sentence, and looking for pairs in it
    could take long.
    """
    shown = re.sub(r"\n[^\S\n]*(?:>[^\S\n]*)+", " ", text[start:end])
    shown = re.sub(r"\s+", " ", shown).strip()
    if len(shown) > _LONGEST_WITH_SIGNS_TAKEN_OUT:
        return shown
    shown = re.sub(r"(\*\*|__|``?)(\S(?:.{0,300}?\S)?)\1", r"\2", shown)
    shown = re.sub(r"(?<!\w)([*_])(\S(?:.{0,300}?\S)?)\1(?!\w)", r"\2", shown)
    # A pair whose other half stands in the neighbouring statement.
    return re.sub(r"^\*\*(?=\S)|(?<=\S)\*\*$", "", shown)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of paragraphs, list items, headings, rows of tables and whole code blocks."""
    open_start: int | None = None
    open_end = open_depth = 0
    stands_alone = False
    fence_start: int | None = None
    fence_sign = ""
    for line_start, line_end in _lines(text):
        line = text[line_start:line_end]
        if fence_start is not None:
            if line.strip().startswith(fence_sign):
                yield fence_start, line_end
                fence_start = None
            continue
        fence = _FENCE.match(line)
        signs = _leading(_QUOTE_SIGNS, line)
        depth, rest = line.count(">", 0, signs), line[signs:]
        continues = (
            open_start is not None
            and not stands_alone
            and depth == open_depth
            and rest.strip() != ""
            and fence is None
            and not _LIST_OR_HEADING.match(rest)
            and _goes_on(text, open_start, open_end, rest)
        )
        if continues:
            open_end = line_end
            continue
        if open_start is not None:
            yield open_start, open_end
            open_start = None
        if fence is not None:
            fence_start, fence_sign = line_start, fence.group(1)
        elif rest.strip():
            open_start, open_end = line_start + signs + _leading(_LEAD, rest), line_end
            open_depth, stands_alone = depth, _LINE_BY_ITSELF.fullmatch(rest) is not None
    if fence_start is not None:
        yield fence_start, len(text)
    if open_start is not None:
        yield open_start, open_end


def _leading(signs: re.Pattern[str], line: str) -> int:
    """Return how long the signs at a line's beginning are."""
    match = signs.match(line)
    return match.end() if match else 0


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _goes_on(text: str, start: int, end: int, line: str) -> bool:
    """Whether a line carries on the paragraph `text[start:end]` above it, as in text that was wrapped by hand."""
    last_words = text[max(start, end - _LOOK_BACK) : end].rstrip().rstrip(_CLOSERS)
    ended = last_words.endswith((".", "!", "?", "…", ":"))
    return line.lstrip()[:1].islower() or (not ended and end - start >= _WRAPPED_FROM)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if _FENCE.match(text[start:end]):
        yield _stripped(text, start, end)
    elif _ROW.fullmatch(text, start, end):
        start, end = _stripped(text, start + 1, end)
        yield _stripped(text, start, end - text.endswith("|", start, end))
    else:
        begin = start
        for cut, next_begin in sorted(_cuts(text, start, end).items()):
            if cut > begin:
                yield _stripped(text, begin, cut)
            begin = max(begin, next_begin)
        if begin < end:
            yield _stripped(text, begin, end)


def _portions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span, or portions of one that is too long: cut at a line's end, at white space, or anywhere."""
    while end - start > _LONGEST_STATEMENT:
        furthest = start + _LONGEST_STATEMENT
        nearest = furthest - _SPACE_SOUGHT_WITHIN
        cut = text.rfind("\n", nearest, furthest)
        if cut < 0:
            cut = next((at for at in range(furthest, nearest, -1) if text[at].isspace()), furthest)
        yield _stripped(text, start, cut)
        start, end = _stripped(text, cut, end)
    yield start, end


def _cuts(text: str, start: int, end: int) -> dict[int, int]:
    """Return where sentences end, and where the next begins: behind quote signs, numbering and line breaks."""
    cuts = {match.end(): match.end() for match in _NO_GAP_STOP.finditer(text, start, end)}
    for match in _SENTENCE_END.finditer(text, start, end):
        begin = match.end()
        if "\n" in match["gap"]:
            begin += _leading(_QUOTE_SIGNS, text[begin : min(end, begin + _LOOK_BACK)])
        if begin < end and _ends_sentence(text, start, begin, end, match):
            cuts[match.end()] = begin
    for match in _LOST_GAP.finditer(text, start, end):
        if match["word"].lower() not in GOES_ON | GOES_ON_BEFORE_NUMBER:
            cuts[match.end()] = match.end()
    for match in _LINE_BREAK.finditer(text, start, end):
        cuts[match.start()] = match.end()
    _cut_before_numbers(text, start, end, cuts)
    in_code = {
        at for code in _INLINE_CODE.finditer(text, start, end) for at in range(code.start() + 1, code.end())
    }
    return {cut: begin for cut, begin in cuts.items() if cut not in in_code}


def _cut_before_numbers(text: str, start: int, end: int, cuts: dict[int, int]) -> None:
    """Add the cuts before "1.", "2.", … within a block, if the first begins a sentence or follows a colon."""
    expected = 1
    for match in _INLINE_NUMBER.finditer(text, start, end):
        leads = text[max(start, match.start() - _LOOK_BACK) : match.start()].rstrip().endswith(":")
        if int(match[1]) == expected and (expected > 1 or leads or match.start() in cuts):
            cuts.pop(match.end(), None)
            cuts[match.start()] = match.end()
            expected += 1


def _ends_sentence(text: str, start: int, begin: int, end: int, match: re.Match[str]) -> bool:
    """Whether the stop that was found ends a sentence, when what follows it begins at `begin`."""
    # Looking at a few letters on each side, not at the whole block: an answer may be one block of 200,000.
    following = text[begin : min(end, begin + _LOOK_BACK)].lstrip(_CLOSERS + "“‘«([{¿¡")
    if following[:1].islower() and not following[1:2].isupper():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    written = re.split(r"\s", before)[-1].lstrip("“‘«([{\"'*_")
    word = written.lower()
    if word in GOES_ON:
        return False
    if word in GOES_ON_BEFORE_NUMBER:
        return not following[:1].isdigit()
    if word in MAY_END:
        return following[:1].isupper()
    are_initials = _INITIALS.fullmatch(written) and written.isupper() and word != "i"
    return not are_initials or _leading_word(following) in BEGINS_SENTENCE


def _leading_word(text: str) -> str:
    return re.split(r"[\W\d_]", text, maxsplit=1)[0].lower()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
