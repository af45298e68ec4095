/* SPDX-License-Identifier: Apache-2.0 */
/* Forms as browsers post them: multipart/form-data (RFC 7578). */
#ifndef SLRUN_S3_FORM_H
#define SLRUN_S3_FORM_H

#include "store/pool.h"

enum { FORM_FIELDS_MAX = 100 };

struct form_field {
    const char *name;
    const char *filename; /* or NULL */
    struct slice value;
};

struct form {
    struct form_field fields[FORM_FIELDS_MAX];
    size_t n;
};

/* false: the body is no such form. `type` is the Content-Type. */
bool form_read(struct form *form, struct pool *pool, const char *type, struct slice body);
/* The field of that name in any case, or NULL. */
const struct form_field *form_find(const struct form *form, const char *name);
const char *form_value(const struct form *form, const char *name);

#endif
