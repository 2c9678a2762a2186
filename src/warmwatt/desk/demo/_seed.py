"""Writes the demo utility into an empty database, the same each time for the same seed and day."""

from datetime import date, datetime, timedelta

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from warmwatt.billing import PriceBook
from warmwatt.desk.demo._bills import SCHEDULES, Billed
from warmwatt.desk.demo._cases import seed_cases
from warmwatt.desk.demo._metering import CENTI, Metering, draw_metering
from warmwatt.desk.demo._network import seed_network
from warmwatt.desk.demo._outages import refresh_demo
from warmwatt.desk.demo._pages import HANDBOOK
from warmwatt.desk.demo._people import Person, draw_people
from warmwatt.desk.demo._staff import seed_staff
from warmwatt.handbook import PriceSchedule, shipped_handbook
from warmwatt.quantities import CHINA
from warmwatt.records.models import BillRecord, Contract, Customer, Meter, MeterReading, NetworkNode

BATCH = 2_000


def seed_demo(*, now: datetime, rng_seed: int = 7) -> None:
    """This function will write the demo utility, all or nothing; where one is already there it only returns."""
    if NetworkNode.objects.exists():
        return
    rng = np.random.default_rng(rng_seed)
    today = now.astimezone(CHINA).date()
    with transaction.atomic():
        seed_staff()
        places, nodes = seed_network()
        people = draw_people(places, rng)
        metering = draw_metering(people, today, rng)
        contracts = _contracts(people, nodes, rng)
        _bills(people, contracts, metering)
        _meters(people, contracts, metering)
        refresh_demo(now)
        seed_cases(now)


def _contracts(people: tuple[Person, ...], nodes: dict[str, NetworkNode], rng: np.random.Generator) -> list[Contract]:
    customers = Customer.objects.bulk_create(
        [Customer(name=person.name, phone=person.phone, life_support=person.life_support) for person in people],
        batch_size=BATCH,
    )
    opened = [date(2004, 1, 1) + timedelta(days=int(days)) for days in rng.integers(0, 7_500, len(people))]
    return Contract.objects.bulk_create(
        [
            Contract(
                account=person.account,
                customer=customer,
                address=person.address,
                category=person.category,
                schedule=SCHEDULES[person.category],
                time_of_use=person.time_of_use,
                household=person.household,
                transformer=nodes[person.transformer],
                opened_on=day,
            )
            for person, customer, day in zip(people, customers, opened, strict=True)
        ],
        batch_size=BATCH,
    )


def _bills(people: tuple[Person, ...], contracts: list[Contract], metering: Metering) -> None:
    book = PriceBook.of(shipped_handbook(HANDBOOK).of(PriceSchedule))
    owing: list[Contract] = []
    for first in range(0, len(people), BATCH):
        bills: list[BillRecord] = []
        for row in range(first, min(first + BATCH, len(people))):
            own = list(Billed.of(people[row], row, metering, book).bills(contracts[row]))
            contracts[row].arrears_units = sum(bill.amount_units for bill in own if bill.paid_on is None)
            bills += own
            owing += [contracts[row]] * bool(contracts[row].arrears_units)
        BillRecord.objects.bulk_create(bills, batch_size=BATCH)
    Contract.objects.bulk_update(owing, ["arrears_units"], batch_size=BATCH)


def _meters(people: tuple[Person, ...], contracts: list[Contract], metering: Metering) -> None:
    meters = Meter.objects.bulk_create(
        [
            Meter(number=f"3113{contract.account[-7:]}", contract=contract, installed_on=contract.opened_on)
            for contract in contracts
        ],
        batch_size=BATCH,
    )
    totals = _registers(metering, metering.total, metering.start)
    peaks = _registers(metering, metering.peak, metering.start // 2)
    valleys = _registers(metering, metering.total - metering.peak - metering.flat, metering.start // 3)
    for first in range(0, len(people), BATCH):
        rows = range(first, min(first + BATCH, len(people)))
        MeterReading.objects.bulk_create(
            [
                MeterReading(
                    meter=meters[row],
                    read_on=day,
                    total_centi_kwh=totals[row][column],
                    peak_centi_kwh=peaks[row][column] if people[row].time_of_use else None,
                    valley_centi_kwh=valleys[row][column] if people[row].time_of_use else None,
                )
                for row in rows
                for column, day in enumerate(metering.read_on)
            ],
            batch_size=BATCH,
        )


def _registers(metering: Metering, used: NDArray[np.int64], start: NDArray[np.int64]) -> list[list[int]]:
    billed = used[:, metering.first :].cumsum(axis=1)
    shown = np.concatenate([np.zeros((len(billed), 1), dtype=np.int64), billed], axis=1)
    registers: list[list[int]] = ((shown + start[:, None]) * CENTI).tolist()
    return registers
