/* SPDX-License-Identifier: Apache-2.0 */
/* Times as AWS and its tools write them (ISO 8601, RFC 3339). */
#ifndef SLRUN_BASE_ISO_TIME_H
#define SLRUN_BASE_ISO_TIME_H

#include <stdbool.h>

/* "2026-11-21T07:00:00.5Z" -> seconds since 1970. The zone may be "UTC" or an offset ("+01:00"),
 * and the date may stand alone. False: it is no such text, or before the year 1. */
bool iso_time_read(const char *text, double *seconds);

#endif
