"""Stands for the importer: its errors are those of the file `errors.txt`, where a test put one."""

import shutil
import sys
from pathlib import Path

errors = Path("errors.txt")
if errors.exists():
    shutil.copy(errors, sys.argv[sys.argv.index("--errors") + 1])
    print("raw/bad.txt: said once")
    sys.exit(1)
