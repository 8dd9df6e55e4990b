"""What the program says when the world gets in the way: one clear sentence with a next step for each code."""

from PySide6.QtCore import QCoreApplication

from app.controllers.permission import Permission, Reason
from app.errors import ErrorCode
from app.ui.screen_language import screen_language


def sentence(code: ErrorCode) -> str:
    """Return the sentence for a fault, in the language of the program."""
    return (
        _vault_sentences().get(code)
        or _entry_sentences().get(code)
        or _page_sentences().get(code)
        or _backup_sentences().get(code)
        or _model_sentences()[code]
    )


def permission_sentence(permission: Permission) -> str:
    """Return why an action is closed, with the place where that is the reason; empty if it is open."""
    if permission.reason is Reason.PLACE_OF_PRACTICE and permission.place is not None:
        words = QCoreApplication.translate(
            "Sentences",
            "Closed where you practise: {place}. Reading, marking and notes stay open. Settings has the way to "
            "change the place.",
        )
        return words.format(place=permission.place.of(screen_language()))
    return "" if permission.reason is None else reason_sentence(permission.reason)


def reason_sentence(reason: Reason) -> str:
    """Return why an action is closed, in the language of the program."""
    return {
        Reason.NOT_AGREED: QCoreApplication.translate(
            "Sentences", "This has not been agreed with the client. Talk about it together first."
        ),
        Reason.PLACE_OF_PRACTICE: QCoreApplication.translate(
            "Sentences",
            "Closed by the place of practice that was chosen. Reading, marking and notes stay open.",
        ),
    }[reason]


