/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/options/config.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/nearest.h>

#include "base/error.h"
#include "base/yaml_nodes.h"

enum { KEY_MAX = 64, COUNT_MAX = 10, WHERE_MAX = 4200 };

/* Where a node stands, for messages. */
struct place {
    const char *name; /* of the file, or "-o" */
    bool in_file;
    const char *key;
    const json_t *node;
    struct slrun_error *error;
};

/* "FILE:LINE", or "-o". */
static const char *where(const struct place *p, const json_t *node, char text[WHERE_MAX])
{
    if (p->in_file)
        snprintf(text, WHERE_MAX, "%s:%lld", p->name,
                 (long long)json_integer_value(json_object_get(node, "line")));
    else
        snprintf(text, WHERE_MAX, "%s", p->name);
    return text;
}

static int wrong(const struct place *p, const char *what)
{
    char at[WHERE_MAX];
    return error_set(p->error, SLRUN_E_USAGE, "%s: '%s' must be %s", where(p, p->node, at), p->key,
                     what);
}

static const char *text_of(const json_t *node)
{
    return json_string_value(json_object_get(node, "text"));
}

static bool plain(const json_t *node)
{
    return json_is_true(json_object_get(node, "plain"));
}

/* Options ------------------------------------------------------------------------------------- */

static int set_flag(const struct place *p, const struct arg_option *o, void *options)
{
    const char *text = text_of(p->node);
    bool yes = text && strcmp(text, "true") == 0, no = text && strcmp(text, "false") == 0;
    if (!plain(p->node) || (!yes && !no))
        return wrong(p, "true or false");
    *(bool *)(void *)((char *)options + o->offset) = yes;
    return 0;
}

static int set_count(const struct place *p, const struct arg_option *o, void *options)
{
    const char *text = text_of(p->node);
    char *end;
    long n = text ? strtol(text, &end, 10) : -1;
    if (!text || !*text || *end || n < 0 || n > COUNT_MAX)
        return wrong(p, "a whole number from 0 to 10");
    *(int *)(void *)((char *)options + o->offset) += (int)n * o->step;
    return 0;
}

/* One value, as if it stood on the command line; the message says where it does stand. */
static int set_text(const struct place *p, const struct arg_option *o, void *options,
                    const json_t *node)
{
    struct slrun_error why = {0};
    char at[WHERE_MAX];
    const char *text = text_of(node);
    if (!text || !*text)
        return wrong(p, o->kind == ARG_LIST ? "a list of words" : "a word or a number");
    if (args_set(o, options, text, &why) == 0)
        return 0;
    error_set(p->error, SLRUN_E_USAGE, "%s: %s", where(p, node, at),
              why.message + strspn(why.message, "-"));
    if (*why.hint)
        error_hint(p->error, "%s", why.hint);
    error_clear(&why);
    return -1;
}

static int set_option(const struct place *p, const struct arg_option *o, void *options)
{
    const json_t *list = json_object_get(p->node, "list");
    json_t *member;
    size_t i;
    if (o->kind == ARG_FLAG)
        return set_flag(p, o, options);
    if (o->kind == ARG_COUNT)
        return set_count(p, o, options);
    const char *text = text_of(p->node);
    bool bare = o->kind == ARG_OPTIONAL && text && plain(p->node);
    if (bare && strcmp(text, "false") == 0)
        return 0;
    if (bare && strcmp(text, "true") == 0) /* the option without its value */
        return args_set(o, options, "", p->error);
    if (o->kind != ARG_LIST || !list)
        return set_text(p, o, options, p->node);
    json_array_foreach (list, i, member)
        if (set_text(p, o, options, member) != 0)
            return -1;
    return 0;
}

/* Keys of their own --------------------------------------------------------------------------- */

static int read_tags(struct config *c, const struct place *p, struct run_options *options)
{
    const json_t *list = json_object_get(p->node, "list"), *map = json_object_get(p->node, "map");
    const char *name;
    json_t *member;
    size_t i;
    (void)options;
    if (!list && !map)
        return wrong(p, "a list of tags, or a map of tags to what they mean");
    json_decref(c->tags);
    c->tags = json_object();
    json_array_foreach (list, i, member) {
        if (!text_of(member) || !*text_of(member))
            return wrong(p, "a list of tags, or a map of tags to what they mean");
        json_object_set_new(c->tags, text_of(member), json_null());
    }
    json_object_foreach ((json_t *)map, name, member)
        json_object_set_new(c->tags, name, yaml_nodes_value(member));
    return 0;
}

