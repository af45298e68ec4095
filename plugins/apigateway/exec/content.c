/* SPDX-License-Identifier: Apache-2.0 */
/* Text and binary data on the way to an integration and back (developer guide, "Content type
 * conversions in API Gateway"). What the API does not count among its binary media types is text:
 * bytes in it that are no UTF-8 are lost. */
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

enum form { AS_IT_IS, TO_TEXT, TO_BINARY };

/* What comes out, of data that is binary or is not. */
static bool convert(const struct exec_content *in, enum form form, struct exec_body *out)
{
    out->binary = form == TO_BINARY || (in->binary && form == AS_IT_IS);
    if (in->binary && form == TO_TEXT) {
        text_add_base64(&out->text, in->data, in->size);
    } else if (in->binary) {
        text_add(&out->text, in->data, in->size);
    } else if (form == TO_BINARY) {
        json_t *text = text_json_bytes(in->data, in->size);
        const char *base64 = text ? json_string_value(text) : " ";
        bool good = !strpbrk(base64, " \t\r\n") && text_add_unbase64(&out->text, base64);
        json_decref(text);
        return good;
    } else {
        json_t *text = text_json_bytes(in->data, in->size);
        text_add(&out->text, json_string_value(text), json_string_length(text));
        json_decref(text);
    }
    return !out->text.failed;
}

static enum form asked(const json_t *of)
{
    if (text_is(of, "contentHandling", "CONVERT_TO_TEXT"))
        return TO_TEXT;
    return text_is(of, "contentHandling", "CONVERT_TO_BINARY") ? TO_BINARY : AS_IT_IS;
}

bool exec_content_request(const struct exec *e, struct exec_body *out)
{
    const char *type = exec_header(e, "Content-Type");
    const struct exec_content in = {e->x->body, e->x->size, exec_is_binary(e, type)};
    return convert(&in, asked(e->integration), out);
}

static const char *type_of(const struct exec_answer *answer)
{
    for (size_t i = 0; i < answer->n_headers; i++)
        if (strcasecmp(answer->headers[i].name, "Content-Type") == 0)
            return answer->headers[i].value;
    return NULL;
}

bool exec_content_response(const struct exec *e, const struct exec_answer *answer,
                           const json_t *response, struct exec_body *out)
{
    const struct exec_content in = {answer->body, answer->size, exec_is_binary(e, type_of(answer))};
    bool wanted = exec_is_binary(e, exec_header(e, "Accept"));
    enum form form = asked(response);
    if (form == AS_IT_IS && wanted != in.binary)
        form = wanted ? TO_BINARY : TO_TEXT;
    return convert(&in, form, out);
}
