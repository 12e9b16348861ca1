"""What a test may do in a tab, in whichever browser, and what it may learn of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from .waiting import eventually

NEUTRAL_PAGE = "<!doctype html><html lang=en><title>Weather</title><p>Sunny spells.</p></html>"


class NoDocument(Exception):
    """The tab was between two documents, where there is none to ask."""


class NoEntry(Exception):
    """The history has no entry there."""


@dataclass
class Request:
    url: str
    headers: dict[str, str]  # names in lower case


class Tab:
    """What both browsers have. Each adds, in its own way: `open`, `evaluate`, `click`, `press`,
    `key_down`, `key_up`, `go`, `reload`, `open_tabs`. `evaluate` may raise `NoDocument`, and
    `go` `NoEntry`.
    """

    origin: str  # where the site is served
    destination: str  # where its exit leads; a neutral page answers there
    requests: list[Request]  # all that was asked of any host so far
    is_cut_off = False  # other hosts have nothing to show (204), so the browser stays where it is

    @property
    def url(self) -> str:
        return self.evaluate("() => location.href")

    @property
    def address(self) -> str:
        """The address within the site, or the whole one elsewhere."""
        return self.url.removeprefix(self.origin)

    def arrives(self, url: str) -> None:
        """Waits for the browser to be at a URL, or at an address of the site."""
        url = self.origin + url if url.startswith("/") else url
        self.until(lambda: self._is_ready_at(url))

    def until(self, condition: Callable[[], object]) -> None:
        """Waits for a condition, also while the tab goes from one document to the next."""

        def holds() -> object:
            try:
                return condition()
            except NoDocument:
                return False

        eventually(holds, pause=self._pause)

    def _pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def _is_ready_at(self, url: str) -> bool:
        return self.evaluate("() => document.readyState === 'complete' && location.href") == url

    def asked_for(self, url: str) -> list[Request]:
        return [request for request in self.requests if request.url == url]

    def asked_since(self, count: int) -> list[str]:
        """The URLs asked for after the first `count`, without icons: those come at leisure."""
        urls = [request.url for request in self.requests[count:]]
        return [url for url in urls if not url.startswith("data:") and "icon." not in url]

    def has_text(self, selector: str, text: str) -> bool:
        return self.evaluate(f"() => document.querySelector('{selector}').textContent") == text
