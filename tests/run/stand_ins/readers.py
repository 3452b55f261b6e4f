"""A reading process that does what a file is called."""

import os
import time

from pipeline.record import Article


def serve(pipe):
    pipe.send(None)
    while True:
        found, path, _ = pipe.recv()
        if path.stem == "die":
            os._exit(9)
        if path.stem == "hang":
            time.sleep(600)
        pipe.send(Article(where=found.where, text=path.read_text()))
        pipe.send(None)
