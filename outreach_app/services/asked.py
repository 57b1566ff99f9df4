"""What reviewers said about a version, at the questions of whoever changes it now."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from outreach_app.domain.answers import leaves
from outreach_app.domain.documents import Comment, Document, Review, ReviewVerb
from outreach_app.domain.word_order import in_order
from outreach_app.services.open_document import OpenDocument
from outreach_app.services.permission import require_sight
from outreach_app.services.review_view import comment_label, readable_reviews
from outreach_app.services.workspace import Workspace

_ROW = re.compile(r"\[([^\]]*)\]")
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that a reviewer said.

    Attributes:
        address: Of the question that it stands at now; "" where it is about the whole document,
            and where its question or row is not there any more.
        label: Words of that question, "" for the whole document.
        who: Full name and initials of who said it.
        first_name: By what a colleague calls them.
        at: Instant of the signature.
    """

    address: str
    label: str
    text: str
    who: str
    first_name: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything that was said about the version in hand, oldest first.

    Attributes:
        verb: The last word that is no comment; COMMENT where there is none.
        who: Who said the last word, full name and initials; "" for nobody.
        at: When, "" for never.
    """

    asks: tuple[Ask, ...] = ()
    verb: ReviewVerb = ReviewVerb.COMMENT
    who: str = ""
    first_name: str = ""
    at: str = ""
    by_address: Mapping[str, tuple[Ask, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def whole(self) -> tuple[Ask, ...]:
        """What is about the document as a whole."""
        return tuple(each for each in self.asks if not each.label)

    @property
    def at_questions(self) -> tuple[Ask, ...]:
        """What stands at a question, that one has no place any more included."""
        return tuple(each for each in self.asks if each.label)

    @property
    def wants_answer(self) -> bool:
        """Say whether its author is asked to look again."""
        commented = self.verb is ReviewVerb.COMMENT and bool(self.asks)
        return self.verb is ReviewVerb.RETURN or commented


def asked_of_draft(workspace: Workspace, opened: OpenDocument) -> Asked:
    """Return what was said about the version that a draft was begun from."""
    base = opened.draft.base
    return _asked(workspace, opened.document, base, opened.session.questions()) if base else Asked()


def asked_of_signed(workspace: Workspace, document: Document) -> Asked:
    """Return what was said about the newest version of a signed document.

    Raises:
        NotAllowed: This person may not read it.
    """
    heads = workspace.vault.revisions.heads(document.document_id)
    sight = require_sight(workspace.sitting, document)
    addresses = [at for head in heads for at, _answer in leaves(sight.of(head).answers())]
    return _asked(workspace, document, [each.revision_id for each in heads], addresses)


def _asked(
    workspace: Workspace, document: Document, versions: Iterable[str], addresses: Iterable[str]
) -> Asked:
    wanted = frozenset(versions)
    sight = require_sight(workspace.sitting, document)
    said = in_order(
        review
        for revision_id in wanted
        for review in readable_reviews(workspace, workspace.vault.revisions.get(revision_id), sight)
        if review.counted and review.revision_id == revision_id
    )
    if not said:
        return Asked()
    names = {
        each.person_id: (f"{each.full_name} ({each.initials})", each.full_name.split()[0])
        for each in workspace.sitting.trust.everybody()
    }
    places = _places(addresses)
    asks = tuple(
        ask for review in said for ask in _asks(workspace, review, places, _named(names, review))
    )
    last = next((each for each in reversed(said) if each.verb is not ReviewVerb.COMMENT), said[-1])
    who, first_name = _named(names, last)
    by_address: dict[str, tuple[Ask, ...]] = {}
    for ask in asks:
        if ask.address:
            by_address[ask.address] = (*by_address.get(ask.address, ()), ask)
    return Asked(
        asks=asks,
        verb=last.verb,
        who=who,
        first_name=first_name,
        at=last.signed_at,
        by_address=MappingProxyType(by_address),
    )


def _named(names: Mapping[str, tuple[str, str]], review: Review) -> tuple[str, str]:
    return names.get(review.reviewer_id, (_UNKNOWN, _UNKNOWN))


def _asks(
    workspace: Workspace,
    review: Review,
    places: Mapping[tuple[str, str], str],
    named: tuple[str, str],
) -> Iterable[Ask]:
    who, first_name = named

    def make(address: str, label: str, text: str) -> Ask:
        return Ask(
            address=address,
            label=label,
            text=text,
            who=who,
            first_name=first_name,
            at=review.signed_at,
        )

    if review.text:
        yield make("", "", review.text)
    for comment in review.comments:
        label = comment_label(workspace, review.revision_id, comment)
        yield make(_place(places, comment), label, comment.text)


def _place(places: Mapping[tuple[str, str], str], comment: Comment) -> str:
    return places.get((comment.row_id, comment.question), "") if comment.question else ""


def _places(addresses: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return the first address of each question by its innermost row and its name."""
    found: dict[tuple[str, str], str] = {}
    for address in addresses:
        rows = _ROW.findall(address)
        name = _ROW.sub("", address).rpartition("/")[2]
        found.setdefault((rows[-1] if rows else "", name), address)
    return found
