"""What goes to people outside the service, looked for byte by byte in the opened bundle."""

import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from outreach_app.domain.documents import Comment, PartName, ReviewVerb
from outreach_app.engine.definition import FormDefinition, load_form
from outreach_app.engine.items import Group, Item, Question, Repeat
from outreach_app.services.catalogue import (
    convert_shipped,
    shipped_form_ids,
    shipped_instances,
)
from outreach_app.services.exchange.errors import NothingOutside, PartStays
from outreach_app.services.exchange.profiles import NEVER_OUTSIDE, PARTS, Profile
from outreach_app.services.sharing.protected import parts_left_out
from outreach_app.services.sitting import Signer, Sitting
from tests.services.builders import CaseBuilder, Post, keep, keep_reviews

Json = dict[str, Any]
SignerOf = Callable[[Sitting], Signer]
MAIN = PartName.MAIN.value

needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="not installed: age")


def opened_by_age(sitting: Sitting, bundle: bytes, folder: Path) -> bytes:
    """Return the archive in a bundle as the public tool opens it with somebody's own key."""
    (identity,) = sitting.vault.people.age_identities(sitting.me.person_id)
    key, sealed, archive = folder / "key", folder / "bundle.age", folder / "bundle.tar"
    key.write_text(identity.identity + "\n")
    sealed.write_bytes(bundle)
    command = ["age", "-d", "-i", str(key), "-o", str(archive), str(sealed)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return archive.read_bytes()


def definition_of(form_id: str) -> FormDefinition:
    return load_form(convert_shipped(form_id).xml, instances=shipped_instances())


def questions_in(items: Iterable[Item]) -> Iterable[Question]:
    for item in items:
        if isinstance(item, Question):
            yield item
        elif isinstance(item, Group):
            yield from questions_in(item.children)


def marker(form_id: str, name: str) -> str:
    """Return words that stand nowhere else; a name of a question may be the beginning of another's."""
    return f"zq-{form_id}-{name}-qz"


def all_answered(definition: FormDefinition) -> dict[str, Json]:
    """Return answers by part: to each question of a form a marker of its own."""
    parts: dict[str, Json] = {}
    for question in questions_in(definition.questions):
        if question.visible or question.calculated:
            _put(parts.setdefault(question.part, {}), definition, question)
    return parts


def _put(answers: Json, definition: FormDefinition, question: Question) -> None:
    here: Any = answers
    steps = question.path.split("/")
    for length, name in enumerate(steps[:-1], start=1):
        if isinstance(definition.item_at("/".join(steps[:length])), Repeat):
            row = f"r_{'a' * 25}{length}"
            here = here.setdefault(name, [{"_id": row, "_order": "a0"}])[0]
        else:
            here = here.setdefault(name, {})
    here[steps[-1]] = marker(definition.form_id, steps[-1])


@needs_age
@pytest.mark.parametrize("form_id", shipped_form_ids())
def test_of_every_form_somebody_outside_gets_the_main_part_and_no_byte_more(
    form_id: str, case: CaseBuilder, post: Post, cover: Sitting, tmp_path: Path
) -> None:
    case.opened()
    definition = definition_of(form_id)
    parts = all_answered(definition)
    kept = case.kept(case.plan(case.document(form_id), parts))
    document_id = kept.header.document_id
    names = {part: list(_markers(answers)) for part, answers in parts.items()}
    if MAIN not in parts:
        with pytest.raises(NothingOutside):
            post.send(case, "CC", documents=(document_id,))
        return
    archive = opened_by_age(cover, post.send(case, "CC", documents=(document_id,)), tmp_path)
    assert all(each.encode() in archive for each in names[MAIN])
    for part in names.keys() - {MAIN}:
        assert [each for each in names[part] if each.encode() in archive] == [], part


def _markers(answers: Any) -> Iterable[str]:
    if isinstance(answers, str):
        if answers.startswith("zq-"):
            yield answers
        return
    for each in answers.values() if isinstance(answers, dict) else answers:
        yield from _markers(each)


def test_no_profile_for_outside_has_a_part_that_stays() -> None:
    assert not PARTS[Profile.OUTSIDE] & NEVER_OUTSIDE
    for form_id in shipped_form_ids():
        for with_address in (False, True):
            left = parts_left_out(form_id, with_address=with_address)
            assert PartName.INTERNAL.value in left


def test_how_harm_was_weighed_is_internal_in_every_question_of_it() -> None:
    parts = {each.name: each.part for each in questions_in(definition_of("referral").questions)}
    weighed = {name for name in parts if name.startswith(("dnh_", "appr_", "min_facts_"))}
    assert len(weighed) > 30
    assert {parts[name] for name in weighed} == {"internal"}


@needs_age
def test_what_reviewers_said_goes_to_nobody_outside_but_the_author(
    case: CaseBuilder,
    post: Post,
    cover: Sitting,
    supervisor: Sitting,
    signer_of: SignerOf,
    tmp_path: Path,
) -> None:
    note = case.kept(case.opened().note_plan("We met at the station."))
    helen = case.as_seen_by(supervisor, signer_of(supervisor))
    said = helen.review(
        note,
        ReviewVerb.RETURN,
        text="zq-said-qz",
        comments=(
            Comment(comment_id="c_one", question="note_facts", row_id="", text="zq-comment-qz"),
        ),
    )
    keep_reviews(case.sitting, said)
    document_id = note.header.document_id
    archive = opened_by_age(cover, post.send(case, "CC", documents=(document_id,)), tmp_path)
    assert b"We met at the station." in archive
    assert b"zq-said-qz" not in archive
    assert b"zq-comment-qz" not in archive
    theirs = case.as_seen_by(cover, signer_of(cover))
    own = theirs.sign(case.note_plan("I rang the clinic."))
    keep(case.sitting, own)
    answer = helen.review(own, ReviewVerb.RETURN, text="zq-to-the-author-qz")
    keep_reviews(case.sitting, answer)
    sent = post.send(case, "CC", documents=(own.header.document_id,))
    assert b"zq-to-the-author-qz" in opened_by_age(cover, sent, tmp_path)


def test_nobody_may_choose_for_somebody_outside_what_stays(case: CaseBuilder, post: Post) -> None:
    case.opened()
    for part in sorted(NEVER_OUTSIDE):
        with pytest.raises(PartStays):
            post.send(case, "CC", parts=("main", part))
