"""What lies in the inbox, told in facts: from whom, when, from which laptop, what, what is missing."""

from dataclasses import dataclass
from datetime import timedelta

from outreach_app.bundle.kinds import REVISIONS
from outreach_app.bundle.manifest import Manifest, parse_manifest
from outreach_app.crypto.envelopes import parse_envelope
from outreach_app.domain.people import Person, Role
from outreach_app.services.directory import ContactState, contacts
from outreach_app.services.instants import read_instant
from outreach_app.services.naming import device_letter
from outreach_app.services.sitting import Sitting
from outreach_app.store.bundles import BundleIn, LineFacts

SILENT_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedBundle:
    """A bundle that waits in the inbox; its signatures were checked when it came.

    Attributes:
        sender: None for somebody who is in no directory here.
        laptop: The letter that stands for the device, as references have it.
        part: Which of how many bundles of one sending, from 1.
        parts_missing: Which others of one sending have not come.
        records: How many signed versions.
        words: How many reviews: comments, approvals, returns.
        line: What the numbers of the device's bundles tell.
        use_by_passed: The sender asked that it be opened before today.
        key_ended: The sender's certificate has ended since.
    """

    bundle_id: str
    sender: Person | None
    laptop: str
    created: str
    received_at: str
    purpose: str
    part: tuple[int, int]
    parts_missing: tuple[int, ...]
    records: int
    words: int
    attachments: int
    line: LineFacts
    use_by_passed: bool
    key_ended: bool


@dataclass(frozen=True, slots=True)
class SilentDevice:
    """A laptop from which nothing has come lately; `last_heard` is "" when nothing ever has."""

    person: Person
    laptop: str
    last_heard: str


def arrived_bundles(sitting: Sitting) -> tuple[ArrivedBundle, ...]:
    """Return the bundles that nobody has accepted or set aside yet, oldest first."""
    inbox = sitting.vault.bundles.inbox()
    if not inbox:
        return ()
    known = {bundle.bundle_id: _manifest(bundle) for bundle in inbox}
    if any(each.split.of > 1 for each in known.values()):
        # Other parts of what was divided may have been accepted before.
        received = sitting.vault.bundles.received()
        known |= {
            each.bundle_id: _manifest(each) for each in received if each.bundle_id not in known
        }
    people = {each.certificate_serial: each for each in sitting.trust.everybody()}
    return tuple(_arrived(sitting, bundle, known, people) for bundle in inbox)


def _manifest(bundle: BundleIn) -> Manifest:
    envelope = parse_envelope(bundle.manifest)
    return parse_manifest(envelope.object_id, envelope.organisation, envelope.body)


def _arrived(
    sitting: Sitting,
    bundle: BundleIn,
    known: dict[str, Manifest],
    people: dict[int, Person],
) -> ArrivedBundle:
    manifest = known[bundle.bundle_id]
    sender = people.get(manifest.signer.certificate_serial)
    split = manifest.split
    here = {each.split.part for each in known.values() if each.split.set_id == split.set_id}
    folders = [
        each.path.partition("/")[0] for each in manifest.entries if each.path.endswith(".json")
    ]
    today = sitting.now()
    return ArrivedBundle(
        bundle_id=bundle.bundle_id,
        sender=sender,
        laptop=device_letter(manifest.signer.certificate_serial),
        created=manifest.created,
        received_at=bundle.received_at,
        purpose=bundle.purpose,
        part=(split.part, split.of),
        parts_missing=tuple(n for n in range(1, split.of + 1) if n not in here),
        records=_revisions(manifest),
        words=folders.count("reviews"),
        attachments=folders.count("attachments"),
        line=sitting.vault.bundles.line(bundle.device_id, bundle.recipient_id),
        use_by_passed=bool(manifest.use_by) and manifest.use_by < today.date().isoformat(),
        key_ended=sender is not None and read_instant(sender.valid_until) <= today,
    )


def _revisions(manifest: Manifest) -> int:
    found = (each.path for each in manifest.entries if each.path.startswith(f"{REVISIONS}/"))
    return len({path.split("/")[1][:64] for path in found})


def silent_devices(sitting: Sitting, days: int = SILENT_DAYS) -> tuple[SilentDevice, ...]:
    """Return the laptops of colleagues from which no bundle was signed for some days.

    Who only keeps the configuration sends no bundles and is left out, as is oneself.
    """
    since = sitting.now() - timedelta(days=days)
    me = sitting.me.person_id
    found = [
        SilentDevice(
            person=each.person,
            laptop=device_letter(each.person.certificate_serial),
            last_heard=each.last_heard,
        )
        for each in contacts(sitting)
        if each.state is ContactState.VALID
        and each.person.person_id != me
        and each.person.role is not Role.CONFIGURATION_MANAGER
        and (not each.last_heard or read_instant(each.last_heard) < since)
    ]
    return tuple(sorted(found, key=lambda each: (each.last_heard, each.person.full_name)))
