/* SPDX-License-Identifier: Apache-2.0 */
/* Errors. */
#include "fault.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
    const char *code;
    int status;
    const char *text;
} faults[] = {
#define FAULT_ROW(symbol, code, status, text) [FAULT_##symbol] = {code, status, text},
    FAULTS(FAULT_ROW)
#undef FAULT_ROW
};

bool fault_set(struct fault *fault, enum fault_kind kind)
{
    *fault = (struct fault){.kind = kind};
    return false;
}

bool fault_say(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    va_list arguments;
    *fault = (struct fault){.kind = kind};
    va_start(arguments, format);
    (void)vsnprintf(fault->message, sizeof fault->message, format, arguments);
    va_end(arguments);
    return false;
}

void fault_detail(struct fault *fault, const char *name, const char *value)
{
    if (fault->n_details < FAULT_DETAILS_MAX && value != NULL) {
        fault->details[fault->n_details].name = name;
        fault->details[fault->n_details++].value = value;
    }
}

bool fault_argument(struct fault *fault, const char *message, const char *name, const char *value)
{
    fault_say(fault, FAULT_INVALID_ARGUMENT, "%s", message);
    fault_detail(fault, "ArgumentName", name);
    fault_detail(fault, "ArgumentValue", value);
    return false;
}

const char *fault_code(const struct fault *fault)
{
    return faults[fault->kind].code;
}

const char *fault_message(const struct fault *fault)
{
    return fault->message[0] != '\0' ? fault->message : faults[fault->kind].text;
}

int fault_status(const struct fault *fault)
{
    return faults[fault->kind].status;
}
