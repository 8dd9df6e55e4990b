"""What a vault ought to hold after some changes: computed from the domain, without a database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.domain.changes import (
    AddClient,
    AddSession,
    Change,
    SaveDraft,
    SavePlace,
    SetReturnCheck,
    SetTherapistName,
    SetWithdrawn,
)
from app.domain.client import Client, Session
from app.domain.record import SessionRecord, Workspace, keepsakes_after

_Withdrawable = TypeVar("_Withdrawable", Client, Session)


class Folded:
    """The workspace and the records of all sessions, as folding gives them."""

    def __init__(self, therapist_name: str = "") -> None:
        self.workspace = Workspace(therapist_name=therapist_name)
        self.records: dict[str, SessionRecord] = {}

    def after(self, changes: Iterable[Change]) -> "Folded":
        """Take changes, in their order."""
        for change in changes:
            self._take(change)
        return self

    def _take(self, change: Change) -> None:
        workspace = replace(self.workspace, keepsakes=keepsakes_after(self.workspace.keepsakes, change))
        self.records = {key: record.applied(change) for key, record in self.records.items()}
        match change:
            case AddClient(client):
                workspace = replace(workspace, clients=(*workspace.clients, client))
            case AddSession(session):
                workspace = replace(workspace, sessions=(*workspace.sessions, session))
                client = next(c for c in workspace.clients if c.id == session.client_id)
                self.records[session.id] = SessionRecord(client, session)
            case SaveDraft(field, text):
                others = {name: words for name, words in workspace.drafts.items() if name != field}
                workspace = replace(workspace, drafts={**others, field: text} if text else others)
            case SavePlace(place):
                workspace = replace(workspace, place=place)
            case SetReturnCheck(check):
                workspace = replace(workspace, return_check=check)
            case SetTherapistName(name, _):
                clients = tuple(client.with_therapist(name) for client in workspace.clients)
                workspace = replace(workspace, therapist_name=name, clients=clients)
            case SetWithdrawn():
                workspace = replace(
                    workspace,
                    clients=_withdrawn(workspace.clients, change),
                    sessions=_withdrawn(workspace.sessions, change),
                )
        self.workspace = workspace


def _withdrawn(things: Sequence[_Withdrawable], change: SetWithdrawn) -> tuple[_Withdrawable, ...]:
    return tuple(replace(t, withdrawn=change.withdrawn) if t.id == change.id else t for t in things)
