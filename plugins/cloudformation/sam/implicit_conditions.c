/* SPDX-License-Identifier: Apache-2.0 */
/* Implicit APIs: under which conditions they and their paths are there, and what becomes of them.
 */
#include <stdlib.h>
#include <string.h>

#include "sam/implicit.h"
#include "sam/implicit_work.h"
#include "sam/value.h"

enum { OR_MAX = 10 /* conditions in one Fn::Or */ };

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All of {x: condition or null} in order, each once; NULL where there is none, or one is null. */
static json_t *all_conditions(const json_t *methods)
{
    size_t n = json_object_size(methods), i = 0;
    const char **names = n == 0 ? NULL : calloc(n, sizeof *names);
    json_t *list = names == NULL ? NULL : json_array();
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)methods, key, value) {
        if (list != NULL && json_is_null(value)) {
            json_decref(list);
            list = NULL;
        }
        if (list != NULL)
            names[i++] = json_string_value(value);
    }
    if (list != NULL)
        qsort(names, n, sizeof *names, by_text);
    for (i = 0; list != NULL && i < n; i++)
        if (i == 0 || strcmp(names[i], names[i - 1]) != 0)
            json_array_append_new(list, json_string(names[i]));
    free(names);
    return list;
}

/* The condition under which one of them holds: the only one, or a new one called `name`, which is
 * put together of parts of OR_MAX. `list` is used up. */
static const char *one_condition(struct sam *s, json_t *list, const char *name)
{
    size_t more = json_array_size(list) < 2 ? 0 : (json_array_size(list) - 2) / (OR_MAX - 1);
    const char *made = json_string_value(json_array_get(list, 0));
    while (json_array_size(list) > 1) {
        char part[SAM_ID_MAX];
        sam_id(part, more > 0 ? "%s%zu" : "%s", name, more);
        json_t *any = json_array();
        for (size_t i = 0; i < OR_MAX && json_array_size(list) > 0; i++) {
            sam_append(s, any, json_pack("{s:O}", "Condition", json_array_get(list, 0)));
            json_array_remove(list, 0);
        }
        sam_append(s, list, json_string(part));
        sam_put(s, sam_conditions(s), part, json_pack("{s:o}", "Fn::Or", any));
        made = name;
        more -= more > 0;
    }
    return made;
}

/* An implicit API is there when one of its methods is. */
void sam_implicit_condition(struct sam *s, const struct sam_implicit_work *w)
{
    json_t *flat = json_object(), *api = json_object_get(w->conditions, w->kind->id);
    const char *path, *method;
    json_t *methods, *condition;
    json_object_foreach (api, path, methods) {
        json_object_foreach (methods, method, condition) {
            char key[SAM_ID_MAX];
            sam_put(s, flat, sam_id(key, "%s %s", method, path), json_incref(condition));
        }
    }
    json_t *list = all_conditions(flat);
    if (list != NULL) {
        char name[SAM_ID_MAX];
        const char *one = one_condition(s, list, sam_id(name, "%sCondition", w->kind->id));
        sam_put(s, json_object_get(s->source, w->kind->id), "Condition", json_string(one));
    }
    json_decref(list);
    json_decref(flat);
}

/* The first of `order` that is in the list. */
void sam_implicit_policy(struct sam *s, const struct sam_implicit_work *w, const char *name)
{
    static const char *const order[] = {"Retain", "Snapshot", "Delete"};
    bool deletion = strcmp(name, "DeletionPolicy") == 0;
    const json_t *list = deletion ? w->deletion : w->replacing;
    for (size_t i = 0; i < 3; i++) {
        size_t j;
        json_t *policy;
        json_array_foreach (list, j, policy) {
            if (sam_equals(policy, order[i]) && !(deletion && i == 1)) {
                sam_put(s, json_object_get(s->source, w->kind->id), name, json_string(order[i]));
                return;
            }
        }
    }
}

static void path_condition_name(const char *api, const char *path, char *name)
{
    size_t n = strlen(sam_id(name, "%s", api));
    for (; *path != '\0' && n + 16 < SAM_ID_MAX; path++) {
        const char *word = *path == '/'   ? "SLASH"
                           : *path == '{' ? "OB"
                           : *path == '}' ? "CB"
                                          : NULL;
        if (word != NULL) {
            strcpy(name + n, word);
            n += strlen(word);
        } else {
            name[n++] = *path;
        }
    }
    strcpy(name + n, "");
    strncat(name, "PathCondition", SAM_ID_MAX - n - 1);
}

static void condition_paths(struct sam *s, const json_t *conditions, const char *id, json_t *body)
{
    json_t *paths = json_object_get(body, "paths");
    const char *path;
    json_t *methods;
    json_object_foreach (json_object_get(conditions, id), path, methods) {
        json_t *list = all_conditions(methods), *item = json_object_get(paths, path);
        if (list != NULL && item != NULL) {
            char name[SAM_ID_MAX];
            path_condition_name(id, path, name);
            const char *one = one_condition(s, list, name);
            sam_put(s, paths, path, sam_if(one, json_incref(item), NULL));
        }
        json_decref(list);
    }
}

/* A path of a managed definition is there when one of its methods is. */
void sam_implicit_path_conditions(struct sam *s, const struct sam_implicit_work *w)
{
    const char *id;
    json_t *api;
    json_object_foreach (s->source, id, api) {
        const json_t *properties = json_object_get(api, "Properties");
        if (sam_equals(json_object_get(api, "Type"), w->kind->type) &&
            sam_has(properties, SAM_MANAGED))
            condition_paths(s, w->conditions, id, json_object_get(properties, "DefinitionBody"));
    }
}
