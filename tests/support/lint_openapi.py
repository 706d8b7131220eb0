"""Lints OpenAPI documents: python lint_openapi.py FILE... Each has to be valid, and every example of it what its schema allows."""

import json
import sys

from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator


def faults_of(document):
    yield from (error.message for error in OpenAPIV31SpecValidator(document).iter_errors())
    for path, item in document["paths"].items():
        for method, operation in item.items():
            bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
            for name, body in bodies.items():
                for content in body.get("content", {}).values():
                    yield from faults_of_examples(document, f"{method} {path} {name}", content)


def faults_of_examples(document, where, content):
    examples = [example["value"] for example in content.get("examples", {}).values()]
    examples += [content["example"]] if "example" in content else []
    # References lead into the document, so the schema stands in it.
    validator = OAS31Validator({**document, **content.get("schema", {})})
    for example in examples:
        yield from (f"{where}: {error.message}" for error in validator.iter_errors(example))


faults = []
for file in sys.argv[1:]:
    with open(file, encoding="utf-8") as opened:
        faults += [f"{file}: {fault}" for fault in faults_of(json.load(opened))]
print("\n".join(faults))
sys.exit(1 if faults else 0)
