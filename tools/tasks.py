"""The tasks behind ``make`` and ``make.cmd``; standard library only, so that bare Python runs it.

Every task first does whatever set-up is still missing: the system libraries Qt loads, the virtual
environment from ``requirements.lock``, the compiled forms.  A stamp inside the virtual environment
says what it was made from, so that a second run starts its work at once.  Messages are for the
person at the keyboard and therefore Japanese.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / ".kurashi-setup"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
KNOWN_PYTHONS = ((3, 11), (3, 12), (3, 13))

# What Qt loads on Debian 12 and its like, found by adding one package at a time to an empty system.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def say(text: str) -> None:
    """Tell the person at the keyboard."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> NoReturn:
    """Say what to do and end as refused."""
    say(text)
    raise SystemExit(2)


# --- set-up ---------------------------------------------------------------------------------------


def set_up() -> None:
    """Do what is missing, silently where nothing is."""
    use_known_python()
    install_libraries(OFFSCREEN_LIBRARIES)
    if stamp() != fingerprint():
        make_environment()
    if call(PYTHON, "-m", "app.gui.compiled"):
        fail(
            "画面の部品（resources/ui）を変換できませんでした。上に出ている内容を確かめてください。"
        )


def use_known_python() -> None:
    """Go on under a Python the program knows; end with a sentence if there is none."""
    if sys.version_info[:2] in KNOWN_PYTHONS:
        return
    for major, minor in KNOWN_PYTHONS:
        wanted = f"{major}.{minor}"
        command = ["py", f"-{wanted}"] if WINDOWS else [f"python{wanted}"]
        if shutil.which(command[0]) and not quietly(*command, "--version"):
            raise SystemExit(subprocess.call([*command, *sys.argv]))
    found = ".".join(map(str, sys.version_info[:2]))
    fail(
        f"Python 3.11〜3.13 が必要です（いまの Python は {found}）。入れてからやり直してください。"
    )


def stamp() -> list[str]:
    """Return what the environment there is was made from; nothing if it was never finished."""
    return STAMP.read_text(encoding="utf-8").split() if STAMP.is_file() else []


def fingerprint() -> list[str]:
    """Say what an environment is made from: where it lies with which Python, and of what."""
    place = repr((sys.version_info[:3], sys.base_prefix, str(ROOT))).encode()
    parts = (ROOT / "requirements.lock", ROOT / "pyproject.toml")
    return [hashlib.sha256(place).hexdigest()] + [
        hashlib.sha256(part.read_bytes()).hexdigest() for part in parts
    ]


def make_environment() -> None:
    """Make ``.venv`` with exactly the locked packages and the command ``kurashi``."""
    say("準備をしています（初回は数分かかります）…")
    moved = stamp()[:1] not in ([], fingerprint()[:1])
    STAMP.unlink(missing_ok=True)
    if moved or not PYTHON.exists() or quietly(PYTHON, "-m", "pip", "--version"):
        make_virtual_environment()
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "-qq",
        "--no-input",
        "--disable-pip-version-check",
    ]
    if call(*pip, "--require-hashes", "-r", "requirements.lock"):
        fail(
            "必要な部品（requirements.lock）を取り込めませんでした。"
            "ネットワークにつながっているか確かめて、もう一度実行してください。"
        )
    if call(*pip, "--no-deps", "--no-build-isolation", "-e", "."):
        fail("kurashi コマンドを作れませんでした。上に出ている内容を確かめてください。")
    STAMP.write_text("\n".join(fingerprint()), encoding="utf-8")


def make_virtual_environment() -> None:
    """Make the empty environment; Debian keeps what that needs in a package of its own."""
    if quietly(sys.executable, "-c", "import ensurepip, venv"):
        version = ".".join(map(str, sys.version_info[:2]))
        if not (apt_install(["python3-venv"]) or apt_install([f"python{version}-venv"])):
            fail("仮想環境を作る部品がありません。python3-venv を入れてからやり直してください。")
    if call(sys.executable, "-m", "venv", "--clear", VENV):
        fail("仮想環境（.venv）を作れませんでした。上に出ている内容を確かめてください。")


def install_libraries(libraries: dict[str, str]) -> None:
    """Install the packages whose libraries cannot be loaded; say so where that is not possible."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for name, package in libraries.items() if not is_loadable(name)]
    if missing and not apt_install(missing):
        say(
            "画面の表示に要るシステムの部品が足りず、自動では入れられませんでした。"
            f"管理者に次を頼んでください: apt-get install {' '.join(missing)}"
        )


def is_loadable(library: str) -> bool:
    """Say whether the machine has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages as root or through sudo; False where neither works."""
    if not shutil.which("apt-get"):
        return False
    rights: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return False
        rights = ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
    say(f"システムの部品を入れています: {' '.join(packages)}")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-oDpkg::Use-Pty=0"]
    quietly(*apt, "update")
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(install, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        say(done.stderr.decode(errors="replace"))
    return not done.returncode


# --- running --------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """Ours, with a locale that can hold Japanese where the machine's cannot.

    What was compiled is kept whatever the machine says: the tests start the program many times.
    """
    ours = dict(os.environ)
    ours.pop("PYTHONDONTWRITEBYTECODE", None)
    if ours.get("LC_ALL") in ("C", "POSIX"):
        ours["LC_ALL"] = "C.UTF-8"
    return ours


def offscreen() -> dict[str, str]:
    """Ours, with windows drawn into memory unless something else was asked for."""
    return {"QT_QPA_PLATFORM": "offscreen", **environment()}


def call(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a command in the repository and return its exit status."""
    return subprocess.call([str(word) for word in command], cwd=ROOT, env=env or environment())


