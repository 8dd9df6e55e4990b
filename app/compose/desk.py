"""What lies on the desk over an open vault."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from app import __version__
from app.controllers.asking import Asking
from app.controllers.asking_settings import SETTINGS
from app.controllers.audit import AuditTrail
from app.controllers.backups import Backups
from app.controllers.cards import Cards
from app.controllers.comparing import Comparing
from app.controllers.condition import Conditions
from app.controllers.deleting import Deleting
from app.controllers.exploring_pages import ExploringPages
from app.controllers.importing import Importing
from app.controllers.keeping import Keeping
from app.controllers.keys import Keys, RekeyMark
from app.controllers.lines import Lines
from app.controllers.local_model import LocalModel
from app.controllers.looking import Looking
from app.controllers.noticing import Noticing
from app.controllers.opened_files import NewReader
from app.controllers.pages import AnswerPages, Side
from app.controllers.parts import Parts
from app.controllers.permission import Gate
from app.controllers.place_of_practice import PlaceOfPractice
from app.controllers.practice import Desk
from app.controllers.privacy import Privacy, Ways
from app.controllers.prompt_set import PromptSet, read_prompts
from app.controllers.reading import Reading
from app.controllers.rehearsing import Rehearsing
from app.controllers.returning import Returning
from app.controllers.room import Room
from app.controllers.saving import Saver
from app.controllers.settings import Language, LookSettings
from app.controllers.take_home import PageWording, TakeHome
from app.controllers.together import Together
from app.controllers.upkeep import Upkeep
from app.controllers.work_queue import WorkQueue
from app.domain.notice import Notice
from app.domain.record import SessionRecord, Workspace
from app.errors import ErrorCode
from app.export.typesetting import Typesetter
from app.paths import resources_folder
from app.safety.crisis_lines import read_crisis_lines
from app.safety.noticing import NoticingRules, read_noticing_rules
from app.safety.places import read_places
from app.store.backing_up import OpenVault
from app.store.creation import VaultFiles
from app.store.locksmith import Locksmith, look_for_keyring
from app.store.vault import Vault
from app.ui.page_words import page_wording


def desk_over(
    vault: Vault,
    workspace: Workspace,
    folder: Path,
    work: WorkQueue,
    page_work: WorkQueue,
    file_work: WorkQueue,
    notice_work: WorkQueue,
    local_model: LocalModel,
    settings: LookSettings,
    new_seed: Callable[[], int],
    gate: Gate,
    new_reader: NewReader,
    ways: Ways,
) -> Desk:
    """Return the desk over a vault that was just opened from this folder. The rest is as in `program` and below."""
    saver = Saver(vault.apply, work)

    def read_session(
        session_id: str, done: Callable[[SessionRecord], None], failed: Callable[[ErrorCode], None]
    ) -> None:
        # What is still on its way to the vault belongs to what is read from it.
        saver.when_saved(lambda: work.submit(lambda: vault.session_record(session_id), done, failed))

    room = Room(workspace, saver, read_session, gate, _new_id, _now)
    prompts = {
        language: read_prompts(resources_folder() / "prompts" / language.value) for language in Language
    }
    asking = Asking(
        room,
        local_model,
        # The starter speaks English alone, and nonsense when it is told about itself in another language.
        lambda: prompts[Language.ENGLISH if local_model.is_starter else settings.language],
        SETTINGS,
        new_seed=new_seed,
        new_id=_new_id,
        now=_now,
    )
    return desk_around(
        room,
        asking,
        saver,
        language=lambda: settings.language,
        prompts=lambda: prompts[settings.language],
        wording=lambda: page_wording(settings.language),
        check_passphrase=lambda passphrase: Vault.check_passphrase(folder, passphrase),
        upkeep=upkeep_of(
            vault,
            folder,
            room,
            saver,
            Locksmith(vault, folder, look_for_keyring=look_for_keyring),
            work,
            file_work,
            _now,
        ),
        work=work,
        page_work=page_work,
        notice_work=notice_work,
        new_reader=new_reader,
        ways=ways,
        new_id=_new_id,
        now=_now,
    )


def upkeep_of(
    vault: Vault,
    folder: Path,
    room: Room,
    saver: Saver,
    locksmith: Locksmith,
    work: WorkQueue,
    file_work: WorkQueue,
    now: Callable[[], datetime],
) -> Upkeep:
    """Return what keeps an open vault safe. `work` is the vault's thread, `file_work` one for what is slow."""

    def source() -> OpenVault:
        return vault.source(VaultFiles(folder), __version__)

    backups = Backups(source, folder, work, file_work, now)
    return Upkeep(
        keys=Keys(locksmith, lambda: backups.busy, work, RekeyMark(room, saver)),
        backups=backups,
        rehearsing=Rehearsing(source, folder, work, file_work, now),
        audit=AuditTrail(vault.audit_entries, vault.audit_broken_at, saver, work),
        condition=Conditions(vault, work, now),
    )


