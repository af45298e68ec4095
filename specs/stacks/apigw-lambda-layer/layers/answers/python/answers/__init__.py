# SPDX-License-Identifier: Apache-2.0
"""Answers of API Gateway, held against the part of JSON Schema that our answers need."""
import json

TYPES = {"object": dict, "array": list, "string": str}


def answer(status, body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def problems(value, schema, place="answer"):
    """What of the value breaks the schema."""
    if not isinstance(value, TYPES[schema["type"]]):
        return [f"{place} is no {schema['type']}"]
    if len(value) > schema.get("maxLength", len(value)):
        return [f"{place} is longer than {schema['maxLength']}"]
    found = [f"{place} has no {name}" for name in schema.get("required", []) if name not in value]
    members = value.items() if isinstance(value, dict) else []
    for name, member in members:
        if name in schema.get("properties", {}):
            found += problems(member, schema["properties"][name], f"{place}.{name}")
        elif not schema.get("additionalProperties", True):
            found.append(f"{place} may have no {name}")
    for i, member in enumerate(value if "items" in schema else []):
        found += problems(member, schema["items"], f"{place}[{i}]")
    return found


def checked(body, schema):
    """The answer, or 500 with what of it breaks the schema: no caller is to see an answer that does."""
    found = problems(body, schema)
    return answer(500, {"problems": found}) if found else answer(200, body)
