"""The lexicon of the commands that read materials."""

from study.phrases.lexicon import Lexicon
from study.search.words import cutter
from study.services.glossary import bring_in_shipped
from study.settings import GLOSSARY, Settings
from study.storage import glossary
from study.storage.database import Database


async def lexicon(database: Database, settings: Settings) -> Lexicon:
    """What the importer knows: the glossary of the library, and a segmenter that knows it too."""
    await bring_in_shipped(database, GLOSSARY.read_text("utf-8"))
    names = tuple(await glossary.names(database))
    return Lexicon(cutter(settings.database.parent, names), names)