def desk_around(
    room: Room,
    asking: Asking,
    saver: Saver,
    *,
    language: Callable[[], str],
    prompts: Callable[[], PromptSet],
    wording: Callable[[], PageWording],
    check_passphrase: Callable[[str], None],
    upkeep: Upkeep,
    work: WorkQueue,
    page_work: WorkQueue,
    notice_work: WorkQueue,
    new_reader: NewReader,
    ways: Ways,
    new_id: Callable[[], str],
    now: Callable[[], datetime],
) -> Desk:
    """Return the desk whose parts stand around this room.

    Args:
        room, asking, saver: what the other parts work on.
        language: gives the language on screen, "en" or "id".
        prompts: lenses and cards in the language on screen.
        wording: the words of the page to take home.
        check_passphrase: returns if it is the vault's, and raises KnownError otherwise.
        upkeep: what keeps the vault safe.
        work: the thread of the vault.
        page_work: the thread that draws and writes pages.
        notice_work: the thread that looks through what people and models wrote.
        new_reader: makes what reads a file that somebody brought.
        ways: how the privacy page finds out what it tells.
        new_id, now: give a fresh id, and the time.
    """
    place_of_practice = PlaceOfPractice(room, read_places(resources_folder() / "places"), parent=room)
    shipped = read_crisis_lines(resources_folder() / "crisis_lines")
    lines = Lines(
        room, place_of_practice, shipped, language, new_id, lambda: now().astimezone().date(), parent=room
    )
    place_of_practice.changed.connect(lambda: None if asking.permission().given else asking.stop())
    rules = noticing_rules()

    def look_through(text: str, is_ai: bool) -> tuple[Notice, ...]:
        return rules.of_ai(text, lines.known_contacts()) if is_ai else rules.of_people(text)

    noticing = Noticing(room, asking, look_through, notice_work, parent=room)
    lines.changed.connect(noticing.look_anew)
    seen_shared = AnswerPages(room, asking, noticing, Side.SHARED)
    comparing = Comparing()
    reading, keeping, cards = Reading(room, new_id, now), Keeping(room, new_id, now), Cards(room)
    importing = Importing(room, new_reader, parent=room)
    take_home = TakeHome(room, seen_shared, lines, wording, _typesetter, page_work)

    def looking(seen: AnswerPages) -> Looking:
        exploring = ExploringPages(seen, comparing)
        return Looking(
            room,
            asking,
            reading,
            keeping,
            cards,
            take_home,
            lines,
            noticing,
            importing,
            seen,
            exploring,
            prompts,
        )

    return Desk(
        room=room,
        asking=asking,
        looking=looking(AnswerPages(room, asking, noticing, Side.DESK)),
        together=Together(room, seen_shared, looking(seen_shared)),
        returning=Returning(room, check_passphrase, work),
        take_home=take_home,
        deleting=Deleting(room, new_id, now, parent=room),
        place_of_practice=place_of_practice,
        lines=lines,
        noticing=noticing,
        importing=importing,
        rules=rules,
        parts=program_parts(),
        upkeep=upkeep,
        privacy=Privacy(ways, upkeep.backups, upkeep.keys, work, page_work, now, parent=room),
        saver=saver,
    )


@cache
def noticing_rules() -> NoticingRules:
    """Read once: the rules are the same for every vault."""
    return read_noticing_rules(resources_folder() / "cues")


@cache
def program_parts() -> Parts:
    """Read once, when somebody looks: what the program is made of does not change while it runs."""
    return Parts(__version__, resources_folder())


@cache
def _typesetter() -> Typesetter:
    """Made when the first page is drawn: it reads all fonts."""
    return Typesetter(resources_folder())


def _new_id() -> str:
    return uuid.uuid4().hex


def _now() -> datetime:
    return datetime.now(UTC)
