/* SPDX-License-Identifier: Apache-2.0 */
/* Definitions as stacks have them: with substitutions, in YAML, in files. */
#ifndef SLRUN_STATES_DEFINITION_H
#define SLRUN_STATES_DEFINITION_H

#include "local/service.h"

/* A text with ${name} replaced by what the substitutions, an object or NULL, have. */
json_t *definition_substituted(const char *text, const json_t *by);
/* A definition in JSON or YAML as a JSON text; what is neither as it stands. */
json_t *definition_json(const struct service *service, const char *text, size_t n);
/* The text of a file; NULL: it cannot be read. */
json_t *definition_file(const struct service *service, const char *path);

#endif
