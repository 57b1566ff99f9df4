"""`outreach org propose`, `countersign` and `publish`: changes of trust, by two people."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from outreach_app.cli.entry import (
    Context,
    Verb,
    add_date_option,
    add_verb,
    add_words_option,
    opened_to_sign,
    read_file,
    signer_for,
)
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.domain.people import Person, Role
from outreach_app.paths import atomic_write, private_dir, read_bytes
from outreach_app.services.configuration import OrganisationCard
from outreach_app.services.instants import write_instant
from outreach_app.services.organisation import CARD_NAME
from outreach_app.services.proposal_file import FILE_LIMIT_BYTES, read_proposal
from outreach_app.services.proposals import (
    Proposed,
    countersign,
    propose_issuing_key,
    propose_recovery,
    propose_root,
    propose_supervisor,
    publish,
)
from outreach_app.services.shipped import word_list
from outreach_app.services.succession import describe, require_words_compared
from outreach_app.services.trust import person_of
from outreach_app.services.trust_statements import (
    SECOND_SIGNERS,
)

_KINDS = {
    "founding": "organisation founded",
    "root": "new root key",
    "issuing_key": "new issuing key",
    "recovery": "new recovery shares",
    "supervisor": "supervisor or safeguarding lead",
}
_FOLDER = "folder of the organisation, with the issuing key"


def add_trust_changes(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module to those of `outreach org`."""
    group = verbs.add_parser("propose", help="change who is trusted: first of two signatures")
    each = group.add_subparsers(title="commands", metavar="COMMAND", required=True)

    person = _add_proposal(
        each, "supervisor", _supervisor, "propose a supervisor or safeguarding lead"
    )
    person.add_argument("request", type=Path, help="request file made by `outreach vault request`")
    person.add_argument(
        "--role", required=True, choices=sorted(SECOND_SIGNERS), help="what the person may do"
    )
    key = _add_proposal(
        each,
        "issuing-key",
        _issuing_key,
        "propose a new issuing key, also when the old one is lost",
    )
    _add_share_option(key, required=True)
    recovery = _add_proposal(
        each, "recovery", _recovery, "propose new recovery shares for all vaults"
    )
    root = _add_proposal(
        each, "root", _root, "propose a new root key, also when its shares are lost"
    )
    for parser in (recovery, root):
        parser.add_argument(
            "--shares-folder",
            type=Path,
            help="write each new share to a file, to print and delete (default: show them once)",
        )

    second = add_verb(
        verbs, "countersign", _countersign, "second signature for a proposal", vault=True
    )
    second.add_argument("proposal", type=Path, help="file made by `outreach org propose`")
    second.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write")
    add_words_option(second)
    add_date_option(second)

    carry_out = add_verb(verbs, "publish", _publish, "put a countersigned proposal into force")
    carry_out.add_argument("folder", type=Path, help=_FOLDER)
    carry_out.add_argument("proposal", type=Path, help="file that came back countersigned")
    _add_share_option(carry_out, required=False)
    add_passphrase_options(carry_out)


def _add_proposal(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Verb, summary: str
) -> argparse.ArgumentParser:
    parser = add_verb(verbs, name, run, summary)
    parser.add_argument("folder", type=Path, help=_FOLDER)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write")
    add_passphrase_options(parser)
    return parser


def _add_share_option(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--share",
        dest="shares",
        action="append",
        type=Path,
        default=[],
        required=required,
        metavar="FILE",
        help="file with one share of the root key, once for each of two"
        + ("" if required else "; only where nobody can countersign"),
    )


