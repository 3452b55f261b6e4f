"""The annotator's desk: found records in a browser on this machine, every decision at once in an append-only log.

`serve.py` listens, `guard.py` keeps strangers out, `app.py` routes. `shelf.py` finds documents, `recent.py` keeps a few
in memory, `queue.py` counts and orders them. `room.py` knows what was decided, `request.py` makes a decision of what
the page asks for, `view.py` says to the page how things stand. `comparison.py` lays two versions side by side,
`take.py` takes a claim over from one to the other. What runs in the browser is in `static/`.
"""
