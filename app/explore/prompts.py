"""The one strict reader of the shipped files under `resources/prompts/`.

Every field is there, is of its kind and within its bounds, and there is no other. What breaks this is a fault of
ours: BugError, which names the file and the field.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.errors import BugError

LONGEST_LINE_CHARS = 200
LONGEST_TEXT_CHARS = 4_000
_VERSION = re.compile(r"[a-z][a-z0-9_]*-[a-z]{2}-[1-9]\d{0,3}")
_STEM = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_Read = TypeVar("_Read")


class PromptFields:
    """The fields of one file, each taken once. `stem` is the file's name without its ending."""

    def __init__(self, stem: str, untrusted_fields: dict[str, object]) -> None:
        self.stem = stem
        self._left = untrusted_fields

    def version(self) -> str:
        """Take `version`: `<name>-<language>-<number>`, such as "answer-en-1". Raises ValueError."""
        version = self.line("version")
        if not _VERSION.fullmatch(version):
            raise ValueError("version")
        return version

    def line(self, name: str) -> str:
        """Take a text of one line, as it may be shown. Raises ValueError."""
        text = self._text(name, LONGEST_LINE_CHARS, ())
        if "\n" in text:
            raise ValueError(name)
        return text

    def text(self, name: str, *placeholders: str) -> str:
        """Take a text in which each of the placeholders stands once, and no other does. Raises ValueError.

        Args:
            name: The field.
            placeholders: With their braces, such as "{question}".
        """
        return self._text(name, LONGEST_TEXT_CHARS, placeholders)

    def number(self, name: str, least: int, most: int) -> int:
        """Take a whole number from `least` to `most`. Raises ValueError."""
        number = self._taken(name)
        if type(number) is not int or not least <= number <= most:
            raise ValueError(name)
        return number

    def lines(self, name: str, least: int, most: int) -> tuple[str, ...]:
        """Take from `least` to `most` different texts of one line each. Raises ValueError."""
        values = self._taken(name)
        if not isinstance(values, list) or not least <= len(values) <= most:
            raise ValueError(name)
        lines = tuple(PromptFields(self.stem, {name: value}).line(name) for value in values)
        if len(set(lines)) < len(lines):
            raise ValueError(name)
        return lines

    def ensure_none_left(self) -> None:
        """Raise ValueError if the file has a field that nobody took."""
        if self._left:
            raise ValueError("an unknown field")

    def _text(self, name: str, longest_chars: int, placeholders: tuple[str, ...]) -> str:
        value = self._taken(name)
        text = value.strip() if isinstance(value, str) else ""
        if not 1 <= len(text) <= longest_chars or sorted(_PLACEHOLDER.findall(text)) != sorted(placeholders):
            raise ValueError(name)
        return text

    def _taken(self, name: str) -> object:
        if name not in self._left:
            raise ValueError(name)
        return self._left.pop(name)


@dataclass(frozen=True, slots=True)
class AnswerPrompt:
    """What the model is told before a question. `version` is kept with every answer that it led to."""

    version: str
    system: str


def read_answer_prompt(folder: Path) -> AnswerPrompt:
    """Read `answer.toml` in the folder of a language. Raises BugError."""
    return read_prompt(
        folder / "answer.toml", lambda fields: AnswerPrompt(fields.version(), fields.text("system"))
    )


def read_prompt(file: Path, build: Callable[[PromptFields], _Read]) -> _Read:
    """Read one file.

    Args:
        file: A TOML file in UTF-8 whose stem is of small letters, digits and underscores.
        build: Takes every field that the file may have, and makes of them what is wanted.

    Raises:
        BugError: The file is missing, is not TOML, or a field is missing, unknown or not what it has to be.
    """
    try:
        if not _STEM.fullmatch(file.stem):
            raise ValueError("its name")
        fields = PromptFields(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))
        built = build(fields)
        fields.ensure_none_left()
    except tomllib.TOMLDecodeError as error:
        raise BugError(f"the prompt file {file.name} is not TOML") from error
    except OSError as error:
        raise BugError(f"the prompt file {file.name} cannot be read: {type(error).__name__}") from error
    except ValueError as error:
        raise BugError(f"the prompt file {file.name} is wrong in: {error}") from error
    return built


def read_folder(folder: Path, build: Callable[[PromptFields], _Read]) -> tuple[_Read, ...]:
    """Read every TOML file of a folder, in the order of the files' own field `order`: a number from 1 to 99.

    Raises:
        BugError: As `read_prompt`; or there is no file, or two have the same place in the order.
    """
    read = [
        read_prompt(file, lambda fields: _placed(fields, build)) for file in sorted(folder.glob("*.toml"))
    ]
    by_order = dict(read)
    if not read or len(by_order) < len(read):
        raise BugError(f"the prompt files in {folder.name} are none, or two have the same place")
    return tuple(by_order[order] for order in sorted(by_order))


def _placed(fields: PromptFields, build: Callable[[PromptFields], _Read]) -> tuple[int, _Read]:
    return fields.number("order", 1, 99), build(fields)
