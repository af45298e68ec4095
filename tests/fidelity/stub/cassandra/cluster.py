# SPDX-License-Identifier: Apache-2.0
EXEC_PROFILE_DEFAULT = ConsistencyLevel = ExecutionProfile = None


class NoHostAvailable(Exception):
    pass


class Session:
    """A session that reaches nobody: the suite then signs with a key of its own."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def execute(self, *_, **__):
        raise NoHostAvailable


class Cluster(Session):
    """A cluster that is not there."""

    def __init__(self, *_, **__):
        pass

    def connect(self):
        return Session()

    def shutdown(self):
        pass
