"""The journal of acts is a chain: every edit is found, a cut tail by a head held elsewhere."""

import pytest

from outreach_app.store.errors import JournalBroken
from outreach_app.store.journal import Act, JournalHead
from outreach_app.store.vault import Vault
from tests.store.builders import ANNA, AT, act

ACT = Act(kind="case.opened", at=AT, person_id=ANNA, facts={"case": "k_1", "count": 2})


def write(vault: Vault, count: int = 5) -> JournalHead:
    for _ in range(count):
        with vault.transaction(ACT):
            pass
    return vault.journal.head()


def test_an_act_comes_back_as_it_was(vault: Vault) -> None:
    before = vault.journal.head()
    with vault.transaction(ACT), vault.transaction(act("inner.act")):
        pass
    rows = vault.journal.rows(after=before.n)
    assert [row.act for row in rows] == [act("inner.act"), ACT]
    assert vault.journal.head() == JournalHead(rows[-1].n, rows[-1].hash)
    assert len(vault.journal.rows(limit=1)) == 1
    assert vault.journal.verify() == vault.journal.head()
    assert vault.journal.verify(after=before.n) == vault.journal.head()


def test_acts_of_some_kinds_are_found_whatever_the_facts_of_others_say(vault: Vault) -> None:
    sly = Act(kind="inner.act", at=AT, person_id=ANNA, facts={"note": '"kind":"case.opened"'})
    acts = (ACT, sly, act("case.opened.again"), act("case.closed"))
    for each in acts:
        with vault.transaction(each):
            pass
    journal = vault.journal
    assert journal.acts_of({"case.opened"}) == (ACT,)
    assert journal.acts_of({"case.opened", "case.closed"}) == (ACT, act("case.closed"))
    assert journal.acts_of(()) == ()


def test_an_act_that_fails_leaves_no_row(vault: Vault) -> None:
    before = vault.journal.head()

    def fail() -> None:
        with vault.transaction(ACT):
            vault.choices.set("key", "value")
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert vault.journal.head() == before
    assert vault.choices.all() == {}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET event = CAST(replace(event, 'k_1', 'k_2') AS BLOB) WHERE n = 4",
        "UPDATE journal SET hash = 'ff' WHERE n = 4",
        "UPDATE journal SET previous = 'ff' WHERE n = 4",
        "DELETE FROM journal WHERE n = 4",
        "UPDATE journal SET n = n + 100 WHERE n > 3",
        "UPDATE vault SET value = 'ff' WHERE name = 'journal.genesis'",
    ],
)
def test_every_tamper_is_found(vault: Vault, statement: str) -> None:
    write(vault)
    vault.journal.verify()
    vault.database.execute(statement)
    with pytest.raises(JournalBroken):
        vault.journal.verify()


def test_a_cut_tail_shows_against_a_head_held_elsewhere(vault: Vault) -> None:
    head = write(vault)
    assert vault.journal.holds(head)
    vault.database.execute("DELETE FROM journal WHERE n > ?", (head.n - 2,))
    vault.journal.verify()
    assert not vault.journal.holds(head)
    with pytest.raises(JournalBroken):
        vault.journal.verify(after=head.n)


def test_an_empty_journal_has_a_head_of_its_own(vault: Vault) -> None:
    vault.database.execute("DELETE FROM journal")
    head = vault.journal.head()
    assert head.n == 0
    assert vault.journal.holds(head)
    assert not vault.journal.holds(JournalHead(0, "ff"))


@pytest.mark.parametrize("event", ["not json", "{}", '{"at":1,"facts":{},"kind":"a","person":"b"}'])
def test_an_event_of_another_shape_is_not_read(vault: Vault, event: str) -> None:
    vault.database.execute("UPDATE journal SET event = CAST(? AS BLOB) WHERE n = 1", (event,))
    with pytest.raises(JournalBroken):
        vault.journal.rows()
