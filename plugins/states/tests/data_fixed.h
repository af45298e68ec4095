/* SPDX-License-Identifier: Apache-2.0 */
/* An input, a context object and variables that tests of data look at. JSON stands in single
 * quotes. */
#ifndef SLRUN_STATES_DATA_FIXED_H
#define SLRUN_STATES_DATA_FIXED_H

#include <stdlib.h>

#include "harness/json_quoted.h"

#include "asl/asl.h"

/* Compares and takes the value over; `wanted` NULL: there must be none. */
static inline void check(const char *what, json_t *value, const char *wanted)
{
    json_t *right = wanted ? json_quoted(wanted) : NULL;
    char *text = asl_dump(value);
    if (right ? !json_equal(value, right) : value != NULL)
        fail_msg("%s: %s", what, text ? text : "nothing");
    free(text);
    json_decref(right);
    json_decref(value);
}

#define INPUT                                                                                      \
    "{'a':{'b':[10,20,{'c':'x'}],'e':{}},'s':'it','n':3,'z':null,'k':'b',"                         \
    "'items':[{'p':1,'q':'u'},{'p':5,'q':'v'},{'p':9}]}"
#define CONTEXT   "{'Execution':{'Name':'run'},'State':{'RetryCount':2}}"
#define VARIABLES "{'v':{'w':7},'total':[1]}"

struct fixed {
    struct asl_scope scope;
    struct asl_error error;
};

static inline void given(struct fixed *f)
{
    *f = (struct fixed){.scope = {.input = json_quoted(INPUT),
                                  .context = json_quoted(CONTEXT),
                                  .variables = json_quoted(VARIABLES),
                                  .error = &f->error}};
}

static inline void forget(struct fixed *f)
{
    json_decref(f->scope.input);
    json_decref(f->scope.context);
    json_decref(f->scope.variables);
    asl_error_clear(&f->error);
}

#endif
