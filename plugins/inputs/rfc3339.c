/* SPDX-License-Identifier: Apache-2.0 */
#include "inputs/rfc3339.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* "Z", "+01:00" or nothing, as seconds. False: it is none. */
static bool read_offset(const char *text, int *seconds)
{
    int hours, minutes, n = 0;
    char sign;
    *seconds = 0;
    if (!*text || strcmp(text, "Z") == 0)
        return true;
    if (sscanf(text, "%c%2d:%2d%n", &sign, &hours, &minutes, &n) != 3 || text[n] || hours < 0 ||
        minutes < 0 || (sign != '+' && sign != '-'))
        return false;
    *seconds = (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

bool rfc3339_seconds(const char *text, double *seconds)
{
    struct tm tm = {0};
    double fraction = 0;
    int offset;
    char *end = NULL;
    const char *rest = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);
    if (!rest) {
        *seconds = isdigit((unsigned char)*text) ? strtod(text, &end) : 0;
        return end && !*end;
    }
    if (*rest == '.' && isdigit((unsigned char)rest[1])) {
        fraction = strtod(rest, &end);
        rest = end;
    }
    if (!read_offset(rest, &offset))
        return false;
    *seconds = (double)(timegm(&tm) - offset) + fraction;
    return true;
}
