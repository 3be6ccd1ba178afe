"""What a site's robots.txt allows (RFC 9309), by Protego."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site for one agent; without a file everything is allowed."""

    parsed: Any = None
    #: Why nothing may be fetched, where the file itself could not be had.
    refusal: str | None = None

    @classmethod
    def parse(cls, text: str) -> Rules:
        """Rules of the text of a robots.txt; what is no rule in it is passed over."""
        from protego import Protego

        return cls(parsed=Protego.parse(text))

    def allow(self, url: str, agent: str) -> bool:
        """Whether the agent may fetch an address."""
        return self.refusal is None and (self.parsed is None or bool(self.parsed.can_fetch(url, agent)))

    def delay(self, agent: str) -> float:
        """Seconds that the site asks to be left between two requests; 0 where it asks for none."""
        asked = self.parsed.crawl_delay(agent) if self.parsed is not None else None
        return float(asked or 0.0)
