/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps as ISO 8601 and as RFC 9110, section 5.6.7 has them, always in UTC. */
#include "client/time.h"

#include <math.h>
#include <stdint.h>

#include <slrun/time.h>

#define FIRST_SECOND (-62135596800LL) /* of the year 1 */
#define LAST_SECOND  253402300799LL   /* of the year 9999 */

bool s3_time_write(const json_t *seconds, bool http, char text[S3_TIME_SIZE])
{
    double number = json_number_value(seconds);
    if (!(number >= (double)FIRST_SECOND && number < (double)LAST_SECOND))
        return false;
    int64_t ms = (int64_t)llround(number * 1000);
    if (http)
        slrun_time_http(ms, text);
    else
        slrun_time_text(ms, ms % 1000 != 0, text);
    return true;
}

json_t *s3_time_read(const char *text)
{
    int64_t ms;
    bool read = slrun_time_read(text, 0, &ms) || slrun_time_read_http(text, &ms);
    return read ? slrun_time_json(ms) : NULL;
}
