"""The page as HTML: parsed again, everything escaped, nothing loaded."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from app.domain.client import VoiceKind
from app.domain.mark import Fit
from app.export.html import html
from app.export.page import PageCrisisLine, PageMark, PageNextStep, PageStatement, TakeHomePage

from .pages import ENGLISH, an_english_page, an_indonesian_page

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=y> & \"quoted\" 'too' &lt; <!-- ]]> </style>"
VOID = {"meta"}


class Parsed(HTMLParser):
    """A document as a parser finds it: its elements in order, and the text in each kind of element."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._open[-1] if self._open else "", data.strip()))

    def text(self, *tags: str) -> list[str]:
        return [text for tag, text in self.texts if tag in tags]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_has_its_parts_in_their_order() -> None:
    page = an_english_page()
    parsed = Parsed(html(page))
    assert parsed.text("h1", "h2") == [
        ENGLISH.title,
        ENGLISH.question,
        ENGLISH.statements,
        ENGLISH.take_aways,
        ENGLISH.next_step,
        ENGLISH.crisis_lines,
    ]
    paragraphs = parsed.text("p")
    assert paragraphs[:2] == [page.date, page.question]
    assert [text for text in paragraphs if text == ENGLISH.ai_text] == [ENGLISH.ai_text] * 3
    assert ENGLISH.ai_notice in paragraphs
    assert [s.text for s in page.statements] == [text for text in paragraphs if text.endswith((".",))][:3]
    assert parsed.text("dt", "dd") == ["Who", "me", "When", "before 10 March"]
    assert parsed.text("td")[-2:] == ["116 123", "free, day and night"]


def test_marks_are_told_in_words_beside_their_signs() -> None:
    spans = Parsed(html(an_english_page())).text("span")
    for words in ("fits", "this matters to me", "partly", "doesn’t fit", "not sure"):
        assert words in spans
    for sign in ("✓", "≈", "≠", "?", "●", "◆", "■"):
        assert sign in spans


def test_every_table_says_what_its_heads_stand_for() -> None:
    heads = Parsed(html(an_english_page())).attributes("th")
    assert [head["scope"] for head in heads] == ["col"] * 3 + ["row"] * 3 + ["col"] * 3 + ["row"]


def test_the_document_says_its_language_and_title() -> None:
    parsed = Parsed(html(an_indonesian_page()))
    assert parsed.attributes("html") == [{"lang": "id"}]
    assert parsed.text("title") == ["Untuk dibawa pulang"]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    source = html(an_english_page())
    parsed = Parsed(source)
    assert {tag for tag, _ in parsed.elements}.isdisjoint(
        {"script", "img", "link", "iframe", "a", "form", "base"}
    )
    attributes = {name for _, all_of_it in parsed.elements for name in all_of_it}
    assert attributes.isdisjoint({"src", "href", "style", "srcset", "action"})
    assert not any(name.startswith("on") for name in attributes)
    assert "url(" not in source
    assert "@import" not in source
    assert "http:" not in source
    assert "https:" not in source


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    source = html(an_english_page())
    policies = [m["content"] for m in Parsed(source).attributes("meta") if "http-equiv" in m]
    (style,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policies == [
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
    ]


def test_every_word_is_escaped_wherever_it_stands() -> None:
    words = replace(ENGLISH, **dict.fromkeys(ENGLISH.__dataclass_fields__, HOSTILE))
    page = TakeHomePage(
        language="en",
        words=words,
        date=HOSTILE,
        question=HOSTILE,
        statements=(
            PageStatement(1, HOSTILE, (PageMark(VoiceKind.CLIENT, HOSTILE, Fit.FITS, HOSTILE, HOSTILE),)),
        ),
        take_aways=(HOSTILE,),
        next_step=PageNextStep(HOSTILE, HOSTILE, HOSTILE),
        crisis_lines=(PageCrisisLine(HOSTILE, HOSTILE, HOSTILE),),
    )
    hostile, calm = Parsed(html(page)), Parsed(html(an_english_page()))
    assert {tag for tag, _ in hostile.elements} == {tag for tag, _ in calm.elements}
    told = "".join(text for _, text in hostile.texts)
    # Each of the page's own 16 words, the title twice; and each of the 13 parts of its content.
    assert told.count(HOSTILE) == 17 + 13


def test_what_is_absent_leaves_no_heading() -> None:
    parsed = Parsed(html(TakeHomePage("en", ENGLISH)))
    assert parsed.text("h1", "h2", "p") == [ENGLISH.title]
