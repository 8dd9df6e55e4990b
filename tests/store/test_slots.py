"""The slot file opens with its passphrase alone, and says what is wrong with it otherwise."""

import base64
import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.errors import ErrorCode, KnownError
from app.store.slots import (
    MAX_FILE_BYTES,
    KdfCost,
    SlotFile,
    new_slot_file,
    read_slot_file,
    write_slot_file,
)

from .conftest import Forks
from .samples import CHEAP

DATA_KEY = bytes(range(32))
VAULT_ID = bytes(range(16))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "vault.slots.json"
    write_slot_file(place, new_slot_file("a passphrase", DATA_KEY, VAULT_ID, CHEAP))
    return place


def _code(path: Path, passphrase: str = "a passphrase") -> ErrorCode | None:
    try:
        assert read_slot_file(path).unlock(passphrase) == DATA_KEY
    except KnownError as error:
        return error.code
    return None


def _rewrite(path: Path, change: Any) -> None:
    """Change the document and give it a right checksum again, as somebody who knows the format would."""
    body = json.loads(path.read_text())
    del body["sha256"]
    change(body)
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
    path.write_text(json.dumps({**body, "sha256": hashlib.sha256(canonical).hexdigest()}))


def test_the_passphrase_gives_the_data_key_back(path: Path) -> None:
    assert read_slot_file(path).unlock("a passphrase") == DATA_KEY
    assert read_slot_file(path).vault_id == VAULT_ID


def test_another_passphrase_is_wrong(path: Path) -> None:
    assert _code(path, "a passphrasf") == ErrorCode.WRONG_PASSPHRASE
    assert _code(path, "") == ErrorCode.WRONG_PASSPHRASE


def test_a_passphrase_is_the_same_however_its_letters_are_composed(tmp_path: Path) -> None:
    slot_file = new_slot_file("caf\u00e9 \ufb01n", DATA_KEY, VAULT_ID, CHEAP)
    assert slot_file.unlock("cafe\u0301 fin") == DATA_KEY


def test_a_passphrase_may_hold_what_no_text_should() -> None:
    assert new_slot_file("\ud800\0", DATA_KEY, VAULT_ID, CHEAP).unlock("\ud800\0") == DATA_KEY


def test_the_usual_cost_is_what_the_facts_recommend() -> None:
    assert KdfCost() == KdfCost(memory_kib=256 * 1024, iterations=3, lanes=4)
    assert KdfCost().is_bearable()


def test_salt_and_nonce_are_fresh_each_time() -> None:
    first, second = (new_slot_file("same", DATA_KEY, VAULT_ID, CHEAP).slots[0] for _ in range(2))
    assert (first.salt, first.nonce, first.wrapped) != (second.salt, second.nonce, second.wrapped)
    assert first.salt != second.salt
    assert first.nonce != second.nonce


def test_each_slot_of_several_opens_with_its_own_passphrase(tmp_path: Path) -> None:
    first, second = (new_slot_file(word, DATA_KEY, VAULT_ID, CHEAP).slots[0] for word in ("one", "two"))
    write_slot_file(tmp_path / "both", SlotFile(VAULT_ID, (first, second)))
    both = read_slot_file(tmp_path / "both")
    assert both.unlock("one") == both.unlock("two") == DATA_KEY


def test_the_file_is_for_its_owner_alone_and_leaves_nothing_beside_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(path: Path) -> None:
    blocked = path.parent / "taken"
    (blocked / "inside").mkdir(parents=True)
    slot_file = read_slot_file(path)
    with pytest.raises(KnownError) as caught:
        write_slot_file(blocked, slot_file)
    assert caught.value.code == ErrorCode.STORAGE_FAILED
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["taken", path.name]


def test_neither_key_nor_passphrase_stands_in_the_file(path: Path) -> None:
    content = path.read_text()
    for secret in ("a passphrase", DATA_KEY.hex(), base64.b64encode(DATA_KEY).decode()):
        assert secret not in content


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    assert _code(tmp_path / "vault.slots.json") == ErrorCode.SLOTS_MISSING


def test_a_bit_flipped_anywhere_is_damage_or_harmless_and_never_a_wrong_passphrase(path: Path) -> None:
    whole = path.read_bytes()
    codes = set()
    for offset in range(len(whole)):
        for bit in (offset % 8, (offset + 3) % 8):
            flipped = bytearray(whole)
            flipped[offset] ^= 1 << bit
            path.write_bytes(flipped)
            codes.add(_code(path))
    assert codes <= {ErrorCode.SLOTS_DAMAGED, None}
    assert ErrorCode.SLOTS_DAMAGED in codes


def test_a_file_cut_off_anywhere_is_damaged(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole) - 2):
        path.write_bytes(whole[:length])
        assert _code(path) == ErrorCode.SLOTS_DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe{}",
        b'{"version": 1, "version": 1}',
        b"[" * 60_000,
        b'{"version": ' + b"9" * 50_000 + b"}",
        b" " * (MAX_FILE_BYTES + 1),
        os.urandom(500),
    ],
    ids=["empty", "null", "list", "object", "not ascii", "repeated", "deep", "huge number", "long", "random"],
)
def test_what_is_no_slot_file_is_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


