"""The slot file: the vault's data key, wrapped under what a person knows.

The data key is 256 random bits and never leaves this module but to key the database. Each slot wraps it with
AES-256-GCM under a key that Argon2id derives from the passphrase (NFKC, UTF-8). The slot's parameters, the
vault's id, the file's version and the slot's kind are associated data: a file that was changed to ask for
less work does not open.

The file is one JSON object. `version` and `sha256` have their places in every version; the checksum runs over
the canonical form of all else and tells damage apart from a wrong passphrase. It protects nothing: the tag does.

Source of the parameters: RFC 9106, section 4; 256 MiB, three passes and four lanes take about a second.
"""

import base64
import hashlib
import json
import secrets
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import BugError, ErrorCode, KnownError
from app.store.faults import explained
from app.store.files import write_atomically
from app.store.shapes import integer, parsed_object, string, with_fields

VERSION = 1
KEY_BYTES = 32
VAULT_ID_BYTES = 16
MAX_FILE_BYTES = 64 * 1024
MAX_SLOTS = 8

_KIND = "passphrase"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
_MAX_MEMORY_KIB = 1024 * 1024
_MAX_ITERATIONS = 16
_MAX_LANES = 16
_MIN_MEMORY_KIB_PER_LANE = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What Argon2id costs: memory in KiB (8 a lane at least, 1 GiB at most), iterations and lanes (1 to 16)."""

    memory_kib: int = 262_144
    iterations: int = 3
    lanes: int = 4

    def is_bearable(self) -> bool:
        """Whether Argon2id accepts these numbers and a usual computer can bear them."""
        return (
            1 <= self.lanes <= _MAX_LANES
            and 1 <= self.iterations <= _MAX_ITERATIONS
            and self.lanes * _MIN_MEMORY_KIB_PER_LANE <= self.memory_kib <= _MAX_MEMORY_KIB
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the data key. `wrapped` is ciphertext and tag, 48 bytes."""

    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class SlotFile:
    """All slots of one vault. `vault_id` is 16 random bytes; the database bears it as its salt."""

    vault_id: bytes
    slots: tuple[Slot, ...]

    def unlock(self, passphrase: str) -> bytes:
        """Return the data key, 32 bytes. Takes what the slots' cost says: a second, and 256 MiB, by default.

        Raises:
            KnownError: WRONG_PASSPHRASE, or NOT_ENOUGH_MEMORY.
        """
        for slot in self.slots:
            wrapping_key = _derived(passphrase, slot.salt, slot.cost)
            try:
                return AESGCM(wrapping_key).decrypt(
                    slot.nonce, slot.wrapped, _associated(self.vault_id, slot.cost, slot.salt)
                )
            except InvalidTag:
                continue
        raise KnownError(ErrorCode.WRONG_PASSPHRASE)


def new_slot_file(passphrase: str, data_key: bytes, vault_id: bytes, cost: KdfCost) -> SlotFile:
    """Wrap a data key under a passphrase, with a fresh salt and nonce.

    Raises:
        KnownError: NOT_ENOUGH_MEMORY.
        BugError: a cost at which the file could not be opened again.
    """
    if not cost.is_bearable():
        raise BugError("a cost of key derivation out of bounds")
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping_key = _derived(passphrase, salt, cost)
    wrapped = AESGCM(wrapping_key).encrypt(nonce, data_key, _associated(vault_id, cost, salt))
    return SlotFile(vault_id, (Slot(cost, salt, nonce, wrapped),))


def write_slot_file(path: Path, slot_file: SlotFile) -> None:
    """Write the slot file, atomically and for its owner alone.

    Raises:
        KnownError: FOLDER_READ_ONLY, DISK_FULL or STORAGE_FAILED.
    """
    body = {
        "version": VERSION,
        "vault_id": slot_file.vault_id.hex(),
        "slots": [
            {
                "kind": _KIND,
                "kdf": _kdf_as_json(slot.cost, slot.salt),
                "nonce": _text(slot.nonce),
                "wrapped": _text(slot.wrapped),
            }
            for slot in slot_file.slots
        ],
    }
    content = json.dumps({**body, "sha256": _checksum(body)}, indent=2) + "\n"
    with explained():
        write_atomically(path, content.encode("ascii"))


