/* SPDX-License-Identifier: Apache-2.0 */
/* S3's words for what is wrong with the authorization of a request, in S3's order. */

#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

#include "net/signature/sigv4_s3_steps.h"

#define HASH_HEADER "x-amz-content-sha256"
#define V2_SCHEME   "AWS"
#define STAMP_SIZE  sizeof "2006-01-02T15:04:05Z"

bool sigv4_s3_fault(struct judged *j, int http, const char *code, const char *format, ...)
{
    va_list arguments;
    j->answer->http = http;
    j->answer->code = code;
    va_start(arguments, format);
    (void)vsnprintf(j->answer->message, sizeof j->answer->message, format, arguments);
    va_end(arguments);
    return true;
}

static void name_slice(struct judged *j, const char *name, struct sigv4_slice value)
{
    struct sigv4_s3_answer *a = j->answer;
    if (a->n_named < SIGV4_S3_NAMED_MAX)
        a->named[a->n_named++] = (struct sigv4_s3_named){name, value};
}

static void name_text(struct judged *j, const char *name, const char *value)
{
    name_slice(j, name, sigv4_slice_of(value));
}

/* A text that is gone when the answer is sent, as far as there is room for it. */
void sigv4_s3_name_copy(struct judged *j, const char *name, const char *value)
{
    struct sigv4_s3_answer *a = j->answer;
    size_t size = strlen(value), left = sizeof a->room - a->used;
    size = size < left ? size : left;
    memcpy(a->room + a->used, value, size);
    name_slice(j, name, (struct sigv4_slice){a->room + a->used, size});
    a->used += size;
}

static void name_time(struct judged *j, const char *name, int64_t time)
{
    char basic[SIGV4_TIME_SIZE + 1] = "", text[STAMP_SIZE] = "";
    if (sigv4_format_time(time, basic)) {
        (void)snprintf(text, sizeof text, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", basic, basic + 4,
                       basic + 6, basic + 9, basic + 11, basic + 13);
    }
    sigv4_s3_name_copy(j, name, text);
}

static bool wrong_argument(struct judged *j, const char *text)
{
    sigv4_s3_fault(j, 400, "InvalidArgument", "%s", text);
    name_text(j, "ArgumentName", "Authorization");
    if (j->header != NULL)
        name_text(j, "ArgumentValue", j->header);
    return true;
}

/* What is wrong with a credential, be it in the header or in the query. */
bool sigv4_s3_malformed(struct judged *j, const char *format, ...)
{
    char text[SIGV4_MESSAGE_MAX / 2];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return j->header != NULL
               ? sigv4_s3_fault(j, 400, "AuthorizationHeaderMalformed",
                                "The authorization header is malformed; %s", text)
               : sigv4_s3_fault(j, 400, "AuthorizationQueryParametersError",
                                "Error parsing the X-Amz-Credential parameter; %s", text);
}

/* ---- which way it says who sends it ---- */

static bool has_parameter(const struct sigv4_request *request, const char *name)
{
    const char *at = strchr(request->target, '?');
    size_t size = strlen(name);
    for (; at != NULL; at = strchr(at + 1, '&'))
        if (strncmp(at + 1, name, size) == 0 && strchr("=&", at[1 + size]) != NULL)
            return true; /* strchr finds the NUL too */
    return false;
}

/* The ways of both versions that are used. */
static int ways_in_query(const struct sigv4_request *request)
{
    return has_parameter(request, "X-Amz-Algorithm") + has_parameter(request, "Signature");
}

bool sigv4_s3_is_presigned(const struct sigv4_request *request)
{
    return ways_in_query(request) > 0;
}

bool sigv4_s3_says_twice(const struct sigv4_request *request)
{
    return (sigv4_header(request, "Authorization") != NULL) + ways_in_query(request) > 1;
}

static bool step_one_way(struct judged *j)
{
    return sigv4_s3_says_twice(j->refused->request) &&
           wrong_argument(j, "Only one auth mechanism allowed; only the X-Amz-Algorithm query "
                             "parameter, Signature query string parameter or the Authorization "
                             "header should be specified");
}

static bool is_scheme(const char *header, const char *scheme)
{
    size_t size = strlen(scheme);
    return strncasecmp(header, scheme, size) == 0 && header[size] == ' ';
}

