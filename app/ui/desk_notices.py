"""What the desk says above its section: what could not be kept, what was found, and what is still missing."""

from PySide6.QtCore import QMargins, Signal

from app.controllers.bug_reports import BugReports
from app.controllers.practice import Desk, Practice
from app.controllers.saving import SaveState
from app.controllers.settings import LookSettings, Recording
from app.errors import ErrorCode
from app.ui.recording_offer import RecordingOffer
from app.ui.screen_capture import ScreenCapture
from app.ui.sentences import sentence
from app.ui.theme import Theme
from app.ui.tokens import SPACE_8, SPACE_24
from app.ui.vault.parts import BACKUPS, CONDITION, KEYS
from app.ui.widgets.notice import Notice
from app.ui.widgets.shown_margin import ShownMargin

_MOST = 2
"""So many at once leave room for the section, and one where it is low; others follow when one is put away."""


class DeskNotices(ShownMargin):
    """The most urgent first."""

    part_asked = Signal(str)
    """The key of a part of the vault page."""
    report_asked = Signal()
    """Somebody wants to see the report of what went wrong in the program."""

    def __init__(
        self,
        theme: Theme,
        practice: Practice,
        desk: Desk,
        settings: LookSettings,
        capture: ScreenCapture,
        reports: BugReports,
    ) -> None:
        side, above = theme.px(SPACE_24), theme.px(SPACE_8)
        super().__init__(QMargins(side, above, side, above), above, _MOST)
        self._theme = theme
        self._practice = practice
        self._desk = desk
        self._settings = settings
        self._capture = capture
        self._reports = reports
        self._told_backup_fault: ErrorCode | None = None
        again = self.tr("Try again")
        self.saving = Notice(theme, "danger", "", action=again)
        unkept = sentence(ErrorCode.CHANGE_NOT_KEPT)
        self.unkept = Notice(theme, "danger", unkept, dismissable=True)
        self.bug = Notice(theme, "warn", "", action=self.tr("Show the report"), dismissable=True)
        self.fault = Notice(theme, "warn", "", dismissable=True)
        self.found = self._leading(
            "danger",
            self.tr("The check of the vault found something. What you see is kept."),
            self.tr("See what was found"),
            CONDITION,
        )
        self.cut_off = self._leading(
            "warn",
            self.tr(
                "Encrypting everything anew was cut off when the screen locked. Everything is as it was: your "
                "earlier recovery key holds, the newer one opens nothing."
            ),
            self.tr("Look at the keys"),
            KEYS,
        )
        self.backup = self._leading("warn", "", self.tr("Look at the backups"), BACKUPS)
        self.keyless = self._leading(
            "warn",
            self.tr(
                "There is no recovery key yet. If you forget the passphrase, nobody can open the vault for you."
            ),
            self.tr("Make one"),
            KEYS,
        )
        self.backupless = self._leading(
            "info",
            self.tr("There is no backup yet. If this computer breaks, your notes go with it."),
            self.tr("Set it up"),
            BACKUPS,
        )

    def begin(self) -> None:
        """Show what there is to say. Only once this has its place: what has none comes up as a window of its own."""
        for notice in (
            self.saving,
            self.unkept,
            self.bug,
            self.fault,
            self.found,
            self.cut_off,
            self.backup,
            self.keyless,
            self.backupless,
        ):
            notice.hide()
            self.add(notice)
        self._listen()
        self._show_saving()
        self._show_unkept()
        self._show_bug()
        self._show_keys()
        self.found.setVisible(bool(self._desk.upkeep.condition.findings))
        if self._capture.can_hide and self._settings.recording is Recording.UNDECIDED:
            self.recording = RecordingOffer(self._theme)
            self.recording.decided.connect(self._decide_recording)
            self.add(self.recording)
        if self._desk.asking.fault is not None:
            # It happened while the shared screen stood here, which tells nobody.
            self.show_fault(self._desk.asking.fault)

    def show_fault(self, code: ErrorCode) -> None:
        """Say what went wrong, until it is put away."""
        self.fault.set_sentence(sentence(code))
        self.fault.show()

    def _show_bug(self) -> None:
        """Say that something of ours failed, and whether what was written was in the vault at that moment."""
        self.bug.setVisible(self._reports.wants_telling)
        if not self._reports.wants_telling:
            return
        if self._desk.saver.state is SaveState.SAVED and self._practice.unkept is None:
            words = self.tr(
                "Something in Trialogue did not work. What you wrote is saved; lock and unlock to go on safely."
            )
        else:
            words = self.tr(
                "Something in Trialogue did not work. What you wrote last may not be saved: write it down, then "
                "lock and unlock."
            )
        self.bug.set_sentence(words)

    def leave_room(self, is_low: bool) -> None:
        """Show fewer at once where they would take the room that reading needs."""
        self.show_at_most(1 if is_low else _MOST)

    def _leading(self, kind: str, words: str, action: str, part: str) -> Notice:
        notice = Notice(self._theme, kind, words, action=action, dismissable=True)
        notice.acted.connect(lambda: self.part_asked.emit(part))
        return notice

    def _listen(self) -> None:
        desk, upkeep = self._desk, self._desk.upkeep
        self.saving.acted.connect(desk.saver.try_again)
        self.unkept.dismissed.connect(self._practice.put_unkept_away)
        self.bug.acted.connect(self.report_asked)
        self.bug.dismissed.connect(self._reports.put_away)
        self._reports.changed.connect(self._show_bug)
        self.fault.dismissed.connect(desk.asking.put_fault_away)
        self.cut_off.dismissed.connect(upkeep.keys.put_cut_off_away)
        self.keyless.dismissed.connect(upkeep.keys.put_reminder_away)
        self.backupless.dismissed.connect(upkeep.backups.put_reminder_away)
        self._practice.state_changed.connect(self._show_unkept)
        desk.saver.state_changed.connect(self._show_saving)
        desk.room.went_wrong.connect(self.show_fault)
        desk.room.workspace_changed.connect(self._show_backups)
        desk.asking.went_wrong.connect(self.show_fault)
        desk.asking.state_changed.connect(self._forget_fault)
        upkeep.keys.changed.connect(self._show_keys)
        upkeep.backups.changed.connect(self._show_backups)
        upkeep.condition.found.connect(self.found.show)

    def _decide_recording(self, hide: bool) -> None:
        self._settings.set_recording(Recording.HIDDEN if hide else Recording.SHOWN)

    def _forget_fault(self) -> None:
        """The next question is under way: what went wrong with the last one is past."""
        if self._desk.asking.arriving_answer_id is not None:
            self.fault.hide()

    def _show_saving(self) -> None:
        fault = self._desk.saver.fault
        self.saving.setVisible(fault is not None)
        if fault is not None:
            self.saving.set_sentence(sentence(fault))

    def _show_unkept(self) -> None:
        self.unkept.setVisible(self._practice.unkept is not None)

    def _show_keys(self) -> None:
        self.cut_off.setVisible(self._desk.upkeep.keys.was_cut_off)
        self.keyless.setVisible(self._desk.upkeep.keys.reminds_of_recovery_key)
        self._show_backups()

    def _show_backups(self) -> None:
        keys, backups = self._desk.upkeep.keys, self._desk.upkeep.backups
        # One reminder at a time; and before there is a client there is nothing to lose.
        due = backups.reminds and not keys.reminds_of_recovery_key and bool(self._desk.room.clients())
        self.backupless.setVisible(due)
        if backups.fault == self._told_backup_fault:
            # Somebody may have put it away.
            return
        self._told_backup_fault = backups.fault
        self.backup.setVisible(backups.fault is not None)
        if backups.fault is not None:
            self.backup.set_sentence(sentence(backups.fault))
