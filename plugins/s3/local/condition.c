/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of policies' conditions (Service Authorization Reference, "Actions, resources, and condition
 * keys for Amazon S3", and IAM User Guide, "AWS global condition context keys"). */
#include <string.h>
#include <strings.h>

#include <slrun/time.h>

#include "bucket/policy.h"
#include "bucket/tags.h"
#include "object/object.h"

/* The values of a condition key in this request. */
struct values {
    const char **items; /* SLRUN_POLICY_VALUES_MAX */
    int n;
};

static void add(struct values *values, const char *value)
{
    if (value != NULL && values->n < SLRUN_POLICY_VALUES_MAX)
        values->items[values->n++] = value;
}

/* s3:ExistingObjectTag/NAME, s3:RequestObjectTag/NAME, s3:RequestObjectTagKeys */
static void add_tags(struct values *values, const json_t *tags, const char *name)
{
    size_t i;
    json_t *tag;
    json_array_foreach ((json_t *)(uintptr_t)tags, i, tag) {
        const char *key = json_string_value(json_array_get(tag, 0));
        if (name == NULL)
            add(values, key);
        else if (strcmp(key, name) == 0)
            add(values, json_string_value(json_array_get(tag, 1)));
    }
}

static void request_values(struct call *call, const char *key, const struct access_ask *ask,
                           struct values *values)
{
    static const struct {
        const char *key, *parameter;
    } parameters[] = {{"s3:prefix", "prefix"},
                      {"s3:delimiter", "delimiter"},
                      {"s3:max-keys", "max-keys"},
                      {"s3:VersionId", "versionId"}};
    static const char existing[] = "s3:ExistingObjectTag/", request[] = "s3:RequestObjectTag/";
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++) {
        if (strcasecmp(key, parameters[i].key) == 0) {
            const char *value = call_query(call, parameters[i].parameter);
            add(values, value == NULL && i == 0 ? ask->prefix : value);
        }
    }
    if (strncasecmp(key, existing, sizeof existing - 1) == 0) {
        const json_t *info = ask->object == NULL ? NULL : ask->object->info;
        add_tags(values, json_object_get(info, "tags"), key + sizeof existing - 1);
    } else if (strncasecmp(key, request, sizeof request - 1) == 0) {
        add_tags(values, tags_requested(call), key + sizeof request - 1);
    } else if (strcasecmp(key, "s3:RequestObjectTagKeys") == 0) {
        add_tags(values, tags_requested(call), NULL);
    } else if (strncasecmp(key, "s3:x-amz-", 9) == 0) {
        add(values, call_header(call, key + 3));
    }
}

static void global_values(struct call *call, const char *key, struct values *values)
{
    const char *arn = pool_format(&call->pool, "arn:aws:iam::%s:root", call->account);
    const char *account = call->anonymous ? NULL : call->account;
    /* What policies ask for of TLS holds: here nothing leaves the machine. Buckets that SAM's CLI
     * makes deny all else. */
    const struct {
        const char *key, *value;
    } rows[] = {{"aws:SourceIp", "127.0.0.1"},
                {"aws:SecureTransport", "true"},
                {"aws:PrincipalAccount", account},
                {"aws:PrincipalArn", call->anonymous ? NULL : arn},
                {"aws:PrincipalType", call->anonymous ? "Anonymous" : "Account"},
                {"aws:userid", account},
                {"aws:Referer", call_header(call, "Referer")},
                {"aws:UserAgent", call_header(call, "User-Agent")},
                {"s3:authType", call_query(call, "X-Amz-Signature") != NULL ? "REST-QUERY-STRING"
                                : call->anonymous                           ? NULL
                                                                            : "REST-HEADER"},
                {"s3:signatureversion", call->anonymous ? NULL : "AWS4-HMAC-SHA256"},
                {"aws:RequestedRegion", call->x->region}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcasecmp(key, rows[i].key) == 0)
            add(values, rows[i].value);
    if (strcasecmp(key, "aws:CurrentTime") == 0) {
        char *now = pool_alloc(&call->pool, SLRUN_TIME_SIZE);
        if (now != NULL)
            slrun_time_text(call->now, 1, now);
        add(values, now);
    }
}

int condition_values(struct call *call, const struct access_ask *ask, const char *key,
                     const char **items)
{
    struct values values = {.items = items, .n = 0};
    request_values(call, key, ask, &values);
    global_values(call, key, &values);
    return values.n;
}
