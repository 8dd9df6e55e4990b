"""The pages of looking further: asked again, asked differently, lenses, cards, words."""

import math
from collections.abc import Sequence
from dataclasses import replace

from app.controllers.comparing import Comparing
from app.controllers.pages import AnswerPages, Side
from app.domain.answer import (
    Answer,
    AskedAgain,
    AskedDifferently,
    PhrasingKind,
    ThroughLens,
)
from app.domain.changes import Spot
from app.domain.record import SessionRecord
from app.domain.shared import (
    SharedAgain,
    SharedAlternative,
    SharedCard,
    SharedDifferently,
    SharedGroup,
    SharedLens,
    SharedLensEntry,
    SharedLenses,
    SharedNothing,
    SharedPage,
    SharedQuote,
    SharedText,
    SharedWord,
    SharedWords,
)
from app.domain.written import OnCard
from app.explore.words import Word

MOST_CARD_QUESTIONS = 4


class ExploringPages:
    """Builds these pages from what one side may see."""

    def __init__(self, seen: AnswerPages, comparing: Comparing) -> None:
        self._seen = seen
        self._comparing = comparing

    def again(self, spot: Spot) -> SharedPage:
        """Return the round that the spot names, or the last one; without texts if there is none yet."""
        record, answer = self._seen.record, self._seen.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        rounds = self._rounds(record, answer, AskedAgain)
        number = _round_number(rounds, spot)
        answers = self._round(record, rounds[number - 1]) if rounds else ()
        question = record.exploration(answer.exploration_id).question
        texts = tuple(self._text(one, number) for number, one in enumerate(answers, start=1))
        reading = spot.part if 0 < spot.part <= len(texts) else 0
        if any(map(self._seen.is_arriving, answers)) or not answers:
            return SharedAgain(question, texts, (), (), reading, rounds, number)
        groups = self._groups(answers)
        stays = tuple(group for group in groups if stays_in(sum(group.said_in), len(answers)))
        changes = tuple(group for group in groups if not stays_in(sum(group.said_in), len(answers)))
        return SharedAgain(question, texts, stays, changes, reading, rounds, number)

    def differently(self, spot: Spot) -> SharedPage:
        """Return the round that the spot names, or the last one; without texts if there is none yet."""
        record, answer = self._seen.record, self._seen.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        rounds = self._rounds(record, answer, AskedDifferently)
        number = _round_number(rounds, spot)
        answers = self._round(record, rounds[number - 1]) if rounds else ()
        texts = tuple(self._text(one, number) for number, one in enumerate(answers, start=1))
        if not any(map(self._seen.is_arriving, answers)):
            spans = self._comparing.differing([text.text for text in texts])
            texts = tuple(
                replace(text, differing=differing) for text, differing in zip(texts, spans, strict=True)
            )
        first = max(0, min(spot.part, len(texts) - 1))
        question = record.exploration(answer.exploration_id).question
        return SharedDifferently(question, texts, first, rounds, number)

    def lens(self, spot: Spot) -> SharedPage:
        """Return what was said through the lens that the spot names, or the choice of lenses."""
        record, answer = self._seen.record, self._seen.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        looked = self._looked_through(record, answer)
        found = next(((a, request) for a, request in looked if a.id == spot.lens_id), None)
        if found is None:
            earlier = tuple(
                SharedLensEntry(
                    a.id,
                    request.lens,
                    request.statement_id or "",
                    self._about(record, answer, request.statement_id).text,
                )
                for a, request in looked
            )
            return SharedLenses(self._about(record, answer, spot.statement_id), earlier)
        through, request = found
        return SharedLens(
            id=through.id,
            lens=request.lens,
            statement_id=request.statement_id or "",
            about=self._about(record, answer, request.statement_id),
            text=self._seen.shown_text(through).text,
            state=through.state,
            shortened=request.shortened,
            unverified=self._seen.is_unverified(through),
        )

    def _looked_through(
        self, record: SessionRecord, answer: Answer
    ) -> tuple[tuple[Answer, ThroughLens], ...]:
        """What was said about the answer and what of it this side shows: nothing about what is hidden from it."""
        shared = self._seen.side is Side.SHARED
        now_hidden = [s for s in record.statements_of(answer.id) if self._seen.is_out_of_sight(answer, s)]
        hidden = {
            s.id
            for s in record.statements
            if s.answer_id == answer.id
            # Also of one that was joined or divided since, if any of its words are hidden now.
            and ((shared and s.hidden) or any(s.start < h.end and h.start < s.end for h in now_hidden))
        }
        return tuple(
            (a, a.request)
            for a in record.through_lenses(answer.id)
            if isinstance(a.request, ThroughLens)
            and a.request.statement_id not in hidden
            and self._seen.may_show(a)
        )

    def _rounds(
        self, record: SessionRecord, answer: Answer, kind: type[AskedAgain] | type[AskedDifferently]
    ) -> tuple[str, ...]:
        """The rounds of which this side may show something."""
        rounds = record.rounds(answer.exploration_id, kind)
        return tuple(round_id for round_id in rounds if self._round(record, round_id))

    def _round(self, record: SessionRecord, round_id: str) -> tuple[Answer, ...]:
        return tuple(answer for answer in record.round(round_id) if self._seen.may_show(answer))

    def card(self, spot: Spot, card_id: str) -> SharedPage:
        """Return a guided card with the client's own words on it."""
        record, answer = self._seen.record, self._seen.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        words = tuple(
            record.words.get(OnCard(answer.exploration_id, card_id, question), "")
            for question in range(MOST_CARD_QUESTIONS)
        )
        return SharedCard(card_id, words)

    def words(self, spot: Spot) -> SharedPage:
        """Return how predictable each word was, for an answer that was made here and has come to its end."""
        record, answer = self._seen.record, self._seen.answer(spot)
        if record is None or answer is None:
            return SharedNothing()
        cut = self._seen.shown_text(answer)
        chances = record.chances.get(answer.id)
        if chances is None:
            return SharedWords(cut.text, None, self._seen.is_unverified(answer))
        moved = (
            (word, cut.moved((word.start, word.end))) for word in self._comparing.words(answer.text, chances)
        )
        shown = tuple(_shared_word(word, span) for word, span in moved if span)
        return SharedWords(cut.text, shown, self._seen.is_unverified(answer))

    def _text(self, answer: Answer, number: int) -> SharedText:
        request = answer.request
        differently = request if isinstance(request, AskedDifferently) else None
        return SharedText(
            id=answer.id,
            number=number,
            text=self._seen.shown_text(answer).text,
            state=answer.state,
            phrasing=differently.phrasing if differently else PhrasingKind.AS_ASKED,
            question=differently.question if differently else "",
            unverified=self._seen.is_unverified(answer),
        )

    def _groups(self, answers: Sequence[Answer]) -> list[SharedGroup]:
        statements = [self._seen.shared_statements(answer) for answer in answers]
        texts = [[statement.text for statement in of_answer] for of_answer in statements]
        return [
            SharedGroup(
                texts[group.representative[0]][group.representative[1]],
                tuple(any(a == index for a, _ in group.members) for index in range(len(answers))),
                statements[group.representative[0]][group.representative[1]].unverified,
            )
            for group in self._comparing.groups(texts)
        ]

    def _about(self, record: SessionRecord, answer: Answer, statement_id: str | None) -> SharedQuote:
        statement = None if statement_id is None else record.statement(statement_id)
        if statement is None or statement not in self._seen.statements(answer):
            return SharedQuote()
        return self._seen.quoted(answer, statement)


def stays_in(said_in: int, answers: int) -> bool:
    """Tell whether what so many of the answers say stays: at most one in four leaves it out."""
    return 4 * said_in >= 3 * answers


def _round_number(rounds: tuple[str, ...], spot: Spot) -> int:
    """Return which round the spot names, from 1; the last if it names none of them, 0 if there is none."""
    return rounds.index(spot.round_id) + 1 if spot.round_id in rounds else len(rounds)


def _shared_word(word: Word, span: tuple[int, int]) -> SharedWord:
    others = tuple(SharedAlternative(other.text, other.probability) for other in word.alternatives)
    return SharedWord(*span, word.weight, math.exp(word.logprob), others)
