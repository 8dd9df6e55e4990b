"""XML from strangers, read as it passes by: never held whole, never anything fetched, no entities but the five.

The parser is the standard library's Expat. A document type is refused where it begins, so that nothing can be
declared: no entities that multiply, none that name a file or an address. What passes is bounded in bytes, depth and
number; namespaces are resolved here and not by Expat, which copies a long one for each element.
"""

import codecs
from collections.abc import Mapping
from typing import Any, NoReturn, Protocol
from xml.parsers import expat

from app.bring.faults import Fault, ReadingError
from app.bring.source import Source

STEP_BYTES = 64 * 1024
MOST_BYTES = 64 * 1024 * 1024
MOST_TOKEN_BYTES = 4 * 1024 * 1024
"""One tag with its attributes: some programs keep drawings in them."""
MOST_DEPTH = 500
MOST_ELEMENTS = 2_000_000
MOST_NAMES = 5_000
"""Different ones, of elements and attributes: each is kept for as long as the document is read."""
MOST_PREFIXES = 100


class XmlReader(Protocol):
    """What is told of a document as it passes by. Names are `prefix:name`, with the prefixes that were asked for."""

    @property
    def is_full(self) -> bool:
        """Whether nothing more is wanted."""
        ...

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """An element ends."""
        ...

    def text(self, said: str) -> None:
        """Text stands here; it may come in several parts."""
        ...


class _EnoughError(Exception):
    """Nothing more is read."""


def read_xml(source: Source, namespaces: Mapping[str, str], reader: XmlReader) -> bool:
    """Read a document, and return whether all of it was read.

    Args:
        source: Its bytes, UTF-8 or UTF-16.
        namespaces: How the wanted namespaces end, and the prefix to name each by. Names of others come as "".
        reader: Is told what passes by.

    Raises:
        ReadingError: BROKEN if it is no XML, has a document type, or is nested too deep; or as the source.
    """
    is_wide = source.read_at(0, 2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    parser = expat.ParserCreate("utf-16" if is_wide else "utf-8")
    passing = _Passing(namespaces, reader)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = passing.begin
    parser.EndElementHandler = passing.end
    parser.CharacterDataHandler = reader.text
    fed = 0
    try:
        while fed < source.size:
            waiting = fed - max(0, parser.CurrentByteIndex)
            if waiting > MOST_TOKEN_BYTES:
                raise ReadingError(Fault.BROKEN)
            if fed >= MOST_BYTES:
                return False
            # Older Expats begin a long tag anew with each part: parts that double keep that linear.
            part = source.read_at(fed, max(STEP_BYTES, waiting))
            fed += len(part)
            parser.Parse(part, False)
        parser.Parse(b"", True)
    except _EnoughError:
        return False
    except expat.ExpatError:
        raise ReadingError(Fault.BROKEN) from None
    return not reader.is_full


def _refuse(*_declared: Any) -> NoReturn:
    raise ReadingError(Fault.BROKEN)


class _Passing:
    """Counts what passes, and names it."""

    def __init__(self, namespaces: Mapping[str, str], reader: XmlReader) -> None:
        self._namespaces = namespaces
        self._reader = reader
        self._prefixes: dict[str, str] = {}
        self._outer: list[tuple[int, dict[str, str]]] = []
        """Prefixes as they were before the element of that depth."""
        self._names: dict[str, str] = {}
        self._seen: set[str] = set()
        self._depth = 0
        self._elements = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MOST_DEPTH:
            raise ReadingError(Fault.BROKEN)
        if self._elements > MOST_ELEMENTS or self._reader.is_full:
            raise _EnoughError
        if attributes:
            self._declare(attributes)
            attributes = {self._named(key): value for key, value in attributes.items()}
        self._reader.begin(self._named(name), attributes)

    def end(self, name: str) -> None:
        self._reader.end(self._named(name))
        if self._outer and self._outer[-1][0] == self._depth:
            self._prefixes = self._outer.pop()[1]
            self._names = {}
        self._depth -= 1

    def _declare(self, attributes: dict[str, str]) -> None:
        """Take up what an element says of its prefixes."""
        changed = {}
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                given = key[6:]
                wanted = next((ours for end, ours in self._namespaces.items() if value.endswith(end)), "")
                if wanted != self._prefixes.get(given, ""):
                    changed[given] = wanted
        if changed:
            self._outer.append((self._depth, self._prefixes))
            self._prefixes = {**self._prefixes, **changed}
            self._names = {}
            if len(self._prefixes) > MOST_PREFIXES:
                raise ReadingError(Fault.BROKEN)

    def _named(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            self._seen.add(name)
            if len(self._seen) > MOST_NAMES:
                raise ReadingError(Fault.BROKEN)
            prefix, _, local = name.rpartition(":")
            ours = self._prefixes.get(prefix, "")
            found = self._names[name] = f"{ours}:{local}" if ours else ""
        return found
