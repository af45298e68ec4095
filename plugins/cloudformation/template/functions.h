/* SPDX-License-Identifier: Apache-2.0 */
/* The intrinsic functions. */
#ifndef SLRUN_CLOUDFORMATION_FUNCTIONS_H
#define SLRUN_CLOUDFORMATION_FUNCTIONS_H

#include "template/scope.h"

/* One whose arguments have been resolved before it is called. */
struct function {
    const char *name;
    size_t least,
        most;         /* elements of its list; 0: it takes one value that is no list of arguments */
    const char *form; /* AWS's words where it does not have that form */
    /* A new reference, or NULL after a problem. */
    json_t *(*run)(const struct scope *scope, const json_t *args, const struct at *at);
    bool extension; /* of AWS::LanguageExtensions */
};

/* Those that resolve their arguments themselves; as resolve(). */
json_t *resolve_reference(const struct scope *scope, const char *name, const struct at *at);
json_t *resolve_get_att(const struct scope *scope, const json_t *args, const struct at *at);
json_t *resolve_sub(const struct scope *scope, const json_t *args, const struct at *at);

/* NULL: there is none of that name. */
const struct function *function_find(const char *name);

#endif
