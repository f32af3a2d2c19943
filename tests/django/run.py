#!/usr/bin/env python3
"""Django's side of the tests: the same tables and rows as ours, made and read by Django itself.

    run.py create  URL [APP …]     makes the tables with Django's schema editor
    run.py sql     URL [APP …]     prints the statements that `create` would run
    run.py drop    URL             drops every table of the database
    run.py catalog URL             prints what the database says about its tables, as canonical JSON
    run.py load    URL [APP …]     writes the data sets of shop, blog and pizza
    run.py fill    URL             writes the rows of `everything`, extremes included
    run.py dump    URL [APP …]     prints all rows as canonical JSON, as Django reads them

Without APP the four apps that every database can have are meant; `booking` is one of PostgreSQL. URL is `sqlite:PATH`, `postgres://USER[:PASSWORD]@HOST[:PORT]/NAME`
or `mysql://…`.
"""

import argparse
import json
import pathlib
import sys
import urllib.parse
import warnings

HERE = pathlib.Path(__file__).resolve().parent
APPS = ["shop", "blog", "pizza", "everything", "archive"]
POSTGRES_APPS = ["booking"]


def database(url):
    """Django's settings of a database URL."""
    parts = urllib.parse.urlsplit(url)
    if parts.scheme == "sqlite":
        path = url.removeprefix("sqlite:").removeprefix("//").partition("?")[0]
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    engines = {"postgres": "postgresql", "postgresql": "postgresql", "mysql": "mysql", "mariadb": "mysql"}
    if parts.scheme not in engines:
        sys.exit(f"run.py: `{url}` is not a URL of SQLite, PostgreSQL or MySQL")
    settings = {
        "ENGINE": f"django.db.backends.{engines[parts.scheme]}",
        "NAME": urllib.parse.unquote(parts.path.lstrip("/")),
        "USER": urllib.parse.unquote(parts.username or ""),
        "PASSWORD": urllib.parse.unquote(parts.password or ""),
        "HOST": parts.hostname or "127.0.0.1",
        "PORT": str(parts.port or ""),
    }
    if engines[parts.scheme] == "mysql":
        import pymysql

        # Django asks for mysqlclient, by version; PyMySQL has the same interface.
        pymysql.version_info = (2, 2, 7, "final", 0)
        pymysql.install_as_MySQLdb()
        settings["OPTIONS"] = {"charset": "utf8mb4"}
    return settings


def set_up(url):
    import django
    from django.conf import settings

    default = database(url)
    is_postgres = default["ENGINE"].endswith("postgresql")
    settings.configure(
        INSTALLED_APPS=[*APPS, *(POSTGRES_APPS if is_postgres else [])],
        DATABASES={"default": default},
        USE_TZ=True,
        TIME_ZONE="UTC",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    sys.path.insert(0, str(HERE))
    django.setup()


def canonical(value):
    """JSON that is the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    commands = ["create", "sql", "drop", "catalog", "load", "fill", "dump"]
    parser.add_argument("command", choices=commands)
    parser.add_argument("url")
    parser.add_argument("apps", nargs="*", choices=[*APPS, *POSTGRES_APPS, []])
    arguments = parser.parse_args()
    set_up(arguments.url)
    apps = arguments.apps or APPS

    # Imported now: they need the settings.
    import catalog
    import rows
    import tables

    # MySQL has no conditional unique constraints; that is known.
    warnings.simplefilter("ignore")
    match arguments.command:
        case "create":
            tables.create(apps)
        case "sql":
            print("\n".join(tables.statements(apps)))
        case "drop":
            tables.drop()
        case "catalog":
            print(canonical(catalog.read()))
        case "load":
            rows.load(apps)
        case "fill":
            rows.fill()
        case "dump":
            print(canonical(rows.dump(apps)))


if __name__ == "__main__":
    main()
