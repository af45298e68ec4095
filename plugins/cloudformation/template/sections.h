/* SPDX-License-Identifier: Apache-2.0 */
/* The sections of a template: which there are, and what their members must have. */
#ifndef SLRUN_CLOUDFORMATION_SECTIONS_H
#define SLRUN_CLOUDFORMATION_SECTIONS_H

#include <slrun/cloud.h>

#include "template/template.h"

enum { RESOURCES_MAX = 500, OUTPUTS_MAX = 200, MAPPINGS_MAX = 200, DESCRIPTION_MAX = 1024 };

/* The top of a template: its sections, version, description, resources that have a type. Loops
 * (Fn::ForEach) are not looked into, nor what Fn::Transform will make. False after a problem. */
bool sections_check(const struct template *t, struct problems *problems);

/* Types of resources, their attributes, outputs, mappings; once transforms have run. */
bool sections_check_members(const struct template *t, const struct slrun_cloud *cloud,
                            struct problems *problems);

/* Whether it is a DeletionPolicy or UpdateReplacePolicy; NULL is none. */
bool sections_is_policy(const char *word);

#endif
