"""What came together without anybody's decision, question by question, and whose it was."""

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_app.domain.answers import leaves
from outreach_app.domain.merge import agreed_base
from outreach_app.services.comparing import Differing, differing
from outreach_app.services.merging.deciding import whole
from outreach_app.services.merging.questions import is_calculated
from outreach_app.services.merging.versions import Definitions, MergeView
from outreach_app.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class CameTogether:
    """One answer that only some versions changed, or all alike.

    Attributes:
        author_ids: Who changed it to what stands now.
    """

    change: Differing
    author_ids: tuple[str, ...]


def came_together(
    sitting: Sitting,
    definitions: Definitions,
    view: MergeView,
    references: Mapping[str, str] | None = None,
) -> tuple[CameTogether, ...]:
    """Return what is merged by itself against what all versions were made from.

    Args:
        sitting: The unlocked vault.
        definitions: Returns a form by its hash.
        view: From `merge_view`.
        references: Words of the ids that answers may hold.
    """
    definition = definitions(view.form_hash)
    revisions = sitting.vault.revisions
    base = agreed_base([revisions.get(each).answers() for each in view.base])
    merged = whole(view.parts)
    sides = [(head.header.author_id, dict(leaves(head.answers()))) for head in view.heads]
    now = dict(leaves(merged))
    asked = {each.address for each in view.questions}
    return tuple(
        CameTogether(
            each,
            tuple(
                dict.fromkeys(
                    author
                    for author, answers in sides
                    if answers.get(each.address, "") == now.get(each.address, "")
                )
            ),
        )
        for each in differing(definition, base, merged, references)
        if each.address not in asked and not is_calculated(definition, each.address)
    )
