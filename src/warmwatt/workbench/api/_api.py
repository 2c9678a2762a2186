"""The API itself: its sign-in, its answers to trouble, and its routes."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from warmwatt import __version__
from warmwatt.desk import Unable
from warmwatt.workbench._lanes import on_lane
from warmwatt.workbench.api._conversations import router as conversations
from warmwatt.workbench.api._corrections import router as corrections
from warmwatt.workbench.api._shapes import SignIn, Token, Trouble
from warmwatt.workbench.api._sign_in import TokenSignIn, new_token

api = NinjaAPI(
    title="Warmwatt 暖电",
    version=__version__,
    urls_namespace="api",
    auth=TokenSignIn(),
    description="The desk's doors for programs. Get a token from `/sign-in`, then send it as a bearer token.",
)
api.add_router("", conversations)
api.add_router("", corrections)

STATUS_OF = {"not_found": 404, "closed": 409, "taken": 409, "not_yours": 403, "own": 403, "role": 403, "busy": 503}


@api.post("/sign-in", auth=None, response={200: Token, 401: Trouble}, tags=["sign-in"])
async def sign_in(request: HttpRequest, body: SignIn) -> tuple[int, dict[str, str]]:
    """Makes a token from a 工号 and password."""
    token = await on_lane(new_token, body.number, body.password, body.label)
    if token is None:
        return 401, {"code": "sign_in", "message": _("The number or the password is wrong.")}
    return 200, {"token": token}


@api.exception_handler(Unable)
def unable(request: HttpRequest, error: Unable) -> HttpResponse:
    """Says what could not be done, and the mend."""
    status = STATUS_OF.get(error.code, 422)
    return api.create_response(request, {"code": error.code, "message": error.message}, status=status)


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Names each field that was wrong."""
    fields = [{"field": ".".join(map(str, e["loc"][1:])), "message": e["msg"]} for e in error.errors]
    message = "; ".join(f"{field['field'] or 'body'}: {field['message']}" for field in fields)
    return api.create_response(request, {"code": "invalid", "message": message, "fields": fields}, status=422)
