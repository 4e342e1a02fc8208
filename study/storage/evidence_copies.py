"""The sealed evidence beside a copy of the database."""

import filecmp
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from study.storage.vault import files


def folder_beside(backup: Path) -> Path:
    """Where the evidence of a backup is: 备份-evidence beside 备份.db."""
    return backup.with_name(f"{backup.stem}-evidence")


def is_same(path: Path, copy: Path) -> bool:
    """Whether a copy is sealed with the same key too."""
    return path.samefile(copy) or filecmp.cmp(path, copy, shallow=False)


def copy_files(source: Path, target: Path, is_good: Callable[[Path, Path], bool]) -> int:
    """Copy the files of one folder that another has not, or has but not good; return how many.

    `is_good` is told a file and the one in its place. Each is copied wholly or not at all, and
    linked where both are on one disk: files of evidence are never written to, only replaced.
    Raises OSError.
    """
    return sum(
        _copy(path, target / path.parent.name / path.name, is_good) for path in files(source)
    )


def _copy(path: Path, copy: Path, is_good: Callable[[Path, Path], bool]) -> bool:
    try:
        if copy.exists() and is_good(path, copy):
            return False
        _put(path, copy)
    except FileNotFoundError:
        if path.exists():
            raise
        return False  # Its draft was given up meanwhile.
    return True


def _put(path: Path, copy: Path) -> None:
    for folder in (copy.parent.parent, copy.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    partial = copy.with_name(f"{copy.name}.part")
    partial.unlink(missing_ok=True)
    try:
        os.link(path, partial)
    except OSError:  # another disk, or a file system without links
        shutil.copy(path, partial)
    partial.replace(copy)
