/* SPDX-License-Identifier: Apache-2.0 */
/* Names and messages of the errors. */
#include "fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = {[FAULT_NONE] = "InternalFailure",
#define FAULT_NAME(symbol, name) [FAULT_##symbol] = (name),
                                    FAULTS(FAULT_NAME)
#undef FAULT_NAME
};

/* Takes over the message, if there is one. Returns false. */
static bool fault_take(struct fault *fault, enum fault_kind kind, char *message)
{
    fault_free(fault);
    fault->kind = kind;
    fault->message = message;
    return false;
}

bool fault_bare(struct fault *fault, enum fault_kind kind)
{
    return fault_take(fault, kind, NULL);
}

bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(NULL, 0, format, args);
    char *message = size < 0 ? NULL : malloc((size_t)size + 1);
    if (message != NULL)
        (void)vsnprintf(message, (size_t)size + 1, format, again);
    va_end(again);
    va_end(args);
    return fault_take(fault, message == NULL ? FAULT_INTERNAL : kind, message);
}

void fault_free(struct fault *fault)
{
    free(fault->message);
    *fault = (struct fault){FAULT_NONE, NULL};
}

int fault_status(const struct fault *fault)
{
    return fault->kind == FAULT_NONE || fault->kind == FAULT_INTERNAL ? 500 : 400;
}

const char *fault_name(const struct fault *fault)
{
    return names[fault->kind];
}
