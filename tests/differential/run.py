#!/usr/bin/env python3
"""Django's side of the differential tests: runs the queries that it is given, one line of JSON each.

    run.py URL

A line is a list of queries, and its answer a line with a list of outcomes:
`{"rows": [[…]], "joins": n, "selects": n}`, or `{"error": "…"}`. A query is

    {"model": table, "calls": [call…], "order": [name…]?, "reverse": bool?, "distinct": bool?,
     "slice": [from, to]?, "ask": "rows" | "count" | "exists" | [[name, expression]…], "sql": bool?}

and a call `{"filter": q}`, `{"exclude": q}`, `{"values": [path…]}`, `{"combine": "&", "with": query}` or
`{"annotate": name, "with": expression, "selected": bool}`. A predicate is `{"and": [q…]}`, `{"or": [q…]}`,
`{"xor": [q…]}`, `{"not": q}` or a lookup `{"path": path, "with": operand}`; an operand is `{"value": v}`,
`{"f": path}`, `{"range": [operand, operand]}`, `{"query": query}` or `{"expr": expression}`. What
expressions are is in `expressions.py`.
"""

import decimal
import functools
import json
import operator
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "django"))

import run  # noqa: E402

run.set_up(sys.argv[1])

import django.db  # noqa: E402
from django.core.exceptions import EmptyResultSet, FullResultSet  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import F, Q, Value, When, Window  # noqa: E402
from django.db.models.lookups import Lookup  # noqa: E402
from django.db.models.sql.query import Query  # noqa: E402
from django.db.models.sql.where import WhereNode, XOR  # noqa: E402

import expressions  # noqa: E402
import rows as data  # noqa: E402
import tables  # noqa: E402

MODELS = {model._meta.db_table: model for model in tables.models(run.APPS)}
JOIN = {"and": operator.and_, "or": operator.or_, "xor": operator.xor}
COMBINE = {"&": operator.and_, "|": operator.or_, "^": operator.xor}


def mend_xor():
    """On MySQL, Django gives every row for `a ^ b` when one is known to be true for every row, and not
    on the other databases. Here it is not known, so that everything around it is compared."""
    written = WhereNode.as_sql

    def as_sql(self, compiler, connection):
        if self.connector != XOR or connection.vendor != "mysql":
            return written(self, compiler, connection)
        left, negated = [], self.negated
        for child in self.children:
            try:
                compiler.compile(child)
            except FullResultSet:
                negated = not negated
            except EmptyResultSet:
                pass
            else:
                left.append(child)
        if not left:
            raise FullResultSet if negated else EmptyResultSet
        return written(WhereNode(left, XOR, negated), compiler, connection)

    WhereNode.as_sql = as_sql


mend_xor()


def mend_split_exclude():
    """`exclude()` over a to-many relation speaks of the row that the same call has joined, which Django
    finds by the name of the table in the query: `T3` may be another table there. Here it is not."""
    trim_start, split_exclude = Query.trim_start, Query.split_exclude
    trimmed = []

    def trim(self, names_with_path):
        found = trim_start(self, names_with_path)
        trimmed.append(self.alias_map[self.select[0].alias].table_name)
        return found

    def split(self, filter_expr, can_reuse, names_with_path):
        class OfSameTable(set):
            def __contains__(of, alias):
                return set.__contains__(of, alias) and self.alias_map[alias].table_name == trimmed[-1]

        reuse = OfSameTable(can_reuse)
        found = split_exclude(self, filter_expr, reuse, names_with_path)
        can_reuse.update(reuse)
        return found

    Query.trim_start, Query.split_exclude = trim, split


mend_split_exclude()


def mend_known_predicates():
    """A predicate that is known to be true or false of every row is an exception while its SQL is written:
    `CASE` takes that of a value for one of its condition, and PostgreSQL gets a number where no row meets it.
    Here such a predicate is a value."""
    if connection.vendor == "postgresql":
        WhereNode.empty_result_set_value = False
    result_of = When.as_sql

    def as_sql(self, compiler, connection, **context):
        if isinstance(self.result, WhereNode):
            try:
                compiler.compile(self.result)
            except (EmptyResultSet, FullResultSet) as known:
                self = self.copy()
                self.result = Value(isinstance(known, FullResultSet))
        return result_of(self, compiler, connection, **context)

    When.as_sql = as_sql


mend_known_predicates()


def mend_windows_of_no_rows():
    """An aggregate over a window whose filter no row meets is written as 0. Here it is that of no rows."""
    Window.empty_result_set_value = property(lambda self: self.source_expression.empty_result_set_value)


