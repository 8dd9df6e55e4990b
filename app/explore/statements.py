"""An answer split into statements: spans of its text that one can agree with, or not.

English and Indonesian by rule. The rules are deterministic and versioned: `SPLITTER` goes with every statement
that is kept, so that a better splitter adds to what exists and moves nothing.

A text is first read as blocks (paragraphs, list items, headings, code), then each block as sentences. Bullets,
numbering, heading and quote signs are not part of a statement's span. What is longer than anybody's sentence (a
picture as letters, a page of code) is cut into portions. All of it takes time in proportion to the text.
"""

import re
from collections.abc import Iterator

SPLITTER = "rules-2"

_FENCE = re.compile(r"^\s*(```|~~~)")
_LINE_LEAD = re.compile(
    r"\s*(?:>\s*)*(?:#{1,6}\s+|[-*+•‣–—]\s+|\(?\d{1,3}[.)]\s+|[a-zA-Z][)]\s+)?(?:\[[ xX]\]\s+)?"
)
_LIST_OR_HEADING = re.compile(r"\s*(?:>|#{1,6}\s|[-*+•‣–—]\s|\(?\d{1,3}[.)]\s|[a-zA-Z][)]\s|\||```|~~~)")
_WORDLIKE = re.compile(r"[^\W_]")

_CLOSERS = "\"'”’»)]}*_`"
_PICTURE = "\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_SENTENCE_END = re.compile(
    # A stop within a row of stops begins no match: each would be read to the row's end again.
    rf"(?P<stop>(?<![.!?…])[.!?…]+|(?<![。！？؟۔])[。！？؟۔]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?P<picture>(?:\s*[{_PICTURE}])*)(?P<gap>\s+|$)"
)
_NO_GAP_STOP = re.compile(r"[。！？]+[”’」』）]*(?=\S)")

_LOOK_BACK = 40
_LONGEST_STATEMENT = 2_000
_SPACE_SOUGHT_WITHIN = 400
_WRAPPED_FROM = 60
_LONGEST_WITH_SIGNS_TAKEN_OUT = 4_000

# After these a full stop ends a word, and a sentence goes on.
_TITLES = frozenset(
    "mr mrs ms dr drg prof sr jr st mt vs cf approx ca jl jln sdr sdri bpk kab kec prov tn ny yth ph.d m.psi s.psi "
    "psi s.pd m.pd m.si s.sos m.sc b.sc m.a b.a a.n d.a u.p s.d u.b e.g i.e mis misal dgn yg utk".split()
)
# After these a sentence goes on if a number follows: "No. 5", but "No. That is wrong."
_BEFORE_NUMBERS = frozenset(
    "no nr fig vol pp hlm hal tgl rt rw jan feb mar apr jun jul aug agu sep sept oct okt nov dec des".split()
)
# After these a sentence may well end: the next word's capital decides.
_MAYBE_LAST = frozenset("etc dll dsb dst a.m p.m inc ltd co u.s u.k".split())


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
    shown = re.sub(r"\s+", " ", text[start:end]).strip()
    if len(shown) > _LONGEST_WITH_SIGNS_TAKEN_OUT:
        return shown
    shown = re.sub(r"(\*\*|__|``?)(\S(?:.{0,300}?\S)?)\1", r"\2", shown)
    shown = re.sub(r"(?<!\w)([*_])(\S(?:.{0,300}?\S)?)\1(?!\w)", r"\2", shown)
    # A pair whose other half stands in the neighbouring statement.
    return re.sub(r"^\*\*(?=\S)|(?<=\S)\*\*$", "", shown)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield `(start, end)` of paragraphs, list items, headings and whole code blocks."""
    open_start: int | None = None
    open_end = 0
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
        continues = (
            open_start is not None
            and line.strip() != ""
            and fence is None
            and not _LIST_OR_HEADING.match(line)
            and _goes_on(text, open_start, open_end, line)
        )
        if continues:
            open_end = line_end
            continue
        if open_start is not None:
            yield open_start, open_end
            open_start = None
        if fence is not None:
            fence_start, fence_sign = line_start, fence.group(1)
        elif line.strip():
            lead = _LINE_LEAD.match(line)
            open_start, open_end = line_start + (lead.end() if lead else 0), line_end
    if fence_start is not None:
        yield fence_start, len(text)
    if open_start is not None:
        yield open_start, open_end


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
        return
    begin = start
    for cut in _cuts(text, start, end):
        yield _stripped(text, begin, cut)
        begin = cut
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


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    ends = {match.end() for match in _NO_GAP_STOP.finditer(text, start, end)}
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, start, end, match):
            ends.add(match.end())
    yield from sorted(ends)


def _ends_sentence(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    # Looking at a few letters on each side, not at the whole block: an answer may be one block of 200,000.
    following = text[match.end() : min(end, match.end() + _LOOK_BACK)].lstrip(_CLOSERS + "“‘«([{¿¡")[:1]
    if following.islower():
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
    word = re.split(r"\s", before)[-1].lstrip("“‘«([{\"'*_").lower()
    if word in _TITLES:
        return False
    if word in _BEFORE_NUMBERS:
        return not following.isdigit()
    if word in _MAYBE_LAST:
        return following.isupper()
    is_initial = len(word) == 1 and word.isalpha() and text[match.start() - 1].isupper() and word != "i"
    # "1." or "2." inside a line numbers what follows; "in 2024." ends a sentence.
    is_numbering = word.isdigit() and len(word) <= 2 and before.strip() == word
    return not (is_initial or is_numbering)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
