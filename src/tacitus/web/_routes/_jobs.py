"""Texts and files coded at once."""

import re
import shutil
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool

from tacitus.web import _translate
from tacitus.web._desk import OnDesk
from tacitus.web._faults import InvalidRequestError, TooLargeError
from tacitus.web._jobs import own_folder
from tacitus.web._shapes import Job, NewText
from tacitus.web._visitor import AsCoder

router = APIRouter(prefix="/jobs", tags=["jobs"])

MAX_BYTES: Final = 100_000_000
"""Of one file, as much as intake takes of a .json file. Larger archives are for `tacitus code --ledger`."""

_JSON: Final = "application/json"
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_BODY: Final = {
    "required": True,
    "content": {
        _JSON: {"schema": {"$ref": "#/components/schemas/NewText"}},
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
    },
}


@router.post("", status_code=202, openapi_extra={"requestBody": _BODY}, max_body_size=MAX_BYTES)
async def begin(
    request: Request,
    desk: OnDesk,
    visitor: AsCoder,
    filename: Annotated[str, Query(max_length=255, description="Of a file; its ending tells what is in it.")] = "",
) -> Job:
    """Code a text (`application/json`), or a file of any kind that `tacitus code` takes (any other type)."""
    folder = own_folder()
    try:
        if not filename and request.headers.get("content-type", "").partition(";")[0].strip() == _JSON:
            name, file = await _text(request, folder)
        else:
            name, file = filename or "upload.txt", folder / safe_name(filename)
            await _receive(request, file)
        record = await run_in_threadpool(desk.jobs.begin, file, name=name, by=visitor.name)
    except BaseException:  # a visitor who leaves in the middle of it, too
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return _translate.job(record)


@router.get("")
def jobs(desk: OnDesk, _: AsCoder) -> tuple[Job, ...]:
    """The jobs of this server, the newest first."""
    return tuple(map(_translate.job, desk.jobs.all()))


@router.get("/{job_id}")
def job(job_id: str, desk: OnDesk, _: AsCoder) -> Job:
    """One job as it stands."""
    return _translate.job(desk.jobs.one(job_id))


@router.delete("/{job_id}")
def cancel(job_id: str, desk: OnDesk, _: AsCoder) -> Job:
    """End a job after the report that it is at; what it has written stays."""
    return _translate.job(desk.jobs.cancel(job_id))


def safe_name(name: str) -> str:
    """A file name of our own from one that a browser sent: the last part alone, plain signs, its ending kept."""
    last = re.split(r"[/\\]", name)[-1]
    path = Path(_UNSAFE.sub("_", last).lstrip("."))
    return f"{path.stem[:100] or 'upload'}{path.suffix[:20] or '.txt'}"


async def _text(request: Request, folder: Path) -> tuple[str, Path]:
    try:
        body = NewText.model_validate_json(await request.body())
    except ValidationError as fault:
        first = fault.errors(include_input=False)[0]
        where = ".".join(map(str, ("body", *first["loc"])))
        raise InvalidRequestError(f"{InvalidRequestError.code}: {where}: {first['msg']}") from None
    file = folder / "pasted.json"
    await run_in_threadpool(file.write_text, body.model_dump_json(exclude_none=True), encoding="utf-8")
    return body.title or "pasted text", file


async def _receive(request: Request, file: Path) -> None:
    n_bytes = 0
    with file.open("xb") as out:
        async for part in request.stream():
            n_bytes += len(part)
            if n_bytes > MAX_BYTES:
                raise TooLargeError(
                    f"{TooLargeError.code}: a file here has at most {MAX_BYTES // 10**6} MB; "
                    "code larger ones with `tacitus code --ledger`"
                )
            await run_in_threadpool(out.write, part)
