/* SPDX-License-Identifier: Apache-2.0 */
/* Encryption at rest: nothing is encrypted here, the key is only named. */
#include "table/encryption.h"

#include <string.h>

#include "table/table.h"
#include "uuid.h"

bool encryption_check(const json_t *args, struct fault *fault)
{
    const json_t *sse = json_object_get(args, "SSESpecification");
    const json_t *key = json_object_get(sse, "KMSMasterKeyId");
    const char *type = json_string_value(json_object_get(sse, "SSEType"));
    bool enabled = json_is_true(json_object_get(sse, "Enabled"));
    if (type != NULL && strcmp(type, "KMS") != 0)
        return fault_invalid(fault, INVALID "SSEType %s is not supported", type);
    return enabled || key == NULL ||
           fault_invalid(fault, INVALID "KMSMasterKeyId cannot be specified when SSE is disabled");
}

/* The key that AWS manages for DynamoDB in an account and region, or the one that is named. */
static json_t *key_arn(const struct table *table, const json_t *key)
{
    char managed[UUID_SIZE];
    const char *id = json_string_value(key);
    if (id != NULL && strncmp(id, "arn:", 4) == 0)
        return json_string(id);
    uuid_of((const char *const[]){"alias/aws/dynamodb", table->account, table->region, NULL}, 0,
            managed);
    bool is_alias = id != NULL && strncmp(id, "alias/", 6) == 0;
    return json_sprintf("arn:aws:kms:%s:%s:%s%s", table->region, table->account,
                        is_alias ? "" : "key/", id == NULL ? managed : id);
}

json_t *encryption_describe(const struct table *table)
{
    const json_t *sse = json_object_get(table->definition, "SSESpecification");
    return json_is_true(json_object_get(sse, "Enabled"))
               ? json_pack("{s:s, s:s, s:o}", "Status", "ENABLED", "SSEType", "KMS",
                           "KMSMasterKeyArn",
                           key_arn(table, json_object_get(sse, "KMSMasterKeyId")))
               : NULL;
}
