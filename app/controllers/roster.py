"""Who is here: clients and their sessions, as they stand."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.changes import AddClient, AddSession, Change, SetTherapistName, SetWithdrawn, Withdrawable
from app.domain.client import Client, Session
from app.errors import ErrorCode, KnownError


class Roster:
    """The fold of the changes that are about clients and sessions. What was taken back stays, unseen."""

    def __init__(self, clients: Iterable[Client], sessions: Iterable[Session]) -> None:
        self._clients = {client.id: client for client in clients}
        self._sessions = {session.id: session for session in sessions}

    def clients(self) -> tuple[Client, ...]:
        """Clients that were not taken back, in the order of their pseudonyms."""
        present = (client for client in self._clients.values() if not client.withdrawn)
        return tuple(sorted(present, key=lambda client: client.pseudonym.casefold()))

    def client(self, client_id: str | None) -> Client | None:
        """Return a client that was not taken back, or None."""
        client = self._clients.get(client_id or "")
        return None if client is None or client.withdrawn else client

    def sessions_of(self, client_id: str) -> tuple[Session, ...]:
        """Sessions of a client that were not taken back, newest first."""
        of_client = (s for s in self._sessions.values() if s.client_id == client_id and not s.withdrawn)
        return tuple(sorted(of_client, key=lambda session: session.number, reverse=True))

    def session(self, session_id: str | None) -> Session | None:
        """Return a session that was not taken back, or None."""
        session = self._sessions.get(session_id or "")
        return None if session is None or session.withdrawn else session

    def next_number(self, client_id: str) -> int:
        """Return the number of a client's next session. One that was taken back keeps its number."""
        return max((s.number for s in self._sessions.values() if s.client_id == client_id), default=0) + 1

    def require_free(self, name: str) -> None:
        """Return if no client has this pseudonym, whatever its letters' case.

        Raises:
            KnownError: NAME_TAKEN.
        """
        if any(name.casefold() == client.pseudonym.casefold() for client in self.clients()):
            raise KnownError(ErrorCode.NAME_TAKEN)

    def apply(self, change: Change) -> None:
        """Take a change in, if it is about clients or sessions."""
        match change:
            case AddClient(client):
                self._clients[client.id] = client
            case AddSession(session):
                self._sessions[session.id] = session
            case SetWithdrawn(Withdrawable.CLIENT, client_id, withdrawn):
                self._clients[client_id] = replace(self._clients[client_id], withdrawn=withdrawn)
            case SetWithdrawn(Withdrawable.SESSION, session_id, withdrawn):
                self._sessions[session_id] = replace(self._sessions[session_id], withdrawn=withdrawn)
            case SetTherapistName(name, _):
                self._clients = {key: client.with_therapist(name) for key, client in self._clients.items()}
            case _:
                pass
