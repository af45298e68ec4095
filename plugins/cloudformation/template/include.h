/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The transform AWS::Include ("Fn::Transform" anywhere in a template; CloudFormation User Guide,
 * "AWS::Include transform"): the members of a snippet take its place. Here the snippet is a file
 * beside the template, as it is before `sam build` or `aws cloudformation package` uploads it.
 */
#ifndef SLRUN_CLOUDFORMATION_INCLUDE_H
#define SLRUN_CLOUDFORMATION_INCLUDE_H

#include "template/template.h"

enum { INCLUDES_MAX = 100 /* snippets of a template */ };

/*
 * Expands all of them in place. `directory`: what their paths are relative to; NULL: the template
 * is in no file, so it has none of them. False with problems: a snippet that cannot be read, or
 * that is elsewhere.
 */
bool include_expand(struct template *t, const char *directory, struct problems *problems);

#endif