def _vault_sentences() -> dict[ErrorCode, str]:
    return {
        ErrorCode.PASSPHRASE_TOO_SHORT: QCoreApplication.translate(
            "Sentences", "The passphrase needs at least 12 characters. A few words with spaces work well."
        ),
        ErrorCode.PASSPHRASE_TOO_LONG: QCoreApplication.translate(
            "Sentences", "The passphrase is longer than 1,000 characters. A few words are enough."
        ),
        ErrorCode.PASSPHRASES_DIFFER: QCoreApplication.translate(
            "Sentences", "The two passphrases are not the same. Type the second one again."
        ),
        ErrorCode.WRONG_PASSPHRASE: QCoreApplication.translate(
            "Sentences", "That passphrase didn’t open it. Try again."
        ),
        ErrorCode.TOO_MANY_TRIES: QCoreApplication.translate(
            "Sentences",
            "Several passphrases didn’t open it. Wait a little before the next one; the recovery key works at once.",
        ),
        ErrorCode.PASSPHRASE_ASKED_AGAIN: QCoreApplication.translate(
            "Sentences", "It is time to type your passphrase once, so that it stays in your memory."
        ),
        ErrorCode.RECOVERY_KEY_MISTYPED: QCoreApplication.translate(
            "Sentences",
            "That is not quite a recovery key. Compare each group with your sheet, then try again.",
        ),
        ErrorCode.RECOVERY_GROUP_WRONG: QCoreApplication.translate(
            "Sentences", "That is not the group on your paper. Look once more, and type its five characters."
        ),
        ErrorCode.WRONG_RECOVERY_KEY: QCoreApplication.translate(
            "Sentences",
            "That recovery key is typed right, but it doesn’t open this vault. Look for the newest sheet, or type "
            "your passphrase.",
        ),
        ErrorCode.NO_RECOVERY_KEY: QCoreApplication.translate(
            "Sentences", "This vault has no recovery key. Type your passphrase instead."
        ),
        ErrorCode.KEYRING_DOES_NOT_OPEN: QCoreApplication.translate(
            "Sentences",
            "What this computer keeps in its keyring doesn’t open the vault. Type your passphrase instead.",
        ),
        ErrorCode.VAULT_MISSING: QCoreApplication.translate(
            "Sentences",
            "The vault’s main file, vault.db, is not in its folder. Put it back from your copy, then try again.",
        ),
        ErrorCode.VAULT_ALREADY_THERE: QCoreApplication.translate(
            "Sentences",
            "There is a vault in this folder already. Close the program and open it again to unlock it.",
        ),
        ErrorCode.VAULT_EMPTY: QCoreApplication.translate(
            "Sentences",
            "The vault’s file is empty, so there is nothing to open. Put your copy of vault.db in its place.",
        ),
        ErrorCode.VAULT_NOT_A_FILE: QCoreApplication.translate(
            "Sentences",
            "There is a folder where the vault’s file should be. Move it away and put vault.db in its place.",
        ),
        ErrorCode.VAULT_NOT_ENCRYPTED: QCoreApplication.translate(
            "Sentences",
            "The vault’s file is not encrypted, so it is not the one made here. Put your own vault.db in its place.",
        ),
        ErrorCode.VAULT_DAMAGED: QCoreApplication.translate(
            "Sentences",
            "The vault’s file is damaged. Save what can still be read, or restore your newest backup.",
        ),
        ErrorCode.VAULT_NEWER: QCoreApplication.translate(
            "Sentences", "A newer version of Trialogue made this vault. Open it with that version."
        ),
        ErrorCode.VAULT_IN_USE: QCoreApplication.translate(
            "Sentences", "The vault is open in another Trialogue window. Close that one, then try again."
        ),
        ErrorCode.SLOTS_MISSING: QCoreApplication.translate(
            "Sentences",
            "The vault’s key file, vault.slots.json, is missing. Put it back beside vault.db, then try again.",
        ),
        ErrorCode.SLOTS_DAMAGED: QCoreApplication.translate(
            "Sentences",
            "The vault’s key file is damaged; your passphrase may well be right. Put your copy of vault.slots.json "
            "in its place.",
        ),
        ErrorCode.SLOTS_NEWER: QCoreApplication.translate(
            "Sentences", "A newer version of Trialogue wrote the vault’s key file. Open it with that version."
        ),
        ErrorCode.SLOTS_DO_NOT_MATCH: QCoreApplication.translate(
            "Sentences",
            "The vault and its key file do not belong together. Put both back from the same copy.",
        ),
        ErrorCode.SALVAGE_IMPOSSIBLE: QCoreApplication.translate(
            "Sentences",
            "Too little of the vault can be read to save anything from it. Restore your newest backup instead.",
        ),
        ErrorCode.FOLDER_NOT_MADE: QCoreApplication.translate(
            "Sentences",
            "Trialogue can’t make the folder in which it keeps everything. Allow writing there, then open it again.",
        ),
        ErrorCode.FOLDER_READ_ONLY: QCoreApplication.translate(
            "Sentences",
            "The vault’s folder can be read but not written. Allow writing there, then try again.",
        ),
        ErrorCode.DISK_FULL: QCoreApplication.translate(
            "Sentences",
            "The disk is full. Free some space; what you wrote stays here and is saved as soon as there is room.",
        ),
        ErrorCode.STORAGE_FAILED: QCoreApplication.translate(
            "Sentences",
            "The disk does not take what is written. It stays here and is tried again: check the disk.",
        ),
        ErrorCode.CHANGE_NOT_KEPT: QCoreApplication.translate(
            "Sentences",
            "Something could not be kept; the rest is saved. Write down what you did last, then lock and unlock to "
            "see what is missing.",
        ),
        ErrorCode.NOT_ENOUGH_MEMORY: QCoreApplication.translate(
            "Sentences",
            "This computer has too little free memory for that. Close other programs, then try again.",
        ),
        ErrorCode.KEYRING_UNAVAILABLE: QCoreApplication.translate(
            "Sentences",
            "This computer’s keyring cannot be reached just now. Your passphrase opens the vault as always.",
        ),
        ErrorCode.KEYRING_LOCKED: QCoreApplication.translate(
            "Sentences",
            "This computer’s keyring is locked. Unlock it and try again, or type your passphrase.",
        ),
        ErrorCode.KEYRING_UNRELIABLE: QCoreApplication.translate(
            "Sentences",
            "This computer’s keyring gave back something else than was put in, so it is not relied on. Use your "
            "passphrase.",
        ),
        ErrorCode.REKEY_CANCELLED: QCoreApplication.translate(
            "Sentences", "Stopped. The vault is as it was, with the keys that it had."
        ),
        ErrorCode.REKEY_UNFINISHED: QCoreApplication.translate(
            "Sentences",
            "The last step of encrypting anew could not be written. Nothing is lost: unlock the vault again, and the "
            "step is finished.",
        ),
    }


