"""Measures the phrase rules on sets of texts, and what a model answers on sets of questions. Offline, repeatable.

`docs/safety.md` describes the formats, the figures and what they do not say. What is measured goes to standard output
and onto the page that was named; nothing else is kept. Neither a display nor a vault is needed.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app import __version__
from app.catalogue.check import check_model
from app.catalogue.find import find_model
from app.catalogue.manifest import read_manifest
from app.catalogue.test_drive import FOLDER_NAME, DriveCounts, ModelDrive, drive_json, write_test_drive
from app.catalogue.verified import ModelRole, VerifiedModel
from app.children.commands import engine_command
from app.controllers.asking_settings import CONTEXT_TOKENS, SETTINGS
from app.controllers.engine_client import EngineClient
from app.controllers.prompt_set import PromptSet, read_prompts
from app.controllers.questioning import Answered, ask_all
from app.controllers.settings import Language
from app.domain.notice import NoticeKind
from app.engine.messages import Message, Role
from app.errors import ErrorCode, KnownError
from app.paths import DataFolder, resources_folder, shipped_folder, shipped_models_folder
from app.safety.crisis_lines import read_crisis_lines
from app.safety.evaluating.behaviour_figures import (
    GivenAnswer,
    LookedAt,
    behaviour_figures,
    looked_at,
)
from app.safety.evaluating.behaviour_sets import BehaviourItem
from app.safety.evaluating.cue_figures import cue_results
from app.safety.evaluating.faults import UnreadableSetError
from app.safety.evaluating.page import SetOnPage, page
from app.safety.evaluating.sets import EvaluationSet, SetFormat, read_set
from app.safety.evaluating.table import fault_sentence, lines_of_set, set_json
from app.safety.evaluating.writing import page_refusal, write_all, write_line
from app.safety.noticing import NoticingRules, read_noticing_rules
from app.ui.sentences import sentence

RAN, FAILED, UNREADABLE, INTERRUPTED = 0, 1, 2, 130
TEST_DRIVE_SETS = ("interjections", "numbers")
"""The sets of a test drive, in `resources/evaluation`; each is a check of the model's card."""
_SHORT_ITEMS = 2
_SHORT_TOKENS = 24


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What was asked for on the command line. Without `sets` it is a test drive.

    `keep` writes the counts of a test drive into the data folder at `home`. `short` asks as few questions as there
    can be, to see that it runs: its figures say nothing.
    """

    sets: tuple[Path, ...]
    set_format: str | None
    model: Path | None
    seeds: int
    page: Path | None
    as_json: bool
    keep: bool
    home: Path | None
    short: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A model, how it was asked, and what it answered to each set."""

    model: VerifiedModel
    seeds: tuple[int, ...]
    prompts: tuple[str, ...]
    threads: int
    answers: dict[int, tuple[LookedAt, ...]]
    """By the place of the set among those that were named."""


def evaluate(options: EvaluateOptions) -> int:
    """Measure and print. Returns 0 if it ran, 2 if a file can't be read or written, 1 if the engine failed.

    With JSON, standard output has one JSON text and nothing else: one set gives an object, several an array. What
    went wrong is one sentence on standard error.
    """
    try:
        return _evaluate(options)
    except KnownError as fault:
        _tell(sentence(fault.code))
        return UNREADABLE if fault.code.value.startswith("model_") else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _evaluate(options: EvaluateOptions) -> int:
    shipped = tuple(resources_folder() / "evaluation" / f"{name}.jsonl" for name in TEST_DRIVE_SETS)
    files = options.sets or shipped
    if options.page is not None and (refusal := page_refusal(options.page, (*files, *_model_file(options)))):
        _tell(refusal)
        return UNREADABLE
    sets: list[EvaluationSet] = []
    for file in files:
        try:
            sets.append(read_set(file, None if options.set_format is None else SetFormat(options.set_format)))
        except UnreadableSetError as fault:
            _tell(f"{file}: {fault_sentence(fault)}")
            return UNREADABLE
    rules = read_noticing_rules(resources_folder() / "cues")
    # Whoever names a model wants it asked; a set that only asks is of no use without one.
    to_ask = {
        place: one.behaviour
        for place, one in enumerate(sets)
        if one.behaviour and (options.model is not None or not one.cues)
    }
    asked = _asked(options, to_ask, rules) if to_ask else None
    answers = {} if asked is None else asked.answers
    measured = [
        SetOnPage(one.name, cue_results(one.cues, rules.of_people), answers.get(place, ()), one.left_out)
        for place, one in enumerate(sets)
    ]
    about = _about(asked)
    drive = None if options.sets or asked is None else _drive(asked)
    objects = [set_json(one, about) for one in measured] if drive is None else [drive_json(drive)]
    found = objects[0] if len(objects) == 1 else objects
    lines = "\n".join(line for one in measured for line in lines_of_set(one))
    told = json.dumps(found, indent=1) if options.as_json else lines
    writes: list[Callable[[], object]] = [partial(write_line, told, sys.stdout)]
    if options.page is not None:
        writes.append(partial(options.page.write_text, page(measured, about), encoding="utf-8"))
    if options.keep and drive is not None:
        writes.append(partial(_keep, drive, options.home))
    try:
        write_all(writes)
    except OSError as fault:
        _tell(f"It could not be written: {fault.strerror}.")
        return UNREADABLE
    return RAN


# Asking


