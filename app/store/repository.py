"""Reads and writes on an open vault: changes go in, the workspace and sessions come out.

What is read equals what folding the same changes gives (`app/domain/record.py`). One change needs a second
look: the therapist's name also renames the voices of sessions that are on screen.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, Table, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.answer import Answer, Statement
from app.domain.changes import (
    AddAnswer,
    AddClient,
    AddExploration,
    AddSession,
    AppendMark,
    Change,
    FinishAnswer,
    GrowAnswer,
    Place,
    SaveDraft,
    SavePlace,
    SetTherapistName,
    SetWithdrawn,
    Withdrawable,
    WriteNote,
)
from app.domain.client import Client, Session, Voice, VoiceKind
from app.domain.mark import MarkEvent
from app.domain.record import SessionRecord, Workspace
from app.errors import BugError
from app.store import rows, tables
from app.store.connection import Database
from app.store.faults import explained
from app.store.origin import origin_to_text
from app.store.times import time_to_text

_PLACE = "place"
_THERAPIST_NAME = "therapist_name"

_WITHDRAWABLE = {
    Withdrawable.CLIENT: tables.client,
    Withdrawable.SESSION: tables.session,
    Withdrawable.EXPLORATION: tables.exploration,
    Withdrawable.ANSWER: tables.answer,
}


class Repository:
    """The words of the domain over the tables of one open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def apply(self, changes: Sequence[Change]) -> None:
        """Write the changes, all of them or none.

        Raises:
            KnownError: DISK_FULL, FOLDER_READ_ONLY, STORAGE_FAILED or VAULT_DAMAGED. The same changes can be
                applied again.
            BugError: a change speaks of something that is not there, or adds what is there already.
        """
        with explained(), self._database.begin() as connection:
            for change in changes:
                _write(connection, change)

    def workspace(self) -> Workspace:
        """Return all clients and sessions, withdrawn ones flagged, in the order in which they were added.

        Raises:
            KnownError: VAULT_DAMAGED or STORAGE_FAILED.
        """
        with explained(), rows.trusted_rows(), self._database.begin() as connection:
            values = {row.key: row.value for row in connection.execute(select(tables.workspace))}
            return Workspace(
                clients=_clients(connection),
                sessions=tuple(rows.session_from(row) for row in _in_order(connection, tables.session)),
                drafts={row.field: row.text for row in connection.execute(select(tables.draft))},
                place=rows.place_from(values[_PLACE]) if _PLACE in values else Place(),
                therapist_name=values.get(_THERAPIST_NAME, ""),
            )

    def session_record(self, session_id: str) -> SessionRecord:
        """Return one session with all that belongs to it.

        Raises:
            KnownError: VAULT_DAMAGED or STORAGE_FAILED.
            BugError: there is no such session.
        """
        with explained(), rows.trusted_rows(), self._database.begin() as connection:
            return _session_record(connection, session_id)


def _session_record(connection: Connection, session_id: str) -> SessionRecord:
    session_row = connection.execute(select(tables.session).where(tables.session.c.id == session_id)).first()
    if session_row is None:
        raise BugError("no such session in the vault")
    session = rows.session_from(session_row)
    (client,) = _clients(connection, session.client_id)
    in_session = tables.exploration.c.session_id == session_id
    of_answers = select(tables.answer.c.id).join(tables.exploration).where(in_session)
    of_statements = select(tables.statement.c.id).where(tables.statement.c.answer_id.in_(of_answers))
    answers = tuple(
        rows.answer_from(row)
        for row in _in_order(connection, tables.answer, tables.answer.c.id.in_(of_answers))
    )
    chars = {answer.id: len(answer.text) for answer in answers}
    note = connection.scalar(select(tables.note.c.text).where(tables.note.c.session_id == session_id))
    return SessionRecord(
        client=client,
        session=session,
        explorations=tuple(
            rows.exploration_from(row) for row in _in_order(connection, tables.exploration, in_session)
        ),
        answers=answers,
        statements=tuple(
            rows.statement_from(row, chars[row.answer_id])
            for row in _in_order(connection, tables.statement, tables.statement.c.answer_id.in_(of_answers))
        ),
        marks=tuple(
            rows.mark_event_from(row)
            for row in _in_order(
                connection, tables.mark_event, tables.mark_event.c.statement_id.in_(of_statements)
            )
        ),
        note=note or "",
    )


def _in_order(connection: Connection, table: Table, *conditions: object) -> Sequence[Row[tuple[object, ...]]]:
    return connection.execute(select(table).where(*conditions).order_by(table.c.sequence)).all()  # type: ignore[arg-type]  # the stubs know rows of typed selects alone