def read_slot_file(path: Path) -> SlotFile:
    """Read and validate a slot file of at most 64 KiB.

    Raises:
        KnownError: SLOTS_MISSING; SLOTS_DAMAGED if it is no regular file, too long, not what was written, or asks
            for more than a usual computer can bear; SLOTS_NEWER if a newer program wrote it; FOLDER_READ_ONLY or
            STORAGE_FAILED if it cannot be read.
    """
    document = _document(_content(path))
    version, checksum = document.get("version"), document.pop("sha256", None)
    if checksum != _checksum(document) or type(version) is not int or version < 1:
        raise KnownError(ErrorCode.SLOTS_DAMAGED)
    if version > VERSION:
        raise KnownError(ErrorCode.SLOTS_NEWER)
    try:
        fields = with_fields(document, {"version", "vault_id", "slots"})
        vault_id = bytes.fromhex(string(fields["vault_id"]))
        slots = tuple(_slot(entry) for entry in _list(fields["slots"]))
    except (TypeError, ValueError):
        raise KnownError(ErrorCode.SLOTS_DAMAGED) from None
    if len(vault_id) != VAULT_ID_BYTES:
        raise KnownError(ErrorCode.SLOTS_DAMAGED)
    return SlotFile(vault_id, slots)


def _content(path: Path) -> bytes:
    with explained():
        try:
            # A pipe or a device would answer an open with waiting.
            if not stat.S_ISREG(path.stat().st_mode):
                raise KnownError(ErrorCode.SLOTS_DAMAGED)
            with path.open("rb") as stream:
                content = stream.read(MAX_FILE_BYTES + 1)
        except FileNotFoundError:
            raise KnownError(ErrorCode.SLOTS_MISSING) from None
    if len(content) > MAX_FILE_BYTES:
        raise KnownError(ErrorCode.SLOTS_DAMAGED)
    return content


def _document(content: bytes) -> dict[str, Any]:
    try:
        return parsed_object(content.decode("ascii"))
    except (TypeError, ValueError):
        raise KnownError(ErrorCode.SLOTS_DAMAGED) from None


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_SLOTS:
        raise ValueError("not a list of slots")
    return value


def _slot(entry: object) -> Slot:
    fields = with_fields(entry, {"kind", "kdf", "nonce", "wrapped"})
    kdf = with_fields(fields["kdf"], {"name", "version", "memory_kib", "iterations", "lanes", "salt"})
    if (fields["kind"], kdf["name"], kdf["version"]) != (_KIND, "argon2id", ARGON2_VERSION):
        raise ValueError("an unknown kind of slot")
    cost = KdfCost(integer(kdf["memory_kib"]), integer(kdf["iterations"]), integer(kdf["lanes"]))
    if not cost.is_bearable():
        raise ValueError("a cost out of bounds")
    return Slot(
        cost,
        _bytes(kdf["salt"], _SALT_BYTES),
        _bytes(fields["nonce"], _NONCE_BYTES),
        _bytes(fields["wrapped"], KEY_BYTES + _TAG_BYTES),
    )


def _derived(passphrase: str, salt: bytes, cost: KdfCost) -> bytes:
    # A lone surrogate is a character that somebody managed to type, not a reason to fail.
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=cost.iterations,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except (HashingError, MemoryError):
        # The numbers were checked before: what is left to fail is memory, or a thread for a lane.
        raise KnownError(ErrorCode.NOT_ENOUGH_MEMORY) from None


def _associated(vault_id: bytes, cost: KdfCost, salt: bytes) -> bytes:
    return _canonical(
        {"version": VERSION, "vault_id": vault_id.hex(), "kind": _KIND, "kdf": _kdf_as_json(cost, salt)}
    )


def _kdf_as_json(cost: KdfCost, salt: bytes) -> dict[str, object]:
    return {
        "name": "argon2id",
        "version": ARGON2_VERSION,
        "memory_kib": cost.memory_kib,
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "salt": _text(salt),
    }


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(body)).hexdigest()


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(value: object, length: int) -> bytes:
    raw = base64.b64decode(string(value), validate=True)
    if len(raw) != length:
        raise ValueError("not the length that belongs here")
    return raw
