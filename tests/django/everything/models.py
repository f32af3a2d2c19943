"""One model for each situation that a table can be in. `schema/everything.toml` says the same."""

import uuid

from django.db import models
from django.db.models import F, Q


# Every field type.


class Filled(models.Model):
    """Every field type, not null."""

    label = models.SlugField(unique=True)
    char = models.CharField(max_length=100)
    text = models.TextField()
    slug = models.SlugField(db_index=False)
    email = models.EmailField()
    url = models.URLField()
    ip = models.GenericIPAddressField()
    small = models.SmallIntegerField()
    number = models.IntegerField()
    big = models.BigIntegerField()
    positive_small = models.PositiveSmallIntegerField()
    positive = models.PositiveIntegerField()
    positive_big = models.PositiveBigIntegerField()
    real = models.FloatField()
    price = models.DecimalField(max_digits=14, decimal_places=4)
    wide = models.DecimalField(max_digits=28, decimal_places=10)
    flag = models.BooleanField()
    day = models.DateField()
    moment = models.DateTimeField()
    clock = models.TimeField()
    span = models.DurationField()
    uid = models.UUIDField()
    data = models.JSONField()
    blob = models.BinaryField()


class Nullable(models.Model):
    """Every field type, null."""

    label = models.SlugField(unique=True)
    char = models.CharField(max_length=100, null=True)
    text = models.TextField(null=True)
    slug = models.SlugField(null=True, db_index=False)
    email = models.EmailField(null=True)
    url = models.URLField(null=True)
    ip = models.GenericIPAddressField(null=True)
    small = models.SmallIntegerField(null=True)
    number = models.IntegerField(null=True)
    big = models.BigIntegerField(null=True)
    positive_small = models.PositiveSmallIntegerField(null=True)
    positive = models.PositiveIntegerField(null=True)
    positive_big = models.PositiveBigIntegerField(null=True)
    real = models.FloatField(null=True)
    price = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    wide = models.DecimalField(max_digits=28, decimal_places=10, null=True)
    flag = models.BooleanField(null=True)
    day = models.DateField(null=True)
    moment = models.DateTimeField(null=True)
    clock = models.TimeField(null=True)
    span = models.DurationField(null=True)
    uid = models.UUIDField(null=True)
    data = models.JSONField(null=True)
    blob = models.BinaryField(null=True)


# Options of fields.


class Chosen(models.Model):
    """Choices and defaults, which the table does not know."""

    state = models.CharField(
        max_length=10, choices=[("draft", "Draft"), ("done", "Done")], default="draft"
    )
    level = models.SmallIntegerField(choices=[(1, "Low"), (2, "High")], default=1)
    maybe = models.CharField(max_length=1, choices=[("y", "Yes"), ("n", "No")], null=True)
    title = models.CharField(max_length=20, default="it's \\ \"new\"")
    amount = models.IntegerField(default=-7)
    ratio = models.FloatField(default=0.5)
    flag = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    day_created = models.DateField(auto_now_add=True)
    clock_updated = models.TimeField(auto_now=True)


class Single(models.Model):
    """Columns that are unique."""

    char = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(unique=True)
    email = models.EmailField(unique=True, null=True)
    number = models.IntegerField(unique=True)
    positive = models.PositiveIntegerField(unique=True, null=True)
    price = models.DecimalField(max_digits=8, decimal_places=2, unique=True)
    moment = models.DateTimeField(unique=True, null=True)
    uid = models.UUIDField(unique=True)
    ip = models.GenericIPAddressField(unique=True)


class Indexed(models.Model):
    """Columns with an index; a slug has one unless it is told otherwise."""

    char = models.CharField(max_length=100, db_index=True)
    text = models.TextField(db_index=True)
    slug = models.SlugField()
    bare_slug = models.SlugField(db_index=False)
    url = models.URLField(db_index=True, null=True)
    number = models.IntegerField(db_index=True)
    positive = models.PositiveIntegerField(db_index=True)
    moment = models.DateTimeField(db_index=True, null=True)
    uid = models.UUIDField(db_index=True)
    ip = models.GenericIPAddressField(db_index=True)
    both = models.CharField(max_length=10, unique=True, db_index=True)


class Together(models.Model):
    """Columns that are unique together."""

    first = models.IntegerField()
    second = models.CharField(max_length=20)
    third = models.DateField(null=True)

    class Meta:
        unique_together = [["first", "second"], ["second", "third", "first"]]


