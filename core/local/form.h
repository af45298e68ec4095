/* SPDX-License-Identifier: Apache-2.0 */
/* Forms (application/x-www-form-urlencoded), as requests of the AWS query protocol are. */
#ifndef SLRUN_LOCAL_FORM_H
#define SLRUN_LOCAL_FORM_H

#include <stddef.h>

struct form;

/* Decodes a form. NULL: out of memory. */
struct form *form_read(const char *data, size_t size);
void form_free(struct form *form);

/* The value of the first field of that name, or NULL. It ends at its first NUL. */
const char *form_get(const struct form *form, const char *name);

#endif
