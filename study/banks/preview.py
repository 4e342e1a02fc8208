"""What a file of questions comes to, in words, before and after it is taken in."""

from collections.abc import Sequence

from study.banks.item import Item
from study.banks.kinds import NAMES
from study.banks.sifting import Sifted
from study.banks.texts import as_asked, places, problem
from study.questions.question import Kind

_SAMPLES = 3
_MOST_PLACES = 5


def preview(name: str, found: Sifted, most_problems: int) -> str:
    """What can be taken in of the file `name`, with sample questions and the first problems."""
    parts = [f"📋 题库“{name}”：能收 {_counted(found)}"]
    if found.columns:
        parts.append("认出的列：" + "，".join(f"{c.head} → {c.meaning}" for c in found.columns))
    parts += _repeats(found)
    for number, one in enumerate(_samples(found.fresh), 1):
        parts.append(f"例{number}（{NAMES[one.kind]}）{as_asked(one)}")
    if found.problems and most_problems:
        rest = len(found.problems) - most_problems
        more = [f"……还有 {rest} 处"] if rest > 0 else []
        shown = map(problem, found.problems[:most_problems])
        parts.append("\n".join([f"不能收的 {len(found.problems)} 处：", *shown, *more]))
    return "\n".join(parts)


def taken(name: str, found: Sifted, *, member: bool) -> str:
    """What was taken in."""
    if not found.fresh:
        return f"题库“{name}”里没有新题，什么也没有收"
    access = "会员" if member else "所有人"
    left = len(found.problems)
    rest = f"；没有收 {left} 处" if left else ""
    return f"✅ 收下题库“{name}”：{_counted(found)}，{access}可练{rest}"


def report(name: str, found: Sifted) -> str:
    """Everything that is not taken in, a line each."""
    lines = [f"题库“{name}”：能收 {_counted(found)}"]
    lines += map(problem, found.problems)
    lines += (f"{places([one.place], 1)}：文件里前面有同一道题" for one in found.repeated)
    lines += (f"{places([one.place], 1)}：库里已经有这道题" for one in found.known)
    return "\n".join(lines) + "\n"


def _counted(found: Sifted) -> str:
    kinds = "、".join(f"{NAMES[kind]} {found.kinds[kind]}" for kind in Kind if found.kinds[kind])
    return f"{len(found.fresh)} 题" + (f"（{kinds}）" if kinds else "")


def _repeats(found: Sifted) -> list[str]:
    said: list[str] = []
    if found.repeated:
        where = places((one.place for one in found.repeated), _MOST_PLACES)
        said.append(f"文件里重复的只收一次：{where}")
    if found.known:
        said.append(f"库里已经有的不再收：{len(found.known)} 题")
    return said


def _samples(items: Sequence[Item]) -> list[Item]:
    """Questions of different kinds, as far as there are any; then the first ones."""
    first = list({one.kind: one for one in reversed(items)}.values())[::-1]
    rest = [one for one in items if one not in first]
    return [*first, *rest][:_SAMPLES]
