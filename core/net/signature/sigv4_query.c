/* SPDX-License-Identifier: Apache-2.0 */
/* The query of a presigned request, taken apart. */
#include "net/signature/sigv4_parts.h"

#include <stdio.h>
#include <stdlib.h>

#define DIGITS_MAX 15 /* of X-Amz-Expires; more is too much in any case */

/* What is wanted, decoded; `at` is NULL where it is absent. */
enum parameter {
    ALGORITHM,
    CREDENTIAL,
    DATE,
    EXPIRES,
    SIGNED_HEADERS,
    SIGNATURE,
    REQUIRED, /* those before it are */
    PAYLOAD = REQUIRED,
    OLD_KEY,
    OLD_SIGNATURE,
    OLD_EXPIRES,
    PARAMETERS
};

static const char *const names[PARAMETERS] = {
    [ALGORITHM] = "X-Amz-Algorithm",
    [CREDENTIAL] = "X-Amz-Credential",
    [DATE] = "X-Amz-Date",
    [EXPIRES] = "X-Amz-Expires",
    [SIGNED_HEADERS] = "X-Amz-SignedHeaders",
    [SIGNATURE] = "X-Amz-Signature",
    [PAYLOAD] = "X-Amz-Content-Sha256",
    [OLD_KEY] = "AWSAccessKeyId",
    [OLD_SIGNATURE] = "Signature",
    [OLD_EXPIRES] = "Expires",
};

/* The slice of the parameter of that name, or NULL. */
static struct sigv4_slice *place_of(struct sigv4_slice name, struct sigv4_slice found[PARAMETERS])
{
    for (size_t i = 0; i < PARAMETERS; i++)
        if (sigv4_equals(name, names[i]))
            return &found[i];
    return NULL;
}

/* Decodes the parameters that are wanted into `memory`; a second one of a name does not count. */
static enum sigv4_status find_all(struct sigv4_slice query, char *memory,
                                  struct sigv4_slice found[PARAMETERS])
{
    struct sigv4_text t = {.at = memory, .room = SIGV4_QUERY_MAX};
    for (size_t at = 0; at < query.size;) {
        const char *start = query.at + at;
        const char *amp = memchr(start, '&', query.size - at);
        size_t size = amp ? (size_t)(amp - start) : query.size - at;
        const char *equals = memchr(start, '=', size);
        size_t name = equals ? (size_t)(equals - start) : size;
        struct sigv4_slice *to = place_of((struct sigv4_slice){start, name}, found);
        at += size + 1;
        if (to == NULL || to->at != NULL)
            continue;
        struct sigv4_slice value = {start + size - (equals ? size - name - 1 : 0),
                                    equals ? size - name - 1 : 0};
        if (value.size > t.room - t.size)
            return SIGV4_TOO_LARGE;
        *to = (struct sigv4_slice){t.at + t.size, sigv4_decode(t.at + t.size, value)};
        t.size += to->size;
    }
    return SIGV4_OK;
}

static enum sigv4_status complain(char message[SIGV4_MESSAGE_MAX], const char *text)
{
    snprintf(message, SIGV4_MESSAGE_MAX, "%s", text);
    return SIGV4_QUERY_INCOMPLETE;
}

static enum sigv4_status read_date(struct sigv4_slice date, char message[SIGV4_MESSAGE_MAX])
{
    char text[SIGV4_TIME_SIZE + 1] = "";
    int64_t time = 0;
    if (date.size == SIGV4_TIME_SIZE)
        memcpy(text, date.at, SIGV4_TIME_SIZE);
    return sigv4_parse_time(text, &time)
               ? SIGV4_OK
               : complain(message, "X-Amz-Date must be in the ISO8601 Long Format "
                                   "\"yyyyMMdd'T'HHmmss'Z'\"");
}