class Sorted(models.Model):
    """Indexes of several columns, of one, and backwards; with a name and without."""

    name = models.CharField(max_length=50)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    moment = models.DateTimeField()
    blog = models.ForeignKey("Named", on_delete=models.CASCADE)

    class Meta:
        ordering = ["-moment", "name"]
        get_latest_by = "moment"
        indexes = [
            models.Index(fields=["name", "-price"], name="sorted_name_price"),
            models.Index(fields=["-moment"], name="sorted_latest"),
            models.Index(fields=["blog", "moment"], name="sorted_blog_moment"),
            models.Index(fields=["price"]),
            models.Index(fields=["-price", "name"]),
        ]


class Checked(models.Model):
    """Every form of a check."""

    stars = models.IntegerField()
    least = models.IntegerField(null=True)
    most = models.IntegerField(null=True)
    state = models.CharField(max_length=20)
    note = models.TextField(null=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    ratio = models.FloatField()
    flag = models.BooleanField()
    maybe = models.BooleanField(null=True)
    day = models.DateField()
    moment = models.DateTimeField(null=True)
    clock = models.TimeField(null=True)
    uid = models.UUIDField(null=True)
    owner = models.ForeignKey("Named", null=True, on_delete=models.SET_NULL)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stars__gte=1, stars__lte=5), name="checked_stars"),
            models.CheckConstraint(condition=Q(stars__gt=0), name="checked_positive"),
            models.CheckConstraint(condition=Q(least__lt=F("most")), name="checked_order"),
            models.CheckConstraint(condition=Q(state__in=["new", "it's", "done"]), name="checked_state"),
            models.CheckConstraint(condition=Q(stars__in=[1, 2, 3, 4, 5]), name="checked_in"),
            models.CheckConstraint(condition=~Q(state="void"), name="checked_not"),
            models.CheckConstraint(condition=~Q(note="void"), name="checked_not_null"),
            models.CheckConstraint(condition=~Q(note__in=["a", "b"]), name="checked_not_in"),
            models.CheckConstraint(condition=~Q(least__gt=F("most")), name="checked_not_column"),
            models.CheckConstraint(condition=~Q(stars=9, note="void"), name="checked_not_both"),
            models.CheckConstraint(
                condition=Q(least__isnull=True) | Q(most__isnull=False, least__gte=-10),
                name="checked_any",
            ),
            models.CheckConstraint(
                condition=Q(Q(note__isnull=True) | Q(stars__lt=9), ~(Q(stars=8) | Q(note="void"))),
                name="checked_nested",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["it's \\ 'quoted'", "\\", "50% \"off\""]), name="checked_quotes"
            ),
            models.CheckConstraint(condition=Q(price__gte=0), name="checked_price"),
            models.CheckConstraint(condition=Q(price__lt="9999.5"), name="checked_price_text"),
            models.CheckConstraint(condition=Q(ratio__lte=1.5), name="checked_ratio"),
            models.CheckConstraint(condition=Q(ratio__gte=-1), name="checked_ratio_whole"),
            models.CheckConstraint(condition=Q(flag=True), name="checked_flag"),
            models.CheckConstraint(condition=~Q(maybe=False), name="checked_maybe"),
            models.CheckConstraint(condition=Q(flag=True) | Q(maybe=False), name="checked_flags"),
            models.CheckConstraint(condition=Q(day__gte="1900-01-01"), name="checked_day"),
            models.CheckConstraint(condition=Q(moment__lt="2100-01-01T00:00:00Z"), name="checked_moment"),
            models.CheckConstraint(condition=Q(clock__gte="06:30:00"), name="checked_clock"),
            models.CheckConstraint(
                condition=~Q(uid="00000000-0000-0000-0000-000000000000"), name="checked_uid"
            ),
            models.CheckConstraint(condition=~Q(owner=13), name="checked_owner"),
        ]


class Constrained(models.Model):
    """Every form of a unique constraint."""

    code = models.CharField(max_length=20)
    number = models.IntegerField(null=True)
    state = models.CharField(max_length=20)
    flag = models.BooleanField()
    deleted_at = models.DateTimeField(null=True)
    owner = models.ForeignKey("Named", null=True, on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], name="constrained_code"),
            models.UniqueConstraint(fields=["number", "state"], name="constrained_number_state"),
            models.UniqueConstraint(fields=["owner", "code"], name="constrained_owner"),
            models.UniqueConstraint(
                fields=["code", "state"],
                name="constrained_alive",
                condition=Q(deleted_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["owner"],
                name="constrained_one",
                condition=Q(state="it's on", flag=True) | Q(number__gt=7),
            ),
            models.UniqueConstraint(
                fields=["number"], name="constrained_not", condition=~Q(number=0)
            ),
        ]


# Primary keys, and foreign keys that point at them.


class SmallAutoKey(models.Model):
    id = models.SmallAutoField(primary_key=True)
    name = models.CharField(max_length=20)


