"""Compile kg/extract with mypyc into extension modules that stand beside its sources: `make compile`.

Python takes an extension module before the source of the same name; without them everything runs as before.
"""

import shutil
import sys
import sysconfig
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Distribution

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "kg" / "extract"
BUILD = ROOT / "build" / "compiled"
# -O2 makes the machine code a tenth faster and takes three times as long.
OPTIMISE = "1"


def check_tools() -> None:
    """End with one line where the C compiler or Python's own headers are missing."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    header = Path(sysconfig.get_path("include")) / "Python.h"
    for what, is_there in ((compiler, shutil.which(compiler) is not None), (str(header), header.exists())):
        if not is_there:
            sys.exit(f"compiling needs a C compiler and Python's headers, and there is no {what}; kg works without")


def main() -> None:
    """Build all modules; those compiled before are replaced."""
    check_tools()
    paths = [str(path.relative_to(ROOT)) for path in sorted(MODULES.glob("*.py")) if path.name != "__init__.py"]
    modules = mypycify(paths, opt_level=OPTIMISE, debug_level="0", group_name="kg", target_dir=str(BUILD))
    command = Distribution({"name": "kg", "ext_modules": modules}).get_command_obj("build_ext")
    command.inplace, command.parallel, command.build_temp = True, True, str(BUILD)
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    main()
