"""The utility's own records: customers, contracts, meters, the network, bills and outages."""

from django.db import models


class NetworkNode(models.Model):
    """A substation, feeder or transformer; the parent is what feeds it."""

    class Kind(models.TextChoices):
        """What the node is."""

        SUBSTATION = "substation", "变电站"
        FEEDER = "feeder", "线路"
        TRANSFORMER = "transformer", "台区"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=60, unique=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")


class Customer(models.Model):
    """A person or company; `life_support` marks a home that depends on medical equipment."""

    name = models.CharField(max_length=60, db_index=True)
    phone = models.CharField(max_length=20, db_index=True)
    life_support = models.BooleanField(default=False)


class Contract(models.Model):
    """One supply contract (户号); money is in 0.0001 yuan."""

    account = models.CharField(max_length=20, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="contracts")
    address = models.CharField(max_length=120, db_index=True)
    category = models.CharField(max_length=20, default="residential")
    schedule = models.CharField(max_length=60)
    time_of_use = models.BooleanField(default=False)
    household = models.CharField(max_length=30, blank=True)
    arrears_units = models.BigIntegerField(default=0)
    transformer = models.ForeignKey(NetworkNode, on_delete=models.PROTECT, related_name="contracts")
    opened_on = models.DateField()


class Meter(models.Model):
    """A meter on a contract; registers are read in kWh and multiplied by `multiplier`."""

    number = models.CharField(max_length=20, unique=True)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="meters")
    multiplier = models.PositiveIntegerField(default=1)
    installed_on = models.DateField()


class MeterReading(models.Model):
    """A reading of a meter's registers, in hundredths of a kWh, total and by peak and valley where metered."""

    meter = models.ForeignKey(Meter, on_delete=models.PROTECT, related_name="readings")
    read_on = models.DateField()
    total_centi_kwh = models.BigIntegerField()
    peak_centi_kwh = models.BigIntegerField(null=True, blank=True)
    valley_centi_kwh = models.BigIntegerField(null=True, blank=True)
    estimated = models.BooleanField(default=False)

    class Meta:
        """One reading of a meter a day."""

        constraints = (models.UniqueConstraint(fields=["meter", "read_on"], name="one_reading_a_day"),)


class BillRecord(models.Model):
    """A bill as sent: period half-open, money in 0.0001 yuan, the explained lines as JSON."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="bills")
    starts_on = models.DateField()
    ends_on = models.DateField()
    usage_kwh = models.DecimalField(max_digits=12, decimal_places=2)
    amount_units = models.BigIntegerField()
    paid_on = models.DateField(null=True, blank=True)
    lines = models.JSONField(default=list)

    class Meta:
        """One bill a contract and period."""

        constraints = (models.UniqueConstraint(fields=["contract", "starts_on"], name="one_bill_a_period"),)


class OutageNotice(models.Model):
    """A published (planned) or live outage at a network node and everything below it."""

    class Kind(models.TextChoices):
        """Planned work is announced; a fault is not."""

        PLANNED = "planned", "计划检修"
        FAULT = "fault", "故障停电"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    node = models.ForeignKey(NetworkNode, on_delete=models.PROTECT, related_name="outages")
    cause = models.CharField(max_length=120)
    area = models.CharField(max_length=200)
    starts_at = models.DateTimeField(db_index=True)
    expected_until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, db_index=True)
