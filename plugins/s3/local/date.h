/* SPDX-License-Identifier: Apache-2.0 */
/* Times in headers that compare them. */
#ifndef SLRUN_S3_DATE_H
#define SLRUN_S3_DATE_H

#include <stdbool.h>
#include <stdint.h>

/* Milliseconds since 1970 of a time in ISO 8601 (also a date alone, and with a zone), in any of
 * HTTP's three forms (RFC 9110, 5.6.7). */
bool date_read_http(const char *text, int64_t *ms);

#endif
