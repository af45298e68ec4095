/* SPDX-License-Identifier: Apache-2.0 */
/* The operations on ACLs. */
#include <string.h>

#include "bucket/access.h"
#include "bucket/acl.h"
#include "event/event.h"
#include "object/object.h"

/* Where ACLs are off only those that say what holds anyway are taken. */
static bool says_nothing(const json_t *acl, const char *bucket_owner)
{
    const json_t *grants = json_object_get(acl, "grants"), *entry;
    for (size_t i = 0; i < json_array_size(grants); i++) {
        entry = json_array_get(grants, i);
        const char *id = json_string_value(json_object_get(entry, "id"));
        const char *permission = json_string_value(json_object_get(entry, "permission"));
        const char *owner = json_string_value(json_object_get(acl, "owner"));
        bool own = id != NULL && (strcmp(id, bucket_owner) == 0 || strcmp(id, owner) == 0);
        if (!own || strcmp(permission, "FULL_CONTROL") != 0)
            return false;
    }
    return true;
}

void acl_warn(struct call *call)
{
    struct service *service = call->service;
    if (service->acl_told ||
        store_config(service->store, &call->pool, call->bucket.id, "ownershipControls").data !=
            NULL)
        return;
    service->acl_told = true;
    service->cloud->host->log(SLRUN_LOG_WARNING,
                              "s3: ACLs of bucket %s count here; AWS refuses them in a bucket that "
                              "was created without ObjectOwnership (ObjectWriter or "
                              "BucketOwnerPreferred)",
                              call->bucket.name);
}

bool acl_accept(struct call *call, const json_t *acl, const char *bucket_owner)
{
    const char *canned = call_header(call, "x-amz-acl");
    bool other = canned != NULL && strcmp(canned, "bucket-owner-full-control") != 0;
    bool refused = other || !says_nothing(acl, bucket_owner);
    if (refused && access_ownership(call) == OWNERSHIP_ENFORCED)
        return fault_set(&call->fault, FAULT_ACL_UNSUPPORTED);
    if (refused)
        acl_warn(call);
    if (acl_is_public(acl) && access_blocks(call, "BlockPublicAcls"))
        return fault_set(&call->fault, FAULT_ACCESS_DENIED);
    return true;
}

/* Where both are given, S3 refuses. */
static json_t *read_acl(struct call *call, struct acl_owners owners)
{
    if (call->xml != NULL && acl_in_headers(call)) {
        fault_set(&call->fault, FAULT_UNEXPECTED_CONTENT);
        return NULL;
    }
    if (call->xml == NULL && !acl_in_headers(call)) {
        fault_say(&call->fault, FAULT_MISSING_SECURITY,
                  "Your request was missing a required header");
        fault_detail(&call->fault, "MissingHeaderName", "x-amz-acl");
        return NULL;
    }
    return call->xml != NULL ? acl_from_document(call, owners.owner)
                             : acl_from_headers(call, owners);
}

bool op_get_bucket_acl(struct call *call)
{
    acl_answer(call, pool_parse(&call->pool, call->bucket.acl));
    return true;
}

bool op_put_bucket_acl(struct call *call)
{
    char owner[OWNER_SIZE];
    call_owner_of(call, call->bucket.account, owner);
    json_t *acl = read_acl(call, (struct acl_owners){owner, NULL});
    if (acl == NULL || !acl_accept(call, acl, owner))
        return false;
    call->bucket.acl = pool_dump(&call->pool, acl);
    store_bucket_set(call->service->store, &call->bucket);
    return true;
}

bool op_get_object_acl(struct call *call)
{
    struct object object;
    if (!object_find(call, &object))
        return false;
    object_add_version(call, &object);
    acl_answer(call, acl_of_object(call, object.info));
    return true;
}

bool op_put_object_acl(struct call *call)
{
    struct object object;
    char bucket_owner[OWNER_SIZE];
    if (!object_find(call, &object))
        return false;
    call_owner_of(call, call->bucket.account, bucket_owner);
    const char *owner = json_string_value(json_object_get(object.info, "owner"));
    if (owner == NULL)
        return call_internal(call);
    json_t *acl = read_acl(call, (struct acl_owners){owner, bucket_owner});
    if (acl == NULL || !acl_accept(call, acl, bucket_owner))
        return false;
    json_object_set(object.info, "acl", acl);
    store_object_set(call->service->store, &object);
    event_note(call, "ObjectAcl:Put", &object);
    object_add_version(call, &object);
    return true;
}