def quietly(*command: str | Path) -> int:
    """Run a command that may fail and return its exit status only."""
    words = [str(word) for word in command]
    return subprocess.run(
        words, check=False, capture_output=True, stdin=subprocess.DEVNULL
    ).returncode


def tool(name: str) -> Path:
    """Find a program of the environment."""
    return BIN / (f"{name}.exe" if WINDOWS else name)


def has_screen() -> bool:
    """Say whether a window could be opened."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the tasks ------------------------------------------------------------------------------------

Task = Callable[[Sequence[str]], int]


def run(arguments: Sequence[str]) -> int:
    """Open the window, or make the sample office where there is no screen."""
    if has_screen():
        install_libraries(WINDOW_LIBRARIES)
        return call(tool("kurashi"), *arguments)
    say("この機械には画面がないため、窓を開く代わりに見本の台帳を out/ に作ります。")
    return call(tool("kurashi"), "demo", "out/", *arguments)


def test(arguments: Sequence[str]) -> int:
    """Run the whole suite on all cores, or what is named; the last line is pytest's own."""
    words = arguments or ("-n", "auto", "--maxprocesses", "4")
    return call(PYTHON, "-m", "pytest", "-q", *words, env=offscreen())


def check(_: Sequence[str]) -> int:
    """Run every check in the agreed order and stop at the first that fails."""
    steps: dict[str, Task] = {
        "format": running("ruff", "format", "--check", "--quiet"),
        "lint": running("ruff", "check", "--quiet"),
        "types": running("mypy"),
        "import contracts": running("lint-imports"),
        "tests": test,
    }
    for name, step in steps.items():
        say(f"== {name}")
        status = step([])
        if status:
            say(f"== {name}: failed")
            return status
    return 0


def build(arguments: Sequence[str]) -> int:
    """Make ``dist/kurashi`` and let the program in it check itself."""
    if sys.platform.startswith("linux") and not shutil.which("objdump"):
        apt_install(["binutils"])
    made = call(tool("pyinstaller"), "--noconfirm", "--log-level=WARN", "build.spec", *arguments)
    if made:
        return made
    program = ROOT / "dist" / "kurashi" / ("kurashi-cli.exe" if WINDOWS else "kurashi-cli")
    return call(program, "--check", env=offscreen())


def fidelity(arguments: Sequence[str]) -> int:
    """Compare our prints with LibreOffice's, which is installed where it is missing."""
    if sys.platform.startswith("linux") and not shutil.which("soffice"):
        apt_install(["libreoffice-calc-nogui"])
    return call(PYTHON, "-m", "bench.fidelity", *arguments, env=offscreen())


def running(name: str, *words: str) -> Task:
    """Make the task that runs a tool of the environment."""
    return lambda arguments: call(tool(name), *words, *arguments)


def running_module(module: str) -> Task:
    """Make the task that runs a module of the repository, without a screen."""
    return lambda arguments: call(PYTHON, "-m", module, *arguments, env=offscreen())


TASKS: dict[str, tuple[str, Task]] = {
    "setup": ("準備だけをします（すんでいれば何も出しません）", lambda _: 0),
    "run": ("くらしの台帳を開きます（画面のない機械では見本の台帳を out/ に作ります）", run),
    "test": ("テストをすべて実行します", test),
    "check": ("体裁・書き方・型・依存・テストを、この順に調べます", check),
    "format": ("コードの体裁を整えます", running("ruff", "format")),
    "lint": ("コードの書き方を調べます", running("ruff", "check", "--quiet")),
    "types": ("型を調べます", running("mypy")),
    "contracts": ("モジュールの依存の決まりを調べます", running("lint-imports")),
    "bench": ("速さを測ります", running_module("bench")),
    "fidelity": ("印刷の出来を LibreOffice の印刷と比べ、docs/fidelity.md に書きます", fidelity),
    "screenshots": (
        "すべての画面の絵を docs/screens/ に作ります",
        running_module("tools.screenshots"),
    ),
    "kill": (
        "途中で止める試験をくり返します（長くかかります）",
        running_module("tools.kill_proof"),
    ),
    "build": ("配布用のフォルダーを dist/ に作り、動くことを確かめます", build),
}


def show_help() -> int:
    """List the tasks."""
    for name, (description, _) in TASKS.items():
        print(f"  make {name:<12} {description}")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Do the task named first; the other words are handed on to it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    if not arguments or arguments[0] in ("help", "-h", "--help"):
        return show_help()
    if arguments[0] not in TASKS:
        fail(f"「{arguments[0]}」という作業はありません。make help で一覧を見られます。")
    set_up()
    return TASKS[arguments[0]][1](arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
