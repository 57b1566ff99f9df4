"""Small forms written as Markdown for the tests of the engine."""

from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.source import open_form

SETTINGS = """
| settings |
| | form_title | form_id | version | namespaces |
| | Test | test | 1 | outreach="urn:outreach:form:1" |
"""


def form(tables: str, **given: bytes) -> FormDefinition:
    """Return the form of Markdown tables; keyword arguments are files beside it, by stem."""
    source = tables if "| settings |" in tables else tables + SETTINGS
    return open_form(source.encode(), "test.md", instances=given)[0]


HOUSEHOLD = """
| survey |
| | type | name | label | relevant | required | constraint | constraint_message | calculation | default | bind::outreach:req | bind::outreach:part |
| | begin_group | home | Home | | | | | | | | |
| | integer | people | How many people? | | true() | . >= 1 | At least one person. | | | core | |
| | select_one yes_no | safe | Is it safe? | | true() | | | | | yes | |
| | text | why | Why not? | ${safe} = 'no' | true() | | | | | yes | special |
| | calculate | double | | | | | | ${people} * 2 | | | |
| | end_group | | | | | | | | | | |
| | begin_repeat | person | Person | | | | | | | | |
| | text | name | Name | | | | | | | | |
| | integer | age | Age of ${name} | | | | | | | | |
| | calculate | place | | | | | | position(..) | | | |
| | calculate | grown | | | | | | if(${age} >= 18, 'yes', 'no') | | | |
| | end_repeat | | | | | | | | | | |
| | calculate | oldest | | | | | | max(${age}) | | | |
| | calculate | persons | | | | | | count(${person}) | | | |
| | calculate | copy_why | | | | | | ${why} | | | |

| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| | yes_no | no | No |
"""