def _entry_sentences() -> dict[ErrorCode, str]:
    return {
        ErrorCode.NAME_EMPTY: QCoreApplication.translate(
            "Sentences", "A name is missing. One word is enough."
        ),
        ErrorCode.NAME_TOO_LONG: QCoreApplication.translate(
            "Sentences", "That name is longer than 60 characters. A shorter one fits on the screen."
        ),
        ErrorCode.NAME_TAKEN: QCoreApplication.translate(
            "Sentences", "A client has that pseudonym already. Choose another one, so that they stay apart."
        ),
        ErrorCode.QUESTION_EMPTY: QCoreApplication.translate(
            "Sentences", "There is no question yet. Write one, then ask."
        ),
        ErrorCode.QUESTION_TOO_LONG: QCoreApplication.translate(
            "Sentences",
            "That question is longer than 8,000 characters. Keep the part that matters, then ask.",
        ),
        ErrorCode.ANSWER_EMPTY: QCoreApplication.translate(
            "Sentences", "There is no answer yet. Paste or type what the client brought."
        ),
        ErrorCode.ANSWER_TOO_LONG: QCoreApplication.translate(
            "Sentences",
            "That answer is longer than 200,000 characters. Keep the part that you want to read together.",
        ),
        ErrorCode.NOTE_TOO_LONG: QCoreApplication.translate(
            "Sentences",
            "The note is longer than 400,000 characters. It is kept as a draft; shorten it, and it is saved.",
        ),
        ErrorCode.TAKE_AWAY_EMPTY: QCoreApplication.translate(
            "Sentences", "There are no words to keep yet. Write a few, then keep them."
        ),
        ErrorCode.OWN_WORDS_TOO_LONG: QCoreApplication.translate(
            "Sentences",
            "That is longer than 2,000 characters. Make it shorter; nothing that was kept is lost.",
        ),
        ErrorCode.CONTACT_EMPTY: QCoreApplication.translate(
            "Sentences", "There is no number or address yet. Write how this contact is reached."
        ),
        ErrorCode.CONTACT_TOO_LONG: QCoreApplication.translate(
            "Sentences",
            "That is longer than 80 characters. Keep the number or address; the rest fits into the note.",
        ),
        ErrorCode.CONTACT_NOTE_TOO_LONG: QCoreApplication.translate(
            "Sentences", "That note is longer than 200 characters. Keep what somebody needs to know first."
        ),
        ErrorCode.PIN_NOT_DIGITS: QCoreApplication.translate(
            "Sentences", "A PIN has 4 to 12 digits. Choose one and type it again."
        ),
        ErrorCode.PINS_DIFFER: QCoreApplication.translate(
            "Sentences", "The two PINs are not the same. Type the second one again."
        ),
        ErrorCode.WRONG_PIN: QCoreApplication.translate("Sentences", "That PIN didn’t open it. Try again."),
        ErrorCode.WRONG_PIN_TOO_OFTEN: QCoreApplication.translate(
            "Sentences", "That PIN didn’t open it five times. Type your passphrase instead."
        ),
    }


def _page_sentences() -> dict[ErrorCode, str]:
    return {
        ErrorCode.EXPORT_DISK_FULL: QCoreApplication.translate(
            "Sentences", "There is no room for the page there. Free some space or choose another folder."
        ),
        ErrorCode.EXPORT_FOLDER_READ_ONLY: QCoreApplication.translate(
            "Sentences", "The page cannot be saved in that folder. Choose one where you may save files."
        ),
        ErrorCode.EXPORT_FAILED: QCoreApplication.translate(
            "Sentences", "The page could not be saved there. Choose another folder or name, then try again."
        ),
    }


