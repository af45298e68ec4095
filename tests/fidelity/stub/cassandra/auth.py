# SPDX-License-Identifier: Apache-2.0
class PlainTextAuthProvider:
    def __init__(self, **_):
        pass
