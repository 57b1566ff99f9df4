"""The few calls of google-re2 that the engine uses."""

from typing import Generic, TypeVar

T = TypeVar("T", str, bytes)

class error(Exception): ...

class Options:
    log_errors: bool
    max_mem: int
    def __init__(self) -> None: ...

class _Match(Generic[T]):
    def group(self, group: int = 0) -> T: ...

class _Regexp(Generic[T]):
    groups: int
    def fullmatch(self, text: T) -> _Match[T] | None: ...
    def search(self, text: T) -> _Match[T] | None: ...

def compile(pattern: T, options: Options | None = None) -> _Regexp[T]: ...
