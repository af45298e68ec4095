/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud refuses, in the words of a service. */
#include "local/protocol/refusal.h"

static const struct {
    int http;
    const char *codes[4]; /* by enum sigv4_protocol */
    const char *text;
} kinds[] = {
#define REFUSAL_ROW(name, http, s3, json, query, text)                                             \
    [REFUSAL_##name] = {http, {s3, json, query, json}, text},
    REFUSALS(REFUSAL_ROW)
#undef REFUSAL_ROW
};

/* S3's texts, where they are not those of the other services; and those of a body, which is judged
 * without a verifier that says more. */
static const char *const texts[] = {
    [SIGV4_OLD_SIGNATURE] = "The authorization mechanism you have provided is not supported. "
                            "Please use AWS4-HMAC-SHA256.",
    [SIGV4_UNKNOWN_SCHEME] = "Unsupported Authorization Type",
    [SIGV4_UNKNOWN_KEY] = "The AWS Access Key Id you provided does not exist in our records.",
    [SIGV4_MISSING_TOKEN] = "Access Denied",
    [SIGV4_BAD_DATE] = "AWS authentication requires a valid Date or x-amz-date header",
    [SIGV4_EXPIRED] = "Request has expired",
    [SIGV4_TIME_SKEWED] =
        "The difference between the request time and the current time is too large.",
    [SIGV4_PAYLOAD_MISMATCH] =
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    [SIGV4_MISMATCH] = "The request signature we calculated does not match the signature you "
                       "provided. Check your key and signing method.",
};

static enum sigv4_protocol protocol_of(enum slrun_errors errors)
{
    return errors == SLRUN_ERRORS_S3          ? SIGV4_PROTOCOL_S3
           : errors == SLRUN_ERRORS_QUERY     ? SIGV4_PROTOCOL_QUERY
           : errors == SLRUN_ERRORS_REST_JSON ? SIGV4_PROTOCOL_REST_JSON
                                              : SIGV4_PROTOCOL_JSON;
}

struct refusal_words refusal_words(const struct refusal *refusal, enum slrun_errors errors)
{
    enum sigv4_protocol protocol = protocol_of(errors);
    if (refusal->kind != REFUSAL_SIGNATURE)
        return (struct refusal_words){kinds[refusal->kind].http,
                                      kinds[refusal->kind].codes[protocol],
                                      kinds[refusal->kind].text};
    enum sigv4_status status = refusal->status;
    const char *text = NULL;
    if ((errors == SLRUN_ERRORS_S3 || !refusal->message[0]) &&
        status < sizeof texts / sizeof *texts)
        text = texts[status];
    return (struct refusal_words){sigv4_http_status(status, protocol),
                                  sigv4_error_code(status, protocol),
                                  text ? text : refusal->message};
}
