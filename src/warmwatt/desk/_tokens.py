"""Keeps the digest of a program's token."""

from warmwatt.records.models import ApiToken, Staff


def issue_token(*, staff: Staff, digest: str, label: str) -> ApiToken:
    """This function will let the token with this SHA-256 digest sign in as `staff`."""
    return ApiToken.objects.create(staff=staff, digest=digest, label=label[:80])
