"""Databases for the tests.

databases.py listen URL           waits until the server is there, whomever it lets in
databases.py reach  URL           connects to it
databases.py create URL NAME      makes a database on the server of URL, and prints its URL
databases.py drop   URL           drops the database NAME of URL, and those named NAME_…
"""

import os
import socket
import subprocess
import sys
import time
import urllib.parse


def main(command, url, *rest):
    server = (Postgres if url.startswith("postgres") else MySql)(url)
    match command:
        case "listen":
            server.listen()
        case "reach":
            server.reach()
        case "create":
            server.create(rest[0])
            print(urllib.parse.urlunsplit(server.url._replace(path=f"/{rest[0]}")))
        case "drop":
            server.drop(server.url.path.lstrip("/"))


def is_of(found, name):
    return found == name or found.startswith(f"{name}_")


class Server:
    def __init__(self, url):
        self.url = urllib.parse.urlsplit(url)

    def shown(self):
        """Where it is, without a password."""
        return f"{self.product} at {self.url.hostname}:{self.url.port or self.port}"

    def options(self):
        return {
            "host": self.url.hostname,
            "port": self.url.port or self.port,
            "user": urllib.parse.unquote(self.url.username or ""),
            "password": urllib.parse.unquote(self.url.password or ""),
        }

    def listen(self):
        end = time.monotonic() + 60
        while True:
            try:
                socket.create_connection((self.url.hostname, self.url.port or self.port), 5).close()
                return
            except OSError as error:
                if time.monotonic() > end:
                    sys.exit(f"{self.shown()} does not start: {error}")
            time.sleep(0.2)

    def reach(self):
        try:
            self.connect().close()
        except Exception as error:
            sys.exit(f"{self.shown()} cannot be reached: {error}".strip())


class Postgres(Server):
    product, port = "PostgreSQL", 5432

    def connect(self, database=None):
        import psycopg

        database = database or self.url.path.lstrip("/") or "postgres"
        return psycopg.connect(dbname=database, autocommit=True, connect_timeout=5, **self.options())

    def create(self, name):
        with self.connect() as connection:
            # Text sorts by code point there, as on SQLite.
            connection.execute(
                f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
            )
        with self.connect(name) as connection:
            # SHA functions come from it.
            connection.execute("CREATE EXTENSION pgcrypto")

    def drop(self, name):
        with self.connect("postgres") as connection:
            for (found,) in connection.execute("SELECT datname FROM pg_database").fetchall():
                if is_of(found, name):
                    connection.execute(f'DROP DATABASE "{found}" WITH (FORCE)')


class MySql(Server):
    product, port = "MariaDB or MySQL", 3306

    def connect(self):
        import pymysql

        return pymysql.connect(connect_timeout=5, autocommit=True, **self.options())

    def run(self, sql):
        connection = self.connect()
        with connection.cursor() as cursor:
            cursor.execute(sql)
            rows = cursor.fetchall()
        connection.close()
        return rows

    def create(self, name):
        self.load_time_zones()
        self.run(f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")

    def drop(self, name):
        for (found,) in self.run("SHOW DATABASES"):
            if is_of(found, name):
                self.run(f"DROP DATABASE `{found}`")

    def load_time_zones(self):
        """Fills the tables of time zones, without which `CONVERT_TZ` answers NULL."""
        if self.run("SELECT CONVERT_TZ('2025-06-01 12:00:00', 'UTC', 'Europe/Berlin')")[0][0]:
            return
        zones = first_output(["mariadb-tzinfo-to-sql", "mysql_tzinfo_to_sql"], "/usr/share/zoneinfo")
        options = self.options()
        arguments = [f"--host={options['host']}", f"--port={options['port']}", f"--user={options['user']}"]
        environment = os.environ | ({"MYSQL_PWD": options["password"]} if options["password"] else {})
        for client in ("mariadb", "mysql"):
            try:
                subprocess.run([client, *arguments, "mysql"], input=zones, env=environment, check=True)
                return
            except FileNotFoundError:
                continue
        sys.exit(f"{self.shown()} knows no time zones, and there is no client to load them with")


def first_output(programs, *arguments):
    for program in programs:
        try:
            found = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            return found.stdout
        except FileNotFoundError:
            continue
    sys.exit(f"the server knows no time zones; install one of {', '.join(programs)} to load them")


if __name__ == "__main__":
    main(*sys.argv[1:])
