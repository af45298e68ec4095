/* SPDX-License-Identifier: Apache-2.0 */
/* Times as the services and files write them (RFC 3339). */
#include <time.h>

#include "base/iso_time.h"
#include "net/credential/credential_walk.h"

bool walk_time(const char *text, int64_t *ms)
{
    double seconds;
    if (!iso_time_read(text, &seconds) || seconds < 0)
        return false;
    *ms = (int64_t)seconds * 1000;
    return true;
}

const char *walk_time_text(int64_t ms, char out[WALK_TIME_MAX])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm = {0};
    if (!gmtime_r(&seconds, &tm) || strftime(out, WALK_TIME_MAX, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        out[0] = '\0';
    return out;
}
