"""One conversation, and what of it somebody chooses to bring into the room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.controllers.bringing import BroughtAnswer
from app.controllers.opened_files import ReadWhole
from app.domain.conversation import Conversation, Preview, Role, Said, Turn
from app.domain.text import QUESTION_MAX_CHARS, plain, unhidden
from app.explore.pasted import turns_in

SERVICES = {
    "chatgpt": "ChatGPT",
    "claude": "Claude",
    "gemini": "Gemini",
    "gemini_html": "Gemini",
    "copilot": "Copilot",
}
"""What a service calls itself, by the kind of its files."""
MORE = " […]"
"""At the end of a question that was longer."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture, and the first of the turns that were read from it. They end where those of the next begin."""

    first: int
    preview: Preview


class ChosenTurns:
    """The turns of a conversation, of which answers can be chosen. Of pictures, they can be corrected as well.

    Answers are the turns of the AI, and those of which it is not said who speaks: the latter are chosen with all
    others only where the AI is named nowhere. Of pictures, what stands on one and goes on on the next is one answer:
    chosen turns that follow each other are joined.
    """

    def __init__(self, conversation: Conversation, kind: str, pictures: Sequence[Pictured] = ()) -> None:
        """Take what was read from a file of this kind. An only answer is chosen already."""
        self.title = conversation.title
        self.kind = kind
        self.pictures = tuple(pictures)
        self._turns = list(conversation.turns)
        self._chosen: set[int] = set()
        if self.pictures or len(self._likely()) == 1:
            self.choose_all(True)

    @property
    def turns(self) -> Sequence[Turn]:
        """All turns as they are now."""
        return self._turns

    def answers(self) -> tuple[int, ...]:
        """The numbers, from 0, of the turns that can be brought."""
        return tuple(number for number in range(len(self._turns)) if self.is_answer(number))

    def is_answer(self, number: int) -> bool:
        """Whether a turn can be brought."""
        turn = self._turns[number]
        return turn.role is not Role.USER and bool(turn.shown.text.strip())

    def _likely(self) -> tuple[int, ...]:
        """The answers of the AI if it is named anywhere, else all."""
        answers = self.answers()
        named = tuple(number for number in answers if self._turns[number].role is Role.ASSISTANT)
        return named or answers

    def is_chosen(self, number: int) -> bool:
        """Whether a turn is to be brought."""
        return number in self._chosen and self.is_answer(number)

    @property
    def has_all(self) -> bool:
        """Whether every answer is chosen."""
        return all(map(self.is_chosen, self._likely()))

    def count(self) -> int:
        """How many answers come of what is chosen."""
        return len(self._runs())

    def choose(self, number: int, chosen: bool) -> None:
        """Bring a turn, or not."""
        (self._chosen.add if chosen else self._chosen.discard)(number)

    def choose_all(self, chosen: bool) -> None:
        """Bring every answer, or none."""
        self._chosen = set(self._likely()) if chosen else set()

    def write(self, number: int, untrusted_text: str) -> None:
        """Correct what was read from a picture."""
        turn = self._turns[number]
        self._turns[number] = replace(turn, shown=replace(turn.shown, text=untrusted_text))

    def set_role(self, number: int, role: Role) -> None:
        """Say who speaks. What the AI says now is to be brought."""
        self._turns[number] = replace(self._turns[number], role=role)
        self.choose(number, role is not Role.USER)

    def question_before(self, number: int) -> str:
        """What the person said last before a turn, in all the turns that they said it in."""
        said: list[str] = []
        for turn in reversed(self._turns[:number]):
            if turn.role is Role.USER:
                said.append(turn.shown.text)
            elif said:
                break
        return "\n\n".join(reversed([text for text in said if text.strip()]))

    def brought(
        self, *, from_whom: str = "", service: str = "", model: str = "", question: str = ""
    ) -> tuple[BroughtAnswer, ...]:
        """Return what is chosen, to be kept.

        Args:
            from_whom: as somebody typed it.
            service, model: as somebody typed them, for what does not name its service.
            question: as somebody typed it, for answers with no words of the person before them.
        """
        named = SERVICES.get(self.kind)
        answers = []
        for run in self._runs():
            first = self._turns[run[0]]
            of_one = first.alternatives if len(run) == 1 else ()
            read = first.shown.model if first.shown.model != named else ""
            one = BroughtAnswer(
                question=_with_room(self.question_before(run[0])) or question,
                answer="\n\n".join(self._turns[number].shown.text.strip() for number in run),
                service=named or service or first.shown.model,
                model=read if named else model,
                from_whom=from_whom,
                said_at=first.shown.time,
                # In copied text, what stands before what is said names the service and no model.
                alternatives=of_one if named else tuple(replace(said, model="") for said in of_one),
            )
            answers.append(one)
        return tuple(answers)

    def _runs(self) -> list[list[int]]:
        """The chosen turns, together where they are one answer."""
        runs: list[list[int]] = []
        for number in sorted(filter(self.is_chosen, self._chosen)):
            if self.pictures and runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return runs


def joined(wholes: Sequence[ReadWhole]) -> tuple[Conversation, tuple[Pictured, ...]]:
    """Return several pictures of one conversation as one, in their order.

    What stands at the end of one picture and again, word for word, at the beginning of the next is there once.
    """
    turns: list[Turn] = []
    pictures: list[Pictured] = []
    for whole in wholes:
        new = list(whole.conversation.turns)
        if turns and len(new) > 1 and _same(turns[-1], new[0]):
            new = new[1:]
        if whole.preview is not None:
            pictures.append(Pictured(len(turns), whole.preview))
        turns += new
    title = next((whole.conversation.title for whole in wholes if whole.conversation.title), "")
    return Conversation(title, tuple(turns)), tuple(pictures)


def pasted(untrusted_text: str) -> Conversation | None:
    """Return a copied chat, taken apart; None if the text is none."""
    turns = turns_in(plain(untrusted_text))
    shown = tuple(replace(turn, shown=replace(turn.shown, text=unhidden(turn.shown.text))) for turn in turns)
    said = tuple(turn for turn in shown if turn.shown.text.strip())
    return Conversation("", said) if said else None


def _with_room(question: str) -> str:
    """Return a question with as much of it as is kept of any; that there was more is seen at its end."""
    is_whole = len(question) <= QUESTION_MAX_CHARS
    return question if is_whole else question[: QUESTION_MAX_CHARS - len(MORE)] + MORE


def _same(one: Turn, other: Turn) -> bool:
    return one.role is other.role and _words(one.shown) == _words(other.shown)


def _words(said: Said) -> list[str]:
    return said.text.split()
