/* SPDX-License-Identifier: Apache-2.0 */
#include "template/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/yaml.h"

enum { POINTER_MAX = 2048 };

/* ---- null values and depth ---- */

/* The way to a value: keys, or places in lists. */
struct way {
    const struct way *up;
    const char *key;
    size_t index;
};

static size_t way_text(const struct way *way, char *text, size_t size)
{
    size_t at = way->up ? way_text(way->up, text, size) : 0;
    if (!way->up || at >= size)
        return at;
    int n = way->key ? snprintf(text + at, size - at, "/%s", way->key)
                     : snprintf(text + at, size - at, "/%zu", way->index);
    return n < 0 ? at : at + (size_t)n;
}

static bool check_value(const struct template *t, const json_t *value, const struct way *way,
                        struct problems *problems);

static bool check_children(const struct template *t, const json_t *value, const struct way *way,
                           struct problems *problems)
{
    bool ok = true;
    const char *key;
    size_t i;
    json_t *inner;
    json_object_foreach ((json_t *)value, key, inner) {
        struct way below = {.up = way, .key = key};
        ok = check_value(t, inner, &below, problems) && ok;
    }
    json_array_foreach (value, i, inner) {
        struct way below = {.up = way, .index = i};
        ok = check_value(t, inner, &below, problems) && ok;
    }
    return ok;
}

static bool check_value(const struct template *t, const json_t *value, const struct way *way,
                        struct problems *problems)
{
    char path[POINTER_MAX] = "";
    int depth = 0;
    for (const struct way *w = way; w; w = w->up)
        depth++;
    if (depth <= TEMPLATE_DEPTH_MAX + 1 && !json_is_null(value))
        return check_children(t, value, way, problems);
    (void)way_text(way, path, sizeof path);
    struct problem_place place = {.line = template_line(t, path)};
    return json_is_null(value)
               ? problems_add(problems, &place,
                              "Template format error: [%.300s] 'null' values are not allowed in "
                              "templates",
                              path)
               : problems_add(problems, &place,
                              "Template format error: the template is nested too deeply");
}

/* ---- JSON ---- */

static bool looks_like_json(const struct template_source *source)
{
    size_t i = 0;
    while (i < source->size && strchr(" \t\r\n", source->text[i]) && source->text[i])
        i++;
    return i < source->size && source->text[i] == '{';
}

/* JSON is YAML but for a few escapes: the lines come from the YAML reader where it can read it. */
static int json_read(struct template *t, const struct template_source *source,
                     struct problems *problems)
{
    struct problems other = {.n = 0};
    struct template lines = {.root = NULL};
    json_error_t why;
    json_t *root = json_loadb(source->text, source->size, 0, &why);
    int yaml = yaml_read(&lines, source, &other);
    if (!root && yaml == 0) { /* flow style */
        *t = lines;
        return 0;
    }
    if (!root) {
        struct problem_place place = {.line = 0};
        problems_add(problems, &place,
                     "Template format error: JSON not well-formed. (line %d, column %d): %.120s",
                     why.line, why.column, why.text);
        return -1;
    }
    t->root = root;
    t->lines = json_incref(lines.lines);
    t->twice_line = lines.twice_line;
    (void)snprintf(t->twice, sizeof t->twice, "%s", lines.twice);
    template_free(&lines);
    return 0;
}

/* ---- the template ---- */

int template_read(struct template *t, const struct template_source *source,
                  struct problems *problems)
{
    *t = (struct template){.root = NULL};
    int failed =
        looks_like_json(source) ? json_read(t, source, problems) : yaml_read(t, source, problems);
    if (failed)
        return -1;
    if (!json_is_object(t->root)) {
        problems_add(problems, NULL, "Template format error: unsupported structure.");
        return -1;
    }
    struct way top = {.up = NULL};
    return check_value(t, t->root, &top, problems) ? 0 : -1;
}

void template_free(struct template *t)
{
    json_decref(t->root);
    json_decref(t->lines);
    *t = (struct template){.root = NULL};
}

/* ---- lines ---- */

/* One step of a JSON pointer, decoded; returns what follows, or NULL when it is too long. */
static const char *step(const char *pointer, char *name, size_t size)
{
    size_t n = 0;
    for (; *pointer && *pointer != '/'; pointer++) {
        char c = *pointer;
        if (c == '~' && (pointer[1] == '0' || pointer[1] == '1'))
            c = *++pointer == '0' ? '~' : '/';
        if (n + 1 >= size)
            return NULL;
        name[n++] = c;
    }
    name[n] = '\0';
    return pointer;
}

static const json_t *child(const json_t *node, const char *name)
{
    const json_t *children = json_array_get(node, 1);
    if (json_is_array(children) && *name && strspn(name, "0123456789") == strlen(name))
        return json_array_get(children, strtoul(name, NULL, 10));
    return json_object_get(children, name);
}

static const json_t *walk(const json_t *node, const char *pointer)
{
    char name[POINTER_MAX];
    while (node && pointer && *pointer == '/') {
        pointer = step(pointer + 1, name, sizeof name);
        const json_t *below = pointer ? child(node, name) : NULL;
        if (!below)
            return node;
        node = below;
    }
    return node;
}

int template_line(const struct template *t, const char *pointer)
{
    return lines_line(walk(t->lines, pointer));
}

int template_resource_line(const struct template *t, const char *resource, const char *below)
{
    const json_t *resources = json_object_get(json_array_get(t->lines, 1), "Resources");
    const json_t *node = child(resources, resource);
    char pointer[POINTER_MAX];
    if (!node)
        return lines_line(resources);
    (void)snprintf(pointer, sizeof pointer, "%s%s", *below ? "/" : "", below);
    return lines_line(walk(node, pointer));
}
