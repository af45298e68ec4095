/* SPDX-License-Identifier: Apache-2.0 */
#include "template/prepare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "template/expand.h"
#include "template/extensions.h"
#include "template/parameters.h"
#include "template/sections.h"
#include "template/wants.h"

#define EXTENSIONS "AWS::LanguageExtensions"

/* What goes from one transform to the next. */
struct preparation {
    struct plan *plan;
    const struct plan_input *in;
    struct problems *problems;
    struct expansion expansion;
};

/* ---- parameters ---- */

static bool add_pseudo(const struct plan_input *in, json_t *values)
{
    bool china = strncmp(in->region, "cn-", 3) == 0;
    json_t *pseudo = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "AWS::Region", in->region,
                               "AWS::AccountId", in->account, "AWS::StackName", in->stack_name,
                               "AWS::StackId", in->stack_id, "AWS::Partition",
                               china                                    ? "aws-cn"
                               : strncmp(in->region, "us-gov-", 7) == 0 ? "aws-us-gov"
                                                                        : "aws",
                               "AWS::URLSuffix", china ? "amazonaws.com.cn" : "amazonaws.com");
    bool ok = json_object_update(values, pseudo) == 0;
    json_decref(pseudo);
    json_t *arns = in->notification_arns ? json_deep_copy(in->notification_arns) : json_array();
    return json_object_set_new(values, "AWS::NotificationARNs", arns) == 0 && ok;
}

static bool take_values(struct preparation *p)
{
    json_decref(p->plan->values);
    p->plan->values =
        parameters_resolve(&p->plan->template, p->in->given, p->in->found, p->problems);
    p->expansion.values = p->plan->values;
    return p->plan->values && add_pseudo(p->in, p->plan->values);
}

/* ---- names of transforms ---- */

json_t *template_transforms(const struct template *t, struct problems *problems)
{
    const json_t *value = json_object_get(t->root, "Transform");
    struct at root = at_root(t), here = at_key(&root, "Transform");
    json_t *names = json_array();
    size_t n = json_is_array(value) ? json_array_size(value) : value ? 1 : 0;
    for (size_t i = 0; i < n; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        const char *name = expand_name(one);
        if (!name) {
            json_decref(names);
            at_problem(&here, problems,
                       json_is_object(one)
                           ? "Key Name of transform definition must be a string."
                           : "Template format error: Transform must be a string, a list of strings "
                             "or a map with a Name");
            return NULL;
        }
        json_array_append_new(names, json_string(name));
    }
    return names;
}

bool plan_has_extensions(const struct plan *plan)
{
    size_t i;
    json_t *name;
    json_array_foreach (plan->transforms, i, name)
        if (strcmp(json_string_value(name), EXTENSIONS) == 0)
            return true;
    return false;
}

/* ---- macros ---- */

/* What a macro made may be of any form: it is judged as if it had been the text. The lines of what
 * is still where it was stay. */
static bool reread(struct preparation *p)
{
    struct template *t = &p->plan->template, made;
    char *text = json_dumps(t->root, JSON_COMPACT | JSON_REAL_PRECISION(15));
    struct template_source source = {text, text ? strlen(text) : 0, true};
    if (!text)
        return false;
    bool ok = template_read(&made, &source, p->problems) == 0;
    if (ok) {
        json_decref(t->root);
        t->root = json_incref(made.root);
    }
    template_free(&made);
    free(text);
    return ok;
}

/* Fn::Transform wherever it stands. Parameters first, since the others may refer to them. */
static bool expand_snippets(struct preparation *p)
{
    struct template *t = &p->plan->template;
    return expand_section(&p->expansion, t, "Parameters") && take_values(p) &&
           expand_template(&p->expansion, t) &&
           (p->expansion.n_macros == 0 || (reread(p) && take_values(p))) &&
           (p->expansion.n == 0 || sections_check(t, p->problems));
}

