"""Settings: `outreach vault settings`, and what is decided for everybody, `outreach org policy`."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from outreach_app.cli.entry import Context, add_verb, opened
from outreach_app.cli.output import Result, table
from outreach_app.cli.passphrases import add_passphrase_options, read_passphrase
from outreach_app.services.organisation import CARD_NAME, load_card
from outreach_app.services.policies import (
    PolicyChange,
    changed_policy,
    decide_settings,
    manageable,
    policy_changes,
)
from outreach_app.setting_shape import Setting, Strength
from outreach_app.settings import SETTINGS, setting_of

_FOLDER = "folder of the organisation, with the issuing key"


def add_settings(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the settings of a vault to the commands of `outreach vault`."""
    settings = add_verb(
        verbs, "settings", _settings, "show what is set in this vault, or change it", vault=True
    )
    settings.add_argument(
        "changes",
        nargs="*",
        metavar="KEY=VALUE",
        help="what to set; KEY= goes back to the default",
    )


def add_policy(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add what is decided for everybody to the commands of `outreach org`."""
    shown = add_verb(verbs, "policy", _policy, "show which settings are decided for everybody")
    shown.add_argument("organisation", type=Path, help="organisation file or folder")

    decide = add_verb(verbs, "decide", _decide, "decide settings for everybody, or take it back")
    decide.add_argument("folder", type=Path, help=_FOLDER)
    decide.add_argument(
        "changes",
        nargs="+",
        metavar="KEY=VALUE",
        help="what to decide, as `outreach org policy` lists it; KEY= takes it back",
    )
    add_passphrase_options(decide)


def _settings(options: argparse.Namespace, context: Context) -> Result:
    with opened(options, context) as workspace:
        for key, text in _pairs(options.changes).items():
            workspace.sitting.change_setting(key, text)
        settings = workspace.sitting.settings()
    decided = {each.key: ", ".join(settings.ruled_by(each.key)) for each in SETTINGS}
    rows = [
        (each.key, settings.text(each.key), each.allowed(), decided[each.key], each.help)
        for each in SETTINGS
    ]
    heads = ("Setting", "Is", "May be", "Decided by", "What it does")
    return Result(
        data={
            "settings": dict(settings.values),
            "decided_by": {key: by for key, by in decided.items() if by},
        },
        text=table(heads, rows),
    )


def _policy(options: argparse.Namespace, _context: Context) -> Result:
    configuration = load_card(options.organisation).configuration
    policy = configuration.policy
    rows = [
        (each.key, decided_words(each, policy.get(each.key, "")), each.allowed(), each.why)
        for each in manageable()
    ]
    heads = ("Setting", "Decided for everybody", "May be", "Why the default is as it is")
    data = {"configuration": configuration.number, "policy": dict(policy)}
    return Result(data=data, text=table(heads, rows))


def _decide(options: argparse.Namespace, context: Context) -> Result:
    changes = _pairs(options.changes)
    shown = load_card(options.folder).configuration.policy
    lines = change_lines(policy_changes(shown, changed_policy(shown, changes)))
    if lines and not options.json:
        context.progress("\n".join(["You are about to decide for everybody:", *lines]))
    passphrase = read_passphrase(options, "Passphrase of the issuing key, to sign this")
    card = decide_settings(options.folder, shown, changes, passphrase, now=context.clock())
    number = card.configuration.number
    text = (
        f"Decided in configuration {number}. Take {CARD_NAME} to every laptop: "
        "outreach vault configure."
    )
    data = {"configuration": number, "policy": dict(card.configuration.policy), "changes": lines}
    return Result(data=data, text="\n".join([*lines, text]))


def _pairs(changes: Sequence[str]) -> Mapping[str, str]:
    pairs = (change.partition("=") for change in changes)
    return {setting_of(key).key: text for key, _, text in pairs}


def decided_words(setting: Setting, value: str) -> str:
    """Return in words what is decided about a setting."""
    if not value:
        return "nothing"
    if setting.strength is Strength.AT_MOST:
        return f"at most {value}"
    return f"at least {value}" if setting.strength is Strength.AT_LEAST else value


def change_lines(changes: Sequence[PolicyChange]) -> list[str]:
    """Return a line for each change, with what was decided before."""
    return [
        f"{each.setting.title}: {decided_words(each.setting, each.after)} "
        f"(before: {decided_words(each.setting, each.before)})"
        + (". People may then choose less safely than before." if each.is_weaker else "")
        for each in changes
    ]
