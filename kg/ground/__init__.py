"""Every span verified, or dropped with a reason."""

from kg.ground.ground import ground
from kg.ground.locate import Locator, NotInTextError

__all__ = ["Locator", "NotInTextError", "ground"]
