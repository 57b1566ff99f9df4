"""The frozen program's first lines."""

import sys

from outreach_app.__main__ import main

sys.exit(main())
