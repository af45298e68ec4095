/* SPDX-License-Identifier: Apache-2.0 */
#include "net/clock_skew.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "base/clock.h"
#include "net/http_header.h"

/* What services call a signature that is too old or not valid yet. Some have the code of any wrong
 * signature for it: only the Date tells. */
static const char *const codes[] = {
    "RequestTimeTooSkewed",      "RequestExpired", "RequestInTheFuture",
    "InvalidSignatureException", "AuthFailure",    "SignatureDoesNotMatch",
};

bool clock_skew_date(const char *text, int64_t *seconds)
{
    int64_t ms;
    if (!slrun_time_read_http(text, &ms))
        return false;
    *seconds = ms / 1000;
    return true;
}

bool clock_skew_learn(int64_t *seconds, const char *code, const struct slrun_response *answer)
{
    const char *date = http_header(answer->headers, answer->n_headers, "Date");
    int64_t theirs, ours = clock_wall_ms() / 1000;
    bool about = !code;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        about = about || strcmp(codes[i], code) == 0;
    if (!about || !date || !clock_skew_date(date, &theirs) ||
        llabs(theirs - ours - *seconds) < CLOCK_SKEW_LEAST_S)
        return false;
    *seconds = theirs - ours;
    return true;
}
