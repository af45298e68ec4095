/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud refuses, in the words of a service. */
#include "local/refusal.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    int http;
    const char *codes[3]; /* by enum sigv4_protocol */
    const char *text;
} kinds[] = {
#define REFUSAL_ROW(name, http, s3, json, query, text)                                             \
    [REFUSAL_##name] = {http, {s3, json, query}, text},
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
    return errors == SLRUN_ERRORS_S3      ? SIGV4_PROTOCOL_S3
           : errors == SLRUN_ERRORS_QUERY ? SIGV4_PROTOCOL_QUERY
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

static void add_escaped(struct buf *to, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (strchr("<>&\"'", *text))
            buf_printf(to, "&#%d;", *text);
        else if (c < ' ' && c != '\t' && c != '\n')
            buf_putc(to, '?'); /* XML has no way to write it */
        else
            buf_putc(to, *text);
    }
}

static void add_element(struct buf *to, const char *name, const char *text)
{
    buf_printf(to, "<%s>", name);
    add_escaped(to, text);
    buf_printf(to, "</%s>", name);
}

static void write_json(struct buf *to, const struct refusal_words *words)
{
    json_t *json = json_pack("{s:s+, s:s}", "__type", "com.amazon.coral.service#", words->code,
                             "message", words->text);
    if (!json) /* the text repeats bytes of the client's that are not UTF-8 */
        json = json_pack("{s:s+}", "__type", "com.amazon.coral.service#", words->code);
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    buf_puts(to, text ? text : "{}");
    free(text);
    json_decref(json);
}

const char *refusal_write(struct buf *to, const struct refusal_words *words,
                          enum slrun_errors errors, const char *request_id)
{
    if (errors == SLRUN_ERRORS_JSON) {
        write_json(to, words);
        return "application/x-amz-json-1.0";
    }
    bool s3 = errors == SLRUN_ERRORS_S3;
    buf_puts(to, s3 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>"
                    : "<?xml version=\"1.0\"?><ErrorResponse><Error>");
    if (!s3)
        add_element(to, "Type", words->http < 500 ? "Sender" : "Receiver");
    add_element(to, "Code", words->code);
    add_element(to, "Message", words->text);
    if (!s3)
        buf_puts(to, "</Error>");
    add_element(to, "RequestId", request_id);
    buf_puts(to, s3 ? "</Error>" : "</ErrorResponse>");
    return s3 ? "application/xml" : "text/xml";
}
