/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps: seconds since 1970 in arguments and results, two forms of text on the wire. */
#ifndef SLRUN_S3_TIME_H
#define SLRUN_S3_TIME_H

#include <stdbool.h>

#include <jansson.h>

enum { S3_TIME_SIZE = 30 }; /* bytes of the longest text, with its NUL */

/* Writes a number of seconds: "2015-01-01T00:00:00Z" (with ".123" where there is a fraction), or
 * with `http` "Thu, 01 Jan 2015 00:00:00 GMT". false: no year of four digits. */
bool s3_time_write(const json_t *seconds, bool http, char text[S3_TIME_SIZE]);

/* Reads either form, whichever it is; a new reference, an integer or with a fraction a real.
 * NULL: it is neither. */
json_t *s3_time_read(const char *text);

#endif
