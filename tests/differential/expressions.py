"""Expressions as the other side writes them: `{"f": path}`, `{"outer": path}`, `{"literal": v, "kind": kind}`,
`{"sign": "+", "of": [e, e]}`, `{"function": name, "of": [e…], "kind": kind?}`, `{"cast": e, "kind": kind}`,
`{"aggregate": name, "of": e?, "distinct": bool, "filter": q?, "default": e?}`,
`{"case": [[q, e]…], "else": e?, "kind": kind}`, `{"window": e, "partition": [e…], "order": [path…], "whole": bool}`,
`{"q": q}`, `{"subquery": query}`, `{"exists": query}`.
"""

import datetime
import decimal
import operator

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, RowRange, Subquery, Value, When, Window
from django.db.models import aggregates, functions

UTC = datetime.timezone.utc

FIELDS = {
    "text": models.TextField,
    "integer": models.BigIntegerField,
    "float": models.FloatField,
    "decimal": models.DecimalField,
    "bool": models.BooleanField,
    "date": models.DateField,
    "datetime": models.DateTimeField,
    "time": models.TimeField,
    "duration": models.DurationField,
    "uuid": models.UUIDField,
    "ip": models.GenericIPAddressField,
    "json": models.JSONField,
}

SIGNS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
}


def literal(kind, value):
    match kind:
        case "decimal":
            value = decimal.Decimal(value)
        case "date":
            value = datetime.date.fromisoformat(value)
        case "datetime":
            value = datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        case "time":
            value = datetime.time.fromisoformat(value)
    return Value(value)


def expression(model, expr):
    def of(expr):
        return expression(model, expr)

    match expr:
        case {"f": name}:
            return F(path(model, name))
        case {"outer": name}:
            return OuterRef(name)
        case {"literal": value, "kind": kind}:
            return literal(kind, value)
        case {"sign": sign, "of": [left, right]}:
            return SIGNS[sign](of(left), of(right))
        case {"function": name, "of": arguments, "kind": kind}:
            if name in ("Lag", "Lead", "FirstValue", "LastValue", "NthValue", "Ntile", "Left", "Right", "Substr"):
                arguments = [of(first) if at == 0 and name != "Ntile" else rest["literal"] for at, (first, rest) in enumerate(zip(arguments, arguments))]
            else:
                arguments = [of(argument) for argument in arguments]
            output = {"output_field": FIELDS[kind]()} if kind else {}
            return getattr(functions, name)(*arguments, **output)
        case {"cast": inner, "kind": kind}:
            return functions.Cast(of(inner), FIELDS[kind]())
        case {"aggregate": name, "of": None, "filter": filter}:
            return Count("*", filter=predicate(model, filter) if filter else None)
        case {"aggregate": name, "of": inner, "distinct": distinct, "filter": filter, "default": default}:
            options = {"distinct": True} if distinct else {}
            if filter:
                options["filter"] = predicate(model, filter)
            if default:
                options["default"] = of(default)
            return getattr(aggregates, name)(of(inner), **options)
        case {"case": branches, "else": otherwise, "kind": kind}:
            whens = [When(predicate(model, q), then=of(then)) for q, then in branches]
            otherwise = {"default": of(otherwise)} if otherwise else {}
            return Case(*whens, output_field=FIELDS[kind](), **otherwise)
        case {"window": inner, "partition": partition, "order": order, "whole": whole}:
            signed = lambda name: F(path(model, name[1:])).desc() if name[0] == "-" else F(path(model, name)).asc()
            return Window(
                of(inner),
                partition_by=[of(part) for part in partition] or None,
                order_by=[signed(name) for name in order] or None,
                frame=RowRange() if whole else None,
            )
        case {"q": q}:
            return predicate(model, q)
        case {"subquery": query}:
            return Subquery(build(query))
        case {"exists": query}:
            return Exists(build(query))
    raise ValueError(expr)
