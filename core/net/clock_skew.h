/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A clock that is wrong: AWS takes signatures of the last 5 or 15 minutes only. What its refusal
 * says about the time puts it right for the next signatures, as the SDKs do.
 */
#ifndef SLRUN_NET_CLOCK_SKEW_H
#define SLRUN_NET_CLOCK_SKEW_H

#include <stdbool.h>
#include <stdint.h>

#include <slrun/http.h>

enum {
    CLOCK_SKEW_LEAST_S = 4 * 60
}; /* less is no reason for a refusal: AWS's least is 5 minutes */

/* Whether an error of this code (NULL: one that is not known yet), with the Date of this answer,
 * says that the clock is off by more than was corrected. `*seconds`, which are added to the clock
 * for signatures, are then set anew.
 */
bool clock_skew_learn(int64_t *seconds, const char *code, const struct slrun_response *answer);

/* The time of an HTTP date, "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, section 5.6.7; its obsolete
 * forms are not taken), in seconds since 1970. False: it is none. */
bool clock_skew_date(const char *text, int64_t *seconds);

#endif
