"""What files need beyond being written."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Have the disk know the names in a folder: a file renamed into it survives a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
