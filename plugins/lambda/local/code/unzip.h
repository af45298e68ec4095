/* SPDX-License-Identifier: Apache-2.0 */
/* Unpacking zip archives, with bounds and without a way out of the directory. */
#ifndef SLRUN_LAMBDA_UNZIP_H
#define SLRUN_LAMBDA_UNZIP_H

#include <stdbool.h>

enum unzip_result {
    UNZIP_OK,
    UNZIP_BAD,       /* no archive, or broken, encrypted, or with names that lead outside */
    UNZIP_TOO_LARGE, /* above 262,144,000 bytes or 100,000 entries (Developer Guide, "Quotas") */
    UNZIP_IO         /* it cannot be written */
};

/* Unpacks the archive into a directory that is new and empty. What was written before a failure
 * stays. */
enum unzip_result unzip(const char *archive, const char *directory);

#endif
