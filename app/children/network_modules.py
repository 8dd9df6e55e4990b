"""Modules that can reach a network: which are there and why, and that no other one comes in.

None of them is used to reach one. Some come along with what is used, and an import that fails would take that with
it: `THERE` names each with its reason, and a test looks through everything that is loaded for one that is not named.
All others that are known are refused when somebody imports them, whoever it is. Sockets themselves are the system's
to refuse (`call_filter.py`): a module that came in by some other way finds none.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import BuiltinFunctionType, FunctionType, ModuleType

_REACHING = frozenset({"_socket", "socket", "_ssl", "ssl", "asyncio", "http.client", "urllib.request"})
"""Whatever holds one of these, or a part of one, can reach a network by it."""

_SQLALCHEMY = "SQLAlchemy imports it for databases on other computers; ours is a file"
_KEYRING = "keyring imports it by way of jaraco.context, which could fetch archives; nobody asks it to"
THERE: Mapping[str, str] = {
    "socket": "what tries whether sockets are refused; the keyring's bus",
    "_socket": "the native part of socket",
    "asyncio": _SQLALCHEMY,
    "sqlalchemy": "has drivers for databases on other computers; only the one for files is used",
    "ssl": "asyncio imports it",
    "_ssl": "the native part of ssl",
    "urllib": _KEYRING,
    "http": _KEYRING,
    "email": "http.client imports it to read headers",
    "jeepney": "speaks with the system's keyring, over a socket within this computer",
    "secretstorage": "speaks with the system's keyring, by jeepney",
    "app.network_wall": "refuses sockets where the system has no filter",
    "app.children.probing": "tries whether sockets are refused",
    "app.children.open_sockets": "counts the sockets that are open",
    "multiprocessing": "llama-cpp-python imports it; nothing here starts a process by it",
    "typing_extensions": "SQLAlchemy imports it; it names a type of socket's",
    "PySide6.QtDBus": "hears from the login manager that the screen locks, over a socket within this computer",
}
"""Modules that are loaded and could reach a network, with why they are there; each with all that lies below it."""

REFUSED = frozenset(
    {
        *("ftplib", "imaplib", "nntplib", "poplib", "smtplib", "smtpd", "telnetlib", "webbrowser", "xmlrpc"),
        *("http.cookiejar", "http.server", "socketserver", "urllib.robotparser", "wsgiref"),
        *("aiohttp", "fastapi", "httpx", "huggingface_hub", "requests", "starlette", "urllib3"),
        *("uvicorn", "websockets", "pip", "ensurepip", "setuptools"),
        *("PySide6.QtHttpServer", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtRemoteObjects"),
        *("PySide6.QtWebChannel", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineQuick"),
        *("PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets", "PySide6.QtWebView"),
    }
)
"""Modules that nothing here needs."""


class _Refusal:
    """Asked before anything else where a module might be."""

    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name in REFUSED:
            raise ModuleNotFoundError(f"{name} can reach a network and is refused", name=name)
        return None


def refuse_network_modules() -> None:
    """Have every import of `REFUSED` fail in this process, from now on. Called again it changes nothing."""
    if _Refusal not in sys.meta_path:
        sys.meta_path.insert(0, _Refusal)


def unexplained(modules: Mapping[str, object]) -> set[str]:
    """Return the names of those loaded modules that can reach a network and are not `THERE`.

    Args:
        modules: `sys.modules`, or a part of it.
    """
    loaded = {name: module for name, module in list(modules.items()) if isinstance(module, ModuleType)}
    found = {name for name in loaded if name in REFUSED or _is_within(name, _REACHING)}
    found |= {name for name, module in loaded.items() if any(map(_reaches, list(vars(module).values())))}
    return {name for name in found if not _is_within(name, THERE)}


def _reaches(value: object) -> bool:
    if isinstance(value, ModuleType):
        return value.__name__ in _REACHING
    return isinstance(value, type | FunctionType | BuiltinFunctionType) and value.__module__ in _REACHING


def _is_within(name: str, of: Iterable[str]) -> bool:
    parts = name.split(".")
    wider = {".".join(parts[: count + 1]) for count in range(len(parts))}
    return not wider.isdisjoint(of)
