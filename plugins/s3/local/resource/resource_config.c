/* SPDX-License-Identifier: Apache-2.0 */
/* Configurations of a bucket, from the names that AWS CloudFormation gives their members to those
 * of the API. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "resource/resource.h"

struct name {
    const char *from, *to;
};

/* The value with its members renamed, at any depth. `names` ends with a NULL. */
static json_t *renamed(const json_t *value, const struct name *names)
{
    const char *key;
    size_t i;
    json_t *inner, *all;
    if (json_is_array(value)) {
        all = json_array();
        json_array_foreach (value, i, inner)
            (void)json_array_append_new(all, renamed(inner, names));
        return all;
    }
    if (!json_is_object(value))
        return json_incref((json_t *)value);
    all = json_object();
    json_object_foreach ((json_t *)value, key, inner) {
        const struct name *name = names;
        while (name->from != NULL && strcmp(name->from, key) != 0)
            name++;
        (void)json_object_set_new(all, name->from != NULL ? name->to : key, renamed(inner, names));
    }
    return all;
}

static json_t *same(const json_t *property)
{
    return property != NULL ? json_incref((json_t *)property) : json_object();
}

static json_t *cors(const json_t *property)
{
    static const struct name names[] = {{"CorsRules", "CORSRules"},
                                        {"ExposedHeaders", "ExposeHeaders"},
                                        {"Id", "ID"},
                                        {"MaxAge", "MaxAgeSeconds"},
                                        {NULL, NULL}};
    return renamed(property, names);
}

static json_t *encryption(const json_t *property)
{
    static const struct name names[] = {
        {"ServerSideEncryptionConfiguration", "Rules"},
        {"ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault"},
        {NULL, NULL}};
    return renamed(property, names);
}

static json_t *replication(const json_t *property)
{
    static const struct name names[] = {{"Id", "ID"}, {"TagFilter", "Tag"}, {NULL, NULL}};
    return renamed(property, names);
}

static json_t *logging(const json_t *property)
{
    static const struct name names[] = {
        {"DestinationBucketName", "TargetBucket"}, {"LogFilePrefix", "TargetPrefix"}, {NULL, NULL}};
    if (property == NULL)
        return json_object();
    json_t *enabled = renamed(property, names);
    if (json_object_get(enabled, "TargetPrefix") == NULL)
        (void)json_object_set_new(enabled, "TargetPrefix", json_string(""));
    return json_pack("{s:o}", "LoggingEnabled", enabled);
}

static json_t *status_or(const json_t *property, const char *from, const char *otherwise)
{
    const json_t *status = json_object_get(property, from);
    return status != NULL ? json_pack("{s:O}", "Status", status)
                          : json_pack("{s:s}", "Status", otherwise);
}

static json_t *versioning(const json_t *property)
{
    return status_or(property, "Status", "Suspended");
}

static json_t *acceleration(const json_t *property)
{
    return status_or(property, "AccelerationStatus", "Suspended");
}

static json_t *tags(const json_t *property)
{
    return json_pack("{s:O}", "TagSet", property);
}

/* "PublicReadWrite": "public-read-write". */
json_t *resource_canned_acl(const json_t *property)
{
    char text[64] = "private";
    size_t n = 0;
    const char *c = property != NULL ? json_string_value(property) : "";
    for (; *c != '\0' && n + 2 < sizeof text; c++) {
        if (*c >= 'A' && *c <= 'Z' && n > 0)
            text[n++] = '-';
        text[n++] = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
        text[n] = '\0';
    }
    return json_string(text);
}

/* ---- website ---- */

static void wrap(json_t *object, const char *name, const char *inner)
{
    json_t *value = json_object_get(object, name);
    if (json_is_string(value))
        (void)json_object_set_new(object, name, json_pack("{s:O}", inner, value));
}

static json_t *website(const json_t *property)
{
    static const struct name names[] = {
        {"RedirectRule", "Redirect"}, {"RoutingRuleCondition", "Condition"}, {NULL, NULL}};
    json_t *all = renamed(property, names);
    wrap(all, "IndexDocument", "Suffix");
    wrap(all, "ErrorDocument", "Key");
    return all;
}

/* ---- notification ---- */

