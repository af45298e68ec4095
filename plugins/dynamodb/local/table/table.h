/* SPDX-License-Identifier: Apache-2.0 */
/* What CreateTable may be given, and how a table is described. */
#ifndef SLRUN_DYNAMODB_TABLE_H
#define SLRUN_DYNAMODB_TABLE_H

#include "service.h"

/* How most refusals of an argument begin. */
#define INVALID "One or more parameter values were invalid: "

/* The rules of CreateTable beyond those on single parameters: keys, indexes, billing. */
bool table_check(const json_t *args, struct fault *fault);

/* Makes a table of the arguments of CreateTable, once they pass; NULL with the fault filled. */
struct table *table_create(struct call *call);

/* The rules of an index that UpdateTable creates; `args` has the request's AttributeDefinitions and
 * the table's BillingMode. */
bool table_check_index(const json_t *args, const json_t *index, struct fault *fault);

/* Are units of ProvisionedThroughput (NULL is fine) within bounds? */
bool table_check_units(const json_t *throughput, struct fault *fault);

/* Refuses what AWS has and the local cloud does not, of operations on tables. */
bool table_check_served(const json_t *args, struct fault *fault);

/* Is StreamSpecification consistent? */
bool table_check_stream(const json_t *args, struct fault *fault);

/* Is a policy (NULL is fine) one that can be read, and not too long? */
bool policy_check(const json_t *text, struct fault *fault);

/* A policy as the definition keeps it, with a revision of its own; `old` is the one before, or
 * NULL. NULL without memory. */
json_t *policy_new(struct call *call, json_t *text, const json_t *old);

/* The policy of the table that `arn` names, or whose index or stream it does: a new reference, or
 * NULL: it has none. */
json_t *policy_of_arn(const struct service *service, const char *arn);

/* Stores the table's definition with `name` set to `value` (taken over), or, if that is NULL,
 * without it. False with the fault filled. */
bool table_keep(struct call *call, struct table *table, const char *name, json_t *value);

/* Removes attributes that no key has from AttributeDefinitions. */
void table_undefine(json_t *definition);

/* The ARN of the table, or of its index: a new string. */
json_t *table_arn(const struct table *table, const char *index);

/* Is the member `name` exactly that word? */
bool table_says(const json_t *json, const char *name, const char *word);

/* A TableDescription (a new reference) with that status, or NULL with the fault filled. */
json_t *table_describe(struct call *call, const struct table *table, const char *status);

/* Checks Tags of CreateTable and TagResource, and puts them into the object `into`. */
bool tags_read(const json_t *tags, json_t *into, struct fault *fault);

#endif
