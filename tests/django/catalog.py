"""What a database says about its tables, in one shape for the three databases.

Everything comes from the catalogs, nothing from the models: two databases with equal catalogs
have the same tables, whoever made them. Names of constraints count, but not those that a database
has made up by itself.
"""

import re

from django.db import connection


def read():
    readers = {"sqlite": read_sqlite, "postgresql": read_postgres, "mysql": read_mysql}
    return readers[connection.vendor]()


def rows(sql, *parameters):
    """The rows of a query, as dictionaries."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
        names = [column[0].lower() for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def by(items, *keys):
    return sorted(items, key=lambda item: [str(item[key]) for key in keys])


def new_table():
    return {
        "columns": [],
        "primary_key": [],
        "unique": [],
        "indexes": [],
        "checks": [],
        "foreign_keys": [],
    }


def finish(tables):
    """Brings what has no order of its own into one."""
    for table in tables.values():
        for kind in ("unique", "indexes", "checks"):
            table[kind] = by(table[kind], "name", "columns" if kind != "checks" else "condition")
        table["foreign_keys"] = by(table["foreign_keys"], "columns")
    return tables


# SQLite


def read_sqlite():
    tables = {}
    for found in rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%%' ESCAPE '\\'"
    ):
        name, definition = found["name"], " ".join(found["sql"].split())
        quoted = connection.ops.quote_name(name)
        table = tables[name] = new_table()
        # Checks, deferrable keys and AUTOINCREMENT are in no pragma: only here.
        table["definition"] = definition
        for column in rows(f"PRAGMA table_xinfo({quoted})"):
            table["columns"].append(
                {
                    "name": column["name"],
                    "type": column["type"],
                    "null": not column["notnull"],
                    "default": column["dflt_value"],
                    "identity": bool(column["pk"]) and "AUTOINCREMENT" in definition,
                }
            )
            if column["pk"]:
                table["primary_key"].append(column["name"])
        for index in rows(f"PRAGMA index_list({quoted})"):
            columns = rows(f"PRAGMA index_xinfo({connection.ops.quote_name(index['name'])})")
            columns = [column for column in columns if column["key"]]
            if index["origin"] == "pk":
                continue
            if index["origin"] == "u":
                names = [column["name"] for column in columns]
                table["unique"].append({"name": None, "columns": names})
                continue
            sql = rows("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = %s", index["name"])
            _, _, condition = " ".join(sql[0]["sql"].split()).partition(" WHERE ")
            table["indexes"].append(
                {
                    "name": index["name"],
                    "unique": bool(index["unique"]),
                    "columns": [
                        {"name": column["name"], "descending": bool(column["desc"]), "operator_class": None}
                        for column in columns
                    ],
                    "condition": condition or None,
                }
            )
        for name, condition in sqlite_checks(definition):
            table["checks"].append({"name": name, "condition": condition})
        for key in rows(f"PRAGMA foreign_key_list({quoted})"):
            after = definition.partition(f'"{key["from"]}" ')[2].partition(", ")[0]
            table["foreign_keys"].append(
                {
                    "name": None,
                    "columns": [key["from"]],
                    "to_table": key["table"],
                    "to_columns": [key["to"]],
                    "on_delete": key["on_delete"],
                    "on_update": key["on_update"],
                    "deferrable": "DEFERRABLE INITIALLY DEFERRED" in after,
                }
            )
    return finish(tables)


def sqlite_checks(definition):
    """The checks in the text of a table, by counting parentheses outside of quotes."""
    for match in re.finditer(r'(?:CONSTRAINT "([^"]*)" )?CHECK \(', definition):
        depth, quote, start = 1, None, match.end()
        for position in range(start, len(definition)):
            character = definition[position]
            if quote:
                quote = None if character == quote else quote
            elif character in "'\"":
                quote = character
            else:
                depth += {"(": 1, ")": -1}.get(character, 0)
            if depth == 0:
                yield match[1], definition[start:position]
                break


# PostgreSQL


def read_postgres():
    tables = {}
    for column in rows(
        """
        SELECT t.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
            NOT a.attnotnull AS "null", pg_get_expr(d.adbin, d.adrelid) AS "default",
            CASE a.attidentity WHEN 'd' THEN 'by default' WHEN 'a' THEN 'always' END AS identity,
            c.collname AS collation
        FROM pg_class t
        JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
        LEFT JOIN pg_collation c ON c.oid = a.attcollation
        WHERE t.relkind = 'r'
        ORDER BY t.relname, a.attnum
        """
    ):
        tables.setdefault(column.pop("table"), new_table())["columns"].append(column)
    for constraint in rows(
        """
        SELECT t.relname AS "table", c.conname AS name, c.contype::text AS kind,
            c.condeferrable AND c.condeferred AS deferrable, c.condeferrable AS may_defer,
            pg_get_constraintdef(c.oid) AS definition, r.relname AS to_table,
            CASE c.confdeltype WHEN 'a' THEN 'NO ACTION' ELSE c.confdeltype::text END AS on_delete,
            CASE c.confupdtype WHEN 'a' THEN 'NO ACTION' ELSE c.confupdtype::text END AS on_update,
            ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k (number, position)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                ORDER BY k.position) AS columns,
            ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k (number, position)
                JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number
                ORDER BY k.position) AS to_columns
        FROM pg_constraint c
        JOIN pg_class t ON t.oid = c.conrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        LEFT JOIN pg_class r ON r.oid = c.confrelid
        """
    ):
        table = tables[constraint["table"]]
        match constraint["kind"]:
            case "p":
                table["primary_key"] = constraint["columns"]
            case "u":
                table["unique"].append({"name": constraint["name"], "columns": constraint["columns"]})
            case "c":
                table["checks"].append(
                    {"name": constraint["name"], "condition": constraint["definition"]}
                )
            case "f":
                keys = ["name", "columns", "to_table", "to_columns", "on_delete", "on_update", "deferrable"]
                table["foreign_keys"].append({key: constraint[key] for key in keys})
    for index in rows(
        """
        SELECT t.relname AS "table", x.relname AS name, i.indisunique AS "unique", m.amname AS method,
            pg_get_expr(i.indpred, i.indrelid) AS condition,
            ARRAY(SELECT pg_get_indexdef(i.indexrelid, k.position::int, true)
                FROM generate_series(1, i.indnkeyatts) k (position) ORDER BY k.position) AS columns,
            ARRAY(SELECT (i.indoption[k.position - 1] & 1) = 1
                FROM generate_series(1, i.indnkeyatts) k (position) ORDER BY k.position) AS descending,
            ARRAY(SELECT o.opcname::text
                FROM generate_series(1, i.indnkeyatts) k (position)
                JOIN pg_opclass o ON o.oid = i.indclass[k.position - 1] ORDER BY k.position) AS classes
        FROM pg_index i
        JOIN pg_class t ON t.oid = i.indrelid
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_am m ON m.oid = x.relam
        JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
        """
    ):
        parts = zip(index["columns"], index["descending"], index["classes"])
        tables[index["table"]]["indexes"].append(
            {
                "name": index["name"],
                "unique": index["unique"],
                "columns": [
                    {"name": name.strip('"'), "descending": descending, "operator_class": operator_class}
                    for name, descending, operator_class in parts
                ],
                "condition": index["condition"],
                "method": index["method"],
            }
        )
    return finish(tables)


# MySQL and MariaDB


def read_mysql():
    tables = {}
    for found in rows(
        """
        SELECT table_name, engine, table_collation AS collation FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
        """
    ):
        table = tables[found["table_name"]] = new_table()
        table["engine"], table["collation"] = found["engine"], found["collation"]
    for column in rows(
        """
        SELECT table_name, column_name, column_type, is_nullable, column_default, extra, collation_name
        FROM information_schema.columns WHERE table_schema = DATABASE()
        ORDER BY table_name, ordinal_position
        """
    ):
        tables[column["table_name"]]["columns"].append(
            {
                "name": column["column_name"],
                "type": column["column_type"],
                "null": column["is_nullable"] == "YES",
                "default": column["column_default"],
                "identity": column["extra"] or None,
                "collation": column["collation_name"],
            }
        )
    indexes = {}
    for part in rows(
        """
        SELECT table_name, index_name, non_unique, column_name, collation, sub_part, index_type
        FROM information_schema.statistics WHERE table_schema = DATABASE()
        ORDER BY table_name, index_name, seq_in_index
        """
    ):
        indexes.setdefault((part["table_name"], part["index_name"]), []).append(part)
    for (table_name, name), parts in indexes.items():
        table = tables[table_name]
        names = [part["column_name"] for part in parts]
        if name == "PRIMARY":
            table["primary_key"] = names
        elif not parts[0]["non_unique"]:
            table["unique"].append({"name": name, "columns": names})
        else:
            table["indexes"].append(
                {
                    "name": name,
                    "unique": False,
                    "columns": [
                        {
                            "name": part["column_name"],
                            "descending": part["collation"] == "D",
                            "length": part["sub_part"],
                        }
                        for part in parts
                    ],
                    "method": parts[0]["index_type"],
                }
            )
    if connection.mysql_is_mariadb:
        checks = """
            SELECT table_name, level, constraint_name, check_clause FROM information_schema.check_constraints
            WHERE constraint_schema = DATABASE()
            """
    else:
        checks = """
            SELECT t.table_name, NULL AS level, c.constraint_name, c.check_clause
            FROM information_schema.check_constraints c
            JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE c.constraint_schema = DATABASE()
            """
    for check in rows(checks):
        tables[check["table_name"]]["checks"].append(
            {"name": check["constraint_name"], "condition": check["check_clause"], "level": check["level"]}
        )
    keys = {}
    for part in rows(
        """
        SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name,
            k.referenced_column_name, r.delete_rule, r.update_rule
        FROM information_schema.key_column_usage k
        JOIN information_schema.referential_constraints r
            ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
            AND r.table_name = k.table_name
        WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
        ORDER BY k.table_name, k.constraint_name, k.ordinal_position
        """
    ):
        keys.setdefault((part["table_name"], part["constraint_name"]), []).append(part)
    for (table_name, name), parts in keys.items():
        tables[table_name]["foreign_keys"].append(
            {
                "name": name,
                "columns": [part["column_name"] for part in parts],
                "to_table": parts[0]["referenced_table_name"],
                "to_columns": [part["referenced_column_name"] for part in parts],
                "on_delete": parts[0]["delete_rule"],
                "on_update": parts[0]["update_rule"],
                "deferrable": False,
            }
        )
    return finish(tables)
