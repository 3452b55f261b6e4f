"""Scores → `report.html`: one page, no network, every figure and every error in its sentence. No spaCy."""

from pipeline.report.html import render

__all__ = ["render"]
