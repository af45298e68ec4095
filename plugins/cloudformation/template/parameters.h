/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters of a template: their declarations, and what was given for them. */
#ifndef SLRUN_CLOUDFORMATION_PARAMETERS_H
#define SLRUN_CLOUDFORMATION_PARAMETERS_H

#include "template/template.h"

/*
 * `given`: name to a string, for those that were given; names that the template does not have are
 * problems. A new map of values by name (a string; for list types a list of strings), or NULL after
 * a problem. Of a parameter that is missing AWS says so with the names of all. `found`: what the
 * Parameter Store has (wants.h), or NULL.
 */
json_t *parameters_resolve(const struct template *t, const json_t *given, const json_t *found,
                           struct problems *problems);

/* Whether a parameter's value is not to be shown. */
bool parameter_is_secret(const struct template *t, const char *name);

/* The text that a parameter has: what was given, or its default; a new string, or NULL. */
json_t *parameter_text(const struct template *t, const char *name, const json_t *given);

#endif
