"""A web host on this machine: the site on a free port, for what Playwright cannot serve."""

import contextlib
import http.server
import threading

from .built_site import BuiltSite


class LoopbackServer:
    def __init__(self, site: BuiltSite):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                status, media_type, body = site.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", media_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # a browser may leave before the end
                    self.wfile.write(body)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
