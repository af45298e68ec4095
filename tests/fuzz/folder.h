/* SPDX-License-Identifier: Apache-2.0 */
/* A folder for files of a target, below TMPDIR: libFuzzer ends without atexit(), and run.py removes
 * what is left there. Include it where _XOPEN_SOURCE is 700. */
#ifndef SLRUN_FUZZ_FOLDER_H
#define SLRUN_FUZZ_FOLDER_H

#include <stdio.h>
#include <stdlib.h>

enum { FOLDER_SIZE = 1024, FOLDER_PATH_SIZE = FOLDER_SIZE + 128 /* of what is in it */ };

/* Makes it; aborts where that cannot be. */
static inline void folder_make(char folder[FOLDER_SIZE])
{
    const char *above = getenv("TMPDIR");
    int n = snprintf(folder, FOLDER_SIZE, "%s/slrun-fuzz-XXXXXX", above == NULL ? "/tmp" : above);
    if (n < 0 || n >= FOLDER_SIZE || mkdtemp(folder) == NULL)
        abort();
}

#endif