/* Each rule names one event; the API has a list. */
static void listed_events(json_t *list)
{
    size_t i;
    json_t *rule;
    json_array_foreach (list, i, rule) {
        json_t *event = json_object_get(rule, "Event");
        if (event != NULL) {
            (void)json_object_set_new(rule, "Events", json_pack("[O]", event));
            (void)json_object_del(rule, "Event");
        }
    }
}

static json_t *notification(const json_t *property)
{
    static const struct name names[] = {{"LambdaConfigurations", "LambdaFunctionConfigurations"},
                                        {"Function", "LambdaFunctionArn"},
                                        {"Queue", "QueueArn"},
                                        {"Topic", "TopicArn"},
                                        {"S3Key", "Key"},
                                        {"Rules", "FilterRules"},
                                        {NULL, NULL}};
    static const char *const lists[] = {"LambdaFunctionConfigurations", "QueueConfigurations",
                                        "TopicConfigurations"};
    json_t *all = property != NULL ? renamed(property, names) : json_object();
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        listed_events(json_object_get(all, lists[i]));
    json_t *bus = json_object_get(all, "EventBridgeConfiguration");
    json_t *enabled = json_object_get(bus, "EventBridgeEnabled");
    if (bus != NULL && json_is_false(enabled))
        (void)json_object_del(all, "EventBridgeConfiguration");
    else if (bus != NULL)
        (void)json_object_set_new(all, "EventBridgeConfiguration", json_object());
    return all;
}

/* ---- lifecycle ---- */

/* "2030-01-01T00:00:00Z", or what is no date as it is. */
static json_t *moment(const json_t *value)
{
    struct tm tm = {.tm_isdst = 0};
    const char *text = json_string_value(value);
    const char *end = text != NULL ? strptime(text, "%Y-%m-%d", &tm) : NULL;
    return end != NULL ? json_integer((json_int_t)timegm(&tm)) : json_incref((json_t *)value);
}

/* A member of the API, and what the property has it from. */
struct moved {
    const char *name, *old;
    bool date;
};

/* Those that are there: a new object. */
static json_t *moved(const json_t *from, const struct moved *members)
{
    json_t *one = json_object();
    for (const struct moved *m = members; m->name != NULL; m++) {
        json_t *value = json_object_get(from, m->old);
        if (value != NULL)
            (void)json_object_set_new(one, m->name, m->date ? moment(value) : json_incref(value));
    }
    return one;
}

static json_t *expiration(const json_t *rule)
{
    static const struct moved members[] = {
        {"Days", "ExpirationInDays", false},
        {"Date", "ExpirationDate", true},
        {"ExpiredObjectDeleteMarker", "ExpiredObjectDeleteMarker", false},
        {NULL, NULL, false}};
    return moved(rule, members);
}

static json_t *transition(const json_t *from)
{
    static const struct moved members[] = {
        {"StorageClass", "StorageClass", false},
        {"Days", "TransitionInDays", false},
        {"Date", "TransitionDate", true},
        {"NoncurrentDays", "TransitionInDays", false},
        {"NewerNoncurrentVersions", "NewerNoncurrentVersions", false},
        {NULL, NULL, false}};
    return moved(from, members);
}

/* The single form and the list of transitions, in one list without what is not theirs. */
static json_t *transitions(const json_t *rule, const char *single, const char *several,
                           const char *const *not_theirs)
{
    json_t *list = json_array(), *from;
    size_t i;
    if (json_object_get(rule, single) != NULL)
        (void)json_array_append_new(list, transition(json_object_get(rule, single)));
    json_array_foreach (json_object_get(rule, several), i, from)
        (void)json_array_append_new(list, transition(from));
    json_array_foreach (list, i, from)
        for (const char *const *name = not_theirs; *name != NULL; name++)
            (void)json_object_del(from, *name);
    return list;
}

