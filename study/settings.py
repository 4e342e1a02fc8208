"""What an operator sets, from the environment and the `.env` file beside `bot.py`."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project."""
GLOSSARY = ROOT / "data" / "glossary.toml"
"""The curated formulations that ship with the project."""
SAMPLES = ROOT / "data" / "samples"
"""The materials that ship with the project."""


class WrongSetting(Exception):
    """A setting that cannot be used; `name` and `value` as they stand in the environment."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(name, value, wanted)
        self.name, self.value, self.wanted = name, value, wanted

    def __str__(self) -> str:
        return f"设置 {self.name}={self.value} 不能用：{self.wanted}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that begin with STUDY_; `.env.example` explains each."""

    data_dir: Path
    database: Path
    timezone: ZoneInfo
    load_samples: bool
    noise_terms: tuple[str, ...]


def load_settings() -> Settings:
    """Settings of this process. Raises WrongSetting."""
    return read_settings({**dotenv_values(ROOT / ".env"), **os.environ}, ROOT)


def read_settings(values: Mapping[str, str | None], root: Path) -> Settings:
    """Settings from `values`; relative paths start at `root`. Raises WrongSetting."""
    said = {name.upper(): value for name, value in values.items() if value}
    data_dir = root / said.get("STUDY_DATA_DIR", "data")
    return Settings(
        data_dir=data_dir,
        database=data_dir / said.get("STUDY_DATABASE", "study.db"),
        timezone=_timezone(said.get("STUDY_TIMEZONE", "Asia/Shanghai")),
        load_samples=_truth("STUDY_LOAD_SAMPLES", said.get("STUDY_LOAD_SAMPLES", "true")),
        noise_terms=_terms("STUDY_NOISE_TERMS", said.get("STUDY_NOISE_TERMS", "[]")),
    )


def _timezone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongSetting("STUDY_TIMEZONE", name, "写时区名，如 Asia/Shanghai") from error


def _truth(name: str, value: str) -> bool:
    if value.casefold() in ("true", "1", "yes", "on"):
        return True
    if value.casefold() in ("false", "0", "no", "off"):
        return False
    raise WrongSetting(name, value, "写 true 或 false")


def _terms(name: str, value: str) -> tuple[str, ...]:
    wanted = '写成列表，如 ["某某资料网", "某某文库"]'
    try:
        terms: object = json.loads(value)
    except ValueError as error:
        raise WrongSetting(name, value, wanted) from error
    if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):  # pyright: ignore[reportUnknownVariableType]
        raise WrongSetting(name, value, wanted)
    return tuple(str(term) for term in terms)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
