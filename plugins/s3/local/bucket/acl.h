/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Access control lists (user guide, "Access control list (ACL) overview"), kept as
 * {"owner": ID, "grants": [{"id": ID or "uri": GROUP, "permission": "READ"}...]}.
 */
#ifndef SLRUN_S3_ACL_H
#define SLRUN_S3_ACL_H

#include "service.h"

#define ACL_GROUP_ALL           "http://acs.amazonaws.com/groups/global/AllUsers"
#define ACL_GROUP_AUTHENTICATED "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"

/* Whose ACL is made: the owner of the thing and, for an object, the bucket's. */
struct acl_owners {
    const char *owner, *bucket_owner;
};

/* What x-amz-acl or x-amz-grant-* say, else private. NULL: the fault is set. */
json_t *acl_from_headers(struct call *call, struct acl_owners owners);
/* Whether the request has such headers. */
bool acl_in_headers(const struct call *call);

/* Of an object, whose info has one unless it is private. NULL: no memory. */
json_t *acl_of_object(struct call *call, const json_t *info);

/* From the document of PutBucketAcl and PutObjectAcl; `owner` must be its owner. */
json_t *acl_from_document(struct call *call, const char *owner);

/* Whether it grants the caller the permission; groups do not count where `ignore_public`. */
bool acl_grants(const struct call *call, const json_t *acl, enum permission permission,
                bool ignore_public);
bool acl_is_public(const json_t *acl);

/* GetBucketAcl, GetObjectAcl's answer. */
void acl_answer(struct call *call, const json_t *acl);

/* AWS has ACLs off in new buckets. Here they count until somebody says so, of which the first is
 * warned of: of a bucket without ownership controls. */
void acl_warn(struct call *call);

/* Judges a new ACL against the bucket's ownership controls and public access block. */
bool acl_accept(struct call *call, const json_t *acl, const char *bucket_owner);

bool op_get_bucket_acl(struct call *call);
bool op_put_bucket_acl(struct call *call);
bool op_get_object_acl(struct call *call);
bool op_put_object_acl(struct call *call);

#endif
