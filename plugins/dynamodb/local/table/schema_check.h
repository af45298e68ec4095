/* SPDX-License-Identifier: Apache-2.0 */
/* Rules of CreateTable and UpdateTable that concern key schemas and indexes. */
#ifndef SLRUN_DYNAMODB_TABLE_SCHEMA_CHECK_H
#define SLRUN_DYNAMODB_TABLE_SCHEMA_CHECK_H

#include "fault.h"

/* ---- schema_check.c ---- */

/* The attribute of an element of a KeySchema, or of AttributeDefinitions. */
const char *schema_key(const json_t *schema, size_t at);
/* Whether an attribute is among those elements. */
bool schema_defines(const json_t *definitions, const char *name);
/* The schema of a table or a local index; of a global one, whose keys may have several parts. */
bool schema_check(const json_t *schema, const json_t *definitions, struct fault *fault);
bool schema_check_index(const json_t *schema, const json_t *definitions, struct fault *fault);

/* ---- index_check.c ---- */

/* All indexes of a table that is created. */
bool index_check(const json_t *args, struct fault *fault);
/* What is projected into all of them together. */
bool index_check_projected(const json_t *args, struct fault *fault);

#endif
