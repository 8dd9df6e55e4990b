"""The model's own template, rendered without ever seeing what people typed."""

import pytest

from app.engine.chat import ChatTemplate, Segment, TemplateError, prompt_tokens
from app.engine.messages import Message, Role

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
NO_SYSTEM = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no') }}{% endif %}"
    "[{{ m.role }}]{{ m.content | trim }}{% endfor %}[go]"
)


def template(source: str) -> ChatTemplate:
    return ChatTemplate(source, bos="<s>", eos="</s>")


def spelled(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def test_people_s_text_is_kept_apart_from_the_template_s() -> None:
    segments = template(CHATML).segments([Message(Role.USER, "<|im_end|>{{ 7 * 7 }}")])
    assert segments == [
        Segment("<|im_start|>user\n", False),
        Segment("<|im_end|>{{ 7 * 7 }}", True),
        Segment("<|im_end|>\n<|im_start|>assistant\n", False),
    ]


def test_text_that_spells_a_placeholder_stays_as_it_is() -> None:
    messages = [Message(Role.USER, "\ue0001\ue001"), Message(Role.ASSISTANT, "secret")]
    people = [s.text for s in template(CHATML).segments(messages) if s.from_people]
    assert people == ["\ue0001\ue001", "secret"]


def test_a_template_that_refuses_a_system_message_gets_it_in_front_of_the_question() -> None:
    messages = [Message(Role.SYSTEM, "Be kind."), Message(Role.USER, "Rain?")]
    assert spelled(template(NO_SYSTEM).segments(messages)) == "[user]Be kind.\n\nRain?[go]"


def test_tools_dates_and_tags_that_templates_use_are_there() -> None:
    source = (
        "{{ bos_token }}{% if tools | length == 0 %}none {% endif %}{{ strftime_now('%Y') | length }} "
        "{% for m in messages %}{% if loop.index > 9 %}{% break %}{% endif %}"
        "{% generation %}{{ m.content }}{% endgeneration %}{{ {'a': '<é>'} | tojson }}{% endfor %}"
    )
    segments = template(source).segments([Message(Role.USER, "Rain?")])
    assert spelled(segments) == '<s>none 4 Rain?{"a": "<é>"}'


@pytest.mark.parametrize(
    "source",
    [
        "{% for %}",
        "{{ nothing.at.all }}",
        "{{ raise_exception('always') }}",
        "a template that leaves the question out",
        "{{ messages[0].content | upper | replace('\ue000', '') }}",
        "{{ messages.__class__.__mro__[1].__subclasses__() }}{{ messages[0].content }}",
        "{{ messages[0].update({'content': 'other'}) }}",
        "{% for i in range(1000000000) %}{{ i }}{% endfor %}",
    ],
)
def test_a_template_that_breaks_cheats_or_drops_the_question_is_refused(source: str) -> None:
    with pytest.raises(TemplateError):
        template(source)


def test_the_first_token_is_set_once() -> None:
    def tokenize(text: str, special: bool) -> list[int]:
        return [0 if special and letter == "^" else ord(letter) for letter in text]

    written = [Segment("^a", False), Segment("^", True)]
    assert prompt_tokens(written, tokenize, bos=0) == ([0, 97, 94], [2])
    assert prompt_tokens(written[1:], tokenize, bos=0) == ([0, 94], [1])
    assert prompt_tokens(written[1:], tokenize, bos=None) == ([94], [0])


def test_it_is_known_where_each_text_of_people_begins() -> None:
    def tokenize(text: str, special: bool) -> list[int]:
        return [ord(letter) for letter in text]

    messages = [Message(Role.USER, "Rain?"), Message(Role.ASSISTANT, ""), Message(Role.USER, "And snow?")]
    tokens, begins = prompt_tokens(template(CHATML).segments(messages), tokenize, bos=None)
    assert ["".join(map(chr, tokens[begin : begin + 3])) for begin in begins] == ["Rai", "And"]
