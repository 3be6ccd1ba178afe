"""Serving the pages until somebody stops it."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable

from sayso.errors import UsageError
from sayso.serve.desk.desk import Desk
from sayso.serve.web.options import ServeOptions

#: A busy machine must not close a connection that a browser is just about to use again.
_IDLE_SECONDS = 60


def serve(database: str, options: ServeOptions, tell: Callable[[str], object]) -> None:
    """Serve a database; returns when stopped. Raises UsageError where a library or the port is missing."""
    try:
        import uvicorn

        from sayso.serve.web.app import create_app
    except ImportError as error:
        raise UsageError(
            f"`sayso serve` needs {error.name}, which is not installed; `pip install 'sayso[serve]'` brings it"
        ) from error
    from sayso.store import StoreOptions, open_store

    # Opened for reading first: a mistyped name must not make a new database.
    open_store(database, StoreOptions(read_only=True)).close()
    store = open_store(database, StoreOptions(read_only=options.reader))
    try:
        with bound(options) as listening:
            app = create_app(store, options, store)
            threading.Thread(target=warm, args=(app.state.desk,), daemon=True).start()
            tell(f"sayso serves {database} on http://{shown(options)}/ ; Ctrl-C stops it")
            config = uvicorn.Config(
                app, log_level="warning", access_log=False, server_header=False, timeout_keep_alive=_IDLE_SECONDS
            )
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        store.close()


def bound(options: ServeOptions) -> socket.socket:
    """A socket at the address asked for; raises UsageError where the port is taken."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # Told the protocol, asyncio sends every part of an answer at once; otherwise a long one waits 40 ms for its end.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((options.host.strip("[]"), options.port))
    except OSError as error:
        made.close()
        raise UsageError(f"port {options.port} of {options.host} cannot be served: {error.strerror}") from error
    return made


def shown(options: ServeOptions) -> str:
    """Host and port as they stand in an address."""
    host = f"[{options.host}]" if ":" in options.host and "[" not in options.host else options.host
    return f"{host}:{options.port}"


def warm(desk: Desk) -> None:
    """Work out every conflict before somebody asks; what is kept then is left out of further garbage collections."""
    sparing = Sparing()
    gc.callbacks.append(sparing)
    desk.warm()
    gc.collect()
    sparing.settle()


class Sparing:
    """Told of each garbage collection: what lives through a full one is left out of the next ones.

    Worked-out conflicts are millions of objects that stay; to look at them all again takes a second or two, in which
    nobody is answered. It is done all the same once they are half as many again, so that nothing given up stays for
    ever; whether they are is asked now and then, since counting them takes its time too.
    """

    def __init__(self, every: int = 50, growth: float = 1.5) -> None:
        self.every, self.growth = every, growth
        self.number = 0
        self._settled, self._everything = 0, False

    def settle(self) -> None:
        """Take what is kept at this moment for what has to be kept."""
        self._settled = gc.get_freeze_count()

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        """As `gc.callbacks` has it."""
        if info["generation"] < _FULL:
            return
        if phase == "stop":
            self.number += 1
            gc.freeze()
            if self._everything:
                self._everything = False
                self.settle()
        elif self.number % self.every == self.every - 1 and gc.get_freeze_count() > self.growth * self._settled:
            self._everything = True
            gc.unfreeze()


#: The generation of a full garbage collection.
_FULL = 2
