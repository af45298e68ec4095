/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the language share: errors, JSON as text. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asl/asl.h"

json_t *asl_fail(struct asl_error *error, const char *name, const char *format, ...)
{
    va_list args;
    if (*error->name)
        return NULL;
    (void)snprintf(error->name, sizeof error->name, "%s", name);
    va_start(args, format);
    error->cause = json_vsprintf(format, args);
    va_end(args);
    return NULL;
}

void asl_error_clear(struct asl_error *error)
{
    *error->name = *error->field = '\0';
    json_decref(error->cause);
    error->cause = NULL;
}

char *asl_dump(const json_t *value)
{
    return json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
}
