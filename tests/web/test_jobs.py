"""Texts and files coded at once, with the packaged model."""

import json
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tacitus.model import CodedReport
from tacitus.web._jobs import Jobs
from tacitus.web._routes._jobs import safe_name
from tacitus.web._shapes import JobState
from tests.web.conftest import Site
from tests.written import coded

WORDS = "Rebels shelled the town of Harim on Monday, killing at least four people, officials said."


def _ended(visitor: httpx.Client, begun: httpx.Response) -> dict:
    assert begun.status_code == 202, begun.text
    until = time.monotonic() + 120
    while time.monotonic() < until:
        job = visitor.get(f"/api/jobs/{begun.json()['id']}").json()
        if job["state"] in {"done", "failed", "cancelled"}:
            return job
        time.sleep(0.05)
    pytest.fail("the job does not end")


def test_a_pasted_text_is_coded_and_linked(own_site: Site) -> None:
    body = {"text": WORDS, "published": "2016-11-08", "title": "Harim", "source": "pasted"}
    with own_site.visit() as visitor:
        job = _ended(visitor, visitor.post("/api/jobs", json=body))
        assert (job["state"], job["n_reports"], job["refusals"]) == ("done", 1, [])
        page = visitor.get(f"/api/reports/{job['reports'][0]}").json()
        assert (page["report"]["text"], page["report"]["source"]) == (WORDS, "pasted")
        assert page["events"][0]["event"]["category"] == "ASSAULT"
        assert page["events"][0]["incident_id"]


def test_a_file_is_coded_by_its_ending_and_what_cannot_be_read_is_listed(own_site: Site) -> None:
    lines = json.dumps({"text": WORDS, "published": "2016-11-08"}) + "\n{broken\n"
    with own_site.visit() as visitor:
        begun = visitor.post("/api/jobs", params={"filename": "../../few.jsonl"}, content=lines.encode())
        job = _ended(visitor, begun)
        assert (job["n_reports"], job["n_refused"]) == (1, 1)
        [refusal] = job["refusals"]
        assert (refusal["code"], refusal["line"], refusal["source"]) == ("I-05", 2, "../../few.jsonl")


def test_of_cancelled_jobs_the_running_one_ends_after_its_report_and_the_waiting_one_codes_none(tmp_path: Path) -> None:
    begun, go_on, kept = threading.Event(), threading.Event(), []

    def code(_: Path) -> Iterator[CodedReport]:
        begun.set()
        assert go_on.wait(timeout=30)
        yield coded()
        yield coded()

    def keep(report: CodedReport) -> str:
        kept.append(report)
        return report.doc_id

    jobs = Jobs(code=code, keep=keep)
    running, waiting = (jobs.begin(_alone(tmp_path / name), name=name, by="anna").id for name in ("running", "waiting"))
    assert begun.wait(timeout=30)
    for job_id in (running, waiting):
        jobs.cancel(job_id)
    go_on.set()
    jobs.stop()
    assert len(kept) == 1
    assert [jobs.one(each).state for each in (running, waiting)] == [JobState.CANCELLED] * 2
    assert list(tmp_path.iterdir()) == []


def _alone(folder: Path) -> Path:
    folder.mkdir()
    (folder / "few.jsonl").touch()
    return folder / "few.jsonl"


def test_an_upload_that_breaks_off_leaves_nothing_behind(
    open_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with open_site.visit() as visitor:
        token = visitor.headers["X-CSRF-Token"]
    address = urlsplit(open_site.url)
    head = f"POST /api/jobs?filename=a.txt HTTP/1.1\r\nHost: {address.netloc}\r\nX-CSRF-Token: {token}\r\n"
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(f"{head}Content-Length: 1000\r\n\r\nShells".encode())
        _wait_until(lambda: any(tmp_path.iterdir()))
    _wait_until(lambda: not any(tmp_path.iterdir()))


def _wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize(("body", "status"), [({"text": ""}, 422), ({"text": "x", "colour": "red"}, 422), ({}, 422)])
def test_what_is_no_text(open_site: Site, body: dict[str, str], status: int) -> None:
    with open_site.visit() as visitor:
        answer = visitor.post("/api/jobs", json=body)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, "W-01")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\news\\a b.json", "a_b.json"),
        (".hidden", "hidden.txt"),
        ("..", "upload.txt"),
        ("", "upload.txt"),
        ("x" * 300 + ".jsonl", "x" * 100 + ".jsonl"),
    ],
)
def test_a_files_name_is_made_harmless(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept
    assert Path(kept).name == kept
