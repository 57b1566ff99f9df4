from typing import Any

STATE_SHOWING: int

class _Registry:
    @staticmethod
    def getDesktop(number: int) -> Any: ...

Registry: _Registry
