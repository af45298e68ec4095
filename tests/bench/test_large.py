# SPDX-License-Identifier: Apache-2.0
"""An object goes up to S3 and down again in memory that does not grow with it.

usage: test_large.py METER SLRUN [unittest's arguments]
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from harness.large import MB, transfer  # noqa: E402

METER, SLRUN = "", ""
SMALL_MB, LARGE_MB = 1, 64
MORE_MB = 24  # of memory that 63 MB more may take: buffers of pieces and parts, no body
# AddressSanitizer keeps what was freed for a while, which is no memory in use.
SANITIZER = {"ASAN_OPTIONS": "quarantine_size_mb=1"}


class Large(unittest.TestCase):
    def test_memory_does_not_grow_with_the_object(self):
        small, large = (transfer(METER, SLRUN, size * MB, SANITIZER)
                        for size in (SMALL_MB, LARGE_MB))
        self.assertLess(large - small, MORE_MB)


if __name__ == "__main__":
    METER, SLRUN = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
