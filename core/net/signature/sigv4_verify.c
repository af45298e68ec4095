/* SPDX-License-Identifier: Apache-2.0 */
/* The server's side: does a received request carry the signature of a known secret? */
#include "net/signature/sigv4_parts.h"

#include <openssl/crypto.h>
#include <stdarg.h>
#include <stdio.h>

#define HASH_HEADER "x-amz-content-sha256"
#define MINUTE      60

#define MISMATCH_TEXT                                                                              \
    "The request signature we calculated does not match the signature you provided. Check your "   \
    "AWS Secret Access Key and signing method. Consult the service documentation for details."

struct payload {
    const char *line; /* of the canonical request */
    char declared[SIGV4_HEX_MAX];
    char computed[SIGV4_HEX_MAX];
};

/* A message in the making; what does not fit is cut. */
struct message {
    char *at;
    size_t size;
};

static void say(struct message *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct message *m, const char *format, ...)
{
    if (m->size > 0 && m->size < SIGV4_MESSAGE_MAX - 1)
        m->at[m->size++] = ' ';
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(m->at + m->size, SIGV4_MESSAGE_MAX - m->size, format, arguments);
    va_end(arguments);
    size_t left = SIGV4_MESSAGE_MAX - 1 - m->size;
    m->size += n < 0 ? 0 : (size_t)n < left ? (size_t)n : left;
}

/* Of a presigned request the parser has seen that it is a time. */
static enum sigv4_status read_time(const struct sigv4_request *request,
                                   const struct sigv4_authorization *authorization, int64_t *time,
                                   struct message *m)
{
    if (authorization->presigned) {
        char stamp[SIGV4_TIME_SIZE + 1] = "";
        memcpy(stamp, authorization->time.at, SIGV4_TIME_SIZE);
        return sigv4_parse_time(stamp, time) ? SIGV4_OK : SIGV4_QUERY_INCOMPLETE;
    }
    const char *amz_date = sigv4_header(request, "X-Amz-Date");
    const char *date = sigv4_header(request, "Date");
    if (amz_date == NULL && date == NULL) {
        say(m, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' "
               "header.");
        return SIGV4_BAD_DATE;
    }
    const char *text = amz_date != NULL ? amz_date : date;
    if (sigv4_parse_time(text, time) || (amz_date == NULL && sigv4_parse_http_date(date, time)))
        return SIGV4_OK;
    say(m,
        "Date must be in ISO-8601 'basic format'. Got '%.*s'. See "
        "http://en.wikipedia.org/wiki/ISO_8601",
        SIGV4_QUOTED(sigv4_slice_of(text)));
    return SIGV4_BAD_DATE;
}

static enum sigv4_status check_skew(const struct sigv4_check *check, int64_t time,
                                    struct message *m)
{
    char sent[SIGV4_TIME_SIZE + 1];
    char now[SIGV4_TIME_SIZE + 1];
    char limit[SIGV4_TIME_SIZE + 1];
    int64_t skew = check->max_skew;
    bool expired = time < check->now - skew;
    bool early = time > check->now + skew;
    if (skew == 0 || (!expired && !early))
        return SIGV4_OK;
    if (!sigv4_format_time(time, sent) || !sigv4_format_time(check->now, now) ||
        !sigv4_format_time(check->now + (expired ? -skew : skew), limit))
        return SIGV4_MALFORMED;
    if (expired) {
        say(m, "Signature expired: %s is now earlier than %s (%s - %u min.)", sent, limit, now,
            check->max_skew / MINUTE);
    } else {
        say(m, "Signature not yet current: %s is still later than %s (%s + %u min.)", sent, limit,
            now, check->max_skew / MINUTE);
    }
    return SIGV4_TIME_SKEWED;
}

/* A presigned request may be sent until it expires; its date may lie a little ahead. */
static enum sigv4_status check_expiry(const struct sigv4_check *check, int64_t time,
                                      struct message *m)
{
    if (time > check->now + check->max_skew) {
        say(m, "Request is not yet valid");
        return SIGV4_NOT_YET_VALID;
    }
    if (check->now >= time + check->authorization->expires) {
        say(m, "Request has expired");
        return SIGV4_EXPIRED;
    }
    return SIGV4_OK;
}

static enum sigv4_status check_amz_headers(const struct sigv4_request *request,
                                           struct sigv4_slice names, struct message *m)
{
    for (size_t i = 0; i < request->n_headers; i++) {
        struct sigv4_slice name = sigv4_slice_of(request->headers[i].name);
        if (sigv4_must_be_signed(name) && !sigv4_is_listed(names, name)) {
            say(m, "There were headers present in the request which were not signed");
            return SIGV4_HEADER_NOT_SIGNED;
        }
    }
    return SIGV4_OK;
}

