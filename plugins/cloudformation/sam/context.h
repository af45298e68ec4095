/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One run of the transform: the template on its way, the resource at hand, and what was found
 * wrong. A function that says whether all is well returns false after a problem was told; running
 * out of memory is noted in `failed` and told once, at the end.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_CONTEXT_H
#define SLRUN_CLOUDFORMATION_SAM_CONTEXT_H

#include <stdbool.h>

#include <slrun/abi.h>

#include "sam/translate.h"

enum { SAM_ID_MAX = 512 }; /* bytes of a logical id while it is put together, with the NUL */

struct sam {
    const struct sam_input *in;
    json_t *source;     /* Resources as written, with implicit APIs and Globals; bodies are shared
                         * with `out` until they are replaced there */
    json_t *out;        /* Resources as they become */
    json_t *parameters; /* values by name */
    json_t *refs;       /* {"Fn": {"Version": "FnVersion0123456789"}}: what Ref Fn.Version means */
    json_t *renamed;    /* {"Layer": "Layer0123456789"} */
    json_t *usage;      /* what APIs with a shared usage plan have told; or NULL */
    const char *partition;
    unsigned n_problems;
    bool failed; /* out of memory */

    /* The AWS::Serverless resource at hand. */
    const char *id;
    json_t *body;
    json_t *properties; /* of it; never NULL while one is at hand */
    json_t *made;       /* what it becomes, by id */
    const char *event;  /* the event at hand, or NULL */
    const char *at; /* the property at hand, where that is known ("Policies"); or NULL. Without a
                       resource it is a path from the template's top: "Globals/Function" */
};

/* "Resource with id [ID] is invalid. ..."; false. `id` may be that of a generated resource. */
bool sam_fail(struct sam *s, const char *id, const char *format, ...) SLRUN_PRINTF(3, 4);
/* "Resource with id [Fn] is invalid. Event with id [name] is invalid. ..."; false. */
bool sam_fail_event(struct sam *s, const char *name, const char *format, ...) SLRUN_PRINTF(3, 4);
/* "Structure of the SAM template is invalid. ..."; false. */
bool sam_fail_template(struct sam *s, const char *format, ...) SLRUN_PRINTF(2, 3);
/* A text of its own; false. */
bool sam_fail_text(struct sam *s, const char *format, ...) SLRUN_PRINTF(2, 3);

/* object[key] = value, whose reference is taken. A NULL value or object is out of memory. */
void sam_put(struct sam *s, json_t *object, const char *key, json_t *value);
void sam_append(struct sam *s, json_t *list, json_t *value);
/* to[name] = a copy of from[key], if that is there and not null. */
void sam_copy_as(struct sam *s, json_t *to, const char *name, const json_t *from_value);
void sam_copy(struct sam *s, json_t *to, const json_t *from, const char *key);
/* object[key], made as an empty object or list where it is not there (or null); borrowed, or NULL
 * if it is something else. */
json_t *sam_object_at(struct sam *s, json_t *object, const char *key);
json_t *sam_list_at(struct sam *s, json_t *object, const char *key);

/*
 * Resources that the one at hand becomes. `properties` are taken. Returns them, borrowed; NULL if
 * out of memory.
 */
/* It gets Condition, DeletionPolicy and UpdateReplacePolicy of the one at hand. */
json_t *sam_make(struct sam *s, const char *id, const char *type, json_t *properties);
/* It is the one at hand in its new form: also DependsOn, Metadata and UpdatePolicy. */
json_t *sam_make_main(struct sam *s, const char *id, const char *type, json_t *properties);
/* The body of one that was made, borrowed. */
json_t *sam_made(struct sam *s, const char *id);

/* A logical id put together; into `id` of SAM_ID_MAX bytes. Returns it; cut off where too long. */
const char *sam_id(char *id, const char *format, ...) SLRUN_PRINTF(2, 3);

#endif
