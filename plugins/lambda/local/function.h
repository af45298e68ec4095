/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The registry of functions. A function's document, which is what is kept on disk:
 *
 *   "Account", "Region", "Name"
 *   "Versions"       by "$LATEST", "1", ...: {"Config": as GetFunctionConfiguration tells it,
 *                    "Code": {"Path", "Sha", "Size", "Archive" or "Directory"}}
 *   "Next"           the number of the next version
 *   "Aliases"        by name, as GetAlias tells them
 *   "Policies"       by qualifier ("" for none): {"RevisionId", "Statement": [...]}
 *   "Tags", "Reserved"
 *   "InvokeConfigs", "Provisioned", "Urls"    by qualifier
 */
#ifndef SLRUN_LAMBDA_FUNCTION_H
#define SLRUN_LAMBDA_FUNCTION_H

#include "local/service.h"

#define LATEST           "$LATEST"
#define LAMBDA_PRINCIPAL "lambda.amazonaws.com"

enum { NAME_SIZE = 257, QUALIFIER_SIZE = 129, ARN_SIZE = 480 };

struct function {
    struct service *service;
    struct function *next;
    char region[REGION_SIZE], account[ACCOUNT_SIZE], name[NAME_SIZE];
    json_t *doc;
    struct pool *pools; /* its processes: run/pool.h */
    unsigned running;   /* invocations now, of all versions */
    unsigned
        references; /* of invocations and calls; it is freed when it was removed and this is 0 */
    bool removed;
    bool creating;          /* what ends then is its creation */
    int64_t change_ends_ms; /* when it is ready again: change.c; 0: it is */
    struct recent *recent;  /* its last invocations: run/recent.h; NULL: none */
};

/* What a FunctionName and a Qualifier say: a name, or an ARN whole or in part. */
struct function_name {
    char region[REGION_SIZE], account[ACCOUNT_SIZE], name[NAME_SIZE], qualifier[QUALIFIER_SIZE];
};
/* `qualifier` may be NULL. False after call_fail(). */
bool function_name_read(struct call *call, const char *text, const char *qualifier,
                        struct function_name *name);

struct function *function_find(struct service *service, const char *account, const char *region,
                               const char *name);
/* A new one with an empty document, in the registry; NULL: no memory, or too many. */
struct function *function_add(struct call *call, const char *name);
/* Takes it out of the registry and off the disk, and ends its processes. */
void function_remove(struct function *function);
/* Writes its document. */
void function_save(struct function *function);
void function_hold(struct function *function);
void function_release(struct function *function);

bool functions_load(struct service *service);
void functions_close(struct service *service);
/* Removes all from the disk. */
void functions_forget(struct service *service);

/*
 * The function that FunctionName (and Qualifier) of a call name; its qualifier in `name`, empty
 * where there is none. NULL after call_fail(): "Function not found: ARN".
 */
struct function *call_function(struct call *call, struct function_name *name);
/* The same where only the function itself may be named. */
struct function *call_unqualified(struct call *call, struct function_name *name);

/* What there is none of: "Cannot find alias arn: ARN", or, where it can be no alias's name,
 * "Function not found: ARN". Returns NULL. */
struct function *qualifier_not_found(struct call *call, const struct function_name *name);

/* A version's entry of the document: by "$LATEST", a number, an alias or "" (the latest); borrowed.
 * NULL: there is none. */
json_t *function_version(const struct function *function, const char *qualifier);
json_t *function_config(const struct function *function, const char *qualifier);
json_t *function_alias(const struct function *function, const char *name);
/* The version that an invocation of that qualifier runs (aliases may route some of them
 * elsewhere); borrowed. NULL: there is no such qualifier. */
const char *function_routed(const struct function *function, const char *qualifier);

/* arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER] */
void function_arn(const struct function *function, const char *qualifier, char arn[ARN_SIZE]);
void name_arn(const struct function_name *name, const char *qualifier, char arn[ARN_SIZE]);

/* A member of the document that is an object; made where it is not there. */
json_t *function_member(struct function *function, const char *name);

/* The policy of what an ARN names, for who calls it: a new reference, or NULL. (permission.c) */
json_t *permission_policy(struct service *service, const char *arn);
/* What operations answer: the configuration under the qualifier that was asked for; a new
 * reference. */
json_t *function_told(const struct function *function, const char *qualifier);
/* Makes a version of the function as it is, or takes the last one where nothing has changed, and
 * tells it; `description` NULL: the function's. */
json_t *function_publish(struct call *call, struct function *function, const char *description);

/* Whether the call's Runtime, if it has one, can be a function's; false after call_fail().
 * (runtimes.c) */
bool runtime_ok(struct call *call);
/* ---- change.c ---- */

/* The call has begun to make or to change it. */
void function_changes(const struct call *call, struct function *function);
/* Somebody has been told that it is ready. */
void function_is_seen(struct function *function);
/* Whether it may be changed, or published, or invoked; false after call_fail(). */
bool function_may_change(struct call *call, const struct function *function);
bool function_may_run(struct call *call, const struct function *function);

/* A new revision for what has changed. */
void revise(json_t *object);
/* Whether RevisionId of the call, if given, is that of the object; the second one ends in
 * call_fail() where it is not. */
bool same_revision_of(const struct call *call, const json_t *object);
bool same_revision(struct call *call, const json_t *object);

#endif
