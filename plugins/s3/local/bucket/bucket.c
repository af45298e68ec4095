/* SPDX-License-Identifier: Apache-2.0 */
/* Buckets: created, listed, removed; where they are; whether they keep versions. */
#include "bucket/bucket.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <slrun/base64.h>
#include <slrun/time.h>

#include "bucket/access.h"
#include "bucket/acl.h"
#include "bucket/tags.h"

enum { BUCKETS_MAX = 10000, TOKEN_MAX = 128, ARN_SIZE = 96 };

#define HOME "us-east-1"

/* ---- listing ---- */

static void write_bucket(struct text *text, const struct bucket *bucket)
{
    char created[SLRUN_TIME_SIZE];
    slrun_time_text(bucket->created_ms, 1, created);
    xml_open(text, "Bucket");
    xml_element(text, "Name", bucket->name);
    xml_element(text, "CreationDate", created);
    xml_element(text, "BucketRegion", bucket->region);
    char arn[ARN_SIZE];
    (void)snprintf(arn, sizeof arn, "arn:aws:s3:::%s", bucket->name);
    xml_element(text, "BucketArn", arn);
    xml_close(text, "Bucket");
}

/* The token is the name of the last bucket of the page before. */
static bool read_token(struct call *call, const char **after)
{
    const char *token = call_query(call, "continuation-token");
    uint8_t name[TOKEN_MAX + 1] = {0};
    *after = "";
    if (token == NULL)
        return true;
    if (slrun_base64_read(token, strlen(token), name, TOKEN_MAX) < 0) {
        return fault_argument(&call->fault, "The continuation token provided is incorrect",
                              "continuation-token", NULL);
    }
    *after = pool_text(&call->pool, (const char *)name);
    return *after != NULL || call_internal(call);
}

