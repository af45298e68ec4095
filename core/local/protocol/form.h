/* SPDX-License-Identifier: Apache-2.0 */
/* Forms (application/x-www-form-urlencoded), as requests of the AWS query protocol are. */
#ifndef SLRUN_LOCAL_FORM_H
#define SLRUN_LOCAL_FORM_H

#include <stddef.h>

#include <slrun/answer.h>
#include <slrun/local.h>

enum { FORM_FIELDS_MAX = 4096 };

struct form;

/* Decodes a form. NULL: out of memory, or too many fields. */
struct form *form_read(const char *data, size_t size);
void form_free(struct form *form);

/* The form of a request: its body, or without one the query of its target. NULL as above. */
struct form *form_of(const struct slrun_exchange *x);

/* The value of the first field of that name, or NULL. As a string it ends at its first NUL. */
const char *form_get(const struct form *form, const char *name);

/* The i-th field, or NULL. */
const struct slrun_field *form_at(const struct form *form, size_t i);

#endif