def _supervisor(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    request = read_file(options.request)
    proposed = propose_supervisor(
        options.folder, request, Role(options.role), passphrase, now=context.clock()
    )
    return _written(options, proposed, "")


def _issuing_key(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "New passphrase, of the new issuing key", twice=True)
    proposed = propose_issuing_key(
        options.folder, _shares(options.shares), passphrase, now=context.clock()
    )
    return _written(options, proposed, "")


def _recovery(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    proposed = propose_recovery(options.folder, passphrase, now=context.clock())
    return _written(options, proposed, "recovery")


def _root(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key")
    proposed = propose_root(options.folder, passphrase, now=context.clock())
    return _written(options, proposed, "root")


def _written(options: argparse.Namespace, proposed: Proposed, kind: str) -> Result:
    """Write the proposal and say what it changes; new shares are shown once or written apart."""
    folder = getattr(options, "shares_folder", None)
    written = _write_shares(folder, kind, proposed.shares) if folder and proposed.shares else []
    atomic_write(options.out, proposed.proposal.content())
    lines = [
        *describe([proposed.proposal.about()], word_list()),
        f"Wrote {options.out}. Next, a supervisor or safeguarding lead: outreach org countersign.",
        "What comes back is put into force with: outreach org publish",
    ]
    if written:
        lines += [
            "Print each of these, give each to another person, then delete the files:",
            *written,
        ]
    elif proposed.shares:
        lines += [f"Share {n} of the {kind} key: {t}" for n, t in enumerate(proposed.shares, 1)]
        lines.append("Two of three open it, once it is published. They are shown this once.")
    data = {
        "written": str(options.out),
        "changes": lines[:1],
        "shares": [] if written else list(proposed.shares),
        "shares_written": written,
    }
    return Result(data=data, text="\n".join(lines))


def _write_shares(folder: Path, kind: str, shares: Sequence[str]) -> list[str]:
    private_dir(folder)
    paths = [folder / f"new-{kind}-share-{number}.txt" for number in range(1, len(shares) + 1)]
    for path, share in zip(paths, shares, strict=True):
        atomic_write(path, f"{share}\n".encode())
    return [str(path) for path in paths]


def _countersign(options: argparse.Namespace, context: Context) -> Result:
    raw = read_bytes(options.proposal, FILE_LIMIT_BYTES)
    about = [read_proposal(raw).about()]
    require_words_compared(about, word_list(), compared=options.words_compared)
    with opened_to_sign(options, context) as (workspace, passphrase):
        signer = signer_for(workspace, options, passphrase)
        signed = countersign(workspace.sitting, signer, raw)
        atomic_write(options.out, signed.content())
    changes = list(describe(about, word_list()))
    text = f"{changes[0]}\nCountersigned. Take {options.out} back: outreach org publish."
    return Result(data={"written": str(options.out), "changes": changes}, text=text)


def _publish(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase of the issuing key (the new one, if that)")
    raw = read_bytes(options.proposal, FILE_LIMIT_BYTES)
    shares = _shares(options.shares)
    card = publish(options.folder, raw, passphrase, now=context.clock(), root_shares=shares)
    changes = list(describe([read_proposal(raw).about()], word_list()))
    number = card.configuration.number
    text = (
        f"{changes[0]}\nPublished as configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure. Each of them asks for these words to be compared."
    )
    return Result(data={"configuration": number, "changes": changes}, text=text)


def _shares(paths: Sequence[Path]) -> list[str]:
    return [read_file(path).decode("utf-8", "replace").strip() for path in paths]


def listed_changes(card: OrganisationCard) -> list[dict[str, str | int]]:
    """Return the changes of trust of an organisation, oldest first, with who countersigned."""
    people = {each.certificate_serial: each.initials for each in _people(card)}
    signers = ["", *(people.get(each, "root") for each in card.trust.second_signers)]
    return [
        {
            "number": each.change.number,
            "at": write_instant(each.change.at),
            "kind": each.change.kind.value,
            "who": each.change.content.get("name", ""),
            "second_signature": signer,
        }
        for each, signer in zip(card.configuration.changes, signers, strict=True)
    ]


def changes_table(changes: Sequence[Mapping[str, str | int]]) -> str:
    """Return the changes of trust as a table."""
    rows = [
        (
            str(each["number"]),
            str(each["at"])[:10],
            f"{_KINDS[str(each['kind'])]} {each['who']}".strip(),
            str(each["second_signature"]) or "none: founding",
        )
        for each in changes
    ]
    return table(("No", "Day", "Change of trust", "Countersigned by"), rows)


def _people(card: OrganisationCard) -> list[Person]:
    return [person_of(each) for each in card.configuration.certificates()]
