"""Puts the preview under load: many connections read pages while a file is saved again and again.

    .venv/bin/python Tests/Proof/serve_load.py --program .build/release/daylight --edits 2000

Every answer has to be whole and right, the last edit has to be shown, and the memory after the first hundred edits has to
stay where it is. Only this machine is involved.
"""

import argparse
import asyncio
import random
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

import proof

PATHS = ["/", "/signs/fear/", "/signs/blame/", "/help/", "/glossary/", "/checklists/signs/", "/paths/starting/", "/nowhere/", "/_daylight/",
         "/sitemap.xml"]


class Load:
    def __init__(self, options, site):
        self.options = options
        self.site = site
        self.answers = Counter()
        self.errors = []
        self.updates = 0
        self.memory = []
        self.saved = 0
        self.is_over = False
        self.port = 0

    async def run(self):
        process = await asyncio.create_subprocess_exec(
            str(proof.ROOT / self.options.program), "serve", "--port", "0", "--now", proof.TODAY, "--site", str(self.site),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
        said = []
        reading = asyncio.create_task(self.listen_to(process, said))
        while not self.port:
            if process.returncode is not None:
                raise SystemExit("".join(said))
            await asyncio.sleep(0.05)
        # Until the first build there is nothing to show.
        while (await self.get("/"))[0] != 200:
            await asyncio.sleep(0.05)
        watching = asyncio.create_task(self.watch_memory(process.pid))
        readers = [asyncio.create_task(self.read_pages(number)) for number in range(self.options.connections)]
        listeners = [asyncio.create_task(self.follow()) for _ in range(4)]
        begin = time.monotonic()
        await self.save()
        while time.monotonic() - begin < self.options.seconds:
            await asyncio.sleep(0.2)
        self.seconds = time.monotonic() - begin
        await self.check_last_edit()
        self.is_over = True
        await asyncio.gather(*readers)
        for task in [*listeners, watching]:
            task.cancel()
        process.send_signal(signal.SIGINT)
        code = await asyncio.wait_for(process.wait(), 30)
        await reading
        if code != 0:
            self.errors.append(f"the preview ended with {code}: {''.join(said)[-500:]}")
        self.errors += [f"it said: {line.strip()}" for line in said if "error" in line and " 0 errors" not in line][:5]

    async def listen_to(self, process, said):
        while line := (await process.stdout.readline()).decode(errors="replace"):
            said.append(line)
            if line.startswith("Serving http"):
                self.port = int(line.split(":")[2].split("/")[0])

    async def save(self):
        page = self.site / "content/signs/fear.md"
        text = page.read_text()
        for number in range(1, self.options.edits + 1):
            await asyncio.sleep(self.options.interval)
            # Never half a file: that would rightly be an error.
            new = self.site / "saved"
            new.write_text(f"{text}\nA quiet line, number {number}.\n")
            new.rename(page)
            self.saved = number

    async def check_last_edit(self):
        for _ in range(100):
            _, body = await self.get("/signs/fear/")
            if f"number {self.saved}.".encode() in body:
                return
            await asyncio.sleep(0.1)
        self.errors.append(f"edit {self.saved} is not shown after 10 s")

    async def read_pages(self, number):
        rng = random.Random(number)
        try:
            while not self.is_over:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                for _ in range(rng.randrange(1, 200)):
                    if self.is_over:
                        break
                    path = rng.choice(PATHS)
                    status, body = await self.ask(reader, writer, path)
                    self.answers[status] += 1
                    expected = 404 if path == "/nowhere/" else 200
                    if status != expected or path.endswith("/") and b"</html>" not in body[-40:]:
                        self.errors.append(f"{path} answered {status} with {len(body)} bytes")
                    await asyncio.sleep(rng.random() * self.options.pause)
                writer.close()
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            self.errors.append(f"connection {number}: {error!r}")

    async def get(self, path):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        answer = await self.ask(reader, writer, path)
        writer.close()
        return answer

    async def ask(self, reader, writer, path):
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(line.split(":")[1]) for line in head.split("\r\n") if line.lower().startswith("content-length:"))
        return int(head.split()[1]), await reader.readexactly(length)

    async def follow(self):
        """Listens for changes, as an open page does, and counts them."""
        while not self.is_over:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(f"GET /_daylight/events?path=/signs/fear/ HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
            while line := await reader.readline():
                self.updates += line == b"event: update\n"
            writer.close()

    async def watch_memory(self, pid):
        while True:
            status = Path(f"/proc/{pid}/status").read_text()
            megabytes = int(status.split("VmRSS:")[1].split()[0]) / 1024
            self.memory.append((self.saved, megabytes))
            await asyncio.sleep(0.2)

    def judge(self):
        settled = [megabytes for edit, megabytes in self.memory if 100 <= edit < 200]
        last = [megabytes for edit, megabytes in self.memory if edit > self.saved - 100]
        before, after = sum(settled) / max(1, len(settled)), sum(last) / max(1, len(last))
        answers = sum(self.answers.values())
        print(f"{answers} answers to {self.options.connections} connections in {self.seconds:.0f} s, {self.saved} edits, {self.updates} updates heard; "
              f"memory {before:.0f} MB after the first hundred edits, {after:.0f} MB in the last; {len(self.errors)} errors")
        for error in self.errors[:10]:
            print("  " + error)
        if settled and after > before * 1.1 + 5:
            print(f"  the memory has grown by {after - before:.0f} MB")
            return 1
        return 1 if self.errors or not answers else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=".build/release/daylight")
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--interval", type=float, default=0.1, help="seconds between two edits (default 0.1)")
    parser.add_argument("--seconds", type=float, default=60, help="the least time under load (default 60)")
    parser.add_argument("--pause", type=float, default=0.2, help="the longest pause of a connection between two requests (default 0.2)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        site = Path(work) / "site"
        proof.small_site(site)
        load = Load(options, site)
        asyncio.run(load.run())
        raise SystemExit(load.judge())


if __name__ == "__main__":
    main()
