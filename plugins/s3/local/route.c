/* SPDX-License-Identifier: Apache-2.0 */
/* Which operation a request asks for: the table of all of them. */
#include <string.h>
#include <strings.h>

#include "bucket/acl.h"
#include "bucket/bucket.h"
#include "bucket/config.h"
#include "bucket/config_many.h"
#include "bucket/cors.h"
#include "bucket/policy.h"
#include "bucket/tags.h"
#include "object/copy.h"
#include "object/delete.h"
#include "object/list.h"
#include "object/lock.h"
#include "object/multipart.h"
#include "object/object.h"
#include "object/restore.h"
#include "object/sse.h"
#include "post/post.h"
#include "selector.h"

#define READS  PERMISSION_READ
#define NOBODY PERMISSION_NONE

/* GET, PUT and DELETE of a configuration. */
#define CONFIG(word, query, get, put)                                                              \
    {"GetBucket" word, "GET", SCOPE_BUCKET, query, NULL, 0, "s3:" get, NOBODY, op_get_config},     \
    {                                                                                              \
        "PutBucket" word, "PUT", SCOPE_BUCKET, query, NULL, OP_XML_MAYBE, "s3:" put, NOBODY,       \
            op_put_config                                                                          \
    }
/* An operation that AWS has and the local cloud has not. */
#define MISSING(name, method, scope, query, action)                                                \
    {                                                                                              \
        name, method, scope, query, NULL, 0, "s3:" action, NOBODY, op_missing                      \
    }
#define REMOVABLE(word, query, get, put)                                                           \
    CONFIG(word, query, get, put),                                                                 \
    {                                                                                              \
        "DeleteBucket" word, "DELETE", SCOPE_BUCKET, query, NULL, 0, "s3:" put, NOBODY,            \
            op_delete_config                                                                       \
    }

/* The same of those that go by an id; without one they are listed. */
#define MANY(word, query, action)                                                                  \
    {"GetBucket" word "Configuration",                                                             \
     "GET",                                                                                        \
     SCOPE_BUCKET,                                                                                 \
     query,                                                                                        \
     NULL,                                                                                         \
     0,                                                                                            \
     "s3:Get" action,                                                                              \
     NOBODY,                                                                                       \
     op_get_many},                                                                                 \
        {"PutBucket" word "Configuration",                                                         \
         "PUT",                                                                                    \
         SCOPE_BUCKET,                                                                             \
         query,                                                                                    \
         NULL,                                                                                     \
         OP_XML_MAYBE,                                                                             \
         "s3:Put" action,                                                                          \
         NOBODY,                                                                                   \
         op_put_many},                                                                             \
    {                                                                                              \
        "DeleteBucket" word "Configuration", "DELETE", SCOPE_BUCKET, query, NULL, 0,               \
            "s3:Put" action, NOBODY, op_delete_many                                                \
    }

static bool op_missing(struct call *call)
{
    return fault_say(&call->fault, FAULT_NOT_IMPLEMENTED,
                     "%s is not implemented by the local cloud", call->operation->name);
}

/* Nobody can create one here, so there is none to get, and nothing to delete. */
static bool op_no_metadata(struct call *call)
{
    call->status = 204;
    return strcmp(call->x->method, "DELETE") == 0 || fault_set(&call->fault, FAULT_NO_METADATA);
}

