/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs the reference's own test suite: jsonata_suite FOLDER, the folder test/test-suite of
 * github.com/jsonata-js/jsonata. It is not part of this repository; docs/fidelity.md tells of it.
 * A line for each case that fails, then how many there were; exits by 1 if one failed.
 */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/jsonata.h"

struct suite {
    const char *folder;
    unsigned passed, failed;
};

static json_t *load(const char *path)
{
    return json_load_file(path, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

/* What a case is evaluated with: its own data, or a dataset; NULL: nothing. */
static json_t *input_of(const struct suite *s, const json_t *one)
{
    json_t *data = json_object_get(one, "data");
    const char *name = json_string_value(json_object_get(one, "dataset"));
    char path[4096];
    if (data || !name)
        return json_incref(data);
    (void)snprintf(path, sizeof path, "%s/datasets/%s.json", s->folder, name);
    return load(path);
}

/* Equal, where numbers need not be of the same kind. */
static bool same(const json_t *a, const json_t *b)
{
    const char *name;
    json_t *value;
    size_t i;
    if (json_is_number(a) && json_is_number(b))
        return json_number_value(a) == json_number_value(b);
    if (json_is_array(a) && json_is_array(b) && json_array_size(a) == json_array_size(b)) {
        json_array_foreach (a, i, value)
            if (!same(value, json_array_get(b, i)))
                return false;
        return true;
    }
    if (!json_is_object(a) || !json_is_object(b) || json_object_size(a) != json_object_size(b))
        return json_equal(a, b);
    json_object_foreach ((json_t *)(uintptr_t)a, name, value)
        if (!same(value, json_object_get(b, name)))
            return false;
    return true;
}

static const char *code_of(const json_t *one)
{
    const json_t *error = json_object_get(one, "error");
    const char *code = json_string_value(json_object_get(error ? error : one, "code"));
    /* of the suite's own guard against recursion and loops */
    return code && strcmp(code, "U1001") == 0 ? "D101" : code;
}

static void tell(const char *file, const char *text, const char *what)
{
    printf("%s: %s\n    %s\n", file, text, what);
}

static bool judge(const char *file, const char *text, const json_t *one, const json_t *result,
                  const struct jsonata_error *error)
{
    const char *code = code_of(one);
    char *dumped = json_dumps(result, JSON_ENCODE_ANY | JSON_COMPACT), what[2048];
    bool good;
    if (json_object_get(one, "undefinedResult"))
        good = !result && !*error->code;
    else if (json_object_get(one, "result"))
        good = !*error->code && result && same(result, json_object_get(one, "result"));
    else
        good = code && strncmp(error->code, code, strlen(code)) == 0;
    (void)snprintf(what, sizeof what, "gives %.300s %s %s", dumped ? dumped : "nothing",
                   error->code, error->message);
    if (!good)
        tell(file, text, what);
    free(dumped);
    return good;
}

static char *text_of(const struct suite *s, const char *group, const json_t *one)
{
    const char *text = json_string_value(json_object_get(one, "expr"));
    const char *file = json_string_value(json_object_get(one, "expr-file"));
    char path[4096], buffer[65536] = "";
    if (!file)
        return strdup(text ? text : "");
    (void)snprintf(path, sizeof path, "%s/groups/%s/%s", s->folder, group, file);
    FILE *in = fopen(path, "r");
    if (in) {
        buffer[fread(buffer, 1, sizeof buffer - 1, in)] = '\0';
        (void)fclose(in);
    }
    return strdup(buffer);
}

static void run_case(struct suite *s, const char *group, const char *file, const json_t *one)
{
    struct jsonata_error error = {.code = ""};
    json_t *input = input_of(s, one), *result = NULL;
    char *text = text_of(s, group, one);
    struct jsonata *parsed = jsonata_parse(text, &error);
    json_t *depth = json_object_get(one, "depth");
    struct jsonata_world world = {.input = input,
                                  .variables = json_object_get(one, "bindings"),
                                  .now_ms = 1700000000000,
                                  .limits = {.memory = (size_t)2 << 30, .steps = 100000000}};
    if (depth) /* the suite counts three levels of a recursion where there are four here */
        world.limits.depth = (int)json_integer_value(depth) * 4 / 3 + 1;
    if (parsed)
        (void)jsonata_evaluate(parsed, &world, &result, &error);
    if (judge(file, text, one, result, &error))
        s->passed++;
    else
        s->failed++;
    jsonata_free(parsed);
    json_decref(result);
    json_decref(input);
    free(text);
}

static void run_file(struct suite *s, const char *group, const char *name)
{
    char path[4096];
    size_t i;
    json_t *one;
    (void)snprintf(path, sizeof path, "%s/groups/%s/%s", s->folder, group, name);
    json_t *cases = load(path);
    if (json_is_object(cases))
        run_case(s, group, path, cases);
    json_array_foreach (cases, i, one)
        run_case(s, group, path, one);
    json_decref(cases);
}

static void run_group(struct suite *s, const char *group)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/groups/%s", s->folder, group);
    DIR *folder = opendir(path);
    for (struct dirent *e; folder && (e = readdir(folder)) != NULL;)
        if (strlen(e->d_name) > 5 && strcmp(e->d_name + strlen(e->d_name) - 5, ".json") == 0)
            run_file(s, group, e->d_name);
    if (folder)
        (void)closedir(folder);
}

int main(int argc, char **argv)
{
    struct suite s = {argc > 1 ? argv[1] : ".", 0, 0};
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/groups", s.folder);
    DIR *groups = opendir(path);
    for (struct dirent *e; groups && (e = readdir(groups)) != NULL;)
        if (*e->d_name != '.')
            run_group(&s, e->d_name);
    if (groups)
        (void)closedir(groups);
    printf("%u passed, %u failed\n", s.passed, s.failed);
    return s.failed || !s.passed;
}
