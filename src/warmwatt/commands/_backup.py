"""A whole copy of the database: SQLite's own online backup, or pg_dump's archive."""

import os
import shutil
import sqlite3
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import typer
from django.db import connection

_SQLITE = b"SQLite format 3\x00"


def write_backup(path: Path) -> str:
    """This function will copy the records into `path`, consistent even while turns are being heard."""
    if path.exists():
        raise typer.BadParameter(f"{path} already exists 文件已存在")
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        with sqlite3.connect(settings["NAME"]) as source, sqlite3.connect(path) as target:
            source.backup(target)
        return "SQLite backup"
    _pg("pg_dump", "--format=custom", f"--file={path}", settings=settings)
    return "PostgreSQL backup"


def read_backup(path: Path) -> str:
    """This function will put the backup in place; the replaced SQLite file is kept with a dated name."""
    if not path.is_file():
        raise typer.BadParameter(f"{path}: no such file 找不到文件")
    settings = connection.settings_dict
    with path.open("rb") as opened:
        is_sqlite = opened.read(len(_SQLITE)) == _SQLITE
    if connection.vendor == "sqlite":
        if not is_sqlite:
            raise typer.BadParameter(f"{path}: not a SQLite backup 不是 SQLite 备份")
        return _restore_sqlite(path, Path(settings["NAME"]))
    if is_sqlite:
        raise typer.BadParameter(f"{path}: a SQLite backup, but the desk runs on PostgreSQL")
    _pg("pg_restore", "--clean", "--if-exists", f"--dbname={settings['NAME']}", str(path), settings=settings)
    return "restored 已恢复"


def _restore_sqlite(path: Path, database: Path) -> str:
    connection.close()
    with sqlite3.connect(path) as checked:
        if checked.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise typer.BadParameter(f"{path}: the backup is damaged 备份已损坏")
    kept = database.with_suffix(f".before-{datetime.now():%Y%m%d-%H%M%S}")  # noqa: DTZ005 - a name for people here
    if database.exists():
        with sqlite3.connect(database) as old, sqlite3.connect(kept) as copy:
            old.backup(copy)
    with sqlite3.connect(path) as source, sqlite3.connect(database) as target:
        source.backup(target)
    return f"restored; the replaced records are in {kept} 已恢复"


def _pg(tool: str, *arguments: str, settings: dict[str, Any]) -> None:
    if shutil.which(tool) is None:
        raise typer.BadParameter(f"{tool} is not on this machine; install PostgreSQL's client programs")
    environment = {
        **os.environ,
        "PGHOST": settings["HOST"] or "127.0.0.1",
        "PGPORT": str(settings["PORT"] or 5432),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    done = subprocess.run([tool, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise typer.BadParameter(f"{tool}: {done.stderr.strip()}")
