/* SPDX-License-Identifier: Apache-2.0 */
/* What the shapes of configurations cannot say. */
#include <stdio.h>
#include <string.h>

#include "bucket/acl.h"
#include "bucket/config.h"

enum { RULE_ID_MAX = 255 };

/* ---- rules with ids ---- */

/* A rule without an id, or with an empty one, gets one. */
static bool make_id(struct call *call, struct xml_node *rule)
{
    struct xml_node *node = rule->first;
    const char *made = call_new_id(call);
    while (node != NULL && strcmp(node->name, "ID") != 0)
        node = node->next;
    if (node == NULL && (node = pool_alloc(&call->pool, sizeof *node)) != NULL) {
        *node = (struct xml_node){.name = "ID", .next = rule->first};
        rule->first = node;
    }
    if (node == NULL || made == NULL)
        return call_internal(call);
    node->text = (struct slice){made, strlen(made)};
    return true;
}

bool config_check_id(struct call *call, struct xml_node *rule)
{
    const char *id = xml_text(rule, "ID");
    if (id == NULL || id[0] == '\0')
        return make_id(call, rule);
    if (strlen(id) > RULE_ID_MAX) {
        return fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                         "ID length should not exceed allowed limit of %d", RULE_ID_MAX);
    }
    for (const struct xml_node *r = call->xml->first; r != rule; r = r->next) {
        const char *other = xml_text(r, "ID");
        if (other != NULL && strcmp(other, id) == 0) {
            return fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                             "Rule ID must be unique. Found same ID for more than one rule");
        }
    }
    return true;
}

/* ---- notification ---- */

static bool is_event(const char *event)
{
    static const char *const families[] = {
        "ObjectCreated:",      "ObjectRemoved:",     "ObjectRestore:",
        "ObjectTagging:",      "ObjectAcl:",         "LifecycleExpiration:",
        "LifecycleTransition", "IntelligentTiering", "ReducedRedundancyLostObject",
        "Replication:",        "TestEvent"};
    if (strncmp(event, "s3:", 3) != 0)
        return false;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (strncmp(event + 3, families[i], strlen(families[i])) == 0)
            return true;
    return false;
}

static bool check_target(struct call *call, struct xml_node *target)
{
    static const struct {
        const char *element, *service;
    } targets[] = {{"Queue", ":sqs:"}, {"Topic", ":sns:"}, {"CloudFunction", ":lambda:"}};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        const char *arn = xml_text(target, targets[i].element);
        if (arn != NULL &&
            (strncmp(arn, "arn:", 4) != 0 || strstr(arn, targets[i].service) == NULL)) {
            return fault_argument(&call->fault, "The ARN could not be parsed", targets[i].element,
                                  arn);
        }
        size_t n = arn != NULL ? strlen(arn) : 0;
        if (n > 5 && strcmp(arn + n - 5, ".fifo") == 0) {
            return fault_argument(&call->fault,
                                  "FIFO queues and topics are no destinations of notifications",
                                  targets[i].element, arn);
        }
    }
    for (const struct xml_node *e = xml_child(target, "Event"); e != NULL; e = xml_again(e)) {
        if (!is_event(e->text.data)) {
            return fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                             "The event is not supported for notifications");
        }
    }
    const struct xml_node *key = xml_child(xml_child(target, "Filter"), "S3Key");
    for (const struct xml_node *r = xml_child(key, "FilterRule"); r != NULL; r = xml_again(r)) {
        const char *name = xml_text(r, "Name");
        if (strcasecmp(name, "prefix") != 0 && strcasecmp(name, "suffix") != 0) {
            return fault_argument(&call->fault, "filter rule name must be either prefix or suffix",
                                  "FilterRule.Name", name);
        }
    }
    return true;
}

/* "s3:ObjectCreated:*" and "s3:ObjectCreated:Put" have one in common. */
static bool events_overlap(const struct xml_node *a, const struct xml_node *b)
{
    for (const struct xml_node *e = xml_child(a, "Event"); e != NULL; e = xml_again(e)) {
        for (const struct xml_node *f = xml_child(b, "Event"); f != NULL; f = xml_again(f)) {
            const char *x = e->text.data, *y = f->text.data;
            size_t m = strcspn(x, "*"), n = strcspn(y, "*");
            bool some = x[m] == '*' || y[n] == '*';
            if (some ? strncmp(x, y,
                               x[m] != '*'            ? n
                               : y[n] != '*' || m < n ? m
                                                      : n) == 0
                     : strcmp(x, y) == 0)
                return true;
        }
    }
    return false;
}

/* The value of a filter's rule, "" unless there is one. */
static const char *filter_value(const struct xml_node *target, const char *name)
{
    const struct xml_node *key = xml_child(xml_child(target, "Filter"), "S3Key");
    for (const struct xml_node *r = xml_child(key, "FilterRule"); r != NULL; r = xml_again(r))
        if (strcasecmp(xml_text(r, "Name"), name) == 0)
            return xml_text(r, "Value");
    return "";
}

static bool keys_overlap(const struct xml_node *a, const struct xml_node *b)
{
    const char *x = filter_value(a, "prefix"), *y = filter_value(b, "prefix");
    const char *v = filter_value(a, "suffix"), *w = filter_value(b, "suffix");
    size_t m = strlen(x), n = strlen(y), p = strlen(v), q = strlen(w);
    size_t shorter = p < q ? p : q;
    return strncmp(x, y, m < n ? m : n) == 0 && strcmp(v + p - shorter, w + q - shorter) == 0;
}

