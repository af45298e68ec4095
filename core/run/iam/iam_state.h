/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of the permissions of a run (iam.h). */
#ifndef SLRUN_RUN_IAM_STATE_H
#define SLRUN_RUN_IAM_STATE_H

#include "base/buf.h"
#include "plugin/grant.h"
#include "run/iam/iam.h"

enum { ROWS_KNOWN = 256 };

struct seen {
    uint64_t hash;                 /* 0: free */
    const char *action, *resource; /* of its first grant; they live in `uses` */
    json_t
        *absent; /* what it needs besides where the item is absent: action to resource; or NULL */
};

struct iam_uses {
    struct identity identity;
    const char *run_id;
    struct call_env *env;
    json_t *uses, *denied;
    json_t *stacks; /* names of those that the run put up itself */
    size_t more_denied;
    struct {
        const struct slrun_op *op;
        struct grant_rows rows;
    } known[ROWS_KNOWN]; /* of operations, found again by their address */
    struct seen seen[IAM_SEEN_MAX];
    size_t n_seen;
    bool called;             /* any operation */
    json_t *fresh;           /* of a worker: uses that the run does not know yet; or NULL */
    size_t n_denied, n_more; /* that it knows of */
    bool told_called;        /* it knows of that */
};

/* What is being noted of which call. */
struct iam_noting {
    struct iam_uses *uses;
    struct seen *seen; /* or NULL */
};

/* A resource as the file has it (iam.h); of one that is, the same. */
void iam_normalize(const struct iam_uses *u, struct buf *to, const char *resource);

/* Notes a use; `arg` is a struct iam_noting. */
void iam_add_use(void *arg, const struct grant *grant);

void iam_merge_uses(json_t *into, const json_t *uses);

bool iam_is_told(const json_t *denied, const json_t *entry);
void iam_add_denied(struct iam_uses *u, json_t *entry);

#endif
