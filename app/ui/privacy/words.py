"""What the privacy page says of each check. `docs/threat-model.md` says the same, with the tests."""

from PySide6.QtCore import QCoreApplication

from app.domain.evidence import Aspect, Check, Standing, Subject
from app.ui.vault.backup_words import size_words
from app.ui.vault.time_words import time_words


def subject_words(subject: Subject) -> str:
    """Return what a group of checks is of."""
    return {
        Subject.WINDOW: QCoreApplication.translate("Privacy", "This window"),
        Subject.ENGINE: QCoreApplication.translate("Privacy", "The model"),
        Subject.READER: QCoreApplication.translate("Privacy", "The reader of files that clients bring"),
        Subject.STORED: QCoreApplication.translate("Privacy", "What is kept here"),
    }[subject]


def standing_words(standing: Standing) -> str:
    """Return what came of a check, in a word or two."""
    return {
        Standing.HOLDS: QCoreApplication.translate("Privacy", "Holds"),
        Standing.PARTLY: QCoreApplication.translate("Privacy", "In part"),
        Standing.SAID: QCoreApplication.translate("Privacy", "Told, not tried"),
        Standing.FAILS: QCoreApplication.translate("Privacy", "Does not hold"),
        Standing.NOT_CHECKED: QCoreApplication.translate("Privacy", "Not checked"),
    }[standing]


def claim_words(check: Check) -> str:
    """Return what is claimed."""
    if (check.subject, check.aspect) == (Subject.WINDOW, Aspect.NETWORK):
        return QCoreApplication.translate("Privacy", "No connection leaves this window")
    return {
        Aspect.NETWORK: QCoreApplication.translate("Privacy", "It reaches no network"),
        Aspect.SOCKETS: QCoreApplication.translate("Privacy", "No connection is open now"),
        Aspect.MODULES: QCoreApplication.translate("Privacy", "Nothing is loaded that wants to go online"),
        Aspect.FILES: QCoreApplication.translate("Privacy", "It opens no other file"),
        Aspect.PROCESSES: QCoreApplication.translate("Privacy", "It leaves other programs alone"),
        Aspect.MEMORY: QCoreApplication.translate("Privacy", "Its memory stays its own"),
        Aspect.INHERITED: QCoreApplication.translate("Privacy", "It is given nothing more than it needs"),
        Aspect.BOUNDS: QCoreApplication.translate("Privacy", "It cannot take this computer over"),
        Aspect.CIPHERTEXT: QCoreApplication.translate("Privacy", "The vault is encrypted on the disk"),
        Aspect.BESIDE: QCoreApplication.translate("Privacy", "Beside it lies nothing of a client"),
        Aspect.BACKUP: QCoreApplication.translate("Privacy", "There is a backup"),
        Aspect.KEYRING: QCoreApplication.translate("Privacy", "What opens the vault"),
        Aspect.RECORDING: QCoreApplication.translate("Privacy", "Screen recordings do not show the desk"),
    }[check.aspect]


def sentence_words(check: Check) -> str:
    """Return what came of the check, and what can be done where it does not hold."""
    if check.standing is Standing.NOT_CHECKED:
        return _unchecked(check)
    if check.subject is Subject.STORED:
        return _stored(check)
    return _of_process(check)


def limit_words() -> tuple[str, ...]:
    """Return what the program does not promise."""
    return (
        QCoreApplication.translate(
            "Privacy",
            "Somebody who runs programs as you on this computer can watch keys and screen, and replace this program.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "A computer taken while the vault is open: lock it before you leave. What cold memory or a swap file "
            "holds is not wiped.",
        ),
        QCoreApplication.translate(
            "Privacy", "Whoever knows the passphrase or holds the recovery key can open the vault."
        ),
        QCoreApplication.translate(
            "Privacy",
            "Eyes and cameras in the room, and programs that record the screen where the system lets them.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "A whole folder put back to an earlier day is noticed only where this computer’s keyring remembers it.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "Other programs of the desktop could be asked to open an address. Trialogue asks none, and the system "
            "does not stop it.",
        ),
        QCoreApplication.translate("Privacy", "What a model says can be wrong or harmful."),
        QCoreApplication.translate(
            "Privacy",
            "How large the vault is, when it was written to, and that Trialogue is in use, can be seen.",
        ),
    )


def _unchecked(check: Check) -> str:
    if check.aspect is Aspect.SOCKETS:
        return QCoreApplication.translate("Privacy", "This system does not let Trialogue count them.")
    if check.aspect is Aspect.NETWORK and check.subject is Subject.WINDOW:
        return QCoreApplication.translate("Privacy", "This system gives no way to try it.")
    if check.subject is Subject.STORED:
        return QCoreApplication.translate("Privacy", "It could not be looked at. Check again in a moment.")
    return QCoreApplication.translate(
        "Privacy",
        "It did not come up behind its walls, so nothing was handed to it. Check again in a moment.",
    )


def _of_process(check: Check) -> str:
    if check.aspect is Aspect.SOCKETS:
        return _sockets(check)
    held, partly, failed = {
        Aspect.NETWORK: _window_network if check.subject is Subject.WINDOW else _child_network,
        Aspect.MODULES: _modules,
        Aspect.FILES: _files,
        Aspect.PROCESSES: _processes,
        Aspect.MEMORY: _memory,
        Aspect.INHERITED: _inherited,
        Aspect.BOUNDS: _bounds,
    }[check.aspect]()
    return {Standing.HOLDS: held, Standing.PARTLY: partly}.get(check.standing, failed)


