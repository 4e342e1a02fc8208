"""What an operator reads whose command cannot be understood; click itself says it in English."""

import click


class WrongUse(click.UsageError):
    """What options and arguments do not allow together; its message is for the operator."""


def sentences(error: click.UsageError) -> str:
    """What is wrong with a command, and where its use can be read."""
    use = f"用法见：{error.ctx.command_path} --help" if error.ctx else "加 --help 看用法"
    return f"{_wrong(error)}\n{use}"


def _wrong(error: click.UsageError) -> str:
    match error:
        case WrongUse():
            return error.message
        case click.NoSuchCommand():
            return f"没有 {error.command_name} 这个命令{_meant(error.possibilities)}"
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项{_meant(error.possibilities)}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面少写或多写了内容"
        case click.MissingParameter() if error.param:
            return f"还要写上 {_name(error.param)}"
        case click.BadParameter() if error.param:
            return f"{_name(error.param)} 写得不对：{_wanted(error.param.type, error.message)}"
        case _:
            return "后面多写了内容"


def _meant(possibilities: list[str] | None) -> str:
    return f"，是不是 {possibilities[0]}？" if possibilities else ""


def _name(param: click.Parameter) -> str:
    """What a parameter is called: --valid, 个数."""
    return param.human_readable_name if isinstance(param, click.Argument) else param.opts[-1]


def _wanted(kind: click.ParamType[object], message: str) -> str:
    """What a value has to be; types of our own say it themselves."""
    match kind:
        case click.IntRange():
            return f"要一个 {kind.min} 到 {kind.max} 的整数"
        case click.DateTime():
            return "要一个日期，如 2026-11-01"
        case click.Path():
            return "要一个已有的文件"
        case _:
            return message