/* Whether it looks like one: "eu-west-1". */
static bool is_region(const char *region)
{
    size_t size = strlen(region), n = 0;
    for (size_t i = 0; i < size; i++)
        n += region[i] == '-';
    return size > 4 && n >= 2 && isdigit((unsigned char)region[size - 1]) &&
           strspn(region, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               size;
}

static bool check_region(struct call *call, const char *region)
{
    return region == NULL || is_region(region) ||
           fault_argument(
               &call->fault,
               pool_format(&call->pool, "Argument value %s is not a valid AWS Region", region),
               "bucket-region", NULL);
}

bool op_list_buckets(struct call *call)
{
    struct bucket bucket = {.id = 0};
    const char *prefix = call_query(call, "prefix"), *region = call_query(call, "bucket-region");
    long max = BUCKETS_MAX, n = 0;
    static const struct number_range range = {"max-buckets", 1, BUCKETS_MAX};
    if (!call_number(call, "max-buckets", &max) || !call_in_range(call, &range, max) ||
        !check_region(call, region) || !read_token(call, &bucket.name))
        return false;
    struct text *text = call_xml(call, "ListAllMyBucketsResult");
    const char *last = "";
    bool more = false;
    xml_owner(text, "Owner", call->owner);
    xml_open(text, "Buckets");
    while (store_bucket_next(call->service->store, &call->pool, call->account, &bucket)) {
        if ((prefix != NULL && strncmp(bucket.name, prefix, strlen(prefix)) != 0) ||
            (region != NULL && strcasecmp(bucket.region, region) != 0))
            continue;
        more = n == max;
        if (more)
            break;
        write_bucket(text, &bucket);
        last = bucket.name;
        n++;
    }
    xml_close(text, "Buckets");
    if (more) {
        char token[SLRUN_BASE64_TEXT(TOKEN_MAX)];
        slrun_base64_write(last, strlen(last), token);
        xml_element(text, "ContinuationToken", token);
    }
    xml_element(text, "Prefix", prefix);
    xml_close(text, "ListAllMyBucketsResult");
    return true;
}

/* ---- creating ---- */

static const struct xml_rule tag_rules[] = {
    {"Key", XML_TEXT, 1, 1, NULL, NULL}, {"Value", XML_TEXT, 1, 1, NULL, NULL}, {NULL}};
static const struct xml_rule tags_rules[] = {{"Tag", XML_GROUP, 0, 50, NULL, tag_rules}, {NULL}};
static const struct xml_rule create_rules[] = {{"LocationConstraint", XML_TEXT, 0, 1, NULL, NULL},
                                               {"Tags", XML_GROUP, 0, 1, NULL, tags_rules},
                                               {NULL}};
static const struct xml_rule create_rule = {
    "CreateBucketConfiguration", XML_GROUP, 1, 1, NULL, create_rules};

/* The region that a request goes to. What is none at AWS ("US" of s3cmd, "auto") goes to the first.
 */
static const char *region_of(const struct call *call)
{
    return strchr(call->x->region, '-') == NULL ? HOME : call->x->region;
}

/* The constraint must be the region that the request goes to; only us-east-1 needs none. */
static bool read_location(struct call *call)
{
    const char *region = region_of(call);
    if (call->xml != NULL && !xml_valid(call->xml, &create_rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    const char *location = xml_text(call->xml, "LocationConstraint");
    if (location == NULL || location[0] == '\0')
        return strcmp(region, HOME) == 0 || fault_set(&call->fault, FAULT_ILLEGAL_LOCATION);
    if (strcmp(location, "EU") == 0)
        location = "eu-west-1";
    if (!is_region(location) || (strcmp(location, HOME) == 0 && strcmp(region, HOME) == 0)) {
        fault_set(&call->fault, FAULT_INVALID_LOCATION);
        fault_detail(&call->fault, "LocationConstraint", location);
        return false;
    }
    if (strcmp(region, HOME) != 0 && strcmp(region, location) != 0) {
        return fault_say(&call->fault, FAULT_ILLEGAL_LOCATION,
                         "The %s location constraint is incompatible for the region specific "
                         "endpoint this request was sent to.",
                         location);
    }
    call->bucket.region = location;
    return true;
}

/* Buckets of an account's own namespace end with account, region and "an" (user guide, "Namespaces
 * for general purpose buckets"). */
static bool check_namespace(struct call *call)
{
    const char *namespace = call_header(call, "x-amz-bucket-namespace"), *name = call->bucket.name;
    if (namespace == NULL || strcmp(namespace, "global") == 0)
        return true;
    const char *end = pool_format(&call->pool, "-%s-%s-an", call->account, call->bucket.region);
    size_t n = strlen(name), m = end == NULL ? 0 : strlen(end);
    bool regional = strcmp(namespace, "account-regional") == 0;
    bool tries = regional && n > 3 && strcmp(name + n - 3, "-an") == 0;
    return (regional && n > m && strcmp(name + n - m, end) == 0) ||
           fault_set(&call->fault,
                     tries ? FAULT_INVALID_BUCKET_NAMESPACE : FAULT_INVALID_NAMESPACE);
}

/* In us-east-1, and only there, creating one's own bucket again works. */
static bool exists(struct call *call)
{
    bool own = strcmp(call->bucket.account, call->account) == 0;
    const struct xml_node *tags = xml_child(call->xml, "Tags");
    if (!own) {
        fault_set(&call->fault, FAULT_BUCKET_EXISTS);
    } else if (strcmp(region_of(call), HOME) != 0 || strcmp(call->bucket.region, HOME) != 0 ||
               (tags != NULL && tags->first != NULL)) {
        fault_set(&call->fault, FAULT_BUCKET_OWNED);
    } else {
        call_add(call, "Location", pool_format(&call->pool, "/%s", call->bucket.name));
        call_add(call, "x-amz-bucket-arn",
                 pool_format(&call->pool, "arn:aws:s3:::%s", call->bucket.name));
        return true;
    }
    fault_detail(&call->fault, "BucketName", call->bucket.name);
    return false;
}

static bool set_ownership(struct call *call, const char *word)
{
    static const char *const words[] = {"BucketOwnerPreferred", "ObjectWriter",
                                        "BucketOwnerEnforced"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(word, words[i]) == 0) {
            struct text text = {.pool = &call->pool};
            xml_root(&text, "OwnershipControls");
            xml_open(&text, "Rule");
            xml_element(&text, "ObjectOwnership", word);
            xml_close(&text, "Rule");
            xml_close(&text, "OwnershipControls");
            store_config_set(call->service->store, call->bucket.id, "ownershipControls",
                             (struct slice){text.data, text.size});
            return !text.failed || call_internal(call);
        }
    }
    return fault_argument(
        &call->fault, pool_format(&call->pool, "Invalid x-amz-object-ownership header: %s", word),
        "x-amz-object-ownership", NULL);
}

static bool read_settings(struct call *call, const char **ownership)
{
    const char *lock = call_header(call, "x-amz-bucket-object-lock-enabled");
    char owner[OWNER_SIZE];
    *ownership = call_header(call, "x-amz-object-ownership");
    memcpy(owner, call->owner, sizeof owner);
    const json_t *acl = acl_from_headers(call, (struct acl_owners){owner, NULL});
    if (acl == NULL)
        return false;
    call->bucket.acl = pool_dump(&call->pool, acl);
    bool grants = json_array_size(json_object_get(acl, "grants")) > 1;
    if (grants && *ownership != NULL && strcmp(*ownership, "BucketOwnerEnforced") == 0)
        return fault_set(&call->fault, FAULT_INVALID_BUCKET_ACL);
    if (grants && *ownership == NULL)
        acl_warn(call);
    call->bucket.lock = lock != NULL && strcasecmp(lock, "true") == 0;
    call->bucket.versioning = call->bucket.lock ? VERSIONING_ENABLED : VERSIONING_NEVER;
    return true;
}

bool op_create_bucket(struct call *call)
{
    const char *name = call->address.bucket, *ownership;
    if (call->anonymous)
        return fault_set(&call->fault, FAULT_ACCESS_DENIED);
    if (!address_bucket_valid(name)) {
        fault_set(&call->fault, FAULT_INVALID_BUCKET_NAME);
        fault_detail(&call->fault, "BucketName", name);
        return false;
    }
    if (call->bucket.id != 0)
        return exists(call);
    call->bucket = (struct bucket){
        .name = name, .account = call->account, .region = region_of(call), .created_ms = call->now};
    if (!read_location(call) || !check_namespace(call) || !read_settings(call, &ownership))
        return false;
    const struct xml_node *set = xml_child(call->xml, "Tags");
    const json_t *tags = set == NULL ? NULL : tags_from_set(call, set, BUCKET_TAGS_MAX);
    if (set != NULL && tags == NULL)
        return false;
    store_bucket_add(call->service->store, &call->bucket);
    call_add(call, "Location", pool_format(&call->pool, "/%s", name));
    call_add(call, "x-amz-bucket-arn", pool_format(&call->pool, "arn:aws:s3:::%s", name));
    return (tags == NULL || tags_keep_bucket(call, tags)) &&
           (ownership == NULL || set_ownership(call, ownership));
}

/* ---- the rest ---- */

bool op_head_bucket(struct call *call)
{
    call_add(call, "x-amz-bucket-region", call->bucket.region);
    call_add(call, "x-amz-access-point-alias", "false");
    call_add(call, "x-amz-bucket-arn",
             pool_format(&call->pool, "arn:aws:s3:::%s", call->bucket.name));
    call->content_type = "application/xml";
    return true;
}

bool op_delete_bucket(struct call *call)
{
    struct store *store = call->service->store;
    if (!store_bucket_empty(store, &call->bucket)) {
        fault_set(&call->fault, FAULT_BUCKET_NOT_EMPTY);
        if (call->bucket.versioning != VERSIONING_NEVER) {
            fault_say(&call->fault, FAULT_BUCKET_NOT_EMPTY,
                      "The bucket you tried to delete is not empty. You must delete all versions "
                      "in the bucket.");
        }
        fault_detail(&call->fault, "BucketName", call->bucket.name);
        return false;
    }
    store_bucket_remove(store, &call->bucket);
    call->bucket.id = 0;
    call->status = 204;
    return true;
}

bool op_get_location(struct call *call)
{
    struct text *text = call_xml(call, "LocationConstraint");
    if (strcmp(call->bucket.region, HOME) != 0)
        text_string(text, call->bucket.region);
    xml_close(text, "LocationConstraint");
    return true;
}

bool op_get_versioning(struct call *call)
{
    static const char *const words[] = {NULL, "Enabled", "Suspended"};
    struct text *text = call_xml(call, "VersioningConfiguration");
    xml_element(text, "Status", words[call->bucket.versioning]);
    xml_close(text, "VersioningConfiguration");
    return true;
}

bool op_put_versioning(struct call *call)
{
    static const char *const words[] = {"Enabled", "Suspended", NULL};
    static const struct xml_rule members[] = {
        {"Status", XML_TEXT, 1, 1, words, NULL}, {"MfaDelete", XML_TEXT, 0, 1, NULL, NULL}, {NULL}};
    static const struct xml_rule rule = {"VersioningConfiguration", XML_GROUP, 1, 1, NULL, members};
    if (call->xml->first == NULL)
        return fault_set(&call->fault, FAULT_NO_VERSIONING_STATE);
    if (!xml_valid(call->xml, &rule))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    bool enable = strcmp(xml_text(call->xml, "Status"), words[0]) == 0, suspend = !enable;
    if (suspend && call->bucket.lock) {
        return fault_say(&call->fault, FAULT_INVALID_BUCKET_STATE,
                         "An Object Lock configuration is present on this bucket, so the "
                         "versioning state cannot be changed.");
    }
    if (suspend &&
        store_config(call->service->store, &call->pool, call->bucket.id, "replication").data !=
            NULL) {
        return fault_say(&call->fault, FAULT_INVALID_BUCKET_STATE,
                         "A replication configuration is present on this bucket, so the versioning "
                         "state cannot be changed.");
    }
    call->bucket.versioning = enable ? VERSIONING_ENABLED : VERSIONING_SUSPENDED;
    store_bucket_set(call->service->store, &call->bucket);
    return true;
}
