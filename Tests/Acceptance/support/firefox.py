"""A tab of Firefox, driven over WebDriver BiDi, with the site served from this machine."""

import contextlib
import json
from urllib.parse import urlsplit

from .bidi import BiDiConnection, BiDiError
from .built_site import BuiltSite
from .loopback import LoopbackServer
from .tab import NEUTRAL_PAGE, NoDocument, NoEntry, Request, Tab

KEYS = {
    "Alt": "\ue00a",
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Meta": "\ue03d",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}


class FirefoxTab(Tab):
    """Lives in a user context of its own, so that no tab sees what another left behind."""

    def __init__(self, firefox: BiDiConnection, server: LoopbackServer, site: BuiltSite):
        self._bidi = firefox
        self.origin = server.origin
        self.destination = site.destination
        self.requests: list[Request] = []
        self._user = self._bidi.call("browser.createUserContext")["userContext"]
        self._tab = self._bidi.call("browsingContext.create", type="tab", userContext=self._user)[
            "context"
        ]
        self._bidi.listen("network.beforeRequestSent", self._on_request)
        self._intercept = self._bidi.call(
            "network.addIntercept",
            phases=["beforeRequestSent"],
            contexts=[self._tab],
            urlPatterns=[{"type": "pattern", "protocol": "https"}],
        )["intercept"]

    def _on_request(self, event: dict) -> None:
        if event["context"] != self._tab:
            return
        request = event["request"]
        headers = {each["name"].lower(): each["value"]["value"] for each in request["headers"]}
        self.requests.append(Request(request["url"], headers))
        if not event["isBlocked"]:
            return
        is_silent = self.is_cut_off or urlsplit(request["url"]).path == "/favicon.ico"
        self._bidi.tell(
            "network.provideResponse",
            request=request["request"],
            statusCode=204 if is_silent else 200,
            headers=[{"name": "Content-Type", "value": {"type": "string", "value": "text/html"}}],
            body={"type": "string", "value": "" if is_silent else NEUTRAL_PAGE},
        )

    def _call(self, method: str, **parameters) -> dict:
        return self._bidi.call(method, context=self._tab, **parameters)

    def before_every_page(self, script: str) -> None:
        self._bidi.call(
            "script.addPreloadScript",
            functionDeclaration=f"() => {{ {script} }}",
            contexts=[self._tab],
        )

    def open(self, address: str) -> None:
        url = address if ":" in address else self.origin + address
        self._call("browsingContext.navigate", url=url, wait="complete")

    def evaluate(self, function: str):
        try:
            answer = self._bidi.call(
                "script.callFunction",
                functionDeclaration=f"async () => JSON.stringify((await ({function})()) ?? null)",
                target={"context": self._tab},
                awaitPromise=True,
                userActivation=True,
            )
        except BiDiError as error:
            raise NoDocument from error
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def click(self, selector: str, button: str = "left", key: str | None = None) -> None:
        number = ["left", "middle", "right"].index(button)
        downs = [{"type": "pointerDown", "button": number}]
        ups = [{"type": "pointerUp", "button": number}]
        if key:
            self.key_down(key)
        self._point(self._middle(selector), *downs, *ups)
        if key:
            self.key_up(key)

    def drag(self, selector: str) -> None:
        """Takes hold of an element and pulls it a little to the side."""
        x, y = self._middle(selector)
        steps = [{"type": "pointerMove", "x": x - i, "y": y + i} for i in (10, 20, 30, 40)]
        self._point((x, y), {"type": "pointerDown", "button": 0})
        with contextlib.suppress(BiDiError):  # the page may leave while the button is down
            self._point((x, y), *steps, {"type": "pointerUp", "button": 0})

    def _middle(self, selector: str) -> tuple[int, int]:
        x, y = self.evaluate(
            f"""() => {{
              const element = document.querySelector({json.dumps(selector)});
              element.scrollIntoView({{ block: 'center' }});
              const box = element.getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2];
            }}"""
        )
        return round(x), round(y)

    def _point(self, place: tuple[int, int], *actions: dict) -> None:
        move = {"type": "pointerMove", "x": place[0], "y": place[1]}
        self._perform({"type": "pointer", "id": "mouse", "actions": [move, *actions]})

    def press(self, key: str) -> None:
        """One key, or a chord such as `Shift+a`."""
        keys = key.split("+")
        downs = [{"type": "keyDown", "value": KEYS.get(each, each)} for each in keys]
        ups = [{"type": "keyUp", "value": KEYS.get(each, each)} for each in reversed(keys)]
        self._perform({"type": "key", "id": "keyboard", "actions": downs + ups})

    def key_down(self, key: str) -> None:
        self._keyboard("keyDown", key)

    def key_up(self, key: str) -> None:
        self._keyboard("keyUp", key)

    def _keyboard(self, action: str, key: str) -> None:
        actions = [{"type": action, "value": KEYS.get(key, key)}]
        self._perform({"type": "key", "id": "keyboard", "actions": actions})

    def _perform(self, source: dict) -> None:
        self._call("input.performActions", actions=[source])

    def go(self, steps: int) -> None:
        try:
            self._call("browsingContext.traverseHistory", delta=steps)
        except BiDiError as error:
            raise NoEntry from error

    def reload(self) -> None:
        self._call("browsingContext.reload", wait="complete")

    def open_tabs(self) -> int:
        contexts = self._bidi.call("browsingContext.getTree", maxDepth=0)["contexts"]
        return len([each for each in contexts if each["userContext"] == self._user])

    def cookies(self) -> list[dict]:
        partition = {"type": "storageKey", "userContext": self._user}
        return self._bidi.call("storage.getCookies", partition=partition)["cookies"]

    def close(self) -> None:
        self._bidi.call("network.removeIntercept", intercept=self._intercept)
        self._bidi.call("browser.removeUserContext", userContext=self._user)
