"""The part of the engine's contract about what it keeps of earlier requests, and how likely its words were."""

import math

from app.engine.messages import LEAST_LIKELY_OTHER, Ask

from .speaking import CONTEXT_TOKENS, EngineChild, question, settings, through_lens

LONG = "rain " * 300


class MemoryContract:
    """`child` is a fixture of the class that inherits it."""

    def test_the_same_request_gives_the_same_text_and_chances_whatever_was_asked_in_between(
        self, child: EngineChild
    ) -> None:
        request = Ask(
            "same", (question("What is rain?", 7), question("And snow?", 8)), settings(), want_chances=True
        )
        first = child.ask(request)
        other = child.ask(Ask("other", (question("What is a tree?", 9),), settings()))
        after_other = child.ask(request)
        child.ask(Ask("alike", (question("What is rain", 10),), settings()))
        after_alike = child.ask(request)
        assert after_other.told() == first.told()
        assert after_alike.told() == first.told()
        assert other.text(0) != first.text(0)

    def test_lenses_on_one_answer_say_what_they_would_say_alone(self, child: EngineChild) -> None:
        missing = Ask("missing", (through_lens("What is missing?"),), settings())
        plain = Ask("plain", (through_lens("Say it in plain words, please.", 2),), settings())
        alone = {}
        for ask in (missing, plain):
            child.ask(Ask("other", (question("What is a tree?"),), settings()))
            alone[ask.id] = child.ask(ask).text()
        assert child.ask(missing).text() == alone["missing"]
        assert child.ask(plain).text() == alone["plain"]
        assert alone["missing"] != alone["plain"]

    def test_what_was_read_before_takes_no_room_from_the_next_question(self, child: EngineChild) -> None:
        ask = Ask("wide", (question(f"Hail. {LONG}"),), settings(max_tokens=1))
        other = Ask("other", (question(f"Wind. {LONG}"),), settings(max_tokens=60))
        assert child.ask(ask).done[0].counts.prompt_tokens > CONTEXT_TOKENS / 2 - 50
        heard = child.ask(other)
        assert heard.errors == []
        assert heard.text()

    def test_chances_come_on_request_for_every_letter_that_is_said(self, child: EngineChild) -> None:
        answers = (question("What is rain?", 1), question("What is rain? 🙂", 2))
        heard = child.ask(Ask("chances", answers, settings(), want_chances=True))
        for piece in heard.pieces:
            assert sum(chance.chars for chance in piece.chances or ()) == len(piece.text)
        told = [chance for piece in heard.pieces for chance in piece.chances or ()]
        assert 0 < len(told) <= sum(done.counts.tokens for done in heard.done.values())

    def test_others_are_likely_and_the_likeliest_come_first(self, child: EngineChild) -> None:
        ask = Ask("others", (question("What is rain?"),), settings(max_tokens=30), want_chances=True)
        told = [chance for piece in child.ask(ask).pieces for chance in piece.chances or ()]
        others = [[other.logprob for other in chance.others] for chance in told]
        assert any(others)
        assert all(logprobs == sorted(logprobs, reverse=True) for logprobs in others)
        assert all(logprob >= math.log(LEAST_LIKELY_OTHER) - 1e-5 for each in others for logprob in each)

    def test_chances_do_not_come_unasked_and_the_text_is_the_same_with_them(self, child: EngineChild) -> None:
        without = child.ask(Ask("plain", (question("What is rain?"),), settings()))
        with_them = child.ask(Ask("chances", (question("What is rain?"),), settings(), want_chances=True))
        assert [piece.chances for piece in without.pieces] == [None] * len(without.pieces)
        assert with_them.text() == without.text() != ""
