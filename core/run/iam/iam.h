/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which permissions the calls of a run needed: noted as they begin, without growing with their
 * number, and kept in the cache for `slrun iam`.
 *
 * The file: run, target, region, account ("": not known), uses (action to resource to why the
 * resource is "*", or ""), denied (each operation, action, resource, case, code, message),
 * more_denied. In ARNs the fields p, r and a stand for partition, region and account of the run; a
 * * stands for what carries the run's id.
 */
#ifndef SLRUN_RUN_IAM_H
#define SLRUN_RUN_IAM_H

#include "lua/operation/calls.h"
#include "run/ledger/identity.h"

#define IAM_CACHE "iam"

enum {
    IAM_RESOURCES_MAX = 100, /* of an action; then they become one with a wildcard */
    IAM_ACTIONS_MAX = 1000,
    IAM_DENIED_MAX = 100,
    IAM_SEEN_MAX = 16384, /* calls that are known to need nothing new */
};

struct call_env;
struct iam_uses;

/* NULL: out of memory. `run_id` and `env` are borrowed, what the identity refers to as well. */
struct iam_uses *iam_new(const struct identity *identity, const char *run_id, struct call_env *env);
void iam_free(struct iam_uses *uses);

/* A call begins. Its result is for iam_ended(). */
void *iam_begins(struct iam_uses *uses, const struct call_begin *begin);
/* The run itself puts up a stack: another's is there on AWS, and ends its names otherwise. */
void iam_deploys(struct iam_uses *uses, const json_t *args);
/* It is over: notes if it was denied. `noted`: what iam_begins() returned. */
void iam_ended(struct iam_uses *uses, const struct call_record *record, const char *who);

/* Of a worker: what it notes is for iam_take(), too. */
void iam_share(struct iam_uses *uses);
/* What it has noted since the last time, for iam_hear() in the run; NULL: nothing. */
json_t *iam_take(struct iam_uses *uses);
void iam_hear(struct iam_uses *uses, const json_t *told);

/* Writes the file; what other processes of the same run have written stays. 0, or -1 with `error`
 * filled. */
int iam_keep(const struct iam_uses *uses, struct slrun_error *error);

#endif