static enum sigv4_status read_expires(struct sigv4_slice expires, unsigned *seconds,
                                      char message[SIGV4_MESSAGE_MAX])
{
    char text[DIGITS_MAX + 1] = "";
    char *end = text;
    size_t size = expires.size < DIGITS_MAX ? expires.size : DIGITS_MAX;
    memcpy(text, expires.at, size);
    long long value = strtoll(text, &end, 10);
    size_t sign = text[0] == '+' || text[0] == '-';
    if (text[sign] < '0' || text[sign] > '9' || *end != '\0')
        return complain(message, "X-Amz-Expires should be a number");
    if (value < 0)
        return complain(message, "X-Amz-Expires must be non-negative");
    if (value > SIGV4_EXPIRES_MAX) {
        return complain(message,
                        "X-Amz-Expires must be less than a week (in seconds); that is, the "
                        "given X-Amz-Expires must be less than 604800 seconds");
    }
    *seconds = (unsigned)value;
    return SIGV4_OK;
}

/* In S3's order: the algorithm, all that must be there, dates, and the credential at last. What
 * cannot be read counts as S3's, so that all its parameters are asked for. */
static enum sigv4_status read_all(const struct sigv4_slice found[PARAMETERS],
                                  struct sigv4_authorization *a, char message[SIGV4_MESSAGE_MAX])
{
    bool whole = found[CREDENTIAL].size > 0 && sigv4_split_credential(found[CREDENTIAL], a);
    a->no_expires = found[EXPIRES].at == NULL && whole && !sigv4_equals(a->service, "s3");
    if (found[ALGORITHM].size > 0 && !sigv4_equals(found[ALGORITHM], SIGV4_ALGORITHM)) {
        return complain(message, "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and "
                                 "AWS4-ECDSA-P256-SHA256\"");
    }
    for (size_t i = 0; i < REQUIRED; i++) {
        if (found[i].size == 0 && !(i == EXPIRES && a->no_expires)) {
            return complain(
                message, "Query-string authentication version 4 requires the X-Amz-Algorithm, "
                         "X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and "
                         "X-Amz-Expires parameters.");
        }
    }
    enum sigv4_status status = read_date(found[DATE], message);
    if (status == SIGV4_OK && !a->no_expires)
        status = read_expires(found[EXPIRES], &a->expires, message);
    if (status == SIGV4_OK && !whole) {
        return complain(message, "Error parsing the X-Amz-Credential parameter; the Credential is "
                                 "mal-formed; expecting "
                                 "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
    }
    return status;
}

static enum sigv4_status read_old(const struct sigv4_slice found[PARAMETERS],
                                  struct sigv4_authorization *a, char message[SIGV4_MESSAGE_MAX])
{
    char text[DIGITS_MAX + 1] = "";
    size_t size = found[OLD_EXPIRES].size;
    if (size > 0 && size <= DIGITS_MAX)
        memcpy(text, found[OLD_EXPIRES].at, size);
    size_t sign = text[0] == '+' || text[0] == '-';
    long long value = strtoll(text, NULL, 10);
    if (text[sign] == '\0' || strspn(text + sign, "0123456789") + sign != size ||
        value > INT32_MAX) {
        snprintf(message, SIGV4_MESSAGE_MAX, "Invalid date (should be seconds since epoch): %.*s",
                 SIGV4_QUOTED(found[OLD_EXPIRES]));
        return SIGV4_BAD_DATE;
    }
    a->version_2 = true;
    a->access_key = found[OLD_KEY];
    a->signature = found[OLD_SIGNATURE];
    a->expires_at = value;
    return SIGV4_OK;
}

enum sigv4_status sigv4_parse_query(const char *target, char *memory,
                                    struct sigv4_authorization *authorization,
                                    char message[SIGV4_MESSAGE_MAX])
{
    struct sigv4_slice found[PARAMETERS] = {{NULL, 0}};
    const char *query = strchr(target, '?');
    *authorization = (struct sigv4_authorization){.presigned = true};
    message[0] = '\0';
    enum sigv4_status status =
        find_all(sigv4_slice_of(query != NULL ? query + 1 : ""), memory, found);
    if (status != SIGV4_OK)
        return status;
    if (found[ALGORITHM].at == NULL && found[CREDENTIAL].at == NULL &&
        found[SIGNATURE].at == NULL) {
        bool old = found[OLD_KEY].at != NULL && found[OLD_SIGNATURE].at != NULL;
        return old ? read_old(found, authorization, message) : SIGV4_MISSING_TOKEN;
    }
    authorization->time = found[DATE];
    authorization->payload = found[PAYLOAD];
    authorization->signed_headers = found[SIGNED_HEADERS];
    authorization->signature = found[SIGNATURE];
    return read_all(found, authorization, message);
}
