"""Who may do what: every route for every role."""

import httpx
import pytest

from tacitus.web import Role
from tests.web.conftest import PASSWORD, Site

FREE = {"/api/whoami", "/api/login"}
LEAST = {
    ("post", "/api/reports/{report_id}/events"): Role.CODER,
    ("get", "/api/queue"): Role.CODER,
    ("post", "/api/events/{event_id}/decisions"): Role.CODER,
    ("get", "/api/samples"): Role.CODER,
    ("post", "/api/samples"): Role.ADJUDICATOR,
    ("get", "/api/samples/{number}"): Role.CODER,
    ("get", "/api/samples/{number}/reports"): Role.CODER,
    ("post", "/api/samples/{number}/reports/{report_id}/done"): Role.CODER,
    ("get", "/api/samples/{number}/agreement"): Role.ADJUDICATOR,
    ("get", "/api/samples/{number}/disagreements"): Role.ADJUDICATOR,
    ("post", "/api/samples/{number}/disagreements/{name}"): Role.ADJUDICATOR,
    ("post", "/api/incidents/{incident_id}/split"): Role.CODER,
    ("post", "/api/incidents/merge"): Role.CODER,
    ("post", "/api/links"): Role.CODER,
    ("post", "/api/jobs"): Role.CODER,
    ("get", "/api/jobs"): Role.CODER,
    ("get", "/api/jobs/{job_id}"): Role.CODER,
    ("delete", "/api/jobs/{job_id}"): Role.CODER,
    ("get", "/api/people"): Role.ADJUDICATOR,
}
"""Every other route is for readers."""

PARAMETERS = {"number": "99", "report_id": "x", "event_id": "x:e1", "incident_id": "x", "chain_id": "x"}


def _routes(visitor: httpx.Client) -> list[tuple[str, str]]:
    paths = visitor.get("/api/openapi.json").json()["paths"]
    return [(method, path) for path, methods in paths.items() for method in methods]


def _ask(visitor: httpx.Client, method: str, path: str) -> httpx.Response:
    for name in ("number", "report_id", "event_id", "incident_id", "chain_id", "job_id", "name"):
        path = path.replace(f"{{{name}}}", PARAMETERS.get(name, "x"))
    return visitor.request(method, path, headers={"If-Match": '"x"'})


def test_without_a_login_every_route_but_two_is_closed(closed_site: Site) -> None:
    with closed_site.visit() as visitor:
        routes = _routes(visitor)
        assert set(LEAST) <= set(routes)
        for method, path in routes:
            if path not in FREE:
                answer = _ask(visitor, method, path)
                assert (answer.status_code, answer.json()["error"]["code"]) == (401, "W-02"), (method, path)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_what_it_may_and_no_more(closed_site: Site, role: Role) -> None:
    ranks = list(Role)
    with closed_site.visit(role.value) as visitor:
        for method, path in _routes(visitor):
            if path in FREE or path in {"/api/live", "/api/logout"}:
                continue
            answer = _ask(visitor, method, path)
            refused = answer.status_code == 403 and "this takes the role" in answer.text
            least = LEAST.get((method, path), Role.READER)
            assert refused == (ranks.index(role) < ranks.index(least)), (method, path, answer.text)
            assert answer.status_code < 500, (method, path, answer.text)


def test_a_session_is_a_cookie_that_scripts_and_other_sites_do_not_get(closed_site: Site) -> None:
    with closed_site.visit() as visitor:
        answer = visitor.post("/api/login", json={"name": "reader", "password": PASSWORD})
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert PASSWORD not in answer.text
        assert answer.json()["role"] == "reader"


def test_logging_out_ends_the_session_for_good(closed_site: Site) -> None:
    with closed_site.visit("reader") as visitor:
        cookies = dict(visitor.cookies)
        assert visitor.post("/api/logout").json()["name"] is None
        visitor.cookies.update(cookies)
        assert visitor.get("/api/summary").status_code == 401


def test_a_wrong_name_and_a_wrong_password_are_told_alike_and_then_not_at_all(closed_site: Site) -> None:
    with closed_site.visit() as visitor:
        wrong = visitor.post("/api/login", json={"name": "reader", "password": "wrong"})
        nobody = visitor.post("/api/login", json={"name": "nobody", "password": "wrong"})
        assert wrong.status_code == nobody.status_code == 401
        assert wrong.json() == nobody.json()
        answers = [visitor.post("/api/login", json={"name": "nobody", "password": "wrong"}) for _ in range(5)]
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["Retry-After"]) > 0


def test_on_loopback_nobody_logs_in(open_site: Site) -> None:
    with open_site.visit() as visitor:
        who = visitor.get("/api/whoami").json()
        assert (who["accounts"], who["role"]) == (False, "adjudicator")
        assert visitor.post("/api/login", json={"name": "x", "password": "y"}).status_code == 404
