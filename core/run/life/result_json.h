/* SPDX-License-Identifier: Apache-2.0 */
/* Results read back from JSON: what run/life/result_put.h wrote. */
#ifndef SLRUN_RUN_RESULT_JSON_H
#define SLRUN_RUN_RESULT_JSON_H

#include "run/life/result.h"

/* NULL is null; what is no UTF-8 becomes U+FFFD. */
json_t *result_text(const char *text);

/* The word for it (static). */
const char *result_kind(enum failure_kind kind);

/* The static name of a phase; NULL: there is no such. */
const char *result_phase(const char *name);

/* The id "path::name" of a case. */
json_t *result_id(const char *path, const char *name);

/* Fills a zeroed result, but for path and name: they are the caller's to keep. What is missing or
 * of another type is as if it were not there. `expected` points into the JSON. 0, or -1: it has no
 * outcome, or there is no memory; result_free() all the same. */
int result_from_json(const json_t *json, struct result *result);

/* The same; path, name, scope and spec point into the JSON. */
int fixture_from_json(const json_t *json, struct fixture_result *fixture);

#endif
