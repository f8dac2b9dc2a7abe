"""Validates collections against Postman's schema with jsonschema-rs, all errors.

Usage: python jsonschema_rs_check.py SCHEMA FILE...
"""

import json
import sys

import jsonschema_rs


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def is_valid(path):
    try:
        return not list(validator.iter_errors(read(path)))
    except ValueError:
        return False


validator = jsonschema_rs.validator_for(read(sys.argv[1]))
sys.exit(0 if all([is_valid(path) for path in sys.argv[2:]]) else 1)
