"""Faults of the world, apart from our own.

Errors cross boundaries as codes. One table (`app/ui/sentences.py`) turns a code into one sentence with a
next step, in every language of the program; nothing else does.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """What the world can do to us. Each code has a sentence in `app/ui/sentences.py`."""

    # Passphrase and vault
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"
    PASSPHRASE_TOO_LONG = "passphrase_too_long"
    PASSPHRASES_DIFFER = "passphrases_differ"
    WRONG_PASSPHRASE = "wrong_passphrase"
    TOO_MANY_TRIES = "too_many_tries"
    PASSPHRASE_ASKED_AGAIN = "passphrase_asked_again"
    RECOVERY_KEY_MISTYPED = "recovery_key_mistyped"
    RECOVERY_GROUP_WRONG = "recovery_group_wrong"
    WRONG_RECOVERY_KEY = "wrong_recovery_key"
    NO_RECOVERY_KEY = "no_recovery_key"
    KEYRING_DOES_NOT_OPEN = "keyring_does_not_open"
    VAULT_MISSING = "vault_missing"
    VAULT_ALREADY_THERE = "vault_already_there"
    VAULT_EMPTY = "vault_empty"
    VAULT_NOT_A_FILE = "vault_not_a_file"
    VAULT_NOT_ENCRYPTED = "vault_not_encrypted"
    VAULT_DAMAGED = "vault_damaged"
    VAULT_NEWER = "vault_newer"
    VAULT_IN_USE = "vault_in_use"
    SLOTS_MISSING = "slots_missing"
    SLOTS_DAMAGED = "slots_damaged"
    SLOTS_NEWER = "slots_newer"
    SLOTS_DO_NOT_MATCH = "slots_do_not_match"
    SALVAGE_IMPOSSIBLE = "salvage_impossible"
    FOLDER_NOT_MADE = "folder_not_made"
    FOLDER_READ_ONLY = "folder_read_only"
    DISK_FULL = "disk_full"
    STORAGE_FAILED = "storage_failed"
    CHANGE_NOT_KEPT = "change_not_kept"
    NOT_ENOUGH_MEMORY = "not_enough_memory"
    KEYRING_UNAVAILABLE = "keyring_unavailable"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_UNRELIABLE = "keyring_unreliable"
    REKEY_CANCELLED = "rekey_cancelled"
    REKEY_UNFINISHED = "rekey_unfinished"

    # Backups
    BACKUP_FOLDER_MISSING = "backup_folder_missing"
    BACKUP_FOLDER_READ_ONLY = "backup_folder_read_only"
    BACKUP_FOLDER_IS_VAULT = "backup_folder_is_vault"
    BACKUP_DISK_FULL = "backup_disk_full"
    BACKUP_NO_ROOM_HERE = "backup_no_room_here"
    BACKUP_FILE_MISSING = "backup_file_missing"
    BACKUP_NOT_ONE = "backup_not_one"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_NEWER = "backup_newer"
    BACKUP_WRONG_SECRET = "backup_wrong_secret"
    BACKUP_CANCELLED = "backup_cancelled"
    BACKUP_UNDER_WAY = "backup_under_way"
    BACKUP_FAILED = "backup_failed"
    RESTORE_FAILED = "restore_failed"

    # The page to take home
    EXPORT_DISK_FULL = "export_disk_full"
    EXPORT_FOLDER_READ_ONLY = "export_folder_read_only"
    EXPORT_FAILED = "export_failed"

    # What people type or paste
    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_TAKEN = "name_taken"
    QUESTION_EMPTY = "question_empty"
    QUESTION_TOO_LONG = "question_too_long"
    ANSWER_EMPTY = "answer_empty"
    ANSWER_TOO_LONG = "answer_too_long"
    NOTE_TOO_LONG = "note_too_long"
    TAKE_AWAY_EMPTY = "take_away_empty"
    OWN_WORDS_TOO_LONG = "own_words_too_long"
    CONTACT_EMPTY = "contact_empty"
    CONTACT_TOO_LONG = "contact_too_long"
    CONTACT_NOTE_TOO_LONG = "contact_note_too_long"
    PIN_NOT_DIGITS = "pin_not_digits"
    PINS_DIFFER = "pins_differ"
    WRONG_PIN = "wrong_pin"
    WRONG_PIN_TOO_OFTEN = "wrong_pin_too_often"

    # Model file
    MODEL_MISSING = "model_missing"
    MODEL_NOT_A_MODEL = "model_not_a_model"
    MODEL_TRUNCATED = "model_truncated"
    MODEL_CHECKSUM = "model_checksum"
    MODEL_UNREADABLE = "model_unreadable"
    MODEL_SET_ASIDE = "model_set_aside"

    # Engine child
    MODEL_LOADING = "model_loading"
    ENGINE_BUSY = "engine_busy"
    MODEL_LOAD_FAILED = "model_load_failed"
    ENGINE_NOT_STARTED = "engine_not_started"
    ENGINE_DIED = "engine_died"
    ENGINE_GAVE_UP = "engine_gave_up"
    ENGINE_SILENT = "engine_silent"
    ENGINE_GARBLED = "engine_garbled"
    ENGINE_NOT_WALLED = "engine_not_walled"
    QUESTION_OVER_CONTEXT = "question_over_context"


class KnownError(Exception):
    """A fault of the world that the program expects and explains.

    The exception's text is the code alone: what was said in the room never enters an exception.
    """

    def __init__(self, code: ErrorCode) -> None:
        super().__init__(code.value)
        self.code = code


class BugError(Exception):
    """A fault of ours. Its text names the broken rule and never carries content."""
