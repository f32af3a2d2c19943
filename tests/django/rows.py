"""Writes rows, and reads them back as canonical JSON.

Values are written as in the data sets: `{"$json": v}` is a JSON document (a bare `null` is SQL's
NULL, `{"$json": null}` is JSON's), `{"$hex": s}` bytes, `{"$us": n}` a duration in microseconds,
`{"$float": s}` a number that JSON does not have; decimals, dates, times, addresses and UUIDs are text.
"""

import datetime
import decimal
import json
import math
import pathlib
import uuid

from django.apps import apps as registry
from django.core.management.color import no_style
from django.db import connection, models, transaction

import tables

HERE = pathlib.Path(__file__).resolve().parent
UTC = datetime.timezone.utc


# Data sets


def load(apps):
    """Writes the data sets of the apps that have one."""
    by_table = {model._meta.db_table: model for model in tables.models(apps)}
    with transaction.atomic():
        for app in apps:
            path = HERE / app / "data.json"
            if not path.exists():
                continue
            for table, rows in json.loads(path.read_text()).items():
                model = by_table[table]
                fields = model._meta.concrete_fields
                objects = [
                    model(**{field.attname: decode(field, row[field.column]) for field in fields})
                    for row in rows
                ]
                write(model, objects)
    count_on(by_table.values())


def write(model, objects):
    # `raw` keeps the values of `auto_now` columns as they are.
    if objects:
        model._base_manager._insert(objects, fields=model._meta.concrete_fields, using="default", raw=True)


def decode(field, value):
    match value:
        case {"$json": None}:
            return models.Value(None, models.JSONField())
        case {"$json": document}:
            return document
        case {"$hex": text}:
            return bytes.fromhex(text)
        case {"$us": count}:
            return datetime.timedelta(microseconds=count)
        case {"lower": _} | {"empty": True}:
            return field.to_python(json.dumps(value))
        case _:
            return field.to_python(value)


