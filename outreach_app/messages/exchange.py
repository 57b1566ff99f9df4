"""Words for the failures of sharing."""

from outreach_app.messages.wording import Message

MESSAGES: dict[str, Message] = {
    "exchange.sent-meanwhile": Message(
        "Something else was shared meanwhile",
        "While this bundle was made, another one for the same person was written here. This one was "
        "taken away again; nothing was sent.",
        "Share again; the bundle then follows the other one in its row.",
    ),
    "exchange.key-words": Message(
        "Compare the words of the key first",
        "The key of {initials} is used here for the first time, and nobody has said that its twelve "
        "words were compared. Nothing was written.",
        "Call a number that you already know, let the person read their words, then tick the box.",
    ),
    "exchange.name": Message(
        "Type the name of the person",
        "This goes to somebody outside the home team, and what was typed is not their name. Nothing "
        "was written.",
        "Look again whom it is for, then type the full name as it is shown.",
    ),
    "exchange.no-consent": Message(
        "Consent does not cover this",
        "No consent that holds today covers: {uncovered}. Nothing was written.",
        "Leave these out, ask the client, or choose another legal basis and say who decided it.",
    ),
    "exchange.inventory-outdated": Message(
        "The record has changed since the handover was signed",
        "The signed inventory names other versions than the papers have now. What goes must be what "
        "it says, so nothing was written.",
        "Take the handover back and sign it again; its inventory is then made from today's record.",
    ),
    "exchange.consent-not-given": Message(
        "There is nothing to withdraw",
        "This consent was never given, or it is withdrawn already. Nothing was changed.",
        "Look at the list of consents of the case: it says how each stands.",
    ),
    "exchange.basis": Message(
        "A reason and a decision are needed",
        "Without the client's consent it may go only on another legal basis, with a reason of at least "
        "{least} characters and the supervisor or safeguarding lead who decided. Nothing was written.",
        "Call your supervisor or safeguarding lead, then write down the reason and choose who decided.",
    ),
    "exchange.harm": Message(
        "Weigh the harm first",
        "Nobody has said whether sharing this raises the risk to the client or to anyone named in it, or "
        "what is done about a risk. Nothing was written.",
        "Choose “No known added risk”, or describe the risk and what lowers it.",
    ),
    "exchange.address": Message(
        "Why does the address go?",
        "Places and addresses stay here unless there is a reason of at least {least} characters. Nothing "
        "was written.",
        "Write why this person needs the address, or leave it out.",
    ),
    "exchange.part-stays": Message(
        "This part stays here",
        "The part {part} never goes to somebody outside the service. Nothing was written.",
        "Leave this part out, or send it to somebody of your own team.",
    ),
    "exchange.nothing-outside": Message(
        "Nothing of this is for somebody outside",
        "What was chosen holds only what is weighed and decided among ourselves, or parts that stay here. "
        "Nothing was written.",
        "Choose the papers that this person needs.",
    ),
    "exchange.no-number": Message(
        "No number to call",
        "The record of this agency has no telephone number, so the digits could not be read out to a "
        "number that you know. Nothing was written.",
        "Look the number up yourself, never in the request, and write it into the record of the agency.",
    ),
    "exchange.copy-not-verified": Message(
        "The file could not be opened again",
        "The protected file was written and does not open as it should. It was taken away again.",
        "Try another stick or folder. If it happens again, tell whoever looks after this computer.",
    ),
    "exchange.not-approved": Message(
        "A supervisor approves it first",
        "This referral is not approved, and it is not marked as an emergency. Nothing was written.",
        "Share the case with your supervisor and wait for the approval, or call them. In an emergency "
        "set the urgency to “Now” and call first.",
    ),
    "exchange.other-receiver": Message(
        "This referral is for another agency",
        "The referral names another receiving agency than the one chosen. Nothing was written.",
        "Choose the agency that the referral names, or write a new referral that corrects this one.",
    ),
}