static const struct operation operations[] = {
    {"Preflight", "OPTIONS", SCOPE_OBJECT, NULL, NULL, OP_OPEN | OP_NO_BUCKET, "", NOBODY,
     op_preflight},
    {"Preflight", "OPTIONS", SCOPE_BUCKET, NULL, NULL, OP_OPEN | OP_NO_BUCKET, "", NOBODY,
     op_preflight},

    /* objects */
    {"GetObjectAcl", "GET", SCOPE_OBJECT, "acl", NULL, OP_OBJECT_ACL, "s3:GetObjectAcl",
     PERMISSION_READ_ACP, op_get_object_acl},
    {"GetObjectTagging", "GET", SCOPE_OBJECT, "tagging", NULL, OP_OBJECT_ACL, "s3:GetObjectTagging",
     READS, op_get_object_tagging},
    {"GetObjectAttributes", "GET", SCOPE_OBJECT, "attributes", NULL, OP_OBJECT_ACL,
     "s3:GetObjectAttributes", READS, op_get_object_attributes},
    {"GetObjectRetention", "GET", SCOPE_OBJECT, "retention", NULL, OP_OBJECT_ACL,
     "s3:GetObjectRetention", NOBODY, op_get_retention},
    {"GetObjectLegalHold", "GET", SCOPE_OBJECT, "legal-hold", NULL, OP_OBJECT_ACL,
     "s3:GetObjectLegalHold", NOBODY, op_get_legal_hold},
    {"ListParts", "GET", SCOPE_OBJECT, "uploadId", NULL, 0, "s3:ListMultipartUploadParts",
     PERMISSION_WRITE, op_list_parts},
    {"GetObject", "GET", SCOPE_OBJECT, NULL, NULL, OP_OBJECT_ACL, "s3:GetObject", READS,
     op_get_object},
    {"HeadObject", "HEAD", SCOPE_OBJECT, NULL, NULL, OP_OBJECT_ACL, "s3:GetObject", READS,
     op_get_object},
    {"PutObjectAcl", "PUT", SCOPE_OBJECT, "acl", NULL, OP_OBJECT_ACL | OP_XML_MAYBE,
     "s3:PutObjectAcl", PERMISSION_WRITE_ACP, op_put_object_acl},
    {"PutObjectTagging", "PUT", SCOPE_OBJECT, "tagging", NULL, OP_OBJECT_ACL | OP_XML,
     "s3:PutObjectTagging", PERMISSION_WRITE, op_put_object_tagging},
    {"PutObjectRetention", "PUT", SCOPE_OBJECT, "retention", NULL, OP_OBJECT_ACL | OP_XML,
     "s3:PutObjectRetention", NOBODY, op_put_retention},
    {"PutObjectLegalHold", "PUT", SCOPE_OBJECT, "legal-hold", NULL, OP_OBJECT_ACL | OP_XML,
     "s3:PutObjectLegalHold", NOBODY, op_put_legal_hold},
    {"UpdateObjectEncryption", "PUT", SCOPE_OBJECT, "encryption", NULL, OP_OBJECT_ACL | OP_XML,
     "s3:UpdateObjectEncryption", NOBODY, op_update_encryption},
    {"UploadPartCopy", "PUT", SCOPE_OBJECT, "uploadId", "x-amz-copy-source", 0, "s3:PutObject",
     PERMISSION_WRITE, op_upload_part_copy},
    {"UploadPart", "PUT", SCOPE_OBJECT, "uploadId", NULL, OP_STREAM, "s3:PutObject",
     PERMISSION_WRITE, op_upload_part},
    {"CopyObject", "PUT", SCOPE_OBJECT, NULL, "x-amz-copy-source", 0, "s3:PutObject",
     PERMISSION_WRITE, op_copy_object},
    {"PutObject", "PUT", SCOPE_OBJECT, NULL, NULL, OP_STREAM, "s3:PutObject", PERMISSION_WRITE,
     op_put_object},
    {"RestoreObject", "POST", SCOPE_OBJECT, "restore", NULL, OP_OBJECT_ACL | OP_XML,
     "s3:RestoreObject", NOBODY, op_restore_object},
    {"CreateMultipartUpload", "POST", SCOPE_OBJECT, "uploads", NULL, 0, "s3:PutObject",
     PERMISSION_WRITE, op_create_multipart_upload},
    {"CompleteMultipartUpload", "POST", SCOPE_OBJECT, "uploadId", NULL,
     OP_XML_MAYBE | OP_SUM_OF_OBJECT, "s3:PutObject", PERMISSION_WRITE,
     op_complete_multipart_upload},
    {"AbortMultipartUpload", "DELETE", SCOPE_OBJECT, "uploadId", NULL, 0, "s3:AbortMultipartUpload",
     PERMISSION_WRITE, op_abort_multipart_upload},
    {"DeleteObjectTagging", "DELETE", SCOPE_OBJECT, "tagging", NULL, OP_OBJECT_ACL,
     "s3:DeleteObjectTagging", PERMISSION_WRITE, op_delete_object_tagging},
    {"DeleteObject", "DELETE", SCOPE_OBJECT, NULL, NULL, 0, "s3:DeleteObject", PERMISSION_WRITE,
     op_delete_object},

    MISSING("GetObjectAnnotation", "GET", SCOPE_OBJECT, "annotation", "GetObjectAnnotation"),
    MISSING("PutObjectAnnotation", "PUT", SCOPE_OBJECT, "annotation", "PutObjectAnnotation"),
    MISSING("DeleteObjectAnnotation", "DELETE", SCOPE_OBJECT, "annotation",
            "DeleteObjectAnnotation"),
    MISSING("RenameObject", "PUT", SCOPE_OBJECT, "renameObject", "PutObject"),
    MISSING("SelectObjectContent", "POST", SCOPE_OBJECT, "select", "GetObject"),

    /* buckets */
    {"GetBucketAcl", "GET", SCOPE_BUCKET, "acl", NULL, 0, "s3:GetBucketAcl", PERMISSION_READ_ACP,
     op_get_bucket_acl},
    {"PutBucketAcl", "PUT", SCOPE_BUCKET, "acl", NULL, OP_XML_MAYBE, "s3:PutBucketAcl",
     PERMISSION_WRITE_ACP, op_put_bucket_acl},
    {"GetBucketPolicy", "GET", SCOPE_BUCKET, "policy", NULL, 0, "s3:GetBucketPolicy", NOBODY,
     op_get_policy},
    {"PutBucketPolicy", "PUT", SCOPE_BUCKET, "policy", NULL, 0, "s3:PutBucketPolicy", NOBODY,
     op_put_policy},
    {"DeleteBucketPolicy", "DELETE", SCOPE_BUCKET, "policy", NULL, 0, "s3:DeleteBucketPolicy",
     NOBODY, op_delete_policy},
    {"GetBucketPolicyStatus", "GET", SCOPE_BUCKET, "policyStatus", NULL, 0,
     "s3:GetBucketPolicyStatus", NOBODY, op_get_policy_status},
    {"GetBucketVersioning", "GET", SCOPE_BUCKET, "versioning", NULL, 0, "s3:GetBucketVersioning",
     NOBODY, op_get_versioning},
    {"PutBucketVersioning", "PUT", SCOPE_BUCKET, "versioning", NULL, OP_XML,
     "s3:PutBucketVersioning", NOBODY, op_put_versioning},
    {"GetBucketLocation", "GET", SCOPE_BUCKET, "location", NULL, 0, "s3:GetBucketLocation", READS,
     op_get_location},
    {"GetBucketTagging", "GET", SCOPE_BUCKET, "tagging", NULL, 0, "s3:GetBucketTagging", NOBODY,
     op_get_bucket_tagging},
    {"PutBucketTagging", "PUT", SCOPE_BUCKET, "tagging", NULL, OP_XML, "s3:PutBucketTagging",
     NOBODY, op_put_bucket_tagging},
    {"DeleteBucketTagging", "DELETE", SCOPE_BUCKET, "tagging", NULL, 0, "s3:PutBucketTagging",
     NOBODY, op_delete_config},
    {"GetObjectLockConfiguration", "GET", SCOPE_BUCKET, "object-lock", NULL, 0,
     "s3:GetBucketObjectLockConfiguration", NOBODY, op_get_lock},
    {"PutObjectLockConfiguration", "PUT", SCOPE_BUCKET, "object-lock", NULL, OP_XML,
     "s3:PutBucketObjectLockConfiguration", NOBODY, op_put_lock},
    REMOVABLE("Cors", "cors", "GetBucketCORS", "PutBucketCORS"),
    REMOVABLE("Lifecycle", "lifecycle", "GetLifecycleConfiguration", "PutLifecycleConfiguration"),
    REMOVABLE("PublicAccessBlock", "publicAccessBlock", "GetBucketPublicAccessBlock",
              "PutBucketPublicAccessBlock"),
    REMOVABLE("OwnershipControls", "ownershipControls", "GetBucketOwnershipControls",
              "PutBucketOwnershipControls"),
    REMOVABLE("Encryption", "encryption", "GetEncryptionConfiguration",
              "PutEncryptionConfiguration"),
    REMOVABLE("Website", "website", "GetBucketWebsite", "PutBucketWebsite"),
    REMOVABLE("Replication", "replication", "GetReplicationConfiguration",
              "PutReplicationConfiguration"),
    CONFIG("Notification", "notification", "GetBucketNotification", "PutBucketNotification"),
    CONFIG("Logging", "logging", "GetBucketLogging", "PutBucketLogging"),
    CONFIG("RequestPayment", "requestPayment", "GetBucketRequestPayment",
           "PutBucketRequestPayment"),
    CONFIG("Abac", "abac", "GetBucketABAC", "PutBucketABAC"),
    CONFIG("Accelerate", "accelerate", "GetAccelerateConfiguration", "PutAccelerateConfiguration"),
    MANY("Analytics", "analytics", "AnalyticsConfiguration"),
    MANY("IntelligentTiering", "intelligent-tiering", "IntelligentTieringConfiguration"),
    MANY("Inventory", "inventory", "InventoryConfiguration"),
    MANY("Metrics", "metrics", "MetricsConfiguration"),
    MISSING("CreateBucketMetadataConfiguration", "POST", SCOPE_BUCKET, "metadataConfiguration",
            "CreateBucketMetadataTableConfiguration"),
    {"GetBucketMetadataConfiguration", "GET", SCOPE_BUCKET, "metadataConfiguration", NULL, 0,
     "s3:GetBucketMetadataTableConfiguration", NOBODY, op_no_metadata},
    {"DeleteBucketMetadataConfiguration", "DELETE", SCOPE_BUCKET, "metadataConfiguration", NULL, 0,
     "s3:DeleteBucketMetadataTableConfiguration", NOBODY, op_no_metadata},
    MISSING("CreateBucketMetadataTableConfiguration", "POST", SCOPE_BUCKET, "metadataTable",
            "CreateBucketMetadataTableConfiguration"),
    {"GetBucketMetadataTableConfiguration", "GET", SCOPE_BUCKET, "metadataTable", NULL, 0,
     "s3:GetBucketMetadataTableConfiguration", NOBODY, op_no_metadata},
    {"DeleteBucketMetadataTableConfiguration", "DELETE", SCOPE_BUCKET, "metadataTable", NULL, 0,
     "s3:DeleteBucketMetadataTableConfiguration", NOBODY, op_no_metadata},
    MISSING("UpdateBucketMetadataAnnotationTableConfiguration", "PUT", SCOPE_BUCKET,
            "metadataAnnotationTable", "UpdateBucketMetadataAnnotationTableConfiguration"),
    MISSING("UpdateBucketMetadataInventoryTableConfiguration", "PUT", SCOPE_BUCKET,
            "metadataInventoryTable", "UpdateBucketMetadataInventoryTableConfiguration"),
    MISSING("UpdateBucketMetadataJournalTableConfiguration", "PUT", SCOPE_BUCKET,
            "metadataJournalTable", "UpdateBucketMetadataJournalTableConfiguration"),
    {"ListObjectVersions", "GET", SCOPE_BUCKET, "versions", NULL, 0, "s3:ListBucketVersions", READS,
     op_list_versions},
    {"ListMultipartUploads", "GET", SCOPE_BUCKET, "uploads", NULL, 0,
     "s3:ListBucketMultipartUploads", READS, op_list_multipart_uploads},
    {"ListObjectsV2", "GET", SCOPE_BUCKET, "list-type", NULL, 0, "s3:ListBucket", READS,
     op_list_objects_v2},
    {"ListObjects", "GET", SCOPE_BUCKET, NULL, NULL, 0, "s3:ListBucket", READS, op_list_objects},
    {"HeadBucket", "HEAD", SCOPE_BUCKET, NULL, NULL, 0, "s3:ListBucket", READS, op_head_bucket},
    {"CreateBucket", "PUT", SCOPE_BUCKET, NULL, NULL, OP_NO_BUCKET | OP_OPEN | OP_XML_MAYBE,
     "s3:CreateBucket", NOBODY, op_create_bucket},
    {"DeleteBucket", "DELETE", SCOPE_BUCKET, NULL, NULL, 0, "s3:DeleteBucket", NOBODY,
     op_delete_bucket},
    {"DeleteObjects", "POST", SCOPE_BUCKET, "delete", NULL, OP_OPEN | OP_XML_MAYBE,
     "s3:DeleteObject", PERMISSION_WRITE, op_delete_objects},
    {"PostObject", "POST", SCOPE_BUCKET, NULL, NULL, OP_OPEN, "s3:PutObject", PERMISSION_WRITE,
     op_post_object},

    /* the service */
    {"ListBuckets", "GET", SCOPE_SERVICE, NULL, NULL, 0, "s3:ListAllMyBuckets", NOBODY,
     op_list_buckets},
};

