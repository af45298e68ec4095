/* SPDX-License-Identifier: Apache-2.0 */
#include "date.h"

#include <stdio.h>
#include <string.h>

#include <slrun/time.h>

/* "Sunday, 06-Nov-94 08:49:37 GMT" or "Sun Nov  6 08:49:37 1994" as the one form that is written
 * today. */
static bool modern(const char *text, char out[SLRUN_TIME_HTTP_SIZE])
{
    char month[4] = "", clock[9] = "";
    unsigned day, year;
    if (sscanf(text, "%*[A-Za-z], %2u-%3[A-Za-z]-%2u %8[0-9:]", &day, month, &year, clock) == 4)
        year += year < 70 ? 2000 : 1900;
    else if (sscanf(text, "%*3[A-Za-z] %3[A-Za-z] %2u %8[0-9:] %4u", month, &day, clock, &year) !=
             4)
        return false;
    int n =
        snprintf(out, SLRUN_TIME_HTTP_SIZE, "Sun, %02u %s %04u %s GMT", day, month, year, clock);
    return n == SLRUN_TIME_HTTP_SIZE - 1;
}

bool date_read_http(const char *text, int64_t *ms)
{
    char now[SLRUN_TIME_HTTP_SIZE];
    return slrun_time_read_http(text, ms) || slrun_time_read(text, SLRUN_TIME_ANY, ms) ||
           (modern(text, now) && slrun_time_read_http(now, ms));
}
