from collections.abc import Iterable, Mapping
from types import CodeType

class ZlibArchiveWriter:
    def __init__(
        self,
        filename: str,
        entries: Iterable[tuple[str, str, str]],
        code_dict: Mapping[str, CodeType] | None = ...,
    ) -> None: ...

class CArchiveWriter:
    def __init__(
        self, filename: str, entries: Iterable[tuple[str, str, bool, str]], pylib_name: str
    ) -> None: ...
