"""`outreach vault`: make, enrol, look after and check a vault."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from outreach_app.cli.decided import add_settings
from outreach_app.cli.entry import (
    Context,
    add_vault_option,
    add_verb,
    add_words_option,
    opened,
    opened_to_sign,
    read_card_file,
    read_file,
)
from outreach_app.cli.output import Result
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.cli.people import add_newcomer_options, add_people, newcomer, own_words
from outreach_app.crypto.words import fingerprint_words, make_passphrase
from outreach_app.paths import atomic_write
from outreach_app.report.dates import readable_date, readable_instant
from outreach_app.services.backups import back_up, prove_recovery, restore_backup, verify_backup
from outreach_app.services.case_files import only_here
from outreach_app.services.case_words import in_words
from outreach_app.services.configuration import read_card
from outreach_app.services.freshness import Freshness
from outreach_app.services.instants import write_instant
from outreach_app.services.passphrases import rule_before
from outreach_app.services.restored import needs_new_keys, waits_since
from outreach_app.services.shipped import word_list
from outreach_app.services.succession import describe
from outreach_app.services.suspending import is_suspended
from outreach_app.services.tidying import tidy
from outreach_app.services.vaults import (
    make_request,
    make_vault,
    renew_recovery,
    trust_changes,
)
from outreach_app.services.workspace import Workspace
from outreach_app.store.backup import BackupFacts

_WHO = "whose slot to open, if there are several"
_COMPARED = {
    Freshness.FRESH.value: "nothing newer was ever seen",
    Freshness.OLDER.value: "OLDER than what was here before: do not go on, tell your supervisor",
    Freshness.UNKNOWN.value: "nothing to compare with on this computer",
}


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of this module."""
    group = commands.add_parser("vault", help="make, enrol, look after and check a vault")
    verbs = group.add_subparsers(title="commands", metavar="COMMAND", required=True)

    create = add_verb(verbs, "create", _create, "make a vault for its first person")
    add_vault_option(create)
    create.add_argument(
        "--organisation",
        type=Path,
        required=True,
        help="organisation file, or folder that holds it",
    )
    add_newcomer_options(create)
    create.add_argument(
        "--request", type=Path, help="also write the enrolment request to this file"
    )
    add_passphrase_options(create)

    add_verb(verbs, "words", _words, "offer a passphrase of six words")

    request = add_verb(
        verbs, "request", _request, "write the enrolment request of a person", vault=True
    )
    request.add_argument("--out", type=Path, required=True, metavar="FILE", help="file to write")

    enrol = add_verb(
        verbs, "enrol", _enrol, "install the organisation file with one's certificate", vault=True
    )
    enrol.add_argument(
        "--organisation",
        type=Path,
        required=True,
        help="organisation file, or folder that holds it",
    )
    add_words_option(enrol)

    configure = add_verb(
        verbs, "configure", _configure, "install a newer organisation file", vault=True
    )
    configure.add_argument(
        "--organisation",
        type=Path,
        required=True,
        help="organisation file, or folder that holds it",
    )
    add_words_option(configure)

    add_settings(verbs)
    add_verb(verbs, "status", _status, "say how the vault is and what is only here", vault=True)
    add_verb(
        verbs, "tidy", _tidy, "remove left-over files and shorten the logs of drafts", vault=True
    )
    accept = add_verb(
        verbs, "accept-old", _accept_old, "go on with an old copy, as a restored vault", vault=True
    )
    accept.add_argument("--yes", action="store_true", required=True, help="say that it is meant")
    _add_recovery(verbs)
    add_people(verbs)
    _add_backups(verbs)


