"""Programs sign in with a token; a token is made from a 工号 and password, and only its digest is kept."""

import hashlib
import secrets
import time
from functools import lru_cache

from django.contrib.auth import authenticate
from django.http import HttpRequest
from ninja.security import HttpBearer

from warmwatt.desk import issue_token
from warmwatt.records.models import ApiToken, Staff
from warmwatt.workbench._lanes import on_lane

REMEMBERED_SECONDS = 10


class TokenSignIn(HttpBearer):
    """`Authorization: Bearer <token>`."""

    async def authenticate(self, request: HttpRequest, token: str) -> Staff | None:
        """This function will return the token's owner, or None where the token is unknown or revoked."""
        return await on_lane(remembered_staff, token, int(time.monotonic() // REMEMBERED_SECONDS))


@lru_cache(maxsize=1000)
def remembered_staff(token: str, _period: int) -> Staff | None:
    """This function will return whose token it is; a revoked token is refused within REMEMBERED_SECONDS."""
    return staff_of_token(token)


def staff_of_token(token: str) -> Staff | None:
    """This function will return whose token it is, or None."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    found = ApiToken.objects.select_related("staff").filter(
        digest=digest, revoked_at__isnull=True, staff__is_active=True
    )
    kept = found.first()
    return kept.staff if kept else None


def new_token(number: str, password: str, label: str) -> str | None:
    """This function will return a fresh token for a valid sign-in, or None."""
    staff = authenticate(username=number, password=password)
    if not isinstance(staff, Staff):
        return None
    token = secrets.token_urlsafe(32)
    issue_token(staff=staff, digest=hashlib.sha256(token.encode()).hexdigest(), label=label)
    return token