/* An event has one destination at most, but for EventBridge (user guide, "Filtering"). */
static bool check_overlaps(struct call *call)
{
    for (const struct xml_node *a = call->xml->first; a != NULL; a = a->next) {
        for (const struct xml_node *b = a->next; b != NULL; b = b->next) {
            if (events_overlap(a, b) && keys_overlap(a, b)) {
                return fault_say(&call->fault, FAULT_INVALID_ARGUMENT,
                                 "Configurations overlap. Configurations on the same bucket cannot "
                                 "share a common event type.");
            }
        }
    }
    return true;
}

/* S3 names those that come without a name. */
static bool give_id(struct call *call, struct xml_node *target)
{
    struct xml_node *id = pool_alloc(&call->pool, sizeof *id);
    const char *made = call_new_id(call);
    if (xml_child(target, "Id") != NULL || strcmp(target->name, "EventBridgeConfiguration") == 0)
        return true;
    if (id == NULL || made == NULL)
        return call_internal(call);
    *id = (struct xml_node){.name = "Id", .text = {made, strlen(made)}, .next = target->first};
    target->first = id;
    return true;
}

bool config_check_notification(struct call *call)
{
    for (struct xml_node *target = call->xml->first; target != NULL; target = target->next)
        if (!check_target(call, target) || !give_id(call, target))
            return false;
    return check_overlaps(call);
}

/* ---- ownership and encryption ---- */

bool config_check_ownership(struct call *call)
{
    const char *word = xml_text(xml_child(call->xml, "Rule"), "ObjectOwnership");
    bool others = false;
    char owner[OWNER_SIZE];
    size_t i;
    json_t *grant;
    call_owner_of(call, call->bucket.account, owner);
    const json_t *acl = pool_parse(&call->pool, call->bucket.acl);
    json_array_foreach (json_object_get(acl, "grants"), i, grant) {
        const char *id = json_string_value(json_object_get(grant, "id"));
        others = id == NULL || strcmp(id, owner) != 0 || others;
    }
    return !others || strcmp(word, "BucketOwnerEnforced") != 0 ||
           fault_set(&call->fault, FAULT_INVALID_BUCKET_ACL);
}

bool config_check_encryption(struct call *call)
{
    const struct xml_node *by =
        xml_child(xml_child(call->xml, "Rule"), "ApplyServerSideEncryptionByDefault");
    const char *algorithm = xml_text(by, "SSEAlgorithm");
    if (algorithm != NULL && strcmp(algorithm, "AES256") == 0 &&
        xml_child(by, "KMSMasterKeyID") != NULL) {
        return fault_argument(&call->fault,
                              "a KMSMasterKeyID is not applicable if the default sse algorithm is "
                              "not aws:kms or aws:kms:dsse",
                              "ApplyServerSideEncryptionByDefault", NULL);
    }
    return true;
}

/* ---- the small ones ---- */

/* What is left out is false, and is told so. */
bool config_check_public_block(struct call *call)
{
    static const char *const names[] = {"RestrictPublicBuckets", "BlockPublicPolicy",
                                        "IgnorePublicAcls", "BlockPublicAcls"};
    struct xml_node *first = call->xml->first;
    if (first == NULL) {
        return fault_say(&call->fault, FAULT_INVALID_REQUEST,
                         "Must specify at least one configuration.");
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct xml_node *node = pool_alloc(&call->pool, sizeof *node);
        if (node == NULL)
            return call_internal(call);
        if (xml_child(call->xml, names[i]) == NULL) {
            *node = (struct xml_node){.name = names[i], .text = {"false", 5}, .next = first->next};
            first->next = node;
        }
    }
    return true;
}

bool config_check_accelerate(struct call *call)
{
    return strchr(call->bucket.name, '.') == NULL ||
           fault_say(&call->fault, FAULT_INVALID_REQUEST,
                     "S3 Transfer Acceleration is not supported for buckets with periods (.) in "
                     "their names");
}

/* The bucket for the logs is the owner's, in the same region. */
bool config_check_logging(struct call *call)
{
    const char *name = xml_text(xml_child(call->xml, "LoggingEnabled"), "TargetBucket");
    struct bucket target = {.id = 0};
    const char *wrong = NULL;
    if (name == NULL)
        return true;
    if (!store_bucket(call->service->store, &call->pool, name, &target))
        wrong = "The target bucket for logging does not exist";
    else if (strcmp(target.account, call->bucket.account) != 0)
        wrong = "The owner for the bucket to be logged and the target bucket must be the same.";
    if (wrong != NULL) {
        fault_say(&call->fault, FAULT_INVALID_LOG_TARGET, "%s", wrong);
        fault_detail(&call->fault, "TargetBucket", name);
        return false;
    }
    if (strcmp(target.region, call->bucket.region) != 0) {
        fault_set(&call->fault, FAULT_OTHER_LOG_REGION);
        if (strcmp(call->bucket.region, "us-east-1") != 0)
            fault_detail(&call->fault, "SourceBucketLocation", call->bucket.region);
        fault_detail(&call->fault, "TargetBucketLocation", target.region);
        return false;
    }
    return true;
}
