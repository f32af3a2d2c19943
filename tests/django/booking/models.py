"""Arrays and ranges, which PostgreSQL has. `schema/postgres/booking.toml` says the same."""

from django.contrib.postgres import fields
from django.db import models


def new():
    return ["new"]


class Room(models.Model):
    name = models.CharField(max_length=50)
    tags = fields.ArrayField(models.CharField(max_length=20), default=list)
    floors = fields.ArrayField(models.IntegerField(null=True), size=4, null=True)
    seats = fields.IntegerRangeField(null=True)
    prices = fields.DecimalRangeField(null=True)

    class Meta:
        ordering = ["id"]


class Booking(models.Model):
    room = models.ForeignKey(Room, on_delete=models.CASCADE)
    days = fields.DateRangeField()
    hours = fields.DateTimeRangeField(null=True)
    tickets = fields.BigIntegerRangeField(null=True)
    fees = fields.ArrayField(models.DecimalField(max_digits=8, decimal_places=2), null=True)
    notes = fields.ArrayField(models.TextField(), default=new)
    visits = fields.ArrayField(models.DateTimeField(), null=True)
