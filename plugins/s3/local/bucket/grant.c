/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud asks to judge the roles of those who call (slrun/iam.h). */
#include "bucket/grant.h"

#include <string.h>

#include "bucket/policy.h"
#include "store/store.h"

/* Parameters of operations that stand in headers, as far as permissions depend on them. */
static const struct {
    const char *parameter, *header;
} places[] = {
    {"ACL", "x-amz-acl"},
    {"GrantFullControl", "x-amz-grant-full-control"},
    {"GrantRead", "x-amz-grant-read"},
    {"GrantReadACP", "x-amz-grant-read-acp"},
    {"GrantWrite", "x-amz-grant-write"},
    {"GrantWriteACP", "x-amz-grant-write-acp"},
    {"Tagging", "x-amz-tagging"},
    {"ObjectLockMode", "x-amz-object-lock-mode"},
    {"ObjectLockLegalHoldStatus", "x-amz-object-lock-legal-hold"},
    {"ObjectOwnership", "x-amz-object-ownership"},
    {"CopySource", "x-amz-copy-source"},
};

/* The key is what stands for '*' in resources, but where there are two buckets. That a bucket is
 * not there S3 says to anybody. */
json_t *grant_args(struct call *call)
{
    const struct address *address = &call->address;
    const char *version = call_query(call, "versionId");
    const char *bypass = call_header(call, "x-amz-bypass-governance-retention");
    struct bucket bucket;
    if (address->bucket != NULL && (call->operation->flags & OP_NO_BUCKET) == 0 &&
        !store_bucket(call->service->store, &call->pool, address->bucket, &bucket))
        return NULL;
    bool copies = call_header(call, "x-amz-copy-source") != NULL;
    json_t *args =
        json_pack("{s:s*, s:s*, s:b}", "Bucket", address->bucket, "VersionId", version,
                  "BypassGovernanceRetention", bypass != NULL && strcmp(bypass, "true") == 0);
    if (address->key.size > 0) {
        (void)json_object_set_new(args, copies ? "Key" : "*",
                                  json_stringn(address->key.data, address->key.size));
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *value = call_header(call, places[i].header);
        if (value != NULL)
            (void)json_object_set_new(args, places[i].parameter, json_string(value));
    }
    return args;
}

json_t *grant_policy(struct service *service, const char *arn)
{
    static const char s3[] = "arn:aws:s3:::";
    char name[BUCKET_NAME_SIZE];
    struct pool pool = {.blocks = NULL};
    struct bucket bucket;
    json_t *policy = NULL;
    if (strncmp(arn, s3, sizeof s3 - 1) != 0)
        return NULL;
    arn += sizeof s3 - 1;
    size_t size = strcspn(arn, "/");
    if (size >= sizeof name)
        return NULL;
    memcpy(name, arn, size);
    name[size] = '\0';
    if (store_bucket(service->store, &pool, name, &bucket)) {
        struct slice text = store_config(service->store, &pool, bucket.id, "policy");
        policy = text.data == NULL ? NULL : json_loadb(text.data, text.size, 0, NULL);
    }
    pool_free(&pool);
    return policy;
}
