"""The page as plain text."""

from dataclasses import replace

from app.export.page import PageStatement, TakeHomePage
from app.export.plain_text import plain_text

from .pages import INDONESIAN, an_english_page

PAGE = """\
To take home
============

3 March 2027

The question
------------
Why do I go quiet when my sister calls?
Is that cold?

What the AI said, and what we marked
------------------------------------
2. [AI text]
   Going quiet is often a way of keeping the peace.
   > Client: fits; this matters to me
   > Therapist: partly

4. [AI text]
   People who go quiet avoid responsibility.
   > Client: doesn’t fit
   > Therapist: not sure

7. [AI text]
   You could say that you need a moment.

What is labelled “AI text” was written by an AI. It can be wrong, and it
does not know you.

What I take with me
-------------------
- Quiet is not cold.
- I can say “give me a minute”.

Next step
---------
Say it once in the next call.
Who: me
When: before 10 March

If it becomes too much
----------------------
United Kingdom · 116 123 · free, day and night
"""


def test_the_page_reads_as_text() -> None:
    assert plain_text(an_english_page()) == PAGE


def test_an_empty_page_is_its_title() -> None:
    assert plain_text(TakeHomePage("id", INDONESIAN)) == "Untuk dibawa pulang\n===================\n"


def test_ai_text_cannot_pretend_to_be_a_section() -> None:
    page = replace(
        an_english_page(), statements=(PageStatement(1, "Yes.\n\nNext step\n---------\nCall me."),)
    )
    lines = plain_text(page).split("\n")
    assert lines.count("Next step") == 1
    assert "   Next step" in lines


def test_lines_are_short_and_long_words_and_every_sign_stay_whole() -> None:
    word = "https://example.org/" + "x" * 100
    page = replace(an_english_page(), question="word " * 60 + word, take_aways=("😊 漢字 e\u0301",))
    lines = plain_text(page).split("\n")
    assert word in lines
    assert all(len(line) <= 76 for line in lines if line != word)
    assert "- 😊 漢字 e\u0301" in lines
