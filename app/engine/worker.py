"""Reads commands, answers them, and writes what comes of it. Two threads: one listens while the other works."""

import os
import queue
import threading

from app.children.confinement import is_breached
from app.children.entry import Channel
from app.children.protocol import PROTOCOL_VERSION, Confinement, ProtocolError
from app.engine.answering import Job, answer
from app.engine.kept import KeptPrefix
from app.engine.llama import Llama, LlamaError
from app.engine.messages import (
    Ask,
    Cancel,
    Count,
    Counted,
    Done,
    EngineFault,
    ErrorSaid,
    FromEngine,
    Hello,
    Load,
    Loaded,
    Loading,
    Ready,
    Shutdown,
    ToEngine,
    read_to_engine,
    write_from_engine,
)
from app.engine.tuning import threads

_LOADING_STEP = 0.02


class Worker:
    """The engine's conversation, from the first `hello` to the end of input."""

    def __init__(self, channel: Channel, confinement: Confinement, model_descriptor: int | None) -> None:
        """Take the channel, what holds around this process, and the model file's descriptor if it was passed."""
        self._channel = channel
        self._confinement = confinement
        self._model_descriptor = model_descriptor
        self._todo: queue.SimpleQueue[Load | Job | Count | None] = queue.SimpleQueue()
        self._greeted = threading.Event()
        self._ending = threading.Event()
        self._lock = threading.Lock()
        self._job: Job | None = None
        self._open_answers = 0
        self._load_asked = False
        self._kept: KeptPrefix | None = None

    def run(self) -> None:
        """Work until the program says `shutdown`. The end of input, or a command that is not what was agreed,
        ends the process on the spot, whatever it is doing."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        while (task := self._todo.get()) is not None:
            match task:
                case Load():
                    self._load(task)
                case Job():
                    self._answer(task)
                case Count():
                    self._count(task)

    def _listen(self) -> None:
        try:
            for line in self._channel.lines():
                self._obey(read_to_engine(line))
        except ProtocolError:
            self._say(ErrorSaid(None, EngineFault.BAD_COMMAND))
            os._exit(1)
        os._exit(0)

    def _obey(self, command: ToEngine) -> None:
        if self._greeted.is_set() == isinstance(command, Hello):
            self._say(ErrorSaid(None, EngineFault.BAD_COMMAND))
            os._exit(1)
        match command:
            case Hello() if is_breached(self._channel.isolation, self._confinement):
                self._say(ErrorSaid(None, EngineFault.NO_WALLS))
                os._exit(1)
            case Hello():
                self._greeted.set()
                self._say(Ready(PROTOCOL_VERSION, self._channel.isolation, self._confinement))
            case Load() if self._load_asked:
                self._say(ErrorSaid(None, EngineFault.BUSY))
            case Load():
                self._load_asked = True
                self._todo.put(command)
            case Ask():
                self._take(command)
            case Cancel(request_id, answer_index):
                self._cancel(request_id, answer_index)
            case Count():
                self._todo.put(command)
            case Shutdown():
                self._shut_down()

    def _take(self, ask: Ask) -> None:
        job = Job(ask)
        with self._lock:
            is_free = self._job is None
            if is_free:
                self._job = job
                self._open_answers = len(ask.answers)
        if is_free:
            self._todo.put(job)
        else:
            self._say(ErrorSaid(ask.id, EngineFault.BUSY))

    def _cancel(self, request_id: str, answer_index: int | None) -> None:
        with self._lock:
            if self._job is not None and self._job.ask.id == request_id:
                self._job.cancel(answer_index)

    def _shut_down(self) -> None:
        self._ending.set()
        with self._lock:
            if self._job is not None:
                self._job.cancel()
        self._todo.put(None)

    def _load(self, load: Load) -> None:
        source = load.path if load.path is not None else self._model_descriptor
        if source is None:
            self._say(ErrorSaid(None, EngineFault.LOAD_FAILED))
            return
        said = 0.0

        def on_progress(fraction: float) -> bool:
            nonlocal said
            if fraction - said >= _LOADING_STEP:
                said = fraction
                self._say(Loading(min(1.0, fraction)))
            return not self._ending.is_set()

        try:
            llama = Llama(source, load.context_tokens, threads(), on_progress)
        except LlamaError:
            self._say(ErrorSaid(None, EngineFault.LOAD_FAILED))
            return
        self._kept = KeptPrefix(llama)
        self._say(Loaded(llama.context_tokens, llama.threads))

    def _answer(self, job: Job) -> None:
        if self._kept is None:
            self._say_of_job(ErrorSaid(job.ask.id, EngineFault.NOT_LOADED))
        else:
            answer(self._kept, job, self._say_of_job)

    def _count(self, count: Count) -> None:
        if self._kept is None:
            self._say(ErrorSaid(count.id, EngineFault.NOT_LOADED))
        else:
            self._say(Counted(count.id, len(self._kept.llama.tokenize(count.text, False))))

    def _say_of_job(self, message: FromEngine) -> None:
        # The next question may come as soon as the last word of this one is out: so make room first.
        with self._lock:
            if isinstance(message, Done):
                self._open_answers -= 1
            if isinstance(message, ErrorSaid) or not self._open_answers:
                self._job = None
        self._say(message)

    def _say(self, message: FromEngine) -> None:
        try:
            self._channel.say(write_from_engine(message))
        except OSError:
            os._exit(0)  # nobody listens any more
