"""Coming back from the shared screen: nothing, a PIN or the passphrase, checked off the window's thread."""

import threading

import pytest

from app.domain.changes import ReturnAsks
from app.errors import ErrorCode, KnownError

from .parts import PASSPHRASE, WAIT_MS, OpenDesk, make_desk

PIN = "2580"


def check(desk: OpenDesk, typed: str) -> ErrorCode | None:
    """Check what was typed: None if it is allowed, else why not."""
    heard: list[ErrorCode | None] = []
    returning = desk.desk.returning
    allowed = returning.allowed.connect(lambda: heard.append(None))
    refused = returning.refused.connect(heard.append)
    returning.check(typed)
    desk.qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    returning.allowed.disconnect(allowed)
    returning.refused.disconnect(refused)
    assert len(heard) == 1
    return heard[0]


def asks(desk: OpenDesk) -> ReturnAsks:
    return desk.desk.returning.asks


def test_at_first_nothing_is_asked_for(desk: OpenDesk) -> None:
    assert asks(desk) is ReturnAsks.NOTHING
    assert check(desk, "") is None


def test_the_right_pin_opens_and_every_other_does_not(desk: OpenDesk) -> None:
    desk.desk.returning.choose_pin(PIN, PIN)
    assert asks(desk) is ReturnAsks.PIN
    for wrong in ("", "2581", "25800", "258", PASSPHRASE, "２５８０"):
        assert check(desk, wrong) in {ErrorCode.WRONG_PIN, ErrorCode.WRONG_PIN_TOO_OFTEN}
        desk.desk.returning.choose_pin(PIN, PIN)
    assert check(desk, PIN) is None


@pytest.mark.parametrize(
    "pin", ["", "123", "1" * 13, "12a4", "12 34", "-1234", "１２３４", "12³4"], ids=lambda pin: pin or "empty"
)
def test_a_pin_is_4_to_12_digits(desk: OpenDesk, pin: str) -> None:
    with pytest.raises(KnownError) as caught:
        desk.desk.returning.choose_pin(pin, pin)
    assert caught.value.code is ErrorCode.PIN_NOT_DIGITS
    assert asks(desk) is ReturnAsks.NOTHING


def test_two_pins_that_differ_change_nothing(desk: OpenDesk) -> None:
    desk.desk.returning.choose_passphrase()
    with pytest.raises(KnownError) as caught:
        desk.desk.returning.choose_pin(PIN, "2581")
    assert caught.value.code is ErrorCode.PINS_DIFFER
    assert asks(desk) is ReturnAsks.PASSPHRASE


def test_the_passphrase_opens_and_every_other_does_not(desk: OpenDesk) -> None:
    desk.desk.returning.choose_passphrase()
    assert check(desk, "three grey herons") is ErrorCode.WRONG_PASSPHRASE
    assert check(desk, PASSPHRASE) is None


def test_after_five_wrong_pins_the_passphrase_is_asked_for_and_then_the_pin_again(desk: OpenDesk) -> None:
    desk.desk.returning.choose_pin(PIN, PIN)
    heard = [check(desk, "0000") for _ in range(5)]
    assert heard == [*[ErrorCode.WRONG_PIN] * 4, ErrorCode.WRONG_PIN_TOO_OFTEN]
    assert asks(desk) is ReturnAsks.PASSPHRASE
    assert check(desk, PIN) is ErrorCode.WRONG_PASSPHRASE
    assert check(desk, PASSPHRASE) is None
    assert asks(desk) is ReturnAsks.PIN


def test_what_is_asked_for_is_there_again_after_unlocking_and_the_pin_is_not(desk: OpenDesk) -> None:
    desk.desk.returning.choose_pin(PIN, PIN)
    again = desk.again()
    assert asks(again) is ReturnAsks.PIN
    assert PIN not in repr(again.vault.workspace())
    assert check(again, PIN) is None


def test_checking_leaves_the_windows_thread_free(desk: OpenDesk) -> None:
    may_answer = threading.Event()
    here = threading.get_ident()
    threads: list[int] = []

    def slow(_passphrase: str) -> None:
        threads.append(threading.get_ident())
        assert may_answer.wait(WAIT_MS / 1000)

    slowly = desk.beside(
        make_desk(
            desk.vault,
            desk.vault.workspace(),
            desk.work,
            desk.local_model,
            prefix="slow",
            check_passphrase=slow,
        )
    )
    slowly.desk.returning.choose_passphrase()
    heard: list[None] = []
    slowly.desk.returning.allowed.connect(lambda: heard.append(None))
    slowly.desk.returning.check("anything")
    assert heard == []
    may_answer.set()
    desk.qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert threads != [here]