def _backup_sentences() -> dict[ErrorCode, str]:
    return {
        ErrorCode.BACKUP_FOLDER_MISSING: QCoreApplication.translate(
            "Sentences",
            "The folder for backups is not there. Plug the stick in, or choose another folder, then back up again.",
        ),
        ErrorCode.BACKUP_FOLDER_READ_ONLY: QCoreApplication.translate(
            "Sentences",
            "Nothing can be written to the folder for backups. Allow writing there, or choose another folder.",
        ),
        ErrorCode.BACKUP_FOLDER_IS_VAULT: QCoreApplication.translate(
            "Sentences",
            "That folder belongs to the vault itself. Choose one outside of it, best on a stick or another disk.",
        ),
        ErrorCode.BACKUP_DISK_FULL: QCoreApplication.translate(
            "Sentences",
            "There is no room for the backup in that folder. Free some space there, or choose another folder.",
        ),
        ErrorCode.BACKUP_NO_ROOM_HERE: QCoreApplication.translate(
            "Sentences",
            "This computer’s disk has too little room for a copy of the vault. Free some space, then try again.",
        ),
        ErrorCode.BACKUP_FILE_MISSING: QCoreApplication.translate(
            "Sentences",
            "That file is not there or cannot be read. Plug the stick in, or choose the file again.",
        ),
        ErrorCode.BACKUP_NOT_ONE: QCoreApplication.translate(
            "Sentences",
            "That file is not a backup made by Trialogue. Choose one whose name ends in .trialogue-backup.",
        ),
        ErrorCode.BACKUP_DAMAGED: QCoreApplication.translate(
            "Sentences",
            "That backup is damaged, so it is not used. Choose another one, best the next older one.",
        ),
        ErrorCode.BACKUP_NEWER: QCoreApplication.translate(
            "Sentences", "A newer version of Trialogue made that backup. Open it with that version."
        ),
        ErrorCode.BACKUP_WRONG_SECRET: QCoreApplication.translate(
            "Sentences",
            "That didn’t open the backup. It opens with the passphrase or recovery key of the day it was made.",
        ),
        ErrorCode.BACKUP_UNDER_WAY: QCoreApplication.translate(
            "Sentences", "A backup is being made. Wait until it is done, then try again."
        ),
        ErrorCode.BACKUP_CANCELLED: QCoreApplication.translate(
            "Sentences", "Stopped, and nothing of it is left behind. Start again whenever you like."
        ),
        ErrorCode.BACKUP_FAILED: QCoreApplication.translate(
            "Sentences", "The backup could not be made. Try again; if it fails again, choose another folder."
        ),
        ErrorCode.RESTORE_FAILED: QCoreApplication.translate(
            "Sentences",
            "The backup could not be put in place, and nothing was changed. Check the disk, then try again.",
        ),
    }


def _model_sentences() -> dict[ErrorCode, str]:
    return {
        ErrorCode.MODEL_MISSING: QCoreApplication.translate(
            "Sentences",
            "The model’s file is not there. Put it back, or install Trialogue again; marking works without it.",
        ),
        ErrorCode.MODEL_NOT_A_MODEL: QCoreApplication.translate(
            "Sentences",
            "The model’s file is not one that Trialogue can read. Put a working copy in its place.",
        ),
        ErrorCode.MODEL_TRUNCATED: QCoreApplication.translate(
            "Sentences", "The model’s file is incomplete. Copy it to this computer once more."
        ),
        ErrorCode.MODEL_CHECKSUM: QCoreApplication.translate(
            "Sentences",
            "The model’s file is not the one that was published, so it is not used. Copy it once more.",
        ),
        ErrorCode.MODEL_UNREADABLE: QCoreApplication.translate(
            "Sentences", "The model’s file cannot be read. Allow reading it, then try again."
        ),
        ErrorCode.MODEL_SET_ASIDE: QCoreApplication.translate(
            "Sentences",
            "This model stopped twice before it finished an answer, so it is not started by itself any more. Press "
            "Try again, or put another model in its place.",
        ),
        ErrorCode.MODEL_LOAD_FAILED: QCoreApplication.translate(
            "Sentences", "The model could not be loaded. Close other programs to free memory, then try again."
        ),
        ErrorCode.MODEL_LOADING: QCoreApplication.translate(
            "Sentences", "The model is still getting ready. Ask again in a moment."
        ),
        ErrorCode.ENGINE_BUSY: QCoreApplication.translate(
            "Sentences", "The last answer is just ending. Ask again in a moment."
        ),
        ErrorCode.ENGINE_NOT_STARTED: QCoreApplication.translate(
            "Sentences", "The model is not running. Press Try again; reading and marking work without it."
        ),
        ErrorCode.ENGINE_DIED: QCoreApplication.translate(
            "Sentences",
            "The model stopped by itself and starts again. What had arrived is kept; you can ask once more.",
        ),
        ErrorCode.ENGINE_GAVE_UP: QCoreApplication.translate(
            "Sentences",
            "The model stopped again and again. Press Try again; reading and marking work without it.",
        ),
        ErrorCode.ENGINE_SILENT: QCoreApplication.translate(
            "Sentences",
            "The model went silent and was stopped. What had arrived is kept; you can ask once more.",
        ),
        ErrorCode.ENGINE_GARBLED: QCoreApplication.translate(
            "Sentences",
            "The model said something unreadable and was stopped. What had arrived is kept; ask once more.",
        ),
        ErrorCode.ENGINE_NOT_WALLED: QCoreApplication.translate(
            "Sentences",
            "This computer does not close the model off from the network and from files, so it is not started. "
            "Reading and marking work without it.",
        ),
        ErrorCode.QUESTION_OVER_CONTEXT: QCoreApplication.translate(
            "Sentences", "That question is too long for this model. Keep the part that matters, then ask."
        ),
    }
