# SPDX-License-Identifier: Apache-2.0
"""What Alternator's conftest imports of ScyllaDB's CQL driver; against anything but ScyllaDB it is never used."""
