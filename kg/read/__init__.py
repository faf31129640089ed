"""Articles in: files, folders, JSON Lines, standard input."""

from kg.read.article import make_article, parse_published
from kg.read.files import STANDARD_INPUT, read_articles, split_front_matter

__all__ = ["STANDARD_INPUT", "make_article", "parse_published", "read_articles", "split_front_matter"]
