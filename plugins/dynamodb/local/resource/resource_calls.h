/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that a stack's table is made, changed and removed by; for resource*.c only. */
#ifndef SLRUN_DYNAMODB_RESOURCE_CALLS_H
#define SLRUN_DYNAMODB_RESOURCE_CALLS_H

#include <slrun/local.h>
#include <stdbool.h>

enum { CALLS_MAX = 96 /* 20 indexes may go, come, and have insights, each with a call */ };

struct calls {
    struct slrun_resource_call all[CALLS_MAX];
    size_t n;
};

/* `args` is taken over. */
void calls_add(struct calls *calls, const char *operation, json_t *args);

/* The name that the table has or will have. */
const char *resource_table_name(const struct slrun_resource *r);

/* Members of the properties as operations take them. New references. */
json_t *resource_stream(const json_t *properties);
json_t *resource_encryption(const json_t *properties);
json_t *resource_index(const json_t *index);

/* Sets time to live as `given`. */
void resource_expiry(struct calls *calls, const struct slrun_resource *r, const json_t *given);

/* ---- resource_update.c ---- */

/* Is the property another one than before? `r->old` is NULL where the table is new. */
bool resource_differs(const struct slrun_resource *r, const char *property);

/* What the old table needs to be the new one. */
void resource_update_plan(struct calls *calls, const struct slrun_resource *r);

/* ---- resource_settings.c ---- */

/* A policy as text, from a property ResourcePolicy; NULL: there is none. */
json_t *resource_policy_text(const json_t *properties);

/* What has operations of its own: point in time recovery, the stream of Kinesis, contributor
 * insights, and in an update the policy. */
void resource_settings(struct calls *calls, const struct slrun_resource *r);

/* ---- resource_global.c ---- */

/* The properties of an AWS::DynamoDB::GlobalTable as those of an AWS::DynamoDB::Table: its replica
 * in `region`. A new reference; NULL: it has none there, or no memory. */
json_t *resource_of_global(const json_t *properties, const char *region);

#endif
