/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Packages that a function asks for. What has been found or installed is remembered by the hash of
 * requirements.txt, or of package.json and package-lock.json, and of the interpreter: an unchanged
 * function runs neither pip nor npm again, and needs no network.
 */
#include "local/run/install.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "local/bytes.h"
#include "local/code/tree.h"
#include "local/run/pool.h"

enum { FILE_MAX = 4 << 20, LOCK_WAIT_MS = 250, LOCK_WAITS_MAX = 2400 /* ten minutes */ };

const char *install_task(const struct preparation *p)
{
    return json_string_value(json_object_get(p->pool->code, "Path"));
}

static void log_info(const struct preparation *p, const char *what, const char *more)
{
    p->machine->service->host->log(SLRUN_LOG_INFO, "lambda: %s: %s%s", p->pool->function->name,
                                   what, more);
}

/* ---- what is asked for ---- */

char *install_read(const struct preparation *p, const char *path, size_t *size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    return p->machine->service->host->file_read(path, FILE_MAX, size, &error);
}

/* Whether a file of the package holds anything; its path in p->file. */
char *install_ask(struct preparation *p, const char *name, size_t *size)
{
    (void)snprintf(p->file, sizeof p->file, "%.4000s/%s", install_task(p), name);
    char *text = install_read(p, p->file, size);
    if (!text)
        *p->file = '\0';
    return text;
}

void install_key(struct preparation *p, const char *text, size_t size)
{
    char sum[SHA_TEXT_SIZE];
    char *managed = json_dumps(p->managed, JSON_COMPACT), *all = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&all, &n);
    if (out) {
        (void)fprintf(out, "%s\n%s\n", p->pool->program, managed ? managed : "");
        (void)fwrite(text, 1, size, out);
        (void)fclose(out);
    }
    if (all && sha256_text(all, n, sum)) {
        for (char *c = sum; *c; c++)
            *c = *c == '/' ? '_' : *c == '+' ? '-' : *c == '=' ? '\0' : *c;
        p->key = strdup(sum);
    }
    free(all);
    free(managed);
}

/* ---- the cache ---- */

bool install_name_folders(struct preparation *p)
{
    const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    const char *family = p->family == FAMILY_NODE ? "node" : "python";
    int n = base && *base == '/'
                ? snprintf(p->folder, sizeof p->folder, "%s/slrun/%s/%s", base, family, p->key)
                : snprintf(p->folder, sizeof p->folder, "%s/.cache/slrun/%s/%s",
                           home && *home ? home : "/tmp", family, p->key);
    return n > 0 && n < PATH_SIZE - 64 &&
           snprintf(p->making, sizeof p->making, "%.4000s.part", p->folder) > 0;
}

void install_use(struct preparation *p, const char *folder)
{
    const char *end = p->family == FAMILY_NODE && *folder ? "/node_modules" : "";
    (void)snprintf(p->pool->packages, sizeof p->pool->packages, "%.4000s%s", folder, end);
    put(p->machine->satisfied, p->key, json_string(folder));
    prepare_end(p, NULL);
}

void install_done(struct preparation *p, bool ok)
{
    if (!ok || rename(p->making, p->folder) != 0) {
        tree_remove(p->making);
        if (p->sdk_alone) { /* its code may do without: a module that it lacks is told then */
            log_info(p, "without the SDK that AWS's runtime brings: ", p->said);
            prepare_end(p, NULL);
            return;
        }
        prepare_fail(p, "Runtime.ImportModuleError", "what %s asks for could not be installed: %s",
                     p->file, *p->said ? p->said : "see the log of the local cloud");
        return;
    }
    log_info(p, "installed in ", p->folder);
    install_use(p, p->folder);
}

static void say_line(struct preparation *p, const char *text)
{
    log_info(p, "", text);
}

static void run_pip(struct preparation *p)
{
    const char *const argv[] = {p->pool->program,
                                "-m",
                                "pip",
                                "install",
                                "--disable-pip-version-check",
                                "--no-input",
                                "-r",
                                p->file,
                                "--target",
                                p->making,
                                NULL};
    prepare_run(p, argv, install_task(p), install_done);
}

static void install(struct preparation *p)
{
    tree_remove(p->making);
    if (!tree_make(p->making)) {
        prepare_fail(p, "Runtime.ImportModuleError", "%.1000s cannot be made", p->making);
        return;
    }
    /* Nobody would know what a first run waits for: it may take a minute. */
    p->machine->service->host->log(SLRUN_LOG_WARNING,
                                   "lambda: %s: installing, once, what %s asks for",
                                   p->pool->function->name, p->file);
    p->heard = say_line;
    if (p->family == FAMILY_NODE)
        install_npm(p);
    else
        run_pip(p);
}

