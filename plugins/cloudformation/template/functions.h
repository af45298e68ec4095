/* SPDX-License-Identifier: Apache-2.0 */
/* Intrinsic functions whose arguments have been resolved before they are called. */
#ifndef SLRUN_CLOUDFORMATION_FUNCTIONS_H
#define SLRUN_CLOUDFORMATION_FUNCTIONS_H

#include "template/scope.h"

struct function {
    const char *name;
    size_t least,
        most;         /* elements of its list; 0: it takes one value that is no list of arguments */
    const char *form; /* AWS's words where it does not have that form */
    /* A new reference, or NULL after a problem. */
    json_t *(*run)(const struct scope *scope, const json_t *args, const struct at *at);
    bool extension; /* of AWS::LanguageExtensions */
};

/* NULL: there is none of that name. */
const struct function *function_find(const char *name);

#endif
