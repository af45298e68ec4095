/* SPDX-License-Identifier: Apache-2.0 */
/* What S3 says when it refuses: besides code and text what was wrong, as elements of the answer. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "local/iam/auth.h"
#include "local/protocol/refusal.h"
#include "net/http_header.h"
#include "net/signature/sigv4_s3.h"

static void add_slice(struct buf *to, const char *name, struct sigv4_slice value)
{
    struct buf text = BUF_INIT(SIGV4_CANONICAL_MAX);
    buf_add(&text, value.at, value.size);
    buf_printf(to, "<%s>", name);
    text_add_xml(to, buf_str(&text));
    buf_printf(to, "</%s>", name);
    buf_free(&text);
}

static void add_text(struct buf *to, const char *name, const char *value)
{
    add_slice(to, name, (struct sigv4_slice){value, strlen(value)});
}

/* "47 45 54": so that what cannot be seen can be compared, too. */
static void add_bytes(struct buf *to, const char *name, struct sigv4_slice value)
{
    buf_printf(to, "<%s>", name);
    for (size_t i = 0; i < value.size; i++)
        buf_printf(to, i > 0 ? " %02x" : "%02x", (unsigned char)value.at[i]);
    buf_printf(to, "</%s>", name);
}

static struct sigv4_slice signature_of(const struct http_exchange *http, char *memory)
{
    struct sigv4_authorization a;
    char message[SIGV4_MESSAGE_MAX];
    const char *header = http_header(http->headers, http->n_headers, "Authorization");
    enum sigv4_status status = header ? sigv4_parse_authorization(header, &a, message)
                                      : sigv4_parse_query(http->target, memory, &a, message);
    return status == SIGV4_OK ? a.signature : (struct sigv4_slice){"", 0};
}

/* What was signed here, for who looks why it is not what was signed there. */
static void add_signed(struct buf *to, const struct sigv4 *s, const struct http_exchange *http)
{
    char memory[SIGV4_QUERY_MAX];
    struct sigv4_slice string = sigv4_string_to_sign(s), canonical = sigv4_canonical_request(s);
    if (string.size == 0)
        return;
    add_slice(to, "StringToSign", string);
    add_slice(to, "SignatureProvided", signature_of(http, memory));
    add_bytes(to, "StringToSignBytes", string);
    if (canonical.size == 0)
        return; /* version 2 has none */
    add_slice(to, "CanonicalRequest", canonical);
    add_bytes(to, "CanonicalRequestBytes", canonical);
}

static struct refusal_words of_signature(const struct refusal *refusal,
                                         const struct http_exchange *http,
                                         char message[SIGV4_MESSAGE_MAX], struct buf *details)
{
    const struct sigv4_request request = {.method = http->method,
                                          .target = http->target,
                                          .headers = http->headers,
                                          .n_headers = http->n_headers};
    const struct sigv4_s3_refused refused = {.request = &request,
                                             .body_hash =
                                                 refusal->body_hash[0] ? refusal->body_hash : NULL,
                                             .status = refusal->status,
                                             .now = clock_wall_ms() / 1000,
                                             .max_skew = AUTH_SKEW_S3_MAX};
    struct sigv4_s3_answer answer;
    sigv4_s3_answer(&refused, &answer);
    if (!answer.code)
        return refusal_words(refusal, SLRUN_ERRORS_S3);
    for (size_t i = 0; i < answer.n_named; i++)
        add_slice(details, answer.named[i].name, answer.named[i].value);
    if (refusal->status == SIGV4_MISMATCH && refusal->texts)
        add_signed(details, refusal->texts, http);
    memcpy(message, answer.message, SIGV4_MESSAGE_MAX);
    return (struct refusal_words){answer.http, answer.code, message};
}

struct refusal_words refusal_words_s3(const struct refusal *refusal,
                                      const struct http_exchange *http,
                                      char message[SIGV4_MESSAGE_MAX], struct buf *details)
{
    const char *stated = http_header(http->headers, http->n_headers, "x-amz-content-sha256");
    if (refusal->kind == REFUSAL_SIGNATURE && refusal->status != SIGV4_MISSING_TOKEN)
        return of_signature(refusal, http, message, details);
    if (refusal->kind == REFUSAL_PAYLOAD_KIND && stated) {
        add_text(details, "ArgumentName", "x-amz-content-sha256");
        add_text(details, "ArgumentValue", stated);
    }
    return refusal_words(refusal, SLRUN_ERRORS_S3);
}
