"""Speed, measured here and asserted nowhere."""

from warmwatt.commands._django import set_up_django

# The sample calls belong to the demo utility, which lives among the records.
set_up_django()
