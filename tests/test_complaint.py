"""What is wrong with a record, in words of ours."""

import datetime as dt
import json
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.complaint import first, not_json
from pipeline.record import Document


class Thing(BaseModel):
    model_config = ConfigDict(extra="forbid")
    word: str = ""
    kind: Literal["one", "two"] = "one"
    day: dt.date | None = None
    sure: float = Field(default=0.5, ge=0, le=1)
    number: int = 0
    code: str = Field(default="AB", pattern="^[A-Z]{2}$")
    parts: tuple[str, ...] = ()
    inner: "Thing | None" = None

    @field_validator("word")
    @classmethod
    def said(cls, value):
        if value == "no":
            raise ValueError("is no word, of ours")
        return value


def refused(data):
    with pytest.raises(ValidationError) as error:
        Thing.model_validate_json(data)
    return first(error.value)


@pytest.mark.parametrize(
    ("data", "where", "said"),
    [
        ('{"word": 4}', "word", "is 4, not text"),
        ('{"word": ["a"]}', "word", "is a list, not text"),
        ('{"word": "no"}', "word", "is no word, of ours"),
        ('{"kind": "three"}', "kind", "is 'three', none of 'one' or 'two'"),
        ('{"day": "2023-02-29"}', "day", "is '2023-02-29', not a date (YYYY-MM-DD)"),
        ('{"day": true}', "day", "is true, not a date (YYYY-MM-DD)"),
        ('{"sure": 7}', "sure", "is 7, where 1 or less is wanted"),
        ('{"sure": "much"}', "sure", "is 'much', not a number"),
        ('{"number": 1.5}', "number", "is 1.5, not a whole number"),
        ('{"number": null}', "number", "is null, not a whole number"),
        ('{"code": "a"}', "code", "is 'a', which is not of the form ^[A-Z]{2}$"),
        ('{"parts": 3}', "parts", "is 3, not a list"),
        ('{"inner": "x"}', "inner", "is 'x', not an object"),
        ('{"inner": {"mood": 1}}', "inner.mood", "is no field that is known here"),
        ("[]", "", "is a list, not an object"),
        ("nonsense", "", "is not JSON (expected ident at column 2)"),
        ('{"word": "a', "", "is not JSON (it breaks off within a string at column 11)"),
    ],
)
def test_a_complaint_says_what_stands_there_and_what_should(data, where, said):
    path, clause = refused(data)
    assert (".".join(map(str, path)), clause) == (where, said)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('{"a" 1}', "is not JSON (Expecting ':' delimiter at column 6)"),
        ('{"a": "b', "is not JSON (Unterminated string at column 7)"),
        ('{"a": 1,\n "b" 2}', "is not JSON (Expecting ':' delimiter at line 2, column 6)"),
        ("1" * 5000, "is not JSON (a number is too long)"),
        ("[" * 200_000, "is not JSON (nested too deeply)"),
    ],
)
def test_what_is_no_json_names_the_line_if_there_is_more_than_one(data, said):
    with pytest.raises((ValueError, RecursionError)) as error:
        json.loads(data)
    assert not_json(error.value) == said


def test_a_long_value_is_cut():
    assert len(refused(f'{{"kind": "{"x" * 1000}"}}')[1]) < 90


@given(st.dictionaries(st.sampled_from(sorted(Document.model_fields)), st.none() | st.integers() | st.text()))
def test_whatever_a_record_refuses_is_said_without_the_librarys_voice(data):
    with pytest.raises(ValidationError) as error:
        Document.model_validate(data)
    clause = first(error.value)[1]
    assert "Input should" not in clause and "Field required" not in clause and "\n" not in clause
