/* SPDX-License-Identifier: Apache-2.0 */
/* Which headers of a received request are signed, kept from one request to the next: clients send
 * the same headers again and again, with other values. */
#include "net/signature/sigv4_parts.h"

bool sigv4_shape_fits(const struct sigv4_shape *shape, const struct sigv4_request *request,
                      struct sigv4_slice list)
{
    const char *at = shape->names;
    const char *end = at + shape->size;
    if (shape->n_fields == 0)
        return false;
    for (size_t i = 0; i < request->n_headers; i++) {
        const char *name = request->headers[i].name;
        size_t size = strlen(name) + 1;
        if (size > (size_t)(end - at) || memcmp(at, name, size) != 0)
            return false;
        at += size;
    }
    return (size_t)(end - at) == list.size && memcmp(at, list.at, list.size) == 0;
}

size_t sigv4_shape_fields(const struct sigv4_shape *shape, const struct sigv4_request *request,
                          struct sigv4_field *fields)
{
    const char *name = shape->lower;
    for (size_t i = 0; i < shape->n_fields; i++) {
        const struct sigv4_shape_field *field = &shape->fields[i];
        const char *value = request->headers[field->header].value;
        fields[i] = (struct sigv4_field){{name, field->size}, sigv4_slice_of(value), field->header};
        name += field->size;
    }
    return shape->n_fields;
}

static bool keep_names(struct sigv4_shape *shape, const struct sigv4_request *request,
                       struct sigv4_slice list)
{
    struct sigv4_text names = {.at = shape->names, .room = sizeof shape->names};
    for (size_t i = 0; i < request->n_headers; i++)
        sigv4_add(&names, request->headers[i].name, strlen(request->headers[i].name) + 1);
    sigv4_add(&names, list.at, list.size);
    shape->size = names.size;
    return !names.full;
}

static bool keep_fields(struct sigv4_shape *shape, const struct sigv4_field *fields, size_t n)
{
    struct sigv4_text lower = {.at = shape->lower, .room = sizeof shape->lower};
    for (size_t i = 0; i < n; i++) {
        sigv4_add(&lower, fields[i].name.at, fields[i].name.size);
        shape->fields[i] = (struct sigv4_shape_field){fields[i].header, fields[i].name.size};
    }
    return !lower.full;
}

void sigv4_shape_keep(struct sigv4_shape *shape, const struct sigv4_canonical *c,
                      const struct sigv4_field *fields, size_t n)
{
    shape->n_fields = 0;
    if (n <= SIGV4_SHAPE_FIELDS && keep_names(shape, c->request, *c->only) &&
        keep_fields(shape, fields, n))
        shape->n_fields = n;
}
