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
    parts = [f"📋 题库“{name}”：能收 {_counted(found)}{_kept(found)}{_left(found)}"]
    if found.columns:
        parts.append("认出的列：" + "，".join(f"{c.head} → {c.meaning}" for c in found.columns))
    if found.repeated:
        where = places((one.place for one in found.repeated), _MOST_PLACES)
        parts.append(f"文件里重复的只收一次：{where}")
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
        return f"题库“{name}”里没有新题，什么也没有收{_left(found)}"
    return f"✅ 收下题库“{name}”：{_counted(found)}{_access(found, member=member)}{_left(found)}"


def report(name: str, found: Sifted) -> str:
    """Everything that is not taken in, a line each."""
    lines = [f"题库“{name}”：能收 {_counted(found)}{_kept(found)}{_left(found)}"]
    lines += map(problem, found.problems)
    lines += (f"{places([one.place], 1)}：文件里前面有同一道题" for one in found.repeated)
    lines += (f"{places([one.place], 1)}：库里已经有这道题" for one in found.known)
    return "\n".join(lines) + "\n"


def _counted(found: Sifted) -> str:
    kinds = "、".join(f"{NAMES[kind]} {found.kinds[kind]}" for kind in Kind if found.kinds[kind])
    return f"{len(found.fresh)} 题" + (f"（{kinds}）" if kinds else "")


def _left(found: Sifted) -> str:
    """How much is not taken, in the same words before and after."""
    counts = (
        ("文件里重复 {} 题", len(found.repeated)),
        ("库里已有 {} 题", len(found.known)),
        ("不能收 {} 处", len(found.problems)),
    )
    said = "，".join(text.format(count) for text, count in counts if count)
    return f"；{said}" if said else ""


def _access(found: Sifted, *, member: bool) -> str:
    """Who gets the questions, of which a file may keep some for members."""
    if member or all(one.for_members for one in found.fresh):
        return "，会员可练"
    kept = _kept(found)
    return f"{kept}，其余所有人可练" if kept else "，所有人可练"


def _kept(found: Sifted) -> str:
    """How many questions the file keeps for members."""
    count = sum(one.for_members for one in found.fresh)
    return f"，其中 {count} 题会员可练" if count else ""


def _samples(items: Sequence[Item]) -> list[Item]:
    """Questions of different kinds, as far as there are any; then the first ones."""
    first = list({one.kind: one for one in reversed(items)}.values())[::-1]
    rest = [one for one in items if one not in first]
    return [*first, *rest][:_SAMPLES]
