/* SPDX-License-Identifier: Apache-2.0 */
/* Which runtimes functions may have (Developer Guide, "Lambda runtimes"). */
#include <string.h>

#include "local/function.h"

/* Those that AWS names, and those that it has announced (it takes them for layers). */
#define SUPPORTED                                                                                  \
    "nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, "    \
    "java25, python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9, "    \
    "java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x, provided.al2, "           \
    "java8.al2"
#define ANNOUNCED "nodejs26.x, python3.15, ruby3.5"
/* Functions can no longer be created or updated with these. */
#define PAST                                                                                       \
    "nodejs, nodejs4.3, nodejs4.3-edge, nodejs6.10, nodejs8.10, nodejs10.x, nodejs12.x, "          \
    "nodejs14.x, python2.7, python3.6, python3.7, java8, go1.x, provided, ruby2.5, ruby2.7, "      \
    "dotnetcore1.0, dotnetcore2.0, dotnetcore2.1, dotnetcore3.1"

static bool has_word(const char *words, const char *word)
{
    size_t n = strlen(word);
    while (*words) {
        size_t size = strcspn(words, ",");
        if (size == n && strncmp(words, word, n) == 0)
            return true;
        words += size + strspn(words + size, ", ");
    }
    return false;
}

bool runtime_ok(struct call *call)
{
    const char *runtime = call_string(call, "Runtime");
    if (!runtime || has_word(SUPPORTED, runtime) || has_word(ANNOUNCED, runtime))
        return true;
    if (has_word(PAST, runtime))
        call_fail(call, "InvalidParameterValueException",
                  "The runtime parameter of %s is no longer supported for creating or updating AWS "
                  "Lambda functions. We recommend you use a supported runtime while creating or "
                  "updating functions.",
                  runtime);
    else
        call_fail(
            call, "InvalidParameterValueException",
            "Value %.100s at 'runtime' failed to satisfy constraint: Member must satisfy enum "
            "value set: [" SUPPORTED "] or be a valid ARN",
            runtime);
    return false;
}
