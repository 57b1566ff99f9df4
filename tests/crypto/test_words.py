import secrets

import pytest

from outreach_app.crypto import words
from outreach_app.crypto.errors import PassphraseText, WeakPassphrase, WordListFormat
from outreach_app.crypto.keys import SigningKey
from outreach_app.messages import message_for

# Frozen: printed cards carry such words.
FINGERPRINT = (
    "dilation epidural snowfall outrank imprudent boneless cloak "
    "eastward subject happiest kilogram paprika"
)


def test_the_installed_list_is_whole(word_list: tuple[str, ...]) -> None:
    assert len(set(word_list)) == 7776
    assert list(word_list) == sorted(word_list)


def test_an_incomplete_list_is_refused(word_list: tuple[str, ...]) -> None:
    for lines in (word_list[:-1], (*word_list[:-1], word_list[0]), (*word_list[:-1], "Ünfit")):
        with pytest.raises(WordListFormat):
            words.parse_word_list("# a note\n\n" + "\n".join(lines))
    assert words.parse_word_list("# a note\n" + "\n".join(word_list) + "\n") == word_list


def test_a_fingerprint_is_twelve_words_of_the_key(word_list: tuple[str, ...]) -> None:
    first, second = SigningKey.generate().public, SigningKey.generate().public
    assert len(words.fingerprint_words(first, word_list)) == 12
    assert words.fingerprint_words(first, word_list) == words.fingerprint_words(first, word_list)
    assert words.fingerprint_words(first, word_list) != words.fingerprint_words(second, word_list)


def test_a_fingerprint_never_changes(word_list: tuple[str, ...]) -> None:
    assert " ".join(words.fingerprint_words(bytes(range(32)), word_list)) == FINGERPRINT


def test_an_offered_passphrase_is_six_words_and_strong(word_list: tuple[str, ...]) -> None:
    passphrase = words.make_passphrase(word_list)
    assert len(passphrase.split(" ")) == 6
    assert passphrase != words.make_passphrase(word_list)
    # A word drawn twice counts once, which happens in one of five hundred.
    assert words.estimate_strength(passphrase, word_list) >= 64
    assert len(words.make_passphrase(word_list, 8).split(" ")) == 8


@pytest.mark.parametrize(
    ("passphrase", "most"),
    [
        ("", 0),
        ("aaaaaaaaaaaaaaaaaaaa", 10),
        ("abcdefghijklmnopqrst", 10),
        ("12345678901234567890", 12),
        ("password password password", 20),
        ("Margaret1984", 30),
        ("!!!!!!!!!!!!!!!!!!!!", 10),
        ("2024-2024-2024-2024", 20),
    ],
)
def test_weak_passphrases_are_called_weak(
    passphrase: str, most: int, word_list: tuple[str, ...]
) -> None:
    assert words.estimate_strength(passphrase, word_list) <= most
    with pytest.raises((WeakPassphrase, PassphraseText)):
        words.check_own_choice(passphrase, frozenset(word_list))


def test_a_short_passphrase_is_refused_however_odd(word_list: tuple[str, ...]) -> None:
    with pytest.raises(WeakPassphrase) as refused:
        words.check_own_choice("k7#Qz!9w@Lx", word_list)
    assert refused.value.facts["characters"] == 11


def test_the_strength_is_told_in_words(word_list: tuple[str, ...]) -> None:
    told = {}
    for passphrase in ("aaaaaaaaaaaaaa", "teapot kettle 99", "teapot kettle spoon thursday"):
        with pytest.raises(WeakPassphrase) as refused:
            words.check_own_choice(passphrase, word_list)
        assert "bits" not in message_for(refused.value.code).text(refused.value.facts)
        told[refused.value.facts["strength"]] = refused.value.facts["bits"]
    assert len(told) == 3
    assert list(told.values()) == sorted(told.values())


def test_a_good_sentence_is_accepted(word_list: tuple[str, ...]) -> None:
    words.check_own_choice("Blue teapots rarely sing before 7 on Thursdays", word_list)
    words.check_own_choice("κάθε πρωί ποτίζω τρεις γλάστρες", word_list)


def test_strength_is_that_of_the_normalised_text(word_list: tuple[str, ...]) -> None:
    assert words.estimate_strength("ﬁve ﬁne ﬁgs", word_list) == words.estimate_strength(
        "five fine figs", word_list
    )


def test_longer_letters_count_a_little_more(word_list: tuple[str, ...]) -> None:
    letters = "".join(secrets.choice("adgjmpsvy") for _ in range(60))
    assert words.estimate_strength(letters, word_list) > words.estimate_strength(
        letters[:12], word_list
    )


def test_a_password_for_the_telephone_is_twenty_digits() -> None:
    password = words.make_digits_password()
    assert len(password) == 20
    assert password.isdecimal()
    assert password != words.make_digits_password()
    groups = words.in_groups(password).split(" ")
    assert [len(group) for group in groups] == [4] * 5
    assert "".join(groups) == password
