"""Peers that are programs of their own: built here, fed by a file, asked line by line."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PACKAGE = HERE.parent.parent
BUILD = HERE / ".build"


def build_c() -> Path:
    BUILD.mkdir(exist_ok=True)
    program = BUILD / "onepass"
    source = HERE / "onepass.c"
    subprocess.run(["cc", "-O3", "-march=native", "-o", program, source], check=True)
    return program


def build_swift() -> Path:
    build = ["swift", "build", "-c", "release", "--product", "PeerOnePass"]
    subprocess.run(build, cwd=PACKAGE, check=True, stdout=subprocess.DEVNULL)
    where = ["swift", "build", "-c", "release", "--show-bin-path"]
    path = subprocess.run(where, cwd=PACKAGE, check=True, capture_output=True, text=True)
    return Path(path.stdout.strip()) / "PeerOnePass"


class NativePeer:
    """A program that has loaded the sessions and plays them whenever asked."""

    def __init__(self, program: Path, traffic: Path) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([program, traffic], stdin=pipe, stdout=pipe, text=True)
        self._checksum: str | None = None
        self.parts: list[dict[str, float]] = []

    def overflow(self) -> list[int]:
        return self._ask("answer")

    def seconds(self) -> float:
        """Plays once more. The time is the program's own, of the playing alone."""
        timing = self._ask("run")
        checksum = timing.pop("checksum")
        if self._checksum not in (None, checksum):
            raise RuntimeError("A program answered differently when asked again.")
        self._checksum = checksum
        self.parts.append(timing)
        return timing["seconds"]

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()

    def _ask(self, request: str):
        self._process.stdin.write(request + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())
