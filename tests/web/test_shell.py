"""What stands around every request."""

import http.client
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import Site

KEYS = {"code", "message", "status", "details"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:9", "192.168.0.7"])
def test_own_names_and_addresses_are_answered(open_site: Site, host: str) -> None:
    with open_site.visit() as visitor:
        assert visitor.get("/api/whoami", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8765", ""])
def test_a_rebound_name_gets_nothing(open_site: Site, host: str) -> None:
    with open_site.visit() as visitor:
        for path in ("/api/whoami", "/"):
            answer = visitor.get(path, headers={"Host": host})
            assert answer.status_code == 421
            assert answer.json()["error"]["code"] == "W-07"


def test_without_a_login_nobody_comes_through_a_proxy(open_site: Site, closed_site: Site) -> None:
    forwarded = {"X-Forwarded-For": "203.0.113.9"}
    with open_site.visit() as visitor:
        assert visitor.get("/api/whoami", headers=forwarded).status_code == 421
    with closed_site.visit() as visitor:
        assert visitor.get("/api/whoami", headers=forwarded).status_code == 200


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", {"Sec-Fetch-Site": "cross-site"}),
        ("GET", {"Sec-Fetch-Site": "same-site"}),
        ("POST", {"Origin": "https://evil.example"}),
        ("POST", {"Origin": "null"}),
    ],
    ids=["cross-site", "same-site", "origin", "null"],
)
def test_other_sites_are_refused_even_with_the_token(open_site: Site, method: str, headers: dict[str, str]) -> None:
    with open_site.visit() as visitor:
        answer = visitor.request(method, "/api/jobs", headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "W-06")


@pytest.mark.parametrize("token", [None, "", "0" * 64])
def test_nothing_changes_without_the_token(open_site: Site, token: str | None) -> None:
    with open_site.visit() as visitor:
        del visitor.headers["X-CSRF-Token"]
        headers = {} if token is None else {"X-CSRF-Token": token}
        answer = visitor.post("/api/jobs", json={"text": "Shells fell."}, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "W-06")
        assert visitor.get("/api/jobs").json() == []


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "W-04"),
        ("GET", "/api/reports/nothing", 404, "L-03"),
        ("GET", "/api/incidents/nothing", 404, "L-03"),
        ("GET", "/api/events/nothing", 404, "W-04"),
        ("GET", "/missing.js", 404, "W-04"),
        ("PUT", "/api/reports", 405, "W-05"),
        ("GET", "/api/reports?limit=0", 422, "W-01"),
        ("GET", "/api/reports?colour=red", 422, "W-01"),
        ("GET", "/api/reports?cursor=abc", 422, "L-04"),
        ("GET", "/api/incidents?box=1,2,3", 422, "W-01"),
        ("GET", f"/api/samples/{10**30}", 422, "W-01"),
        ("GET", f"/api/events/r1:e1?sample={10**30}", 422, "W-01"),
        ("GET", f"/api/incidents?min_killed={10**30}", 422, "W-01"),
        ("GET", "/api/incidents?from=yesterday", 422, "W-01"),
    ],
)
def test_every_fault_has_the_one_form_and_all_headers(
    open_site: Site, method: str, path: str, status: int, code: str
) -> None:
    with open_site.visit() as visitor:
        answer = visitor.request(method, path)
        error = answer.json()["error"]
        assert (answer.status_code, error["status"], error["code"]) == (status, status, code)
        assert set(error) == KEYS
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_fault_of_the_server_tells_nothing_inner(open_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_: object) -> None:
        raise RuntimeError("the cellar is flooded")

    monkeypatch.setattr("tacitus.ledger.Ledger.summary", break_down)
    with open_site.visit() as visitor:
        answer = visitor.get("/api/summary")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "W-14")
    assert "cellar" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_long_body_is_refused(open_site: Site) -> None:
    with open_site.visit() as visitor:
        answer = visitor.post("/api/links", content=b" " * 2_000_001, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_the_app_is_served_for_its_own_addresses_and_never_inline(open_site: Site) -> None:
    with open_site.visit() as visitor:
        page = visitor.get("/incidents", headers={"Accept": "text/html"})
        assert "<title>app</title>" in page.text
        policy = page.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert visitor.get("/assets/app.js").status_code == 200


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt", "//etc/passwd"]
)
def test_no_path_leaves_the_folder_of_the_app(open_site: Site, static: Path, path: str) -> None:
    assert (static.parent / "secret.txt").is_file()
    connection = http.client.HTTPConnection(urlsplit(open_site.url).netloc, timeout=30)  # sends the path as it is
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == 404
    assert b"not for visitors" not in body


def test_the_description_names_every_route_and_the_one_error(open_site: Site) -> None:
    with open_site.visit() as visitor:
        described = visitor.get("/api/openapi.json").json()
    documented = _without_names((Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8"))
    assert len(described["paths"]) > 30
    for path, methods in described["paths"].items():
        for method, route in methods.items():
            for content in route["responses"]["default"]["content"].values():
                assert content["schema"]["$ref"].endswith("/ErrorResponse"), (method, path)
            assert f"`{method.upper()} {_without_names(path)}`" in documented


def _without_names(text: str) -> str:
    """An address, or a text with addresses, whatever their variable parts are called."""
    return re.sub(r"\{\w+\}", "{}", text)
