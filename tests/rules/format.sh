#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every C file is as .clang-format says: usage: format.sh SOURCE_DIR
set -eu
cd "$1"
find core include plugins tests -name '*.[ch]' -not -path '*/build/*' -print0 |
    xargs -0 clang-format-14 --dry-run -Werror