def _asked(
    options: EvaluateOptions, to_ask: dict[int, tuple[BehaviourItem, ...]], rules: NoticingRules
) -> _Asked:
    model = _checked_model(options)
    prompts = {
        language: read_prompts(resources_folder() / "prompts" / language.value) for language in Language
    }
    most = _SHORT_ITEMS if options.short else None
    items = [(place, item) for place, of_set in to_ask.items() for item in of_set[:most]]
    under = [_prompts_for(item, prompts, model.role) for _, item in items]
    questions = [_messages(item, told) for (_, item), told in zip(items, under, strict=True)]
    seeds = (1,) if options.short else tuple(range(1, options.seeds + 1))
    given, threads = _answers(model, questions, seeds, _SHORT_TOKENS if options.short else None)
    known = read_crisis_lines(resources_folder() / "crisis_lines").known_contacts()
    answers = looked_at(
        [item for _, item in items],
        (GivenAnswer(one.index, one.seed, one.text, one.is_cut) for one in given),
        lambda text: rules.of_ai(text, known),
    )
    by_place = {
        place: tuple(one for one in answers if items[one.answer.index][0] == place) for place in to_ask
    }
    versions = tuple(dict.fromkeys(told.answer.version for told in under))
    return _Asked(model, seeds, versions, threads, by_place)


def _prompts_for(item: BehaviourItem, prompts: dict[Language, PromptSet], role: ModelRole) -> PromptSet:
    """As in the room, where the starter is told about itself in English alone."""
    is_english = role is ModelRole.STARTER or item.language not in {"id", "mixed"}
    return prompts[Language.ENGLISH if is_english else Language.INDONESIAN]


def _messages(item: BehaviourItem, prompts: PromptSet) -> tuple[Message, ...]:
    turns = (Message(Role(turn.speaker.value), turn.text) for turn in item.turns)
    return (Message(Role.SYSTEM, prompts.answer.system), *turns)


def _answers(
    model: VerifiedModel,
    questions: Sequence[tuple[Message, ...]],
    seeds: Sequence[int],
    max_tokens: int | None,
) -> tuple[list[Answered], int]:
    """Every answer in the order of questions and seeds, and on how many threads they were made.

    Raises:
        KnownError: the engine failed.
        KeyboardInterrupt: somebody pressed Ctrl+C.
    """
    app = QCoreApplication.instance() or QCoreApplication(["trialogue"])
    engine = EngineClient(engine_command(), model, CONTEXT_TOKENS, app, working_folder=shipped_folder())
    settings = replace(SETTINGS, max_tokens=max_tokens or SETTINGS.max_tokens)
    try:
        given = ask_all(engine, questions, seeds, settings, _progress)
        loaded = engine.loaded
    finally:
        engine.stop()
        engine.setParent(None)
        engine.deleteLater()
    if loaded is None:
        raise KnownError(ErrorCode.ENGINE_DIED)
    return given, loaded.threads


def _checked_model(options: EvaluateOptions) -> VerifiedModel:
    manifest = read_manifest(shipped_models_folder() / "manifest.toml")
    remembered = DataFolder.at(options.home).verified_models
    return check_model(find_model(options.model), manifest, remembered, remembers=False)


def _model_file(options: EvaluateOptions) -> list[Path]:
    """The file that is asked if anything is; nothing without a starter, which may not be needed."""
    with suppress(KnownError):
        return [find_model(options.model)]
    return []


# What is told


def _about(asked: _Asked | None) -> list[tuple[str, str]]:
    about = [("program", f"Trialogue {__version__}"), ("date", _today().isoformat())]
    if asked is not None:
        about += [
            ("model", asked.model.name),
            ("sha256", asked.model.sha256),
            ("prompts", ", ".join(asked.prompts)),
            ("seeds", ", ".join(map(str, asked.seeds))),
            ("threads", str(asked.threads)),
        ]
    return about


def _drive(asked: _Asked) -> ModelDrive:
    return ModelDrive(
        model=asked.model.name,
        sha256=asked.model.sha256,
        day=_today(),
        program=__version__,
        prompts=asked.prompts,
        seeds=len(asked.seeds),
        checks=tuple(
            _counts(name, answers)
            for name, answers in zip(TEST_DRIVE_SETS, asked.answers.values(), strict=True)
        ),
    )


def _counts(name: str, answers: Sequence[LookedAt]) -> DriveCounts:
    figures = behaviour_figures(answers)
    noticed = {kind: measured.found for kind, measured in figures.noticed.items()}
    right = 0 if figures.right is None else figures.right.found
    wrong = 0 if figures.wrong is None else figures.wrong.found
    return DriveCounts(
        name=name,
        asked=figures.asked,
        right=right,
        wrong=wrong,
        left_open=figures.asked - right - wrong,
        noticed=tuple(noticed.items()),
        invented=noticed.get(NoticeKind.UNVERIFIED_CONTACT, 0),
        invented_contacts=figures.new_contacts,
    )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the wall where it is measured


def _progress(done: int, of: int) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r{done} of {of} answers" + ("\n" if done == of else ""))
        sys.stderr.flush()


def _keep(drive: ModelDrive, home: Path | None) -> None:
    data = DataFolder.at(home)
    data.create()
    write_test_drive(data.models / FOLDER_NAME, drive)


def _tell(words: str) -> None:
    # Where nobody hears it, the exit status still tells.
    with suppress(OSError):
        write_line(words, sys.stderr)
