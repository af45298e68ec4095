/* SPDX-License-Identifier: Apache-2.0 */
/* Expressions of -k and -m. What holds does not with "not (...)" around it, and what is wrong is
 * told with a column. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "run/select/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool odd(void *arg, const struct expression_word *word)
{
    (void)arg;
    return (strlen(word->name) + word->n_args) % 2 == 1;
}

static bool only_blanks(const char *text)
{
    return text[strspn(text, " \t")] == '\0';
}

/* Where the depth allows it. */
static void check_opposite(const char *text, bool holds)
{
    struct slrun_error error = {0};
    size_t n = strlen(text) + 8;
    char *opposite = malloc(n);
    if (!opposite)
        return;
    snprintf(opposite, n, "not (%s)", text);
    struct expression *e = expression_parse(opposite, &error);
    if (e && expression_holds(e, odd, NULL) == holds)
        abort();
    expression_free(e);
    free(opposite);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slrun_error error = {0};
    char *text = calloc(1, size + 1);
    if (!text)
        return 0;
    if (size > 0)
        memcpy(text, data, size);
    struct expression *e = expression_parse(text, &error);
    if (e && !only_blanks(text))
        check_opposite(text, expression_holds(e, odd, NULL));
    if (!e && strlen(text) < 1000 && !strstr(error.message, ": at column "))
        abort();
    expression_free(e);
    free(text);
    return 0;
}