class AutoKey(models.Model):
    id = models.AutoField(primary_key=True)
    name = models.CharField(max_length=20)


class BigAutoKey(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=20)


class NamedAutoKey(models.Model):
    """An automatic key that is not called `id`, nor its column."""

    number = models.BigAutoField(primary_key=True, db_column="no")
    name = models.CharField(max_length=20)


class CharKey(models.Model):
    code = models.CharField(max_length=8, primary_key=True)
    name = models.CharField(max_length=20)


class SlugKey(models.Model):
    slug = models.SlugField(primary_key=True)


class IntegerKey(models.Model):
    number = models.IntegerField(primary_key=True)


class BigIntegerKey(models.Model):
    number = models.BigIntegerField(primary_key=True)


class PositiveKey(models.Model):
    number = models.PositiveIntegerField(primary_key=True)


class PositiveSmallKey(models.Model):
    number = models.PositiveSmallIntegerField(primary_key=True)


class PositiveBigKey(models.Model):
    number = models.PositiveBigIntegerField(primary_key=True)


class UuidKey(models.Model):
    uid = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=20)


class DateKey(models.Model):
    day = models.DateField(primary_key=True)


class MomentKey(models.Model):
    moment = models.DateTimeField(primary_key=True)


class DecimalKey(models.Model):
    amount = models.DecimalField(max_digits=10, decimal_places=2, primary_key=True)


class IpKey(models.Model):
    ip = models.GenericIPAddressField(primary_key=True)


class OneToOneKey(models.Model):
    """The key of another model is its own key."""

    code = models.OneToOneField(CharKey, on_delete=models.CASCADE, primary_key=True)
    note = models.TextField()


class OneToOneKeyKey(models.Model):
    """The same, twice over."""

    above = models.OneToOneField(OneToOneKey, on_delete=models.CASCADE, primary_key=True)


class Pointer(models.Model):
    """A foreign key to each kind of key."""

    small_auto = models.ForeignKey(SmallAutoKey, null=True, on_delete=models.CASCADE)
    auto = models.ForeignKey(AutoKey, null=True, on_delete=models.CASCADE)
    big_auto = models.ForeignKey(BigAutoKey, null=True, on_delete=models.CASCADE)
    named_auto = models.ForeignKey(NamedAutoKey, null=True, on_delete=models.CASCADE)
    char = models.ForeignKey(CharKey, null=True, on_delete=models.CASCADE)
    slug = models.ForeignKey(SlugKey, null=True, on_delete=models.CASCADE)
    integer = models.ForeignKey(IntegerKey, null=True, on_delete=models.CASCADE)
    big_integer = models.ForeignKey(BigIntegerKey, null=True, on_delete=models.CASCADE)
    positive = models.ForeignKey(PositiveKey, null=True, on_delete=models.CASCADE)
    positive_small = models.ForeignKey(PositiveSmallKey, null=True, on_delete=models.CASCADE)
    positive_big = models.ForeignKey(PositiveBigKey, null=True, on_delete=models.CASCADE)
    uuid = models.ForeignKey(UuidKey, null=True, on_delete=models.CASCADE)
    date = models.ForeignKey(DateKey, null=True, on_delete=models.CASCADE)
    moment = models.ForeignKey(MomentKey, null=True, on_delete=models.CASCADE)
    decimal = models.ForeignKey(DecimalKey, null=True, on_delete=models.CASCADE)
    ip = models.ForeignKey(IpKey, null=True, on_delete=models.CASCADE)
    one_to_one = models.ForeignKey(OneToOneKey, null=True, on_delete=models.CASCADE)
    one_to_one_key = models.ForeignKey(OneToOneKeyKey, null=True, on_delete=models.CASCADE)


# Relations.


class Named(models.Model):
    """What other models point at: by its key, or by its unique code."""

    name = models.CharField(max_length=50)
    code = models.CharField(max_length=12, unique=True)
    number = models.PositiveIntegerField(unique=True)
    linked = models.ManyToManyField(
        "self", symmetrical=False, through="Coded", through_fields=("code", "number"), related_name="linked_from"
    )


class Coded(models.Model):
    """Foreign keys that point at other columns than the primary key."""

    code = models.ForeignKey(
        Named, to_field="code", on_delete=models.CASCADE, related_name="coded_by_code"
    )
    number = models.ForeignKey(
        Named, to_field="number", null=True, on_delete=models.CASCADE, related_name="coded_by_number"
    )
    once = models.OneToOneField(
        Named, to_field="code", null=True, on_delete=models.CASCADE, related_name="coded_once"
    )


