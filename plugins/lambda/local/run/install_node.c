/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Modules of functions for Node.js: the dependencies of package.json, and the SDK (version 3) that
 * AWS's runtime brings along, of which this machine gets the modules that sources name.
 */
#include "local/run/install.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/bytes.h"
#include "local/code/tree.h"
#include "local/run/pool.h"

enum { MODULE_SIZE = 128, SDK_MAX = 100 /* modules */ };

/* ---- what is there ---- */

/* Whether some folder node_modules at or above the package, or of a layer, has the package. */
static bool has_module(const struct preparation *p, const char *name)
{
    char folder[PATH_SIZE], path[PATH_SIZE + 512];
    size_t i;
    json_t *layer;
    (void)snprintf(folder, sizeof folder, "%s", install_task(p));
    for (char *slash = folder + strlen(folder); slash; slash = strrchr(folder, '/')) {
        *slash = '\0';
        (void)snprintf(path, sizeof path, "%s/node_modules/%.400s", folder, name);
        if (tree_is_directory(path))
            return true;
    }
    json_array_foreach (p->pool->layers, i, layer) {
        (void)snprintf(path, sizeof path, "%.4000s/nodejs/node_modules/%.400s",
                       json_string_value(layer), name);
        if (tree_is_directory(path))
            return true;
    }
    return false;
}

/* ---- what is asked for ---- */

/* A dependency of package.json that is missing; NULL: none. */
static const char *missing_module(const struct preparation *p, const json_t *description)
{
    const char *name;
    json_t *version;
    json_object_foreach (json_object_get(description, "dependencies"), name, version)
        if (!has_module(p, name))
            return name;
    for (size_t i = 0; i < json_array_size(p->managed); i++) {
        name = json_string_value(json_array_get(p->managed, i));
        if (!has_module(p, name) &&
            !json_object_get(json_object_get(description, "dependencies"), name))
            return name;
    }
    return NULL;
}

/* Whether the quoted name that begins there is loaded: require("..."), import("..."), from "...".
 */
static bool is_loaded(const char *data, const char *name)
{
    static const char *const before[] = {"require(", "import(", "import", "from"};
    const char *end = name - 1; /* the quote */
    if (end <= data || !strchr("'\"`", *end))
        return false;
    while (end > data && isspace((unsigned char)end[-1]))
        end--;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t n = strlen(before[i]);
        if ((size_t)(end - data) >= n && memcmp(end - n, before[i], n) == 0)
            return true;
    }
    return false;
}

/* The name of a module that begins there, without a path in it; its size, or 0. */
static size_t module_size(const char *name, const char *end, size_t scope)
{
    size_t n = scope;
    while (name + n < end && n < MODULE_SIZE - 1 &&
           (islower((unsigned char)name[n]) || isdigit((unsigned char)name[n]) || name[n] == '-'))
        n++;
    return n > scope && name + n < end && strchr("'\"`/", name[n]) ? n : 0;
}

/* Adds the modules of the SDK that a source loads. */
static bool find_sdk(void *names, const char *data, size_t size)
{
    static const char scope[] = "@aws-sdk/";
    const char *end = data + size, *at = data;
    while (json_object_size(names) < SDK_MAX &&
           (at = memmem(at, (size_t)(end - at), scope, strlen(scope))) != NULL) {
        size_t n = module_size(at, end, strlen(scope));
        char name[MODULE_SIZE];
        (void)snprintf(name, sizeof name, "%.*s", (int)n, at);
        if (n > 0 && is_loaded(data, at))
            put(names, name, json_string("^3"));
        at += strlen(scope);
    }
    return false;
}