static bool step_scheme(struct judged *j)
{
    const char *space = strchr(j->header, ' ');
    if (space == NULL || (is_scheme(j->header, V2_SCHEME) && space[1] == ' ')) {
        return wrong_argument(j, "Authorization header is invalid -- one and only one ' ' (space) "
                                 "required");
    }
    return !is_scheme(j->header, V2_SCHEME) && !is_scheme(j->header, SIGV4_ALGORITHM) &&
           wrong_argument(j, "Unsupported Authorization Type");
}

/* ---- what a header of version 4 must have beside it ---- */

/* What may stand there in place of a hash. */
static bool is_payload_word(const char *text)
{
    static const char *const words[] = {"UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], text) == 0)
            return true;
    return strlen(text) == SIGV4_HEX_SIZE &&
           strspn(text, "0123456789abcdefABCDEF") == SIGV4_HEX_SIZE;
}

static bool step_hash(struct judged *j)
{
    const char *stated = sigv4_header(j->refused->request, HASH_HEADER);
    if (stated == NULL) {
        return sigv4_s3_fault(j, 400, "InvalidRequest",
                              "Missing required header for this request: " HASH_HEADER);
    }
    if (is_payload_word(stated))
        return false;
    sigv4_s3_fault(j, 400, "InvalidArgument", "%s", SIGV4_S3_PAYLOADS);
    name_text(j, "ArgumentName", HASH_HEADER);
    name_text(j, "ArgumentValue", stated);
    return true;
}

static bool step_date(struct judged *j)
{
    const struct sigv4_request *request = j->refused->request;
    const char *amz_date = sigv4_header(request, "X-Amz-Date");
    const char *date = sigv4_header(request, "Date");
    j->time_text = amz_date != NULL ? amz_date : date;
    if (j->time_text != NULL &&
        (sigv4_parse_time(j->time_text, &j->time) ||
         sigv4_parse_http_date(j->time_text, &j->time)) &&
        j->time >= 0)
        return false;
    return sigv4_s3_fault(j, 403, "AccessDenied",
                          "AWS authentication requires a valid Date or x-amz-date header");
}

static bool step_skew(struct judged *j)
{
    const struct sigv4_s3_refused *r = j->refused;
    char allowed[24];
    if (r->max_skew == 0 ||
        (j->time >= r->now - (int64_t)r->max_skew && j->time <= r->now + (int64_t)r->max_skew))
        return false;
    sigv4_s3_fault(j, 403, "RequestTimeTooSkewed",
                   "The difference between the request time and the current time is too large.");
    (void)snprintf(allowed, sizeof allowed, "%u000", r->max_skew);
    name_text(j, "RequestTime", j->time_text);
    name_time(j, "ServerTime", r->now);
    sigv4_s3_name_copy(j, "MaxAllowedSkewMilliseconds", allowed);
    return true;
}

/* ---- headers of version 2 ---- */

static bool step_v2(struct judged *j)
{
    const char *value = strchr(j->header, ' ') + 1;
    const char *colon = strchr(value, ':');
    if (colon == NULL || colon[1] == '\0' || strchr(colon + 1, ':') != NULL) {
        return wrong_argument(
            j, "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature");
    }
    j->who.access_key = (struct sigv4_slice){value, (size_t)(colon - value)};
    j->who.signature = sigv4_slice_of(colon + 1);
    return false;
}

/* ---- queries ---- */

/* Whatever cannot be read has its words already. */
static bool step_query(struct judged *j)
{
    char message[SIGV4_MESSAGE_MAX];
    enum sigv4_status status =
        sigv4_parse_query(j->refused->request->target, j->answer->memory, &j->who, message);
    if (status == SIGV4_OK || status == SIGV4_MISSING_TOKEN) {
        char stamp[SIGV4_TIME_SIZE + 1] = "";
        if (status == SIGV4_OK && !j->who.version_2 && j->who.time.size == SIGV4_TIME_SIZE) {
            memcpy(stamp, j->who.time.at, SIGV4_TIME_SIZE);
            (void)sigv4_parse_time(stamp, &j->time);
        }
        return false;
    }
    return sigv4_s3_fault(j, sigv4_http_status(status, SIGV4_PROTOCOL_S3),
                          sigv4_error_code(status, SIGV4_PROTOCOL_S3), "%s", message);
}

static bool step_early(struct judged *j)
{
    const struct sigv4_s3_refused *r = j->refused;
    char ms[24];
    if (r->status != SIGV4_NOT_YET_VALID)
        return false;
    (void)snprintf(ms, sizeof ms, "%lld000", (long long)j->time);
    sigv4_s3_fault(j, 403, "AccessDenied", "Request is not yet valid");
    sigv4_s3_name_copy(j, "X-Amz-Date", ms);
    name_time(j, "Expires", j->time + j->who.expires);
    name_time(j, "ServerTime", r->now);
    return true;
}

static bool step_expired(struct judged *j)
{
    const struct sigv4_s3_refused *r = j->refused;
    char seconds[16];
    if (r->status != SIGV4_EXPIRED)
        return false;
    sigv4_s3_fault(j, 403, "AccessDenied", "Request has expired");
    if (!j->who.version_2) {
        (void)snprintf(seconds, sizeof seconds, "%u", j->who.expires);
        sigv4_s3_name_copy(j, "X-Amz-Expires", seconds);
    }
    name_time(j, "Expires", j->who.version_2 ? j->who.expires_at : j->time + j->who.expires);
    name_time(j, "ServerTime", r->now);
    return true;
}

/* ---- what only who has the key can tell ---- */

static bool step_key(struct judged *j)
{
    if (j->refused->status != SIGV4_UNKNOWN_KEY)
        return false;
    sigv4_s3_fault(j, 403, "InvalidAccessKeyId",
                   "The AWS Access Key Id you provided does not exist in our records.");
    name_slice(j, "AWSAccessKeyId", j->who.access_key);
    return true;
}

static bool step_payload(struct judged *j)
{
    const char *stated = sigv4_header(j->refused->request, HASH_HEADER);
    if (j->refused->status != SIGV4_PAYLOAD_MISMATCH)
        return false;
    sigv4_s3_fault(j, 400, "XAmzContentSHA256Mismatch",
                   "The provided 'x-amz-content-sha256' header does not match what was computed.");
    if (stated != NULL && j->refused->body_hash != NULL) {
        name_text(j, "ClientComputedContentSHA256", stated);
        name_text(j, "S3ComputedContentSHA256", j->refused->body_hash);
    }
    return true;
}

/* Any other status of a head that is in order is one of the signature. */
static bool step_signature(struct judged *j)
{
    if (sigv4_http_status(j->refused->status, SIGV4_PROTOCOL_S3) >= 500)
        return false;
    sigv4_s3_fault(
        j, 403, "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check "
        "your key and signing method.");
    name_slice(j, "AWSAccessKeyId", j->who.access_key);
    return true;
}

static step *const header_4[] = {step_one_way,
                                 step_scheme,
                                 step_hash,
                                 step_date,
                                 step_skew,
                                 sigv4_s3_components,
                                 sigv4_s3_split,
                                 sigv4_s3_scope,
                                 sigv4_s3_scope_date,
                                 sigv4_s3_signed,
                                 step_key,
                                 step_payload,
                                 step_signature,
                                 NULL};
static step *const header_2[] = {step_one_way, step_scheme,  step_v2,        step_date, step_skew,
                                 step_key,     step_payload, step_signature, NULL};
static step *const query_4[] = {step_one_way,
                                step_query,
                                step_early,
                                step_expired,
                                sigv4_s3_scope,
                                sigv4_s3_scope_date,
                                sigv4_s3_signed,
                                step_key,
                                step_payload,
                                step_signature,
                                NULL};
static step *const query_2[] = {step_one_way, step_query,     step_expired, step_key,
                                step_payload, step_signature, NULL};

void sigv4_s3_answer(const struct sigv4_s3_refused *refused, struct sigv4_s3_answer *answer)
{
    struct judged j = {.refused = refused,
                       .answer = answer,
                       .header = sigv4_header(refused->request, "Authorization")};
    answer->code = NULL;
    answer->n_named = answer->used = 0;
    answer->message[0] = '\0';
    bool old = j.header != NULL ? is_scheme(j.header, V2_SCHEME)
                                : !has_parameter(refused->request, "X-Amz-Algorithm");
    step *const *steps = j.header != NULL ? old ? header_2 : header_4 : old ? query_2 : query_4;
    while (*steps != NULL && !(*steps)(&j))
        steps++;
}