/* One of the template's Transform, which is given all but that. */
static bool run_macro(struct preparation *p, const json_t *transform)
{
    struct template *t = &p->plan->template;
    struct at root = at_root(t), here = at_key(&root, "Transform");
    json_t *fragment = json_copy(t->root);
    json_t *named = json_incref(json_object_get(t->root, "Transform"));
    (void)json_object_del(fragment, "Transform");
    json_t *made = fragment ? expand_one(&p->expansion, transform, fragment, &here) : NULL;
    bool ok = json_is_object(made) && json_object_set(made, "Transform", named) == 0;
    if (ok) {
        json_decref(t->root);
        t->root = json_incref(made);
    } else if (made) {
        p->problems->by_macro = true;
        problems_add(p->problems, NULL, "Template format error: unsupported structure.");
    }
    json_decref(named);
    json_decref(fragment);
    json_decref(made);
    return ok && reread(p) && sections_check(t, p->problems) && take_values(p);
}

/* ---- AWS's ---- */

static bool run_extensions(struct preparation *p)
{
    struct plan *plan = p->plan;
    struct plan_look look = {
        .cloud = p->in->cloud, .exports = p->in->exports, .problems = p->problems};
    struct scope scope = plan_scope(plan, &look);
    return extensions_expand(&plan->template, &scope) &&
           sections_check(&plan->template, p->problems);
}

/* AWS's words before those of the transform; false. */
static bool transform_failed(const char *name, struct problems *problems)
{
    (void)snprintf(problems->lead, sizeof problems->lead,
                   "Transform %.100s failed with: Invalid Serverless Application Specification "
                   "document. Number of errors found: %zu. ",
                   name, problems->total);
    return false;
}

static bool run_hosted(struct preparation *p, const char *name)
{
    struct plan *plan = p->plan;
    struct transform_input input = {.template = &plan->template,
                                    .parameters = plan->values,
                                    .directory = p->in->directory,
                                    .problems = p->problems};
    struct at root = at_root(&plan->template), here = at_key(&root, "Transform");
    for (const struct transform *t = p->in->transforms; t && t->name; t++)
        if (strcmp(t->name, name) == 0)
            return t->run(&input) == 0 || transform_failed(name, p->problems);
    return at_problem(&here, p->problems, "No transform named %s found.", name);
}

/* ---- all of them ---- */

static bool run_transform(struct preparation *p, const json_t *transform)
{
    const char *name = expand_name(transform);
    bool hosted = strncmp(name, "AWS::", 5) == 0 && strcmp(name, INCLUDE) != 0;
    if (strcmp(name, EXTENSIONS) == 0)
        return run_extensions(p);
    if (!hosted)
        return run_macro(p, transform);
    return extensions_done(&p->plan->template, p->problems) && run_hosted(p, name);
}

static bool run_transforms(struct preparation *p)
{
    json_t *named = json_deep_copy(json_object_get(p->plan->template.root, "Transform"));
    size_t n = json_is_array(named) ? json_array_size(named) : named ? 1 : 0;
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = run_transform(p, json_is_array(named) ? json_array_get(named, i) : named);
    json_decref(named);
    return ok;
}

static bool prepare(struct preparation *p)
{
    struct template *t = &p->plan->template;
    if (template_read(t, &p->in->source, p->problems) != 0 || !sections_check(t, p->problems))
        return false;
    p->plan->transforms = template_transforms(t, p->problems);
    return p->plan->transforms && expand_snippets(p) && run_transforms(p) &&
           sections_check_members(t, p->in->cloud, p->problems);
}

bool plan_prepare(struct plan *plan, const struct plan_input *in, struct problems *problems)
{
    *plan = (struct plan){.conditions = json_object(),
                          .resources = json_object(),
                          .imports = json_object(),
                          .capabilities = json_object()};
    struct preparation p = {
        .plan = plan,
        .in = in,
        .problems = problems,
        .expansion = {.from = {in->directory, json_object_get(in->found, WANTS_SNIPPETS),
                               in->directory ? in->cloud->host->file_read : NULL},
                      .macros = json_object_get(in->found, WANTS_MACROS),
                      .problems = problems}};
    bool ok = prepare(&p);
    plan->wanted = p.expansion.wanted;
    if (plan->wanted) /* of who has not looked it up */
        problems_add(problems, NULL, "No transform named %s found.",
                     slrun_text_or(plan->wanted, "macro", INCLUDE));
    return ok;
}

json_t *plan_wanted(const struct plan_input *in)
{
    struct problems problems = {.n = 0};
    struct plan plan;
    (void)plan_prepare(&plan, in, &problems);
    json_t *wanted = json_incref(plan.wanted);
    plan_free(&plan);
    return wanted;
}
