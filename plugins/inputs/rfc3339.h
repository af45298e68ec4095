/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_INPUTS_RFC3339_H
#define SLRUN_INPUTS_RFC3339_H

#include <stdbool.h>

/* "2026-11-21T07:00:00.5Z" or "...+01:00" (RFC 3339), or a number, as seconds since 1970. False: it
 * is neither. */
bool rfc3339_seconds(const char *text, double *seconds);

#endif
