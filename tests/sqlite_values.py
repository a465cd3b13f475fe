"""Prints every text and blob of a SQLite database in base64, a line each: `sqlite_values.py DATABASE`.

Works on a copy, with the write-ahead log that a killed program left, so that the original stays as it is.
"""

import base64
import pathlib
import shutil
import sqlite3
import sys
import tempfile


def values(database: pathlib.Path) -> list[bytes]:
    """All texts and blobs, from a copy made now."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "copy.sqlite"
        shutil.copyfile(database, copy)
        log = database.with_name(database.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        connection = sqlite3.connect(copy)
        # What is no valid UTF-8 is given as it stands.
        connection.text_factory = bytes
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            quoted = name.decode().replace('"', '""')
            try:
                rows = connection.execute(f'SELECT * FROM "{quoted}"')
            except sqlite3.OperationalError:
                continue  # A virtual table of a module that is not here; its content stands in others.
            found.extend(value for row in rows for value in row if isinstance(value, bytes))
        connection.close()
    return found


def main(database: pathlib.Path) -> None:
    for last in (False, False, False, True):
        try:
            found = values(database)
            break
        except sqlite3.DatabaseError:
            # A running program wrote between the copy of the database and that of its log.
            if last:
                raise
    for value in found:
        print(base64.b64encode(value).decode())


main(pathlib.Path(sys.argv[1]))
