/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who may do what: the bucket's policy, its public access block and object ownership, ACLs. A
 * caller of the bucket's own account is its root: what no policy denies is allowed.
 */
#ifndef SLRUN_S3_ACCESS_H
#define SLRUN_S3_ACCESS_H

#include "service.h"

enum ownership { OWNERSHIP_WRITER, OWNERSHIP_PREFERRED, OWNERSHIP_ENFORCED };

/* A question: may the caller do `action` to this key of the bucket? */
struct access_ask {
    const struct bucket *bucket;
    struct slice key;            /* empty: the bucket itself */
    const char *action;          /* "s3:GetObject" */
    enum permission permission;  /* that an ACL can give; NONE: none can */
    const char *prefix;          /* of keys to be listed, where no parameter says it; or NULL */
    const struct object *object; /* its ACL decides and its tags are known; NULL: the bucket's */
};

/* The caller of the operation at hand. false: the fault is set. */
bool access_check(struct call *call);
/* Any other question; false: AccessDenied is set. */
bool access_allowed(struct call *call, const struct access_ask *ask);

enum ownership access_ownership(struct call *call);
/* Whether call->bucket has this setting of its public access block on. */
bool access_blocks(struct call *call, const char *setting);
/* Whether call->bucket's policy makes it public. */
bool access_policy_public(struct call *call);

/* Whether the bucket's owner is who the header says, if it says; false: the fault is set. */
bool access_expected_owner(struct call *call, const char *header, const struct bucket *bucket);

#endif