/* Modules of the SDK that the sources load, and neither they nor their package.json have. */
static json_t *missing_sdk(const struct preparation *p, const json_t *description)
{
    json_t *names = json_object(), *version;
    const char *name;
    void *next;
    (void)tree_search(&(struct tree_search){.host = p->machine->service->host,
                                            .path = install_task(p),
                                            .suffix = "js",
                                            .hit = find_sdk,
                                            .arg = names});
    json_object_foreach_safe (names, next, name, version)
        if (has_module(p, name) ||
            json_object_get(json_object_get(description, "dependencies"), name))
            (void)json_object_del(names, name);
    return names;
}

/* A package.json that asks for the SDK, too. */
static json_t *with_sdk(const json_t *description, json_t *sdk)
{
    json_t *all = description ? json_deep_copy(description) : json_object();
    json_t *asked = json_object_get(all, "dependencies");
    if (json_is_object(asked))
        (void)json_object_update(asked, sdk);
    else
        (void)json_object_set(all, "dependencies", sdk);
    return all;
}

/* ---- npm ---- */

/* npm works in the folder of a package.json. */
static bool copy_file(const struct preparation *p, const char *name)
{
    char from[PATH_SIZE], to[PATH_SIZE];
    size_t size;
    (void)snprintf(from, sizeof from, "%.4000s/%s", install_task(p), name);
    (void)snprintf(to, sizeof to, "%.4000s/%s", p->making, name);
    char *text = install_read(p, from, &size);
    bool ok = text && tree_write(to, text, size);
    free(text);
    return ok;
}

static bool write_description(const struct preparation *p)
{
    char to[PATH_SIZE];
    char *text = json_dumps(p->npm, JSON_SORT_KEYS);
    (void)snprintf(to, sizeof to, "%.4000s/package.json", p->making);
    bool ok = text && tree_write(to, text, strlen(text));
    free(text);
    return ok;
}

void install_npm(struct preparation *p)
{
    bool locked = !p->npm && copy_file(p, "package-lock.json");
    const char *const argv[] = {"npm",       locked ? "ci" : "install", "--omit=dev", "--no-audit",
                                "--no-fund", "--no-update-notifier",    NULL};
    if (p->npm ? write_description(p) : copy_file(p, "package.json"))
        prepare_run(p, argv, p->making, install_done);
    else
        install_done(p, false);
}

/* ---- both ---- */

/* By the file as it is, or by what is asked for in its place. */
static void make_key(struct preparation *p, const char *text, size_t size)
{
    char *own = p->npm ? json_dumps(p->npm, JSON_SORT_KEYS) : NULL;
    if (own)
        install_key(p, own, strlen(own));
    else if (text && !p->npm)
        install_key(p, text, size);
    free(own);
}

/* Sets p->key where something is to be installed. The name of what is missing; NULL: nothing is. */
static const char *ask(struct preparation *p, json_t *description, const char *text, size_t size)
{
    const char *missing = missing_module(p, description);
    bool named = missing && json_object_get(json_object_get(description, "dependencies"), missing);
    json_t *sdk = missing_sdk(p, description);
    if (json_object_size(sdk) > 0 && (!missing || named)) {
        p->npm = with_sdk(description, sdk);
        p->sdk_alone = !missing;
        if (!missing)
            (void)snprintf(p->file, sizeof p->file, "its code (@aws-sdk)");
        missing = "@aws-sdk";
        named = true;
    }
    if (named)
        make_key(p, text, size);
    json_decref(sdk);
    return missing;
}

void install_node(struct preparation *p)
{
    size_t size = 0;
    char *text = install_ask(p, "package.json", &size);
    json_t *description = text ? json_loadb(text, size, 0, NULL) : NULL;
    const char *missing = ask(p, description, text, size);
    if (!missing || (p->key && !install_name_folders(p)))
        prepare_end(p, NULL);
    else if (!p->key)
        prepare_fail(p, "Runtime.LayerNotFound",
                     "a managed layer of the function stands for the package %s: name it in "
                     "package.json, or npm install it beside the function",
                     missing);
    else if (tree_is_directory(p->folder))
        install_use(p, p->folder);
    else
        install_begin(p);
    free(text);
    json_decref(description);
}
