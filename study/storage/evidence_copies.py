"""The sealed evidence beside a copy of the database."""

import os
import shutil
from pathlib import Path

from study.storage.vault import files


def folder_beside(backup: Path) -> Path:
    """Where the evidence of a backup is: 备份-evidence beside 备份.db."""
    return backup.with_name(f"{backup.stem}-evidence")


def copy_missing(source: Path, target: Path) -> int:
    """Copy the files of one folder that another has not; return how many.

    Each wholly or not at all, and linked where both are on one disk: files of evidence are never
    written to, only replaced. Raises OSError.
    """
    return sum(_copy(path, target / path.parent.name / path.name) for path in files(source))


def _copy(path: Path, copy: Path) -> bool:
    if copy.exists():
        return False
    for folder in (copy.parent.parent, copy.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    try:
        os.link(path, copy)
    except OSError:  # another disk, or a file system without links
        partial = copy.with_name(f"{copy.name}.part")
        shutil.copy(path, partial)
        partial.replace(copy)
    return True
