"""What the exchange needs of forms and copies, given by whoever holds the forms of a vault."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from outreach_app.domain.documents import Revision
from outreach_app.engine.definition import FormDefinition
from outreach_app.errors import OutreachError


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The forms of a vault, and the renderer of readable copies.

    Attributes:
        definition: Returns a form by its hash; raises an `OutreachError` when it is not held.
        keep_form: Keeps a foreign form inside the caller's act, for showing and not for new
            documents; raises an `OutreachError` when it cannot be used.
        render_copy: Returns the readable copy of a revision from the parts that it holds; None
            to write bundles without copies and to leave copies unread.
        renderer: Reads some forms now and returns a renderer of their copies that needs no vault;
            None where `render_copy` does without one.
    """

    definition: Callable[[str], FormDefinition]
    keep_form: Callable[[bytes], object]
    render_copy: Callable[[Revision], str] | None = None
    renderer: Callable[[Iterable[str]], Callable[[Revision], str]] | None = None

    def find(self, form_hash: str) -> FormDefinition | None:
        """Return a form by its hash; None while it is not held or cannot be used."""
        try:
            return self.definition(form_hash)
        except OutreachError:
            return None

    def copy_of(self, revision: Revision) -> str:
        """Return the readable copy of a revision; "" where its form cannot be used."""
        if self.render_copy is None:
            return ""
        try:
            return self.render_copy(revision)
        except OutreachError:
            return ""

    def copier(self, form_hashes: Iterable[str]) -> Callable[[Revision], str]:
        """Return `copy_of` for revisions of some forms, as a function that needs no vault."""
        if self.renderer is None:
            return self.copy_of
        render = self.renderer(form_hashes)

        def copy(revision: Revision) -> str:
            try:
                return render(revision)
            except OutreachError:
                return ""

        return copy
