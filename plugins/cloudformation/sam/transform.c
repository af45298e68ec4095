/* SPDX-License-Identifier: Apache-2.0 */
/* The transform over a template with lines. */
#include "sam/sam.h"

#include <stdio.h>

#include "sam/translate.h"

/* The line of "Events/Queue" in a resource, or that of the resource. */
static int line_of(const struct template *t, const struct sam_problem *problem)
{
    char below[PROBLEM_NAME_MAX];
    if (problem->resource == NULL) {
        snprintf(below, sizeof below, "%s%s", problem->property == NULL ? "" : "/",
                 problem->property == NULL ? "" : problem->property);
        return template_line(t, below);
    }
    snprintf(below, sizeof below, "%s%s", problem->property == NULL ? "" : "Properties/",
             problem->property == NULL ? "" : problem->property);
    return template_resource_line(t, problem->resource, below);
}

static void add(void *arg, const struct sam_problem *problem)
{
    const struct transform_input *in = arg;
    struct problem_place place = {.resource = problem->resource,
                                  .property = problem->property,
                                  .line = line_of(in->template, problem)};
    problems_add(in->problems, &place, "%s", problem->text);
}

int sam_transform(const struct transform_input *in)
{
    struct transform_input copy = *in; /* the callback's argument is not const */
    struct sam_input input = {.template = in->template->root,
                              .parameters = in->parameters,
                              .directory = in->directory,
                              .problem = add,
                              .arg = &copy};
    return sam_translate(&input);
}
