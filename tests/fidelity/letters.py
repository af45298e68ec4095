# SPDX-License-Identifier: Apache-2.0
"""A pytest plugin: what uuid4() gives begins with a letter. Tests that name stacks by it would else fail
by chance, on AWS too, where a stack's name must not begin with a digit."""
import uuid

_uuid4 = uuid.uuid4


def uuid4():
    found = _uuid4()
    return uuid.UUID(int=found.int & (1 << 124) - 1 | (10 + (found.int >> 124) % 6) << 124)


uuid.uuid4 = uuid4
