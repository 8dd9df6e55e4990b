"""Both backends keep to the contract: the real engine with the starter model, and the scripted child."""

from app.engine.messages import Ask

from .contract import EngineContract
from .speaking import REAL, SCRIPTED, EngineChild, settings, through_lens


class TestRealEngine(EngineContract):
    command = REAL
    has_walls = True

    def test_the_second_lens_on_an_answer_reads_only_its_own_words(self, child: EngineChild) -> None:
        child.ask(Ask("first", (through_lens("What is missing?"),), settings(max_tokens=1)))
        second = child.ask(Ask("second", (through_lens("In plain words."),), settings(max_tokens=1)))
        own_tokens = 12
        others = 1 - own_tokens / second.done[0].counts.prompt_tokens
        assert min(reading.fraction for reading in second.readings) > others


class TestScriptedEngine(EngineContract):
    command = SCRIPTED
    has_walls = False
