"""The review app's server: a thin skin over flow and the ledger, JSON over HTTP.

    app = create_app(Settings(ledger="war.db"))

Handlers are plain functions in the thread pool. Report text leaves only as JSON, never as HTML, and nothing here
makes a request to anywhere.
"""
