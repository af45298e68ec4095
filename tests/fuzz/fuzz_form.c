/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of the query protocol, as bytes from anywhere: a line with the name of a field, then the
 * form. Needs slrun_local. */
#include <stdint.h>

#include "heads.h"
#include "local/protocol/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *body = text;
    if (text == NULL)
        return 0;
    const char *name = heads_line(&body);
    size_t left = (size_t)(text + size - body);
    struct form *form = form_read(body, left);
    const char *value = form == NULL ? NULL : form_get(form, name);
    if (value != NULL && strlen(value) > left)
        abort();
    form_free(form);
    free(text);
    return 0;
}
