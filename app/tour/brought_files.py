"""Small files as people bring them, made in code. What is said in them is a sample and nobody's words."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import typst
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from app.paths import resources_folder

TITLES = ("Plans with friends", "A hard week", "Sleeping badly", "What to say to my sister")
"""Of the conversations in the ChatGPT archive; the first is the one that is brought."""
ASKED, ANSWERED = (
    "Am I pushing my friends away?",
    "Cancelling now and then is common. It can be a way to rest.",
)
AGAIN = ("Perhaps you are afraid of them.", "It depends. What happens before you cancel?")
"""What the AI had answered before it answered `ANSWERED`."""
_THEN = 1_750_000_000


def chatgpt_archive(further: int = 0) -> bytes:
    """Return an export of ChatGPT as a ZIP: the four conversations, and so many more."""
    records = [_chatgpt(number, title) for number, title in enumerate(TITLES)]
    records += [
        _chatgpt(len(TITLES) + number, f"{TITLES[number % len(TITLES)]} {number + 2}")
        for number in range(further)
    ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps(records))
        archive.writestr("user.json", json.dumps({"id": "user-1"}))
        archive.writestr("chat.html", "<html><body>See conversations.json</body></html>")
    return made.getvalue()


def claude_archive() -> bytes:
    """Return an export of Claude as a ZIP with two conversations."""
    talks = (
        ("A letter to my father", (("human", "Should I send it?"), ("assistant", "You could wait a day."))),
        (
            "Feeling flat",
            (
                ("human", "Why do I feel flat on Sundays?"),
                ("assistant", "Many people do. The week ahead casts its shadow."),
                ("human", "And if it stays?"),
                ("assistant", "Then it is worth telling somebody you trust."),
            ),
        ),
    )
    records = [
        {
            "uuid": f"talk-{number}",
            "name": name,
            "created_at": "2026-03-01T09:00:00Z",
            "updated_at": f"2026-03-0{number + 1}T09:30:00Z",
            "chat_messages": [
                {
                    "uuid": f"{number}-{at}",
                    "sender": sender,
                    "text": text,
                    "content": [{"type": "text", "text": text}],
                    "created_at": f"2026-03-01T09:{at:02}:00Z",
                    "attachments": [],
                    "files": [],
                }
                for at, (sender, text) in enumerate(said)
            ],
        }
        for number, (name, said) in enumerate(talks)
    ]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps(records))
        archive.writestr("users.json", json.dumps([{"uuid": "u"}]))
    return made.getvalue()


def gemini_activity() -> bytes:
    """Return what Google hands out of Gemini: two questions that follow each other, and one of another day."""
    asked = (
        ("2026-02-02T12:05:00Z", "Is it my fault?", "<p>One message rarely has <b>one</b> cause.</p>"),
        ("2026-02-02T12:00:00Z", "Why does she not answer?", "<p>There may be many reasons.</p>"),
        ("2026-01-20T08:00:00Z", "How long is too long to be sad?", "<p>There is no clock for it.</p>"),
    )
    records = [
        {
            "header": "Gemini Apps",
            "title": f"Prompted {question}",
            "time": time,
            "products": ["Gemini Apps"],
            "safeHtmlItem": [{"html": answer}],
        }
        for time, question, answer in asked
    ]
    return json.dumps(records).encode()


def pdf_of_an_answer() -> bytes:
    """Return an answer as somebody printed it into a PDF."""
    page = (
        "#set page(width: 148mm, height: 210mm)\n"
        "= On saying no\n\n"
        "You may say no without a reason.\n\n"
        "It can feel selfish at first. That feeling often passes when nothing bad follows.\n"
    )
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[resources_folder() / "fonts"])
    made = typst.Compiler(page.encode(), font_paths=fonts, ignore_system_fonts=True).compile()
    if not isinstance(made, bytes):
        raise TypeError
    return made


def picture_of_a_chat(family: str, said: tuple[tuple[bool, str], ...]) -> QImage:
    """Return a phone's screen on which a chat stands: the person's words at the right, the AI's at the left.

    Args:
        family: the font.
        said: what is said from top to bottom, and whether the person says it.
    """
    image = QImage(720, 260 * len(said) + 160, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    font = QFont(family)
    font.setPixelSize(34)
    painter.setFont(font)
    top = 60.0
    for is_person, words in said:
        left, width = (200.0, 480.0) if is_person else (40.0, 640.0)
        wrap = int(Qt.TextFlag.TextWordWrap)
        inside = painter.boundingRect(QRectF(left + 24, top + 20, width - 48, 1_000), wrap, words)
        bubble = QRectF(left, top, width, inside.height() + 40)
        if is_person:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#dcebff"))
            painter.drawRoundedRect(bubble, 28, 28)
        painter.setPen(QColor("#1a1a1a"))
        painter.drawText(inside, wrap, words)
        top += bubble.height() + 44
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def written(folder: Path, name: str, content: bytes) -> Path:
    """Put a file into a folder, and return where it is."""
    file = folder / name
    file.write_bytes(content)
    return file


def _chatgpt(number: int, title: str) -> dict[str, Any]:
    """One conversation: two questions. The first was answered three times; what stands last is shown."""
    at = _THEN - number * 90_000
    answers = (*AGAIN, ANSWERED) if number == 0 else (f"{title}: it is a lot to carry.",)
    question = ASKED if number == 0 else f"{title}. What do you think?"
    nodes: dict[str, Any] = {
        "root": {"id": "root", "message": None, "parent": None, "children": ["hidden"]},
        "hidden": _node("root", ["q1"], "system", "", at, hidden=True),
        "q1": _node("hidden", [f"a{one}" for one in range(len(answers))], "user", question, at),
    }
    for one, answer in enumerate(answers):
        nodes[f"a{one}"] = _node("q1", [], "assistant", answer, at + 30 + one)
    shown = f"a{len(answers) - 1}"
    nodes[shown]["children"] = ["q2"]
    nodes["q2"] = _node(shown, ["b"], "user", "And what could I try?", at + 200)
    nodes["b"] = _node("q2", [], "assistant", "Tell one friend how you are.", at + 230)
    return {
        "title": title,
        "create_time": at,
        "update_time": at + 300,
        "mapping": nodes,
        "current_node": "b",
        "conversation_id": f"conversation-{number}",
        "default_model_slug": "gpt-5",
    }


def _node(
    parent: str, children: list[str], role: str, text: str, at: float, *, hidden: bool = False
) -> dict[str, Any]:
    metadata: dict[str, Any] = {"is_visually_hidden_from_conversation": True} if hidden else {}
    if role == "assistant":
        metadata["model_slug"] = "gpt-5"
    return {
        "parent": parent,
        "children": children,
        "message": {
            "author": {"role": role},
            "create_time": at,
            "content": {"content_type": "text", "parts": [text]},
            "recipient": "all",
            "metadata": metadata,
        },
    }
