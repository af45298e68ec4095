/* SPDX-License-Identifier: Apache-2.0 */
/* What CreateTable may be given, and how a table is described. */
#ifndef SLRUN_DYNAMODB_TABLE_H
#define SLRUN_DYNAMODB_TABLE_H

#include "service.h"

/* The rules of CreateTable beyond those on single parameters: keys, indexes, billing. */
bool table_check(const json_t *args, struct fault *fault);

/* A TableDescription (a new reference) with that status, or NULL with the fault filled. */
json_t *table_describe(struct call *call, const struct table *table, const char *status);

/* Checks Tags of CreateTable and TagResource, and puts them into the object `into`. */
bool tags_read(const json_t *tags, json_t *into, struct fault *fault);

#endif
