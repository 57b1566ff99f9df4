"""What a person may set in a vault: one declarative table.

The dialog, the page of the documentation and the templates for an IT department are made from this
table. A key that does not stand in it is refused by the command that sets it; a key that was renamed
is listed in `RENAMED`. Values are kept as text. What is in force of them, `policy` says.
"""

from outreach_app.setting_shape import (
    Kind,
    Setting,
    SettingOutOfBounds,
    Strength,
    UnknownSetting,
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "backup.folder",
        "Where backups may be written",
        Kind.FOLDER,
        "",
        "Backups are written there and nowhere else. Nothing means: anywhere.",
        "A stick is best, and each laptop names sticks in its own way.",
        Strength.GIVEN,
    ),
    Setting(
        "backup.remind_days",
        "Remind of a backup after days",
        Kind.WHOLE_NUMBER,
        "5",
        "After how many days with work that is only on this laptop the first page asks for a"
        " backup.",
        "A working week is what people can still write down again.",
        Strength.AT_MOST,
        (1, 30),
    ),
    Setting(
        "clipboard.seconds",
        "Seconds that a copied text stays",
        Kind.WHOLE_NUMBER,
        "10",
        "After how many seconds a text that was copied here is taken out of the clipboard.",
        "Long enough to paste it, too short to be found later.",
        Strength.AT_MOST,
        (5, 30),
    ),
    Setting(
        "clock.most_hours_ahead",
        "Hours that one start may move the clock mark",
        Kind.WHOLE_NUMBER,
        "48",
        "How far one start may move the latest time that the vault has seen. A clock that was once"
        " far ahead then does not make all later work look back-dated.",
        "Two days bridge a weekend.",
        Strength.AT_MOST,
        (1, 720),
    ),
    Setting(
        "cover.keys",
        "Keys that hide everything",
        Kind.CHOICE,
        "Ctrl+Shift+H",
        "Which keys put the neutral page over the window and lock. Before unlocking it is always"
        " Ctrl+Shift+H.",
        "No other program uses them; whoever cannot reach them takes others.",
        None,
        choices=("Ctrl+Shift+H", "Ctrl+Space", "F9", "F12"),
    ),
    Setting(
        "export.folder",
        "Where files for others may be written",
        Kind.FOLDER,
        "",
        "Bundles and PDFs are written there and nowhere else. Nothing means: anywhere.",
        "A stick is best, and each laptop names sticks in its own way.",
        Strength.GIVEN,
    ),
    Setting(
        "export.other_agencies",
        "Bundles for people of other agencies",
        Kind.YES_NO,
        "yes",
        "Whether somebody with a certificate as staff of another agency may be sent a bundle.",
        "Clients are helped by several agencies; each bundle asks for consent or another basis.",
        Strength.NO,
    ),
    Setting(
        "export.paper",
        "Print on paper",
        Kind.YES_NO,
        "yes",
        "Whether documents may be printed on paper.",
        "A client has a right to a copy, and some meetings work with paper.",
        Strength.NO,
    ),
    Setting(
        "export.protected_pdf",
        "Save protected PDFs",
        Kind.YES_NO,
        "yes",
        "Whether documents may be saved as PDFs that open only with their digits.",
        "Agencies without a key can read nothing else.",
        Strength.NO,
    ),
    Setting(
        "export.readable_pdf",
        "Save PDFs that anybody can read",
        Kind.YES_NO,
        "yes",
        "Whether documents may be saved as PDFs without protection.",
        "A client may want a copy without digits; it is asked for twice.",
        Strength.NO,
    ),
    Setting(
        "keychain.freshness_head",
        "Notice an old copy of this vault",
        Kind.YES_NO,
        "yes",
        "Whether the operating system's secret store remembers the newest state of the vault, so"
        " that an old copy put in its place is noticed.",
        "It tells nothing about clients and finds what nothing else finds.",
        Strength.YES,
    ),
    Setting(
        "lock.minutes_alone",
        "Lock after minutes, one person",
        Kind.WHOLE_NUMBER,
        "5",
        "After how many minutes without a key or a click the window locks, in a vault of one person.",
        "Long enough for a telephone call beside it, short enough for a walk to the door.",
        Strength.AT_MOST,
        (1, 15),
    ),
    Setting(
        "lock.minutes_shared",
        "Lock after minutes, shared vault",
        Kind.WHOLE_NUMBER,
        "3",
        "After how many minutes without a key or a click the window locks, in a vault that several"
        " people share.",
        "Where several people pass by, somebody else sits down sooner.",
        Strength.AT_MOST,
        (1, 15),
    ),
    Setting(
        "passphrase.least_characters",
        "Least characters of one's own passphrase",
        Kind.WHOLE_NUMBER,
        "14",
        "How many characters a new passphrase of one's own making has at least. Six words of the"
        " list are always long enough.",
        "Shorter ones are guessed by somebody who has the laptop.",
        Strength.AT_LEAST,
        (14, 40),
    ),
    Setting(
        "passphrase.own_choice",
        "Passphrases of one's own making",
        Kind.YES_NO,
        "yes",
        "Whether a new passphrase may be another one than six words of the list.",
        "Some people remember only what they made themselves; its strength is estimated.",
        Strength.NO,
    ),
    Setting(
        "reports.base_partner",
        "Percentages for partners over at least",
        Kind.WHOLE_NUMBER,
        "20",
        "Over how many of what is counted a report for partners prints percentages.",
        "A percentage of few people is a count of them in disguise.",
        Strength.AT_LEAST,
        (20, 200),
    ),
    Setting(
        "reports.base_public",
        "Percentages for the public over at least",
        Kind.WHOLE_NUMBER,
        "30",
        "Over how many of what is counted a report for the public prints percentages.",
        "Of what everybody may read, less can be taken back.",
        Strength.AT_LEAST,
        (30, 300),
    ),
    Setting(
        "reports.difference",
        "Cases by which two public reports differ at least",
        Kind.WHOLE_NUMBER,
        "10",
        "Two public reports of times that overlap are made only if no table differs by fewer cases.",
        "Whoever takes one from the other must not find a single case between them.",
        Strength.AT_LEAST,
        (10, 100),
    ),
    Setting(
        "reports.greatest_share",
        "Greatest share of one case in a sum, in percent",
        Kind.WHOLE_NUMBER,
        "80",
        "A sum of which one case makes up more is hidden in reports for others than the organisation"
        " itself.",
        "Such a sum is little else than what is known of that one case.",
        Strength.AT_MOST,
        (50, 80),
    ),
    Setting(
        "reports.least_partner",
        "Smallest count that partners see",
        Kind.WHOLE_NUMBER,
        "5",
        "Smaller counts are hidden in reports for partners, and what would give them back.",
        "Below five, somebody who knows the area may recognise a person.",
        Strength.AT_LEAST,
        (5, 50),
    ),
    Setting(
        "reports.least_public",
        "Smallest count that the public sees",
        Kind.WHOLE_NUMBER,
        "10",
        "Smaller counts, zero too, are hidden in reports for the public, and what would give them"
        " back.",
        "Nobody knows who reads it, and beside what.",
        Strength.AT_LEAST,
        (10, 100),
    ),
    Setting(
        "reports.least_region",
        "Cases of a region in a table by region and kind",
        Kind.WHOLE_NUMBER,
        "30",
        "From how many cases on a region or a type has a row of its own in such a table, where"
        " others than the organisation itself read it.",
        "Two things known together single people out sooner than one.",
        Strength.AT_LEAST,
        (30, 300),
    ),
    Setting(
        "safety.on_call",
        "Telephone of the manager on call",
        Kind.TELEPHONE,
        "",
        "Shown on the immediate safety screen beside what is to be done. The program dials nothing.",
        "Nobody but the service knows it.",
        Strength.GIVEN,
    ),
    Setting(
        "safety.on_call_second",
        "Second telephone on call",
        Kind.TELEPHONE,
        "",
        "Shown after the first, for when nobody answers there.",
        "Nobody but the service knows it.",
        Strength.GIVEN,
    ),
    Setting(
        "safety.on_call_third",
        "Third telephone on call",
        Kind.TELEPHONE,
        "",
        "Shown after the second, for when nobody answers there.",
        "Nobody but the service knows it.",
        Strength.GIVEN,
    ),
    Setting(
        "screen.hidden_from_capture",
        "Leave the window out of screenshots",
        Kind.YES_NO,
        "yes",
        "Whether the system is asked to leave the unlocked window out of screenshots and shared"
        " screens. Windows and macOS do so; Linux cannot.",
        "Programs that keep pictures of the screen keep them for months.",
        Strength.YES,
    ),
    Setting(
        "updates.folder",
        "Where updates are put",
        Kind.FOLDER,
        "",
        "The page about the program looks there for an update and says whether it is what was released."
        " The program installs nothing. Nothing means: it does not look.",
        "Only whoever looks after the computer knows where they put it.",
        Strength.GIVEN,
    ),
)

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Locking and hiding", ("lock.", "cover.", "clipboard.", "screen.")),
    ("Safety", ("safety.",)),
    ("What leaves this laptop", ("export.",)),
    ("Reports", ("reports.",)),
    ("This vault", ("backup.", "passphrase.", "keychain.", "clock.", "updates.")),
)
"""Heading of each group of settings, and how the keys in it begin; every key is in one."""


def grouped() -> tuple[tuple[str, tuple[Setting, ...]], ...]:
    """Return the settings under the headings of their groups."""
    return tuple(
        (heading, tuple(each for each in SETTINGS if each.key.startswith(begins)))
        for heading, begins in GROUPS
    )


# Old key → key of today. Nothing has been renamed yet.
RENAMED: dict[str, str] = {}

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def setting_of(key: str) -> Setting:
    """Return a setting by its key of today or an earlier one.

    Raises:
        UnknownSetting: No setting has or had this key.
    """
    try:
        return _BY_KEY[RENAMED.get(key, key)]
    except KeyError as error:
        raise UnknownSetting(key=key, known=tuple(_BY_KEY)) from error


def check_setting(key: str, text: str) -> str:
    """Return the value if it fits the setting.

    Raises:
        UnknownSetting: No setting has this key.
        SettingOutOfBounds: The value does not fit.
    """
    setting = setting_of(key)
    if not setting.fits(text):
        raise SettingOutOfBounds(key=setting.key, allowed=setting.allowed())
    return text