mend_windows_of_no_rows()


def mend_parentheses():
    """A predicate on the right of a lookup has no parentheses when it begins with one: `a = (b - c) >= d`."""
    written = Lookup.process_rhs

    def process_rhs(self, compiler, connection):
        sql, params = written(self, compiler, connection)
        if isinstance(self.rhs, WhereNode) and not (sql.startswith("((") and sql.endswith("))")):
            sql = f"({sql})"
        return sql, params

    Lookup.process_rhs = process_rhs


mend_parentheses()


@functools.cache
def names(model):
    return {name for field in model._meta.get_fields() for name in (field.name, getattr(field, "attname", None))}


@functools.cache
def path(model, text):
    """A path with Django's names: it has no underscores in `entrydetail`. What was annotated stays as it is."""
    parts, found = text.split("__"), []
    for at, part in enumerate(parts):
        if part not in names(model) and part.replace("_", "") in names(model):
            part = part.replace("_", "")
        found.append(part)
        field = model._meta.get_field(part) if part in names(model) else None
        if field is None or not field.is_relation or part == getattr(field, "attname", None):
            return "__".join(found + parts[at + 1 :])
        model = field.related_model
    return "__".join(found)


def predicate(model, q):
    match q:
        case {"not": inner}:
            return ~predicate(model, inner)
        case {"path": name, "with": operand}:
            return Q(**{path(model, name): right(model, operand)})
    ((join, parts),) = q.items()
    return functools.reduce(JOIN[join], (predicate(model, part) for part in parts))


def right(model, operand):
    match operand:
        case {"f": name}:
            return F(path(model, name))
        case {"range": bounds}:
            return tuple(right(model, bound) for bound in bounds)
        case {"query": query}:
            return build(query)
        case {"expr": expr}:
            return expressions.expression(model, expr)
    return operand["value"]


def build(query):
    model = MODELS[query["model"]]
    found = model.objects.all()
    for call in query["calls"]:
        match call:
            case {"filter": q}:
                found = found.filter(predicate(model, q))
            case {"exclude": q}:
                found = found.exclude(predicate(model, q))
            case {"values": paths}:
                found = found.values_list(*[path(model, name) for name in paths])
            case {"annotate": name, "with": expr, "selected": selected}:
                annotate = found.annotate if selected else found.alias
                found = annotate(**{name: expressions.expression(model, expr)})
            case {"combine": sign, "with": other}:
                found = COMBINE[sign](found, build(other))
    if (order := query.get("order")) is not None:
        signed = lambda name: "-" + path(model, name[1:]) if name[0] == "-" else path(model, name)
        found = found.order_by(*map(signed, order))
    if query.get("reverse"):
        found = found.reverse()
    if query.get("distinct"):
        found = found.distinct()
    if slice_ := query.get("slice"):
        found = found[slice_[0] : slice_[1]]
    return found


def fetch(query):
    found = build(query)
    match query["ask"]:
        case "count":
            return [[found.count()]]
        case "exists":
            return [[found.exists()]]
        case list() as asked:
            model = MODELS[query["model"]]
            row = found.aggregate(**{name: expressions.expression(model, expr) for name, expr in asked})
            return [[encode(None, row[name]) for name, _ in asked]]
    fields = MODELS[query["model"]]._meta.concrete_fields
    if found._fields is None:
        added = list(found.query.annotation_select)
        return [
            [encode(field, getattr(row, field.attname)) for field in fields]
            + [encode(None, getattr(row, name)) for name in added]
            for row in found
        ]
    return [[encode(None, value) for value in row] for row in found]


def encode(field, value):
    """A value as the other side writes it: documents are only in instances."""
    if value is None:
        return None
    if isinstance(value, decimal.Decimal):
        return {"$dec": format(value.normalize() + 0, "f")}
    return data.encode(field, value)


expressions.path, expressions.predicate, expressions.build = path, predicate, build


def outcome(query):
    statements = []

    def watch(execute, sql, params, many, context):
        statements.append(sql)
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(watch):
            found = {"rows": fetch(query)}
    except Exception as error:  # Whatever it is, the other side has to fail as well.
        if isinstance(error, django.db.Error):
            connection.close()
        found = {"error": f"{type(error).__name__}: {error}"}
    words = [word for sql in statements for word in sql.replace("(", " ").split()]
    found["joins"] = words.count("JOIN")
    found["selects"] = words.count("SELECT")
    if query.get("sql"):
        found["sql"] = statements
    return found


for line in sys.stdin:
    print(json.dumps([outcome(query) for query in json.loads(line)], ensure_ascii=False), flush=True)