static int read_values(struct config *c, const struct place *p, struct run_options *options)
{
    (void)options;
    if (!json_object_get(p->node, "map"))
        return wrong(p, "a map of names to values");
    json_decref(c->values);
    c->values = yaml_nodes_value(p->node);
    return c->values ? 0 : error_set(p->error, SLRUN_E_MEMORY, "out of memory");
}

/* As the words of --stack. */
static int read_stacks(struct config *c, const struct place *p, struct run_options *options)
{
    (void)options;
    c->stack_words.n = 0;
    json_t *map = json_object_get(p->node, "map"), *member;
    const char *pattern;
    if (!map)
        return wrong(p, "a map of patterns to names of stacks");
    json_object_foreach (map, pattern, member) {
        const char *name = text_of(member);
        json_t *word = name ? json_sprintf("%s=%s", pattern, name) : NULL;
        if (!word || c->stack_words.n == ARG_LIST_MAX) {
            json_decref(word);
            return wrong(p, "a map of at most 64 patterns to names of stacks");
        }
        json_array_append_new(c->stacks, word);
        c->stack_words.words[c->stack_words.n++] = json_string_value(word);
    }
    return 0;
}

static int read_test_paths(struct config *c, const struct place *p, struct run_options *options)
{
    static const struct arg_option row = {.name = "testpaths", .kind = ARG_LIST};
    (void)options;
    c->test_paths.n = 0;
    return set_option(p, &row, &c->test_paths);
}

static const struct {
    const char *key;
    int (*read)(struct config *c, const struct place *p, struct run_options *options);
} own[] = {{"tags", read_tags},
           {"config", read_values},
           {"stacks", read_stacks},
           {"testpaths", read_test_paths}};

enum { OWN = sizeof own / sizeof *own };

/* ---------------------------------------------------------------------------------------------- */

static int unknown(const struct place *p)
{
    struct slrun_nearest near = {.word = p->key};
    char at[WHERE_MAX];
    for (size_t i = 0; i < OWN; i++)
        slrun_nearest_offer(&near, own[i].key);
    for (const struct arg_option *o = run_options; o->name; o++)
        if (!o->words_only)
            slrun_nearest_offer(&near, o->name);
    error_set(p->error, SLRUN_E_USAGE, "%s: unknown key '%s'", where(p, p->node, at), p->key);
    if (near.best)
        return error_hint(p->error, "did you mean '%s'?", near.best);
    return error_hint(p->error, "docs/command-line.md lists the keys");
}

static int apply(struct config *c, const struct place *p, struct run_options *options)
{
    char name[KEY_MAX], at[WHERE_MAX]; /* words may be joined by _ too */
    size_t n = strlen(p->key);
    for (size_t i = 0; i < OWN; i++)
        if (strcmp(own[i].key, p->key) == 0)
            return own[i].read(c, p, options);
    for (size_t i = 0; i <= n && n < KEY_MAX; i++)
        name[i] = p->key[i] == '_' ? '-' : p->key[i];
    const struct arg_option *o = n < KEY_MAX ? args_find(run_options, name, n) : NULL;
    if (!o)
        return unknown(p);
    if (o->words_only)
        return error_set(p->error, SLRUN_E_USAGE, "%s: --%s is for the command line only",
                         where(p, p->node, at), o->name);
    return set_option(p, o, options);
}

int config_apply(struct config *c, struct run_options *options, struct slrun_error *error)
{
    json_t *map = json_object_get(c->file.root, "map"), *node;
    struct place p = {.name = c->file.path, .in_file = true, .error = error};
    const char *text = text_of(c->file.root);
    if (c->file.root && !map && !(text && !*text))
        return error_set(error, SLRUN_E_USAGE, "%s: a map of keys to values is wanted",
                         c->file.path);
    json_object_foreach (map, p.key, node) {
        p.node = node;
        if (!json_object_get(c->overrides, p.key) && apply(c, &p, options) != 0)
            return -1;
    }
    p.name = "-o";
    p.in_file = false;
    json_object_foreach (c->overrides, p.key, node) {
        p.node = node;
        if (apply(c, &p, options) != 0)
            return -1;
    }
    return 0;
}

