"""The forms of a vault: shipped ones put in once, definitions loaded from their compiled cache."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from outreach_app import __version__
from outreach_app.domain.levels import parse_level
from outreach_app.domain.risk import CodedItem
from outreach_app.engine.definition import (
    ENGINE_VERSION,
    FormDefinition,
    from_cache,
    load_form,
    reading_cache,
)
from outreach_app.engine.errors import DamagedCache
from outreach_app.engine.items import in_language
from outreach_app.engine.languages import find_language
from outreach_app.engine.source import ConvertedForm, convert, open_form
from outreach_app.errors import OutreachError
from outreach_app.services.errors import FormNotAllowed, UnknownForm
from outreach_app.services.form_facts import ChoiceLabels, choice_labels
from outreach_app.services.shipped import forms_folder
from outreach_app.services.sitting import Sitting
from outreach_app.store import errors as store_errors
from outreach_app.store.forms import StoredForm
from outreach_app.store.steps import Steps, run_through

SOURCE_NAME = "form.md"
INSTALLED = "forms.installed"
UNRELEASED = "forms.unreleased"
_CACHE_VERSION = f"engine-{ENGINE_VERSION}"


@cache
def convert_shipped(form_id: str) -> ConvertedForm:
    """Return the XForm of a shipped form.

    Raises:
        UnknownForm: No form of this name ships with the program.
        BrokenForm: Its source is broken.
    """
    source = forms_folder() / form_id / SOURCE_NAME
    if not source.is_file():
        raise UnknownForm(name=form_id)
    return convert(source)


@cache
def shipped_form_ids() -> tuple[str, ...]:
    """Return the names of the shipped forms."""
    return tuple(sorted(path.parent.name for path in forms_folder().glob(f"*/{SOURCE_NAME}")))


def shipped_form_hashes() -> tuple[str, ...]:
    """Return the hashes of the shipped forms, for an organisation to release."""
    return tuple(sorted(convert_shipped(form_id).form_hash for form_id in shipped_form_ids()))


@cache
def code_lists() -> Mapping[str, bytes]:
    """Return the shipped code lists by file name, as forms name them."""
    return {path.name: path.read_bytes() for path in (forms_folder() / "lists").glob("*.csv")}


@cache
def reference_lists() -> Mapping[str, bytes]:
    """Return the shapes of the lists that are made from the case, by file name."""
    return {path.name: path.read_bytes() for path in forms_folder().glob("*/refs_*.csv")}


def shipped_instances() -> dict[str, bytes]:
    """Return every file that a shipped form may ask for, with the empty case lists."""
    return {**reference_lists(), **code_lists()}


@cache
def load_shipped(form_id: str) -> tuple[FormDefinition, bytes]:
    """Return a shipped form ready for use, and its compiled cache."""
    definition = load_form(convert_shipped(form_id).xml, instances=shipped_instances())
    return definition, definition.to_cache()


def prepare_shipped() -> Iterator[tuple[int, int]]:
    """Load every shipped form ahead of `Catalogue.install_shipped`; touches no vault.

    Yields:
        Which form comes next, and how many there are.
    """
    names = shipped_form_ids()
    for number, form_id in enumerate(names, start=1):
        yield number, len(names)
        load_shipped(form_id)


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as a vault keeps it: its XML, and its compiled cache where this program has made one."""

    xml: bytes
    compiled: bytes | None


def read_forms(kept: Mapping[str, KeptForm]) -> dict[str, FormDefinition]:
    """Return forms ready for use, by hash; touches no vault, leaves out what cannot be used."""
    found = {}
    for form_hash, each in kept.items():
        with suppress(OutreachError):
            found[form_hash] = _read_form(form_hash, each)
    return found


def _read_form(form_hash: str, kept: KeptForm) -> FormDefinition:
    if kept.compiled is not None:
        with suppress(DamagedCache):
            return from_cache(kept.compiled, form_hash=form_hash, instances=shipped_instances())
    return load_form(kept.xml, instances=shipped_instances())


def forms_are_ready(sitting: Sitting) -> bool:
    """Say whether the forms of this release are in the vault already."""
    return sitting.vault.properties.get(INSTALLED) == _shipped_mark(sitting)


def unreleased_forms(sitting: Sitting) -> int:
    """Return how many forms of this program the organisation has not released yet."""
    return int(sitting.vault.properties.get(UNRELEASED, "0"))


