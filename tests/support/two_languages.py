"""A short form in English and Arabic, put into a vault as an organisation would have released it."""

from outreach_app.domain.documents import Document, Subject
from outreach_app.engine.source import open_form
from outreach_app.services.workspace import Workspace

FORM_ID = "mood"
ENGLISH, ARABIC = "English (en)", "Arabic (ar)"
SOURCE = """
| survey |
| | type | name | label::English (en) | label::Arabic (ar) | hint::English (en) |
| | begin_group | today | Today | اليوم | |
| | text | called | Name | الاسم | |
| | select_one mood | feeling | How are you today? | كيف حالك اليوم؟ | |
| | text | remark | A remark of ours | | Nobody translated this one |
| | end_group | | | | |

| choices |
| | list_name | name | label::English (en) | label::Arabic (ar) |
| | mood | well | Well | بخير |
| | mood | unwell | Not well | لست بخير |

| settings |
| | form_title | form_id | version | default_language | namespaces |
| | Mood | mood | 1 | English (en) | outreach="urn:outreach:form:1" |
"""


def release(workspace: Workspace) -> None:
    """Put the form into the vault of a workspace, released."""
    definition, converted = open_form(SOURCE.encode(), "mood.md")
    vault = workspace.vault
    with vault.transaction(workspace.sitting.act("test.released")):
        workspace.catalogue.keep_foreign(converted.xml)
        vault.forms.set_allowed(definition.form_hash, allowed=True)


def begun(workspace: Workspace, subject: Subject) -> Document:
    """Begin the form in a case and answer it."""
    opened = workspace.casework.begin(FORM_ID, subject)
    opened.set_answer("today/called", "Gerta")
    opened.set_answer("today/feeling", "unwell")
    opened.set_answer("today/remark", "She smiled.")
    return opened.document
