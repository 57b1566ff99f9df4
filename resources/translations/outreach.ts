<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>about</name>
    <message>
        <source>About Outreach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledgements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program never does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never connects to a network, and asks no server for anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never sends a bundle itself: a person carries or mails it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no second key: nobody can open a vault without a passphrase or the organisation&apos;s recovery shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot hide itself, wipe a disk for certain, or stop a camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mozilla Public Licence 2.0. Anybody may use, study, share and change this program; changed files stay under the same licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does everything work on this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try every part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check could not be started, or gave no answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) do not work. Tell whoever looks after this computer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program makes a vault that nobody needs, writes, signs, seals and prints in it, and removes it. That takes up to a minute. Your own vault is not touched, and the outcome names nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking into the folder for updates …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file in it is what two people released. Whoever looks after this computer installs it; the program installs nothing itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, SHA-256 {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its date lies in the future: look at the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no installer for this computer in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing newer in the folder for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update is ready in the folder for updates: version {version}, checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Code word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children and dependants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to find out: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No need, risk, goal or exit item is written for this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} actions done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}, {done} of {all} actions done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All consents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who received what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal, in the client&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to reach the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Worry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent to share stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No support plan is signed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way to reach the client is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw consent: {consent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agency} received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {document}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise {document}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is signed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is looked at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk assessment: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate safety screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open safety flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit with check-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} Risk: {level}, {trend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk: {level}, {trend}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Consent: {for_what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flag: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the flag {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support plan review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{named} and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No consent to share stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is not shared with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases / {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n assessment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show as drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● ─ judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>□ ╌ the rules indicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ ┄ how safe the client feels, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>① events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk over time as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No risk assessment is signed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} · next review {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is not shown at night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk over time, {count}. Arrow keys go from day to day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feels safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: judged {judged}, indicated {indicated}, {feeling}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own feeling not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged {judged}, indicated {indicated}, {feeling}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feels safe {number} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found inside notes and documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {document}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the whole record of this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case that is not shared with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if you must: it opens for reading until this laptop locks. Your name, the time and your reason stay in this vault&apos;s journal, and your supervisor is told, also where it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you open it, in a sentence and without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the client lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An exploiter knows this place, or may know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidential: not to be passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date of birth that would fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything may stay empty; what you know is enough to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you know so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this person already here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and dates of birth are compared as you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) could not be taken; all others are saved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the case and give them in its forms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin, then immediate safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody among the cases that you may see is like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the list. Choose one of it, or empty the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A further case for this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was told and what is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National Referral Mechanism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this decision does not mean, to say to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client explained back: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record an NRM event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the NRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Go on explaining: %n point(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A double click or Enter opens a case. Names are shown only when you ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) here are not shared with you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Highest or latest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest or earliest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case fits what you ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show names</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search names, references and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names, references, notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one with a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, a click orders by one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consent</name>
    <message>
        <source>✓ Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saying so is enough to withdraw. A refusal is respected: nobody asks again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what they answered…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Asked to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Asked to delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They answered: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who received what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent is signed in this case yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rests on it and has not left: {referrals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received something: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases / {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw: {consent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written, not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the journal of this laptop and from signed records of transmission: it knows what was written here, and what colleagues have recorded and sent you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n disclosure(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what basis: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {agency} received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has received anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support goes on. What was shared before stays in the history: tell the client what cannot be called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by the client to {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else may be in danger: the safeguarding lead decides before sharing stops. Ask today, and write the decision into the consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the client leaves the NRM, in writing or through the First Responder. The decision process closes and government-funded support ends. Offer legal advice first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s) to share in the plan end</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) already written: do not hand them over, and delete them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has received anything on this consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not leave any more: referral {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask to stop and to delete: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>say how you will find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer to “{question}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} asks ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Correct this version” begins from your answers, with each comment at its question; {name} sees what changed. “Revise…” is for something new in the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) at questions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This question is not asked any more, or its entry is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} by {who}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {name} asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client raised it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record may be wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, with a reason: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it asked again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in by the supervisor’s review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 3 Feb 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 3 Feb 2026 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a day. Write it as 3 Feb 2026, 3/2/2026, today or yesterday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a day with a time. Write it as 3 Feb 2026 14:30, or now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a time. Write it as 14:30 or 2.30pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one before is of {day} · its answers stand beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun from the version of {day} · changes are marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed was not accepted and is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is not on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn with the mouse. With the keyboard, write the name instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {kib} KiB, encrypted in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drawn signature. A name under “Who” with how it was given is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file yet. At most {mib} MiB. Pictures are kept without the place and time that telephones hide in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read, or is larger than {mib} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is stored whole ({kib} KiB). It is not a picture, so it cannot be shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likely}, {severe}: {score} of 25, {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shape} {band}: {score} of 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likelihood} – and: {severity}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! One answer is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Saved {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already recorded – do not ask again unless the client raises it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space goes on, plus and minus change the size, Escape closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing. Every answer is saved as you give it, in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an initial assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stop of Tab; the arrow keys go from section to section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missing …</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still needed to sign</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{answered} of {total} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my draft up to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began your draft from the version before. Nothing of either is lost: you see both side by side and decide what your draft says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or sign your draft as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign my draft beside it, as a second version, on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your supervisor sees it when you share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed. It is only on this laptop so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions wait to be merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people changed it apart. You read one of the two; where they differ, the more cautious answer counts until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version came: {who} signed it on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval and sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then both versions stand, yours and that of {who}, until somebody merges them. Where they differ, the more cautious answer counts meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put in order yet. Alt+Up and Alt+Down move a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF as signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only immediate safety and what the client wants are asked now. Everything written in the other sections is kept; go on with them when it is private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interpreter was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause until there is another one. Everything is saved, and you come back to this question. Write down the worry about the interpreter before you go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not safe to talk: stop, and agree the next safe contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others can hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public place: ask nothing here about the exploitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed. To change it, begin a new version; this one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form is read in: {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft begins from the signed version. The signed version stays as it is, for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a signed document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To go on with it: something new is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To correct a mistake in what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take over %n row(s) of the last one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ A reviewer asks something here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are documents of the case; begin new ones there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up: {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down: {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n choice(s) fit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one from the list: several fit what you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list: nothing in it is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices: {q}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken over.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Section before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over the codes that have no answer yet, no free text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here has an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do before signing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What changed since the last version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{document}, {answers}. It stands under your name, as below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To think of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you wrote is saved meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign: {document}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands against signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 999. Then record it here: flags open at once, with what to do for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it adds up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record immediate danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags to think of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items suggest them. Raise each, or say why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your judgement: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last assessment: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If danger is immediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no follow-up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Shorten it, or attach the rest as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not saved; there is no answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed in every assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed from an initial assessment on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed for a full assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was: {answer} ({day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not saved; the last answer is kept: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This should be {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>handing</name>
    <message>
        <source>Answer to the handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the service answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said it: name, role, how it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed, what is missing (may stay empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their receipt as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no PDF of at most 8 MB; nothing was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the case first. With “Accepted” you answer for it from your signature on; until then, or if you do not take it over, it stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their receipt (PDF)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the day of the handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes, what stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What night staff must know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the safety of staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover meeting on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fingerprint {mark}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their receipt is kept with the handover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose to whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the inventory: %n thing(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the handover…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{giver} answers for the case until it is accepted. Nothing is hidden or lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the case over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {name}, from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases / {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {name}, with the whole case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>To {name}, with %n paper(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} may open the case from now on. You answer for it until they accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the handover back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over to somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look through the case, then accept it or say why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the inventory…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover of {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On another laptop it arrives with the bundle, and the answer comes back with theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file and carry it. When they have answered, write it down here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You lead the case now. Send your answer back with a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the exit checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleague who takes the case over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service that takes the client on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service is recorded in this case. Record it first: “New…”, “Agency involved”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving worker, name and role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover meeting on, if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signed paper(s) of the case with their files, places and addresses included.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only the main part of each. The part for the safety of staff never goes; an address goes only where the file is made, with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it applies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decided it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Consent covers all that is ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover note, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent to share with this service stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most: what works, what does not, what the client wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They look through the case and accept it by signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With consent or another basis. The record stays with us, and so does the time for which it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays here, as its writer wanted: {papers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its writer keeps it out of bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent does not cover: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message numerus="yes">
        <source>%n page(s) with these words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here is on this laptop. F1 opens the page for where you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try one word, or another one. All pages stay in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer knows no printer. Help can be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>laptop</name>
    <message>
        <source>Its encrypted beginnings still lie there: {folder}. They count for nothing and go when the stick is in while you unlock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Sound. Made on {at}: {content}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An encrypted copy of everything on this laptop, attachments included. Put it on a stick or another disk, and keep that apart from the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this laptop were lost today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a stick in, then choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose stick or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stick or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try an older backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase on the day of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was written would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens with the passphrases that everybody on this laptop has today. You can go on working meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the laptop&apos;s own disk: who loses the laptop loses this copy too. A stick is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was left on the stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it is read and compared, as a restore would do; nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To restore one, lock this vault and choose “Another vault or a backup”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Now everything is read again and compared…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder {name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Made and checked: {content}. Its folder is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has put an earlier copy of the vault&apos;s folder in its place: by a repair, a system restore, or on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written, signed, received or withdrawn after that day is not in it. What went out in bundles is with your colleagues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read and write here. Nothing is shared or taken over until it is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the newest state of this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted by opening it. Take a moment before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you did not expect this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the newer one is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My supervisor knows, and agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was opened now ends on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has seen something newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has seen the vault as it was on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) in the journal are missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What this computer knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now, change nothing, and call your supervisor. Ask whoever looks after the laptop whether a folder was put back, and where the newer one is: once it lies in its place again, everything is as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on with this copy. It then counts as restored: you ask for a new certificate, and nothing is shared before a colleague&apos;s bundle or a new organisation file has told what changed meanwhile. Your decision goes into the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing newer of this vault is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enrolled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the laptop to {name} now, and look away: nobody else types or sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} opens this laptop from now on. Lock it, and let them unlock: their first page is about enrolment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not open this laptop any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who opens this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people can share a laptop. Each has a passphrase of their own and sees what their role allows. Nobody needs to know another&apos;s passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Who is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Their own passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their passphrase opens this laptop no more, not even a copy that somebody makes of it from now on. What they signed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their drafts that were not signed stay in the vault, but nobody can sign them. Ask them to sign first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is encrypted anew. The window stands still meanwhile, up to some minutes. Do not switch the laptop off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that were made before still open with their old passphrase: destroy them when you have made a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypting everything anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They must be here to choose their passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take their way in away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name, kept inside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials, shown on the unlock page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their work (your organisation decides)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the way in of {name} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If somebody saw it, or if it was never easy to remember. It takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Changed. From now on only the new one opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that were made before still open with the passphrase of their day. If somebody saw it, make a new backup and destroy the older ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of today is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it in the first field, then the new one again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the new key…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>Record the incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records say otherwise, and nobody may judge against them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, in at least 20 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged against the records: the supervisor has to agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged against the records, with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has to be resolved first; nobody may judge against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– Does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the records say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there and change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this check looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write it: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {document}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each check shows what the records say. You decide; where you decide against them, say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, date and kind of exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this reason needs instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing summary and signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{settled} of {total} checks are settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of your signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Closed by the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed. The supervisor closes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{settled} of {total} checks are settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the supervisor closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client’s view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exit has begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the exit checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixteen checks are read from the records. The caseworker decides, the client is heard, the supervisor closes. Tell the client before you begin: no ending comes as a surprise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels ready: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what the client says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First goals met: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels safe: {score} of 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no room to write. Everything that was saved before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space there – on the stick, or on this computer – then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This place cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder or file is read-only for you. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or ask whoever looks after this computer for the right to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer could not read or write a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason given: {reason}. What was saved before is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder, and that the disk or stick is still connected. If it goes on, make a backup and have the disk checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vault may not live in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is copied to a network or a cloud ({kind}). Copies would lie where nobody can delete them, and copying an open vault damages it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk that no other program copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed record is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record is {what}. It was not used, and nothing here was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to make the bundle again. If it happens again, tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open your place in this vault. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard language, then try again. If you have forgotten it, ask for recovery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase has between 1 and {longest} characters that a keyboard can give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {characters} characters, of at least {least_characters}, and {strength}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the six words that the program offers, or a longer sentence of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault&apos;s settings are not safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of a person in this vault asks for {memory_kib} KiB of memory, {time} passes and {lanes} lanes, which is outside the range that is allowed. Somebody may have changed the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not type your passphrase again. Tell your supervisor; open a backup instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking needs {memory_mib} MiB of free memory, and this computer cannot give it now. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents are damaged, or belong to another key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again from the original file, or from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not an Ed25519 public key as OpenSSH writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole line, from ssh-ed25519 to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not an address to encrypt to. It starts with age1 and has 62 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the recipient&apos;s contact card instead of typing the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a key to decrypt with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not an age identity. It starts with AGE-SECRET-KEY-1 and has 74 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from where it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front of the file breaks the format: {what}. Nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file again from the stick, or ask the sender for a new bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of file is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is {what}. Bundles are files of another kind. Nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to export with this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle has at most {largest_mib} MiB. Nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to export in several bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is for you, but its contents were damaged or cut short. Nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle is not for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the keys here opens it: it was made for other people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender whom it is for, and to add you if you should have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature of a record is {what}. The record was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender for a new bundle. If it happens again, tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is for something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature was made for another kind of record than {expected}. The record was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the file and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record was changed after it was signed, or was signed by somebody else. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff certificate is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A staff certificate is {what}. What it signed was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who gives out certificates for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff certificate is not from this organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was signed by a key that is not on the list of issuing keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the newest list of issuing keys. If it still fails, tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff certificate is forged or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate does not match its own signature. What it signed was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff certificate is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate, or the key that issued it, starts on {starts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the date of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The staff certificate has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate, or the key that issued it, ended on {ended}. Saved work stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who gives out certificates for a new one. Check the date of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to another organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record or certificate names another organisation than this vault&apos;s. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of issuing keys is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of issuing keys is {what}. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the holder of the organisation&apos;s root key for a new list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of issuing keys is not from this organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was signed by another key than the organisation&apos;s root key. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the root key&apos;s words with the laminated card, and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed record is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed record does not have the parts that it must have. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed record stands in the wrong place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of the kind {found} was found where {expected} belongs. It was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was written by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record has format {found}; this program knows formats up to {known}. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program, then open the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of passphrases is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that lists who can open this vault is {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tries its second copy by itself. If both are damaged, use a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was used by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that lists who can open this vault has format {found}; this program knows formats up to {known}. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program, then open the vault again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of passphrases was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that lists who can open this vault was changed by something other than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your supervisor before you go on. Open a backup if nobody can explain it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no place in this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault has no passphrase for the person chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or ask a colleague who can open the vault to add you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of this share is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share has a mistyped, missing or swapped word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare each word with the paper. Every share has the same number of words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These shares do not fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares are too few, too many, or come from different sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter as many different shares of one set as the paper says are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery file is not in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery file opens, but does not hold the key of a vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery file from the newest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word list is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s list of words has {found} usable words and needs {needed}. The installation is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same sheet again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is share {number}, which was entered already. Two different ones are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the sheet of the second person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets that do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sheets are whole, but they are of two different keys, or one is from before a change of the shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what stands at the top: both must be sheets of the recovery key, written on the same day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you chose is a folder, a link or a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the bundle itself: a file whose name ends in .age.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large for a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {size_mib} MiB; a bundle has at most {limit_mib} MiB. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you chose the right file. Large cases come as several bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was not written correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read back differs from what was written, so the file was removed. Your records are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another stick or folder. A stick that does this again should be thrown away safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle is not well formed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents end too early. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file again from the stick. If that does not help, ask the sender for a new bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents are packed in another way than this program packs them. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was added behind the contents. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item inside has a name that is not allowed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two items inside have the same name. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {limit} items inside. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of contents, its signature or the end is missing. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filling at the end is not as it should be. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle cannot be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was signed by somebody who shows no certificate. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this bundle. Tell your supervisor, and ask the sender by telephone, on a number that you already have, whether they sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names another sender than the certificate it was signed with. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names another organisation than the certificate it was signed with. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list of contents breaks the format at “{field}”. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not list you as a recipient: somebody else sealed it anew for you. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sealed to {sealed} keys, but the sender listed {listed}. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists an item of a kind that is not known. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item that is listed is missing or out of its place. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains an item that is not listed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lists an item ({kind}) larger than the {limit_kib} KiB that are allowed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item has another size than listed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item is not the one that was listed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item&apos;s name does not fit its contents. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item stands without the one it belongs to, such as a record without its signature. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of a record are cut short. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says about an attached file is damaged. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A readable copy contains characters that are not text. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to send it to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle needs at least one recipient. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who should be able to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle can be sealed to at most {limit} keys. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer people, or make two bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much for one bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contents have {size_mib} MiB, and one bundle takes {limit_mib} MiB. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it as several bundles, or choose fewer records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One record is too large to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record with its attached files does not fit into a bundle of {limit_mib} MiB. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out or shrink the largest attached file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of timescales is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} cannot be read: the column “{column}” is wrong. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who looks after the configuration for a corrected table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crisis steps cannot be taken as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {row} does not fit: it needs the code of a flag or nothing, “step” or “number”, words of at most 300 letters, and for a number the digits as they are dialled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the row, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crisis steps have changed meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration {number}, the newest in the folder of the keys, has other steps and numbers than the ones you began from. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the newest organisation file to this laptop first, then make your changes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time limit is set for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of timescales has no row “{name}” for {jurisdiction} on {day}, so the program cannot work out a date. Your record is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree the date with your supervisor, and ask for the row to be added to the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time limit cannot be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row “{name}” counts in {unit}, and what it counts from is not known well enough. Your record is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the date it counts from, or ask for the row to be corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of this document do not fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were made with different layouts at “{address}”, so they cannot be compared question by question. Both are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open both versions side by side and write a new one from what is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot do this here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}” was not done: {reason}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a colleague or supervisor who may do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has {count} faults: {faults}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the cells named above in the spreadsheet and check the form again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form, or a list that belongs to it, is larger than {limit_mib} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the form or shorten its lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of this form cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} that belongs to the form is damaged or of the wrong kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever sent the form for the file again. Nothing you wrote was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prepared form must be prepared again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prepared copy of a form was made by another version of the program or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program prepares it again from the form itself. No answers are concerned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored answers cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers do not fit the form at {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Open the last signed revision or ask for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not an answer to this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question {question} takes {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the answer in that way. The earlier answer was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to {question} is longer than {limit} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it or put the rest in an attachment. The earlier answer was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form has no such question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this form has the address {address}, or the name stands for more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the form and open the question again. If it happens again, tell whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is filled in by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} is calculated or only shows something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answers it is made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for another row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} has {limit} rows, which is the most it can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a row that is there, or start a new document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form decides how many rows there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of rows of {question} follows from another answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answer that says how many there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form asks for too much calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer set off more than {limit} steps of calculation, so it was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the author of the form. The earlier answers were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s secret store does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program can go on without it. Only the notice that an old copy of the vault was put in place of the newest one is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done. Where the computer has a secret store, unlock it and start again; else switch “Notice an old copy of this vault” off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer keeps its secrets in a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret store that is set up here writes to a file, so the program does not use it. Nothing was written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to remove the package keyrings.alt, or switch “Notice an old copy of this vault” off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build of the program does not use the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Mac keeps secrets for programs that are signed by whoever released them, and this one is not. Nothing was asked of the keychain. Only the notice that an old copy of the vault was put in place of the newest one is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer for the signed release, or switch “Notice an old copy of this vault” off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program has no setting named {key}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That value does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {key} cannot have this value. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody decides this for themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {key} cannot be decided for everybody. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of settings in the documentation says which ones can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is decided for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting {key} was decided by {by} as {value}, and your value would be weaker. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a safer value, or talk to whoever looks after the settings of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is switched off here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was switched off by {by}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another way, or talk to whoever looks after the settings of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files belong into another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By decision of {by} such files are written to {folder} only. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose that folder or one inside it. If it is on a stick, put the stick in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is decided already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you give is what the organisation&apos;s file says. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a value, or leave it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation&apos;s file says something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation file {number}, beside the keys, decides other settings than those that you saw. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that file on this laptop first (Settings, My certificate), then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window or another program on this computer holds the vault. Two at once could damage it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the window that is open, or close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a vault here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds a vault. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that vault, or choose an empty folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No vault in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds no vault, or a part of it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right folder. If files were lost, restore the newest backup into a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the vault that belongs to these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged, comes from another vault, or is something else. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not write to it. Make a copy of the folder, then restore the newest backup into a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file in the place of the vault can be read by anybody. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell whoever looks after your data: somebody may have put it there. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption library is not the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program found a database library that cannot encrypt. Nothing was opened or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again from its original package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer program wrote this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault has format {found}, this program knows up to {known}. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version of the program, then open the vault again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check found a part of the vault that is not whole. The program writes nothing to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a copy of the folder now, then restore the newest backup into a new folder. Everything in backups and in bundles that others hold is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of passphrases is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither copy of the file that lets people unlock the vault can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy both files that begin with “slots” from the newest backup into the folder of the vault. If there is none, the holders of the recovery shares can help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of passphrases is from another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that lets people unlock has number {found}, the vault expects {known}. A file may have been put back from an old copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you restored a backup yourself, say so and go on. If not, tell your supervisor first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is not in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no place for this person in the vault, or it was taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or ask a colleague who is in to add you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has been here before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault knows this person already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the person from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot remove yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody must be left who can unlock the vault. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a colleague who is in to remove you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no draft of this document. It may have been signed or given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document and begin a new draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a draft of this document already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each person has one draft of a document. It is kept as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with that draft, or give it up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault holds no such document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the bundle that brings it, or check the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of the document is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault holds no such signed version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the bundle that brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is not what it claims to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {what} does not match its own fingerprint. It was not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to make the bundle again, and tell them what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version belongs to another document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed version names another client or form than the document it claims. It was not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your supervisor and the sender: this should not happen by mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault does not hold this form, or new documents may not be begun on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the bundle that brings it, or choose another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault does not hold the file. It may have been left out of the bundle on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is missing or was changed outside the program. The rest is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup, or ask whoever gave it for another copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attachment can have at most {limit_mib} MiB. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller (for a photo, a lower resolution), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault holds no such review or bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is older than what you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has number {found}; number {known} is here already and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of acts was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From entry {row} on, the record of who did what does not hang together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your supervisor. Do not delete anything; make a copy of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup does not pass its checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is not complete or not sound ({what}), so it does not count. The vault itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new backup, to another disk if it happens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These initials are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody on this laptop goes by {initials} already. Nobody was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take others: they only stand on the button of the unlock page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A font of the program is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF was not made because the font {font} is missing from the program&apos;s folder or cannot be read. Nothing in your records has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again from the folder you were given, then make the PDF again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password cannot protect a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF was not made: a password needs {shortest} to {longest} plain letters, digits or signs. PDF readers cut longer ones off and take other letters in different ways. Nothing in your records has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the program make the password: 20 digits in groups of four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be protected because it is not a PDF that the program can read. No protected copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the PDF again from the document and protect that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The readable copy comes from another version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain-text copy in this bundle was made by renderer version {version}, which this program does not have, so the copy cannot be compared with the signed answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rely on the signed answers, or update the program to compare the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper does not fit its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has more words than its page holds, so it was not made. Nothing in your records has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten its text, or install the program again if nobody has changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are written anew, without the place and time that a telephone hides in them. This file is not a JPEG or PNG that can be read, or has more pixels than any photograph. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG, or take a picture of it, then choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of picture may tell where it was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephones hide place and time in their photographs. From JPEG and PNG that is taken out; from this kind of file it cannot be. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as JPEG, PNG or PDF, then choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was made. A period is a quarter such as 2026-Q2, a year such as 2026, or two dates such as 2026-01-01..2026-02-14, the first one earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the period in one of these ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report with the number {number} was made in this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of the reports that were made here, and take a number from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little has changed since an earlier public report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was made. An earlier public report of the same time differs from this one by fewer than {least} cases in table {table}: put beside each other, the two would tell about those cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the earlier report, or wait until more has changed. An internal report shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier report would give hidden numbers away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was made. Together with what earlier reports have shown, a number that must be hidden could be worked out, whatever else is hidden now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an internal report instead, or choose a longer period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged or foreign content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed {kind} does not have the fields it must have. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to export again with a current version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation file not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file is damaged, or its signatures do not fit together. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again from your configuration manager and compare the words on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file belongs to an organisation with another root key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you have the right file; compare the words on the laminated card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of changes of trust not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the organisation file the record of who may sign for the organisation does not hold at entry {number}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this file. Tell your configuration manager and your supervisor, by telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second signature is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of trust {number} (of the root key, the issuing key, the recovery shares or the supervisors) has no second signature that counts. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor or safeguarding lead countersigns the proposal in their own window, under Contacts; nobody signs for themselves. If nobody valid is left, two holders of sheets of the root key take their place, with the configuration manager. If the file came from somebody else, do not use it and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor whom one person alone made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {serial} in the organisation file makes somebody a supervisor or safeguarding lead, and nobody countersigned it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people decide this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would make somebody a supervisor or safeguarding lead, which one signature is not enough for. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a proposal of the same request, have a supervisor or safeguarding lead countersign it, then put it in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to compare first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This changes whom this laptop believes: {changes}. Nothing was changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words by telephone or face to face with the person or the configuration manager. If they are the same, go on and say so. If not, do not, and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file contradicts what is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file differs from the one held here in what can only grow: {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There may be two files of one number. Tell your configuration manager, and compare the words of the root key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal is damaged, or neither the root key nor the issuing key of your organisation signed it. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your configuration manager for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal does not fit any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since it was made another change of trust came into force, or the organisation file here is not the current one. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the current organisation file (Settings, My certificate) and try again. If that does not help, have the proposal made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the shares of the root key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares fit together, but they make another secret than your organisation&apos;s root key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that they are shares of the root key and not of recovery, and none from before a change of the root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate that is not in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was signed with certificate {serial}, which the organisation&apos;s directory does not have, or has otherwise. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the current organisation file (Settings, My certificate) and try again. If it is refused again, tell your configuration manager and your supervisor, by telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has configuration {found}; this vault already holds {held}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your configuration manager for the current organisation file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder already holds an organisation. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an empty folder, or work with the organisation that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organisation here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place named holds no organisation file or no issuing key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder in which the organisation&apos;s keys were made; it usually lies on a stick in a safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolment request not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is damaged or was not signed by the key that it names. No certificate was issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new request on the laptop and bring that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The issuing key stays closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the issuing key, or its file is damaged. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard language, then try again. If the passphrase is lost, a new issuing key has to be made with two shares of the root key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate with number {serial} was issued here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Contacts for the certificates that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enrolled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate for you in this vault, so nothing can be signed or shared yet. Everything that you wrote is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your enrolment request to the configuration manager, and install the organisation file that comes back (Settings, My certificate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file has no certificate for your key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the configuration manager enrolled the request of this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}” was refused: {reason}. The attempt is in the journal. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask somebody whose role allows it, or your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case that is not yours opens with a reason of {least} to {most} characters. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in a sentence what you need to know and for what, without names. Your reason goes into the journal of this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case here has the reference “{reference}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Cases; a case of another team may have to be shared with you first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case has no document called “{name}”, or more than one fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the documents of the case; it may have been merged with another meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no form called “{name}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your configuration manager to release the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form not released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation has not released this version of “{name}” for new documents. Documents made on it can still be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date may be wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer says {now}, but the vault was open on {seen} already. Nothing was signed; everything entered is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock right and try again. If {now} is right, say so and sign again; the signature then says that the clock was behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still needed before this can be signed ({count}):
{questions}
Everything entered so far is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer them, or say why an answer is missing (not known, prefers not to say, not asked). “What is missing” in the form lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was changed by somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changes in this draft were not written with your passphrase. Nothing was signed and nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the draft&apos;s history, correct what is not yours, and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions to decide on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document was edited in two places and {count} answers differ. Both versions are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document and decide each difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} signed a newer version on {at}, after this draft was begun. Nothing was signed; the draft is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what differs, then bring the draft onto the newer version. It can also be signed beside the newer version; both are then merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide about this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one first record of the case is here, or all of them agree. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the Inbox for what waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has only one newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts are still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} answers were changed in both versions and are not decided: {questions}. Both versions are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exit is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands in the way: {blocks}. The checklist is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve each point; where the rules allow it, the supervisor can decide otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version is {state} already. A second signature of the same kind would add nothing, and nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To add something, comment on it; to take it back, return it with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people can unlock this vault: {people}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who you are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here goes by “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Contacts and choose the person there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate for “{name}” that is valid today: it ended, was withdrawn or is suspended, or there never was one. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Contacts for who is suspended or withdrawn; install the newest organisation file, or ask your configuration manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of “{name}” ended on {ended}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the newest organisation file and choose the person&apos;s current certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice holds no signed document. Drafts never leave the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign what you want to share first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two bundles with one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another bundle with the same number is already here. Neither was changed, the new one was not taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your supervisor: the sender&apos;s laptop may have been copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inbox has no bundle called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the Inbox; somebody who shares this laptop may have taken it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle does not fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {what} inside does not fit what was signed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender to export again, and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A readable copy differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain-text copy inside the bundle does not say what was signed. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not rely on the copy. Ask the sender to export again, and tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no question called “{question}”. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document again and put the remark at a question that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable traces found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} texts of the sample case were found readable outside the encrypted files: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program. Please report it; see SECURITY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part not held here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version before this one has a part ({part}) that was not given to you, so it cannot be changed here. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask somebody who holds the whole document to make this change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one person goes by {name}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the person in Contacts by their full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no part called {part} that may be sent. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose among the main part (main), places and addresses (location), specially protected details (special), safety of staff (staff), facts about other people (third_party), what is weighed and decided among ourselves (internal) and what the forms read of the case (casefile).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate ended on {ended}. You can go on working, and send bundles to your supervisor and safeguarding lead only. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your configuration manager for a new certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No signed version goes by {name} here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the history of the document for its versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} is not in conflict, or cannot be decided that way. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the document again and decide what is shown there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment or a return needs words: what is asked, or what is to change. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you mean, at a question or for the whole document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery does not open this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shares were read, but they do not open this vault: they are not the recovery shares of its organisation, or its recovery file or database is not its own. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the shares marked as recovery, and a folder whose files all belong to one vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suspension needs its reason in one line of at most {most} characters. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why in one line. Everybody in the organisation can read it: no word about a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suspension begins at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would begin only on {since}. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the day out, or name the day since when the person&apos;s work should wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no suspension that waits for the organisation&apos;s word. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file that the supervisor saved when they suspended somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate is suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor or safeguarding lead suspended your certificate from {since} on. You can read and write; nothing is shared or taken over, and what you sign waits. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak with your supervisor. If nobody confirms the suspension within 14 days, it lapses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate was withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation withdrew your certificate from {since} on. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak with your supervisor. Who left may still send what they hold to a supervisor or safeguarding lead; who lost a key asks for a new certificate (Settings, My certificate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was restored from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was restored on {restored} and does not know yet what was withdrawn or suspended since the backup. You can read and write; nothing is shared or taken over. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a bundle that a colleague made after that day, or install an organisation file that was issued after it. Whoever has no colleague asks the configuration manager for one (Settings, My certificate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old copy of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has seen a newer one. You can read and write; nothing is shared or taken over until somebody decides. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your supervisor. Put the newer one back if it still exists; else decide to go on with this one, which counts as restored from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault needs new keys for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was restored on {restored}, and your certificate belongs to the device before. You can read and write; nothing is shared. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a new certificate under Settings, My certificate. The one before is withdrawn by that; bundles on their way still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else was shared meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While this bundle was made, another one for the same person was written here. This one was taken away again; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share again; the bundle then follows the other one in its row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words of the key first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {initials} is used here for the first time, and nobody has said that its twelve words were compared. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a number that you already know, let the person read their words, then tick the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes to somebody outside the home team, and what was typed is not their name. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again whom it is for, then type the full name as it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent does not cover this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent that holds today covers: {uncovered}. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these out, ask the client, or choose another legal basis and say who decided it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record has changed since the handover was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed inventory names other versions than the papers have now. What goes must be what it says, so nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the handover back and sign it again; its inventory is then made from today&apos;s record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This consent was never given, or it is withdrawn already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of consents of the case: it says how each stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason and a decision are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the client&apos;s consent it may go only on another legal basis, with a reason of at least {least} characters and the supervisor or safeguarding lead who decided. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your supervisor or safeguarding lead, then write down the reason and choose who decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh the harm first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said whether sharing this raises the risk to the client or to anyone named in it, or what is done about a risk. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “No known added risk”, or describe the risk and what lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does the address go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places and addresses stay here unless there is a reason of at least {least} characters. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why this person needs the address, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part {part} never goes to somebody outside the service. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this part out, or send it to somebody of your own team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this is for somebody outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was chosen holds only what is weighed and decided among ourselves, or parts that stay here. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the papers that this person needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of this agency has no telephone number, so the digits could not be read out to a number that you know. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the number up yourself, never in the request, and write it into the record of the agency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protected file was written and does not open as it should. It was taken away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another stick or folder. If it happens again, tell whoever looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor approves it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This referral is not approved, and it is not marked as an emergency. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share the case with your supervisor and wait for the approval, or call them. In an emergency set the urgency to “Now” and call first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This referral is for another agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The referral names another receiving agency than the one chosen. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the agency that the referral names, or write a new referral that corrects this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody leads this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case has no signed record that names a caseworker, or two versions of it that are not merged. Nobody can hand over what nobody answers for. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the case record with a caseworker, or merge its versions, then hand over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yours to hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{giver} answers for this case. Whoever leads a case hands it over, or a supervisor does in their place. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask {giver}, or your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A handover of this case waits for its answer since {since}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever it was handed to, or take it back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This colleague cannot lead the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{initials} has no valid certificate here, or a role that leads no cases. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another caseworker, or ask for the newest organisation file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This handover was answered or taken back, or there are two versions of it that are not merged. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the case: it says who answers for it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the colleague who is named takes the case over, with their own signature. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever handed it over to take it back and to name you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case record cannot be changed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two versions of the case record that are not merged, or a part of it is not on this laptop. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the versions, or ask for the whole case record, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No handover of this case waits here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was handed to you, take in the bundle first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an older copy of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds organisation file number {found}, this laptop knows number {held} already. What is made from an older copy, no other laptop would take in. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in the stick with the newest folder of the keys. If there is none, copy the newest organisation.json from a laptop into this folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheets were not tried on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} lies ahead, or before these sheets were made ({made}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the day on which two sheets opened a vault, today at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheet}, row {row}: {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the tables that are saved now, change the cells you mean, and leave the names of sheets and columns as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the keys lies organisation file {number}; what you saw was number {seen}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer file on this laptop first (Settings, My certificate), then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation has certified nobody on it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the person again under Contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day has not come yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A laptop that is lost, or a passphrase that somebody knows, counts at once and not only from {since}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the last day on which the laptop was certainly in the right hands, today at the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was withdrawn before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every certificate of this laptop was withdrawn for this reason from that day on, or from an earlier one. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out the newest organisation file, so that everybody knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a resident now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {reference} is closed, or its record does not say that the client lives in the safe house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the case; its papers are there. Whoever moved in needs that in the client record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody for the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody who lives in the safe house is open to you here, so that the card would be empty. Nothing was printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the client records say who lives in the house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing signed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy for the client is made of the signed plan, so that what is on paper is what was agreed. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the plan aloud, sign it, then make the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No short copy of this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short copies in large type are made of the support plan and the safety plan. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For any other document use Print… with “The client’s own copy”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are on a visit already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One visit is timed at a time. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in from that one first; its note is begun for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is timed for you on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a visit from the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visits to this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest risk assessment says so under “Staff safety”. Nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet in another way, or assess the risk again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit rule, the level or an open flag about a threat to staff asks for two people. Without a rule it is two as well. Nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down who comes along. To change the rule, assess staff safety again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager agrees first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a high level a visit alone needs the agreement of a manager. Nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring your manager and write down who agreed, or go with a colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the word that your organisation agreed for the place. No address is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is expected after {shortest} to {longest} minutes. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number of minutes between these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update can be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build names no release keys: it can check no update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer. The program works as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of release keys cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one public key of OpenSSH a line, of the kind ssh-ed25519, each once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release key stays closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open the release key, or its file is damaged. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard language, then try again. If the key is lost, the next release is signed with two of the others and names a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of that name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not written over: it may be a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key does not count for this update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is none of the release keys in force. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign with one of the release keys, or have this one named by the next release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of two signatures are there, and this key adds none. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If only one is there, somebody else signs with another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update can be made of this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason: {what}. Nothing was described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put only the files of the new release into a fresh folder, and name the folder of the release before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No update there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds no update. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done. If one was expected, ask whoever looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder lies on a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its path names a server, and the program asks none. Nothing was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to put updates on it, or on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This update needs a newer program to be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description has format {found}; this version knows format {known}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever looks after this computer installs the versions in between first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing newer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds version {version}; version {installed} is installed. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its description holds {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not install anything from this folder. Tell whoever looks after this computer: they get the update again from where it is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is not signed by two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About its signatures: {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update is signed by a key that does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is none of the release keys that this program knows. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the file {name}: {what}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer update has been here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds release number {found}; number {seen} has been seen on this computer. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another update with the same number has been here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release number {sequence} was another one when it was seen on this computer. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known which updates have been here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} in the program&apos;s data folder is damaged. Vaults are not touched by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever looks after this computer removes that file. Until the next check an older update would not be noticed unless it is older than the installed version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase was given, or the two entries were not the same. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command at a prompt, or give --passphrase-file or --passphrase-fd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {what} here goes by “{name}”, or more than one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list (such as `outreach case list`, `outreach doc list`, `outreach form list` or `outreach form show`) and use what is shown there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer was not written as QUESTION=ANSWER, or holds bytes that are no text. Answers before it were saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of the question, an equals sign and the answer, in quotation marks when there are blanks in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answers in this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not hold answers as JSON. Nothing was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one object: question names with their answers, or the nested answers of an example.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>night</name>
    <message>
        <source>One page for whoever is on shift without a login: rooms, initials, allergies, 999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on {day}. Destroy it on {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency card…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the card of {day} and print a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not printed on this laptop yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {clock} on {day}, what is signed. References, no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody who lives in the safe house is open to you here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the day team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note in this shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number not set on this laptop (Settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record from when, and the police reference as soon as there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the flag on the immediate safety screen and tell the manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the missing sheet: it holds nothing else of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate safety screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child, or somebody who may be one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager on call: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n resident(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seen or looked for, not signed yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tick everybody as you go; each tick is saved with its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign: the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the round…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show code words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tonight, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the manager on call, and note it: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{document}: begun by you, not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen {clock} {initials}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen {clock} {initials}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room {room} · {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manager was told yet, by the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tick} (not signed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated as a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: not signed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health tonight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Nothing heard for more than a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signed document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) went without a part</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmations only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later one arrived, this one did not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program sends nothing itself: it shows what was written here, and what the others have confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share with supervisor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: consent was withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what became of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is not listed any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in confirmations…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this laptop is lost before they are shared, they are lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was held back when they were shared, and nobody else has it. A backup keeps it safe; your supervisor gets it with a reason, when you tick it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this leaves any more. A file that lies on a stick or in a mailbox is not handed over: delete it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person by telephone. If it did not arrive, export it again; a bundle that arrives twice does no harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received: their laptop confirms that it came. Reviewed: they confirm that they have looked at it. Both come back with their next bundle to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was lost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Received {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not received yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Reviewed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document: each one signed here has left in a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other bundle was written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}: {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Exported {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{documents}, the oldest since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{documents} that is only here: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents of {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again for {name}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Let somebody in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague made a vault and brings a request. You check that it is theirs, and give them their certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Keys and request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Is it really them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known already: certificate {serial} as {role}, until {day}. The new one takes its place. Ask why they need another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know them, and all words are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is certified as {role} until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people decide this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisors and safeguarding leads are made by two signatures, so that nobody alone can make one. Yours is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the proposal and bring it to a supervisor or safeguarding lead who is not the person in question. They choose “Countersign a proposal” under Contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it comes back, choose “Put a proposal in force” under Contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes, signs and shares in the cases shared with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sees residents of the safe house; writes flags, notes and missing episodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every case, reviews and approves, closes cases, suspends people. Needs a second signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every case, decides in safeguarding, suspends people. Needs a second signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks after keys and forms; reads no case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody of another agency, for 14 days, in the cases shared with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the organisation&apos;s keys usually lies on a stick in a safe. The request is a file that the colleague saved when they joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them read their twelve words to you from their own screen: face to face, or by telephone on a number that you know already. Read along here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one word differs, stop: somebody may have exchanged the file. Tell your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown with every flag, beside its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crisis steps and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stand beside the flag on the immediate screen, and with the steps and the sheet for somebody who is missing, on every laptop that has the new file. Keep them short, and call each number before you sign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by your organisation; those of the program are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the program&apos;s own, shown until your organisation decides. With your first change all of them become yours to keep right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here, not signed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take those of the program again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag that has none of its own yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write steps or numbers for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back without changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you are about to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is named any more whom to call about this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation&apos;s own end. Those of the program are shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same lines in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>☎ {who}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take line {count} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}. Whom to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}. What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}. Number, as it is dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, as it is dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {count} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {count} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) ended for good.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every certificate of that laptop ends, of everybody who works on it, also those that have run out: whoever has a key can write any date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others had received before the day that you name stays and counts. What nobody else had stays readable with the reason, and does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is erased on that laptop, and what is on it can be read with its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every laptop takes the new organisation file in: from a stick, or with the next bundle from here once this laptop uses it. There are no words to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever worked on that laptop asks for a new certificate from another one. Its words are new: compare them, and so does everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not count any more stands in the history of its case, with the reason: somebody who knows what happened writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a laptop&apos;s certificates for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever looks after the organisation&apos;s keys. One signature is enough, and nobody can take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which laptop, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is lost, or was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else knows the passphrase, or was at the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day on which it was surely in the right hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the right laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the key that ends: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day, today at the latest, such as 3 Feb or yesterday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the others do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts from the beginning of {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is suspended on this laptop from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not belong to the organisation any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suspension is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on nothing that they sign counts, and nobody shares anything with them. They can still read what is on their laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works here at once, and elsewhere as soon as your next bundle arrives. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It lapses after %n day(s) unless whoever looks after the keys confirms it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What they signed until then stays as it is and counts. Nothing that they sign later counts, and nobody can share with them any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other laptops hear of it with the new organisation file or with the next bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not erase their laptop: take it back, or ask them to. Where they share a laptop, take their way in away there: Settings, “Who opens this laptop”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend somebody at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a lost laptop, a passphrase that somebody saw, or a person who must not work at present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever looks after the organisation&apos;s keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their cases and last bundle are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm a suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor suspended somebody. Confirmed it stays until you decide otherwise; unconfirmed it lapses by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: laptop lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody in the organisation reads this line, and every other service that gets a bundle: no word about a client or a place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First let them hand over their open cases and send a last bundle: what is only on their laptop could not be taken in later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is suspended from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, read by everybody: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their certificates end today, {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended from now on: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was locked or switched off: that this program is on it, the initials of whoever opens it, and the day of the last backup or arrived bundle. Nothing about a client; everything else is encrypted, attachments too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was unlocked: what the person could see, until it locked itself. It does so after some minutes without a key, and at once when its screen locks or it goes to sleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they have the passphrase: everything that was on it, for good. Nothing that you do here changes that. Then think of the clients first: who must be warned, or moved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is signed there from now on counts, and nobody shares anything with that laptop. The others hear of it with your next bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is erased on it from afar. A bundle that is on its way to it can still be opened there: take sticks back, and have messages deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work that was only on it comes back with its newest backup, or not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Whoever looks after the organisation&apos;s keys ends the certificates for good: suspended alone they would count again after 14 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Whoever worked on it restores their newest backup on another laptop, or joins anew there, chooses another passphrase, and asks for a new certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. If it is found: do not type a passphrase into it, somebody may have changed it. Have it set up from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost, stolen, taken away, or its passphrase is known to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend everybody on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First: call somebody who can stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in your organisation&apos;s file can suspend at present: call whoever looks after its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End its certificates for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a finder can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stopping it does, and what it does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose laptop it is, where and when it was last seen, and whether it was locked. They stop it with one signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bundle from it has come here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Everybody on it is suspended already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day or night, by telephone: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last bundle that came here from it was signed on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide it for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For everybody:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For everybody: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you decide here holds on every laptop of the organisation as soon as the new file is there. People may still choose what is safer, never what is less safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is to be decided, and has no value yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: value for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {after}. Before: {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the value, or take the tick away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have here is what holds today. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change something, or go back to Contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People may then choose less safely than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heard} of {all} laptops were heard from within {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop is lost: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every laptop was heard from within %n day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ Runs out in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No bundle from this device yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your organisation&apos;s signed file. Compare the words by telephone before you trust a new key; use a number you already know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and leavers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate {serial}, until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ May be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersign a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a proposal in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms and time limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rehearsal of the recovery sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new issuing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new root key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else has a certificate yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last bundle signed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody goes by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the key: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard from: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ First signature: the organisation&apos;s key, on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to compare: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ A signature is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was put in force, or another change came before it: nobody needs to sign it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Second signature: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Second signature: the root key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is left who could countersign: two holders of sheets of the root key take their place when it is put in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second signature in it does not count. Any one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second signature missing. Any one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of keys or supervisors needs two signatures. Here is who has signed and who is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force or overtaken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Ready to be put in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was proposed at this window lies beside the keys. A file that somebody brought can be looked at by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No proposal lies beside the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a rehearsal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people who keep a sheet come to one laptop and lock its vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is unlocked they choose “Forgotten passphrase”, then “Both are here with their sheets”, and type the words of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it says that the sheets open this vault, they choose “It was a rehearsal: stop here”. Nothing has changed, and the sheets go back into their envelopes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the pair from time to time, so that each of the three sheets is tried. A sheet that does not work, or cannot be found, is a reason for new ones at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of the people who keep a sheet open one vault with them, and stop there. It takes ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever looks after the organisation&apos;s keys. The day is shown on every laptop as soon as the new file is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day on which two sheets opened a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a rehearsal goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program brings forms or time limits that are not released yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Taken: %n time limit(s) and {holidays} bank holidays. They hold once they are signed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What a new version of the program brings holds for nobody until it is released. For whoever looks after the organisation&apos;s keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the days yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stick or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet with the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the forms of this program…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limits and bank holidays are two sheets of a spreadsheet. Save it, change the cells you mean, and take it back here. Each time limit says from which day it holds: add a row for a new rule, so that older cases keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by your organisation; it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that this program ships is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Bring the file to a supervisor or safeguarding lead. They choose “Countersign a proposal” under Contacts and compare the words with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. When it comes back, choose “Put a proposal in force” under Contacts. Until then nothing has changed. “Open proposals” says who has signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Hand the new organisation file out: every laptop asks whether its words were compared, and believes it only then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. The old passphrase of the keys is not asked any more. Make a copy of the folder for the safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people decide this: you propose it, a second person signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, and what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase for the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the new key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the stick with the keys was lost, its passphrase was forgotten or seen, or the key runs out after two years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two holders of sheets of the root key must be here. The new key lies beside the old one under a passphrase of its own until the change is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates that the old key made stay good; it signs nothing new from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the organisation file lies beside the keys. Where the keys are lost, a folder with the newest organisation.json is enough: the new key goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked for each certificate from then on, and is another one than that of your vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note these twelve words: whoever countersigns compares them with you, and so does every laptop when it takes the change in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Destroy the old sheets when every laptop has taken it in and made a new backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Destroy the old sheets when every laptop has taken it in, and print new contact cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a recovery sheet was lost or seen by somebody, or whoever held one left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three new sheets are made. Once it is in force, each laptop can be opened by two of them from the moment it takes the new organisation file in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old sheets still open every laptop that has not taken it in, and every backup made before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a sheet of the root key was lost or seen by somebody, or whoever held one left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three new sheets are made. The root key says which issuing key is believed; certificates that there are stay good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a laptop has not taken the new organisation file in, the old sheets still count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the countersigned proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new root key for the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new issuing key for the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery shares for all laptops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new supervisor or safeguarding lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key of somebody known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is trusted is changed by two people: the one who looks after the keys, and you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All twelve words are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came back with the second signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The countersigned proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that was brought or sent to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words with the person whose key it is, or with whoever looks after the keys: face to face, or on a number that you know already. Sign only what you would have decided yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it and bring it back to whoever looks after the keys. It is in force when they have published it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare them once more with the person whose key it is, or with the words that you noted when you proposed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every laptop takes the new organisation file in, from a stick or with a bundle, and asks whether these twelve words were compared: read them out to whoever calls you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below, the passphrase is that of the new issuing key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root key, sheet {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all words in this order, by hand: no photograph, no printer. They are shown this once. Each sheet goes to another person, in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from your sheet:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not what the sheet says. Look at the words again and compare each with your paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever holds a sheet of the root key types it themselves. Four letters of a word are enough: the rest is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually on a stick that lies in a safe: put it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the organisation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it on this laptop too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This laptop knows it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in organisation file number {number}. Everybody needs the new file: hand it out on a stick, or send it; there is nothing secret in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it for whoever looks after the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It goes along with every bundle from here, so that the other laptops hear of it. Whoever looks after the keys must confirm it within %n day(s): send them a bundle, or this file.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed object(s) wait and do not count now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pieces</name>
    <message>
        <source>Not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk level: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it down to see what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show while held: {label}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Anybody who gets the file can read it, and it stays readable after it is deleted. A protected PDF opens only with its digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as protected PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is still on its way to the file or to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these digits out by telephone. They are shown once and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First signs of its fingerprint: {signs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that anybody can read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is readable by anybody who has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it aloud with the client, with the interpreter where there is one. Then note in the plan whether the client agrees and how they have the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it in the plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral, safe if found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own copy, with name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: {copy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as protected PDF instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some pages may have come out: look at the printer. Then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this your service’s own printer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is ours. Do not ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Collect %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The printer did not take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer knows no printer. Save a protected PDF and print it where you may, or print it another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outreach does not know “{printer}”. A printer in a library, a shop or a hotel may keep what it prints, and others may find the pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to “{printer}”. Count the pages at the printer, and look in its tray if one is missing: a page that jams stays inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client’s own copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without flags, reviews, safety of staff and facts about other people. Ask first whether it is safe to have it where the client lives: it may be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>refer</name>
    <message>
        <source>For the Home Office form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the online form. A First Responder types it in: only the online form is a referral.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that the form asks for is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{paper}: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write it down: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases / {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the authority&apos;s own form inside the protected PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it, have it approved, send it yourself, write down what came of it. The program sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} {referral}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share for approval…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected PDF and call…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer or chase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record suggests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved on the telephone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent another way…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>Bars. {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partners: counts below {least} are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public: counts below {least} are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from accepted documents on this laptop. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal: people bound to confidentiality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are no two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first and the last day, the first one earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{audience} · cut-off {instant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show report {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was made here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both days count. Such as 1 Feb 2026 or yesterday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}, the whole year</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open {reference}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not known or not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see this list; it is in no file. Whoever works with the case asks when the moment is right: “prefers not to say” is an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told in: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You confirm that you have looked at what these bundles brought.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm as reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>To confirm: %n bundle(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bundles that never came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not heard from for 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bundle yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is open in every case, and which laptop was not heard of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long each record is kept, and which is held for a court.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long records are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bundle for each, with their own cases only, signed by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in them waits for your word. Confirm once you have looked at them: their senders see “Reviewed” in the outbox then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm as reviewed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, made {at}: {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later ones from the same laptop came. Ask for these to be exported again: there they stand in the outbox as not received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every laptop has sent something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{laptop}: number {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring draft up to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in it will be kept and not counted. The history of each says why.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>I compared these words and they are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) edited in two places: decide below. Until then the more cautious answer counts.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) with first records that contradict each other.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for earlier ones that have not come yet; they show by themselves then.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) kept and not counted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings a configuration that changes whom this laptop believes. Ring your configuration manager on a number that you already have and read the words to each other:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was overwritten: every earlier version is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version came of a document that you have a draft of. Your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{purpose}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed and complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brought configuration {number} of your organisation, now in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: words to compare first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new review(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bundle came {since}. Nothing was changed or doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not count now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide whose case it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the decision…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose case it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n first record(s) of this case contradict each other. The one that stands says who belongs to the case; everything in it is judged by that. The others are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands by a supervisor&apos;s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It stands before %n other(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What people signed in this case counts or does not by what this record says. Nothing is deleted; you can decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox / First records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by {who}, {at}; came {came}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) count now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) do not count any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Claim {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of claim {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This first record of the case stands: signed by {who}, {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client: {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the case: {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the client’s words at the exit are about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word or two for each theme, with commas between; no names. Reports for your own organisation count them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to comment at its question. Words are kept as you write; nobody sees them before you sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At “{question}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} by {who}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, about an earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Until you decide, nothing counts here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Until you decide, the more cautious answer counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a joint text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint text for {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited in two places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you decided so far is kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both started from nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox / {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}&apos;s version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both started from, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) left to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the open cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} · every open case, by reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening and checking bundles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking over bundle {number} of {count}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waits for you: %n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To read, when there is time: %n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop bundles anywhere on this page, or add them. Nothing touches a case before you accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles (*.age);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all bundles of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles that were not taken over wait in the inbox, with everything in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) to accept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles that were not looked at yet stay where they are. What came before is in the inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was taken over; the file is where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To have it back, add the same file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said about your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening and checking bundle {number} of {count}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles come on a stick or by mail as files whose names end in .age. Add them here, or drop them on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened with a written reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a case that is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have taken note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} opened {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} was refused {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different words: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged without conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) came together by themselves.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Merged and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One version follows both now; the others stay in the history. It reaches your colleagues with your next bundle. A supervisor who wrote none of it and did not merge it approves it, and sees your own answers marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the merged version</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) were changed apart.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fit together by themselves.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you. Nothing is thrown away.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You make {count} versions one. Both stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring my draft up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from the newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held here, left as in the newer version: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft, last changed {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) need you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your draft is kept until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide between the versions first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} signed a newer version after you began your draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against the key of your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What changed in the risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged from two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) follow from no version:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>▲ worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {who}, {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merger&apos;s own answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Signed by {who}, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Not counted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for you to sign: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed that has weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk level was {before}, is {now}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} newest versions. Decide between them first; until then you can only comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held on this laptop: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything follows from the versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held here, so not compared: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are personal data like the records they were counted from: the files that were saved too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the exit checklist of {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports with exact numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What destroying means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended cases, what asks for somebody first. Nothing is destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the ended cases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold is set in the exit checklist. Two people release it: one signs a new version that releases it, with the reason; another countersigns or closes that version. Until then it stands. The days come from the timescales of the organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed with your name; it stands from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reaches the author with your next bundle to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write what it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to comment at its question, or write about the whole document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox / Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask another supervisor to look at it. You can still comment and sign that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor who wrote none of it closes it. You can still comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign comments only…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return with comments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersign {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case with {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You comment, without a word for or against the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You give it back to its author, who changes it and signs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have read this version and approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level was judged differently from what the answers indicate, so the rules ask for a second person. You stand behind that judgement with your name. This is the approval too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You agree that the exit is complete. The case is closed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your comments are signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version signed by {who}, {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At “{question}”: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk level: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the whole document: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client’s words are about: {themes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n answer(s) again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>record {letters}, without a reference here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count} to read, when there is time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count} that wait for your word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged lower than the answers indicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reference yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of {people}; the newest {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {what}, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by {who}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged higher than indicated: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts and settings only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundle {numbers} from this laptop is missing. Ask for it to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles {numbers} from this laptop are missing. Ask for them to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laptop {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {at} on {laptop}, here since {came}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bundles of this laptop do not fit together: it may have been copied, or an old copy put back. Tell your configuration manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s certificate has ended. What was signed before still counts; they need a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender asked that it be opened earlier than today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending laptop uses another key than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An old copy of the sender&apos;s vault was put back: newer work may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s vault exists twice: it may have been copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is part {part} of {of}; part {missing} has not come yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>Is anyone in danger now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key begins a record with a reference and opens the questions. Names and everything else can wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New arrival: begin now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is here already…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flag was taken back. Nothing had been written in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit goes to its question and answers it, pressed again changes it · Enter next · F6 who was told · Esc leaves, everything is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference} · begun {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flag stays on every page of the case until someone clears it and says how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set on this laptop (Settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not Yes any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager on call, by phone, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag set {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No flag is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where an answer is Yes, what to do stands here, and who was told is written down here. Answer what you know; the rest may stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager on call: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is written in this flag. Take it back only if it was a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down who was told…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this flag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved. You may leave now and go on at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then tell the manager on call: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the flags now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do before signing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Level and next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The flags that are open mean at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign when you are ready. It takes your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} of {count} answered · page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign: immediate safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sign: %n safety flag(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The level that the rules indicate follows from the flags above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>the age status says child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assessed as a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the age is not sure: treated as a child until decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the age is disputed: treated as a child until decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{younger} or {older}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 18 by the date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assessed as an adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the age status says adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is known about the age: treated as a child until decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {youngest} by the date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may still be under 18: treated as a child until decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {years}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the date of birth contradicts the age status: treated as a child until decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case is not shared with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at night only records of somebody who is new here and of whom nobody else wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is kept for the safety of staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what is weighed and decided among ourselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing a case over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returning with comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding without consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting for reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspending somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding for the organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolling somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration manager does not read or change cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff-safety notes stay within the team of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night staff hand over; the day team does this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a safeguarding lead does not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a supervisor does not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case is open to you already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a supervisor has to do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is weighed and decided stays within our own service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only for people who live in the safe house now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the full history opens only with a written reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at night only notes, flags, missing steps and the immediate safety screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a safeguarding lead approves safeguarding referrals and decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you wrote part of it: a second person must look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a resident of your shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}: involvement ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}: told on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child referral {label} is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told} of {every} agencies told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}: not told, {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}: not told, no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal}: long-term, and nobody takes it over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} was told without a valid consent: record it as an incident?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told {sc_told_who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, escalated ({challenge})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action of ours is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safeguarding, MARAC, missing or court contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No referral waits for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No signed support plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client is missing: no missing report and no supervisor&apos;s decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk has significantly decreased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agencies informed and plan targets met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety plan up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signposted for long-term elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client is ready to move on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level is very high: an exit for this reason is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level is very high: write who holds the risk now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this reason still needed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety flag “{flag}” is open: clear it or name who holds the risk now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child referral {label} has no outcome and no escalation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety plan is missing or too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every active consent is reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention and legal hold are not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client does not feel ready: a supervisor talks with the client first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason or exit date is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor has not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreement to “{title}”, judged against the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still needed: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle of this case waits for the supervisor&apos;s answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe contact checked: {contact}; our numbers saved: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client knows rights, how to come back, complaints, and what happens to the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral to adult or children&apos;s services considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe contact checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys, devices, money, room inventory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters for housing, legal or court purposes offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention and legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes check done at exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff safety information passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rated} of {outcomes} outcomes rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client feels ready: {feels}; first goals met: {met}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feels safe: {now}, at first {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reviewed} of {every} active consents reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcomes check at exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed when the reason is “{reason}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-term goal without a row: {goal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A court is involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immigration status not settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A crime reference is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agency}, no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>children&apos;s papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked about copies of own records: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proof of identity or status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NRM letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GP registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National Insurance number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>benefit or support claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>housing paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still with us: {paper}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final risk assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safety plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is listed in the case record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The important papers are there or not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own file is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything still with us: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No signed risk assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment ({kind}): {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days before the exit: too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer assessment is still a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First assessment: {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flag “{flag}”: clear it, or name who holds the risk now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest level ever recorded: {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the first assessment: {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open risk is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No important gap is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safety flag is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision of the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor and safeguarding lead told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} contact attempts by safe channels over {span} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the client is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal adviser told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medication and safety information passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>police reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agencies told that may be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date to look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worry about welfare considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter or message left, only if safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who told us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coroner or police contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safety of dependants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision about next of kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alternative bed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told how to appeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiving worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handover meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record accepted by them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>social worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guardian service told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>education and health passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk at the destination considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiving support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safety on the journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of the other record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written for: {meant}; fits real life: {open}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last risk assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last looked at %n day(s) before the exit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Address changed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) outside our service, besides 999</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Client&apos;s copy: {not_answered}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No signed safety plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} came back with comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} ({day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} is a draft that was never signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} is signed and not sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the local community safe for the client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the client have access to public funds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the client understand what is going on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the client safe where she or he is?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are family members or friends a risk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How old is the client?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does the client live now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How can the client be reached safely?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is an interpreter needed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the immigration status?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are there children or other dependants?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the exploiters now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are intent and means within reach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely and how severe: {named}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough detail. Say what is missing, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your professional judgement, from what was seen. No opinion without evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every indicator, with its context, in the order of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain what does not fit together and what was told late: fear and trauma do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two contacts. List and date every paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text copied from another case. One referral for each person, in families too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First Responder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Professional insight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploiters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own reference (never the name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 18?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local authority that was told: name, telephone, person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under 18 at any time during the exploitation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family, education, work before: only what was offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one situation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it started: what was promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, in the order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they were controlled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still in the situation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps them there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they got out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact with an exploiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported to any authority?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators, with what was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversations: day, place, who was there, breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concerns, who said or saw them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it happened: towns, countries, addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UK, overseas or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they stay now: town and region only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, names and nicknames, languages, features, where now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they were exploited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other potential victims (no names)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worry about future exploitation, with reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crime reference and force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Willing to help the police?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent to the NRM, and support wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children, and how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each child has a referral of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help with communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home Office references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is that address safe?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safe way to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact in your absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence files, each with what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasonable Grounds decision expected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision of the child panel expected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery period at least until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusive Grounds decision not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Government-funded support may end from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Government-funded support at least until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the Recovery Needs Assessment by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice today: ask for reconsideration by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice about reconsideration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit of government-funded support expected: plan move-on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>targets met {met} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n long-term ({names})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open: {names} – reason needed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goals are open: choose three for now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The social worker is missing: this plan goes beside the local authority&apos;s care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open goal lowers this {band} risk: {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal}: say how another worker could see that it is reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal}: who helps? Every step is the client&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is long: what happened does not belong in a plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal} is met: rate the risk again? {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspected {kinds} – {words} – {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s name stands in this anonymous referral: take it out, or choose “Named”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of the client&apos;s name stands in this anonymous referral: look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modern slavery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth or age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the person is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>care and support needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what abuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent or the reason without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who is in danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type of exploitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened, dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safe contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>risk for their staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family or partner agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, and probably not acted upon without: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid consent: write the lawful reason for sending without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the do-no-harm question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {every} points explained; missing: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why it is sent without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who will find them, by when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of referral cannot be made without the person&apos;s identity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent without consent because: {basis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reason for the proposal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what lowers the risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sending while a child is at risk is for the safeguarding lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager must approve it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client has withdrawn the consent for this referral: it does not leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fax cannot be protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password must not go by e-mail: the receiver phones for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the recipient first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child&apos;s consent is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the contact at the local authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January to March {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April to June {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July to September {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October to December {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in other hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key it was signed with is {word}, and nobody else had seen it before that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this person had left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the certificate had been replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed after {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this person&apos;s key is suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immediate safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first assessment is never below medium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a child or young person these signs ask for at least medium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest open risk is {top}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flags and present signs ask for at least {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that matters for safety is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of the core questions are not known yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A high risk may happen at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item}: present now, at least {floor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open flag “{flag}”: at least {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of assessment: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named}: high, and could happen today or tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can claim public funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recourse to public funds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case record says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{get}: present now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{level}, review overdue by %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The supervisor and the person on call are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety plan is revised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lone visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide each day about contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decision about a multi-agency meeting is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lone visit needs a manager&apos;s agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety plan is current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be considered for exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number, such as 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, such as 2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date of the years 1800 to 2299, such as 2026-02-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time, such as 14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date of the years 1800 to 2299 and a time, such as 2026-02-03T14:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or more of the choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the choices in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number within the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer is not possible here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This choice is no longer offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one row is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {least} rows are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This should be {of_another_kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by telephone: have it confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent runs out: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun and not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned by the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived and not taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent has run out: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral {label}, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of the risk assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of the support plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused for a fact that is known now: send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag “{flag}”: tell your manager and note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent withdrawn: ask {agency} to stop and delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as an emergency: approve afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions are not merged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that was signed when this was written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag set: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag cleared: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found or returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged and signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not counted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened with a written reason: “{why}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused to be opened: “{why}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with whom they live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether there is a worry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether children&apos;s services know them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether they need an NRM referral of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not safe: do not use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>treated as under 18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who else may answer: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message on voicemail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known to children&apos;s services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs an NRM referral of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreters to avoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: check before use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NRM: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <comment>an interpreter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>places and addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>specially protected details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safety of staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts about other people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is weighed and decided among ourselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the main part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed, not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed again after a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since it was approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} does not say what the client said back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form does not have every heading in {language}: all of them are in its first language. What the client said stands as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A neutral copy has no name, no reference and nothing about the service, health, the court or what others do; its title and its file name tell nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program finds English words and the names in this record, nothing more. Read the copy once with other eyes: what would somebody learn who finds it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of every copy: notes for the safety of staff, other people, places, telephone numbers and the code word. Empty lines are there to write numbers and places in by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{heading}” is left out: it holds {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} does not say that the client agrees with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Two versions are not merged: %n answer(s) differ, the more cautious one stands here.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{paper} says that the client does not want a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} says that it is not safe for the client to have a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last checked on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one was never checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the safe contacts with the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a remark on a part that is not for you to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not counted: {not_counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk has significantly decreased: all five parts support it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk has not significantly decreased on every count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{line} (%n times)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New contact by a safe channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a move today, and note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again after the safety flag, and note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal adviser today, and note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criminal solicitor today, and note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at “leaving safely” in the safety plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the missing episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assess the risk that the flag is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a referral, or write down why not: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety flag “{flag}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New risk assessment after an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{event}, on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>for less than an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>for %n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open safety flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews that are overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a supervisor’s word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents with data that are not settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases handed over and not yet accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals without an answer, and time spent on chasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents that have run out or soon will</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe contacts to be checked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun on this laptop and not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles missing, not taken over, or not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laptops not heard of for a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time was noted for chasing in the last seven days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts of colleagues stay on their own laptops: only they see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chase(s) in the last seven days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has noted a manager told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {who}, last changed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {who}: not taken over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {who}, laptop {letter}: never came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing numbers: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {who}: nobody has confirmed that it arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, laptop {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last bundle of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has ever come from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last note, {day}, {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun and not signed: it stays on this laptop until it is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned by the supervisor, to be answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{paper} (in a bundle with %n earlier version(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>File of “{paper}”: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not among what goes to a service outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of “{paper}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never leaves the team of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places and addresses go only with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open safety flag: {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its writer keeps it out of bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed by the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to you: please look and accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {who} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over to {who}, not yet accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}; until then {giver} answers for the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} did not take the case over: read why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {who}: two versions of the handover are to be merged first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over to {who}, not accepted yet since {day}: {giver} answers for the case until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed over to {who}, accepted on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} did not take the case over on {day}: it stays with {giver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover to {who} of {day} was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already recorded: {document}, {who}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recorded on {day} by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to find out: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed {noticed}; time until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the data protection lead: {incident}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide whether to tell the Information Commissioner: {incident}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the Information Commissioner: {incident}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed {noticed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its case is another client&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its form is not here, so that its answers cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list has more than {max_rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names another form than it was written on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer is longer than {size} KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part {part} holds answers that do not belong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version it speaks of is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the organisation never released its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Using the organisation&apos;s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisors, safeguarding leads and configuration managers do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New time limit: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {limit}; until now {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked against its source on {day}: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank holiday in {nation}: {day}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit}; this program would count {shipped}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {nation}: {length}, from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as “{other}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bank holiday any more in {nation}: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years of age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>England and Wales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scotland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Northern Ireland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source or note: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery sheets were last tried on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tried} That is more than half a year ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has tried the recovery sheets yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” is no day like 2027-01-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“value” is no whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“value” is below 0 or above {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program counts this one in {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one has a single number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program counts by “{code}”, and nothing holds on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this rule stands there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names itself in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the organisation file is number {number} by now: save it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{nation}” has no bank holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sheet is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this day stands there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no spreadsheet (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “{name}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merger&apos;s own answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the more cautious answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side&apos;s change set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return conversation, with someone independent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {found}; talk until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case without a reference yet ({letters})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: ask, or treat as possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then our manager on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever is on shift without a login. It stays in the house.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, the record does not say to what: ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 999 at once when somebody is in danger, hurt or very ill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say: “I work in supported housing. I need an ambulance” (or the police, or the fire service). Say what happened, whether the person breathes, and the allergy from this card. Stay on the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you cannot speak: call 999 from a mobile, then press 55.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of the house (know it before the shift; say it, never write it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why somebody lives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {day}, or when a newer card is here: in the shredder, never in the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on it, on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the record held when it was printed. Who came since is not on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who lives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} ({who}, {day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {each}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one in the record, which cannot be printed: take it along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the police and whoever looks for them. Give it to nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they look like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe ways to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since when, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters when they are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one, but not on this laptop: ask the day team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our manager on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustments: {adjustments}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essential medication interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact note of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the Home Office form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the online form, for the First Responder who types it in. This sheet is no referral.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes a good referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that the form asks for is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to think, then ask again on another day: no pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time limits are set for this nation: ask your manager, and note dates by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on explaining, then ask what the client wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The First Responder sends the referral: record when it was submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The refusal is respected. Options outside the NRM stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the local authority first, then the referral is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what the client wants, without pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked of the client. The NRM stays open to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support runs until the first decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision on reasonable grounds is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery period, then the decision on conclusive grounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice today, and plan move-on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what the competent authority asked for, with the client&apos;s agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the Recovery Needs Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice today: ask why, and what is needed to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer about reconsideration is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the decision that follows from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision on recovery needs is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the support plan in line with the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision on permission to stay is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal advice about what the decision means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record whether the client stays in the NRM as an adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own support goes on. Options outside the NRM stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan move-on now, and legal advice about the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not mean that it did not happen, or that we do not believe you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not end our support. We go on working with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not decide about asylum or permission to stay. Those are decided separately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not always the last word. It may be possible to ask for it to be looked at again; the time is short, so speak with a legal adviser today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{told} of {all} points told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being explained: the client has not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreter {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>NRM: {stands}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{event}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not explained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the NRM, in as many conversations as the client needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Competent authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NRM reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} from {day} ({event})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule in force until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set on {day}: check with your manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked for more than a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank holidays of that year are not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language}, interpreted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making one of two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has a part that is not for you to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else wrote this note; write one of your own, or ask them to correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Friday list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is open in every case. References only: no name of a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since, by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one signature of the keys is enough for this role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing a proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes the valid certificate of a supervisor or safeguarding lead whom it is not about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{question} Yes, and no flag is set: “Record immediate danger” sets it; or say under “Suggested flags that are not raised” why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its first version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two versions made one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered earlier, not asked any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form}, version {version} of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {reference}, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with %n attached file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>what the form read of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already recorded – do not ask again unless the client raises it: {label}: {value} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not offered: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved on the telephone by {name} on {day}; to be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child, or somebody who may be one: at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger now: call 999 first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may be held there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot protect themselves from abuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client wants the NRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child must be referred; consent is not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client does not want the NRM: without the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support outside the NRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report {number}, {period}, made on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until {day} at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of timescales has no row for reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until {day}: look whether it may go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the organisation does not vouch for its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class and day are not set in the exit checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of timescales has no row for this nation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold: not destroyed until it is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal hold placed by {who} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program destroys nothing by itself, and it does not do so from this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record that may go lies in more than one place: on each laptop that has the case, in backups and the safe point, in bundles and PDF files on sticks and in mailboxes, with agencies, on paper, and in the organisation&apos;s own system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can fetch back what left. Decide with a second person, ask each holder to destroy theirs, and write down who answered and who did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of a child, or of an adult who was a child then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the hold until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist says {written}, the timescales give {ruled}: the later day counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No supervisor has closed it yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another case of this client is open: the client record stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release signed by {who} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of an adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release waits until another person countersigns or closes that version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released: {who} agreed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it may be released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {title} of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version that you last spoke about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only an exit checklist is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client asked: {request}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client asked something about the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level that the answers indicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level as judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s own feeling of safety, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listed any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known, or no gap any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk since {since}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assessment of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  and {quiet} items that were asked in only one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  nothing changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how the flag was cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name who holds the risk now: agency and person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This flag is cleared by a supervisor, or with the name of the supervisor who agreed on the telephone, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{item}” suggests the flag “{flag}”: raise the flag and sign it, or say under “Suggested flags that are not raised” why not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: the records say otherwise, and nobody may judge against them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This referral has left and stays as it was sent: write a new one that corrects it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the signed referral that was read out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person does not approve this referral: a supervisor does, or the safeguarding lead for a safeguarding referral, and never its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and longer under the legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else may be in danger: the safeguarding lead decides first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing that stops in the plan: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that do not leave: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals that have left: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ask to stop and delete: %n agencies.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only the client leaves the NRM, in writing: offer legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing is written yet for %n dependant(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No service exists for: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a {kind}&apos;s record until {day}{hold}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate a risk for this? {item}: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up due on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of timescales has no row for this nation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} Reference: {reference}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place: (say where you are).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key derivation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every form loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organisation and vault made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vault locked and opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document written, signed and found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bundle sealed, opened, verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF in memory, every script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture of a printed page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window, drawn where nobody sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret store of this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within the team of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client’s consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child is at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serious crime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A court order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No capacity to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coercion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another lawful reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known to have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected PDF, its digits by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{form} ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own form is attached to this file as “{name}”. Programs list it under attachments; it opens with the same digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register of disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who received which parts of what, when, how, and on what basis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has received anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How, by whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this laptop knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) only on this laptop</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By {who} on {day}, %n comment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) arrived</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No answer since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: commented on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag “{flag}”: nobody has noted a manager told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate: no answer since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by {who} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: two first records differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: two versions to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people changed it apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper}: begun and not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new arrival has no caseworker yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last assessed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case record, begun on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken over yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety flag, set on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its date lies in the future; it counts once that day has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed after the certificate had ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed before the certificate began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning 18: ask again about the NRM, as an adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not belong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than what was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say for which processor it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there: the folder is signed already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {version} is not above {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its date is before that of the release before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other than {fewest} to {most} different keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line that is no Ed25519 key of OpenSSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a version that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else than an update of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of the release that cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files, or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files out of order, or one twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file whose name cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file for no machine, or of a size that cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a digest that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file about release keys under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few or too many release keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release keys out of order, or one twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another shape than an update has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is by a certificate of an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are not two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both are by one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number that is not above that of the last change of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one is damaged, or not of this update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change of release keys that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Checked in at {time}, %n minute(s) late.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit with check-in: {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call expected by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone; {who} agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer program made it; it is kept and passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the organisation&apos;s issuing key may say this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its certificate was not valid when it was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person_id} removed {write_instant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{serial} suspended {write_instant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{way} for {receiver}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number as it is dialled, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder with its whole path, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location compromised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exploitation now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploiter contact recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suicide plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdose withdrawal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child missing risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adult missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Homeless tonight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threat to family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honour or forced marriage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FGM risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal or detention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age with adults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not safe to talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Injury urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy no care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adult at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destitute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criminalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device compromised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff threat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other victims in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caseworker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safeguarding lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agency staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>special</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>casefile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casefile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reduced score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Managed by your organisation and for this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managed by whoever looks after this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managed by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off in the settings of this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window. Forms speak the languages they were made in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each change is kept at once, inside the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the window looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {value}. Without that: {usual}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who opens this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking and hiding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups may be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups are written there and nowhere else. Nothing means: anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stick is best, and each laptop names sticks in its own way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind of a backup after days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many days with work that is only on this laptop the first page asks for a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A working week is what people can still write down again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that a copied text stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many seconds a text that was copied here is taken out of the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough to paste it, too short to be found later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours that one start may move the clock mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one start may move the latest time that the vault has seen. A clock that was once far ahead then does not make all later work look back-dated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two days bridge a weekend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that hide everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which keys put the neutral page over the window and lock. Before unlocking it is always Ctrl+Shift+H.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other program uses them; whoever cannot reach them takes others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where files for others may be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles and PDFs are written there and nowhere else. Nothing means: anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles for people of other agencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether somebody with a certificate as staff of another agency may be sent a bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients are helped by several agencies; each bundle asks for consent or another basis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether documents may be printed on paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client has a right to a copy, and some meetings work with paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save protected PDFs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether documents may be saved as PDFs that open only with their digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agencies without a key can read nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDFs that anybody can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether documents may be saved as PDFs without protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client may want a copy without digits; it is asked for twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice an old copy of this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the operating system&apos;s secret store remembers the newest state of the vault, so that an old copy put in its place is noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells nothing about clients and finds what nothing else finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after minutes, one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many minutes without a key or a click the window locks, in a vault of one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough for a telephone call beside it, short enough for a walk to the door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after minutes, shared vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many minutes without a key or a click the window locks, in a vault that several people share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where several people pass by, somebody else sits down sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least characters of one&apos;s own passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many characters a new passphrase of one&apos;s own making has at least. Six words of the list are always long enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter ones are guessed by somebody who has the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrases of one&apos;s own making</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a new passphrase may be another one than six words of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some people remember only what they made themselves; its strength is estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentages for partners over at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over how many of what is counted a report for partners prints percentages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A percentage of few people is a count of them in disguise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentages for the public over at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over how many of what is counted a report for the public prints percentages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what everybody may read, less can be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases by which two public reports differ at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two public reports of times that overlap are made only if no table differs by fewer cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever takes one from the other must not find a single case between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest share of one case in a sum, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum of which one case makes up more is hidden in reports for others than the organisation itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a sum is little else than what is known of that one case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest count that partners see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller counts are hidden in reports for partners, and what would give them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below five, somebody who knows the area may recognise a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest count that the public sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller counts, zero too, are hidden in reports for the public, and what would give them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows who reads it, and beside what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases of a region in a table by region and kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From how many cases on a region or a type has a row of its own in such a table, where others than the organisation itself read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things known together single people out sooner than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone of the manager on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the immediate safety screen beside what is to be done. The program dials nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody but the service knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second telephone on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown after the first, for when nobody answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third telephone on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown after the second, for when nobody answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the window out of screenshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the system is asked to leave the unlocked window out of screenshots and shared screens. Windows and macOS do so; Linux cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that keep pictures of the screen keep them for months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where updates are put</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page about the program looks there for an update and says whether it is what was released. The program installs nothing. Nothing means: it does not look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only whoever looks after the computer knows where they put it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>share</name>
    <message>
        <source>Written and checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who took the digits down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I called and read them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: that you called and who took them down. The digits are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your service&apos;s own number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save call sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save call sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Save it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Opened again with its digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now carry the file: nothing was sent. The digits never go the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {name} on {number} and read these digits out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are shown this once and kept nowhere. The fingerprint in words tells the other side that it is this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If they should call you instead: a sheet that goes with the file, with your number and the fingerprint, without the digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the record of how it left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits: {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put places and addresses in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the address goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor keeps a whole copy of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The supervisor keeps a whole copy of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does this person need the address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is new to them since the last bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing signed waits to be shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept out of bundles by its author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an address or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing and encrypting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written and read back; checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {folder} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Read back and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now carry it: nothing was sent. Take out the stick, or hand the file over in the way that your organisation allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the recipient needs leaves this laptop, and only with consent or another legal basis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written, and nothing was noted as sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that you chose is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client refused “{purpose}” on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the agency they work for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another legal basis…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it applies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decided it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Within the home team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked the client about sharing with them yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{purpose}”, given on {day}, valid until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client withdrew “{purpose}” on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{purpose}”, asked on {day}, does not hold today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor or safeguarding lead decides, by telephone if need be. Tell the client unless that raises the risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works on the case or answers for it reads it on the service&apos;s own basis. Consent is asked for everybody outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Covered by consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered by consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child is at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody&apos;s life is in immediate danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serious crime with other victims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A court order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No capacity to decide: best interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do no harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known added risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a risk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may happen if it is shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may happen if it is not shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done to lower the risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does sharing this raise the risk to the client, to the caller or to anyone else named in it? Does keeping it back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted bundle for the key of the recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected PDF, its digits by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that the recipients read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that the recipients read, without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens in Outreach, or with the public age and ssh-keygen tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an agency without a key: one document, opened with 20 digits that you read out to a number you already know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client record is not signed yet. Without it recipients see neither the reference nor a name, only a few letters. Sign it first, on the page of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not belong to all of these cases: share from the case itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmation(s) for their bundles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Does not work on these cases: share from the case itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share what is only on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write back to the caseworkers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reviews} of {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is handed over to this colleague.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share from {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover of {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a risk; both sides were weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and save bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to? A stick or a shared folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known added risk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then only on this laptop: {parts}. A backup keeps them safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays here: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save protected PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} to {name}, {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last heard from on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared these words with {name} by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of the home team can be written to now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key: compare its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Key compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the home team. Type the full name, so that it is the right person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · reads the whole case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · works on this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · does not belong to this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · the certificate ended on {day}: ask for the newest organisation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · this key was replaced: ask for the newest organisation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · suspended: nothing can be sent to this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · withdrawn: nothing can be sent to this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the home team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the key: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is used here for the first time. Call a number that you already know and let {name} read the twelve words to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another agency…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits are read out on this number:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the record of the agency. Never a number from a request. Type the name of the agency, so that it is the right one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does this agency need the address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agency is written down in this case. Write it down first, with the number from your own directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is written down. Add it to the record first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of these is for somebody outside: {papers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{records} of {clients} to {names}, {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmations only, to {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message numerus="yes">
        <source>⚑ %n flag(s) open, the first {since}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚑ %n flag(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open safety flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which safety flags are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide which safety flags are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the flag {flag}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ A flag is open, {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>locks after %n minute(s) without a key</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Call now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outreach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {clock} · {locks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved · {locks}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {day} was not finished: the window ended before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old copy of the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Some work of the last %n day(s) is only on this laptop.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The Mac&apos;s own backups (Time Machine) leave this vault out. Only a backup that is made here, and what colleagues have received, can bring the work back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe point yet: everything is on this laptop only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s work is only on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last safe point: bundle of {day}, arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last safe point: backup of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of this laptop is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase, to sign this with your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safeguarding lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency staff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>none has risen in a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and a part of %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is on this laptop; nothing needs a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar file: references and neutral titles, no names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n has risen in a week</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>everything signed has been sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) for you today.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Search cases and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last night: %n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Calendar file written: %n thing(s) due.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone who has the file reads the references and the days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reference}, level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High or very high risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on this laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>but a part of %n was held back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not sent since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not signed yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>oldest by %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is due as a calendar file, references only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due in the next 14 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case {reference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unlock</name>
    <message>
        <source>The file was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles are taken in by the colleagues who have an inbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its path names a server. Copy it to this computer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window ended by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer that it called saved is on the disk. Unlock to go on where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened in the inbox once you have unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whoever looks after the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer that the window called saved is on the disk. Start again and unlock: you come back to where you were. If it happens at the same place again, write down what you did and tell whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These lines hold nothing that anybody typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forms of this release are put into the vault. This takes some seconds, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is safe meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people can open it together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault of {who}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are here with their sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault of {who}: both are here with their sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you forgot your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your time. Nothing is erased, however often you try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, three things to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is your own name chosen? Is Caps Lock off, and is the keyboard the one you usually write on? Six words have one blank between each and none at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase is stored nowhere: not on this laptop, not with your organisation, not with the maker. That is what keeps a thief out. The records on this laptop are whole and stay encrypted. A colleague who shares this laptop still opens it with their own passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation gave recovery shares to three people. Any two of them together can open this laptop&apos;s records. Call one of them, or your supervisor, on the number that you know already, never on one from a message. Somebody who says they can help and asks for your passphrase is not one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that you shared in a bundle is with your supervisor. Everything in a backup comes back with the passphrase that you had on that day. What you wrote since then is only here, and waits. When the vault is open again you get new keys and a new certificate, as on your first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If somebody needs you now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait for this laptop. Call your supervisor, work on a colleague&apos;s laptop from the last bundle, and write down on paper what must not be forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault {number}: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one can read this laptop&apos;s records without a passphrase, not even the maker. Keep the recovery sheet where your organisation told you to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another vault or a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>People on this laptop: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard: {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program runs already for this user. Look for its window, called “{window}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not opened. In that window go to the inbox and add it, or drop it on that page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>visits</name>
    <message>
        <source>If no call: nobody has written down what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who comes along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has said; two people until more is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expects the call: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time runs on this laptop only. Nobody is told by it, and no place is followed: the person who expects your call has to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where, in your organisation’s own word (no address)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who comes along; empty for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call expected after how many minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on while this laptop is locked. Checking in begins the contact note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Check in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you said before you went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going alone: which manager agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If no call: {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level is high: alone only if a manager agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit with check-in: {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call expected by {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The call is late by %n minute(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>With: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet in another way, or assess the risk again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meeting places: {places}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Your organisation has not confirmed you on this laptop yet. You can write already; signing and sharing begin with the file that it sends back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changes whom this laptop believes. Compare first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was restored from a backup and is a new device: ask for a certificate for it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared these words by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the new organisation.json. It holds your certificate, and whatever else your organisation has decided since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds your name and your public keys, no secret. Hand it to whoever looks after your organisation&apos;s keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored on {day}. Nothing is shared or taken over before an organisation file or a colleague&apos;s bundle made since is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are enrolled as {role} until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making your vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made with its recovery file, you are enrolled, and both your passphrase and two of the shares are tried on it before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase and the recovery shares both opened the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the six sheets to their three places today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each colleague: copy organisation.json from the folder of the keys to a stick. They join with it and bring back a request, which you certify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup to a stick when the first case is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the passphrase of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever saw you unlock could then enrol people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one for yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The short mark has two to six letters or digits, no spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is needed only to enrol people and to withdraw certificates. It is not your own passphrase, which comes later; they must differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name stands on printed pages. Its short mark begins every client reference, such as HH-26-B007, and should tell nothing to a stranger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forms are read as well. This takes about half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short mark, two to six letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the organisation&apos;s keys live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best on a stick that lies in a safe and is put in only to enrol somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({site}), file number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens this laptop&apos;s records and stands for your signature. Nobody can look it up for you. If you forget it, two people of your organisation must come together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation gave you a file called organisation.json, on a stick or by another way. There is nothing secret in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare twelve words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody can make a file with the name of your organisation. Call the person who looks after its keys, on a number that you know already, and let them read the words from their card. Read along here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All twelve words are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name stays inside the vault and under what you sign. Only the initials are shown on the unlock page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is made with its recovery file, closed, and opened again with your passphrase, before anything is written into it. About half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask to be enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault works. One thing is left: your organisation confirms that you are you. Save the request on a stick, hand it in, and read your words to them by telephone or face to face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If one word differs, stop: the file is not from your organisation. Tell them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials, or a word that is not your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work (your organisation decides)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initials are your whole name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody who opens the laptop would read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take two or three letters, or a neutral word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile you can already write. What you write is kept as drafts; signing and sharing begin when your certificate is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the words down for the first days, make a picture of them in your mind, and destroy the paper when you know them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used too seldom to be remembered: write the words down and keep the paper in a closed envelope in a safe, in another place than the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very good: as strong as six words from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: only six words from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n character(s) more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Too easy to guess for somebody with the laptop and some weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good: years of work for somebody who has the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use six words from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the six words above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One blank stands between two words, and none at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type them again, or choose to use your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase once more in the second field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {least} characters. Several words that have nothing to do with each other are better than one with signs in it. Not a saying, a song, a name or a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number} (perhaps {words})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of the three people who keep a sheet of your organisation&apos;s recovery key type their shares here. Then you choose a new passphrase. Nothing is lost by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody is in the room: the one who forgot the passphrase, and two who brought their sheets. Check that each is who you think.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each types their own sheet, unseen by the others. No photographs, no phones on the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the sheet headed “recovery key”, not “root key”. Nothing that is typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards you ask for a new certificate, as on the first day. The journal notes which two sheets were used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the first sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the words in their order. Four letters are enough: the rest is filled in. Enter or the space bar goes on to the next word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sheet has such a word: {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with one share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the sheets again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheets open this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who forgot the passphrase?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few seconds. Do not switch the laptop off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Their old passphrase and certificate end. The records and everybody else&apos;s passphrase stay as they are. Their drafts stay too, but nobody can prove any more who wrote in them: they read each once more before they sign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was a rehearsal: stop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a rehearsal, tell whoever looks after the organisation&apos;s keys: they record the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking and restoring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is checked in full and stays as it is. The restored vault is a new device: it reads and saves at once, and shares again when it has heard what changed since the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase on the day of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sheet has this word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root key, sheet {number} of 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery key, sheet {number} of 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six sheets of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two keys must survive everything: the root key, which says whom to believe, and the recovery key, which opens laptops whose passphrase was forgotten. Each is cut into three shares. Any two of the three put it together; one alone tells nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take six sheets and a pen. No photograph, no printer, no phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each share has 33 words. They are shown once, one share at a time, and stored nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give sheet 1 of both keys to one person, sheet 2 to a second, sheet 3 to a third; in three different places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from your sheet: does it hold the right words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation&apos;s twelve words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them on a card and keep it where you can read it out by telephone: whoever joins compares them. They are not secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not what the share says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet with a wrong word is worth nothing later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back, compare every word with your sheet, and come again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share {number} of {count}. Write all words in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that you write here stays on this laptop, encrypted, until you share it yourself. There is no server. Let us set up this laptop; you can go back at any point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join my organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have the organisation file, on a stick or from your supervisor, and can call somebody to compare twelve words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have a backup folder and know the passphrase of the day it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a small service that nobody has set up yet. You need paper, half an hour and three people who will each keep sheets in a different place; you may be one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault and its recovery file are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was closed and opened again with your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forms are put in order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