def _window_network() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate(
            "Privacy",
            "The system refuses this window, and all that it starts, every connection to another computer.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "Python refuses connections in this window. Code of another kind could pass that by: the system does not "
            "stop it.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "A connection could be opened from here. None is, as far as Trialogue knows. Close it and start it anew; "
            "if this stays, ask who looks after this computer.",
        ),
    )


def _child_network() -> tuple[str, str, str]:
    failed = QCoreApplication.translate(
        "Privacy", "This system does not close it off. Nothing in it asks for a connection."
    )
    held = QCoreApplication.translate(
        "Privacy", "The system refuses it every connection, to other computers and within this one."
    )
    return held, failed, failed


def _modules() -> tuple[str, str, str]:
    failed = QCoreApplication.translate(
        "Privacy",
        "Something is loaded that could go online and is not known to us. Please save this page and send it to who "
        "looks after Trialogue.",
    )
    held = QCoreApplication.translate(
        "Privacy",
        "Parts of Python that go online are refused. The few that others bring along are known, and unused.",
    )
    return held, failed, failed


def _files() -> tuple[str, str, str]:
    failed = QCoreApplication.translate("Privacy", "This system does not close it off from other files.")
    held = QCoreApplication.translate(
        "Privacy", "It reads the one file that it is handed. The system refuses it every other."
    )
    return held, _untried(), failed


def _processes() -> tuple[str, str, str]:
    failed = QCoreApplication.translate("Privacy", "This system does not close it off from other programs.")
    held = QCoreApplication.translate(
        "Privacy", "It can start no program, and neither stop nor read another one."
    )
    return held, _untried(), failed


def _memory() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate(
            "Privacy",
            "If it ends badly, nothing of its memory is written to the disk. Other programs cannot read it.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "If it ends badly, nothing of its memory is written to the disk. This system does not keep other "
            "programs of yours from reading it.",
        ),
        QCoreApplication.translate(
            "Privacy",
            "This system may write its memory to the disk if it ends badly, and let others read it.",
        ),
    )


def _inherited() -> tuple[str, str, str]:
    failed = QCoreApplication.translate(
        "Privacy", "It is handed its one file. Not all of what this system could hold back is held back."
    )
    held = QCoreApplication.translate(
        "Privacy",
        "It is handed its one file and nothing else, gains no rights, and ends when this window ends.",
    )
    return held, failed, failed


def _bounds() -> tuple[str, str, str]:
    failed = QCoreApplication.translate("Privacy", "This system does not bound it.")
    held = QCoreApplication.translate(
        "Privacy", "What it may use of this computer is bounded; beyond that it ends, and the window stays."
    )
    partly = QCoreApplication.translate("Privacy", "This system bounds only a part of it.")
    return held, partly, failed


def _untried() -> str:
    return QCoreApplication.translate(
        "Privacy", "What could be tried is refused. Not all of it can be tried on this system."
    )


def _sockets(check: Check) -> str:
    beyond, within = check.amounts
    if beyond:
        words = QCoreApplication.translate(
            "Privacy",
            "Connections that lead out of this computer: {count}. Close Trialogue and start it anew.",
        )
        return words.format(count=beyond)
    words = QCoreApplication.translate(
        "Privacy",
        "None leads to another computer. Open to parts of this one, such as the display and the keyring: {count}.",
    )
    return words.format(count=within)


def _stored(check: Check) -> str:
    return {
        Aspect.CIPHERTEXT: _ciphertext,
        Aspect.BESIDE: _beside,
        Aspect.BACKUP: _backup,
        Aspect.KEYRING: _keyring,
    }[check.aspect](check)


def _ciphertext(check: Check) -> str:
    files, size_bytes, readable = check.amounts
    if readable or not files:
        return QCoreApplication.translate(
            "Privacy",
            "A file of the vault looks as if it could be read. Make a backup, and do not go on with it.",
        )
    words = QCoreApplication.translate(
        "Privacy", "Files of the vault: {count}, {size}. They look like chance: no header, no letters."
    )
    return words.format(count=files, size=size_words(size_bytes))


def _beside(check: Check) -> str:
    files, unknown = check.amounts
    if unknown:
        words = QCoreApplication.translate(
            "Privacy",
            "Files that are not the program’s: {count}. Trialogue does not look into them: please see what they are.",
        )
        return words.format(count=unknown)
    words = QCoreApplication.translate(
        "Privacy",
        "Files: {count}. They are the wrapped keys, how the program looks, and which models there are.",
    )
    return words.format(count=files)


def _backup(check: Check) -> str:
    if check.since is None:
        return QCoreApplication.translate(
            "Privacy", "There is none yet. Choose a place for it under Vault, Backups."
        )
    if check.standing is Standing.FAILS:
        words = QCoreApplication.translate(
            "Privacy", "The last try failed. The last whole one is of {time}. Look under Vault, Backups."
        )
    else:
        words = QCoreApplication.translate("Privacy", "The last one is of {time}, and was found whole.")
    return words.format(time=time_words(check.since))


def _keyring(check: Check) -> str:
    in_keyring, keyring_here = check.amounts
    if in_keyring:
        return QCoreApplication.translate(
            "Privacy", "The passphrase, the recovery key if there is one, and this computer’s keyring."
        )
    if keyring_here:
        return QCoreApplication.translate(
            "Privacy",
            "The passphrase, and the recovery key if there is one. The keyring of this computer is not used.",
        )
    return QCoreApplication.translate(
        "Privacy", "The passphrase, and the recovery key if there is one. No keyring that we trust is here."
    )
