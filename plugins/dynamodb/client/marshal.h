/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole arguments and whole results: finds the AttributeValues in them by a *form*, which says
 * where they stand, and converts those and nothing else.
 */
#ifndef SLRUN_DYNAMODB_MARSHAL_H
#define SLRUN_DYNAMODB_MARSHAL_H

#include <slrun/slrun.h>

enum marshal_kind {
    MARSHAL_VALUE, /* an AttributeValue */
    MARSHAL_MAP,   /* an object, each member of the form `of` */
    MARSHAL_LIST,  /* an array, each element of the form `of` */
    MARSHAL_STRUCT /* an object; its members in `fields` have forms, the others stay as they are */
};

/* `fields` ends with a NULL name. */
struct marshal_form {
    enum marshal_kind kind;
    const struct marshal_form *of;
    const struct marshal_field *fields;
};

struct marshal_field {
    const char *name;
    const struct marshal_form *form;
};

/*
 * `json` in the other form, as a new reference; `json` itself is left as it is. NULL with the
 * error filled: USAGE on the way to the wire, PROTOCOL on the way back. A null where a form stands
 * counts as absent and is left out, as AWS's SDKs do.
 */
json_t *marshal_to_wire(struct slrun_ctx *ctx, const struct marshal_form *form, json_t *json);
json_t *marshal_from_wire(struct slrun_ctx *ctx, const struct marshal_form *form, json_t *json);

#endif
