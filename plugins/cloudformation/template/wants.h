/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a template takes from elsewhere before it can be judged: values of the Parameter Store for
 * parameters of the types AWS::SSM::Parameter::Value<...>; beside these what its expansion wants
 * (expand.h).
 */
#ifndef SLRUN_CLOUDFORMATION_WANTS_H
#define SLRUN_CLOUDFORMATION_WANTS_H

#include "template/template.h"

/* What was found is {"parameters": {name: text}, "snippets": {location: text or null}, "macros":
 * [answers]} (expand.h). */
#define WANTS_PARAMETERS "parameters"
#define WANTS_SNIPPETS   "snippets"
#define WANTS_MACROS     "macros"

/* "String" of "AWS::SSM::Parameter::Value<String>" (with the bracket behind it); NULL: the type is
 * none of these. */
const char *wants_type(const char *type);

/* The names that parameters ask for, each once; `given` as in parameters_resolve(). A new
 * reference. */
json_t *wants_parameters(const struct template *t, const json_t *given);

#endif
