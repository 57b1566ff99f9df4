from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

SQLITE_ATTACH: int
SQLITE_DETACH: int
SQLITE_OK: int
SQLITE_DENY: int

class Error(Exception):
    sqlite_errorcode: int
    sqlite_errorname: str

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...

class Cursor:
    rowcount: int
    lastrowid: int
    def fetchall(self) -> list[tuple[Any, ...]]: ...
    def fetchone(self) -> tuple[Any, ...] | None: ...

class Connection:
    in_transaction: bool
    total_changes: int
    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Cursor: ...
    def close(self) -> None: ...
    def set_key(self, key: bytes) -> None: ...
    def reset_key(self, key: bytes) -> None: ...
    def set_authorizer(
        self,
        authorizer: Callable[[int, str | None, str | None, str | None, str | None], int] | None,
    ) -> None: ...
    def backup(self, target: Connection, *, pages: int = ...) -> None: ...

def connect(
    database: str,
    *,
    isolation_level: str | None = ...,
    cached_statements: int = ...,
    uri: bool = ...,
    factory: type[Connection] = ...,
) -> Connection: ...