class Deleting(models.Model):
    """Every `on_delete`, which the table does not know."""

    cascade = models.ForeignKey(Named, on_delete=models.CASCADE, related_name="+")
    protect = models.ForeignKey(Named, on_delete=models.PROTECT, related_name="+")
    restrict = models.ForeignKey(Named, on_delete=models.RESTRICT, related_name="+")
    set_null = models.ForeignKey(Named, null=True, on_delete=models.SET_NULL, related_name="+")
    set_default = models.ForeignKey(Named, default=1, on_delete=models.SET_DEFAULT, related_name="+")
    do_nothing = models.ForeignKey(Named, on_delete=models.DO_NOTHING, related_name="+")


class Node(models.Model):
    """Foreign keys to itself, and many-to-many relations to itself, symmetrical and not."""

    name = models.CharField(max_length=50)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    twin = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="twin_of")
    friends = models.ManyToManyField("self")
    follows = models.ManyToManyField("self", symmetrical=False, related_name="followers")


class Hen(models.Model):
    """Two models that point at each other."""

    egg = models.ForeignKey("Egg", null=True, on_delete=models.CASCADE, related_name="hens")


class Egg(models.Model):
    hen = models.ForeignKey(Hen, null=True, on_delete=models.CASCADE, related_name="eggs")


class Group(models.Model):
    """Many-to-many relations: a table of its own, one with a name, one with columns of its own."""

    name = models.CharField(max_length=50)
    people = models.ManyToManyField(Named, related_name="groups")
    codes = models.ManyToManyField(CharKey, db_table="everything_group_code_links", related_name="groups")
    members = models.ManyToManyField(Named, through="Membership", related_name="memberships")


class Membership(models.Model):
    group = models.ForeignKey(Group, on_delete=models.CASCADE)
    person = models.ForeignKey(Named, on_delete=models.CASCADE)
    since = models.DateField(null=True)
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        unique_together = ["group", "person"]


# Inheritance of abstract models.


class Stamped(models.Model):
    created_at = models.DateTimeField(db_index=True)
    note = models.CharField(max_length=30, null=True)

    class Meta:
        abstract = True
        ordering = ["-created_at"]


class Owned(models.Model):
    owner = models.ForeignKey(Named, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Paper(Stamped, Owned):
    """Fields of two abstract models, then its own."""

    title = models.CharField(max_length=50)


class Parcel(Stamped):
    """The fields of one, then its own."""

    weight = models.FloatField(null=True)


# Names.


class Renamed(models.Model):
    """A table and columns that are not called as the model and its fields."""

    title = models.CharField(max_length=30, db_column="Heading", unique=True)
    spaced = models.IntegerField(db_column="two words")
    owner = models.ForeignKey(Named, db_column="ownedBy", on_delete=models.CASCADE)

    class Meta:
        db_table = "Everything Renamed"
        constraints = [
            models.CheckConstraint(condition=Q(spaced__gt=0), name="Renamed spaced"),
        ]
        indexes = [models.Index(fields=["spaced", "title"], name="renamed_spaced_title")]


class Select(models.Model):
    """Names that SQL or Rust has reserved."""

    order = models.IntegerField()
    group = models.CharField(max_length=10, db_index=True)
    type = models.CharField(max_length=10)
    match = models.BooleanField()
    where = models.IntegerField(null=True)
    key = models.IntegerField(unique=True)
    table = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="tables")
    user = models.TextField()
    default = models.IntegerField()
    fn = models.IntegerField()
    struct = models.IntegerField()
    async_ = models.IntegerField(db_column="async")

    class Meta:
        db_table = "select"
        unique_together = ["order", "type"]


class Quoted(models.Model):
    """Names that would be SQL, if they were not quoted."""

    text = models.CharField(max_length=100, db_column="text ? /* :x")
    number = models.IntegerField(db_column="日本 # ; DROP", db_index=True)
    parent = models.ForeignKey(
        "self", null=True, db_column="parent, 1=1)", on_delete=models.SET_NULL, related_name="children"
    )

    class Meta:
        db_table = "odd; -- ? :a @b {0} [c]"


class ALongModelNameThatRunsIntoTheLimitOfSomeDatabases(models.Model):
    """Names that have to be cut."""

    a_rather_long_column_name_that_runs_into_the_limit = models.CharField(max_length=30, unique=True)
    another_rather_long_column_name_that_runs_into_the_limit = models.ForeignKey(
        Named, on_delete=models.CASCADE
    )
    short = models.IntegerField()

    class Meta:
        unique_together = [
            [
                "a_rather_long_column_name_that_runs_into_the_limit",
                "another_rather_long_column_name_that_runs_into_the_limit",
            ]
        ]
        indexes = [models.Index(fields=["short", "a_rather_long_column_name_that_runs_into_the_limit"])]
