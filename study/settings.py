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
_NOISE_TERMS = '写成列表，如 ["某某资料网", "某某文库"]'
_HOSTS = '写成列表，如 ["192.168.1.5:3000", "media.example.com"]'


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
    evidence: Path
    """The folder of what was sent with reports, sealed."""
    key_file: Path
    """The keys that seal reports; not part of a backup."""
    rewards_per_year: int
    """How many confirmed reports of one person are rewarded in a year."""
    evidence_days: int
    """How long a closed case keeps its evidence."""
    evidence_quota: int
    """The most bytes of all evidence together."""
    media_hosts: tuple[str, ...]
    """Hosts beside those of QQ from which evidence is fetched, also in a private network."""
    report_min_days: int
    """Who is known to be around for less than so many days cannot report."""
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
        evidence=data_dir / "evidence",
        key_file=data_dir / said.get("STUDY_KEY_FILE", "study.key"),
        rewards_per_year=_number(
            "STUDY_REWARDS_PER_YEAR", said.get("STUDY_REWARDS_PER_YEAR", "3"), 0, 100
        ),
        evidence_days=_number(
            "STUDY_EVIDENCE_DAYS", said.get("STUDY_EVIDENCE_DAYS", "180"), 30, 3650
        ),
        evidence_quota=1024**2
        * _number(
            "STUDY_EVIDENCE_QUOTA_MB", said.get("STUDY_EVIDENCE_QUOTA_MB", "2048"), 100, 1_000_000
        ),
        media_hosts=_words("STUDY_MEDIA_HOSTS", said.get("STUDY_MEDIA_HOSTS", "[]"), _HOSTS),
        report_min_days=_number(
            "STUDY_REPORT_MIN_DAYS", said.get("STUDY_REPORT_MIN_DAYS", "3"), 0, 365
        ),
        timezone=_timezone(said.get("STUDY_TIMEZONE", "Asia/Shanghai")),
        load_samples=_truth("STUDY_LOAD_SAMPLES", said.get("STUDY_LOAD_SAMPLES", "true")),
        noise_terms=_words("STUDY_NOISE_TERMS", said.get("STUDY_NOISE_TERMS", "[]"), _NOISE_TERMS),
    )


def _timezone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongSetting("STUDY_TIMEZONE", name, "写时区名，如 Asia/Shanghai") from error


def _number(name: str, value: str, least: int, most: int) -> int:
    if value.isascii() and value.isdecimal() and least <= int(value) <= most:
        return int(value)
    raise WrongSetting(name, value, f"写 {least} 到 {most} 的整数")


def _truth(name: str, value: str) -> bool:
    if value.casefold() in ("true", "1", "yes", "on"):
        return True
    if value.casefold() in ("false", "0", "no", "off"):
        return False
    raise WrongSetting(name, value, "写 true 或 false")


def _words(name: str, value: str, wanted: str) -> tuple[str, ...]:
    try:
        words: object = json.loads(value)
    except ValueError as error:
        raise WrongSetting(name, value, wanted) from error
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):  # pyright: ignore[reportUnknownVariableType]
        raise WrongSetting(name, value, wanted)
    return tuple(str(word) for word in words)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
