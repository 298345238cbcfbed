"""`python -m rtw`."""

import sys

from rtw.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
