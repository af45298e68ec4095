/* SPDX-License-Identifier: Apache-2.0 */
/* JSON as text, fast. */
#ifndef SLRUN_BASE_JSON_TEXT_H
#define SLRUN_BASE_JSON_TEXT_H

#include <stddef.h>

#include <jansson.h>

enum { JSON_TEXT_MAX = 1 << 30 /* bytes */ };

/* What json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY | flags) makes, byte for byte, at several
 * times its speed; `flags`: JSON_REAL_PRECISION(), JSON_SORT_KEYS, or 0. The caller's to free();
 * `size` may be NULL. NULL: no memory, a loop, a string that is no UTF-8, or too long. */
char *json_text(const json_t *json, size_t flags, size_t *size);

#endif