/* Every name in SignedHeaders must be there, and Host among them, or what HTTP/2 has for it. */
static enum sigv4_status check_names(const struct sigv4_request *request, struct sigv4_slice names,
                                     struct message *m)
{
    bool host = false;
    const char *end = names.at + names.size;
    for (const char *at = names.at; at < end;) {
        const char *stop = memchr(at, ';', (size_t)(end - at));
        struct sigv4_slice name = {at, stop ? (size_t)(stop - at) : (size_t)(end - at)};
        bool found = false;
        for (size_t i = 0; !found && i < request->n_headers; i++) {
            found = sigv4_may_be(request->headers[i].name, name) &&
                    sigv4_is_name(request->headers[i].name, name);
        }
        if (!found) {
            say(m, "'%.*s' is named as a SignedHeader, but it does not exist in the HTTP request.",
                SIGV4_QUOTED(name));
            return SIGV4_INCOMPLETE;
        }
        host = host || sigv4_same_name(name, sigv4_slice_of("host")) ||
               sigv4_same_name(name, sigv4_slice_of(":authority"));
        at += name.size + 1;
    }
    if (!host) {
        say(m, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        return SIGV4_HOST_NOT_SIGNED;
    }
    return SIGV4_OK;
}

static enum sigv4_status check_scope(const struct sigv4_check *check, const char *time,
                                     struct message *m)
{
    const struct sigv4_authorization *a = check->authorization;
    if (check->region != NULL && !sigv4_equals(a->region, check->region)) {
        say(m, "Credential should be scoped to a valid region, not '%.*s'.",
            SIGV4_QUOTED(a->region));
    }
    if (check->service != NULL && !sigv4_equals(a->service, check->service))
        say(m, "Credential should be scoped to correct service: '%s'.", check->service);
    if (!sigv4_equals(a->terminator, SIGV4_TERMINATOR)) {
        say(m,
            "Credential should be scoped with a valid terminator: '" SIGV4_TERMINATOR
            "', not '%.*s'.",
            SIGV4_QUOTED(a->terminator));
    }
    if (a->date.size != SIGV4_DATE_SIZE || memcmp(a->date.at, time, SIGV4_DATE_SIZE) != 0) {
        say(m,
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date "
            "from HTTP: '%.*s' != '%.*s', from '%s'.",
            SIGV4_QUOTED(a->date), SIGV4_DATE_SIZE, time, time);
    }
    return m->size > 0 ? SIGV4_WRONG_SCOPE : SIGV4_OK;
}

/* What the request says of its body: a hash, a literal such as UNSIGNED-PAYLOAD, or NULL. A
 * presigned request of S3 leaves it open unless its query, or a header that it signs, says
 * something.
 */
static const char *declared_payload(const struct sigv4_request *request,
                                    const struct sigv4_check *check, char hex[SIGV4_HEX_MAX])
{
    const struct sigv4_authorization *a = check->authorization;
    if (!a->presigned)
        return sigv4_header(request, HASH_HEADER);
    if (a->payload.size > 0 && a->payload.size < SIGV4_HEX_MAX) {
        memcpy(hex, a->payload.at, a->payload.size);
        hex[a->payload.size] = '\0';
        return hex;
    }
    if ((check->flags & SIGV4_HASH_HEADER) == 0)
        return NULL;
    const char *stated = sigv4_header(request, HASH_HEADER);
    return stated != NULL && sigv4_is_listed(a->signed_headers, sigv4_slice_of(HASH_HEADER))
               ? stated
               : SIGV4_UNSIGNED_PAYLOAD;
}

/* The payload's line of the canonical request, and whether the body is what it says. A literal such
 * as UNSIGNED-PAYLOAD says nothing of the body. */
static enum sigv4_status check_payload(const struct sigv4_request *request,
                                       const struct sigv4_check *check, struct payload *payload)
{
    const char *declared = declared_payload(request, check, payload->declared);
    payload->line = declared;
    if (declared != NULL &&
        (strlen(declared) != SIGV4_HEX_SIZE || (check->flags & SIGV4_BODY_LATER)))
        return SIGV4_OK;
    const char *computed = request->payload_hash;
    if (computed == NULL) {
        if (!sigv4_sha256(request->body, request->body_size, payload->computed))
            return SIGV4_CRYPTO_FAILED;
        computed = payload->computed;
    }
    if (declared == NULL)
        payload->line = computed;
    return strcmp(payload->line, computed) == 0 ? SIGV4_OK : SIGV4_PAYLOAD_MISMATCH;
}

static enum sigv4_status copy_name(struct sigv4_slice name, char copy[SIGV4_SCOPE_NAME_MAX + 1])
{
    if (name.size > SIGV4_SCOPE_NAME_MAX)
        return SIGV4_TOO_LARGE;
    memcpy(copy, name.at, name.size);
    copy[name.size] = '\0';
    return SIGV4_OK;
}

static enum sigv4_status compare_signature(struct sigv4 *s, const struct sigv4_check *check,
                                           const char *time)
{
    const struct sigv4_authorization *a = check->authorization;
    char region[SIGV4_SCOPE_NAME_MAX + 1];
    char service[SIGV4_SCOPE_NAME_MAX + 1];
    char hex[SIGV4_HEX_SIZE + 1];
    if (copy_name(a->region, region) != SIGV4_OK || copy_name(a->service, service) != SIGV4_OK)
        return SIGV4_TOO_LARGE;
    struct sigv4_scope scope = {.secret = check->secret_key, .region = region, .service = service};
    memcpy(scope.time, time, sizeof scope.time);
    enum sigv4_status status = sigv4_signature(s, &scope, hex);
    if (status != SIGV4_OK)
        return status;
    bool same = a->signature.size == SIGV4_HEX_SIZE &&
                CRYPTO_memcmp(a->signature.at, hex, SIGV4_HEX_SIZE) == 0;
    return same ? SIGV4_OK : SIGV4_MISMATCH;
}

/* A request that is being judged. */
struct judged {
    const struct sigv4_request *request;
    const struct sigv4_check *check;
    char time[SIGV4_TIME_SIZE + 1];
    bool same_shape; /* as that of the request before, whose names were in order */
};

static enum sigv4_status check_signature(struct sigv4 *s, const struct judged *j)
{
    const struct sigv4_check *check = j->check;
    struct payload payload;
    enum sigv4_status same = check_payload(j->request, check, &payload);
    if (same == SIGV4_CRYPTO_FAILED)
        return same;
    const struct sigv4_canonical c = {
        .request = j->request,
        .only = &check->authorization->signed_headers,
        .same_shape = j->same_shape,
        .payload = payload.line,
        .left_out = check->authorization->presigned ? "X-Amz-Signature" : NULL,
        .flags = check->flags};
    enum sigv4_status status = sigv4_canonicalise(s, &c);
    if (status == SIGV4_OK)
        status = compare_signature(s, check, j->time);
    /* a body that was changed on the way is named as such only to who holds the key */
    return status == SIGV4_OK ? same : status;
}

static void explain(enum sigv4_status status, struct message *m)
{
    if (status == SIGV4_MISMATCH)
        say(m, MISMATCH_TEXT);
    else if (status == SIGV4_PAYLOAD_MISMATCH)
        say(m, "The provided 'x-amz-content-sha256' header does not match what was computed.");
    else if (status != SIGV4_OK && m->size == 0)
        say(m, "The signature of the request could not be checked.");
}

static enum sigv4_status check_head(const struct judged *j, struct message *m)
{
    const struct sigv4_request *request = j->request;
    const struct sigv4_check *check = j->check;
    const struct sigv4_authorization *a = check->authorization;
    enum sigv4_status status =
        j->same_shape ? SIGV4_OK : check_names(request, a->signed_headers, m);
    if (status == SIGV4_OK && (check->flags & SIGV4_AMZ_SIGNED))
        status = check_amz_headers(request, a->signed_headers, m);
    if (status == SIGV4_OK)
        status = check_scope(check, j->time, m);
    if (status == SIGV4_OK && !a->presigned && (check->flags & SIGV4_HASH_HEADER) &&
        sigv4_header(request, HASH_HEADER) == NULL) {
        say(m, "Missing required header for this request: " HASH_HEADER);
        status = SIGV4_MALFORMED;
    }
    return status;
}

enum sigv4_status sigv4_verify(struct sigv4 *s, const struct sigv4_request *request,
                               const struct sigv4_check *check, char message[SIGV4_MESSAGE_MAX])
{
    const struct sigv4_authorization *a = check->authorization;
    struct message m = {message, 0};
    struct judged j = {.request = request, .check = check, .time = ""};
    int64_t time = 0;
    message[0] = '\0';
    sigv4_forget_texts(s);
    enum sigv4_status status = SIGV4_OK;
    if (a->version_2) {
        status = sigv2_verify(s, request, check);
        explain(status, &m);
        return status;
    }
    if ((check->secret_key == NULL && !a->presigned) || sigv4_memo_knows(s, request, check))
        return SIGV4_OK;
    status = read_time(request, a, &time, &m);
    if (status == SIGV4_OK && !sigv4_format_time(time, j.time))
        status = SIGV4_MALFORMED;
    if (status == SIGV4_OK) {
        status = a->presigned && !a->no_expires ? check_expiry(check, time, &m)
                                                : check_skew(check, time, &m);
    }
    if (status == SIGV4_OK && check->secret_key != NULL) {
        j.same_shape = sigv4_shape_fits(&s->shape, request, a->signed_headers);
        status = check_head(&j, &m);
        if (status == SIGV4_OK)
            status = check_signature(s, &j);
        if (status == SIGV4_OK)
            sigv4_memo_keep(s, request, check, time);
    }
    explain(status, &m);
    return status;
}
