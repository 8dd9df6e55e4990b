"""Both backends keep to the contract: the real engine with the starter model, and the scripted child."""

from .contract import EngineContract
from .speaking import REAL, SCRIPTED


class TestRealEngine(EngineContract):
    command = REAL


class TestScriptedEngine(EngineContract):
    command = SCRIPTED
