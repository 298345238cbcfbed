from pathlib import Path

from sqlalchemy import Engine, create_engine, text

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


def test_previews_from_before_keep_their_numbers_and_discarded_ones_are_not_given_again(
    tmp_path: Path,
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'clinic.sqlite3'}")
    upgrade(engine, "0006")
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO audit_lines (at, action, subject, subject_id) "
                                "VALUES ('2026-01-05 00:00:00', 'uploaded', 'demand sheet', 7)"))  # fmt: skip
        connection.execute(text(_PREVIEW.format(columns="", values="")))
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(_PREVIEW.format(columns=", recalled", values=", 0")))
        assert connection.scalars(text("SELECT id FROM import_previews ORDER BY id")).all() == [1, 8]


_PREVIEW = (
    "INSERT INTO import_previews "
    "(clinic_id, user_id, filename, data, sha256, answers, uploaded_on, created_at{columns}) "
    "VALUES (1, 1, 'a.csv', 'x', 'y', '{{}}', '2026-01-05', '2026-01-05 00:00:00'{values})"
)