/* Any other value of list-type is as good as none. */
static bool is_version_2(const struct call *call)
{
    const char *type = call_query(call, "list-type");
    return type != NULL && strcmp(type, "2") == 0;
}

/* The first row that fits, or NULL. */
static const struct operation *find_row(const struct call *call, enum scope scope,
                                        const struct selector *selector)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        const struct operation *o = &operations[i];
        bool fits = o->query == NULL   ? selector == NULL
                    : selector == NULL ? o->run == op_list_objects_v2 && is_version_2(call)
                                       : strcmp(o->query, selector->name) == 0;
        if (o->scope == scope && fits && strcmp(o->method, call->x->method) == 0 &&
            (o->header == NULL || call_header(call, o->header) != NULL))
            return o;
    }
    return NULL;
}

/* Whether the same could be asked by GET. */
static bool find_get(enum scope scope, const struct selector *selector)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        const struct operation *o = &operations[i];
        bool fits = selector == NULL ? o->query == NULL
                                     : o->query != NULL && strcmp(o->query, selector->name) == 0;
        if (o->scope == scope && fits && strcmp(o->method, "GET") == 0)
            return true;
    }
    return false;
}

static bool is_method(const char *method)
{
    static const char *const methods[] = {"GET",    "HEAD",  "PUT",    "POST",
                                          "DELETE", "PATCH", "OPTIONS"};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strcmp(method, methods[i]) == 0)
            return true;
    return false;
}

