/* SPDX-License-Identifier: Apache-2.0 */
/* Times as the services and files write them (RFC 3339). */
#include <slrun/time.h>

#include "net/credential/credential_walk.h"

bool walk_time(const char *text, int64_t *ms)
{
    return slrun_time_read(text, SLRUN_TIME_DAY | SLRUN_TIME_LOOSE, ms) && *ms >= 0;
}
