"""Every message of the engine's protocol survives the way over, and hostile ones do not."""

from dataclasses import fields

import pytest

from app.children.protocol import (
    PROTOCOL_VERSION,
    Confinement,
    Isolation,
    Outcome,
    Probes,
    ProtocolError,
    WallState,
)
from app.domain.answer import Settings
from app.engine.messages import (
    MAX_MESSAGE_CHARS,
    AnswerRequest,
    Ask,
    Cancel,
    Chance,
    Count,
    Counted,
    Counts,
    Done,
    DoneReason,
    EngineFault,
    ErrorSaid,
    FromEngine,
    Hello,
    Load,
    Loaded,
    Loading,
    Message,
    Other,
    Piece,
    PieceKind,
    Reading,
    Ready,
    Role,
    Shutdown,
    ToEngine,
    read_from_engine,
    read_to_engine,
    write_from_engine,
    write_to_engine,
)

SETTINGS = Settings(0.8, 40, 0.95, 400, 2_048)
MESSAGES = (Message(Role.SYSTEM, "Be kind."), Message(Role.USER, "مرحبا 🙂\n<|im_end|>"))
HELD, NOT_HERE, DENIED = WallState.HELD, WallState.NOT_HERE, Outcome.DENIED


@pytest.mark.parametrize(
    "message",
    [
        Hello(PROTOCOL_VERSION),
        Load(None, 2_048),
        Load("C:\\models\\a.gguf", 2_048),
        Ask("a", (AnswerRequest(MESSAGES, 1), AnswerRequest(MESSAGES[1:], 2**32 - 2)), SETTINGS, True),
        Cancel("a", None),
        Cancel("a", 3),
        Count("a", "rain"),
        Shutdown(),
    ],
    ids=lambda message: type(message).__name__,
)
def test_what_is_said_to_the_engine_is_what_it_hears(message: ToEngine) -> None:
    assert read_to_engine(write_to_engine(message)) == message


@pytest.mark.parametrize(
    "message",
    [
        Ready(
            PROTOCOL_VERSION,
            Isolation(HELD, HELD, NOT_HERE, HELD, HELD),
            Confinement(
                Probes(**dict.fromkeys((one.name for one in fields(Probes)), DENIED)), HELD, HELD, NOT_HERE
            ),
        ),
        Loading(0.25),
        Loaded(2_048, 4),
        Reading("a", 1.0),
        Piece("a", 0, 12, "🙂", PieceKind.SAID, None),
        Piece("a", 0, 12, "\u2028\x00", PieceKind.SAID, (Chance(2, -0.25, (Other(" 🙂", -1e-9),)),)),
        Done("a", 7, DoneReason.CANCELLED, Counts(12, 0)),
        Counted("a", 3),
        ErrorSaid(None, EngineFault.LOAD_FAILED),
        ErrorSaid(None, EngineFault.NO_WALLS),
        ErrorSaid("a", EngineFault.OVER_CONTEXT),
    ],
    ids=lambda message: type(message).__name__,
)
def test_what_the_engine_says_is_what_is_heard(message: FromEngine) -> None:
    assert read_from_engine(write_from_engine(message)) == message


@pytest.mark.parametrize(
    "message",
    [
        Hello(PROTOCOL_VERSION + 1),
        Load("", 2_048),
        Load(None, 10),
        Ask("a", (), SETTINGS),
        Ask("", (AnswerRequest(MESSAGES, 1),), SETTINGS),
        Ask("a", (AnswerRequest((), 1),), SETTINGS),
        Ask("a", (AnswerRequest(MESSAGES, -1),), SETTINGS),
        Ask("a", (AnswerRequest(MESSAGES, 1),) * 9, SETTINGS),
        Ask("a", (AnswerRequest(MESSAGES, 1),), Settings(-1.0, 40, 0.95, 400, 2_048)),
        Ask("a", (AnswerRequest(MESSAGES, 1),), Settings(0.8, 0, 0.95, 400, 2_048)),
        Ask("a", (AnswerRequest(MESSAGES, 1),), Settings(0.8, 40, 1.5, 400, 2_048)),
        Ask("a", (AnswerRequest(MESSAGES, 1),), Settings(0.8, 40, 0.95, 0, 2_048)),
        Cancel("a", 8),
        Count("a", "x" * (MAX_MESSAGE_CHARS + 1)),
        Count("a", "\ud800"),
    ],
)
def test_the_program_cannot_say_what_the_engine_would_refuse(message: ToEngine) -> None:
    with pytest.raises(ProtocolError):
        write_to_engine(message)


@pytest.mark.parametrize(
    "untrusted_chances",
    [
        b"[]",
        b"[-0.5]",
        b'[{"chars":1,"logprob":-0.5}]',
        b'[{"chars":0,"logprob":-0.5,"others":[]}]',
        b'[{"chars":1,"logprob":0.5,"others":[]}]',
        b'[{"chars":1,"logprob":-1e7,"others":[]}]',
        b'[{"chars":1,"logprob":-0.5,"others":null}]',
        b'[{"chars":1,"logprob":-0.5,"others":[{"text":"","logprob":-0.5}]}]',
        b'[{"chars":1,"logprob":-0.5,"others":[{"text":"y","logprob":0.5}]}]',
        b'[{"chars":1,"logprob":-0.5,"others":[{"text":"' + b"y" * 65 + b'","logprob":-0.5}]}]',
        b'[{"chars":1,"logprob":-0.5,"others":[' + b",".join([b'{"text":"y","logprob":-0.5}'] * 6) + b"]}]",
    ],
)
def test_hostile_chances_are_refused(untrusted_chances: bytes) -> None:
    line = b'{"type":"piece","id":"a","answer":0,"seq":0,"text":"x","kind":"said","chances":$}'
    good = b'[{"chars":1,"logprob":-0.5,"others":[{"text":"y","logprob":-0.5}]}]'
    assert isinstance(read_from_engine(line.replace(b"$", good)), Piece)
    with pytest.raises(ProtocolError):
        read_from_engine(line.replace(b"$", untrusted_chances))


@pytest.mark.parametrize(
    "untrusted_line",
    [
        b'{"type":"hello","v":1}',
        b'{"type":"loading","fraction":1.5}',
        b'{"type":"loading","fraction":-0.1}',
        b'{"type":"loaded","context_tokens":0,"threads":1}',
        b'{"type":"loaded","context_tokens":512,"threads":1,"speed":3}',
        b'{"type":"piece","id":"a","answer":0,"seq":0,"text":"","kind":"said","chances":null}',
        b'{"type":"piece","id":"a","answer":8,"seq":0,"text":"x","kind":"said","chances":null}',
        b'{"type":"piece","id":"a","answer":0,"seq":-1,"text":"x","kind":"said","chances":null}',
        b'{"type":"piece","id":"a","answer":0,"seq":0,"text":"x","kind":"sung","chances":null}',
        b'{"type":"piece","id":"a","answer":0,"seq":0,"text":"x","kind":"said"}',
        b'{"type":"done","id":"a","answer":0,"reason":"bored","counts":{"prompt_tokens":1,"tokens":1}}',
        b'{"type":"done","id":"a","answer":0,"reason":"stop","counts":{"prompt_tokens":1}}',
        b'{"type":"errorsaid","id":null,"code":"Something went wrong, please visit our site"}',
        b'{"type":"ready","v":1,"isolation":{"no_network":"held"}}',
    ],
)
def test_hostile_words_of_the_child_are_refused(untrusted_line: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_from_engine(untrusted_line)
