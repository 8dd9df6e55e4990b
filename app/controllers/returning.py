"""What coming back from the shared screen asks for: nothing, a PIN, or the passphrase."""

from collections.abc import Callable

import argon2
from PySide6.QtCore import QObject, Signal

from app.controllers.room import Room
from app.controllers.work_queue import WorkQueue
from app.domain.changes import ReturnAsks, ReturnCheck, SetReturnCheck
from app.errors import ErrorCode, KnownError

PIN_MIN_DIGITS, PIN_MAX_DIGITS = 4, 12
MOST_TRIES = 5
"""Wrong PINs in a row, after which the passphrase is asked for."""


class Returning(QObject):
    """Checks what is typed on the way back, off the window's thread.

    Args:
        room: keeps what is asked for.
        check_passphrase: returns if the passphrase is right; raises KnownError WRONG_PASSPHRASE and others.
        work: the thread that checks.
    """

    allowed = Signal()
    """What was typed is right."""
    refused = Signal(object)
    """ErrorCode: WRONG_PIN, WRONG_PIN_TOO_OFTEN, WRONG_PASSPHRASE, or what stood against checking."""

    def __init__(
        self,
        room: Room,
        check_passphrase: Callable[[str], None],
        work: WorkQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._check_passphrase = check_passphrase
        self._work = work
        self._wrong_pins = 0

    @property
    def asks(self) -> ReturnAsks:
        """What is asked for now."""
        asks = self._room.return_check.asks
        if asks is ReturnAsks.PIN and self._wrong_pins >= MOST_TRIES:
            return ReturnAsks.PASSPHRASE
        return asks

    def choose_nothing(self) -> None:
        """Ask for nothing."""
        self._keep(ReturnCheck())

    def choose_passphrase(self) -> None:
        """Ask for the passphrase."""
        self._keep(ReturnCheck(ReturnAsks.PASSPHRASE))

    def choose_pin(self, pin: str, repeated: str) -> None:
        """Ask for this PIN. It is kept in the vault, as Argon2's hash.

        Raises:
            KnownError: PIN_NOT_DIGITS or PINS_DIFFER.
        """
        if not (pin.isascii() and pin.isdigit() and PIN_MIN_DIGITS <= len(pin) <= PIN_MAX_DIGITS):
            raise KnownError(ErrorCode.PIN_NOT_DIGITS)
        if pin != repeated:
            raise KnownError(ErrorCode.PINS_DIFFER)
        self._keep(ReturnCheck(ReturnAsks.PIN, argon2.PasswordHasher().hash(pin)))

    def check(self, typed: str) -> None:
        """Check what was typed. `allowed` or `refused` follows."""
        match self.asks:
            case ReturnAsks.NOTHING:
                self.allowed.emit()
            case ReturnAsks.PASSPHRASE:
                self._work.submit(
                    lambda: self._check_passphrase(typed), lambda _none: self._allow(), self.refused.emit
                )
            case ReturnAsks.PIN:
                pin_hash = self._room.return_check.pin_hash
                self._work.submit(lambda: _is_right(pin_hash, typed), self._on_pin_checked, self.refused.emit)

    def _on_pin_checked(self, right: bool) -> None:
        if right:
            self._allow()
            return
        self._wrong_pins += 1
        too_often = self._wrong_pins >= MOST_TRIES
        self.refused.emit(ErrorCode.WRONG_PIN_TOO_OFTEN if too_often else ErrorCode.WRONG_PIN)

    def _allow(self) -> None:
        self._wrong_pins = 0
        self.allowed.emit()

    def _keep(self, check: ReturnCheck) -> None:
        self._wrong_pins = 0
        self._room.record_progress(SetReturnCheck(check))


def _is_right(pin_hash: str, typed: str) -> bool:
    try:
        return argon2.PasswordHasher().verify(pin_hash, typed)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False
