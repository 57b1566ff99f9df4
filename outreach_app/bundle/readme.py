"""README.txt: what a stranger needs to know who finds an opened bundle without this program."""

README_TEXT = """\
WHAT THIS IS

Records of a support service, sealed to named people and signed by the person who sent
them. The words below are for somebody who has been given these files lawfully, with the
key that opens them, but who does not have the program that made them. If they are not
for you, please stop reading, keep no copy and tell the organisation that sent them.

WHAT LIES WHERE

manifest.json       who sent this, to whom, when and why, and a list of every other file
manifest.json.sig   the sender's signature of that list
copies/             the records as plain text, to read
revisions/          each signed state of a record: who signed it, when, and what it rests on
parts/              the answers of each state, in parts; the first 32 bytes are random salt
reviews/            what a supervisor said about a signed state
attachments/        attached files, each with its type in a .json file beside it
forms/              the forms with all their questions (XForms)
certificates/       certificates of the people who signed
config/ heads/ issuers/ looks/ ratchet/ receipts/   further signed objects
pad.bin             zeros, so that the size of the sealed file says little

A part that is listed in a revision but not here was withheld on purpose.

HOW TO CHECK THAT NOTHING WAS CHANGED

You need OpenSSH, and from the organisation its issuing key, one line that starts with
ssh-ed25519. Ask for it by a way that you trust, not in the message that brought this
file. In the folder of this file, with ISSUING_KEY standing for that line:

  echo '* cert-authority ISSUING_KEY' > ../allowed_signers
  signer=$(sed 's/.*"signer":{"device":"[^"]*","person":"\\([^"]*\\)".*/\\1/' manifest.json)
  ssh-keygen -Y verify -f ../allowed_signers -I "$signer" -n manifest \\
    -s manifest.json.sig < manifest.json
  grep -o '{"path":"[^"]*","sha256":"[0-9a-f]*","size":[0-9]*}' manifest.json |
    sed 's/{"path":"\\([^"]*\\)","sha256":"\\([0-9a-f]*\\)".*/\\2  \\1/' > ../SHA256SUMS
  sha256sum --check --strict --quiet ../SHA256SUMS

Both checks must succeed. (On a Mac the last line is shasum -a 256 --check --strict.) A
certificate that has ended since is refused as expired; add -Overify-time=YYYYMMDDhhmm
with a time at which it was valid, and ask the organisation whether it was valid then.
Each file in revisions/ is checked in the same way with its own .sig and -n revision;
its name is its SHA-256, and the SHA-256 of each of its parts stands in it. The answers
of a part are what follows its salt: tail -c +33 FILE
"""
README_BYTES = README_TEXT.encode("utf-8")
