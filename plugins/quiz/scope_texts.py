"""What people read of what a quiz was asked for."""

from plugins._chat.texts import LONGEST_WORD, short
from plugins.quiz.wanted import MOST
from study.materials.citation import number_of
from study.quiz.attempt import Occasion
from study.quiz.round import SECONDS_TOGETHER
from study.quiz.scope import Scope
from study.quiz.session import Plan
from study.services.scoping import NoSuchMaterial, NoSuchTitle, NotThere

HOW_TO_ASK = (
    "写法：/学习 测验 10 乡村振兴 不抢答。题数、词、年份（2019）、《标题》、资料号、#标签"
    "都可以不写，次序随意"
)
TOO_FEW = f"题数写1到{MOST}，如：/学习 测验 10"
NO_QUESTIONS = "没有能出的题：资料库里还没有题，或者30天内都出过了"

_LOOK = "看目录：/学习 目录"
_LONGEST_TITLE = 40


def started(plan: Plan, scope: Scope, *, is_cut: bool) -> str:
    """A quiz begins: how long, about what, and how it is played. `is_cut` says that more questions
    were asked for than come."""
    most = "最多" if plan.occasion is Occasion.REPLAY else ""
    limit = f"（一次最多{MOST}题）" if is_cut else ""
    first = " · ".join([f"{most}{plan.rounds}题{limit}", *_parts(scope), *_mode(plan)])
    return f"🎯 {first}，{_time(plan)}，{_how(plan)}。\n停止：/学习 停"


def _mode(plan: Plan) -> list[str]:
    if plan.occasion is Occasion.RACE:
        return ["抢答"]
    names = {Occasion.REVIEW: "复习", Occasion.REPLAY: "错题"}
    return [names.get(plan.occasion, "测验" if plan.is_alone else "不抢答")]


def _time(plan: Plan) -> str:
    """What holds of every question: a long one and what is named together have more time."""
    together = f"、合力题{SECONDS_TOGETHER}秒" if plan.occasion is Occasion.RACE else ""
    return f"每题{plan.seconds}秒（题长的多几秒{together}）"


def _how(plan: Plan) -> str:
    if plan.occasion is Occasion.RACE:
        return "先答对的得分，答错的这题不能再答"
    return "一题答一次" if plan.is_alone else "时间内答对都得分，以第一次答的为准"


def nothing_within(scope: Scope, newest: int | None) -> str:
    """No question is within what was asked for; what to do instead. `newest` is a material that
    can be read."""
    if scope.is_open:
        if newest is None:
            return NO_QUESTIONS
        return f"没有能出的题：30天内都出过了。指定资料可以重出：/学习 测验 {number_of(newest)}"
    where = "、".join(map(_title, scope.called))
    years = _years(scope.years) if scope.years else ""
    within = f"{years}的{where}里" if years and where else f"{where or years + '的资料'}里"
    about = "".join(f"“{short(word)}”" for word in scope.words)
    found = f"{within if where or years else ''}没有{f'关于{about}的' if about else ''}题"
    text = " ".join(scope.words)
    look = f"看资料里有没有：/学习 查 {text}" if 0 < len(text) <= LONGEST_WORD else _LOOK
    return f"{found}。{look}　随便来几题：/学习 测验"


def not_there(error: NotThere) -> str:
    """Something that was named does not exist."""
    match error:
        case NoSuchMaterial():
            return f"没有{error.name}这份资料。{_LOOK}"
        case NoSuchTitle():
            return f"没有标题里有“{short(error.name)}”的资料。{_LOOK}"
        case _:
            return f"没有“#{short(error.name)}”这个标签。看有哪些标签：/学习 目录"


def _parts(scope: Scope) -> list[str]:
    years = [_years(scope.years)] if scope.years else []
    words = ["".join(f"“{short(word)}”" for word in scope.words)] if scope.words else []
    return [*years, *map(_title, scope.called), *words]


def _years(years: tuple[int, int]) -> str:
    first, last = years
    return f"{first}年" if first == last else f"{first}—{last}年"


def _title(called: str) -> str:
    """A title that stands in the library may be long."""
    return called if len(called) <= _LONGEST_TITLE else called[:_LONGEST_TITLE] + "…》"
