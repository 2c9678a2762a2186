"""The customer's chat: no sign-in; the key in the link opens one conversation and nothing else."""

import re
import secrets
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from warmwatt import desk
from warmwatt.workbench import panels
from warmwatt.workbench.live import customer_context, holds_key
from warmwatt.workbench.views._page import note, page, sorry

PHONE = re.compile(r"^(1\d{10}|0\d{2,3}-?\d{7,8})$")
ACCOUNT = re.compile(r"^\d{6,13}$")
LONGEST_FIRST = 2000


class ChatStart(forms.Form):
    """What a customer may tell before the chat; only the matter is asked of everyone."""

    text = forms.CharField(label=gettext_lazy("What can we do for you?"), max_length=LONGEST_FIRST)
    name = forms.CharField(label=gettext_lazy("How may we call you"), max_length=40, required=False)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=20, required=False)
    account = forms.CharField(label=gettext_lazy("Account number"), max_length=20, required=False)

    def clean_phone(self) -> str:
        """This function will check the phone number where one is given."""
        phone: str = self.cleaned_data["phone"].replace(" ", "")
        if phone and not PHONE.match(phone):
            raise forms.ValidationError(_("This is no phone number: write 11 digits, such as 13800001234."))
        return phone

    def clean_account(self) -> str:
        """This function will check the account number where one is given."""
        account: str = self.cleaned_data["account"].replace(" ", "")
        if account and not ACCOUNT.match(account):
            raise forms.ValidationError(_("An account number has digits only; it is printed on your bill."))
        return account


@page(methods=("GET", "POST"))
def chat_start(request: HttpRequest) -> HttpResponse:
    """Begins a chat with the first message."""
    form = ChatStart(request.POST) if request.method == "POST" else ChatStart()
    if request.method == "POST" and form.is_valid():
        return HttpResponseRedirect(_begun(form.cleaned_data, key=request.POST.get("key", "")))
    return render(request, "workbench/chat/start.html", {"form": form}, status=422 if form.errors else 200)


def _begun(given: dict[str, str], *, key: str) -> str:
    now = timezone.now()
    conversation = desk.begin_conversation(
        channel="chat", now=now, caller=given["name"], contact=given["phone"], account=given["account"] or None
    )
    desk.hear(conversation.pk, who="customer", text=given["text"], key=key or secrets.token_hex(8), now=now)
    return f"/chat/{conversation.pk}?{urlencode({'k': conversation.customer_key})}"


@page()
def chat_page(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Shows the chat to who holds its key."""
    key = request.GET.get("k", "")
    if not holds_key(conversation_id, key):
        return _unknown(request)
    conversation = desk.find_conversation(conversation_id)
    context = {
        "key": key,
        "turns": panels.turns_shown(conversation.pk, channel="chat"),
        **customer_context(conversation),
    }
    return render(request, "workbench/chat/chat.html", context)


@page(methods=("POST",))
def chat_say(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Takes one message of the customer; sent twice with the same key it is heard once."""
    if not holds_key(conversation_id, request.POST.get("k", "")):
        return _unknown(request)
    desk.hear(
        conversation_id,
        who="customer",
        text=request.POST.get("text", ""),
        key=request.POST.get("key", "") or secrets.token_hex(8),
        now=timezone.now(),
    )
    return HttpResponse(headers={"HX-Trigger": "said"})


@page(methods=("POST",))
def chat_end(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Ends the chat at the customer's wish."""
    if not holds_key(conversation_id, request.POST.get("k", "")):
        return _unknown(request)
    desk.close_conversation(conversation_id, staff=None, now=timezone.now())
    return HttpResponse(status=204)


@page(methods=("POST",))
def chat_rate(request: HttpRequest, conversation_id: str) -> HttpResponse:
    """Keeps the customer's stars and words."""
    if not holds_key(conversation_id, request.POST.get("k", "")):
        return _unknown(request)
    stars = request.POST.get("stars", "")
    desk.rate(
        conversation_id,
        stars=int(stars) if stars.isdecimal() and len(stars) < 3 else 0,
        words=request.POST.get("words", ""),
        now=timezone.now(),
    )
    return HttpResponse(status=204, headers={"HX-Trigger": note(_("Thank you for your rating."))})


def _unknown(request: HttpRequest) -> HttpResponse:
    return sorry(request, message=_("This chat link is not valid. Begin a new chat, we are here."), status=404)
