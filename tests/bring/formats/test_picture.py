"""Pictures of screens: recognised as a format, and read by a real reader behind its walls."""

import base64
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.bring.faults import Fault, ReadingError, Skipped
from app.bring.format import NeedsPreparing, Pictured, Rank, Report
from app.bring.formats.picture import FORMAT, MOST_BYTES, Picture
from app.bring.messages import (
    Cancel,
    Cancelled,
    Failed,
    Found,
    FromReader,
    Hello,
    Listed,
    Open,
    Part,
    Pixels,
    Progress,
    Ready,
    Show,
    Shown,
)
from app.bring.messages import Picture as PictureSaid
from app.bring.source import BytesSource
from app.children.protocol import PROTOCOL_VERSION, Outcome
from app.domain.conversation import MAX_TURNS, SAID_MAX_CHARS, Role
from tests.bring.child import reader
from tests.bring.reading import conversation_in, fault_in, zipped
from tests.bring.recognising.painting import LIGHT, Look, painted, saved

ROOT = Path(__file__).parents[3]
HEIC = ROOT / "tests" / "bring" / "files" / "painted_screen.heic"
TURNS = (
    (Role.USER, "Why do I feel so tired after every meeting?"),
    (
        Role.ASSISTANT,
        "Many people feel like that. It can help to take a short walk before you go back to your desk.",
    ),
)
LOOK = Look(LIGHT, width=640, size=32)
HEADS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff",
    "webp": b"RIFF\xff\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
}


def screen() -> Image.Image:
    return painted(TURNS, LOOK).image


def shown(file: Path) -> list[FromReader]:
    """What a real reader, behind its walls, says of a picture."""
    with reader(file) as child:
        child.say(Open(None))
        listed = child.hears_until(Listed, Failed)
        assert isinstance(listed[-1], Listed)
        assert [said.turns for said in listed if isinstance(said, Found)] == [len(TURNS)]
        child.say(Show(0))
        return child.hears_until(Shown, Failed)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "HEIC"])