def count_on(written):
    """Lets automatic keys go on after the greatest."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), list(written)):
                cursor.execute(sql)


# The rows of `everything`


def fill():
    with transaction.atomic():
        fill_types()
        fill_relations()
    count_on(tables.models(["everything"]))


def row(label, **values):
    """A row of ordinary values, some of which are given."""
    ordinary = {
        "label": label,
        "char": "a",
        "text": "b",
        "slug": "c-d",
        "email": "e@example.com",
        "url": "https://example.com/",
        "ip": "192.0.2.1",
        "small": 1,
        "number": 2,
        "big": 3,
        "positive_small": 4,
        "positive": 5,
        "positive_big": 6,
        "real": 0.5,
        "price": decimal.Decimal("7.5"),
        "wide": decimal.Decimal("8.25"),
        "flag": True,
        "day": datetime.date(2025, 6, 1),
        "moment": datetime.datetime(2025, 6, 1, 12, 30, 15, tzinfo=UTC),
        "clock": datetime.time(12, 30, 15),
        "span": datetime.timedelta(hours=1),
        "uid": uuid.UUID(int=1),
        "data": {"key": "value"},
        "blob": b"bytes",
    }
    return ordinary | values


def type_rows():
    """Rows of ordinary values, of extremes, and one row for each value that is out of the ordinary."""
    from everything.models import Filled

    limits = {
        field.name: connection.ops.integer_field_range(field.get_internal_type())
        for field in Filled._meta.fields
        if isinstance(field, models.IntegerField) and not field.primary_key
    }
    # What all of them can hold.
    signed = {
        "small": (-(2**15), 2**15 - 1),
        "number": (-(2**31), 2**31 - 1),
        "big": (-(2**63), 2**63 - 1),
        "positive_small": (0, 2**15 - 1),
        "positive": (0, 2**31 - 1),
        "positive_big": (0, 2**63 - 1),
    }
    # SQLite's decimals are floating point numbers: fifteen digits.
    exact = connection.vendor != "sqlite"
    wide = decimal.Decimal("123456789012345678.0123456789" if exact else "12345678.0123456")
    yield row("ordinary")
    yield row(
        "least",
        char="",
        text="",
        **{name: low for name, (low, _) in signed.items()},
        real=-1.7976931348623157e308,
        price=decimal.Decimal("-9999999999.9999"),
        wide=-wide,
        flag=False,
        day=datetime.date(1, 1, 1),
        moment=datetime.datetime(1, 1, 1, tzinfo=UTC),
        clock=datetime.time(0, 0),
        span=datetime.timedelta(microseconds=-(2**63) + 1),
        uid=uuid.UUID(int=0),
        ip="0.0.0.0",
        data={},
        blob=b"",
    )
    yield row(
        "greatest",
        char="\U0010ffff" * 100,
        text="long, " * 20_000,
        **{name: high for name, (_, high) in signed.items()},
        real=1.7976931348623157e308,
        price=decimal.Decimal("9999999999.9999"),
        wide=wide,
        day=datetime.date(9999, 12, 31),
        moment=datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        clock=datetime.time(23, 59, 59, 999999),
        span=datetime.timedelta(microseconds=2**63 - 1),
        uid=uuid.UUID(int=2**128 - 1),
        ip="ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        data=[2**63 - 1, -(2**63), 1e300, 0.1],
        blob=bytes(range(256)) * 4,
    )
    yield row("text-quotes", char="it's \"quoted\" `twice`", text="back\\slash \\' \\\\ %s %% ? $1 :name {}")
    yield row("text-space", char="  around  ", text="tab\t line\n return\r\n end ")
    yield row("text-unicode", char="Grüße, 東京 🎉", text="é é \u200d \ufeff ﷽ \u2028")
    yield row("text-null-word", char="NULL", text="null")
    yield row("text-control", char="\x01\x1f\x7f", text="\x08\x0c\x1b")
    yield row("ip-mapped", ip="::ffff:192.0.2.1")
    yield row("ip-six", ip="2001:db8::ff00:42:8329")
    yield row("ip-any", ip="::")
    yield row("real-small", real=2.2250738585072014e-308)
    yield row("real-third", real=1 / 3)
    yield row("real-tenth", real=0.1)
    # A reader that is a little careless takes these for their neighbours.
    yield row("real-digits", real=31.245270191439438)
    yield row("real-whole", real=3.0)
    yield row("real-great", real=1e22)
    yield row("price-zero", price=decimal.Decimal("0"), wide=decimal.Decimal("0.0000000001"))
    yield row("price-cent", price=decimal.Decimal("0.01"), wide=decimal.Decimal("-0.1"))
    yield row("price-trailing", price=decimal.Decimal("1.1000"), wide=decimal.Decimal("100"))
    yield row("day-leap", day=datetime.date(2024, 2, 29))
    yield row("day-before-1970", day=datetime.date(1582, 10, 15))
    yield row("moment-microsecond", moment=datetime.datetime(2025, 6, 1, 0, 0, 0, 1, tzinfo=UTC))
    yield row("moment-millisecond", moment=datetime.datetime(2025, 6, 1, 0, 0, 0, 120000, tzinfo=UTC))
    yield row("moment-before-1970", moment=datetime.datetime(1899, 12, 31, 23, 59, 59, 5, tzinfo=UTC))
    yield row(
        "moment-zone",
        moment=datetime.datetime(2025, 1, 1, 0, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30))),
    )
    yield row("clock-microsecond", clock=datetime.time(0, 0, 0, 1))
    yield row("clock-millisecond", clock=datetime.time(1, 2, 3, 400000))
    yield row("span-zero", span=datetime.timedelta(0))
    yield row("span-microsecond", span=datetime.timedelta(microseconds=1))
    yield row("span-negative", span=datetime.timedelta(days=-1, hours=2, microseconds=-3))
    yield row("span-negative-second", span=datetime.timedelta(seconds=-1))
    yield row("span-days", span=datetime.timedelta(days=400, seconds=86399, microseconds=999999))
    for name, document in {
        "null": models.Value(None, models.JSONField()),
        "true": True,
        "false": False,
        "zero": 0,
        "number": -12345678901,
        "float": 1.5,
        "float-digits": [31.245270191439438, 121.48791951161945],
        "text": "text",
        "text-empty": "",
        "text-null": "null",
        "text-unicode": "Grüße \"quoted\" \\ / 🎉 \n",
        "list-empty": [],
        "list-null": [None],
        "object-null": {"key": None},
        "nested": {"a": [1, {"b": [[], {}, None, "c", 1.25, True]}], "": {"ä.b": {"$": "'"}}},
    }.items():
        yield row(f"json-{name}", data=document)
    yield row("blob-zero", blob=b"\0")
    yield row("blob-zeros", blob=b"\0a\0\0b\0")
    yield row("blob-text", blob="Grüße '\"\\".encode())
    yield row("blob-binary", blob=b"\xff\xfe\x80")
    # PostgreSQL alone has columns for what is no number.
    if connection.vendor == "postgresql":
        yield row("real-nan", real=float("nan"))
        yield row("real-infinite", real=float("inf"))
        yield row("real-infinite-negative", real=float("-inf"))
    # MySQL alone has columns without a sign.
    if connection.vendor == "mysql":
        yield row(
            "unsigned",
            **{name: limits[name][1] for name in ("positive_small", "positive", "positive_big")},
        )


def fill_types():
    from everything.models import Filled, Nullable

    rows = list(type_rows())
    for number, values in enumerate(rows, 1):
        write(Filled, [Filled(id=number, **values)])
        write(Nullable, [Nullable(id=number, **values)])
    write(Nullable, [Nullable(id=len(rows) + 1, label="nothing")])
    for number, name in enumerate(rows[0], len(rows) + 2):
        if name != "label":
            write(Nullable, [Nullable(id=number, **row(f"no-{name.replace('_', '-')}", **{name: None}))])


def fill_relations():
    from everything import models as m

    m.SmallAutoKey.objects.create(id=-(2**15), name="least")
    m.SmallAutoKey.objects.create(id=2**15 - 1, name="greatest")
    m.AutoKey.objects.create(id=2**31 - 2, name="great")
    m.BigAutoKey.objects.create(id=2**63 - 2, name="great")
    m.NamedAutoKey.objects.create(number=5, name="five")
    m.CharKey.objects.create(code="", name="empty")
    m.CharKey.objects.create(code="ä'\"\\", name="quotes")
    m.CharKey.objects.create(code="plain", name="plain")
    m.SlugKey.objects.create(slug="a-slug")
    m.IntegerKey.objects.create(number=0)
    m.IntegerKey.objects.create(number=-5)
    m.BigIntegerKey.objects.create(number=-(2**63))
    m.PositiveKey.objects.create(number=2**31 - 1)
    m.PositiveSmallKey.objects.create(number=0)
    m.PositiveBigKey.objects.create(number=2**63 - 1)
    m.UuidKey.objects.create(uid=uuid.UUID("00112233-4455-6677-8899-aabbccddeeff"), name="counting")
    m.DateKey.objects.create(day=datetime.date(2025, 6, 1))
    m.MomentKey.objects.create(moment=datetime.datetime(2025, 6, 1, 12, 0, 0, 1, tzinfo=UTC))
    m.DecimalKey.objects.create(amount=decimal.Decimal("12.50"))
    m.IpKey.objects.create(ip="2001:db8::1")
    m.OneToOneKey.objects.create(code_id="plain", note="of plain")
    m.OneToOneKeyKey.objects.create(above_id="plain")
    m.Pointer.objects.create(id=1)
    m.Pointer.objects.create(
        id=2,
        small_auto_id=-(2**15),
        auto_id=2**31 - 2,
        big_auto_id=2**63 - 2,
        named_auto_id=5,
        char_id="ä'\"\\",
        slug_id="a-slug",
        integer_id=0,
        big_integer_id=-(2**63),
        positive_id=2**31 - 1,
        positive_small_id=0,
        positive_big_id=2**63 - 1,
        uuid_id=uuid.UUID("00112233-4455-6677-8899-aabbccddeeff"),
        date_id=datetime.date(2025, 6, 1),
        moment_id=datetime.datetime(2025, 6, 1, 12, 0, 0, 1, tzinfo=UTC),
        decimal_id=decimal.Decimal("12.50"),
        ip_id="2001:db8::1",
        one_to_one_id="plain",
        one_to_one_key_id="plain",
    )
    ada = m.Named.objects.create(id=1, name="Ada", code="ada", number=10)
    bob = m.Named.objects.create(id=2, name="Bob", code="bob", number=20)
    m.Coded.objects.create(id=1, code=ada, number=bob, once=ada)
    m.Coded.objects.create(id=2, code=ada)
    m.Deleting.objects.create(
        id=1, cascade=ada, protect=bob, restrict=ada, set_null=bob, set_default=ada, do_nothing=bob
    )
    root = m.Node.objects.create(id=1, name="root")
    leaf = m.Node.objects.create(id=2, name="leaf", parent=root, twin=root)
    m.Node.objects.create(id=3, name="itself", parent_id=3, twin_id=3)
    root.friends.add(leaf)
    root.follows.add(leaf)
    leaf.follows.add(leaf)
    # Each points at the other: the key of the egg is known before the egg is there.
    m.Hen.objects.create(id=1)
    m.Egg.objects.create(id=1, hen_id=1)
    m.Hen.objects.filter(id=1).update(egg_id=1)
    group = m.Group.objects.create(id=1, name="group")
    group.people.add(ada, bob)
    # Several at once would come in any order.
    group.codes.add("plain")
    group.codes.add("")
    m.Membership.objects.create(id=1, group=group, person=ada, since=datetime.date(2025, 1, 1), rank=1)
    m.Membership.objects.create(id=2, group=group, person=bob)
    noon = datetime.datetime(2025, 6, 1, 12, tzinfo=UTC)
    chosen = m.Chosen(
        id=1, created_at=noon, updated_at=noon, day_created=noon.date(), clock_updated=noon.time()
    )
    write(m.Chosen, [chosen])
    m.Paper.objects.create(id=1, created_at=noon, owner=ada, title="paper")
    m.Parcel.objects.create(id=1, created_at=noon, note="heavy", weight=1.5)
    m.Renamed.objects.create(id=1, title="title", spaced=1, owner=ada)
    m.Select.objects.create(
        id=1,
        order=1,
        group="g",
        type="t",
        match=True,
        key=1,
        table_id=1,
        user="u",
        default=2,
        fn=3,
        struct=4,
        async_=5,
    )
    quoted = m.Quoted.objects.create(id=1, text="'; --", number=1)
    m.Quoted.objects.create(id=2, text="?", number=2, parent=quoted)


# Reading


def dump(apps):
    """All rows of the apps: `{table: [{column: value}]}`, by primary key."""
    return {model._meta.db_table: dump_model(model) for model in tables.models(apps)}


def dump_model(model):
    fields = model._meta.concrete_fields
    # Django reads both nulls of a JSON column as `None`: the database tells them apart.
    absent = {
        field.attname: set(model._base_manager.filter(**{f"{field.name}__isnull": True}).values_list("pk", flat=True))
        for field in fields
        if isinstance(field, models.JSONField)
    }
    rows = model._base_manager.order_by("pk").values("pk", *[field.attname for field in fields])
    return [
        {
            field.column: None
            if row["pk"] in absent.get(field.attname, ())
            else encode(field, row[field.attname])
            for field in fields
        }
        for row in rows
    ]


def encode(field, value):
    if isinstance(field, models.JSONField):
        return {"$json": value}
    match value:
        case float() if not math.isfinite(value):
            return {"$float": repr(value)}
        case None | bool() | int() | float() | str():
            return value
        case decimal.Decimal():
            return format(value, "f")
        case datetime.datetime():
            return value.isoformat().replace("+00:00", "Z")
        case datetime.date() | datetime.time():
            return value.isoformat()
        case datetime.timedelta():
            return {"$us": value // datetime.timedelta(microseconds=1)}
        case uuid.UUID():
            return str(value)
        case list():
            return [encode(field.base_field, item) for item in value]
        case _ if hasattr(value, "isempty"):
            if value.isempty:
                return {"empty": True}
            ends = {end: encode(field.base_field, getattr(value, end)) for end in ("lower", "upper")}
            return {**ends, "bounds": value.bounds}
        case bytes() | memoryview():
            return {"$hex": bytes(value).hex()}
    raise TypeError(f"{field}: {value!r}")
