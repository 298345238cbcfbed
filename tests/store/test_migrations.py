from sqlalchemy import Engine, text

from rtw.store.migrate import differences, upgrade


def test_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    assert differences(engine) == []


def test_running_them_again_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    assert differences(engine) == []


def test_sqlite_keeps_a_write_ahead_log_and_foreign_keys(migrated_sqlite: Engine) -> None:
    with migrated_sqlite.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.scalar(text("PRAGMA busy_timeout")) > 0
