/* SPDX-License-Identifier: Apache-2.0 */
/* Values of templates: scalars as text, and the value that is not known before a resource is
 * there. */
#ifndef SLRUN_CLOUDFORMATION_VALUE_H
#define SLRUN_CLOUDFORMATION_VALUE_H

#include <stdbool.h>

#include <jansson.h>

/* A scalar as AWS CloudFormation writes it ("10", "true", "1.5"): a new string, or NULL for what is
 * no scalar. */
json_t *value_text(const json_t *value);

/* What Ref and Fn::GetAtt give while their resource is not there. A new reference. */
json_t *value_unknown(void);
bool value_is_unknown(const json_t *value);
/* Whether it is anywhere in there. */
bool value_has_unknown(const json_t *value);

#endif
