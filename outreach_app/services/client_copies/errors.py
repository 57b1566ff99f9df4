"""Why there is no copy for the client."""

from typing import ClassVar

from outreach_app.errors import Refusal


class NothingSigned(Refusal):
    """A copy for a client is made of what is signed, and nothing is."""

    code: ClassVar[str] = "copies.nothing-signed"


class NotForClients(Refusal):
    """There is no short copy for the client of this form."""

    code: ClassVar[str] = "copies.other-form"
