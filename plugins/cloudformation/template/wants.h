/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a template takes from elsewhere before it can be judged: values of the Parameter Store for
 * parameters of the types AWS::SSM::Parameter::Value<...>, and snippets of AWS::Include in buckets.
 */
#ifndef SLRUN_CLOUDFORMATION_WANTS_H
#define SLRUN_CLOUDFORMATION_WANTS_H

#include "template/template.h"

#define WANTS_PARAMETERS "parameters"
#define WANTS_SNIPPETS   "snippets"

/* "String" of "AWS::SSM::Parameter::Value<String>" (with the bracket behind it); NULL: the type is
 * none of these. */
const char *wants_type(const char *type);

/*
 * {"parameters": [names], "snippets": [locations, "s3://..."]}, each once; `given` as in
 * parameters_resolve(). A new reference. What was found is the same with maps in the place of the
 * lists: name or location to text.
 */
json_t *wants_of(const struct template *t, const json_t *given);

#endif
