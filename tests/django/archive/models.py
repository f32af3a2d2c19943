"""Models whose default manager leaves rows out."""
from django.db import models
from django.db.models import F, Q


class Kept(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(archived_at__isnull=True)


class Open(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(
            ~(Q(from_day="2025-02-01") | Q(left__range=(90, 99))),
            state__in=["open", "last"],
            price__gt="0.50",
            from_day__gte="2025-01-01",
            left__gt=F("wanted"),
        )


class Folder(models.Model):
    name = models.CharField(max_length=50)


class Note(models.Model):
    folder = models.ForeignKey(Folder, on_delete=models.CASCADE, related_name="notes")
    title = models.CharField(max_length=100)
    archived_at = models.DateTimeField(null=True)

    objects = Kept()

    class Meta:
        ordering = ["id"]


class Comment(models.Model):
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField()


class Keyword(models.Model):
    word = models.CharField(max_length=30)
    notes = models.ManyToManyField(Note, related_name="keywords")


class Offer(models.Model):
    state = models.CharField(
        max_length=10, choices=[("open", "Open"), ("last", "Last"), ("over", "Over")]
    )
    price = models.DecimalField(max_digits=6, decimal_places=2)
    from_day = models.DateField()
    left = models.IntegerField()
    wanted = models.IntegerField()

    objects = Open()
