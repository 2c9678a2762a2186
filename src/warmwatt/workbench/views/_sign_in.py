"""Signing in by 工号, signing out, and switching the language."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from warmwatt.records.models import Staff
from warmwatt.workbench._language import ONE_YEAR
from warmwatt.workbench._patience import forget_failures, must_rest, note_failure
from warmwatt.workbench.views._page import landing_of, page, sorry


class SignInForm(forms.Form):
    """工号 and password."""

    number = forms.CharField(label=_("Staff number"), max_length=20)
    password = forms.CharField(label=_("Password"), max_length=128, widget=forms.PasswordInput)
    staff: Staff | None = None

    def clean(self) -> dict[str, Any]:
        """This function will look the person up; a wrong number and a wrong password are told alike."""
        given = self.cleaned_data
        if "number" in given and "password" in given:
            found = authenticate(username=given["number"].strip(), password=given["password"])
            if not isinstance(found, Staff):
                raise forms.ValidationError(_("The number or the password is wrong. Check both and try again."))
            self.staff = found
        return given


@page(methods=("GET", "POST"))
def sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in, then goes to where the visitor was headed or to the role's own page."""
    if request.method == "POST":
        number = request.POST.get("number", "")
        if must_rest(request, number):
            return sorry(
                request, message=gettext("Too many wrong tries. Wait five minutes, then try again."), status=429
            )
        form = SignInForm(request.POST)
        if form.is_valid() and form.staff is not None:
            forget_failures(request, number)
            login(request, form.staff)
            return HttpResponseRedirect(_headed_for(request, fallback=landing_of(form.staff)))
        note_failure(request, number)
    elif isinstance(request.user, Staff):
        return HttpResponseRedirect(landing_of(request.user))
    else:
        form = SignInForm()
    context = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "workbench/sign_in.html", context, status=422 if form.errors else 200)


@page(methods=("POST",))
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signs out."""
    logout(request)
    return HttpResponseRedirect(settings.LOGIN_URL)


@page(methods=("POST",))
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen language in a cookie and goes back."""
    wanted = request.POST.get("language", "")
    response = HttpResponseRedirect(_headed_for(request, fallback="/"))
    if wanted in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, wanted, max_age=ONE_YEAR, samesite="Lax")
    return response


@page()
def home(request: HttpRequest) -> HttpResponse:
    """Sends each to where their day starts."""
    if isinstance(request.user, Staff):
        return HttpResponseRedirect(landing_of(request.user))
    return HttpResponseRedirect(settings.LOGIN_URL)


def _headed_for(request: HttpRequest, *, fallback: str) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and safe else fallback