def test_a_file_over_the_bound_is_damaged_even_if_all_else_is_right(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" " * MAX_FILE_BYTES)
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


def test_a_folder_or_a_pipe_in_its_place_is_damage_and_nothing_waits(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert _code(tmp_path / "folder") == ErrorCode.SLOTS_DAMAGED
    assert _code(tmp_path / "pipe") == ErrorCode.SLOTS_DAMAGED


def test_a_newer_file_is_newer_whatever_else_is_in_it(path: Path) -> None:
    _rewrite(path, lambda body: body.update(version=2, anything=[1, 2]))
    assert _code(path) == ErrorCode.SLOTS_NEWER


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None])
def test_a_version_that_was_never_written_is_damage(path: Path, version: object) -> None:
    _rewrite(path, lambda body: body.update(version=version))
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 1024 * 1024 + 1),
        ("memory_kib", 2**31),
        ("memory_kib", 7),
        ("memory_kib", 64.0),
        ("iterations", 17),
        ("iterations", 0),
        ("iterations", True),
        ("lanes", 17),
        ("lanes", 0),
        ("lanes", 9),
        ("salt", "AAAA"),
        ("salt", "not base64"),
        ("salt", 5),
        ("name", "argon2i"),
        ("version", 16),
        ("extra", 1),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(path: Path, name: str, value: object) -> None:
    _rewrite(path, lambda body: body["slots"][0]["kdf"].update({name: value}))
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "keyring"),
        ("nonce", "AAAA"),
        ("wrapped", "AAAA"),
        ("wrapped", None),
        ("kdf", []),
        ("more", ""),
    ],
)
def test_a_slot_that_was_never_written_is_damage(path: Path, name: str, value: object) -> None:
    _rewrite(path, lambda body: body["slots"][0].update({name: value}))
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


@pytest.mark.parametrize(
    "change", [{"slots": []}, {"slots": {}}, {"vault_id": "00"}, {"vault_id": 3}, {"x": 1}]
)
def test_a_file_with_wrong_fields_is_damage(path: Path, change: dict[str, object]) -> None:
    _rewrite(path, lambda body: body.update(change))
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


def test_more_slots_than_anybody_needs_are_damage(path: Path) -> None:
    _rewrite(path, lambda body: body.update(slots=body["slots"] * 9))
    assert _code(path) == ErrorCode.SLOTS_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["slots"][0]["kdf"].update(memory_kib=72),
        lambda body: body["slots"][0]["kdf"].update(iterations=2),
        lambda body: body["slots"][0]["kdf"].update(lanes=2),
        lambda body: body["slots"][0]["kdf"].update(salt=base64.b64encode(bytes(16)).decode()),
        lambda body: body["slots"][0].update(nonce=base64.b64encode(bytes(12)).decode()),
        lambda body: body["slots"][0].update(wrapped=base64.b64encode(bytes(48)).decode()),
        lambda body: body.update(vault_id="00" * 16),
    ],
    ids=["memory", "iterations", "lanes", "salt", "nonce", "wrapped", "vault id"],
)
def test_what_was_changed_with_a_right_checksum_does_not_open(path: Path, change: Any) -> None:
    _rewrite(path, change)
    assert _code(path) == ErrorCode.WRONG_PASSPHRASE


def test_version_vault_kind_and_cost_are_associated_data_in_this_very_form() -> None:
    slot_file = new_slot_file("a passphrase", DATA_KEY, VAULT_ID, CHEAP)
    (slot,) = slot_file.slots
    key = hash_secret_raw(
        b"a passphrase", slot.salt, time_cost=1, memory_cost=64, parallelism=1, hash_len=32, type=Type.ID
    )
    salt = base64.b64encode(slot.salt).decode()
    associated = (
        '{"kdf":{"iterations":1,"lanes":1,"memory_kib":64,"name":"argon2id",'
        f'"salt":"{salt}","version":19}},"kind":"passphrase","vault_id":"{VAULT_ID.hex()}","version":1}}'
    )
    assert AESGCM(key).decrypt(slot.nonce, slot.wrapped, associated.encode()) == DATA_KEY
    with pytest.raises(InvalidTag):
        AESGCM(key).decrypt(slot.nonce, slot.wrapped, associated.replace('"lanes":1', '"lanes":2').encode())


def test_the_vault_id_is_bound_to_the_slot_beyond_what_the_key_derivation_sees() -> None:
    slot_file = new_slot_file("a passphrase", DATA_KEY, VAULT_ID, CHEAP)
    moved = SlotFile(bytes(16), slot_file.slots)
    with pytest.raises(KnownError) as caught:
        moved.unlock("a passphrase")
    assert caught.value.code == ErrorCode.WRONG_PASSPHRASE


def test_too_little_memory_for_the_cost_has_its_own_code(forks: Forks, tmp_path: Path) -> None:
    assert forks.all_lines("with little memory", tmp_path) == ["error not_enough_memory"]
