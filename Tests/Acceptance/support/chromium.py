"""A tab of Chromium, driven by Playwright, with the site served inside the browser."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, Route

from .built_site import BuiltSite
from .tab import NEUTRAL_PAGE, NoDocument, NoEntry, Request, Tab

ORIGIN = "https://site.test"


class ChromiumTab(Tab):
    origin = ORIGIN

    def __init__(self, browser: Browser, site: BuiltSite, **settings):
        self.context = browser.new_context(**settings)
        self.destination = site.destination
        self.requests: list[Request] = []
        self._site = site
        self.context.route(lambda url: url.startswith("http"), self._answer)
        self.page: Page = self.context.new_page()
        self._session = self.context.new_cdp_session(self.page)

    def _answer(self, route: Route) -> None:
        # Recorded here, not at the `request` event: that one also names requests which the
        # browser then refuses to send.
        url = route.request.url
        self.requests.append(Request(url, route.request.headers))
        if url.startswith(ORIGIN + "/"):
            status, media_type, body = self._site.answer(url)
            route.fulfill(status=status, content_type=media_type, body=body)
        elif self.is_cut_off or urlsplit(url).path == "/favicon.ico":
            route.fulfill(status=204)
        else:
            route.fulfill(content_type="text/html", body=NEUTRAL_PAGE)

    def _pause(self, seconds: float) -> None:
        self.page.wait_for_timeout(1000 * seconds)  # Playwright's events come only while it waits

    def open(self, address: str) -> None:
        self.page.goto(address if ":" in address else self.origin + address)

    def evaluate(self, function: str):
        # Not by Playwright's `evaluate`, whose work shows in the page.
        try:
            answer = self._protocol(
                "Runtime.evaluate",
                expression=f"({function})()",
                awaitPromise=True,
                returnByValue=True,
                userGesture=True,
            )
        except Error as error:
            raise NoDocument from error
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def click(self, selector: str, button: str = "left", key: str | None = None) -> None:
        keys = [key] if key else None  # an empty list would let go of a key that is held
        self.page.click(selector, button=button, modifiers=keys, no_wait_after=True)

    def drag(self, selector: str) -> None:
        """Takes hold of an element and pulls it a little to the side."""
        box = self.page.locator(selector).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x - 40, y + 40, steps=4)
        self.page.mouse.up()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def key_down(self, key: str) -> None:
        self.page.keyboard.down(key)

    def key_up(self, key: str) -> None:
        self.page.keyboard.up(key)

    def go(self, steps: int) -> None:
        """Moves through the history as the Back and Forward buttons do."""
        history = self.history()
        index = history["currentIndex"] + steps
        if index < 0:
            raise NoEntry
        self._protocol("Page.navigateToHistoryEntry", entryId=history["entries"][index]["id"])

    def reload(self) -> None:
        self.page.reload()

    def open_tabs(self) -> int:
        return len(self.context.pages)

    def history(self) -> dict:
        """The entries behind the Back and Forward buttons; `history.length` does not tell."""
        return self._protocol("Page.getNavigationHistory")

    def visited(self) -> list[str]:
        """The URLs of the history, without the blank page that a tab opens with."""
        urls = [entry["url"] for entry in self.history()["entries"]]
        return [url for url in urls if url != "about:blank"]

    def _protocol(self, method: str, **parameters) -> dict:
        return self._session.send(method, parameters)

    def close(self) -> None:
        self.context.close()
