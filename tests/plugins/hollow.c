/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin with parameters whose texts tell a user nothing, each in a way of its own, and one that
 * tells something. */
#include <slrun/slrun.h>

#define TEXT(name_, text_)                                                                         \
    {                                                                                              \
        name_, {.type = SLRUN_STRING}, 0, text_                                                    \
    }

static const struct slrun_param texts[] = {
    TEXT("Empty", ""),
    TEXT("LastModified", "Last modified."),
    TEXT("Rules", "The rules."),
    TEXT("S3Bucket", "Member S3Bucket."),
    TEXT("RequestPayer", "Header x-amz-request-payer."),
    TEXT("Endless",
         "Says what it is, and that again, and that again, and that again, and that again, and "
         "that again, and that again, and that again."),
    TEXT("Unended", "Says what it is and does not stop"),
    TEXT("Timeout", "Seconds that it may take, 1 to 900; 3 unless given."),
    {0},
};

#define PARAMS texts
#include "minimal.h"

MINIMAL_PLUGIN();