def _clients(connection: Connection, client_id: str | None = None) -> tuple[Client, ...]:
    of_client = [] if client_id is None else [tables.client.c.id == client_id]
    of_voices = [] if client_id is None else [tables.voice.c.client_id == client_id]
    voices: dict[str, list[Voice]] = {}
    for row in _in_order(connection, tables.voice, *of_voices):
        voices.setdefault(row.client_id, []).append(rows.voice_from(row))
    return tuple(
        rows.client_from(row, voices.get(row.id, []))
        for row in _in_order(connection, tables.client, *of_client)
    )


def _write(connection: Connection, change: Change) -> None:
    match change:
        case AddClient(client):
            _add_client(connection, client)
        case AddSession(session):
            _add_session(connection, session)
        case AddExploration(exploration):
            connection.execute(
                insert(tables.exploration).values(
                    id=exploration.id,
                    session_id=exploration.session_id,
                    question=exploration.question,
                    created_at=time_to_text(exploration.created_at),
                    withdrawn=int(exploration.withdrawn),
                )
            )
        case AddAnswer(answer, statements):
            _add_answer(connection, answer)
            _add_statements(connection, statements)
        case GrowAnswer(answer_id, text):
            _change_one(connection, tables.answer, answer_id, text=text)
        case FinishAnswer(answer_id, text, state, statements):
            _change_one(connection, tables.answer, answer_id, text=text, state=state.value)
            _add_statements(connection, statements)
        case AppendMark(event, _):
            _add_mark(connection, event)
        case WriteNote(session_id, _, after):
            _put(connection, tables.note, "session_id", session_id, text=after)
        case SetWithdrawn(kind, thing_id, withdrawn):
            _change_one(connection, _WITHDRAWABLE[kind], thing_id, withdrawn=int(withdrawn))
        case SaveDraft(field, ""):
            connection.execute(tables.draft.delete().where(tables.draft.c.field == field))
        case SaveDraft(field, text):
            _put(connection, tables.draft, "field", field, text=text)
        case SavePlace(place):
            _put(connection, tables.workspace, "key", _PLACE, value=rows.place_to_text(place))
        case SetTherapistName(name, _):
            _put(connection, tables.workspace, "key", _THERAPIST_NAME, value=name)
            therapists = tables.voice.c.kind == VoiceKind.THERAPIST.value
            connection.execute(update(tables.voice).where(therapists).values(name=name))


def _add_client(connection: Connection, client: Client) -> None:
    connection.execute(
        insert(tables.client).values(
            id=client.id,
            pseudonym=client.pseudonym,
            created_at=time_to_text(client.created_at),
            withdrawn=int(client.withdrawn),
        )
    )
    for voice in client.voices:
        connection.execute(
            insert(tables.voice).values(
                id=voice.id,
                client_id=client.id,
                kind=voice.kind.value,
                name=voice.name,
                position=voice.position,
            )
        )


def _add_session(connection: Connection, session: Session) -> None:
    connection.execute(
        insert(tables.session).values(
            id=session.id,
            client_id=session.client_id,
            number=session.number,
            started_at=time_to_text(session.started_at),
            withdrawn=int(session.withdrawn),
        )
    )


def _add_answer(connection: Connection, answer: Answer) -> None:
    connection.execute(
        insert(tables.answer).values(
            id=answer.id,
            exploration_id=answer.exploration_id,
            position=answer.position,
            text=answer.text,
            state=answer.state.value,
            origin=origin_to_text(answer.origin),
            created_at=time_to_text(answer.created_at),
            withdrawn=int(answer.withdrawn),
        )
    )


def _add_statements(connection: Connection, statements: Sequence[Statement]) -> None:
    values = [
        {
            "id": statement.id,
            "answer_id": statement.answer_id,
            "position": statement.position,
            "start": statement.start,
            "end": statement.end,
            "splitter": statement.splitter,
        }
        for statement in statements
    ]
    if values:
        connection.execute(insert(tables.statement), values)


def _add_mark(connection: Connection, event: MarkEvent) -> None:
    connection.execute(
        insert(tables.mark_event).values(
            id=event.id,
            statement_id=event.statement_id,
            voice_id=event.voice_id,
            fit=None if event.mark.fit is None else event.mark.fit.value,
            matters=int(event.mark.matters),
            at=time_to_text(event.at),
        )
    )


def _change_one(connection: Connection, table: Table, thing_id: str, **values: object) -> None:
    if connection.execute(update(table).where(table.c.id == thing_id).values(**values)).rowcount != 1:
        raise BugError(f"a change of table {table.name} speaks of something that is not in the vault")


def _put(connection: Connection, table: Table, key: str, name: str, **values: str) -> None:
    connection.execute(
        insert(table)
        .values({key: name, **values})
        .on_conflict_do_update(index_elements=[table.c[key]], set_=dict(values))
    )