/* What browsers send from a form, and nothing else, may be posted to a bucket. */
static bool is_form(struct call *call, const struct operation *o)
{
    const char *type = call_header(call, "Content-Type");
    if (o->run != op_post_object ||
        (type != NULL && strncasecmp(type, "multipart/form-data", 19) == 0))
        return true;
    fault_set(&call->fault, FAULT_PRECONDITION_FAILED);
    fault_detail(&call->fault, "Condition",
                 "Bucket POST must be of the enclosure-type multipart/form-data");
    return false;
}

/* What of its parameters S3 reads before it looks for the bucket. */
static bool check(struct call *call, const struct operation *o)
{
    static const struct {
        bool (*run)(struct call *call);
        bool (*check)(struct call *call);
    } checks[] = {
        {op_list_objects, list_check_objects},           {op_head_bucket, list_check_objects},
        {op_list_objects_v2, list_check_objects_v2},     {op_list_versions, list_check_versions},
        {op_list_multipart_uploads, list_check_uploads}, {op_list_parts, list_check_parts},
        {op_get_object_attributes, attributes_check},
    };
    for (size_t i = 0; call->address.n_query > 0 && i < sizeof checks / sizeof *checks; i++)
        if (checks[i].run == o->run)
            return checks[i].check(call);
    return true;
}

