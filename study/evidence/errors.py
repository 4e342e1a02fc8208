"""Why a piece of evidence is not taken.

- `EvidenceRefused`
  - `Empty`: it has no bytes
  - `TooLarge`: it has more than LARGEST_PIECE
  - `Forbidden`: a web page, a script or a program, whatever its name says
  - `UnknownKind`: of no kind that an admin could look at
  - `DamagedPicture`: it cannot be opened to its end
  - `TooManyPixels`: more than MOST_PIXELS
  - `NoRoom`: the report has MOST_PIECES, or would have more than LARGEST_REPORT bytes
    - `TooManyPieces`, `ReportTooLarge`
  - `NoDraft`: nobody writes a report to which it could belong
  - `QuotaFull`: all evidence together would be more than the operator allows
  - `ShareFull`: so would be the evidence of this one person
"""


class EvidenceRefused(Exception):
    """A piece that is not stored."""


class Empty(EvidenceRefused):
    """Nothing is in it."""


class TooLarge(EvidenceRefused):
    """One piece has too many bytes."""


class Forbidden(EvidenceRefused):
    """It is made to do something, not to be looked at."""


class UnknownKind(EvidenceRefused):
    """Nobody could open it."""


class DamagedPicture(EvidenceRefused):
    """It says to be a picture, and is none or only the beginning of one."""


class TooManyPixels(EvidenceRefused):
    """It would fill the memory."""


class NoRoom(EvidenceRefused):
    """The report has as much as a report may have."""


class TooManyPieces(NoRoom):
    """There are too many pieces."""


class ReportTooLarge(NoRoom):
    """There are too many bytes."""


class NoDraft(EvidenceRefused):
    """The draft was cancelled or cleared away while the piece was on its way."""


class QuotaFull(EvidenceRefused):
    """All reports together have too many bytes."""


class ShareFull(EvidenceRefused):
    """All reports of one person together have too many bytes."""
