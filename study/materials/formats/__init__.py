"""Files of every accepted format, read into lines."""

from study.materials.formats.reading import read, read_bytes

__all__ = ["read", "read_bytes"]
