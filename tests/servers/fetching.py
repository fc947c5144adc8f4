"""Programs of servers, fetched once from package registries into a cache."""

import os
import platform
import shutil
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("KG_SERVERS", Path.home() / ".cache" / "kg-servers"))
VIRTUOSO = ("virtuoso-opensource-7-bin", "libpcre3")  # packages of Debian 12


def fetch_jars(name: str) -> str:
    """Return the class path of a server's jars, fetched through Maven when they are not there yet."""
    folder = CACHE / name
    pom = (HERE / name / "pom.xml").read_bytes()
    stamp = folder / "pom.xml"
    if not stamp.is_file() or stamp.read_bytes() != pom:
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-B", "-q", "-f", str(HERE / name / "pom.xml"), "dependency:copy-dependencies"]
        subprocess.run([*command, f"-DoutputDirectory={folder / 'lib'}", "-DincludeScope=runtime"], check=True)
        stamp.write_bytes(pom)
    return f"{folder / 'lib'}/*"


@cache
def find_virtuoso() -> tuple[Path, dict[str, str]] | None:
    """Return the folder of Virtuoso's programs and their environment; None where the system has no package of it.

    What is not installed is unpacked from Debian's packages, which needs no rights.
    """
    if installed := shutil.which("virtuoso-t"):
        return Path(installed).parent, {}
    root = CACHE / "virtuoso"
    if not (root / "usr" / "bin" / "virtuoso-t").is_file() and not _unpack_debian(root):
        return None
    places = [root / part / f"{platform.machine()}-linux-gnu" for part in ("lib", "usr/lib")]
    return root / "usr" / "bin", {"LD_LIBRARY_PATH": ":".join(map(str, places))}


def _unpack_debian(root: Path) -> bool:
    if not (shutil.which("apt-get") and shutil.which("dpkg")):
        return False
    root.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["apt-get", "-qq", "download", *VIRTUOSO], cwd=root, capture_output=True, check=False)
    if done.returncode:
        return False
    for package in sorted(root.glob("*.deb")):
        subprocess.run(["dpkg", "-x", str(package), str(root)], check=True)
    return True
