"""Every address of the desk."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from warmwatt.workbench import views
from warmwatt.workbench.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home),
    path("sign-in", views.sign_in),
    path("sign-out", views.sign_out),
    path("language", views.language),
    path("desk", views.desk_page),
    path("desk/next", views.claim_next),
    path("desk/<slug:conversation_id>", views.conversation_page),
    path("desk/<slug:conversation_id>/customer", views.customer_panel),
    path("desk/<slug:conversation_id>/claim", views.claim),
    path("desk/<slug:conversation_id>/take-over", views.take_over),
    path("desk/<slug:conversation_id>/say", views.say),
    path("desk/<slug:conversation_id>/preview", views.preview),
    path("desk/<slug:conversation_id>/case", views.open_case),
    path("desk/<slug:conversation_id>/escalate", views.escalate),
    path("desk/<slug:conversation_id>/close", views.close),
    path("desk/<slug:conversation_id>/turns/<int:turn>/why", views.why_turn),
    path("desk/<slug:conversation_id>/verdicts/<str:criterion>/why", views.why_verdict),
    path("desk/<slug:conversation_id>/corrections", views.correct),
    path("corrections", views.corrections_page),
    path("corrections/export", views.export_corrections),
    path("corrections/<int:correction_id>/take-back", views.take_back_correction),
    path("cards/<int:card_id>", views.mark_card),
    path("promises", views.promises_page),
    path("promises/<int:promise_id>/end", views.end_promise),
    path("escalations/<int:escalation_id>/take", views.take_escalation),
    path("chat", views.chat_start),
    path("chat/<slug:conversation_id>", views.chat_page),
    path("chat/<slug:conversation_id>/say", views.chat_say),
    path("chat/<slug:conversation_id>/end", views.chat_end),
    path("chat/<slug:conversation_id>/rate", views.chat_rate),
    path("board", views.board_page),
    path("orders", views.orders_page),
    path("orders/<int:order_id>/step", views.step_order),
    path("cases", views.cases_page),
    path("cases/<str:number>", views.case_page),
    path("cases/<str:number>/tell", views.tell_result),
    path("cases/<str:number>/close", views.close_case),
    path("knowledge", views.knowledge_page),
    path("flows/<str:flow_id>", views.flow_page),
    path("played", views.played_page),
    path("played/play", views.play),
    path("status", views.status_page),
    path("healthz", views.healthz),
    path("admin/", admin.site.urls),
    path("api/v1/", api.urls),
]
handler400 = views.bad_request
handler403 = views.not_admitted
handler404 = views.no_such_page
handler500 = views.something_broke
