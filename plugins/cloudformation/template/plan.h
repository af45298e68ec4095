/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A template with its parameters, judged as a whole: what a stack of it has to become. All that can
 * be wrong with a template is found here, before anything is made.
 */
#ifndef SLRUN_CLOUDFORMATION_PLAN_H
#define SLRUN_CLOUDFORMATION_PLAN_H

#include "template/scope.h"
#include "template/transform.h"

struct plan_input {
    const struct slrun_cloud *cloud;
    struct template_source source;
    const char *directory;              /* as in struct transform_input */
    const struct transform *transforms; /* ended by a NULL name */
    const json_t *given;                /* parameters: name to text */
    const json_t *found;                /* what it takes from elsewhere (wants.h), or NULL */
    const json_t *exports;              /* name to value */
    const json_t *notification_arns;    /* a list, or NULL */
    const char *region, *account, *stack_name, *stack_id;
};

struct plan {
    struct template template; /* transforms have run */
    json_t *values;           /* parameters and pseudo parameters by name */
    json_t *conditions;       /* name to a boolean */
    /* Logical id to {"Type", "DependsOn": [ids], "DeletionPolicy", "UpdateReplacePolicy",
     * "Metadata"} of the resources whose conditions hold. DependsOn has implied ones, too. */
    json_t *resources;
    json_t *imports;      /* names of exports, as keys */
    json_t *capabilities; /* that it needs, as keys */
    json_t *transforms;   /* names, in the template's order */
    json_t *wanted;       /* what is missing for it (struct expansion), or NULL */
};

/*
 * What of a template's expansion (expand.h) in->found does not have yet, as struct expansion has
 * it: a new reference, or NULL: nothing, or it is found wrong before.
 */
json_t *plan_wanted(const struct plan_input *in);

/* 0, or -1 with problems. The caller ends it with plan_free() in either case. */
int plan_make(struct plan *plan, const struct plan_input *in, struct problems *problems);
void plan_free(struct plan *plan);

/*
 * The properties of a resource, resolved and fitted to its type's shapes; `early` as in struct
 * scope, `resources` those that are there. A new reference, or NULL after a problem.
 */
struct plan_look {
    const struct slrun_cloud *cloud;
    const json_t *resources;
    const json_t *exports;
    bool early;
    json_t *uses;
    struct problems *problems;
};
json_t *plan_properties(const struct plan *plan, const struct plan_look *look, const char *id);

/*
 * The outputs whose conditions hold: a list of {"OutputKey", "OutputValue", "Description",
 * "ExportName"}. A new reference, or NULL after a problem.
 */
json_t *plan_outputs(const struct plan *plan, const struct plan_look *look);

/* The names of the transforms that a template names; a new list, or NULL after a problem. */
json_t *template_transforms(const struct template *t, struct problems *problems);

/* What can be said of a template without values for its parameters: sections, types, names. 0, or
 * -1 with problems. */
int template_check(const struct template *t, const struct slrun_cloud *cloud,
                   struct problems *problems);

#endif
