/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What AWS::LanguageExtensions rewrites before anything else is judged: loops
 * (docs.aws.amazon.com/AWSCloudFormation, "Fn::ForEach"), and functions that name what Ref and
 * Fn::GetAtt refer to. Its other functions are done where they stand (functions.h).
 */
#ifndef SLRUN_CLOUDFORMATION_EXTENSIONS_H
#define SLRUN_CLOUDFORMATION_EXTENSIONS_H

#include "template/scope.h"

enum { LOOP_DEPTH_MAX = 5 };

/* Whether a key of a map is that of a loop: "Fn::ForEach::NAME". */
bool extensions_is_loop(const char *key);

/*
 * Expands Conditions, Resources and Outputs of `t`, which is the scope's template, in place. Names
 * are resolved by parameters and mappings alone. False after a problem.
 */
bool extensions_expand(struct template *t, const struct scope *scope);

/* Whether no loop stands beside conditions, resources and outputs; a problem tells of the first. */
bool extensions_done(const struct template *t, struct problems *problems);

#endif
