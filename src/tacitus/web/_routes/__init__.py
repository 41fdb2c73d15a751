"""The routes, one resource a file."""

from fastapi import APIRouter

from tacitus.web._routes import (
    _chains,
    _events,
    _incidents,
    _jobs,
    _knowledge,
    _live,
    _parties,
    _people,
    _reports,
    _samples,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    part.router
    for part in (_people, _reports, _events, _samples, _incidents, _chains, _parties, _knowledge, _jobs, _live)
)

__all__ = ["ROUTERS"]
