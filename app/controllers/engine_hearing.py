"""Whether what the engine says about a request can be true. The engine is not trusted."""

from app.domain.text import ANSWER_MAX_CHARS
from app.engine.messages import Ask, Done, Piece, PieceKind, Reading

MOST_READINGS = 10_000


class UntrueError(Exception):
    """The engine said something that cannot be. Its text is empty."""


class Hearing:
    """Follows one request from its question to the end of its last answer."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.open_answers = set(range(len(ask.answers)))
        self._pieces = [0 for _ in ask.answers]
        self._chars = [0 for _ in ask.answers]
        self._read = 0.0
        self._readings = 0

    def take(self, untrusted_message: Reading | Piece | Done) -> None:
        """Check one message against everything that was said before.

        Raises:
            UntrueError: Another request's id, an answer that is not open, a sequence that does not go on by one,
                chances unasked or of other letters than were said, or more of something than there can be.
        """
        if untrusted_message.id != self.ask.id:
            raise UntrueError
        match untrusted_message:
            case Reading(_, fraction):
                self._take_reading(fraction)
            case Piece():
                self._take_piece(untrusted_message)
            case Done(_, answer, _, counts):
                if answer not in self.open_answers or counts.tokens > self.ask.settings.max_tokens:
                    raise UntrueError
                self.open_answers.remove(answer)

    def _take_reading(self, fraction: float) -> None:
        self._readings += 1
        if fraction < self._read or self._readings > MOST_READINGS:
            raise UntrueError
        self._read = fraction

    def _take_piece(self, piece: Piece) -> None:
        if piece.answer not in self.open_answers or piece.seq != self._pieces[piece.answer]:
            raise UntrueError
        if not self._may_have_chances(piece):
            raise UntrueError
        self._pieces[piece.answer] += 1
        self._chars[piece.answer] += len(piece.text)
        # One token can end a thought and begin what is said, and a little may be held back to the end.
        most_pieces = 2 * self.ask.settings.max_tokens + 2
        if self._pieces[piece.answer] > most_pieces or self._chars[piece.answer] > ANSWER_MAX_CHARS:
            raise UntrueError

    def _may_have_chances(self, piece: Piece) -> bool:
        is_meant = self.ask.want_chances and piece.kind is PieceKind.SAID
        if piece.chances is None or not is_meant:
            return piece.chances is None and not is_meant
        return sum(chance.chars for chance in piece.chances) == len(piece.text)
