"""What every engine child has to keep to: one suite, inherited by each backend."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import astuple
from itertools import pairwise
from typing import TypeVar

import pytest

from app.children.protocol import PROTOCOL_VERSION, Isolation, Outcome, WallState
from app.engine.messages import (
    AnswerRequest,
    Ask,
    Cancel,
    Count,
    Counted,
    Done,
    DoneReason,
    EngineFault,
    ErrorSaid,
    Hello,
    Loaded,
    Piece,
    Reading,
    Ready,
    Shutdown,
    read_from_engine,
    write_to_engine,
)

from .contract_memory import LONG, MemoryContract
from .speaking import (
    CONTEXT_TOKENS,
    ROOT,
    EngineChild,
    Heard,
    engine_child,
    loaded_child,
    question,
    read_within_limit,
    settings,
    starter,
)

_Kind = TypeVar("_Kind", Piece, Reading, Done)

ENDLESS = settings(max_tokens=300)

_STARTS_A_CHILD = """
import subprocess, sys, os
_, speaks_to, hears_from, model, *command = sys.argv
command += ["--model-fd", model, "--parent-pid", str(os.getpid())]
subprocess.Popen(command, stdin=int(hears_from), stdout=int(speaks_to), pass_fds=[int(model)])
sys.stdin.read()
"""


class EngineContract(MemoryContract):
    """Subclasses give the command."""

    command: tuple[str, ...]
    has_walls: bool
    """Whether it closes itself off from everything, as the real one does."""

    @pytest.fixture(scope="class")
    @classmethod
    def child(cls) -> Iterator[EngineChild]:
        """Loaded, and shared by the tests that leave it as they found it."""
        with loaded_child(cls.command, starter()) as child:
            yield child

    @pytest.fixture
    def fresh_child(self) -> Iterator[EngineChild]:
        """Not greeted yet, for tests that end it."""
        with engine_child(self.command, starter()) as child:
            yield child

    def test_hello_is_answered_with_the_version_and_every_wall_that_holds_here(
        self, fresh_child: EngineChild
    ) -> None:
        on_linux = WallState.HELD if sys.platform == "linux" else WallState.NOT_HERE
        everywhere = WallState.HELD
        walls = Isolation(
            ends_with_parent=on_linux,
            no_core_dump=everywhere,
            not_traceable=on_linux,
            no_new_privileges=on_linux,
            descriptors_closed=everywhere,
        )
        ready = fresh_child.greet()
        assert (ready.v, ready.isolation) == (PROTOCOL_VERSION, walls)
        if self.has_walls and sys.platform == "linux":
            assert set(astuple(ready.confinement.probes)) == {Outcome.DENIED}

    def test_loading_progresses_and_ends_with_at_most_the_context_that_was_asked_for(
        self, fresh_child: EngineChild
    ) -> None:
        fresh_child.greet()
        progress, loaded = fresh_child.load()
        assert progress
        assert all(before.fraction < after.fraction for before, after in pairwise(progress))
        assert isinstance(loaded, Loaded)
        assert loaded.context_tokens == CONTEXT_TOKENS
        assert loaded.threads >= 1

    def test_each_answer_of_a_request_has_its_own_messages_and_seed(self, child: EngineChild) -> None:
        answers = (
            question("What is rain?", 1),
            question("What is rain?", 2),
            question("Name a colour, please, and why you like it.", 3),
        )
        heard = child.ask(Ask("several", answers, settings()))
        assert set(heard.done) == {0, 1, 2}
        assert all(heard.sequence(i) == list(range(len(heard.sequence(i)))) for i in range(3))
        assert len({heard.text(i) for i in range(3)}) == 3
        prompts = [heard.done[i].counts.prompt_tokens for i in range(3)]
        assert prompts[0] == prompts[1] < prompts[2]

    def test_a_request_may_ask_for_as_many_answers_as_the_protocol_allows(self, child: EngineChild) -> None:
        answers = tuple(question("What is rain?", seed) for seed in range(8))
        heard = child.ask(Ask("eight", answers, settings(max_tokens=3)))
        assert set(heard.done) == set(range(8))
        assert all(heard.text(i) for i in range(8))

    def test_a_long_question_is_read_in_steps(self, child: EngineChild) -> None:
        heard = child.ask(Ask("long", (question(LONG),), settings(max_tokens=2)))
        fractions = [reading.fraction for reading in heard.readings]
        assert len(fractions) > 2
        assert fractions == sorted(fractions)
        assert fractions[-1] == 1.0

    def test_an_answer_ends_at_the_length_that_was_asked_for(self, child: EngineChild) -> None:
        heard = child.ask(Ask("short", (question("Tell me a long story."),), settings(max_tokens=4)))
        assert heard.done[0].reason is DoneReason.LENGTH
        assert heard.done[0].counts.tokens == 4

    def test_cancelling_while_answering_ends_it_and_the_next_question_is_answered(
        self, child: EngineChild
    ) -> None:
        ask = Ask("cancelled", (question("Tell me a long story about rain."),), ENDLESS)
        child.say(ask)
        self._hear_until(child, Piece)
        child.say(Cancel("cancelled", None))
        heard = child.gather(ask)
        assert heard.done[0].reason is DoneReason.CANCELLED
        assert heard.done[0].counts.tokens < ENDLESS.max_tokens
        assert self._ask(child, "next", question("What is rain?")).text()

    def test_cancelling_one_answer_leaves_the_others(self, child: EngineChild) -> None:
        answers = (question("Tell me a long story.", 1), question("Tell me a long story.", 2))
        ask = Ask("one", answers, ENDLESS)
        child.say(ask)
        self._hear_until(child, Piece)
        child.say(Cancel("one", 1))
        ended = self._hear_until(child, Done)
        assert (ended.answer, ended.reason) == (1, DoneReason.CANCELLED)
        assert self._hear_until(child, Piece).answer == 0
        child.say(Cancel("one", 0))
        assert self._hear_until(child, Done).answer == 0

    def test_cancelling_during_reading_ends_it_before_any_piece(self, child: EngineChild) -> None:
        answers = (question(f"Snow. {LONG}", 1), question(f"Snow. {LONG}", 2))
        ask = Ask("reading", answers, ENDLESS)
        child.say(ask)
        self._hear_until(child, Reading)
        child.say(Cancel("reading", None))
        heard = child.gather(ask)
        assert heard.pieces == []
        assert {done.reason for done in heard.done.values()} == {DoneReason.CANCELLED}
        assert self._ask(child, "next", question("What is rain?")).text()

    def test_cancelling_what_is_unknown_is_ignored(self, child: EngineChild) -> None:
        child.say(Cancel("nobody", None))
        assert self._ask(child, "next", question("What is rain?")).text()

    def test_a_second_request_is_refused_while_one_is_answered(self, child: EngineChild) -> None:
        first = Ask("first", (question("Tell me a long story."),), settings(max_tokens=40))
        child.say(first)
        child.say(Ask("second", (question("And me."),), settings()))
        heard = child.gather(first)
        assert heard.errors == [ErrorSaid("second", EngineFault.BUSY)]
        assert heard.done[0].reason is not DoneReason.CANCELLED

    def test_a_question_over_the_context_is_refused_before_it_is_read(self, child: EngineChild) -> None:
        heard = child.ask(Ask("over", (question("rain " * 2 * CONTEXT_TOKENS),), settings()))
        assert heard == Heard(errors=[ErrorSaid("over", EngineFault.OVER_CONTEXT)])

    def test_tokens_are_counted(self, child: EngineChild) -> None:
        child.say(Count("counting", "rain falls softly"))
        assert child.hear() == Counted("counting", 3)

    def test_asking_before_loading_is_refused(self, fresh_child: EngineChild) -> None:
        fresh_child.greet()
        heard = fresh_child.ask(Ask("early", (question("Hello"),), settings()))
        assert heard.errors == [ErrorSaid("early", EngineFault.NOT_LOADED)]

    def test_shutdown_ends_it(self, fresh_child: EngineChild) -> None:
        fresh_child.greet()
        fresh_child.say(Shutdown())
        assert fresh_child.wait() == 0

    def test_shutdown_ends_it_in_the_middle_of_an_answer(self, fresh_child: EngineChild) -> None:
        self._begin_answer(fresh_child)
        fresh_child.say(Shutdown())
        assert fresh_child.wait() == 0

    def test_the_end_of_input_ends_it_in_the_middle_of_an_answer(self, fresh_child: EngineChild) -> None:
        self._begin_answer(fresh_child)
        fresh_child.close_input()
        assert fresh_child.wait() == 0

    @pytest.mark.parametrize(
        "line",
        [b"no json\n", b'{"type":"run"}\n', b'{"type":"hello","v":2}\n', write_to_engine(Shutdown())],
        ids=["not-json", "unknown", "other-version", "no-greeting"],
    )
    def test_a_command_that_was_not_agreed_ends_it(self, fresh_child: EngineChild, line: bytes) -> None:
        fresh_child.say_raw(line)
        assert fresh_child.hear() == ErrorSaid(None, EngineFault.BAD_COMMAND)
        assert fresh_child.hear_raw() == b""
        assert fresh_child.wait() == 1

    def test_it_ends_when_its_parent_is_killed(self) -> None:
        hears, speaks = os.pipe()
        input_end, to_child = os.pipe()
        with starter().open("rb") as model:
            passed = [speaks, input_end, model.fileno()]
            command = [sys.executable, "-c", _STARTS_A_CHILD, *map(str, passed), *self.command]
            parent = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=passed, cwd=ROOT)
        os.close(speaks)
        os.close(input_end)
        try:
            os.write(to_child, write_to_engine(Hello(PROTOCOL_VERSION)))
            with os.fdopen(os.dup(hears), "rb", buffering=0) as said:
                assert isinstance(read_from_engine(said.readline()), Ready)
            parent.send_signal(signal.SIGKILL)
            parent.wait()
            # The test holds the child's input open, so on Linux it is the death signal that ends it. Elsewhere
            # only the end of input does.
            if sys.platform != "linux":
                os.close(to_child)
            assert read_within_limit(hears) == b""
        finally:
            parent.kill()
            os.close(hears)
            if sys.platform == "linux":
                os.close(to_child)
            assert parent.stdin is not None
            parent.stdin.close()

    def _ask(self, child: EngineChild, request_id: str, *answers: AnswerRequest) -> Heard:
        return child.ask(Ask(request_id, answers, settings()))

    def _hear_until(self, child: EngineChild, kind: type[_Kind]) -> _Kind:
        while not isinstance(message := child.hear(), kind):
            pass
        return message

    def _begin_answer(self, child: EngineChild) -> None:
        child.greet()
        child.load()
        child.say(Ask("endless", (question("Tell me a long story."),), ENDLESS))
        self._hear_until(child, Piece)
