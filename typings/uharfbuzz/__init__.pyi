from enum import IntFlag
from typing import NamedTuple

def version_string() -> str: ...

class Blob:
    data: bytes
    def __init__(self, data: bytes) -> None: ...

class Face:
    upem: int
    unicodes: set[int]
    blob: Blob
    glyph_count: int
    def __init__(self, blob: Blob | bytes, index: int = ...) -> None: ...
    def reference_table(self, tag: str) -> Blob: ...
    def get_name(self, name_id: int) -> str | None: ...

class GlyphExtents(NamedTuple):
    x_bearing: int
    y_bearing: int
    width: int
    height: int

class Font:
    def __init__(self, face: Face) -> None: ...
    def get_glyph_h_advance(self, gid: int) -> int: ...
    def get_nominal_glyph(self, unicode: int) -> int | None: ...
    def get_glyph_extents(self, gid: int) -> GlyphExtents | None: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    y_advance: int
    x_offset: int
    y_offset: int

class BufferClusterLevel:
    MONOTONE_CHARACTERS: BufferClusterLevel

class Buffer:
    cluster_level: BufferClusterLevel
    direction: str
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: dict[str, bool]) -> None: ...

class SubsetFlags(IntFlag):
    NO_HINTING = ...
    RETAIN_GIDS = ...
    NO_LAYOUT_CLOSURE = ...
    NOTDEF_OUTLINE = ...

class SubsetInput:
    flags: SubsetFlags
    glyph_set: set[int]
    unicode_set: set[int]
    drop_table_tag_set: set[int]
    layout_feature_tag_set: set[int]
    name_id_set: set[int]

def subset(face: Face, chosen: SubsetInput) -> Face: ...
