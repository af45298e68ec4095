/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests of the older query protocol, and the check of arguments that both protocols share. A
 * form has names such as MessageAttribute.1.Value.DataType; from the shapes of an operation they
 * become the same JSON that the JSON protocol has.
 */
#ifndef SLRUN_SQS_REQUEST_H
#define SLRUN_SQS_REQUEST_H

#include <jansson.h>
#include <slrun/shape.h>

#include "fault.h"

enum { FORM_FIELDS_MAX = 1024 };

struct form_field {
    char *name;
    char *value;
    size_t size; /* of the value, which may hold any byte */
};

/* Fields in the order of the request; strings point into `buffer`. */
struct form {
    char *buffer;
    size_t n;
    struct form_field fields[FORM_FIELDS_MAX];
};

/* Reads a form (application/x-www-form-urlencoded). NULL: out of memory, or too many fields. */
struct form *form_read(const char *data, size_t size);
void form_free(struct form *form);

/* The value of a field, or NULL. */
const char *form_get(const struct form *form, const char *name);

/* The arguments in a form, by the parameters of the operation called `api` (a new reference). NULL
 * with the fault filled. */
json_t *request_from_form(const struct form *form, const char *api,
                          const struct slrun_param *params, struct fault *fault);

/* The name under which a list or map called `member` stands in forms and XML, in `name`. */
enum { WIRE_NAME_MAX = 64 };
void request_wire_name(const char *api, const char *member, char name[WIRE_NAME_MAX]);

/* What keys are called in a map called `member`: "Name" or "Key". */
const char *request_key_name(const char *member);

/* Checks types and that what is required is there, and takes away what is null or unknown. */
bool request_check(const struct slrun_param *params, json_t *args, struct fault *fault);

#endif
