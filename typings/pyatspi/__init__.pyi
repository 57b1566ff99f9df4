from collections.abc import Callable
from typing import Any

DESKTOP_COORDS: int
KEY_PRESSRELEASE: int
RELATION_LABELLED_BY: int
STATE_ACTIVE: int
STATE_CHECKED: int
STATE_FOCUSED: int
STATE_SHOWING: int

def stateToString(state: int) -> str: ...

class _Registry:
    @staticmethod
    def getDesktop(number: int) -> Any: ...
    @staticmethod
    def registerEventListener(listener: Callable[[Any], None], kind: str) -> None: ...
    @staticmethod
    def generateKeyboardEvent(code: int, text: str | None, how: int) -> None: ...
    @staticmethod
    def generateMouseEvent(x: int, y: int, how: str) -> None: ...

Registry: _Registry

def setTimeout(value_ms: int, startup_ms: int) -> None: ...