def _add_recovery(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    recovery = verbs.add_parser("recovery", help="the recovery file for the organisation's shares")
    each = recovery.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_verb(each, "write", _recovery_write, "write the recovery file again", vault=True)
    prove = add_verb(
        each, "prove", _recovery_prove, "rehearse: open a closed vault with the shares alone"
    )
    add_vault_option(prove)
    prove.add_argument("shares", nargs="+", type=Path, help="files with one share each")


def _add_backups(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = add_verb(
        verbs, "backup", _backup, "copy the vault with attachments, checked", vault=True
    )
    backup.add_argument("--out", type=Path, required=True, help="new folder for the copy")
    restore = add_verb(verbs, "restore", _restore, "make a vault out of a backup")
    restore.add_argument("backup", type=Path, help="folder of the backup")
    restore.add_argument("--to", type=Path, required=True, help="new folder for the vault")
    restore.add_argument("--person", metavar="INITIALS", default="", help=_WHO)
    add_passphrase_options(restore)
    verify = add_verb(verbs, "verify", _verify, "check a vault in full, or a backup")
    add_vault_option(verify)
    verify.add_argument("--backup", type=Path, help="check this backup instead of the vault")
    verify.add_argument("--person", metavar="INITIALS", default="", help=_WHO)
    add_passphrase_options(verify)


def _create(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "New passphrase", twice=True)
    raw_card, world = read_card_file(options.organisation), context.world()
    rule_before(world.managed, raw_card).check(passphrase)
    sitting = make_vault(options.vault, raw_card, newcomer(options), passphrase, world)
    try:
        if options.request:
            atomic_write(options.request, make_request(sitting, passphrase))
        root_words = " ".join(fingerprint_words(sitting.card.root, word_list()))
        mine = own_words(sitting.me)
        name = sitting.configuration.name
    finally:
        sitting.close()
    lines = [
        f"Made the vault in {options.vault}, with its recovery file for {name}.",
        f"Compare with the laminated card of {name}: {root_words}",
        f"Words of your own key, for enrolment: {mine}",
    ]
    if options.request:
        lines.append(
            f"Take {options.request} to the configuration manager: outreach org enrol. "
            "What comes back goes in with: outreach vault enrol"
        )
    data = {"vault": str(options.vault), "root_words": root_words, "own_words": mine}
    return Result(data=data, text="\n".join(lines))


def _words(_options: argparse.Namespace, _context: Context) -> Result:
    offered = make_passphrase(word_list())
    return Result(data={"passphrase": offered}, text=offered)


def _request(options: argparse.Namespace, context: Context) -> Result:
    with opened_to_sign(options, context) as (workspace, passphrase):
        sitting = workspace.sitting
        atomic_write(options.out, make_request(sitting, passphrase))
        words = own_words(sitting.me)
    text = f"Wrote {options.out}. Words to compare at enrolment: {words}"
    return Result(data={"written": str(options.out), "words": words}, text=text)


def _enrol(options: argparse.Namespace, context: Context) -> Result:
    raw = read_card_file(options.organisation)
    with opened(options, context) as workspace:
        changes = _changes_of_trust(workspace, raw)
        person = workspace.enrol(raw, words_compared=options.words_compared)
        number = workspace.sitting.configuration.number
    text = (
        f"{person.full_name} is enrolled as {person.role.value.replace('_', ' ')} until "
        f"{readable_date(person.valid_until[:10])} (certificate {person.certificate_serial}, configuration "
        f"{number})."
    )
    text = "\n".join([text, *changes])
    data = {
        "serial": person.certificate_serial,
        "role": person.role.value,
        "valid_until": person.valid_until,
        "configuration": number,
        "trust_changes": changes,
    }
    return Result(data=data, text=text)


def _changes_of_trust(workspace: Workspace, raw: bytes) -> list[str]:
    return list(describe(trust_changes(workspace.sitting, read_card(raw)), word_list()))


def _configure(options: argparse.Namespace, context: Context) -> Result:
    raw = read_card_file(options.organisation)
    with opened(options, context) as workspace:
        changes = _changes_of_trust(workspace, raw)
        restated = workspace.reconfigure(raw, words_compared=options.words_compared)
        configuration = workspace.sitting.configuration
    count = len(restated.now_not_counted)
    text = f"Configuration {configuration.number} of {configuration.name} is in force here."
    if count:
        text += f"\n{count} signed objects do not count any more: their certificate was withdrawn."
    data = {
        "configuration": configuration.number,
        "not_counted": count,
        "trust_changes": changes,
    }
    return Result(data=data, text="\n".join([text, *changes]))


def _status(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        sitting = workspace.sitting
        vault = sitting.vault
        head = vault.journal.head()
        unsent = len(only_here(vault))
        old = sitting.configuration.time_limits().to_check(sitting.today())
        restored = waits_since(sitting)
        suspended = is_suspended(sitting)
        data: dict[str, str | int] = {
            "vault": vault.vault_id,
            "restored_and_waiting_since": write_instant(restored) if restored else "",
            "needs_new_keys": needs_new_keys(sitting),
            "suspended": suspended,
            "organisation": sitting.configuration.name,
            "configuration": sitting.configuration.number,
            "people": len(vault.people.list_active()),
            "enrolled_until": sitting.me.valid_until,
            "recovery_sound": vault.custody.recovery_is_intact(),
            "recovery_rehearsed_on": sitting.configuration.recovery_rehearsed_on,
            "journal_rows": head.n,
            "journal_head": head.hash,
            "drafts": len(vault.drafts.mine()),
            "only_here": unsent,
            "unclean": vault.was_unclean,
            "freshness": workspace.freshness.value,
            "time_limits_to_check": len(old),
            "time_limits": ", ".join(sorted({in_words(row.code) for row in old})),
        }
    return Result(data=data, text=_status_text(data))


def _tidy(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        tidied = tidy(workspace.sitting)
    text = f"Left-over files removed: {tidied.files}. Drafts put in order: {tidied.drafts}."
    return Result(data={"files": tidied.files, "drafts": tidied.drafts}, text=text)


def _status_text(data: Mapping[str, str | int]) -> str:
    recovery = "sound" if data["recovery_sound"] else "MISSING OR CHANGED"
    # A rehearsal with a vault's shares is written nowhere, so "never" would be said of every one.
    day = readable_date(str(data["recovery_rehearsed_on"]))
    rehearsed = f"; rehearsed {day}" if day else ""
    until = readable_date(str(data["enrolled_until"])[:10])
    enrolled = (
        f"Your certificate runs until {until}."
        if until
        else "You are not enrolled yet: outreach vault request --out FILE, and take the file to the "
        "configuration manager."
    )
    if data["suspended"]:
        enrolled += "\nYour certificate is SUSPENDED: what you sign waits, and nothing is shared."
    if data["needs_new_keys"]:
        enrolled += "\nThis vault was restored: ask for new keys with outreach vault request."
    if data["restored_and_waiting_since"]:
        enrolled += (
            f"\nRestored on {str(data['restored_and_waiting_since'])[:10]}: nothing is shared or "
            "taken over before a colleague's bundle or an organisation file made since is here."
        )
    lines = [
        f"{data['organisation']}, configuration {data['configuration']}.",
        f"People who may unlock this vault: {data['people']}.",
        enrolled,
        f"Recovery file: {recovery}{rehearsed}.",
        f"Drafts of yours: {data['drafts']}.",
        f"Signed revisions that are only here: {data['only_here']}.",
        f"Journal: {data['journal_rows']} acts.",
        f"Compared with what this computer remembers: {_COMPARED[str(data['freshness'])]}.",
    ]
    if data["time_limits_to_check"]:
        lines.append(
            f"Time limits that nobody has checked for too long: {data['time_limits_to_check']} "
            f"({data['time_limits']}). Tell the configuration manager."
        )
    return "\n".join(lines)


def _accept_old(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        was_old = workspace.old_copy is not None
        if was_old:
            workspace.accept_old_copy()
    done = "It counts as restored now. Each of its people asks for new keys: outreach vault request"
    text = done if was_old else "Nothing newer of this vault is known here; nothing was changed."
    return Result(data={"accepted": was_old}, text=text)


def _recovery_write(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        renew_recovery(workspace.sitting)
    return Result(data={"written": True}, text="The recovery file was written again.")


def _recovery_prove(options: argparse.Namespace, _context: Context) -> Result:
    shares = [read_file(path).decode("utf-8", "replace").strip() for path in options.shares]
    count = prove_recovery(options.vault, shares)
    text = (
        f"The shares open this vault: {count} signed revisions are readable. Nothing was changed.\n"
        "Whoever looks after the keys records the day: outreach org rehearsed."
    )
    return Result(data={"opens": True, "revisions": count}, text=text)


def _backup(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        facts = back_up(workspace.sitting, options.out)
    return _about_backup(facts, f"Backed up to {options.out} and checked")


def _restore(options: argparse.Namespace, context: Context) -> Result:
    passphrase = read_passphrase(options, "Passphrase on the day of the backup")
    facts = restore_backup(options.backup, options.to, options.person, passphrase, context.world())
    done = _about_backup(facts, f"Restored to {options.to}")
    text = (
        f"{done.text}\nIt is a new device. Each of its people asks for new keys (outreach vault "
        "request), and nothing is shared or taken over before the vault knows what was withdrawn "
        "since: by a colleague's bundle made from now on, or an organisation file issued from now on."
    )
    return Result(data=done.data, text=text)


def _verify(options: argparse.Namespace, context: Context) -> Result:
    if options.backup:
        passphrase = read_passphrase(options, "Passphrase on the day of the backup")
        facts = verify_backup(options.backup, options.person, passphrase)
        return _about_backup(facts, f"{options.backup} is complete and sound")
    with opened(options, context) as workspace:
        workspace.vault.full_check()
        head = workspace.vault.journal.verify()
    text = f"Every page is sound; the journal of {head.n} acts hangs together."
    return Result(
        data={"sound": True, "journal_rows": head.n, "journal_head": head.hash}, text=text
    )


def _about_backup(facts: BackupFacts, done: str) -> Result:
    counts = ", ".join(f"{count} {name}" for name, count in facts.counts.items())
    data = {
        "backup": facts.backup_id,
        "made_at": facts.made_at,
        "counts": dict(facts.counts),
        "journal_rows": facts.head.n,
    }
    return Result(data=data, text=f"{done}: {counts}; made {readable_instant(facts.made_at)}.")
