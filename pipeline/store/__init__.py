"""Records → files, and back: `documents.jsonl`, and flat tables for spreadsheets and frames.

    write(documents, "documents.jsonl")
    for document in read("documents.jsonl"): ...
    to_frame(documents)["claims"]  # a pandas DataFrame

Databases are in `store/sql`, the formats of others in `store/export`.
"""

from pipeline.store.flat import csv_rows, head
from pipeline.store.jsonl import BadRecord, line, read, write
from pipeline.store.tables import TABLES, Column, flat_csv, frame, rows, to_csv, to_frame

__all__ = [
    "TABLES", "BadRecord", "Column", "csv_rows", "flat_csv", "frame", "head", "line", "read", "rows", "to_csv",
    "to_frame", "write",
]  # fmt: skip
