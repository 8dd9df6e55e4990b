"""Locking forgets: a fresh process stands in the place of the one that held the key, and nobody's words are lost."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.paths import DataFolder
from app.store.slot_file import read_slot_file
from app.succession.keeper import NO_SUCCESSOR
from tests.flows.hands import PASSPHRASE, furnish
from tests.flows.keeping import Kept, kept
from tests.flows.kept import ASKING, STILL, canaries
from tests.flows.memory import every_form_of_key, every_form_of_text, hits, processes_of
from tests.flows.playing import GIVE_UP_SECONDS, ends


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with a vault that has one session in it."""
    furnish(DataFolder(tmp_path / "home"))
    return tmp_path / "home"


@contextmanager
def watched(*pids: int) -> Iterator[tuple[int, ...]]:
    """Descriptors that tell of the end of these processes."""
    descriptors = tuple(os.pidfd_open(pid) for pid in pids)
    try:
        yield descriptors
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _patterns(home: Path) -> dict[str, bytes]:
    (slots,) = DataFolder(home).vault.glob("*.slots.json")
    patterns = every_form_of_key(read_slot_file(slots).unlock(PASSPHRASE))
    for number, canary in enumerate(canaries()):
        patterns |= every_form_of_text(f"canary {number}", canary)
    return patterns


def _unlocked(program: Kept) -> int:
    pid = program.seen()
    program.order("unlock")
    program.hear("stands")
    return pid


def test_no_process_of_the_locked_program_holds_the_key_or_a_word_and_unlocking_shows_all_as_it_stood(
    home: Path, tmp_path: Path
) -> None:
    patterns = _patterns(home)
    with kept(home, tmp_path / "pipes", ASKING) as program:
        first = program.seen()
        program.order("write")
        engine = int(program.hear("engine"))
        before = program.stands()
        found = hits(first, patterns)
        assert {name for name in found if name.startswith("key")}
        assert {name.split(" in ")[0] for name in found if name.startswith("canary")} == {
            f"canary {number}" for number in range(50)
        }
        with watched(first, engine) as both:
            program.order("lock")
            fresh = program.seen()
            assert all(map(ends, both))
        locked = processes_of(program.keeper.pid)
        assert locked == [program.keeper.pid, fresh]
        assert {pid: hits(pid, patterns) for pid in locked} == {pid: set() for pid in locked}
        program.order("unlock")
        assert program.stands() == before
        # And again: the one that follows can be followed.
        with watched(fresh) as (gone,):
            program.order("lock")
            assert program.seen() not in {first, fresh}
            assert ends(gone)
        program.order("unlock")
        assert program.stands() == before
        program.order("close")
        assert program.keeper.wait(GIVE_UP_SECONDS) == 0


@pytest.mark.parametrize("order", ["tell_state", "maximise", "fill_screen"])
def test_the_fresh_window_stands_where_the_old_one_stood(home: Path, tmp_path: Path, order: str) -> None:
    with kept(home, tmp_path / "pipes") as program:
        _unlocked(program)
        program.order(order)
        stood = program.hear("state")
        program.order("lock")
        assert program.hear("seen").split(" unlock ")[1] == stood


def test_a_window_stays_when_its_keeper_is_killed_and_forgets_all_the_same(
    home: Path, tmp_path: Path
) -> None:
    with kept(home, tmp_path / "pipes") as program:
        first = _unlocked(program)
        program.keeper.kill()
        program.keeper.wait(GIVE_UP_SECONDS)
        program.mourn()
        program.order("look")
        before = program.stands()
        with watched(first) as (gone,):
            program.order("lock")
            second = program.seen()
            assert ends(gone)
        program.order("unlock")
        assert program.stands() == before
        with watched(second) as (gone,):
            program.order("close")
            assert ends(gone)


def test_where_each_fresh_process_is_killed_the_program_ends_and_leaves_nobody_behind(
    home: Path, tmp_path: Path
) -> None:
    with kept(home, tmp_path / "pipes", STILL) as program:
        first = _unlocked(program)
        with watched(first) as (gone,):
            program.order("lock")
            os.kill(program.seen(), signal.SIGKILL)
            os.kill(program.seen(), signal.SIGKILL)
            assert ends(gone)
        assert program.keeper.wait(GIVE_UP_SECONDS) == 1
        assert processes_of(program.keeper.pid) == [program.keeper.pid]
        assert NO_SUCCESSOR in program.errors()


def test_where_no_fresh_process_is_ever_seen_the_program_ends_with_a_sentence_rather_than_keep_the_key(
    home: Path, tmp_path: Path
) -> None:
    with kept(home, tmp_path / "pipes", STILL) as program:
        first = _unlocked(program)
        with watched(first) as (gone,):
            program.order("lock")
            # How many come up in the time that each of them has is the machine's affair.
            assert ends(gone)
            assert program.keeper.wait(GIVE_UP_SECONDS) == 1
        assert not Path(f"/proc/{first}").exists()
        assert processes_of(program.keeper.pid) == [program.keeper.pid]
        assert NO_SUCCESSOR in program.errors()


def test_while_the_last_words_cannot_be_saved_no_process_is_replaced(home: Path, tmp_path: Path) -> None:
    with kept(home, tmp_path / "pipes") as program:
        first = _unlocked(program)
        program.order("fill")
        program.hear("full")
        program.order("lock_and_make_room")
        program.hear("waiting")
        assert processes_of(program.keeper.pid) == [program.keeper.pid, first]
        with watched(first) as (gone,):
            assert program.seen() != first
            assert ends(gone)
        program.order("unlock")
        assert any("The river was higher" in text for text in program.stands()["texts"])


def test_closing_the_locked_window_before_the_fresh_one_is_there_ends_the_program(
    home: Path, tmp_path: Path
) -> None:
    with kept(home, tmp_path / "pipes") as program:
        _unlocked(program)
        program.order("lock_and_close")
        assert program.keeper.wait(GIVE_UP_SECONDS) == 0
        assert processes_of(program.keeper.pid) == [program.keeper.pid]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_to_the_keeper_closes_the_window_as_a_person_does(
    home: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with kept(home, tmp_path / "pipes") as program:
        first = _unlocked(program)
        with watched(first) as (gone,):
            program.keeper.send_signal(number)
            assert program.keeper.wait(GIVE_UP_SECONDS) == 0
            assert ends(gone)
    assert list(DataFolder(home).vault.glob("*-wal")) == []


def test_the_program_ends_with_the_status_with_which_its_window_is_killed(home: Path, tmp_path: Path) -> None:
    with kept(home, tmp_path / "pipes") as program:
        os.kill(program.seen(), signal.SIGKILL)
        assert program.keeper.wait(GIVE_UP_SECONDS) == 128 + signal.SIGKILL
