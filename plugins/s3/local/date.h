/* SPDX-License-Identifier: Apache-2.0 */
/* Times in milliseconds since 1970, and the forms HTTP and XML write them in. */
#ifndef SLRUN_S3_DATE_H
#define SLRUN_S3_DATE_H

#include <stdbool.h>
#include <stdint.h>

enum { DATE_SIZE = 40 };

/* "2006-02-03T16:45:09.000Z" (ISO 8601) and "Fri, 03 Feb 2006 16:45:09 GMT" (RFC 9110, 5.6.7). */
void date_iso(int64_t ms, char out[DATE_SIZE]);
void date_http(int64_t ms, char out[DATE_SIZE]);

/* A time in ISO 8601 (also a date alone, and with a zone), in any of HTTP's forms. */
bool date_read_iso(const char *text, int64_t *ms);
bool date_read_http(const char *text, int64_t *ms);

#endif
