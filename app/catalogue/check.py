"""Checks a model file before anything loads it, so that each fault gets its own sentence."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.catalogue.checksums import RememberedChecksums
from app.catalogue.gguf import least_file_bytes
from app.catalogue.manifest import KnownModel, Manifest
from app.catalogue.verified import ModelRole, VerifiedModel
from app.domain.text import plain
from app.errors import ErrorCode, KnownError

_CHUNK_BYTES = 1024 * 1024


class CheckCancelledError(Exception):
    """The check was cancelled."""


def check_model(
    path: Path,
    manifest: Manifest,
    remembered_checksums: Path,
    *,
    remembers: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
    progressed: Callable[[float], None] = lambda _fraction: None,
) -> VerifiedModel:
    """Check a model file. Takes seconds the first time: not for the window's thread.

    Args:
        path: The file.
        manifest: Known models. A file that has the name of one must have its checksum.
        remembered_checksums: The small file that keeps checksums from one time to the next.
        remembers: Whether a checksum that had to be computed is written there.
        cancelled: Asked at every megabyte that is read.
        progressed: Told how much of the file has been read, 0 to 1.

    Raises:
        KnownError: MODEL_MISSING, MODEL_NOT_A_MODEL, MODEL_TRUNCATED, MODEL_CHECKSUM or MODEL_UNREADABLE.
        CheckCancelledError: `cancelled` said so.
    """
    remembered = RememberedChecksums(remembered_checksums)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise KnownError(ErrorCode.MODEL_NOT_A_MODEL)
        with path.open("rb") as file:
            return _check_open(path.absolute(), file, manifest, remembered, remembers, cancelled, progressed)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise KnownError(ErrorCode.MODEL_MISSING) from None
    except OSError:
        raise KnownError(ErrorCode.MODEL_UNREADABLE) from None


def _check_open(
    path: Path,
    file: BinaryIO,
    manifest: Manifest,
    remembered: RememberedChecksums,
    remembers: bool,
    cancelled: Callable[[], bool],
    progressed: Callable[[float], None],
) -> VerifiedModel:
    status = os.fstat(file.fileno())
    size_bytes, modified_ns = status.st_size, status.st_mtime_ns
    named = manifest.named(path.name)
    needed_bytes = least_file_bytes(file)
    if size_bytes < needed_bytes or _is_shorter(size_bytes, named):
        raise KnownError(ErrorCode.MODEL_TRUNCATED)
    sha256 = remembered.recall(path, size_bytes, modified_ns)
    if sha256 is None:
        sha256 = _sha256(file, size_bytes, cancelled, progressed)
        after = os.fstat(file.fileno())
        if (after.st_size, after.st_mtime_ns) != (size_bytes, modified_ns):
            raise KnownError(ErrorCode.MODEL_UNREADABLE)
        if remembers:
            remembered.remember(path, size_bytes, modified_ns, sha256)
    if named is not None and named.sha256 != sha256:
        raise KnownError(ErrorCode.MODEL_CHECKSUM)
    known = manifest.with_checksum(sha256)
    return VerifiedModel(
        path=path,
        # The name goes into answers' origins, and a file's name may be bytes that are no text.
        name=known.name if known else plain(path.name),
        sha256=sha256,
        size_bytes=size_bytes,
        modified_ns=modified_ns,
        role=_role(known),
    )


def _is_shorter(size_bytes: int, named: KnownModel | None) -> bool:
    return named is not None and named.size_bytes is not None and size_bytes < named.size_bytes


def _role(known: KnownModel | None) -> ModelRole:
    if known is None:
        return ModelRole.OTHER
    return ModelRole.STARTER if known.is_starter else ModelRole.KNOWN


def _sha256(
    file: BinaryIO, size_bytes: int, cancelled: Callable[[], bool], progressed: Callable[[float], None]
) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    read_bytes = 0
    while chunk := file.read(_CHUNK_BYTES):
        if cancelled():
            raise CheckCancelledError
        digest.update(chunk)
        read_bytes += len(chunk)
        progressed(min(1.0, read_bytes / size_bytes))
    return digest.hexdigest()
