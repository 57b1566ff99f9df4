"""Words for the failures of `services`."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "services.body-format": Message(
        "Damaged or foreign content",
        "A signed {kind} does not have the fields it must have. Nothing was taken in.",
        "Ask the sender to export again with a current version of the program.",
    ),
    "services.organisation-file": Message(
        "Organisation file not accepted",
        "The organisation file is damaged, or its signatures do not fit together. Nothing was "
        "changed.",
        "Get the file again from your configuration manager and compare the words on the card.",
    ),
    "services.other-organisation": Message(
        "Another organisation",
        "The file belongs to an organisation with another root key. Nothing was changed.",
        "Check that you have the right file; compare the words on the laminated card.",
    ),
    "services.trust-log": Message(
        "Record of changes of trust not accepted",
        "In the organisation file the record of who may sign for the organisation does not hold at "
        "entry {number}. Nothing was changed.",
        "Do not use this file. Tell your configuration manager and your supervisor, by telephone.",
    ),
    "services.second-signature": Message(
        "A second signature is missing",
        "Change of trust {number} (of the root key, the issuing key, the recovery shares or the "
        "supervisors) has no second signature that counts. Nothing was changed.",
        "A supervisor or safeguarding lead countersigns the proposal in their own window, under "
        "Contacts; nobody signs for themselves. If nobody valid is left, two holders of sheets "
        "of the root key take their place, with the configuration manager. If the file came "
        "from somebody else, do not use it and tell your supervisor.",
    ),
    "services.uncountersigned-supervisor": Message(
        "A supervisor whom one person alone made",
        "Certificate {serial} in the organisation file makes somebody a supervisor or safeguarding "
        "lead, and nobody countersigned it. Nothing was changed.",
        "Do not use this file. Tell your configuration manager and your supervisor, by telephone.",
    ),
    "services.needs-second-signature": Message(
        "Two people decide this",
        "This would make somebody a supervisor or safeguarding lead, which one signature is not "
        "enough for. Nothing was changed.",
        "Make a proposal of the same request, have a supervisor or safeguarding lead "
        "countersign it, then put it in force.",
    ),
    "services.words-not-compared": Message(
        "Words to compare first",
        "This changes whom this laptop believes: {changes}. Nothing was changed yet.",
        "Compare the words by telephone or face to face with the person or the configuration "
        "manager. If they are the same, go on and say so. If not, do not, and tell your "
        "supervisor.",
    ),
    "services.other-history": Message(
        "The file contradicts what is here",
        "The organisation file differs from the one held here in what can only grow: {what}. Nothing "
        "was changed.",
        "There may be two files of one number. Tell your configuration manager, and compare the "
        "words of the root key.",
    ),
    "services.proposal-format": Message(
        "Proposal not accepted",
        "The proposal is damaged, or neither the root key nor the issuing key of your organisation "
        "signed it. Nothing was signed.",
        "Ask your configuration manager for the file again.",
    ),
    "services.stale-proposal": Message(
        "The proposal does not fit any more",
        "Since it was made another change of trust came into force, or the organisation file here is "
        "not the current one. Nothing was signed.",
        "Install the current organisation file (Settings, My certificate) and try again. If "
        "that does not help, have the proposal made anew.",
    ),
    "services.other-shares": Message(
        "Not the shares of the root key",
        "The shares fit together, but they make another secret than your organisation's root key. "
        "Nothing was changed.",
        "Check that they are shares of the root key and not of recovery, and none from before a "
        "change of the root.",
    ),
    "services.unlisted-certificate": Message(
        "A certificate that is not in the directory",
        "Something was signed with certificate {serial}, which the organisation's directory does not "
        "have, or has otherwise. Nothing was taken in.",
        "Install the current organisation file (Settings, My certificate) and try again. If it "
        "is refused again, tell your configuration manager and your supervisor, by telephone.",
    ),
    "services.older-configuration": Message(
        "Older configuration",
        "The file has configuration {found}; this vault already holds {held}. Nothing was changed.",
        "Ask your configuration manager for the current organisation file.",
    ),
    "services.organisation-exists": Message(
        "Organisation already there",
        "The folder already holds an organisation. Nothing was changed.",
        "Choose an empty folder, or work with the organisation that is there.",
    ),
    "services.no-organisation": Message(
        "No organisation here",
        "The place named holds no organisation file or no issuing key.",
        "Choose the folder in which the organisation's keys were made; it usually lies on a "
        "stick in a safe.",
    ),
    "services.request-format": Message(
        "Enrolment request not accepted",
        "The request is damaged or was not signed by the key that it names. No certificate was "
        "issued.",
        "Make a new request on the laptop and bring that file.",
    ),
    "services.issuing-key-closed": Message(
        "The issuing key stays closed",
        "The passphrase does not open the issuing key, or its file is damaged. Nothing was changed.",
        "Check Caps Lock and the keyboard language, then try again. If the passphrase is lost, a new "
        "issuing key has to be made with two shares of the root key.",
    ),
    "services.unknown-serial": Message(
        "No such certificate",
        "No certificate with number {serial} was issued here.",
        "Look at Contacts for the certificates that there are.",
    ),
    "services.not-enrolled": Message(
        "Not enrolled yet",
        "There is no certificate for you in this vault, so nothing can be signed or shared yet. "
        "Everything that you wrote is kept.",
        "Take your enrolment request to the configuration manager, and install the organisation "
        "file that comes back (Settings, My certificate).",
    ),
    "services.certificate-not-listed": Message(
        "Certificate not in the file",
        "The organisation file has no certificate for your key. Nothing was changed.",
        "Check that the configuration manager enrolled the request of this laptop.",
    ),
    "services.not-allowed": Message(
        "This is not allowed here",
        "“{act}” was refused: {reason}. The attempt is in the journal. Nothing was changed.",
        "Ask somebody whose role allows it, or your supervisor.",
    ),
    "services.no-purpose": Message(
        "Please say why",
        "A case that is not yours opens with a reason of {least} to {most} characters. It was not "
        "opened.",
        "Write in a sentence what you need to know and for what, without names. Your reason goes "
        "into the journal of this laptop.",
    ),
    "services.unknown-case": Message(
        "No such case",
        "No case here has the reference “{reference}”.",
        "Look at Cases; a case of another team may have to be shared with you first.",
    ),
    "services.unknown-document": Message(
        "No such document",
        "The case has no document called “{name}”, or more than one fits.",
        "Look at the documents of the case; it may have been merged with another meanwhile.",
    ),
    "services.unknown-form": Message(
        "No such form",
        "There is no form called “{name}” here.",
        "Ask your configuration manager to release the form.",
    ),
    "services.form-not-allowed": Message(
        "Form not released",
        "The organisation has not released this version of “{name}” for new documents. Documents "
        "made on it can still be read.",
        "Ask your configuration manager to release the form.",
    ),
    "services.clock-behind": Message(
        "The date may be wrong",
        "This computer says {now}, but the vault was open on {seen} already. Nothing was signed; "
        "everything entered is saved.",
        "Set the clock right and try again. If {now} is right, say so and sign again; the "
        "signature then says that the clock was behind.",
    ),
    "services.unfinished": Message(
        "Not finished yet",
        "Still needed before this can be signed ({count}):\n{questions}\nEverything entered so far "
        "is saved.",
        "Answer them, or say why an answer is missing (not known, prefers not to say, not "
        "asked). “What is missing” in the form lists them all.",
    ),
    "services.foreign-draft-rows": Message(
        "The draft was changed by somebody else",
        "{count} changes in this draft were not written with your passphrase. Nothing was signed "
        "and nothing was lost.",
        "Look at the draft's history, correct what is not yours, and tell your supervisor.",
    ),
    "services.open-conflict": Message(
        "Two versions to decide on",
        "This document was edited in two places and {count} answers differ. Both versions are kept.",
        "Open the document and decide each difference.",
    ),
    "services.draft-overtaken": Message(
        "A newer version is there",
        "{by} signed a newer version on {at}, after this draft was begun. Nothing was signed; the "
        "draft is as it was.",
        "Look at what differs, then bring the draft onto the newer version. It can also be "
        "signed beside the newer version; both are then merged.",
    ),
    "services.no-contest": Message(
        "Nothing to decide about this case",
        "Only one first record of the case is here, or all of them agree. Nothing was signed.",
        "See the Inbox for what waits.",
    ),
    "services.nothing-to-merge": Message(
        "Nothing to merge",
        "The document has only one newest version.",
        "There is nothing to do.",
    ),
    "services.undecided-conflicts": Message(
        "Conflicts are still open",
        "{count} answers were changed in both versions and are not decided: {questions}. Both "
        "versions are kept.",
        "Decide each of them.",
    ),
    "services.exit-blocked": Message(
        "The exit is blocked",
        "This stands in the way: {blocks}. The checklist is saved.",
        "Resolve each point; where the rules allow it, the supervisor can decide otherwise.",
    ),
    "services.already-judged": Message(
        "Already said",
        "This version is {state} already. A second signature of the same kind would add nothing, "
        "and nothing was signed.",
        "To add something, comment on it; to take it back, return it with the reason.",
    ),
    "services.several-people": Message(
        "Who are you?",
        "Several people can unlock this vault: {people}.",
        "Choose who you are.",
    ),
    "services.unknown-person": Message(
        "Nobody of that name",
        "Nobody here goes by “{name}”.",
        "Look at Contacts and choose the person there.",
    ),
    "services.no-valid-recipient": Message(
        "No valid certificate",
        "There is no certificate for “{name}” that is valid today: it ended, was withdrawn or is "
        "suspended, or there never was one. Nothing was written.",
        "Look at Contacts for who is suspended or withdrawn; install the newest organisation "
        "file, or ask your configuration manager.",
    ),
    "services.recipient-key-expired": Message(
        "The key has ended",
        "The certificate of “{name}” ended on {ended}. Nothing was written.",
        "Import the newest organisation file and choose the person's current certificate.",
    ),
    "services.nothing-to-export": Message(
        "Nothing to share",
        "The choice holds no signed document. Drafts never leave the laptop.",
        "Sign what you want to share first.",
    ),
    "services.bundle-number-reused": Message(
        "Two bundles with one number",
        "Another bundle with the same number is already here. Neither was changed, the new one was "
        "not taken in.",
        "Tell your supervisor: the sender's laptop may have been copied.",
    ),
    "services.not-in-inbox": Message(
        "Not in the inbox",
        "The inbox has no bundle called “{name}”.",
        "Look at the Inbox; somebody who shares this laptop may have taken it over.",
    ),
    "services.content-mismatch": Message(
        "The bundle does not fit together",
        "A {what} inside does not fit what was signed. Nothing was taken in.",
        "Ask the sender to export again, and tell your supervisor.",
    ),
    "services.copy-differs": Message(
        "A readable copy differs",
        "A plain-text copy inside the bundle does not say what was signed. Nothing was taken in.",
        "Do not rely on the copy. Ask the sender to export again, and tell your supervisor.",
    ),
    "services.unknown-comment": Message(
        "No such question",
        "The document has no question called “{question}”. Nothing was written.",
        "Open the document again and put the remark at a question that it has.",
    ),
    "services.markers-found": Message(
        "Readable traces found",
        "{count} texts of the sample case were found readable outside the encrypted files: {files}.",
        "This is a fault of the program. Please report it; see SECURITY.md.",
    ),
    "services.part-withheld": Message(
        "Part not held here",
        "The version before this one has a part ({part}) that was not given to you, so it cannot "
        "be changed here. Nothing was signed.",
        "Ask somebody who holds the whole document to make this change.",
    ),
    "services.ambiguous-recipient": Message(
        "More than one person",
        "More than one person goes by {name}. Nothing was written.",
        "Choose the person in Contacts by their full name.",
    ),
    "services.unknown-part": Message(
        "No such part",
        "There is no part called {part} that may be sent. Nothing was written.",
        "Choose among the main part (main), places and addresses (location), specially protected "
        "details (special), safety of staff (staff), facts about other people (third_party), "
        "what is weighed and decided among ourselves (internal) and what the forms read of the case "
        "(casefile).",
    ),
    "services.own-certificate-ended": Message(
        "Your certificate has ended",
        "Your certificate ended on {ended}. You can go on working, and send bundles to your "
        "supervisor and safeguarding lead only. Nothing was written.",
        "Ask your configuration manager for a new certificate.",
    ),
    "services.unknown-revision": Message(
        "No such version",
        "No signed version goes by {name} here. Nothing was changed.",
        "Look at the history of the document for its versions.",
    ),
    "services.unknown-conflict": Message(
        "Not in conflict",
        "{question} is not in conflict, or cannot be decided that way. Nothing was signed.",
        "Open the document again and decide what is shown there.",
    ),
    "services.comment-missing": Message(
        "Words are missing",
        "A comment or a return needs words: what is asked, or what is to change. Nothing was "
        "signed.",
        "Write what you mean, at a question or for the whole document.",
    ),
    "services.recovery-does-not-open": Message(
        "Recovery does not open this vault",
        "The shares were read, but they do not open this vault: they are not the recovery shares of "
        "its organisation, or its recovery file or database is not its own. Nothing was changed.",
        "Take the shares marked as recovery, and a folder whose files all belong to one vault.",
    ),
    "services.reason-needed": Message(
        "A reason is needed",
        "A suspension needs its reason in one line of at most {most} characters. Nothing was signed.",
        "Say why in one line. Everybody in the organisation can read it: no word about a client.",
    ),
    "services.suspension-ahead": Message(
        "A suspension begins at once",
        "It would begin only on {since}. Nothing was signed.",
        "Leave the day out, or name the day since when the person's work should wait.",
    ),
    "services.nothing-to-confirm": Message(
        "Nothing to confirm",
        "The file holds no suspension that waits for the organisation's word. Nothing was changed.",
        "Take the file that the supervisor saved when they suspended somebody.",
    ),
    "services.suspended": Message(
        "Your certificate is suspended",
        "A supervisor or safeguarding lead suspended your certificate from {since} on. You can read "
        "and write; nothing is shared or taken over, and what you sign waits. Nothing was written.",
        "Speak with your supervisor. If nobody confirms the suspension within 14 days, it lapses.",
    ),
    "services.certificate-withdrawn": Message(
        "Your certificate was withdrawn",
        "The organisation withdrew your certificate from {since} on. Nothing was written.",
        "Speak with your supervisor. Who left may still send what they hold to a supervisor or "
        "safeguarding lead; who lost a key asks for a new certificate (Settings, My "
        "certificate).",
    ),
    "services.restored-vault": Message(
        "This vault was restored from a backup",
        "It was restored on {restored} and does not know yet what was withdrawn or suspended since "
        "the backup. You can read and write; nothing is shared or taken over. Nothing was changed.",
        "Take in a bundle that a colleague made after that day, or install an organisation file "
        "that was issued after it. Whoever has no colleague asks the configuration manager for "
        "one (Settings, My certificate).",
    ),
    "services.old-copy": Message(
        "This is an old copy of the vault",
        "This computer has seen a newer one. You can read and write; nothing is shared or taken over "
        "until somebody decides. Nothing was changed.",
        "Ask your supervisor. Put the newer one back if it still exists; else decide to go on with "
        "this one, which counts as restored from then on.",
    ),
    "services.restored-keys": Message(
        "This vault needs new keys for you",
        "It was restored on {restored}, and your certificate belongs to the device before. You can "
        "read and write; nothing is shared. Nothing was changed.",
        "Ask for a new certificate under Settings, My certificate. The one before is withdrawn "
        "by that; bundles on their way still open.",
    ),
}
