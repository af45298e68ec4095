/* SPDX-License-Identifier: Apache-2.0 */
/* Operators of event patterns whose operands are more than a text. check: whether the operand is
 * right, 0 or -1 with `error` filled; match: whether it holds for a scalar. */
#ifndef SLRUN_BASE_PATTERN_OPERAND_H
#define SLRUN_BASE_PATTERN_OPERAND_H

#include <stdbool.h>

#include <jansson.h>

#include <slrun/error.h>

/* Fills the error with AWS's words. Returns -1. */
int pattern_refuse(struct slrun_error *error, const char *text);

/* ---- pattern_numeric.c: [ ">", 0, "<=", 5 ] ---- */

int numeric_check(const json_t *operand, struct slrun_error *error);
bool numeric_match(const json_t *operand, const json_t *value);

/* ---- pattern_cidr.c: "10.0.0.0/24" ---- */

int cidr_check(const json_t *operand, struct slrun_error *error);
bool cidr_match(const json_t *operand, const json_t *value);
/* Whether an address is in a network, or is the one address that stands there. */
bool cidr_covers(const char *network, const char *address);

#endif
