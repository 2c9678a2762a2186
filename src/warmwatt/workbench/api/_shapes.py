"""What goes into the API and what comes out of it."""

from datetime import datetime
from typing import Any, Literal

from ninja import Field, Schema


class SignIn(Schema):
    """A 工号 and password, and what the token is for."""

    number: str
    password: str
    label: str = "api"


class Token(Schema):
    """A bearer token; it is shown this once."""

    token: str


class NewConversation(Schema):
    """A conversation to begin; `answered` makes the token's owner its agent at once."""

    channel: Literal["phone", "chat"] = "chat"
    caller: str = Field("", max_length=60)
    contact: str = Field("", max_length=20)
    account: str | None = Field(None, max_length=20)
    answered: bool = False


class NewTurn(Schema):
    """A turn to be heard. `key` is the sender's own id of it: sent again, it is accepted once."""

    who: Literal["customer", "agent"]
    text: str
    key: str = Field(min_length=1, max_length=64)
    start: float | None = Field(None, ge=0)
    end: float | None = Field(None, ge=0)


class CardOut(Schema):
    """One card: words ready to speak, and why."""

    id: int
    skill: str
    key: str
    title: str
    say: str
    because: str
    rule: str
    weight: float
    shown_turn: int


class TurnOut(Schema):
    """A turn with its reading."""

    index: int
    key: str
    who: str
    text: str
    start: float
    end: float | None = None
    reading: dict[str, Any]


class HeardOut(Schema):
    """An acknowledged turn: on disk, with the cards that the agent now sees."""

    turn: TurnOut
    advice: list[CardOut]
    repeated: bool


class ConversationOut(Schema):
    """A conversation as it stands."""

    id: str
    channel: str
    state: str
    agent: str | None = None
    account: str | None = None
    topics: list[str]
    customer_state: str
    turn_count: int
    started_at: datetime
    closed_at: datetime | None = None

    @staticmethod
    def resolve_agent(found: Any) -> str | None:
        """The agent's 工号."""
        return found.agent.username if found.agent else None

    @staticmethod
    def resolve_account(found: Any) -> str | None:
        """The account number."""
        return found.contract.account if found.contract else None


class FactOut(Schema):
    """A fact heard, as said and normalised."""

    key: str
    value: str
    said: str
    turn: int
    who: str


class PromiseOut(Schema):
    """A tracked promise."""

    id: int
    turn: int
    kind: str
    words: str
    limit: str
    due_at: datetime | None = None
    authority: str
    because: str
    state: str
    reason: str


class OrderOut(Schema):
    """A back-office team's order."""

    number: str
    team: str
    state: str
    summary: str
    eta: datetime | None = None
    result: str


class CaseOut(Schema):
    """A case with its orders."""

    number: str
    matter: str
    summary: str
    state: str
    owner: str
    opened_at: datetime
    orders: list[OrderOut]

    @staticmethod
    def resolve_owner(found: Any) -> str:
        """The owner's 工号."""
        return str(found.owner.username)

    @staticmethod
    def resolve_orders(found: Any) -> list[Any]:
        """The case's orders."""
        return list(found.orders.all())


class Trouble(Schema):
    """What went wrong: a code for programs, a sentence with the mend for people."""

    code: str
    message: str