def _shipped_mark(sitting: Sitting) -> str:
    return f"{__version__} {sorted(set(sitting.configuration.forms))}"


class Catalogue:
    """The forms of one vault."""

    def __init__(self, sitting: Sitting) -> None:
        """Use the vault of a sitting."""
        self._sitting = sitting
        self._loaded: dict[str, FormDefinition] = {}
        self._labels: dict[tuple[str, str], ChoiceLabels] = {}
        self._code = ""

    def speak(self, code: str) -> None:
        """Show forms in a language from now on, where they have it.

        Args:
            code: Such as ``cy``; "" for the first language of each form.
        """
        self._code = code

    def language_of(self, definition: FormDefinition) -> str | None:
        """Return in which of its languages a form is shown, None for its first."""
        return find_language(definition.languages, code=self._code)

    def install_shipped(self) -> tuple[str, ...]:
        """Put the shipped forms into the vault, once for each release and configuration.

        New documents begin only on forms that the organisation released.
        """
        forms = self._sitting.vault.forms
        released = set(self._sitting.configuration.forms)
        if forms_are_ready(self._sitting):
            return ()
        added = []
        with self._sitting.vault.transaction(self._sitting.act("forms.installed")):
            for form_id in shipped_form_ids():
                definition, _compiled = load_shipped(form_id)
                xml = convert_shipped(form_id).xml
                if self._store(definition, xml, allowed=definition.form_hash in released):
                    added.append(form_id)
            for stored in forms.all():
                forms.set_allowed(stored.form_hash, allowed=stored.form_hash in released)
            self._sitting.vault.properties.set(INSTALLED, _shipped_mark(self._sitting))
            waiting = len(set(shipped_form_hashes()) - released)
            self._sitting.vault.properties.set(UNRELEASED, str(waiting) if waiting else "")
            for form_id in added:
                definition, compiled = load_shipped(form_id)
                self._loaded.setdefault(definition.form_hash, definition)
                forms.set_cache(definition.form_hash, _CACHE_VERSION, compiled)
        return tuple(added)

    def keep_foreign(self, xml: bytes) -> bool:
        """Keep a form that came in a bundle: it renders what came with it and begins nothing new.

        Raises:
            BrokenForm: It cannot be used.
        """
        return self._keep(xml, allowed=False)

    def _keep(self, xml: bytes, *, allowed: bool) -> bool:
        definition = load_form(xml, instances=shipped_instances())
        self._loaded.setdefault(definition.form_hash, definition)
        return self._store(definition, xml, allowed=allowed)

    def _store(self, definition: FormDefinition, xml: bytes, *, allowed: bool) -> bool:
        return self._sitting.vault.forms.add(
            StoredForm(
                form_hash=definition.form_hash,
                form_id=definition.form_id,
                version=definition.version,
                title=definition.title,
                allowed=allowed,
                stored_at=self._sitting.instant(),
            ),
            xml,
        )

    def definition(self, form_hash: str) -> FormDefinition:
        """Return a form ready for use, from its compiled cache where there is one.

        Raises:
            UnknownForm: The vault does not hold it.
        """
        if form_hash not in self._loaded:
            self._loaded[form_hash] = run_through(self._load(form_hash))
        return self._loaded[form_hash]

    def unread(self, form_hashes: Iterable[str]) -> dict[str, KeptForm]:
        """Return forms that are held and not loaded yet, by hash.

        What `read_forms` makes of them somewhere else comes back by `adopt`.
        """
        forms = self._sitting.vault.forms
        return {
            each: KeptForm(forms.definition(each), forms.cache(each, _CACHE_VERSION))
            for each in form_hashes
            if each not in self._loaded and forms.holds(each)
        }

    def loaded(self, form_hashes: Iterable[str]) -> dict[str, FormDefinition]:
        """Return those of some forms that are loaded already, by hash."""
        return {each: self._loaded[each] for each in form_hashes if each in self._loaded}

    def adopt(self, definitions: Iterable[FormDefinition]) -> None:
        """Take forms that were loaded somewhere else."""
        for each in definitions:
            self._loaded.setdefault(each.form_hash, each)

    def _load(self, form_hash: str) -> Steps[FormDefinition]:
        forms = self._sitting.vault.forms
        cached = forms.cache(form_hash, _CACHE_VERSION)
        if cached is not None:
            try:
                return (
                    yield from reading_cache(
                        cached, form_hash=form_hash, instances=shipped_instances()
                    )
                )
            except DamagedCache:
                pass
        try:
            xml = forms.definition(form_hash)
        except store_errors.UnknownForm as error:
            raise UnknownForm(name=form_hash[:12]) from error
        definition = load_form(xml, instances=shipped_instances())
        forms.set_cache(form_hash, _CACHE_VERSION, definition.to_cache())
        return definition

    def newest(self, form_id: str) -> FormDefinition:
        """Return the released form of a name, for a new document.

        Raises:
            UnknownForm: There is none of this name.
            FormNotAllowed: There is, but it is not released.
        """
        return self.definition(self._newest(form_id).form_hash)

    def loading(self, form_ids: Iterable[str]) -> Steps[None]:
        """Load the released forms of some names one after the other, for work that needs them all."""
        for form_id in sorted(set(form_ids)):
            with suppress(UnknownForm, FormNotAllowed):
                form_hash = self._newest(form_id).form_hash
                if form_hash not in self._loaded:
                    loaded = yield from self._load(form_hash)
                    self._loaded.setdefault(form_hash, loaded)
            yield

    def title(self, form_id: str) -> str:
        """Return what the released form of a name is called, without loading it; raises as `newest`."""
        return self._newest(form_id).title

    def _newest(self, form_id: str) -> StoredForm:
        forms = self._sitting.vault.forms
        try:
            return forms.newest(form_id)
        except store_errors.UnknownForm as error:
            if any(stored.form_id == form_id for stored in forms.all()):
                raise FormNotAllowed(name=form_id) from error
            raise UnknownForm(name=form_id) from error

    def label(self, form_id: str, question: str, code: str) -> str:
        """Return the label of a code of a released form's question, "" where there is none."""
        return self._choices(form_id, self._code).by_question.get(question, {}).get(code, "")

    def _choices(self, form_id: str, spoken: str) -> ChoiceLabels:
        key = (form_id, spoken)
        if key not in self._labels:
            try:
                newest = self.newest(form_id)
            except (FormNotAllowed, UnknownForm):
                self._labels[key] = ChoiceLabels({})
            else:
                language = find_language(newest.languages, code=spoken)
                self._labels[key] = choice_labels(newest, language)
        return self._labels[key]

    def question_label(self, form_id: str, name: str) -> str:
        """Return what a question of a released form is called, in the language that is spoken."""
        definition = self.newest(form_id)
        items = definition.items_named(name)
        return in_language(items[0].label, self.language_of(definition)) if items else ""

    def code_labels(self, form_id: str) -> dict[str, str]:
        """Return a label for every code that the lists of a released form know."""
        found: dict[str, str] = {}
        for choices in self._choices(form_id, self._code).by_question.values():
            for code, label in choices.items():
                found.setdefault(code, label)
        return found

    def words(self, form_id: str, question: str, code: str) -> str:
        """Return a code in words: by its label, else by its own parts.

        Rules write these words into documents: they are in the first language of the form, whatever the
        window speaks.
        """
        labels = self._choices(form_id, "").by_question.get(question, {})
        return labels.get(code, "") or code.replace("_", " ")

    def xform(self, form_hash: str) -> bytes:
        """Return the XForm of a form, as bundles carry it."""
        return self._sitting.vault.forms.definition(form_hash)

    def coded_items(self) -> tuple[CodedItem, ...]:
        """Return the items of the released risk assessment as rules read them."""
        return rule_items(self.newest("risk_assessment"))


def rule_items(definition: FormDefinition) -> tuple[CodedItem, ...]:
    """Return the coded items of a form as the rules want them, all taken as relevant."""
    return tuple(
        CodedItem(
            name=item.name,
            domain=item.domain,
            label=in_language(item.label, None),
            core=item.core,
            floor=parse_level(item.floor),
            flag=item.flag,
        )
        for item in definition.items()
    )


def load_source(path: Path) -> tuple[ConvertedForm, FormDefinition]:
    """Convert and load a form file of any kind, for checking and trying it.

    Raises:
        BrokenForm: All faults at once, with sheet, row and column.
    """
    beside = {each.name: each.read_bytes() for each in path.parent.glob("*.csv")}
    definition, converted = open_form(path, instances={**shipped_instances(), **beside})
    return converted, definition
