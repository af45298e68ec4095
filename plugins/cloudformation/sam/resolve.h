/* SPDX-License-Identifier: Apache-2.0 */
/* References: those to parameters, which some decisions of the transform need before a stack is
 * there, and those to what the transform made. */
#ifndef SLRUN_CLOUDFORMATION_SAM_RESOLVE_H
#define SLRUN_CLOUDFORMATION_SAM_RESOLVE_H

#include "sam/context.h"

/* `value`, whose reference is taken, with the values of parameters for {"Ref": ...} and in
 * Fn::Sub; changed in place below the top. */
json_t *sam_resolve(struct sam *s, json_t *value);
/* object[key] = the same of object[key], if that is there. Returns it, borrowed, or NULL. */
json_t *sam_resolve_at(struct sam *s, json_t *object, const char *key);

/* In the whole template: resources that got another id, in Ref, Fn::GetAtt, Fn::Sub and DependsOn;
 * and properties like `Fn.Version` that stand for a generated resource. */
void sam_rename(struct sam *s, json_t *root);

#endif
