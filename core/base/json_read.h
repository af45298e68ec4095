/* SPDX-License-Identifier: Apache-2.0 */
/* JSON from text, fast. */
#ifndef SLRUN_BASE_JSON_READ_H
#define SLRUN_BASE_JSON_READ_H

#include <stddef.h>

#include <jansson.h>

/* What json_loadb(data, size, flags, error) makes, at several times its speed where the text is
 * ASCII. A new reference; NULL with `error` (may be NULL) filled by jansson. */
json_t *json_read(const void *data, size_t size, size_t flags, json_error_t *error);

#endif
