"""Text as everybody here reads it: one folding, one tokeniser, sentences and quotations, all in code points."""

from kg.text.fold import FOLD_TABLE, Folded, fold, fold_char
from kg.text.quotes import Quote, quotes
from kg.text.sentences import paragraphs, sentences
from kg.text.tokens import Reading, Token, tokens, without_enclitic

__all__ = [
    "FOLD_TABLE",
    "Folded",
    "Quote",
    "Reading",
    "Token",
    "fold",
    "fold_char",
    "paragraphs",
    "quotes",
    "sentences",
    "tokens",
    "without_enclitic",
]
