"""Copied chats are taken apart where both sides are named, and texts that only look like one stay whole."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.conversation import Role
from app.domain.text import unhidden
from app.explore.pasted import MOST_LABELS, turns_in

Sides = list[tuple[str, str]]
SIDES = {Role.USER: "person", Role.ASSISTANT: "ai", Role.UNKNOWN: "nobody knows"}


def sides(text: str) -> Sides:
    return [(SIDES[turn.role], turn.shown.text) for turn in turns_in(text)]


MODELS = ("GPT-5 Thinking", "ChatGPT 5 Thinking", "ChatGPT 5.1 Instant", "ChatGPT o3")
CHATS: dict[str, tuple[str, Sides]] = {
    "page of a service": (
        "You said:\nI can't sleep.\nChatGPT said:\nThat sounds hard.\nYou said:\nIt is.\n",
        [("person", "I can't sleep."), ("ai", "That sounds hard."), ("person", "It is.")],
    ),
    "page of a service in Indonesian": (
        "Anda mengatakan:\nSaya sulit tidur.\nChatGPT mengatakan:\nPasti berat.\n",
        [("person", "Saya sulit tidur."), ("ai", "Pasti berat.")],
    ),
    "older page in Indonesian": (
        "Anda berkata:\nhai\n\nGemini berkata:\nhalo",
        [("person", "hai"), ("ai", "halo")],
    ),
    "page without colons": ("You said\nhello\nGemini said\nhi", [("person", "hello"), ("ai", "hi")]),
    "page of early services": ("You\nhello\n\nChatGPT\nhi", [("person", "hello"), ("ai", "hi")]),
    "forwarded": (
        "Me: is it love?\nAI: It may be.\nMe: ok",
        [("person", "is it love?"), ("ai", "It may be."), ("person", "ok")],
    ),
    "forwarded in Indonesian": (
        "Aku: apakah ini cinta?\nAI: Mungkin.",
        [("person", "apakah ini cinta?"), ("ai", "Mungkin.")],
    ),
    "slang": ("Gue: capek\nBot: istirahat ya", [("person", "capek"), ("ai", "istirahat ya")]),
    "bold names": ("**You:** hello\n\n**ChatGPT:** hi", [("person", "hello"), ("ai", "hi")]),
    "bold names, colon behind": ("**User**: hello\n__Assistant__: hi", [("person", "hello"), ("ai", "hi")]),
    "headings": ("# User\nhello\n## Assistant\nhi", [("person", "hello"), ("ai", "hi")]),
    "headings of exporters": ("## Prompt:\nhello\n\n## Response:\nhi", [("person", "hello"), ("ai", "hi")]),
    "headings in Indonesian": ("## Pengguna\nhai\n## Asisten\nhalo", [("person", "hai"), ("ai", "halo")]),
    "emoji before names": ("🧑‍💻 User:\nhello\n🤖 Assistant:\nhi", [("person", "hello"), ("ai", "hi")]),
    "quoted": ("> Me: hello\n> Claude: hi", [("person", "hello"), ("ai", "hi")]),
    "version of a model": ("Me: hello\nGPT-4o mini: hi", [("person", "hello"), ("ai", "hi")]),
    "question for a service": (
        "Pertanyaan: apa itu cemas?\nChatGPT: Perasaan.",
        [("person", "apa itu cemas?"), ("ai", "Perasaan.")],
    ),
    "full-width colon": ("User：hello\nAssistant：hi", [("person", "hello"), ("ai", "hi")]),
    "marks of direction and spaces that don't break": (
        "\u200eYou said:\u00a0\nhello\n\u200fChatGPT said:\nhi",
        [("person", "hello"), ("ai", "hi")],
    ),
    "right-to-left words": ("Me: שלום\nAI: مرحبا", [("person", "שלום"), ("ai", "مرحبا")]),
    "only the answer, named by the page": (
        "Why am I sad?\n\nChatGPT said:\nMany reasons.",
        [("person", "Why am I sad?"), ("ai", "Many reasons.")],
    ),
    "answer first": ("AI: hi\nMe: hello", [("ai", "hi"), ("person", "hello")]),
    "the same side twice": ("Me: a\nMe: b\nAI: c", [("person", "a\n\nb"), ("ai", "c")]),
    "a side that says nothing": ("Me: a\nAI:\nMe: b\nAI: c", [("person", "a\n\nb"), ("ai", "c")]),
    "a title": (
        "# Title\n\n**You:** hi\n\n**ChatGPT:** hello",
        [("nobody knows", "# Title"), ("person", "hi"), ("ai", "hello")],
    ),
    "words of who forwards it": (
        "My wife sent me this, I am scared:\nYou: hi\nAI: ho",
        [("nobody knows", "My wife sent me this, I am scared:"), ("person", "hi"), ("ai", "ho")],
    ),
    "words of who forwards it before an answer": (
        "My wife sent me this:\nAI: ho\nYou: hi",
        [("nobody knows", "My wife sent me this:"), ("ai", "ho"), ("person", "hi")],
    ),
    "kinds of a model": (
        "".join(f"You said:\na\n{model} said:\nb\n" for model in MODELS),
        [("person", "a"), ("ai", "b")] * 4,
    ),
    "signs that nobody sees": (
        "\ufeffYou said:\nhi\nChatGPT\u200b said:\u200b\nho\n\u2060Anda\u200b\u00a0\u200bberkata\u200b:\nha",
        [("person", "hi"), ("ai", "ho"), ("person", "ha")],
    ),
    "an indented name": ("   Me: a\n\tAI: c", [("person", "a"), ("ai", "c")]),
}

FALSE_FRIENDS = {
    "ordinary sentence": "You know: it was hard.\nI said nothing.",
    "heading": "AI: the future\n\nMachines will change our work.",
    "headings": "You know: a study\n\nAI: the future\n\nAI: the past",
    "list of questions": "Question: When are you open?\nAnswer: From nine.\nQuestion: Where?\nAnswer: Here.",
    "list of questions in Indonesian": "Pertanyaan: Jam berapa buka?\nJawaban: Jam sembilan.",
    "list of questions with headings": "## Question\nWhen?\n## Answer\nNow.",
    "list of questions on AI": "Question: What is it?\nAnswer: A tool.\nAI: the future\nQuestion: Why?\nAnswer: So.",
    "short list of questions": "Q: When?\nA: Now.",
    "recipe": "Pancakes\n\nServes: 4\nYou need: flour, eggs\nModel: pan\nAnswer: hungry\nMe time: 20 minutes",
    "recipe in Indonesian": "Nasi goreng\nBahan: nasi, telur\nSaya suka: pedas\nCara: goreng",
    "address": "Sari Dewi\nJalan Melati 5\nUser: sari\nPhone: 021\nHuman Resources: 2nd floor",
    "goods": "Model: X200\nUser: adults\nPrice: 20",
    "glossary": "- Prompt: what you type\n- Model: what answers\n- User: you\n- AI: a program",
    "books": "- You: a thriller\n- AI: the future",
    "diary": "I wrote a letter.\nYou said: you would call.\nYou said:\nnothing at all.",
    "diary on an AI": "Today was hard. ChatGPT said: rest. So I did.\nChatGPT said: rest!",
    "diary in Indonesian": "Kamu bilang: nanti.\nAku bilang: baik.\nSaya: lelah.",
    "talk of two people": "Me: hello\nMum: hi\nMe: ok",
    "interview": "I: How are you?\nP: Fine.",
    "horoscope": "Aries: luck\nGemini: love\nLibra: money",
    "words that begin like names": "Item: one\nPilot: two\nBottom: three\nAim: four\nUsers: all\nModels: none",
    "single word lines": "Answer\nResponse\nModel\nI\nYou\nHuman",
    "list of needs": "- You are kind\n- AI is a tool\n- Me and you",
    "number of a circle": "Pi: 3.14159\ne: 2.718",
    "notes of a meeting": "AI: Budi sends the letter\nAI: Sari calls",
    "nothing": "",
    "white space": " \n\t\n ",
    "names alone": "Me:\nAI:\n",
    "only the person": "You said:\nhello\nYou said:\nhello?",
}


@pytest.mark.parametrize("name", CHATS)
def test_a_copied_chat_becomes_turns(name: str) -> None:
    text, expected = CHATS[name]
    assert sides(text) == expected
    assert sides(text.replace("\n", "\n\n")) == expected


@pytest.mark.parametrize("name", FALSE_FRIENDS)
def test_a_text_that_only_looks_like_a_chat_stays_whole(name: str) -> None:
    assert turns_in(FALSE_FRIENDS[name]) == ()


def test_names_within_an_answer_do_not_cut_it() -> None:
    answer = "Try this:\n**You**: I feel hurt.\nPartner: I see.\nAI: the future\nAnswer: 42"
    assert sides(f"You said:\nhelp\nChatGPT said:\n{answer}") == [("person", "help"), ("ai", answer)]


def test_what_a_page_shows_around_a_chat_is_nobodys() -> None:
    chat = "Skip to content\nChatGPT\nShare\nYou said:\nhi\nChatGPT said:\nho"
    assert sides(chat)[0] == ("nobody knows", "Skip to content\nChatGPT\nShare")


@pytest.mark.parametrize("name", ["signs that nobody sees", "marks of direction and spaces that don't break"])
def test_names_are_found_once_signs_are_made_visible(name: str) -> None:
    text, expected = CHATS[name]
    assert sides(unhidden(text)) == expected


@pytest.mark.parametrize(
    "answer",
    [
        "Like this:\n```\nYou said:\nx\nChatGPT said:\ny\n```\nor not",
        "~~~md\nYou said:\nx\n```\nChatGPT said:\ny\n~~~",
        "> You said:\n> x\n> ChatGPT said:\n> y",
        "- a list:\n  ````\n  You said:\n  ```\n  You said:\n  ````",
    ],
)
def test_a_chat_that_an_answer_quotes_does_not_cut_it(answer: str) -> None:
    chat = f"You said:\nq\nChatGPT said:\n{answer}\nYou said:\nr\nChatGPT said:\ns"
    assert sides(chat) == [("person", "q"), ("ai", answer), ("person", "r"), ("ai", "s")]


def test_a_fence_that_never_ends_holds_no_names() -> None:
    unended = "You said:\na\nChatGPT said:\n```\nb\nYou said:\nc\nChatGPT said:\n"
    assert len(sides(f"{unended}d")) == 4
    assert len(sides(f"{unended}```py\nd\n```")) == 4


def test_a_chat_that_stands_in_a_fence_as_a_whole_is_one() -> None:
    assert [side for side, _ in sides("```\nYou said:\na\nChatGPT said:\nb\n```")] == [
        "nobody knows",
        "person",
        "ai",
    ]


def test_questions_within_an_answer_do_not_cut_it() -> None:
    answer = "A quiz!\nQuestion: one?\nAnswer: two."
    assert sides(f"Me: quiz me\nAI: {answer}") == [("person", "quiz me"), ("ai", answer)]


def test_only_a_service_is_named_as_a_model() -> None:
    chat = "Me: a\nClaude 3.5 Sonnet: b\nMe: c\nAssistant: d\nMe: e\n**Meta AI**: f"
    assert [turn.shown.model for turn in turns_in(chat)] == ["", "Claude", "", "", "", "Meta AI"]


@given(
    st.lists(
        st.sampled_from(
            [
                *"*#:> -\n",
                "```\n",
                "\ufffd",
                "**",
                "You",
                "Me",
                "AI",
                "ChatGPT",
                " said",
                ":\n",
                "x",
                "4o",
                "\u200e",
            ]
        )
    )
)
@example(["AI", ":\n", "x", "\n", "Me", ":\n"])
def test_nothing_is_lost_and_sides_take_turns(pieces: list[str]) -> None:
    text = "".join(pieces)
    turns = turns_in(text)
    assert all(one.role is not other.role for one, other in pairwise(turns))
    assert all(turn.shown.text.strip() == turn.shown.text != "" for turn in turns)
    assert not turns or sum(turn.shown.text.count("x") for turn in turns) == text.count("x")


HARMFUL = [
    " " * 200_000, "\t \u00a0" * 60_000, "- " * 100_000, "> " * 100_000, "#" * 200_000, "*" * 200_000, "\n" * 200_000,
    "🧑" * 100_000, "gpt" + "1" * 200_000, "gpt" + " 1" * 100_000, "gpt" + " pro" * 50_000,
    "AI" + " " * 200_000 + "x",
    "AI said" + " " * 200_000 + "x",
    "```\n" * 60_000, "~~~a\n" * 60_000, "`" * 200_000, "AI\u200b" * 60_000, "AI" + "\ufffd" * 200_000 + "x",
    "You said" * 25_000, "AI:" * 60_000, ("AI" + " " * 400 + "\n") * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", HARMFUL, ids=range(len(HARMFUL)))
def test_what_is_made_to_take_long_is_no_chat(text: str) -> None:
    assert turns_in(text) == ()


def test_a_side_named_in_every_line_is_joined_once() -> None:
    turns = turns_in("Me: a\n" * 20_000 + "AI: b\n" * 20_000)
    assert [len(turn.shown.text) for turn in turns] == [3 * 20_000 - 2] * 2


def test_what_stands_behind_too_many_names_is_not_lost() -> None:
    turns = turns_in("Me: a\nAI: b\n" * MOST_LABELS)
    assert len(turns) == MOST_LABELS
    assert turns[-1].shown.text.count("AI: b") == MOST_LABELS // 2


def test_many_turns_are_all_returned() -> None:
    assert len(turns_in("Me: a\nAI: b\n" * 15_000)) == 30_000
