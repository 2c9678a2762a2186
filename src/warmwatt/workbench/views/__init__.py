"""The pages."""

from warmwatt.workbench.views._acts import (
    claim,
    claim_next,
    close,
    end_promise,
    escalate,
    mark_card,
    open_case,
    preview,
    say,
    take_escalation,
    take_over,
)
from warmwatt.workbench.views._board import board_page
from warmwatt.workbench.views._cases import (
    case_page,
    cases_page,
    close_case,
    orders_page,
    promises_page,
    step_order,
    tell_result,
)
from warmwatt.workbench.views._chat import chat_end, chat_page, chat_rate, chat_say, chat_start
from warmwatt.workbench.views._corrections import (
    correct,
    corrections_page,
    export_corrections,
    take_back_correction,
)
from warmwatt.workbench.views._desk import conversation_page, customer_panel, desk_page
from warmwatt.workbench.views._health import healthz
from warmwatt.workbench.views._knowledge import flow_page, knowledge_page
from warmwatt.workbench.views._played import play, played_page
from warmwatt.workbench.views._sign_in import home, language, sign_in, sign_out
from warmwatt.workbench.views._status import status_page
from warmwatt.workbench.views._trouble import bad_request, no_such_page, not_admitted, something_broke, stale_page
from warmwatt.workbench.views._why import why_turn, why_verdict

__all__ = [
    "bad_request",
    "board_page",
    "case_page",
    "cases_page",
    "chat_end",
    "chat_page",
    "chat_rate",
    "chat_say",
    "chat_start",
    "claim",
    "claim_next",
    "close",
    "close_case",
    "conversation_page",
    "correct",
    "corrections_page",
    "customer_panel",
    "desk_page",
    "end_promise",
    "escalate",
    "export_corrections",
    "flow_page",
    "healthz",
    "home",
    "knowledge_page",
    "language",
    "mark_card",
    "no_such_page",
    "not_admitted",
    "open_case",
    "orders_page",
    "play",
    "played_page",
    "preview",
    "promises_page",
    "say",
    "sign_in",
    "sign_out",
    "something_broke",
    "stale_page",
    "status_page",
    "step_order",
    "take_back_correction",
    "take_escalation",
    "take_over",
    "tell_result",
    "why_turn",
    "why_verdict",
]
