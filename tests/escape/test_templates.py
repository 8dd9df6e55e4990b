"""Templates of strangers: what they reach for isn't there, what they change stays, and what they write is bounded."""

import pytest

from app.engine.chat import MOST_PROMPT_CHARS, MOST_TEMPLATE_CHARS, ChatTemplate, TemplateError
from app.engine.messages import Message, Role
from tests.escape.templates import CHANGING, REACHING

MESSAGES = [Message(Role.SYSTEM, "Be kind."), Message(Role.USER, "Why?")]


def written(source: bytes) -> str | None:
    """What a template writes by itself, or None if it is refused."""
    try:
        template = ChatTemplate(source.decode("utf-8", "replace"), bos="", eos="")
        segments = template.segments(MESSAGES)
    except TemplateError:
        return None
    assert [segment.text for segment in segments if segment.from_people][:2] == ["Be kind.", "Why?"]
    return "".join(segment.text for segment in segments if not segment.from_people)


@pytest.mark.parametrize("name", REACHING | CHANGING)
def test_what_a_template_reaches_for_is_not_there(name: str) -> None:
    assert written((REACHING | CHANGING)[name]) in {None, ""}


def test_a_template_may_be_long_and_not_longer() -> None:
    shown = b"{% for m in messages %}{{ m.content }}{% endfor %}"
    assert written(shown.rjust(MOST_TEMPLATE_CHARS, b"x")) == "x" * (MOST_TEMPLATE_CHARS - len(shown))
    assert written(shown.rjust(MOST_TEMPLATE_CHARS + 1, b"x")) is None


def test_what_it_writes_is_bounded_with_people_s_text_in_it() -> None:
    thrice = "{% for i in range(3) %}{% for m in messages %}{{ m.content }}{% endfor %}{% endfor %}"
    template = ChatTemplate(thrice, bos="", eos="")
    assert len(template.segments([Message(Role.USER, "a" * (MOST_PROMPT_CHARS // 3))])) == 3
    with pytest.raises(TemplateError):
        template.segments([Message(Role.USER, "a" * (MOST_PROMPT_CHARS // 3 + 1))])
