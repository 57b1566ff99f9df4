"""Only what the client called safe is a way to reach them."""

import pytest

from outreach_app.domain.safe_contacts import safe_contacts, unsafe_contacts


def row(channel: str, value: str, safe: str) -> dict[str, str]:
    return {"channel": channel, "value": value, "safe_to_use": safe}


def values(*rows: dict[str, str]) -> list[str]:
    return [each["value"] for each in safe_contacts({"safe_contacts": list(rows)})]


@pytest.mark.parametrize("answer", ["no", "unknown", "declined", "not_asked", ""])
def test_only_a_plain_yes_is_safe(answer: str) -> None:
    assert values(row("sms", "1", answer), row("sms", "2", "yes")) == ["2"]
    client = {"safe_contacts": [row("sms", "1", answer)]}
    assert len(unsafe_contacts(client)) == 1


def test_safe_for_messages_is_not_safe_for_calls() -> None:
    found = safe_contacts(
        {
            "safe_contacts": [
                row("sms", "07700 900461", "yes"),
                row("phone_call", "07700 900461", "no"),
            ]
        }
    )
    assert [each["channel"] for each in found] == ["sms"]


def test_the_same_way_written_twice_must_be_safe_twice() -> None:
    assert (
        values(row("phone_call", "07700 900461", "yes"), row("phone_call", "07700900461", "no"))
        == []
    )


def test_no_safe_channel_is_no_way_to_reach_somebody() -> None:
    assert values(row("none", "", "yes"), row("", "", "yes")) == []
