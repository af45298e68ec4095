/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parameters of the query that select what a request is about: ?acl, ?versioning, ?uploads. S3
 * looks at these names as they are written and at no values of theirs, takes one at a time, and
 * leaves any other parameter to the operation. As S3 was seen to answer in September 2026.
 */
#ifndef SLRUN_S3_SELECTOR_H
#define SLRUN_S3_SELECTOR_H

#include "service.h"

enum selector_flags {
    SELECTS_BUCKET = 1, /* something of a bucket */
    SELECTS_OBJECT = 2, /* something of an object */
    SELECTS_EITHER = SELECTS_BUCKET | SELECTS_OBJECT,
    SELECTS_ITS_BUCKET = 4, /* behind a key the same of the key's bucket */
    SELECTS_VERSION = 8     /* there may be a versionId beside it */
};

struct selector {
    const char *name;
    const char *resource; /* as errors call it: "LOCATION" */
    const char *object;   /* the same of an object, where it differs; or NULL */
    unsigned flags;       /* enum selector_flags */
};

/* The one that the request has, or NULL; moves a request about a key's bucket to SCOPE_BUCKET.
 * false: the fault is set. */
bool selector_find(struct call *call, enum scope *scope, const struct selector **found);

/* Whether the versionId and the value that stand beside may do so. false: the fault is set. */
bool selector_check(struct call *call, enum scope scope, const struct selector *selector);

/* No operation is selected by that and has that method. Always false. */
bool selector_refuse(struct call *call, enum scope scope, const struct selector *selector);

#endif
