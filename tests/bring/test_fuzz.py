"""The fuzzer: a short run of it, and that it finds what it looks for."""

import random

import pytest

from app.bring.faults import Fault, ReadingError
from tests.bring import fuzz
from tests.bring.samples import SAMPLES


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_files_that_were_good_raise_nothing_but_reading_errors(kind: str) -> None:
    # Recognising text takes long.
    assert fuzz.campaign(kind, 15 if kind == "picture" else 60, 60.0) == 0


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_something_is_read_of_a_good_file_and_its_changes_are_those_of_its_number(kind: str) -> None:
    sample = SAMPLES[kind]()
    assert fuzz.fault_of(sample) == ("", True)
    made = [fuzz.changed(sample, random.Random(f"{kind} 1")) for _ in range(2)]
    assert made[0] == made[1]
    assert len({fuzz.changed(sample, random.Random(f"{kind} {number}")) for number in range(20)}) > 10


@pytest.mark.parametrize(
    ("error", "wrong"),
    [(KeyError("x"), "KeyError"), (RecursionError(), "RecursionError"), (ReadingError(Fault.BROKEN), "")],
)
def test_any_other_error_is_a_failure(error: Exception, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_source: object) -> None:
        raise error

    monkeypatch.setattr(fuzz, "opened", fail)
    assert fuzz.fault_of(b"anything") == (wrong, False)


def test_a_failure_is_told_by_its_kind_and_number_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_held: bytes) -> bool:
        raise ValueError("what somebody said")

    monkeypatch.setattr(fuzz, "read", fail)
    assert fuzz.main(["--inputs", "2", "--first", "7", "rtf"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "rtf: ValueError, input 7",
        "rtf: ValueError, input 8",
        "rtf: 2 inputs, something read of 0, 2 failures",
    ]
