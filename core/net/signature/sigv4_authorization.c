/* SPDX-License-Identifier: Apache-2.0 */
/* The Authorization header of a received request, and AWS's codes for what is wrong with one. */
#define _POSIX_C_SOURCE 200809L /* strnlen */

#include "net/signature/sigv4_parts.h"

#include <stdio.h>

#include "net/http_header.h"

#define CREDENTIAL_PARTS 5

/* Parts stand between blanks and, where `comma` is one, commas. */
static bool is_between(char c, char comma)
{
    return c == ' ' || c == '\t' || c == comma;
}

/* Where the byte stands first, or the end. */
static const char *first_of(const char *at, const char *end, char c)
{
    const char *found = memchr(at, c, (size_t)(end - at));
    return found != NULL ? found : end;
}

/* The next part of *rest, which begins behind it then; false at the end. */
static bool next_part(struct sigv4_slice *rest, char comma, struct sigv4_slice *part)
{
    const char *end = rest->at + rest->size, *from = rest->at;
    while (from < end && is_between(*from, comma))
        from++;
    const char *to = first_of(from, first_of(from, first_of(from, end, comma), ' '), '\t');
    *part = (struct sigv4_slice){from, (size_t)(to - from)};
    *rest = (struct sigv4_slice){to, (size_t)(end - to)};
    return part->size > 0;
}

/* The three parameters of the header. */
struct parameters {
    struct sigv4_slice credential;
    struct sigv4_slice signature;
    struct sigv4_slice signed_headers;
};

static enum sigv4_status read_parameters(struct sigv4_slice rest, struct parameters *p,
                                         char message[SIGV4_MESSAGE_MAX])
{
    for (struct sigv4_slice part; next_part(&rest, ',', &part);) {
        const char *sign = memchr(part.at, '=', part.size);
        if (sign == NULL) {
            snprintf(message, SIGV4_MESSAGE_MAX,
                     "'%.*s' not a valid key=value pair (missing equal-sign) in Authorization "
                     "header.",
                     SIGV4_QUOTED(part));
            return SIGV4_INCOMPLETE;
        }
        struct sigv4_slice name = {part.at, (size_t)(sign - part.at)};
        struct sigv4_slice value = {sign + 1, part.size - name.size - 1};
        struct sigv4_slice *to = sigv4_equals(name, "Credential")      ? &p->credential
                                 : sigv4_equals(name, "Signature")     ? &p->signature
                                 : sigv4_equals(name, "SignedHeaders") ? &p->signed_headers
                                                                       : NULL;
        if (to != NULL)
            *to = value;
    }
    return SIGV4_OK;
}

static enum sigv4_status require_parameters(const struct parameters *p,
                                            char message[SIGV4_MESSAGE_MAX])
{
    const struct {
        const char *name;
        struct sigv4_slice value;
    } wanted[] = {{"Credential", p->credential},
                  {"Signature", p->signature},
                  {"SignedHeaders", p->signed_headers}};
    size_t used = 0;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (wanted[i].value.size == 0) {
            int n = snprintf(message + used, SIGV4_MESSAGE_MAX - used,
                             "%sAuthorization header requires '%s' parameter.", used > 0 ? " " : "",
                             wanted[i].name);
            used += n > 0 ? (size_t)n : 0;
        }
    }
    return used > 0 ? SIGV4_INCOMPLETE : SIGV4_OK;
}

bool sigv4_split_credential(struct sigv4_slice credential, struct sigv4_authorization *a)
{
    struct sigv4_slice *const parts[CREDENTIAL_PARTS] = {&a->access_key, &a->date, &a->region,
                                                         &a->service, &a->terminator};
    struct sigv4_slice rest = credential;
    size_t n = 0;
    while (rest.size > 0 && rest.at[rest.size - 1] == '/')
        rest.size--;
    for (bool more = true; more && n < CREDENTIAL_PARTS; n++) {
        const char *slash = memchr(rest.at, '/', rest.size);
        size_t size = slash != NULL ? (size_t)(slash - rest.at) : rest.size;
        *parts[n] = (struct sigv4_slice){rest.at, size};
        more = slash != NULL;
        rest.at += size + more;
        rest.size -= size + more;
    }
    return n == CREDENTIAL_PARTS && rest.size == 0 && a->access_key.size > 0;
}

static enum sigv4_status split_credential(struct sigv4_slice credential,
                                          struct sigv4_authorization *a,
                                          char message[SIGV4_MESSAGE_MAX])
{
    if (sigv4_split_credential(credential, a))
        return SIGV4_OK;
    snprintf(message, SIGV4_MESSAGE_MAX,
             "Credential must have exactly 5 slash-delimited elements, e.g. "
             "keyid/date/region/service/term, got '%.*s'",
             SIGV4_QUOTED(credential));
    return SIGV4_INCOMPLETE;
}

/* "AWS keyid:signature", of version 2. */
static enum sigv4_status read_old(struct sigv4_slice rest, struct sigv4_authorization *a)
{
    struct sigv4_slice value;
    next_part(&rest, ' ', &value);
    const char *colon = memchr(value.at, ':', value.size);
    if (colon == NULL || colon == value.at)
        return SIGV4_UNKNOWN_SCHEME;
    a->version_2 = true;
    a->access_key = (struct sigv4_slice){value.at, (size_t)(colon - value.at)};
    a->signature = (struct sigv4_slice){colon + 1, value.size - a->access_key.size - 1};
    return SIGV4_OK;
}

