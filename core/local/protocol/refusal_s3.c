/* SPDX-License-Identifier: Apache-2.0 */
/* What S3 says when it refuses: besides code and text what was wrong, as elements of the answer. */
#include <inttypes.h>
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

static bool read_authorization(const struct sigv4_request *request, char *memory,
                               struct sigv4_authorization *a)
{
    char message[SIGV4_MESSAGE_MAX];
    const char *header = http_header(request->headers, request->n_headers, "Authorization");
    *a = (struct sigv4_authorization){.signature = {"", 0}};
    return (header ? sigv4_parse_authorization(header, a, message)
                   : sigv4_parse_query(request->target, memory, a, message)) == SIGV4_OK;
}

/* What was signed here, for who looks why it is not what was signed there. */
static void add_signed(struct buf *to, struct sigv4 *s, const struct sigv4_request *request)
{
    char memory[SIGV4_QUERY_MAX];
    struct sigv4_authorization a;
    struct sigv4_slice string = sigv4_string_to_sign(s);
    if (string.size == 0)
        return;
    bool known = read_authorization(request, memory, &a);
    add_slice(to, "StringToSign", string);
    add_slice(to, "SignatureProvided", a.signature);
    add_bytes(to, "StringToSignBytes", string);
    bool chunk = known && !a.version_2 && sigv4_canonical_request(s).size == 0;
    if (chunk && sigv4_chain_head(s, request, &a) != SIGV4_OK)
        return;
    struct sigv4_slice canonical = sigv4_canonical_request(s);
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
        add_signed(details, refusal->texts, &request);
    memcpy(message, answer.message, SIGV4_MESSAGE_MAX);
    return (struct refusal_words){answer.http, answer.code, message};
}

/* How many it was, and what of. */
static void add_counts(struct buf *to, const struct refusal *refusal)
{
    static const struct {
        enum refusal_kind kind;
        const char *names[2];
    } rows[] = {{REFUSAL_BODY_LENGTH, {"NumberBytesExpected", "NumberBytesProvided"}},
                {REFUSAL_SMALL_CHUNK, {"Chunk", "BadChunkSize"}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t k = 0; refusal->kind == rows[i].kind && k < 2; k++)
            buf_printf(to, "<%s>%" PRIu64 "</%s>", rows[i].names[k], refusal->counts[k],
                       rows[i].names[k]);
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
    add_counts(details, refusal);
    return refusal_words(refusal, SLRUN_ERRORS_S3);
}
