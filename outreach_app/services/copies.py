"""Plain-text copies of revisions: what bundles carry for readers without the program."""

import contextlib
from collections.abc import Callable, Iterable

from outreach_app.domain.documents import Revision
from outreach_app.errors import OutreachError
from outreach_app.report.outline import FormOutline, outline_of
from outreach_app.report.text import RENDERER_VERSION, render_text
from outreach_app.services.catalogue import Catalogue
from outreach_app.services.errors import UnknownForm

_SHORT_HASH = 12


class Copies:
    """Makes the plain-text copies of one sitting; each form is read once."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Use the forms of a vault."""
        self._catalogue = catalogue
        self._outlines: dict[str, FormOutline] = {}

    def text(self, revision: Revision, *, renderer_version: int = RENDERER_VERSION) -> str:
        """Return the plain-text copy of a revision with the parts that are held.

        It depends on nothing but the revision, its form and the renderer: neither lists of the
        case nor names of people stand in it, so whoever reads it can make it again and compare.

        Args:
            revision: The revision.
            renderer_version: The version that made a copy to be compared.

        Raises:
            UnknownForm: The vault does not hold its form.
            UnknownRenderer: The program does not have this version.
        """
        form_hash = revision.header.form_hash
        return render_text(self._outline(form_hash), revision, renderer_version=renderer_version)

    def renderer(self, form_hashes: Iterable[str]) -> Callable[[Revision], str]:
        """Read some forms now and return a renderer of their copies that needs no vault.

        What it returns raises `UnknownForm` for a form that the vault did not hold.
        """
        outlines: dict[str, FormOutline] = {}
        for form_hash in frozenset(form_hashes):
            with contextlib.suppress(OutreachError):
                outlines[form_hash] = self._outline(form_hash)

        def render(revision: Revision) -> str:
            form_hash = revision.header.form_hash
            if form_hash not in outlines:
                raise UnknownForm(name=form_hash[:_SHORT_HASH])
            return render_text(outlines[form_hash], revision)

        return render

    def _outline(self, form_hash: str) -> FormOutline:
        if form_hash not in self._outlines:
            self._outlines[form_hash] = outline_of(self._catalogue.definition(form_hash))
        return self._outlines[form_hash]
