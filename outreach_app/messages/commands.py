"""What to do, for whoever works at the command line: in place of the words for the window."""

AT_THE_PROMPT: dict[str, str] = {
    "engine.unknown-address": (
        "Look up the name with `outreach form show`, and name the row where the question is in "
        "a table, such as risks[1]/risk_title."
    ),
    "keychain.unavailable": (
        "Nothing needs to be done. Where the computer has a secret store, unlock it and start "
        "again; else switch the setting keychain.freshness_head off."
    ),
    "keychain.file-store": (
        "Ask whoever looks after this computer to remove the package keyrings.alt, or switch "
        "the setting keychain.freshness_head off."
    ),
    "keychain.unsigned": (
        "Ask whoever looks after this computer for the signed release, or switch the setting "
        "keychain.freshness_head off."
    ),
    "services.second-signature": (
        "A supervisor or safeguarding lead signs the proposal with `outreach org countersign`; "
        "nobody signs for themselves. Only where no valid one is left, two shares of the root "
        "key take their place: `outreach org publish --share`. If the file came from somebody "
        "else, do not use it and tell your supervisor."
    ),
    "services.needs-second-signature": (
        "Use `outreach org propose supervisor` with the same request, have the file "
        "countersigned, then `outreach org publish`."
    ),
    "services.words-not-compared": (
        "Compare the words by telephone or face to face with the person or the configuration "
        "manager, who sees them with `outreach org card`. If they are the same, run the command "
        "again with --words-compared. If not, do not, and tell your supervisor."
    ),
    "services.stale-proposal": (
        "Install the current organisation file with `outreach vault configure` and try again. "
        "If that does not help, have the proposal made anew."
    ),
    "services.unlisted-certificate": (
        "Install the current organisation file with `outreach vault configure` and try again. "
        "If it is refused again, tell your configuration manager and your supervisor, by "
        "telephone."
    ),
    "services.no-organisation": "Name the folder that `outreach org create` made.",
    "services.unknown-serial": "Look at the list with `outreach org show`.",
    "services.not-enrolled": (
        "Take your enrolment request to the configuration manager, then run `outreach vault enrol`."
    ),
    "services.unknown-case": (
        "Look at `outreach case list`; a case of another team may have to be shared with you first."
    ),
    "services.unknown-document": "Look at `outreach doc list` and use the name shown there, such as risk_assessment/2.",
    "services.unknown-form": "Look at `outreach form list`.",
    "services.clock-behind": (
        "Set the clock right and try again. If {now} is right, repeat the command with "
        "`--date-is-right`; the signature then says that the clock was behind."
    ),
    "services.unfinished": (
        "Answer them, or say why an answer is missing (not known, prefers not to say, not "
        "asked). `outreach doc show … --missing` lists them all."
    ),
    "services.open-conflict": "Decide with `outreach merge show` and `outreach merge decide`.",
    "services.draft-overtaken": (
        "Look at what differs with `outreach merge show`, then bring the draft onto the newer "
        "version with `outreach merge draft`. To sign it beside the newer version all the same, "
        "use `outreach doc sign --apart`; both are then merged."
    ),
    "services.no-contest": "See `outreach review list` for what waits.",
    "services.undecided-conflicts": "Decide each of them with `outreach merge decide`.",
    "services.several-people": "Say who with --person and the initials.",
    "services.unknown-person": "Look at `outreach vault people list` or `outreach org show` and use the initials.",
    "services.no-valid-recipient": (
        "Look at `outreach org statements`; install the newest organisation file, or ask your "
        "configuration manager."
    ),
    "services.not-in-inbox": "Look at `outreach bundle inbox`.",
    "services.unknown-comment": "Use a question name as `outreach doc show` lists it.",
    "services.ambiguous-recipient": "Name the person by their id, as `outreach org show` lists it.",
    "services.unknown-conflict": (
        "Look at the conflicts with `outreach merge show`, and take ours, theirs, shown or a text."
    ),
    "services.reason-needed": "Say why with --why. Everybody in the organisation can read it: no word about a client.",
    "services.nothing-to-confirm": (
        "Take the file that `outreach org suspend --out` or `outreach org statements --out` wrote."
    ),
    "services.certificate-withdrawn": (
        "Speak with your supervisor. Who left may still send what they hold to a supervisor or "
        "safeguarding lead; who lost a key asks for a new one with `outreach vault request`."
    ),
    "services.old-copy": (
        "Ask your supervisor. Put the newer one back if it still exists; else go on with this one: "
        "`outreach vault accept-old --yes`. It counts as restored from then on."
    ),
    "services.restored-vault": (
        "Import a bundle that a colleague made after that day (outreach bundle import), or "
        "install an organisation file that was issued after it (outreach vault configure). "
        "Whoever has no colleague asks the configuration manager for one, with `outreach vault "
        "request`."
    ),
    "services.restored-keys": (
        "Ask for a new certificate: outreach vault request, then outreach org enrol, then "
        "outreach vault enrol. The one before is withdrawn by that; bundles on their way still "
        "open."
    ),
}