/* KEY=VALUE behind an option: the value, and the key in `key`. NULL with the error filled. */
static const char *split(const char *option, const char *word, char key[KEY_MAX],
                         struct slrun_error *error)
{
    const char *equals = strchr(word, '=');
    size_t n = equals ? (size_t)(equals - word) : 0;
    if (n == 0 || n >= KEY_MAX) {
        error_set(error, SLRUN_E_USAGE, "%s %s: write KEY=VALUE", option, word);
        return NULL;
    }
    memcpy(key, word, n);
    key[n] = '\0';
    return equals + 1;
}

/* -o KEY=VALUE, the value as the file would have it. */
static int override(struct config *c, const char *word, struct slrun_error *error)
{
    char key[KEY_MAX];
    const char *value = split("-o", word, key, error);
    json_t *node = value ? config_node(value, strlen(value), "-o", error) : NULL;
    return node ? json_object_set_new(c->overrides, key, node) : -1;
}

int config_open(struct config *c, const struct run_options *first, const struct arg_rest *rest,
                struct slrun_error *error)
{
    struct config_where where = {
        .file = first->config_file, .args = rest->words, .n_args = rest->n};
    c->overrides = json_object();
    c->stacks = json_array();
    for (size_t i = 0; i < first->overrides.n; i++)
        if (override(c, first->overrides.words[i], error) != 0)
            return -1;
    return config_file_open(&where, &c->file, error);
}

/* `text` as a value of the type of `like`; NULL: it is none. */
static json_t *typed(const char *text, const json_t *like)
{
    json_t *node = json_pack("{s:s, s:b}", "text", text, "plain", json_is_string(like) ? 0 : 1);
    json_t *value = like ? yaml_nodes_value(node) : json_string(text);
    json_decref(node);
    bool same = !like || json_is_null(like) || (json_is_number(like) && json_is_number(value)) ||
                (json_is_boolean(like) && json_is_boolean(value)) ||
                (json_is_string(like) && json_is_string(value));
    if (same)
        return value;
    json_decref(value);
    return NULL;
}

int config_define(struct config *c, const struct arg_list *defines, struct slrun_error *error)
{
    if (!c->values)
        c->values = json_object();
    for (size_t i = 0; i < defines->n; i++) {
        const char *word = defines->words[i];
        char key[KEY_MAX];
        const char *text = split("-D", word, key, error);
        if (!text)
            return -1;
        const json_t *like = json_object_get(c->values, key);
        json_t *value = typed(text, like);
        if (!value)
            return error_set(error, SLRUN_E_USAGE, "-D %s: %s has %s there", word, c->file.path,
                             json_is_number(like)    ? "a number"
                             : json_is_boolean(like) ? "true or false"
                                                     : "a list or a map");
        json_object_set_new(c->values, key, value);
    }
    return 0;
}

int config_of_command(struct config *c, struct run_options *options, const struct arg_rest *rest,
                      struct slrun_error *error)
{
    *options = run_options_initial;
    return config_open(c, options, rest, error) == 0 ? config_apply(c, options, error) : -1;
}

void config_test_paths(const struct config *c, struct arg_rest *rest)
{
    const struct arg_list *paths = &c->test_paths;
    char here[PATH_MAX];
    const char **words = calloc(paths->n + 1, sizeof *words);
    if (rest->n > 0 || paths->n == 0 || !words || !getcwd(here, sizeof here) ||
        strcmp(here, c->file.folder ? c->file.folder : "") != 0) {
        free(words);
        return;
    }
    memcpy(words, paths->words, paths->n * sizeof *words);
    free(rest->words);
    *rest = (struct arg_rest){words, paths->n};
}

static void add_up(struct arg_list *words, const struct arg_list *file)
{
    for (size_t i = 0; i < file->n && words->n < ARG_LIST_MAX; i++)
        words->words[words->n++] = file->words[i];
}

void config_target(struct target_options *words, const struct target_options *file)
{
    if (!words->name && !words->endpoint) {
        words->name = file->name;
        words->endpoint = file->endpoint;
    }
    words->region = words->region ? words->region : file->region;
    words->profile = words->profile ? words->profile : file->profile;
    words->plugin_path = words->plugin_path ? words->plugin_path : file->plugin_path;
    words->read_timeout_s = words->read_timeout_s ? words->read_timeout_s : file->read_timeout_s;
    add_up(&words->accounts, &file->accounts);
    add_up(&words->regions, &file->regions);
}

void config_close(struct config *c)
{
    config_file_close(&c->file);
    json_decref(c->overrides);
    json_decref(c->tags);
    json_decref(c->values);
    json_decref(c->stacks);
    *c = (struct config){0};
}
