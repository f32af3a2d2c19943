"""Django as a contestant of `compare`: reads a line of JSON for each task, and answers with one.

    django_peer.py URL
    {"script": "CREATE TABLE …"}                  ->  {}
    {"scenario": "trivial", "rows": 100, "times": 8, "transaction": true}  ->  {"seconds": 0.012, "rows": 100}
"""

import json
import pathlib
import sys
import time
import urllib.parse

import django
from django.apps import AppConfig
from django.conf import settings


def database(url):
    if url == "sqlite::memory:":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    parts = urllib.parse.urlsplit(url)
    if parts.scheme == "sqlite":
        pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        options = {"init_command": pragmas, "transaction_mode": "IMMEDIATE"}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": parts.path, "OPTIONS": options}
    engine = "postgresql" if parts.scheme.startswith("postgres") else "mysql"
    if engine == "mysql":
        import pymysql

        # Django asks for mysqlclient of this version at least; PyMySQL stands in for it.
        pymysql.version_info = (2, 2, 1, "final", 0)
        pymysql.install_as_MySQLdb()
    return {
        "ENGINE": f"django.db.backends.{engine}",
        "NAME": parts.path.lstrip("/"),
        "USER": urllib.parse.unquote(parts.username or ""),
        "PASSWORD": urllib.parse.unquote(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": parts.port or "",
        "CONN_MAX_AGE": None,
    }


class Bench(AppConfig):
    name, label = "__main__", "bench"
    path = str(pathlib.Path(__file__).parent)


settings.configure(
    DATABASES={"default": database(sys.argv[1])}, INSTALLED_APPS=["__main__.Bench"], USE_TZ=True
)
django.setup()

from django.db import connection, models, transaction  # noqa: E402


class User(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=100)
    hair_color = models.CharField(max_length=100, null=True)

    class Meta:
        app_label = "bench"
        db_table = "users"


class Post(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="posts")
    title = models.TextField()
    body = models.TextField(null=True)

    class Meta:
        app_label = "bench"
        db_table = "posts"


class Comment(models.Model):
    id = models.BigAutoField(primary_key=True)
    post = models.ForeignKey(Post, models.CASCADE, related_name="comments")
    text = models.TextField()

    class Meta:
        app_label = "bench"
        db_table = "comments"


KEY = 5000
COLORS = ["black", "brown", None]


def insert(count):
    if count == 1:
        return 1 if User.objects.create(name="User 0", hair_color=COLORS[0]).pk else 0
    new = [User(name=f"User {number}", hair_color=COLORS[number % 3]) for number in range(count)]
    return len([user.pk for user in User.objects.bulk_create(new)])


def medium(_):
    black = User.objects.filter(hair_color="black").order_by("-name")
    fields = ["id", "name", "hair_color", "posts__id", "posts__user_id", "posts__title", "posts__body"]
    return len(list(black.values_list(*fields)))


def associations(_):
    users = User.objects.prefetch_related("posts__comments")
    return sum(len(post.comments.all()) for user in users for post in user.posts.all())


def stream(_):
    return sum(1 for _ in User.objects.iterator())


SCENARIOS = {
    "trivial": lambda _: len(list(User.objects.all())),
    "medium": medium,
    "insert": insert,
    "get": lambda _: int(User.objects.get(id=KEY).id == KEY),
    "update": lambda _: User.objects.filter(id=KEY).update(name="Somebody"),
    "associations": associations,
    "prefetch": lambda _: sum(len(user.posts.all()) for user in User.objects.prefetch_related("posts")),
    "group_by": lambda _: sum(user.count for user in User.objects.annotate(count=models.Count("posts"))),
    "stream": stream,
}


def script(sql):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executescript(sql)
            return
        for statement in filter(str.strip, sql.split(";")):
            cursor.execute(statement)


def run(task):
    work, size = SCENARIOS[task["scenario"]], task.get("rows", 0)

    def timed():
        begin, rows = time.perf_counter(), 0
        for _ in range(task["times"]):
            rows = work(size)
        return {"seconds": time.perf_counter() - begin, "rows": rows}

    if not task["transaction"]:
        return timed()
    with transaction.atomic():
        told = timed()
        transaction.set_rollback(True)
    return told


for line in sys.stdin:
    task = json.loads(line)
    if "script" in task:
        script(task["script"])
        print("{}", flush=True)
    else:
        print(json.dumps(run(task)), flush=True)
