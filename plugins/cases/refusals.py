"""Every error of the case work as a sentence."""

from plugins._chat.call import Call, Refusal, Reply
from plugins._chat.table import Handler
from plugins.cases import texts
from study.reports.moves import Refused
from study.reports.number import Mistyped, NoNumber, read
from study.services.case_moves import NoSuchCase, Overtaken
from study.services.deciding import (
    ConfirmedBefore,
    EarlierOpen,
    ReportedBack,
    Unreasoned,
    WrongMain,
)
from study.services.working_cases import Unasked

_FIXED = {
    NoNumber: texts.NO_NUMBER,
    Mistyped: texts.MISTYPED,
    NoSuchCase: texts.NO_SUCH_CASE,
    Overtaken: texts.OVERTAKEN,
}
_WORDLESS = {Unreasoned: texts.no_reason, Unasked: texts.no_words}


def in_words(word: str, handler: Handler) -> Handler:
    """The handler of /案 and a word: in private only, with a sentence for whatever cannot be
    done."""

    async def answer(call: Call) -> Reply:
        if call.group is not None:
            raise Refusal(texts.PRIVATE_ONLY)
        try:
            return await handler(call)
        except tuple(_FIXED) as error:
            raise Refusal(_FIXED[type(error)]) from error
        except tuple(_WORDLESS) as error:
            number, _ = read(call.rest)
            raise Refusal(_WORDLESS[type(error)](word, number)) from error
        except Refused as error:
            number, _ = read(call.rest)
            sentence = texts.refused(number, error)
            raise Refusal(sentence, texts.shortcuts(number)) from error
        except (EarlierOpen, ReportedBack, ConfirmedBefore) as error:
            raise _blocked(call, error) from error
        except WrongMain as error:
            raise Refusal(texts.WRONG_MAIN[error.fault]) from error

    return answer


def _blocked(call: Call, error: EarlierOpen | ReportedBack | ConfirmedBefore) -> Refusal:
    if not error.number:
        return Refusal(texts.BY_ANOTHER)
    look = {"看": f"/案 看 {error.number}"}
    this, _ = read(call.rest)
    match error:
        case EarlierOpen():
            return Refusal(texts.earlier_open(this, error.number, is_sure=error.is_sure), look)
        case ReportedBack():
            return Refusal(texts.reported_back(error.number), look)
        case ConfirmedBefore():
            return Refusal(texts.confirmed_before(this, error.number), look)
