"""The annotator's desk: found records in a browser on this machine, every decision at once in an append-only log.

`serve.py` listens, `guard.py` keeps strangers out, `app.py` routes, `shelf.py` finds documents, `room.py` knows what
was decided, `view.py` says it to the page; what runs in the browser is in `static/`.
"""
