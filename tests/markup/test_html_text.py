"""What people see in a page comes out as plain text, and nothing in a page can do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.markup import html_text
from app.markup.html_text import MOST_TEXT_CHARS, read_html, text_of_html
from app.markup.html_tokens import MOST_ATTRIBUTES, VALUE_MAX_CHARS, End, Start, Words, tokens

MANY = 200_000


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>\n  three<br>four</p><p>five</p>", "One two three\nfour\n\nfive"),
        ("<h2>Head</h2>text<div>a</div><div>b</div>", "Head\n\ntext\na\nb"),
        ("<ul><li><p>a</p></li><li>b</li></ul>after", "- a\n- b\n\nafter"),
        ("<ol><li>a<ul><li>x</ul></li><li>b</ol>", "1. a\n  - x\n2. b"),
        ("<ol start='3'><li>a<li><li>b</ol>", "3. a\n5. b"),
        ("<ol start='99999999999999999999'><li>a</ol>", "1. a"),
        ("x<pre><code>\nif a:\n    b &lt; c\n\n\nd</code></pre>y", "x\n\nif a:\n    b < c\n\n\nd\n\ny"),
        (
            "<table><tr><th>A<th>B<tr><td><p>1</p></td><td></td><td>2</table>end",
            "A | B\n1 | | 2\n\nend",
        ),
        ("<table><tr><td></td><td>b</td></tr></table>", "| b"),
        ("<td>a<td>b", "a\nb"),
        ("<table><tr><td><p>a</p><p>b</p><td><p>c<tr><td><p>d", "a\n\nb | c\nd"),
        ("<ul><li></li><li><table><tr><td>a<td>b</table></ul>", "- a | b"),
        ("a &amp; b &#8364; &#x1F642; &nosuch; &copy", "a & b € 🙂 &nosuch; ©"),
        ("I <3 you & 1<2", "I <3 you & 1<2"),
        ("a<br><br><br><br>b", "a\n\nb"),
        ("<p>one</p>\n\n\n<p> </p>\n<p>two", "one\n\ntwo"),
        ("\u200fשלום\u200b\u2067x\u2069", "\u200fשלום\u200b\u2067x\u2069"),
        ("a\xa0b", "a b"),
        ("</ul></li></pre></table></p>x</div>", "x"),
        ("", ""),
    ],
)
def test_shows_a_page_as_lines(html: str, text: str) -> None:
    assert text_of_html(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert('<p>no</p>')</script>",
        "<SCRIPT type=x>no</scr</SCRIPT >",
        "<style>p::after { content: 'no' }</style>",
        "<!-- no --><!--> <!---> <!-- no --!>",
        "<noscript>no</noscript>",
        "<iframe src='https://example.org'>no</iframe>",
        "<template><p>no</template>",
        "<svg><title>no</title><text>no</text><svg>no</svg>no</svg>",
        "<div hidden>no<div>no</div>no</div>",
        "<p hidden>no <b>no</b></p>",
        "<p style='display:none'>no<p hidden>no</p>",
        "<div><p hidden>no</div>",
        "<h2 hidden>no</h2><code style='display: none'>no</code>",
        "<span style='color:red; DISPLAY : none'>no</span>",
        "<span style='visibility:hidden'>no</span>",
        "<textarea>no</textarea><select><option>no</select>",
        "<img src='https://example.org/x.png' alt=no onerror='no'>",
        "<?php no ?><!DOCTYPE html [<!ENTITY x 'no'>",
        "<a title='>no<' href=\"javascript:no>\">",
    ],
)
def test_leaves_out_what_is_not_shown(html: str) -> None:
    assert text_of_html(f"a {html} b").replace("]>", "").split() == ["a", "b"]


@pytest.mark.parametrize(
    "html", ["a<script>b", "a<!-- b", "a<div title='b", "a<b", "a</b", "a<svg>b", "a<!b"]
)
def test_what_never_ends_takes_the_rest_with_it(html: str) -> None:
    assert text_of_html(html) == "a"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p hidden>no<p>a", "a"),
        ("<p hidden>no<ul><li>a</ul>", "- a"),
        ("<p hidden>no<div>a</div>", "a"),
        ("<ul><li><p hidden>no</li><li>a</ul>", "- a"),
        ("<table><tr><td><p hidden>no<td>a</table>", "| a"),
        ("<div><p hidden>no</div>a</p>", "a"),
    ],
)
def test_a_hidden_paragraph_ends_where_another_block_begins_or_its_own_ends(html: str, text: str) -> None:
    assert text_of_html(html) == text


KATEX = (
    '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi></mrow>'
    '<annotation encoding="application/x-tex">x</annotation></semantics></math></span>'
    '<span class="katex-html" aria-hidden="true"><span class="base"><span>x</span></span></span></span>'
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>If {KATEX}, then {KATEX}.</p>", "If x, then x."),
        ('a <span aria-hidden="true">b</span>', "a b"),
        ('<math><mi>x</mi></math> and <span aria-hidden="true">b</span>', "x and b"),
        ('<math></math><span aria-hidden="true">b</span>', "b"),
        ('</math><span aria-hidden="true">b</span>', "b"),
        ('<math><mi>x</mi></math><p><span aria-hidden="true">b</span>', "x\n\nb"),
        ('<p><math><mi>x</mi></math></p><span aria-hidden="true">b</span>', "x\n\nb"),
    ],
)
def test_a_formula_that_is_drawn_beside_its_markup_is_there_once(html: str, text: str) -> None:
    assert text_of_html(html) == text


def test_a_quotation_mark_without_a_second_one_ends_with_its_tag() -> None:
    assert text_of_html("<p class=\"x>one</p><p class=it's>two</p>") == "one\n\ntwo"


def test_returns_the_first_title_and_keeps_it_out_of_the_text() -> None:
    page = read_html("<html><head><title> A &amp;\n B </title><title>C</title></head><body>text")
    assert page == ("A & B", "text", False)


def test_a_closed_title_of_xhtml_has_no_content() -> None:
    assert read_html("<title/><script src='x'/><p>text</p>") == ("", "text", False)


def test_takes_tags_apart_within_bounds() -> None:
    attributes = "".join(f" a{number}={'v' * 3 * VALUE_MAX_CHARS}" for number in range(100))
    found = list(tokens(f'<DIV Class="x" class=y checked{attributes}>&lt;</Div >'))
    assert isinstance(found[0], Start)
    assert found[0].name == "div"
    assert found[0].attributes["class"] == "x"
    assert found[0].attributes["checked"] == ""
    assert len(found[0].attributes) == MOST_ATTRIBUTES
    assert max(map(len, found[0].attributes.values())) == VALUE_MAX_CHARS
    assert found[1:] == [Words("<"), End("div")]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1_000_000,
        "<ul><li>" * MANY,
        "<table><tr><td>" * MANY,
        "<table><tr>" + "<td>" * MANY + "x",
        "<svg>" * MANY,
        "</p>" * MANY,
        "<!--" * MANY,
        "<!" * MANY,
        "<" * MANY,
        "<a " * MANY,
        "</a" * MANY,
        "<a x='" * MANY,
        "<a x=\"'>" * MANY,
        "<a " + "x=1 " * MANY + ">",
        "<a " + "/ " * MANY,
        "<a " + "=" * MANY,
        f"<a x='{'y' * 5 * MANY}'>",
        f"<{'a' * 5 * MANY}",
        "<script>" + "</scrip" * MANY,
        "<script></script>" * MANY,
        "<![CDATA[" * MANY,
        "&#" + "9" * MANY + ";",
        "&" * MANY,
        "&amp" * MANY,
        "<pre>" + "\n" * MANY + "x",
        "<pre>" + "\n<b></b>" * MANY + "x",
        " " * MANY + "x",
        "<div style='" + " display " * MANY + "'>",
    ],
    ids=range(28),
)
def test_takes_hostile_pages_in_linear_time(html: str) -> None:
    # Anything quadratic takes an hour for these.
    assert len(text_of_html(html)) <= MOST_TEXT_CHARS


@pytest.mark.parametrize("bound", ["MOST_TEXT_CHARS", "MOST_HTML_CHARS", "MOST_TOKENS"])
def test_tells_that_there_was_more_than_is_read(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_text, bound, 1_000)
    page = read_html("<p>x</p>" * 1_000)
    assert page.is_cut
    assert 0 < len(page.text) <= 1_000


_PIECES = st.sampled_from(
    [
        *"<p> </p> <ul> <ol> <li> </li> </ul> <table> <tr> <td> </table> <pre> </pre> <br>".split(),
        *"<script> </script> <title> </title> <!-- --> < > & &#x0; &#1114112; &#xD800; ' \" = / a <a".split(),
        *("<div hidden>", "</div>", "<svg>", "</svg>", " ", "\n"),
    ]
)


@given(st.lists(_PIECES | st.text(max_size=5)).map("".join))
def test_no_page_makes_it_fail_or_leave_a_script_in(html: str) -> None:
    page = read_html(html)
    assert page.text == page.text.strip("\n").rstrip()
    assert len(page.text) <= 40 * len(html)
    assert page.title == " ".join(page.title.split())
