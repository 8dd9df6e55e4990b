"""The model on this computer: found, checked, and its engine kept at hand while the vault is open.

A model whose child ended unasked twice in a row, with no answer that came to its end in between, is set aside by the
checksum of its file (`set_aside.py`): it is not started by itself any more, now or after the program starts anew.
Somebody may try it once more, as often as they like, or put another file in its place. With the first answer that
comes to its end it is a model like any other again.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.catalogue.check import CheckCancelledError
from app.catalogue.test_drive import DriveCounts, ModelDrive
from app.catalogue.verified import ModelRole, VerifiedModel
from app.controllers.engine_client import EngineClient, EngineState, without_promise
from app.controllers.set_aside import SetAside
from app.controllers.work_queue import WorkQueue
from app.engine.messages import Done, DoneReason
from app.errors import ErrorCode

__all__ = ["DriveCounts", "LocalModel", "ModelDrive", "ModelRole", "ModelState"]


class ModelState(Enum):
    """What the window says about the model."""

    CHECKING = "checking"
    LOADING = "loading"
    READY = "ready"
    FAULTY = "faulty"


class LocalModel(QObject):
    """Checks the model file once, then starts and ends the engine on request.

    Args:
        find: finds and checks the model file; runs off the window's thread; calls what it is given with how
            much of the file has been read, 0 to 1; raises KnownError, or CheckCancelledError at the program's end.
        make_engine: makes the engine's owner for a checked file.
        work: the thread for checking.
        drive_of: returns the test drive of the model with this checksum, or None if it was not tried; quick.
        set_aside: which files killed the engine; asked and told on the thread for checking. Without it they are
            forgotten when the program ends.
    """

    state_changed = Signal()
    progressed = Signal()
    """`checked_fraction` has grown."""
    _read = Signal(float)

    def __init__(
        self,
        find: Callable[[Callable[[float], None]], VerifiedModel],
        make_engine: Callable[[VerifiedModel], EngineClient],
        work: WorkQueue,
        drive_of: Callable[[str], ModelDrive | None] = lambda _sha256: None,
        set_aside: SetAside | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._set_aside = set_aside or SetAside(None)
        self._is_set_aside = False
        self._once_more = False
        self._find = find
        self._drive_of = drive_of
        self._make_engine = make_engine
        self._work = work
        self._wanted = False
        self._checking = False
        # Told by the thread that checks, heard on the window's.
        self._read.connect(self._on_read)
        self.checked_fraction = 0.0
        """How much of the file has been read in the check that is under way, or was in the last, 0 to 1."""
        self.engine: EngineClient | None = None
        self.model: VerifiedModel | None = None
        self.drive: ModelDrive | None = None
        """What the model's own test drive gave, or None: then it was not tried."""
        self.fault: ErrorCode | None = None

    @property
    def state(self) -> ModelState:
        """What the window says about the model; `fault` gives the reason for FAULTY."""
        if self.fault is not None:
            return ModelState.FAULTY
        if self.engine is None:
            return ModelState.CHECKING
        answering = self.engine.state in {EngineState.READY, EngineState.ANSWERING}
        return ModelState.READY if answering else ModelState.LOADING

    @property
    def is_starter(self) -> bool:
        """Whether this is the small model that only shows how the product works."""
        return self.model is not None and self.model.role is ModelRole.STARTER

    def start(self) -> None:
        """Have the model ready, as soon as it is checked. Does nothing if it is on its way."""
        self._wanted = True
        if self.engine is not None:
            self.engine.start()
        elif not self._checking:
            self._check()

    def try_again(self) -> None:
        """Check the file anew and start the engine, after a fault: also with a model that was set aside."""
        self._once_more = self.fault is ErrorCode.MODEL_SET_ASIDE
        self.fault = None
        self._wanted = True
        # Made for the file as it was: another may lie there by now.
        self._drop_engine()
        if not self._checking:
            self._check()
        self.state_changed.emit()

    def stop(self) -> None:
        """End the engine, so that nothing that was said stays in its memory."""
        self._wanted = False
        if self._is_set_aside:
            self._drop_engine()
        elif self.engine is not None:
            self.engine.stop()

    def _check(self) -> None:
        self._checking = True
        self.checked_fraction = 0.0
        self._work.submit(self._found, self._on_checked, self._on_faulty, if_bug=ErrorCode.MODEL_UNREADABLE)
        self.state_changed.emit()

    def _found(self) -> tuple[VerifiedModel, bool] | None:
        """The model, and whether it was set aside."""
        told_percent = 0

        def tell(fraction: float) -> None:
            nonlocal told_percent
            percent = int(fraction * 100)
            if percent > told_percent:
                told_percent = percent
                self._read.emit(percent / 100)

        try:
            model = self._find(tell)
        except CheckCancelledError:
            return None
        return model, self._set_aside.has(model.sha256)

    def _on_read(self, fraction: float) -> None:
        self.checked_fraction = fraction
        self.progressed.emit()

    def _on_checked(self, found: tuple[VerifiedModel, bool] | None) -> None:
        self._checking = False
        if found is None:
            return
        self.model, self._is_set_aside = found
        self.drive = self._drive_of(self.model.sha256)
        once_more, self._once_more = self._once_more, False
        if self._is_set_aside and not once_more:
            self._on_faulty(ErrorCode.MODEL_SET_ASIDE)
            return
        self.fault = None
        self.engine = self._make_engine(self.model)
        self.engine.setParent(self)
        self.engine.state_changed.connect(self._on_engine_state)
        self.engine.answer_finished.connect(self._on_answer_finished)
        self.engine.failed.connect(self._on_gave_up)
        if self._wanted:
            self.engine.start()
        self.state_changed.emit()

    def _on_engine_state(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self.fault = None
        self.state_changed.emit()

    def _on_answer_finished(self, done: Done) -> None:
        if self._is_set_aside and self.model is not None and done.reason is not DoneReason.CANCELLED:
            self._is_set_aside = False
            self._tell(self._set_aside.remove, self.model.sha256)

    def _on_gave_up(self, code: ErrorCode) -> None:
        """The engine is not started again by itself: the sentence must not promise that."""
        if self.engine is None or self.model is None or not self.engine.killed_twice:
            self._on_faulty(without_promise(code))
            return
        self._tell(self._set_aside.add, self.model.sha256)
        # What comes next begins with a look at what was set aside.
        self._drop_engine()
        self._on_faulty(ErrorCode.MODEL_SET_ASIDE)

    def _tell(self, what: Callable[[str], None], sha256: str) -> None:
        self._work.submit(lambda: what(sha256), lambda _none: None, lambda _code: None)

    def _drop_engine(self) -> None:
        if self.engine is None:
            return
        engine, self.engine = self.engine, None
        engine.disconnect(self)
        engine.stop()
        engine.deleteLater()

    def _on_faulty(self, code: ErrorCode) -> None:
        self._checking = False
        self.fault = code
        self.state_changed.emit()
