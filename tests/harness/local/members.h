/* SPDX-License-Identifier: Apache-2.0 */
/* How many members the structures of a service have. */
#ifndef SLRUN_TESTS_LOCAL_MEMBERS_H
#define SLRUN_TESTS_LOCAL_MEMBERS_H

#include <stddef.h>

#include <slrun/op.h>

/* The members of the structure that has the most: parameters of an operation, or what stands in
 * them. */
size_t members_most(const struct slrun_op *ops, size_t n);

#endif
