/* SPDX-License-Identifier: Apache-2.0 */
/* Names that are spelled in several ways. */
#ifndef SLRUN_BASE_SPELLING_H
#define SLRUN_BASE_SPELLING_H

#include <stdbool.h>

/* Whether they differ in capitals and underscores only: "put_item" and "PutItem". */
bool spelling_is_same(const char *a, const char *b);

#endif
