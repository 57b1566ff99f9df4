"""Write docs/settings.md from the table of settings: `python -m tests.house.settings_page`."""

from outreach_app.settings import settings_page
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "settings.md"

if __name__ == "__main__":
    PAGE.write_text(settings_page(), "utf-8")
