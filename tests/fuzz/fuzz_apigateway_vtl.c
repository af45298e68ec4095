/* SPDX-License-Identifier: Apache-2.0 */
/* Mapping templates of API Gateway: the first line is the body, the rest the template. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "vtl/vtl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OUTPUT_MAX = 1 << 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char error[VTL_ERROR_MAX];
    char *body = calloc(1, size + 1);
    if (!body)
        return 0;
    if (size > 0)
        memcpy(body, data, size);
    char *template = strchr(body, '\n');
    if (template) {
        *template ++ = '\0';
        json_t *params = json_pack("{s:{s:s}, s:{s:s}, s:{s:s}}", "path", "p", "1", "querystring",
                                   "q", "2", "header", "h", "3");
        json_t *context = json_pack("{s:s, s:{s:{}}}", "stage", "s", "responseOverride", "header");
        json_t *variables = json_pack("{s:s}", "v", "w");
        const struct vtl_input input = {body, params, context, variables};
        struct text out = {.max = OUTPUT_MAX};
        (void)vtl_render(template, &input, &out, error);
        text_free(&out);
        json_decref(params);
        json_decref(context);
        json_decref(variables);
    }
    free(body);
    return 0;
}
