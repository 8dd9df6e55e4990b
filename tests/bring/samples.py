"""One small good file of each format, made by hand: what the fuzzer changes. No word in them is anybody's."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.domain.conversation import Role
from tests.bring import making_pdf
from tests.bring.archives import archive_of
from tests.bring.recognising import painting

_SAID = (
    "Why do I wake at four?",
    "Many people do. 👋🏽 \u200fשלום\u200e",
    "And then?",
    "Then *rest*:\n\n- dim light\n- no clock",
)


def chatgpt() -> bytes:
    """Return two conversations, one with a question that was asked again."""
    nodes: dict[str, object] = {"root": {"id": "root", "message": None, "parent": None, "children": ["m0"]}}
    before = "root"
    for number, said in enumerate((*_SAID, "Said again")):
        content = {"content_type": "text", "parts": [said]}
        message = {
            "id": f"m{number}",
            "author": {"role": ("user", "assistant")[number % 2], "name": None, "metadata": {}},
            "create_time": 1_700_000_000.5 + number,
            "content": content,
            "recipient": "all",
            "metadata": {"model_slug": "gpt-4o", "is_visually_hidden_from_conversation": False},
        }
        parent = "m1" if number == 4 else before
        nodes[f"m{number}"] = {"id": f"m{number}", "message": message, "parent": parent, "children": []}
        before = f"m{number}"
    conversation = {
        "title": "Nights",
        "create_time": 1_700_000_000.1,
        "update_time": 1_700_000_100.2,
        "mapping": nodes,
        "current_node": "m3",
        "default_model_slug": "gpt-4o",
    }
    return json.dumps([conversation, {**conversation, "title": "Days"}]).encode()


def claude() -> bytes:
    """Return one conversation with an attachment and a thought."""
    messages = [
        {
            "uuid": f"u{number}",
            "sender": ("human", "assistant")[number % 2],
            "text": said,
            "content": [
                {"type": "thinking", "thinking": "Hm."},
                {"type": "text", "text": said, "citations": []},
            ],
            "created_at": f"2026-03-01T10:0{number}:00.000000Z",
            "parent_message_uuid": f"u{number - 1}" if number else None,
            "attachments": [
                {"file_name": "a.txt", "file_size": 3, "file_type": "txt", "extracted_content": "abc"}
            ],
            "files": [],
        }
        for number, said in enumerate(_SAID)
    ]
    conversation = {
        "uuid": "c0",
        "name": "Nights",
        "created_at": "2026-03-01T10:00:00Z",
        "updated_at": "2026-03-01T11:00:00Z",
        "account": {"uuid": "a0"},
        "chat_messages": messages,
    }
    return json.dumps([conversation], ensure_ascii=False, indent=1).encode()


def gemini() -> bytes:
    """Return two activities, the newest first."""
    activities = [
        {
            "header": "Gemini Apps",
            "title": f"Prompted {said}",
            "time": f"2026-03-01T10:0{9 - number}:00.000Z",
            "products": ["Gemini Apps"],
            "safeHtmlItem": [{"html": "<p>Rest &amp; <b>dim</b> light</p><ul><li>one<li>two</ul>"}],
        }
        for number, said in enumerate(_SAID[::2])
    ]
    return json.dumps(activities).encode()


def copilot() -> bytes:
    """Return one conversation, the newest message first."""
    rows = ["Conversation,Time,Author,Message\r\n"]
    for number, said in reversed(list(enumerate(_SAID))):
        rows.append(f'Nights,2026-03-01T10:0{number}:00,{("Human", "AI")[number % 2]},"{said}"\r\n')
    return "".join(rows).encode("utf-8-sig")


def html_page() -> bytes:
    """Return a page with a script, a table and a list."""
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Nights</title><script>alert(1)</script></head><body>"
        "<h1>Nights</h1><p>Why do I wake &#x61;t four?<br>Many people do &mdash; שלום.</p><ul><li>dim light<li>"
        "no clock</ul><table><tr><td>a<td>b</table><img src=x.png><!-- note --></body></html>"
    ).encode()


def rtf() -> bytes:
    """Return a text with letters of several kinds, a group that is not shown and a picture."""
    return (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator Made;}\f0\fs24 Why do I wake at "
        rb"four?\par Many people do: caf\'e9, \u1513?\u1500?\par{\b dim} light\tab no clock\par"
        rb"{\pict\pngblip 89504e47}{\v hidden}\par}"
    )


def docx() -> bytes:
    """Return a document with a list and a table."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        "<w:p><w:r><w:t>Why do I wake at four?</w:t><w:br/><w:t>Many people do.</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>dim</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    )
    return archive_of({"[Content_Types].xml": types.encode(), "word/document.xml": document.encode()})


def odt() -> bytes:
    """Return a document with a heading and a list."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    body = (
        '<text:h text:outline-level="1">Nights</text:h><text:p>Why do I<text:s text:c="2"/>wake<text:tab/>at four?'
        "<text:line-break/>Many people do.</text:p><text:list><text:list-item><text:p>dim light</text:p>"
        "</text:list-item></text:list>"
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{names}office:1.0" '
        f'xmlns:text="{names}text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive_of(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()}
    )


def plain_text() -> bytes:
    """Return a chat that somebody copied."""
    return "You said:\nWhy at four?\n\nChatGPT said:\nMany people do. 👋🏽\n\n**User**: And then?\n".encode()


def pdf() -> bytes:
    """Return a printed chat of two pages, one of them packed."""
    return making_pdf.pdf_of(
        making_pdf.pages_of(
            making_pdf.stream(making_pdf.drawn(b"You said:", b"Why at four?", b"ChatGPT said:")),
            making_pdf.deflated(making_pdf.drawn(b"Many people do, and most of them fall asleep", b"again.")),
        )
    )


def picture() -> bytes:
    """Return a small screen with a question and an answer."""
    said = ((Role.USER, "Why at four?"), (Role.ASSISTANT, "Many people do."))
    screen = painting.painted(said, painting.Look(size=20, width=320))
    return painting.saved(screen.image, "JPEG", quality=80)


def zip_archive() -> bytes:
    """Return an export with another in it, and what is no conversation."""
    inner = archive_of({"conversations-001.json": claude()})
    return archive_of({"conversations-000.json": chatgpt(), "inner.zip": inner, "user.json": b'{"id": "u"}'})


SAMPLES: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "chatgpt": chatgpt,
        "claude": claude,
        "copilot": copilot,
        "docx": docx,
        "gemini": gemini,
        "html_page": html_page,
        "odt": odt,
        "pdf": pdf,
        "picture": picture,
        "plain_text": plain_text,
        "rtf": rtf,
        "zip": zip_archive,
    }
)
"""By the kind that each is known as."""
