"""The two networks that find and that read text: PP-OCRv6 small, data files of an installed package.

The package is looked up and never imported: its code could download. The files are used only if they are, to the
byte, those that were tried. From 1.29 on the library that runs them sends what it counts to its makers, unless it is
told not to before it is imported; earlier ones, which are asked for here, leave that to Windows.
"""

import hashlib
import importlib.util
import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.bring.faults import Fault, ReadingError

Floats = npt.NDArray[np.float32]

_PACKAGE = "rapidocr"


class Model(Enum):
    """A file of the package, and its SHA-256."""

    FINDING = (
        "PP-OCRv6_det_small.onnx",
        "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    )
    READING = (
        "PP-OCRv6_rec_small.onnx",
        "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    )


class Network:
    """One network, run by one thread: an array goes in, an array comes out.

    Args:
        model: Its file's bytes.

    Raises:
        ReadingError: NO_RECOGNITION if the library is not installed.
    """

    def __init__(self, model: bytes) -> None:
        library = _library()
        options = library.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # Sizes differ from picture to picture: what it would keep is never of use again.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._session = library.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def run(self, batch: Floats) -> Floats:
        """Return what comes out."""
        out: Floats = self._session.run(None, {self._input: batch})[0]
        return out

    def told(self) -> Mapping[str, str]:
        """Return what its makers wrote into the file."""
        told: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        return told


def checked_model(model: Model, package: str = _PACKAGE) -> bytes:
    """Return the file's bytes.

    Raises:
        ReadingError: NO_RECOGNITION if it is not there, or is not the one that was tried.
    """
    name, digest = model.value
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations if spec is not None else None) or ():
        try:
            found = (Path(folder) / "models" / name).read_bytes()
        except OSError:
            continue
        if hashlib.sha256(found).hexdigest() == digest:
            return found
    raise ReadingError(Fault.NO_RECOGNITION)


def _library() -> Any:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime  # noqa: PLC0415 - only after the line above
    except ImportError:
        raise ReadingError(Fault.NO_RECOGNITION) from None
    onnxruntime.disable_telemetry_events()
    return onnxruntime
