"""Makes and drops the tables."""

from django.apps import apps as registry
from django.db import connection


def models(apps):
    """The models of some apps, each followed by the tables of its many-to-many relations."""
    for app in apps:
        for model in registry.get_app_config(app).get_models():
            yield model
            for field in model._meta.local_many_to_many:
                through = field.remote_field.through
                if through._meta.auto_created:
                    yield through


def create(apps):
    with connection.schema_editor() as editor:
        for model in models(apps):
            # `create_model` makes the tables of the many-to-many relations by itself.
            if not model._meta.auto_created:
                editor.create_model(model)


def statements(apps):
    """The statements that `create` would run."""
    with connection.schema_editor(collect_sql=True) as editor:
        for model in models(apps):
            if not model._meta.auto_created:
                editor.create_model(model)
        # The deferred statements are written out when the editor is left.
    return editor.collected_sql


def drop():
    """Drops whatever tables there are, whoever made them."""
    names = connection.introspection.table_names()
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        match connection.vendor:
            case "sqlite":
                cursor.execute("PRAGMA foreign_keys = OFF")
                for name in names:
                    cursor.execute(f"DROP TABLE {quote(name)}")
                cursor.execute("PRAGMA foreign_keys = ON")
            case "postgresql":
                for name in names:
                    cursor.execute(f"DROP TABLE {quote(name)} CASCADE")
            case "mysql":
                cursor.execute("SET FOREIGN_KEY_CHECKS = 0")
                for name in names:
                    cursor.execute(f"DROP TABLE {quote(name)}")
                cursor.execute("SET FOREIGN_KEY_CHECKS = 1")