/* One installs at a time, also of several local clouds. */
void install_begin(void *arg)
{
    struct preparation *p = arg;
    char path[PATH_SIZE];
    p->timer = NULL;
    (void)snprintf(path, sizeof path, "%.4000s.lock", p->folder);
    if (p->lock < 0 && tree_make_above(path))
        p->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (p->lock < 0) {
        prepare_fail(p, "Runtime.ImportModuleError", "%.1000s cannot be made", path);
    } else if (flock(p->lock, LOCK_EX | LOCK_NB) == 0) {
        if (tree_is_directory(p->folder))
            install_use(p, p->folder);
        else
            install(p);
    } else if (++p->waited > LOCK_WAITS_MAX) {
        prepare_fail(p, "Runtime.ImportModuleError", "somebody else installs into %.1000s",
                     p->folder);
    } else {
        p->timer = p->cloud->timer_start(p->cloud, p->cloud->now_ms(p->cloud) + LOCK_WAIT_MS,
                                         install_begin, p);
    }
}

/* ---- whether it is there ---- */

static void look(struct preparation *p);

/* One looks for the same packages at a time; the others take what it found, or look after it. */
static struct preparation *in_line(const struct machine *m, const char *key, bool waits)
{
    struct preparation *p = m->checks;
    while (p && (p->waits != waits || strcmp(p->key, key) != 0))
        p = p->next;
    return p;
}

static bool leave_line(struct preparation *p)
{
    struct preparation **at = &p->machine->checks;
    while (*at && *at != p)
        at = &(*at)->next;
    if (!*at)
        return false;
    *at = p->next;
    return true;
}

static void enter_line(struct preparation *p, bool waits)
{
    p->waits = waits;
    p->next = p->machine->checks;
    p->machine->checks = p;
}

void install_leave(struct preparation *p)
{
    struct machine *m = p->machine;
    char *key = p->key ? strdup(p->key) : NULL;
    struct preparation *waiting;
    if (leave_line(p) && !p->waits)
        while (key && !in_line(m, key, false) && (waiting = in_line(m, key, true)) != NULL) {
            (void)leave_line(waiting);
            look(waiting);
        }
    free(key);
}

static void heard_found(struct preparation *p, const char *text)
{
    p->own = p->own || strcmp(text, "own") == 0;
    if (strncmp(text, "layer ", 6) == 0 && p->waited == 0) {
        p->waited = 1;
        (void)snprintf(p->making, sizeof p->making, "%s", text + 6);
    }
}

static void checked(struct preparation *p, bool ok)
{
    p->heard = NULL;
    if (ok && p->own) {
        prepare_end(p, NULL); /* other functions may not have what this one brings */
    } else if (ok) {
        install_use(p, "");
    } else if (p->waited) {
        char name[256];
        (void)snprintf(name, sizeof name, "%.255s", p->making);
        prepare_fail(p, "Runtime.LayerNotFound",
                     "a managed layer of the function stands for the package %s, which %s does not "
                     "have: pip install %s, or name it in requirements.txt",
                     name, p->pool->program, name);
    } else if (!*p->file) {
        prepare_fail(p, "Runtime.ImportModuleError",
                     "the packages of layers cannot be looked up: %s", p->said);
    } else {
        install_begin(p);
    }
}

static void check_python(struct preparation *p)
{
    const char *argv[16] = {p->pool->program, p->machine->requirements, p->file, NULL};
    char folders[3 * PATH_SIZE] = "";
    size_t n = (size_t)snprintf(folders, sizeof folders, "%s", install_task(p)), at = 4;
    for (size_t i = 0; i < json_array_size(p->pool->layers) && n < sizeof folders; i++)
        n += (size_t)snprintf(folders + n, sizeof folders - n, ":%s/python",
                              json_string_value(json_array_get(p->pool->layers, i)));
    argv[3] = folders;
    for (size_t i = 0; i < json_array_size(p->managed) && at < 15; i++)
        argv[at++] = json_string_value(json_array_get(p->managed, i));
    p->heard = heard_found;
    p->waited = 0;
    prepare_run(p, argv, NULL, checked);
}

static void look(struct preparation *p)
{
    const char *known = json_string_value(json_object_get(p->machine->satisfied, p->key));
    if (known) {
        install_use(p, known);
    } else if (tree_is_directory(p->folder)) {
        install_use(p, p->folder);
    } else if (in_line(p->machine, p->key, false)) {
        enter_line(p, true);
    } else {
        enter_line(p, false);
        (void)zygote_of(p->pool); /* it begins meanwhile */
        check_python(p);
    }
}

static void start_python(struct preparation *p)
{
    size_t size = 0;
    char *text = install_ask(p, "requirements.txt", &size);
    bool asks = (text && size > 0) || json_array_size(p->managed) > 0;
    if (asks)
        install_key(p, text ? text : "", text ? size : 0);
    free(text);
    if (!asks || !p->key || !install_name_folders(p))
        prepare_end(p, NULL);
    else
        look(p);
}

void install_start(struct preparation *p)
{
    if (p->family == FAMILY_NODE)
        install_node(p);
    else
        start_python(p);
}
