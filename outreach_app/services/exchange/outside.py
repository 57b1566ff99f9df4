"""What goes to people outside the service: no paper of which nothing is for them, no word among ourselves.

A review is one signed text: it cannot be cut. So of what reviewers said somebody outside gets only what was
said about their own versions, which is said to them. A colleague who does not belong to the case hears also
which of two first records stands, so that both laptops come to the same.
"""

from collections.abc import Iterable, Sequence

from outreach_app.domain.documents import Review, Revision
from outreach_app.domain.people import Person, Role
from outreach_app.services.judgement import STANDS_BEFORE


def with_something(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the versions of those documents of which some answer goes.

    Args:
        revisions: Cut to the parts that go.
    """
    held = tuple(revisions)
    told = {each.header.document_id for each in held if _says_something(each)}
    return tuple(each for each in held if each.header.document_id in told)


def _says_something(revision: Revision) -> bool:
    return any(part.answers for part in revision.parts.values())


def said_to(
    reviews: Iterable[Review],
    revisions: Sequence[Revision],
    people: Sequence[Person],
    organisation: str,
) -> list[Review]:
    """Return what was said about versions that every one of some people wrote.

    Args:
        reviews: Of these versions.
        revisions: What goes.
        people: To whom, not all of them of the home team.
        organisation: One's own.
    """
    ids = {each.person_id for each in people}
    own = {each.revision_id for each in revisions if ids <= {each.header.author_id}}
    ours = all(
        each.organisation == organisation and each.role is not Role.AGENCY_STAFF for each in people
    )
    return [
        each
        for each in reviews
        if each.revision_id in own or (ours and STANDS_BEFORE in each.answers)
    ]
