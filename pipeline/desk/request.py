"""What the page asks for → a Decision."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.desk.take import taken
from pipeline.record import Document, RoleName
from pipeline.review import Decision, Refused, Reviewed, acts, draft
from pipeline.review.decision import Verdict, problem
from pipeline.review.keyed import pointer


class Act(BaseModel):
    """What is worked out on the server, because it needs the whole document. `at`: offsets of words in the op-ed."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Literal["add", "span", "role", "split", "merge", "take"]
    at: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]] = (0, 0)
    slot: RoleName = "other"
    other: str = ""


class ReviewRequest(BaseModel):
    """`document` is an id, `seen` how many lines of the log the page knows, `versions` those that it saw of what it
    changes, by pointer."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(min_length=8, max_length=80)
    when: str = Field(max_length=40)
    document: str
    seen: int = Field(default=0, ge=0)
    verdict: Verdict
    claim: str | None = None
    patch: tuple[dict[str, Any], ...] = Field(default=(), max_length=2000)
    act: Act | None = None
    versions: dict[str, int] = {}
    seconds: float | None = Field(default=None, ge=0, le=86_400)
    note: str | None = Field(default=None, max_length=10_000)

    @classmethod
    def read(cls, given: Any) -> "ReviewRequest":
        """Raises Refused, with the field; also for what JSON can say and a log cannot: half a character, a thousand
        lists in each other."""
        try:
            asked = cls.model_validate(given)
            asked.model_dump_json()
        except ValidationError as error:
            raise Refused(problem(error)) from None
        except (ValueError, RecursionError):
            raise Refused("this cannot be written down") from None
        return asked


def drafted(
    reviewed: Reviewed, request: ReviewRequest, who: str, blind: bool, other: Document | None = None
) -> Decision:
    """`other` is the version beside, B. Raises Refused for what cannot be done, pydantic's ValidationError for what
    is no decision."""
    more: dict[str, Any] = {"seconds": request.seconds, "note": request.note, "blind": blind}
    if request.verdict in ("undo", "redo"):
        more["undoes"] = _turned(reviewed, request.verdict, who)
    claim, patch = _acted(reviewed.document, request, other)
    decision = draft(
        reviewed, request.verdict, claim, patch, id=request.id, when=request.when, who=who, **more
    )  # fmt: skip
    return decision if request.verdict in ("undo", "redo", "comment") else _as_seen(decision, request)


def _turned(reviewed: Reviewed, verdict: str, who: str) -> str:
    """The decision that comes first to be undone, or the undo to be taken back."""
    stack = (reviewed.done if verdict == "undo" else reviewed.undone)[who]
    if not stack:
        raise Refused(f"there is nothing to {verdict}")
    return stack[-1]


def _acted(
    document: Document, request: ReviewRequest, other: Document | None
) -> tuple[str | None, Sequence[Mapping[str, Any]]]:
    """The claim it is about, and the patch."""
    act, claim = request.act, request.claim or ""
    if act is None:
        return request.claim, request.patch
    if act.name == "add":
        return acts.add(document, *act.at)
    if act.name == "split":
        return claim, acts.split(document, claim, act.at[0])[1]
    if act.name == "merge":
        return claim, acts.merge(document, claim, act.other)
    if act.name == "take":
        if other is None:
            raise Refused("there is no other version of this op-ed")
        return taken(document, other, act.other, request.claim)
    if act.name == "role":
        return claim, acts.set_role(document, claim, act.slot, *act.at)
    return claim, acts.set_span(document, claim, *act.at)


def _as_seen(decision: Decision, request: ReviewRequest) -> Decision:
    """On the versions that the person saw; those of what only the server knows are the present ones."""
    own = pointer("claims", decision.claim or "")
    seen = {at: version for at, version in request.versions.items() if at in decision.bases}
    base = seen.pop(own, decision.base)
    also = {at: version for at, version in {**decision.also, **seen}.items() if version}
    return decision.model_copy(update={"base": base, "also": also})
