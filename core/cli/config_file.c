/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/config_file.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/error.h"

/* From YAML to nodes -------------------------------------------------------------------------- */

struct builder {
    yaml_document_t *document;
    const char *name;
    size_t nodes;
    struct slrun_error *error;
};

static int line_of(const yaml_mark_t *mark)
{
    return (int)mark->line + 1;
}

static json_t *fails(const struct builder *b, const yaml_node_t *at, const char *what)
{
    error_set(b->error, SLRUN_E_USAGE, "%s:%d: %s", b->name, line_of(&at->start_mark), what);
    return NULL;
}

static json_t *build(struct builder *b, int index, int depth);

static json_t *build_list(struct builder *b, const yaml_node_t *node, int depth)
{
    json_t *list = json_array();
    for (const yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++) {
        json_t *member = build(b, *item, depth + 1);
        if (!member || json_array_append_new(list, member) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

/* The key of a pair, or NULL with the error filled. */
static const char *key_of(const struct builder *b, const yaml_node_pair_t *pair, const json_t *map)
{
    const yaml_node_t *key = yaml_document_get_node(b->document, pair->key);
    if (key->type != YAML_SCALAR_NODE)
        return fails(b, key, "a key must be a word"), NULL;
    const char *name = (const char *)key->data.scalar.value;
    if (json_object_get(map, name))
        return fails(b, key, "a key stands there twice"), NULL;
    return name;
}

static json_t *build_map(struct builder *b, const yaml_node_t *node, int depth)
{
    json_t *map = json_object();
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const char *name = key_of(b, pair, map);
        json_t *member = name ? build(b, pair->value, depth + 1) : NULL;
        if (!member || json_object_set_new(map, name, member) != 0) {
            json_decref(map);
            return NULL;
        }
    }
    return map;
}

/* Aliases lead to one node from several places, and may lead into themselves. */
static json_t *build(struct builder *b, int index, int depth)
{
    const yaml_node_t *node = yaml_document_get_node(b->document, index);
    if (depth > CONFIG_DEPTH_MAX)
        return fails(b, node, "too deep");
    if (++b->nodes > CONFIG_NODES_MAX)
        return fails(b, node, "too many values");
    json_t *made;
    if (node->type == YAML_SCALAR_NODE) {
        const char *text = (const char *)node->data.scalar.value;
        size_t size = node->data.scalar.length;
        made = memchr(text, '\0', size)
                   ? NULL
                   : json_pack("{s:s%, s:b}", "text", text, size, "plain",
                               node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
        if (!made)
            return fails(b, node, "text that is not UTF-8, or has a NUL");
    } else {
        bool list = node->type == YAML_SEQUENCE_NODE;
        json_t *inside = list ? build_list(b, node, depth) : build_map(b, node, depth);
        if (!inside)
            return b->error->kind ? NULL : fails(b, node, "out of memory");
        made = json_pack("{s:o}", list ? "list" : "map", inside);
    }
    json_object_set_new(made, "line", json_integer(line_of(&node->start_mark)));
    return made;
}

json_t *config_node(const char *text, size_t size, const char *name, struct slrun_error *error)
{
    yaml_parser_t parser;
    yaml_document_t document;
    json_t *node = NULL;
    if (!yaml_parser_initialize(&parser)) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
    if (yaml_parser_load(&parser, &document)) {
        struct builder b = {.document = &document, .name = name, .error = error};
        if (yaml_document_get_root_node(&document))
            node = build(&b, 1, 0);
        else
            node = json_pack("{s:s, s:b, s:i}", "text", "", "plain", 1, "line", 1);
        yaml_document_delete(&document);
    } else {
        error_set(error, SLRUN_E_USAGE, "%s:%d: %s", name, line_of(&parser.problem_mark),
                  parser.problem ? parser.problem : "no YAML");
    }
    yaml_parser_delete(&parser);
    return node;
}

/* Values -------------------------------------------------------------------------------------- */

/* YAML's core schema (1.2, 10.3.2), without octal and hexadecimal numbers. */
static json_t *plain_value(const char *text)
{
    static const char *const words[][3] = {
        {"true", "True", "TRUE"}, {"false", "False", "FALSE"}, {"null", "Null", "NULL"}};
    char *end;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++)
            if (strcmp(text, words[i][k]) == 0)
                return i == 2 ? json_null() : json_boolean(i == 0);
    if (!*text || strcmp(text, "~") == 0)
        return json_null();
    if (strspn(text, "+-0123456789.eE") != strlen(text) || !strpbrk(text, "0123456789"))
        return json_string(text);
    errno = 0;
    long long whole = strtoll(text, &end, 10);
    if (!*end && !errno)
        return json_integer(whole);
    double real = strtod(text, &end);
    return !*end && isfinite(real) ? json_real(real) : json_string(text);
}

json_t *config_value(const json_t *node)
{
    const char *text = json_string_value(json_object_get(node, "text")), *key;
    const json_t *list = json_object_get(node, "list"), *map = json_object_get(node, "map");
    json_t *member, *value;
    size_t i;
    if (text)
        return json_is_true(json_object_get(node, "plain")) ? plain_value(text) : json_string(text);
    value = list ? json_array() : json_object();
    json_array_foreach (list, i, member)
        json_array_append_new(value, config_value(member));
    json_object_foreach ((json_t *)map, key, member)
        json_object_set_new(value, key, config_value(member));
    return value;
}

/* The file ------------------------------------------------------------------------------------ */

static int read_file(struct config_file *file, struct slrun_error *error)
{
    FILE *in = fopen(file->path, "re");
    struct buf text = BUF_INIT(CONFIG_SIZE_MAX);
    char piece[4096];
    for (size_t n; in && (n = fread(piece, 1, sizeof piece, in)) > 0;)
        buf_add(&text, piece, n);
    if (!in || ferror(in))
        error_set(error, SLRUN_E_USAGE, "%s: the configuration file cannot be read: %s", file->path,
                  strerror(errno));
    else if (text.failed)
        error_set(error, SLRUN_E_USAGE, "%s: more than %d bytes", file->path, CONFIG_SIZE_MAX);
    else
        file->root = config_node(buf_str(&text), text.len, file->path, error);
    if (in)
        fclose(in);
    buf_free(&text);
    return file->root ? 0 : -1;
}

/* Keeps in `dir` what it has in common with the directory `other`. */
static void common(char *dir, const char *other)
{
    size_t n = 0, end = 0;
    for (; dir[n] && dir[n] == other[n]; n++)
        if (dir[n] == '/')
            end = n;
    if ((!dir[n] && (!other[n] || other[n] == '/')) || (!other[n] && dir[n] == '/'))
        end = n;
    dir[end ? end : 1] = '\0';
}

/* The directory that the arguments have in common; those that are not there do not count. */
static void ancestor(const struct config_where *where, char dir[PATH_MAX])
{
    bool any = false;
    for (size_t i = 0; i < where->n_args; i++) {
        char path[PATH_MAX], real[PATH_MAX];
        struct stat st;
        const char *colons = strstr(where->args[i], "::");
        size_t n = colons ? (size_t)(colons - where->args[i]) : strlen(where->args[i]);
        if (n >= sizeof path)
            continue;
        memcpy(path, where->args[i], n);
        path[n] = '\0';
        if (!realpath(path, real) || stat(real, &st) != 0)
            continue;
        char *slash = S_ISDIR(st.st_mode) ? NULL : strrchr(real, '/');
        if (slash)
            slash[slash == real] = '\0';
        if (any)
            common(dir, real);
        else
            snprintf(dir, PATH_MAX, "%s", real);
        any = true;
    }
    if (!any && !getcwd(dir, PATH_MAX))
        dir[0] = '\0';
}

/* Notes the file, absolute, if it is there; below the working directory it is shown without that.
 */
static bool note(struct config_file *file, const char *folder, const char *path)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool below = n > 1 && strncmp(path, here, n) == 0 && path[n] == '/';
    if (access(path, F_OK) != 0)
        return false;
    file->folder = strdup(folder);
    file->path = strdup(below ? path + n + 1 : path);
    return true;
}

static void look_upward(struct config_file *file, char *dir)
{
    while (*dir) {
        char path[PATH_MAX + sizeof CONFIG_FILE_NAME + 1];
        char *slash = strrchr(dir, '/');
        snprintf(path, sizeof path, "%s%s" CONFIG_FILE_NAME, dir, dir[1] ? "/" : "");
        if (note(file, dir, path) || !dir[1])
            return;
        slash[slash == dir] = '\0';
    }
}

int config_file_open(const struct config_where *where, struct config_file *file,
                     struct slrun_error *error)
{
    char dir[PATH_MAX], real[PATH_MAX];
    *file = (struct config_file){0};
    if (where->file) {
        if (!realpath(where->file, real))
            return error_set(error, SLRUN_E_USAGE, "%s: the configuration file cannot be read: %s",
                             where->file, strerror(errno));
        snprintf(dir, sizeof dir, "%s", real);
        char *slash = strrchr(dir, '/');
        slash[slash == dir] = '\0';
        note(file, dir, real);
    } else {
        ancestor(where, dir);
        look_upward(file, dir);
    }
    if (!file->path)
        return 0;
    if (read_file(file, error) == 0)
        return 0;
    config_file_close(file);
    return -1;
}

void config_file_close(struct config_file *file)
{
    free(file->path);
    free(file->folder);
    json_decref(file->root);
    *file = (struct config_file){0};
}