/* Filters stand in the rule itself; several go into And. */
static json_t *rule_filter(const json_t *rule)
{
    static const struct moved members[] = {
        {"Prefix", "Prefix", false},
        {"ObjectSizeGreaterThan", "ObjectSizeGreaterThan", false},
        {"ObjectSizeLessThan", "ObjectSizeLessThan", false},
        {NULL, NULL, false}};
    json_t *filter = moved(rule, members), *tag_list = json_object_get(rule, "TagFilters");
    if (json_object_size(filter) == 0 && json_array_size(tag_list) == 1) {
        (void)json_object_set(filter, "Tag", json_array_get(tag_list, 0));
        return filter;
    }
    if (json_array_size(tag_list) > 0)
        (void)json_object_set(filter, "Tags", tag_list);
    if (json_object_size(filter) < 2 && json_array_size(tag_list) == 0) {
        if (json_object_size(filter) == 0)
            (void)json_object_set_new(filter, "Prefix", json_string(""));
        return filter;
    }
    return json_pack("{s:o}", "And", filter);
}

static void set_unless_empty(json_t *object, const char *name, json_t *value)
{
    if (json_object_size(value) + json_array_size(value) > 0)
        (void)json_object_set(object, name, value);
    json_decref(value);
}

static json_t *lifecycle_rule(const json_t *rule)
{
    static const char *const of_older[] = {"Days", "Date", NULL};
    static const char *const of_current[] = {"NoncurrentDays", "NewerNoncurrentVersions", NULL};
    static const struct moved members[] = {
        {"ID", "Id", false},
        {"Status", "Status", false},
        {"AbortIncompleteMultipartUpload", "AbortIncompleteMultipartUpload", false},
        {NULL, NULL, false}};
    static const struct moved days[] = {
        {"NoncurrentDays", "NoncurrentVersionExpirationInDays", false}, {NULL, NULL, false}};
    json_t *one = moved(rule, members), *older = moved(rule, days);
    (void)json_object_set_new(one, "Filter", rule_filter(rule));
    set_unless_empty(one, "Expiration", expiration(rule));
    set_unless_empty(one, "Transitions",
                     transitions(rule, "Transition", "Transitions", of_current));
    set_unless_empty(
        one, "NoncurrentVersionTransitions",
        transitions(rule, "NoncurrentVersionTransition", "NoncurrentVersionTransitions", of_older));
    (void)json_object_update(older, json_object_get(rule, "NoncurrentVersionExpiration"));
    set_unless_empty(one, "NoncurrentVersionExpiration", older);
    return one;
}

static json_t *lifecycle(const json_t *property)
{
    json_t *rules = json_array(), *rule;
    size_t i;
    json_array_foreach (json_object_get(property, "Rules"), i, rule)
        (void)json_array_append_new(rules, lifecycle_rule(rule));
    return json_pack("{s:o}", "Rules", rules);
}

const struct resource_config resource_configs[] = {
    {"OwnershipControls", "put_bucket_ownership_controls", "OwnershipControls", same,
     "delete_bucket_ownership_controls"},
    {"PublicAccessBlockConfiguration", "put_public_access_block", "PublicAccessBlockConfiguration",
     same, "delete_public_access_block"},
    {"AccessControl", "put_bucket_acl", "ACL", resource_canned_acl, NULL},
    {"VersioningConfiguration", "put_bucket_versioning", "VersioningConfiguration", versioning,
     NULL},
    {"BucketEncryption", "put_bucket_encryption", "ServerSideEncryptionConfiguration", encryption,
     "delete_bucket_encryption"},
    {"CorsConfiguration", "put_bucket_cors", "CORSConfiguration", cors, "delete_bucket_cors"},
    {"LifecycleConfiguration", "put_bucket_lifecycle_configuration", "LifecycleConfiguration",
     lifecycle, "delete_bucket_lifecycle"},
    {"WebsiteConfiguration", "put_bucket_website", "WebsiteConfiguration", website,
     "delete_bucket_website"},
    {"LoggingConfiguration", "put_bucket_logging", "BucketLoggingStatus", logging, NULL},
    {"AccelerateConfiguration", "put_bucket_accelerate_configuration", "AccelerateConfiguration",
     acceleration, NULL},
    {"ObjectLockConfiguration", "put_object_lock_configuration", "ObjectLockConfiguration", same,
     NULL},
    {"ReplicationConfiguration", "put_bucket_replication", "ReplicationConfiguration", replication,
     "delete_bucket_replication"},
    {"Tags", "put_bucket_tagging", "Tagging", tags, "delete_bucket_tagging"},
    {"NotificationConfiguration", "put_bucket_notification_configuration",
     "NotificationConfiguration", notification, NULL},
    {.property = NULL},
};
