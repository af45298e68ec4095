/* SPDX-License-Identifier: Apache-2.0 */
/* Forms that browsers post, as bytes from anywhere: a line with the Content-Type, then the body.
 * Needs s3_local. */
#include <stdint.h>

#include "form.h"
#include "heads.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct form form;
    struct pool pool = {.blocks = NULL};
    char *text = heads_text(data, size), *body = text;
    if (text == NULL)
        return 0;
    const char *type = heads_line(&body);
    memset(&form, 0, sizeof form);
    if (form_read(&form, &pool, type, (struct slice){body, (size_t)(text + size - body)})) {
        for (size_t i = 0; i < form.n; i++) {
            const struct form_field *field = &form.fields[i];
            if (form_find(&form, field->name) == NULL || field->value.size > size)
                abort();
            const volatile char *last = field->value.data + field->value.size;
            (void)*last; /* all of it can be read, and what stands behind it */
        }
    }
    pool_free(&pool);
    free(text);
    return 0;
}
