"""The words by telephone that wait for one in writing, over every case, from the lists alone."""

from collections.abc import Iterator

from outreach_app.domain.approvals import APPROVAL, APPROVING, PhoneApproval
from outreach_app.domain.values import parse_day
from outreach_app.services.approvals_needed import confirmation_need
from outreach_app.services.attention import referral_words
from outreach_app.services.needs import Need
from outreach_app.services.today_scope import Scope
from outreach_app.store.lists import FactLine


def approvals_of_today(scope: Scope) -> Iterator[tuple[str, Need]]:
    """Yield what was approved by telephone and is not confirmed yet, with the ids of the cases."""
    lists = scope.workspace.vault.lists
    newest = {str(each.facts.get("pa_referral", "")): each for each in lists.facts(APPROVAL)}
    if not newest:
        return
    for referral in lists.referrals():
        said = newest.get(referral.document_id)
        if said is None or referral.approved or referral.case_id not in scope.cases:
            continue
        approval = _approval(scope, said)
        if approval is not None:
            kind = scope.words.choice("referral", "ref_kind", referral.ref_kind)
            limits = scope.limits
            yield (
                referral.case_id,
                confirmation_need(
                    approval,
                    referral_words(referral.ref_key, kind),
                    limits.timescales,
                    scope.nation(referral.case_id),
                    limits.holidays,
                ),
            )


def _approval(scope: Scope, line: FactLine) -> PhoneApproval | None:
    """Return a word that counts for the version as it stands, None for any other."""
    facts = {name: str(value) for name, value in line.facts.items()}
    on = parse_day(facts.get("pa_at", "")) or parse_day(line.on_date)
    approval = PhoneApproval(
        document_id=line.document_id,
        referral_id=facts.get("pa_referral", ""),
        version=facts.get("pa_version", ""),
        who=facts.get("pa_who", ""),
        on=on or scope.on,
        decision=facts.get("pa_decision", ""),
    )
    heads = scope.workspace.vault.revisions.heads(approval.referral_id)
    current = {head.revision_id for head in heads}
    authors = {head.header.author_id for head in heads}
    stands = len(current) == 1 and approval.version in current
    by_another = approval.who not in {"", *authors}
    return approval if approval.decision in APPROVING and stands and by_another else None
