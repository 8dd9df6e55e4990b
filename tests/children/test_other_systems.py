"""The walls of macOS and Windows: what is asked of each system, and what is made of its answer.

The systems themselves are stood in for: neither is here.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pytest

from app.children.job import Windows, close_job, lose_trust, system_libraries
from app.children.sandbox import close_sandbox, system_sandbox

GIB = 1024**3
JOB = ("CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject")
TRUST = ("OpenProcessToken", "ConvertStringSidToSidA", "SetTokenInformation")


class Call:
    """A function of a library: ctypes may be told its types."""

    restype: Any = None

    def __init__(
        self, name: str, answer: Callable[[], int], called: list[tuple[str, tuple[Any, ...]]]
    ) -> None:
        self._name = name
        self._answer = answer
        self._called = called

    def __call__(self, *arguments: Any) -> int:
        self._called.append((self._name, arguments))
        return self._answer()


class Library:
    """Every function of it answers the same, but for those that refuse."""

    def __init__(self, *refusing: str, answer: int = 1) -> None:
        self.refusing = refusing
        self.answer = answer
        self.called: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Call:
        call = Call(name, lambda: 0 if name in self.refusing else self.answer, self.called)
        setattr(self, name, call)
        return call

    @property
    def names(self) -> list[str]:
        """What was called, in this order."""
        return [name for name, _ in self.called]


def windows(*refusing: str) -> tuple[Windows, Library, Library]:
    """Windows, and its two libraries to look at."""
    kernel, security = Library(*refusing), Library(*refusing)
    return Windows(kernel, security), kernel, security


@pytest.mark.parametrize(
    "what", ["network*", "file-read-data", "file-write*", "process-fork", "process-exec"]
)
def test_the_sandbox_of_macos_denies_what_leads_out(what: str) -> None:
    library = Library(answer=0)
    assert close_sandbox(library)
    ((name, (profile, flags, _)),) = library.called
    assert (name, flags.value) == ("sandbox_init", 0)
    denied = " ".join(line for line in profile.decode().splitlines() if line.startswith("(deny"))
    assert what in denied


def test_a_profile_that_macos_does_not_take_is_told_and_its_words_are_given_back() -> None:
    words = ctypes.c_char_p(b"no such operation")

    class Refusing(Library):
        def sandbox_init(self, _profile: bytes, _flags: object, fault: Any) -> int:
            fault._obj.value = words.value
            return -1

    library = Refusing()
    assert not close_sandbox(library)
    assert library.names == ["sandbox_free_error"]


def test_the_job_of_windows_holds_one_process_with_so_much_memory_and_nothing_of_the_desktop() -> None:
    system, kernel, _ = windows()
    assert close_job(system, 3 * GIB)
    assert [name for name in kernel.names if name in JOB] == [
        "CreateJobObjectW",
        *["SetInformationJobObject"] * 2,
        "AssignProcessToJobObject",
    ]
    limits, of_desktop = (
        arguments[2]._obj for name, arguments in kernel.called if name == "SetInformationJobObject"
    )
    assert (limits.basic.most_processes, limits.process_memory) == (1, 3 * GIB)
    assert limits.basic.flags == 0x8 | 0x100 | 0x400 | 0x2000
    assert of_desktop.value == 0xFF
    assert "CloseHandle" not in kernel.names


@pytest.mark.parametrize("refusing", JOB)
def test_a_job_that_windows_does_not_make_whole_is_told(refusing: str) -> None:
    system, kernel, _ = windows(refusing)
    assert not close_job(system, GIB)
    assert kernel.names[-1] == refusing


def test_the_lowest_trust_is_taken_and_the_handles_are_given_back() -> None:
    system, kernel, security = windows()
    assert lose_trust(system)
    (sid,) = [arguments[0] for name, arguments in security.called if name == "ConvertStringSidToSidA"]
    assert sid == b"S-1-16-0"
    assert kernel.names[-2:] == ["LocalFree", "CloseHandle"]


@pytest.mark.parametrize("refusing", TRUST)
def test_a_trust_that_cannot_be_lowered_is_told(refusing: str) -> None:
    assert not lose_trust(windows(refusing)[0])


def test_on_the_system_that_is_here_the_others_are_not() -> None:
    missing = 0
    for load in (system_libraries, system_sandbox):
        try:
            load()
        except (OSError, AttributeError):
            missing += 1
    assert missing >= 1
