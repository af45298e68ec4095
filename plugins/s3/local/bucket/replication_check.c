/* SPDX-License-Identifier: Apache-2.0 */
/* What the shape of a replication configuration cannot say (user guide, "Replication configuration
 * file elements"). */
#include <string.h>

#include "bucket/config.h"

enum { PREFIX_MAX = 1024 };

#define BUCKET_ARN "arn:aws:s3:::"

static bool refuse(struct call *call, const char *message)
{
    return fault_say(&call->fault, FAULT_INVALID_REQUEST, "%s", message);
}

static const char *prefix_of(const struct xml_node *rule)
{
    const struct xml_node *filter = xml_child(rule, "Filter");
    const struct xml_node *both = filter == NULL ? NULL : xml_child(filter, "And");
    const char *prefix = xml_text(both != NULL ? both : filter != NULL ? filter : rule, "Prefix");
    return prefix == NULL ? "" : prefix;
}

/* ---- forms: the first one has a prefix in each rule, the second a filter ---- */

static bool check_filtered(struct call *call, const struct xml_node *rule)
{
    static const char *const needed[] = {"DeleteMarkerReplication", "Priority"};
    const struct xml_node *filter = xml_child(rule, "Filter");
    const struct xml_node *both = xml_child(filter, "And");
    const char *markers = xml_text(xml_child(rule, "DeleteMarkerReplication"), "Status");
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (xml_child(rule, needed[i]) == NULL) {
            return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                             "%s must be specified for this version of Cross Region Replication "
                             "configuration schema. Please refer to S3 Developer Guide for more "
                             "information.",
                             needed[i]);
        }
    }
    return markers == NULL || strcmp(markers, "Enabled") != 0 ||
           xml_child(both != NULL ? both : filter, "Tag") == NULL ||
           refuse(call, "Delete marker replication is not supported if any Tag filter is "
                        "specified. Please refer to S3 Developer Guide for more information.");
}

static bool check_pair(struct call *call, const struct xml_node *a, const struct xml_node *b)
{
    const char *x = prefix_of(a), *y = prefix_of(b);
    const char *to = xml_text(xml_child(a, "Destination"), "Bucket");
    size_t shorter = strlen(x) < strlen(y) ? strlen(x) : strlen(y);
    if (strncmp(x, y, shorter) == 0) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Found overlapping prefixes '%.100s' and '%.100s'", x, y);
    }
    return strcmp(to, xml_text(xml_child(b, "Destination"), "Bucket")) == 0 ||
           refuse(call, "Number of distinct destination bucket ARNs cannot exceed 1");
}

static bool check_prefixed(struct call *call, const struct xml_node *rule)
{
    for (const struct xml_node *r = xml_child(call->xml, "Rule"); r != rule; r = xml_again(r))
        if (xml_child(r, "Filter") == NULL && !check_pair(call, r, rule))
            return false;
    return true;
}

/* ---- what rules name ---- */

static bool check_destination(struct call *call, const struct xml_node *rule)
{
    const char *arn = xml_text(xml_child(rule, "Destination"), "Bucket");
    struct bucket bucket = {.id = 0};
    if (strncmp(arn, BUCKET_ARN, sizeof BUCKET_ARN - 1) != 0 || arn[sizeof BUCKET_ARN - 1] == '\0')
        return fault_argument(&call->fault, "Invalid bucket ARN", "Bucket", arn);
    /* recorded: the same of a bucket that is not there */
    return (store_bucket(call->service->store, &call->pool, arn + sizeof BUCKET_ARN - 1, &bucket) &&
            bucket.versioning == VERSIONING_ENABLED) ||
           refuse(call, "Destination bucket must have versioning enabled.");
}

static bool check_rule(struct call *call, struct xml_node *rule)
{
    bool filtered = xml_child(rule, "Filter") != NULL;
    if (strlen(prefix_of(rule)) > PREFIX_MAX) {
        return fault_argument(&call->fault,
                              "Rule prefix cannot be longer than maximum allowed key length of "
                              "1024",
                              "Prefix", NULL);
    }
    return config_check_id(call, rule) &&
           (filtered ? check_filtered(call, rule) : check_prefixed(call, rule)) &&
           check_destination(call, rule);
}

bool config_check_replication(struct call *call)
{
    const char *role = xml_text(call->xml, "Role");
    if (call->bucket.versioning != VERSIONING_ENABLED) {
        fault_say(&call->fault, FAULT_INVALID_REQUEST,
                  "Versioning must be 'Enabled' on the bucket to apply a replication "
                  "configuration");
        fault_detail(&call->fault, "BucketName", call->bucket.name);
        return false;
    }
    if (strncmp(role, "arn:aws", 7) != 0 || strstr(role, ":iam::") == NULL) {
        return fault_argument(&call->fault, "Invalid Role specified in replication configuration",
                              "Role", role);
    }
    for (struct xml_node *rule = call->xml->first; rule != NULL; rule = rule->next)
        if (strcmp(rule->name, "Rule") == 0 && !check_rule(call, rule))
            return false;
    return true;
}
