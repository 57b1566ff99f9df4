"""One door for each library: who may import what."""

# Library → the packages that may import it. A door is a contract as soon as its import exists.
DOORS: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "sqlcipher3": {"store"},
    "nacl": {"crypto"},
    "cryptography": {"crypto"},
    "pyrage": {"crypto"},
    "argon2": {"crypto"},
    "shamir_mnemonic": {"crypto"},
    "pyxform": {"engine"},
    "lxml": {"engine"},
    "re2": {"engine"},
    "openpyxl": {"report"},
    "reportlab": {"report"},
    "pyhanko": {"report"},
    "uharfbuzz": {"report"},
    "bidi": {"report"},
    "pypdfium2": {"report"},
    "segno": {"report", "ui"},
    "PIL": {"report"},
    "keyring": {"keychain"},
    "platformdirs": {"paths"},
}
