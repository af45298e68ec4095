/* SPDX-License-Identifier: Apache-2.0 */
#include "inputs/rfc3339.h"

#include <ctype.h>
#include <stdlib.h>

#include <slrun/time.h>

bool rfc3339_seconds(const char *text, double *seconds)
{
    int64_t ms;
    char *end = NULL;
    bool time = slrun_time_read(text, SLRUN_TIME_BARE, &ms);
    *seconds = time ? (double)ms / 1000 : isdigit((unsigned char)*text) ? strtod(text, &end) : 0;
    return time || (end && !*end);
}
