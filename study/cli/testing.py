"""`python -m study test`: everything that a change must pass."""

import subprocess
import sys

import click

from study.settings import ROOT

_STEPS = (
    ("格式", ["-m", "ruff", "format", "--check", "."]),
    ("写法", ["-m", "ruff", "check", "."]),
    ("类型", ["-m", "pyright"]),
    ("测试", ["-m", "pytest", "-n", "auto"]),
)


@click.command("test", help="检查写法与类型，跑全部测试。")
def test_() -> None:
    """Run all steps; exit code 1 when one of them fails."""
    failed = [name for name, arguments in _STEPS if not _passes(name, arguments)]
    if failed:
        raise click.ClickException(f"没有通过：{'、'.join(failed)}")
    click.echo("全部通过。")


def _passes(name: str, arguments: list[str]) -> bool:
    click.echo(f"── {name}")
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode == 0  # noqa: S603
