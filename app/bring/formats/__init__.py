"""The formats, one file each: every module here has one in `FORMAT`."""

import importlib
import pkgutil
from functools import cache

from app.bring.format import Format


@cache
def all_formats() -> tuple[Format, ...]:
    """Return every format in the order in which they are asked."""
    found = [
        importlib.import_module(f"{__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(__path__)
    ]
    return tuple(sorted(found, key=lambda one: (one.rank, one.kind)))
