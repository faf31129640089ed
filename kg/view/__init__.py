"""The explorer: extractions in, one self-contained HTML page out that works from disk and asks for nothing.

``projection`` makes the graph, ``layout`` gives every node its place, ``carrier`` hands it to pyvis, ``dossier``
holds what the panels and tables read, ``shell`` is the page around them. Nothing here reads or writes a store.
"""

from kg.view.links import Link
from kg.view.notebook import Explorer
from kg.view.page import page, write
from kg.view.projection import project

__all__ = ["Explorer", "Link", "page", "project", "write"]
