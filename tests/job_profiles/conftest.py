from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def pda_folder(shared: Path) -> Path:
    """Demand sheets with the answers a careful reader gives."""
    return shared / "spreadsheets" / "pda"
