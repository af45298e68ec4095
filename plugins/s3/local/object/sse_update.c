/* SPDX-License-Identifier: Apache-2.0 */
/* UpdateObjectEncryption: another key for what S3 or AWS KMS encrypts, all else stays. Texts as the
 * API reference has them. */
#include <slrun/arn.h>
#include <string.h>

#include "object/lock.h"
#include "object/object.h"
#include "object/sse.h"

enum { KEY_ARN_MIN = 20, KEY_ARN_MAX = 2048 };

static const struct xml_rule kms_rules[] = {{"KMSKeyArn", XML_TEXT, 0, 1, NULL, NULL},
                                            {"BucketKeyEnabled", XML_TEXT, 0, 1, NULL, NULL},
                                            {NULL}};
static const struct xml_rule members[] = {{"SSE-KMS", XML_GROUP, 0, 1, NULL, kms_rules}, {NULL}};
static const struct xml_rule document = {"ObjectEncryption", XML_GROUP, 1, 1, NULL, members};

static bool refuse(struct call *call, const char *message)
{
    return fault_say(&call->fault, FAULT_INVALID_REQUEST, "%s", message);
}

static bool check_key(struct call *call, const char *arn)
{
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    size_t size = arn == NULL ? 0 : strlen(arn);
    if (size == 0) {
        return refuse(call, "Requests that modify an object's encryption type to SSE-KMS require "
                            "an AWS KMS key Amazon Resource Name (ARN). Modify the request to "
                            "specify a KMS key ARN, and then try again.");
    }
    slrun_arn_place(arn, region, account);
    if (size < KEY_ARN_MIN || size > KEY_ARN_MAX || strncmp(arn, "arn:aws", 7) != 0 ||
        strstr(arn, ":kms:") == NULL || account[0] == '\0') {
        return refuse(call, "Requests that modify an object's encryption type to SSE-KMS require a "
                            "valid AWS KMS key Amazon Resource Name (ARN). Confirm that you have a "
                            "correctly formatted KMS key ARN in your request, and then try again.");
    }
    return strcmp(account, call->bucket.account) == 0 ||
           fault_say(&call->fault, FAULT_ACCESS_DENIED,
                     "The AWS KMS key in the request must be owned by the same account as the "
                     "bucket. Modify the request to specify a KMS key from the same account, and "
                     "then try again.");
}

static bool check_document(struct call *call, const struct xml_node *kms)
{
    const char *bucket_key = xml_text(kms, "BucketKeyEnabled");
    if (kms == NULL) {
        return refuse(call, "Requests that modify an object encryption configuration require a "
                            "valid new encryption type. Valid values are SSEKMS. Modify the "
                            "request to specify SSE-KMS for the updated encryption type, and then "
                            "try again.");
    }
    if (bucket_key != NULL && strcmp(bucket_key, "true") != 0 && strcmp(bucket_key, "false") != 0) {
        return refuse(call, "The BucketKeyEnabled value isn't valid. Valid values are true or "
                            "false. Modify the request to specify a valid value, and then try "
                            "again.");
    }
    return check_key(call, xml_text(kms, "KMSKeyArn"));
}

/* What is encrypted otherwise, and what is locked, stays as it is. */
static bool check_object(struct call *call, const struct object *object)
{
    const json_t *sse = json_object_get(object->info, "sse");
    const char *algorithm = json_string_value(json_object_get(sse, "algorithm"));
    if (json_object_get(sse, "customer") != NULL ||
        (algorithm != NULL && strcmp(algorithm, "aws:kms:dsse") == 0)) {
        return refuse(call, "The UpdateObjectEncryption operation doesn't support source objects "
                            "with the encryption type DSSE-KMS or SSE-C. Only source objects "
                            "encrypted with SSE-S3 or SSE-KMS are supported.");
    }
    return !lock_protects(call, object) ||
           fault_say(&call->fault, FAULT_ACCESS_DENIED,
                     "The encryption type for the specified object can't be updated because that "
                     "object is protected by S3 Object Lock.");
}

bool op_update_encryption(struct call *call)
{
    struct object object;
    if (!xml_valid(call->xml, &document))
        return fault_set(&call->fault, FAULT_MALFORMED_XML);
    const struct xml_node *kms = xml_child(call->xml, "SSE-KMS");
    if (!check_document(call, kms) || !object_find(call, &object) || !check_object(call, &object))
        return false;
    json_t *sse =
        json_pack("{s:s, s:s}", "algorithm", "aws:kms", "key", xml_text(kms, "KMSKeyArn"));
    if (xml_is_true(kms, "BucketKeyEnabled"))
        json_object_set_new(sse, "bucket-key", json_true());
    json_object_set_new(object.info, "sse", sse);
    store_object_set(call->service->store, &object);
    object_add_version(call, &object);
    return true;
}
