/* SPDX-License-Identifier: Apache-2.0 */
#include "net/clock_skew.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char month[4];
    struct tm tm = {0};
    int end = 0;
    if (sscanf(text, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &tm.tm_mday, month,
               &tm.tm_year, &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &end) != 6 ||
        !end || text[end])
        return false;
    const char *at = strstr(months, month);
    if (!at || (at - months) % 3 != 0 || strlen(month) != 3)
        return false;
    tm.tm_mon = (int)(at - months) / 3;
    tm.tm_year -= 1900;
    *seconds = timegm(&tm);
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
