"""How the pages are served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from sayso.errors import UsageError

#: Bytes of a form, and of a report sent for reading, at most.
FORM_BYTES, REPORT_BYTES = 64 * 1024, 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Where to listen, whether anything may be changed, and where map tiles come from (None: outlines only)."""

    host: str = "127.0.0.1"
    port: int = 8000
    reader: bool = False
    #: An address with {z}, {x} and {y}, on https or on this machine.
    tiles: str | None = None

    def __post_init__(self) -> None:
        if not is_loopback(self.host):
            raise UsageError(
                f"--host {self.host}: sayso serves this machine only (127.0.0.1, ::1 or localhost), for it has no "
                "accounts yet; to read from elsewhere forward a port, for example by ssh -L."
            )


def is_loopback(host: str) -> bool:
    """True for the names and addresses of this machine alone; names other than localhost are not looked up."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