def test_a_reader_behind_its_walls_reads_a_picture_and_sends_it_along(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(HEIC.read_bytes() if kind == "HEIC" else saved(screen(), kind))
    size, *said, last = shown(file)
    assert last == Shown(0)
    assert isinstance(size, PictureSaid)
    assert tuple((part.role, part.text) for part in said if isinstance(part, Part)) == TURNS
    sent = b"".join(base64.b64decode(part.base64) for part in said if isinstance(part, Pixels))
    assert len(sent) == 3 * size.width * size.height
    assert [type(part) for part in said] == sorted((type(part) for part in said), key=[Pixels, Part].index)


@pytest.mark.parametrize("kind", sorted(HEADS))
def test_a_reader_behind_its_walls_refuses_what_is_broken_and_stays(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(HEADS[kind] + bytes(200))
    with reader(file) as child:
        for _ in range(2):
            child.say(Open(None))
            assert child.hears_until(Listed, Failed)[-1] == Failed(Fault.BROKEN)


def test_a_reader_tells_how_far_it_is_and_can_be_stopped_on_the_way(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(saved(Image.new("RGB", (400, 40_000), "white")))
    with reader(file) as child:
        child.say(Open(None))
        progress = child.hears()
        assert isinstance(progress, Progress)
        assert 0 < progress.fraction < 1
        child.say(Cancel())
        assert child.hears_until(Cancelled, Failed)[-1] == Cancelled()


def test_the_walls_stand_around_a_reader_of_pictures(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(saved(screen()))
    with reader(file, greet=False) as child:
        child.say(Hello(PROTOCOL_VERSION))
        ready = child.hears()
    assert isinstance(ready, Ready)
    assert sys.platform != "linux" or set(astuple(ready.confinement.probes)) == {Outcome.DENIED}


def test_a_picture_is_told_by_its_shape_and_by_nothing_else() -> None:
    assert FORMAT.rank is Rank.SHAPE
    assert all(FORMAT.opened(BytesSource(head)) is not None for head in HEADS.values())
    for other in (b"", b"{}", b"%PDF-1.7", b"GIF89a" + bytes(50), b"BM" + bytes(50), b"II*\x00" + bytes(50)):
        assert FORMAT.opened(BytesSource(other, "picture.png")) is None


def test_a_picture_is_one_conversation_and_no_export() -> None:
    opened = FORMAT.opened(BytesSource(saved(screen())))
    assert opened is not None
    assert not opened.is_chat
    assert isinstance(opened, Pictured)
    assert opened.preview() is None
    report = Report()
    (listed,) = opened.conversations(report)
    assert (listed.title, listed.turns, listed.alternatives) == ("", 2, 0)
    conversation = opened.conversation(listed, report)
    assert tuple((turn.role, turn.shown.text) for turn in conversation.turns) == TURNS
    preview = opened.preview()
    assert preview is not None
    assert preview.width == LOOK.width
    assert report.omitted == []


def test_names_tell_who_speaks_where_sides_do_not() -> None:
    text = "You said:\nWhy am I tired?\n\nChatGPT said:\nRest a little."
    conversation, _ = conversation_in(FORMAT, saved(painted(((Role.ASSISTANT, text),), LOOK).image))
    assert [(turn.role, turn.shown.text) for turn in conversation.turns] == [
        (Role.USER, "Why am I tired?"),
        (Role.ASSISTANT, "Rest a little."),
    ]


def test_that_a_picture_moves_is_told() -> None:
    moving = saved(screen(), "PNG", save_all=True, append_images=[Image.new("RGB", (9, 9))])
    _, report = conversation_in(FORMAT, moving)
    assert [(omitted.why, omitted.count) for omitted in report.omitted] == [(Skipped.NO_TEXT, 1)]


def test_a_picture_without_text_is_told() -> None:
    assert fault_in(FORMAT, saved(Image.new("RGB", (300, 300), "#123456"))) is Fault.NO_TEXT


def test_too_large_a_file_is_refused_before_it_is_read() -> None:
    class Huge:
        size = MOST_BYTES + 1
        name = ""

        def read_at(self, offset: int, count: int) -> bytes:
            assert offset + count < 100
            return HEADS["png"][offset : offset + count]

    opened = FORMAT.opened(Huge())
    assert opened is not None
    with pytest.raises(ReadingError) as caught:
        list(opened.conversations(Report()))
    assert caught.value.fault is Fault.TOO_LARGE


def test_reading_a_picture_can_be_stopped_on_the_way() -> None:
    class Stopped(Exception):  # noqa: N818 - no error
        pass

    def stop(_done: float) -> None:
        raise Stopped

    opened = FORMAT.opened(BytesSource(saved(screen())))
    assert opened is not None
    with pytest.raises(Stopped):
        list(opened.conversations(Report(goes_on=stop)))


def test_what_is_not_installed_as_it_was_tried_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bring.recognising.networks.importlib.util.find_spec", lambda _name: None)
    fresh = Picture()
    assert isinstance(fresh, NeedsPreparing)
    fresh.prepare(HEADS["png"])
    assert fault_in(fresh, saved(screen())) is Fault.NO_RECOGNITION


_PREPARES = """
import os, sys
from app.bring.worker import prepare
prepare(os.open(sys.argv[1], os.O_RDONLY))
print([name for name in ("PIL", "onnxruntime", "pi_heif") if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("content", "loaded"),
    [(b'[{"mapping": {}}]', "[]"), (b"%PDF-1.7", "[]"), (HEADS["png"], "['PIL', 'onnxruntime', 'pi_heif']")],
)
def test_only_for_a_picture_is_loaded_what_reads_pictures(
    content: bytes, loaded: str, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    ran = subprocess.run(
        [sys.executable, "-c", _PREPARES, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == loaded


def test_pictures_in_an_archive_are_not_read() -> None:
    from app.bring.formats.zip_archive import FORMAT as ZIP

    assert fault_in(ZIP, zipped({"a.png": saved(screen())})) is Fault.UNKNOWN_ARCHIVE


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(HEADS)), st.binary(max_size=300), st.data())
def test_any_picture_is_read_or_refused_within_bounds(kind: str, rest: bytes, data: st.DataObject) -> None:
    held = HEADS[kind] + rest
    if kind != "heic" and data.draw(st.booleans()):
        whole = bytearray(saved(Image.linear_gradient("L").resize((64, 48)).convert("RGB"), kind))
        whole[data.draw(st.integers(16, len(whole) - 1))] = data.draw(st.integers(0, 255))
        held = bytes(whole)
    opened = FORMAT.opened(BytesSource(held))
    assert opened is not None
    report = Report()
    try:
        for listed in opened.conversations(report):
            conversation = opened.conversation(listed, report)
            assert 0 < len(conversation.turns) <= MAX_TURNS
            assert all(len(turn.shown.text) <= SAID_MAX_CHARS for turn in conversation.turns)
    except ReadingError as error:
        assert error.fault in {Fault.BROKEN, Fault.TOO_LARGE, Fault.NO_TEXT}  # noqa: PT017 - most are refused