/* Directory buckets are named by their zone: "name--use1-az4--x-s3" (user guide, "Directory bucket
 * naming rules"). SDKs ask for a session of one first. */
static bool check_kind(struct call *call)
{
    static const char end[] = "--x-s3";
    const char *name = call->address.bucket;
    size_t size = name == NULL ? 0 : strlen(name);
    return size < sizeof end || strcmp(name + size - (sizeof end - 1), end) != 0 ||
           fault_say(&call->fault, FAULT_NOT_IMPLEMENTED,
                     "%s: directory buckets are not implemented by the local cloud",
                     call_query(call, "session") != NULL ? "CreateSession" : name);
}

const struct operation *route_find(struct call *call)
{
    const struct address *address = &call->address;
    const struct selector *selector = NULL;
    enum scope scope = address->bucket == NULL  ? SCOPE_SERVICE
                       : address->key.size == 0 ? SCOPE_BUCKET
                                                : SCOPE_OBJECT;
    if (!is_method(call->x->method)) {
        fault_say(&call->fault, FAULT_CORS_INCOMPLETE,
                  "An error occurred when parsing the HTTP request.");
        return NULL;
    }
    if (!check_kind(call) || !selector_find(call, &scope, &selector))
        return NULL;
    const struct operation *found = find_row(call, scope, selector);
    if ((found != NULL && !check(call, found)) || !selector_check(call, scope, selector))
        return NULL;
    if (found == NULL) {
        (void)selector_refuse(call, scope, selector);
        if (call_is_head(call) && find_get(scope, selector))
            call_add(call, "Allow", "GET");
        return NULL;
    }
    return is_form(call, found) ? found : NULL;
}
