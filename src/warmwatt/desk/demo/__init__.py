"""The demo utility 江州电力: five thousand customers, a network, a year of bills, staff, outages and played calls."""

from warmwatt.desk.demo._calls import played_calls
from warmwatt.desk.demo._outages import refresh_demo
from warmwatt.desk.demo._seed import seed_demo
from warmwatt.desk.demo._staff import SignIn, demo_sign_ins

__all__ = ["SignIn", "demo_sign_ins", "played_calls", "refresh_demo", "seed_demo"]