static enum sigv4_status check_algorithm(struct sigv4_slice algorithm,
                                         char message[SIGV4_MESSAGE_MAX])
{
    if (algorithm.size < 5 || memcmp(algorithm.at, "AWS4-", 5) != 0) {
        snprintf(message, SIGV4_MESSAGE_MAX, "Request is missing Authentication Token");
        return algorithm.size == 0 ? SIGV4_MISSING_TOKEN : SIGV4_UNKNOWN_SCHEME;
    }
    if (!sigv4_equals(algorithm, SIGV4_ALGORITHM)) {
        snprintf(message, SIGV4_MESSAGE_MAX,
                 "Unsupported AWS 'algorithm': '%.*s' (only " SIGV4_ALGORITHM " for now). ",
                 SIGV4_QUOTED(algorithm));
        return SIGV4_INCOMPLETE;
    }
    return SIGV4_OK;
}

enum sigv4_status sigv4_parse_authorization(const char *header,
                                            struct sigv4_authorization *authorization,
                                            char message[SIGV4_MESSAGE_MAX])
{
    struct sigv4_slice rest = {header != NULL ? header : "", 0};
    struct sigv4_slice algorithm;
    struct parameters p = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    *authorization = (struct sigv4_authorization){.access_key = {NULL, 0}};
    message[0] = '\0';
    rest.size = strnlen(rest.at, SIGV4_AUTHORIZATION_MAX + 1);
    if (rest.size > SIGV4_AUTHORIZATION_MAX) {
        snprintf(message, SIGV4_MESSAGE_MAX, "The Authorization header is too long.");
        return SIGV4_TOO_LARGE;
    }
    next_part(&rest, ' ', &algorithm);
    if (sigv4_equals(algorithm, "AWS"))
        return read_old(rest, authorization);
    enum sigv4_status status = check_algorithm(algorithm, message);
    if (status == SIGV4_OK)
        status = read_parameters(rest, &p, message);
    if (p.credential.size > 0) /* what is incomplete may still say whose request it is */
        (void)sigv4_split_credential(p.credential, authorization);
    if (status == SIGV4_OK)
        status = require_parameters(&p, message);
    if (status == SIGV4_OK) {
        authorization->signed_headers = p.signed_headers;
        authorization->signature = p.signature;
        status = split_credential(p.credential, authorization, message);
    }
    return status;
}

/* ---- one that was seen before ---- */

/* The slices stand as far from `to` as they stood from `from`. */
static struct sigv4_authorization moved(struct sigv4_authorization a, const char *from,
                                        const char *to)
{
    struct sigv4_slice *const parts[] = {&a.access_key, &a.date,       &a.region,
                                         &a.service,    &a.terminator, &a.signed_headers};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i]->at = to + (parts[i]->at - from);
    return a;
}

/* The signature of a header that is otherwise the one seen; NULL: it is another. */
static const char *find_signature(const struct sigv4_seen *seen, const char *header)
{
    if (seen->size == 0 || strncmp(header, seen->text, seen->size) != 0)
        return NULL;
    const char *signature = header + seen->size;
    bool whole = strlen(signature) == SIGV4_HEX_SIZE &&
                 http_plain_words(signature, SIGV4_HEX_SIZE) == SIGV4_HEX_SIZE;
    return whole ? signature : NULL;
}

static void keep(struct sigv4_seen *seen, const char *header, const struct sigv4_authorization *a)
{
    seen->size = 0;
    if (a->version_2 || a->signature.size != SIGV4_HEX_SIZE ||
        a->signature.at[SIGV4_HEX_SIZE] != '\0' ||
        (size_t)(a->signature.at - header) > sizeof seen->text)
        return;
    seen->size = (size_t)(a->signature.at - header);
    memcpy(seen->text, header, seen->size);
    seen->authorization = moved(*a, header, seen->text);
}

enum sigv4_status sigv4_parse_again(struct sigv4_seen *seen, const char *header,
                                    struct sigv4_authorization *authorization,
                                    char message[SIGV4_MESSAGE_MAX])
{
    const char *signature = find_signature(seen, header);
    if (signature != NULL) {
        *authorization = moved(seen->authorization, seen->text, header);
        authorization->signature = (struct sigv4_slice){signature, SIGV4_HEX_SIZE};
        message[0] = '\0';
        return SIGV4_OK;
    }
    enum sigv4_status status = sigv4_parse_authorization(header, authorization, message);
    if (status == SIGV4_OK)
        keep(seen, header, authorization);
    return status;
}

const char *sigv4_error_code(enum sigv4_status status, enum sigv4_protocol protocol)
{
    static const char *const codes[][3] = {
#define CODES(name, s3, json, query) [SIGV4_##name] = {s3, json, query},
        SIGV4_STATUSES(CODES)
#undef CODES
    };
    return codes[status][protocol == SIGV4_PROTOCOL_REST_JSON ? SIGV4_PROTOCOL_JSON : protocol];
}

int sigv4_http_status(enum sigv4_status status, enum sigv4_protocol protocol)
{
    switch (status) {
    case SIGV4_OK:
        return 200;
    case SIGV4_NO_MEMORY:
    case SIGV4_CRYPTO_FAILED:
        return 500;
    case SIGV4_TOO_LARGE:
    case SIGV4_MALFORMED:
    case SIGV4_INCOMPLETE:
    case SIGV4_QUERY_INCOMPLETE:
    case SIGV4_OLD_SIGNATURE:
        return 400;
    case SIGV4_UNKNOWN_SCHEME:
    case SIGV4_WRONG_SCOPE:
    case SIGV4_PAYLOAD_MISMATCH:
        return protocol == SIGV4_PROTOCOL_QUERY ? 403 : 400;
    case SIGV4_BAD_DATE:
        return protocol == SIGV4_PROTOCOL_S3 ? 403 : 400;
    default:
        /* awsJson services answer 400 where the others say 403 */
        return protocol == SIGV4_PROTOCOL_JSON ? 400 : 403;
    }
}
