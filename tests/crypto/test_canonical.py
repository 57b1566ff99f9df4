import unicodedata

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_app.crypto.canonical import (
    DEEPEST_NESTING,
    LARGEST_INTEGER,
    JsonValue,
    canonical_bytes,
    parse_canonical,
    parse_canonical_object,
)
from outreach_app.crypto.errors import NotCanonical

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_keys = st.text(st.characters(max_codepoint=127), max_size=8)
_integers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
_values = st.recursive(
    _texts | _integers,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(_keys, parts, max_size=4),
    max_leaves=20,
)


@settings(max_examples=300)
@given(_values)
def test_the_fast_way_writes_what_a_full_encoder_writes(value: JsonValue) -> None:
    assert canonical_bytes(value) == rfc8785.dumps(value)


@settings(max_examples=300)
@given(_values)
def test_what_is_written_reads_back(value: JsonValue) -> None:
    written = canonical_bytes(value)
    assert parse_canonical(written) == value
    assert canonical_bytes(parse_canonical(written)) == written


@settings(max_examples=300)
@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_refused_or_canonical(untrusted: bytes) -> None:
    try:
        value = parse_canonical(untrusted)
    except NotCanonical:
        return
    assert canonical_bytes(value) == untrusted


def test_keys_are_sorted_and_text_is_written_as_it_is() -> None:
    value: JsonValue = {"b": ["ü", 1], "a": '\n"\\\x7f\u2028', "A": {}}
    assert canonical_bytes(value) == '{"A":{},"a":"\\n\\"\\\\\x7f\u2028","b":["ü",1]}'.encode()


def test_a_tuple_is_a_list() -> None:
    assert canonical_bytes(("a", ())) == b'["a",[]]'


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        True,
        None,
        {"a": None},
        ["a", False],
        2**53,
        -(2**53),
        "e\u0301",
        "\ud800",
        {"é": "a"},
        {1: "a"},
        b"bytes",
        {"a"},
    ],
)
def test_what_is_outside_the_format_is_a_mistake_of_the_caller(value: JsonValue) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the encoder's own, for half a surrogate pair
        canonical_bytes(value)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b" 1",
        b"1 ",
        b"01",
        b"-0",
        b"1.0",
        b"1e2",
        b"NaN",
        b"Infinity",
        b"true",
        b"null",
        b'{"a":1,"a":1}',
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'["a",]',
        b'{"a":null}',
        b'"\\u0041"',
        b'"\\/"',
        b'"\\u000a"',
        b'"\\ud800"',
        b'"e\xcc\x81"',
        b'"\xff"',
        b'{"\xc3\xa9":1}',
        b'\xef\xbb\xbf"a"',
        b'"a"\n',
        b"9007199254740992",
        b"[" * 200_000,
        b"9" * 5_000,
        b"'a'",
        b"[1]x",
    ],
)
def test_every_other_way_of_writing_is_refused(untrusted: bytes) -> None:
    with pytest.raises(NotCanonical) as refused:
        parse_canonical(untrusted)
    assert refused.value.facts.keys() == {"what"}


def test_a_combining_mark_after_an_escape_is_no_other_normal_form() -> None:
    # The text of the file holds an n before the mark, the value holds a line feed before it.
    written = canonical_bytes("\n\u0303")
    assert parse_canonical(written) == "\n\u0303"


def test_nesting_has_an_end() -> None:
    deepest: JsonValue = "a"
    for _ in range(DEEPEST_NESTING - 1):
        deepest = [deepest]
    assert parse_canonical(canonical_bytes(deepest)) == deepest
    with pytest.raises(ValueError, match="deeply"):
        canonical_bytes([deepest])
    with pytest.raises(ValueError, match="deeply"):
        canonical_bytes({"a": deepest})


def test_an_object_may_be_asked_for() -> None:
    assert parse_canonical_object(b'{"a":"b"}') == {"a": "b"}
    with pytest.raises(NotCanonical):
        parse_canonical_object(b'["a"]')
