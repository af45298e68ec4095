/* SPDX-License-Identifier: Apache-2.0 */
/* What functions run by on this machine. */
#include "local/run/machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "local/code/tree.h"
#include "local/run/output.h"
#include "local/run/zygote.h"

extern const char lambda_bootstrap_py[], lambda_bootstrap_mjs[], lambda_requirements_py[],
    lambda_zygote_py[], lambda_borrowed_py[]; /* runtime/, embedded by the build */

static bool write_out(const struct service *service, const char *name, const char *text,
                      char path[PATH_SIZE + 32])
{
    (void)snprintf(path, PATH_SIZE + 32, "%s/%s", service->private_dir, name);
    return !text || tree_write(path, text, strlen(text));
}

/* Where the bootstrap imports them from. */
static bool write_modules(const struct service *service)
{
    char path[PATH_SIZE + 32];
    return write_out(service, "zygote.py", lambda_zygote_py, path) &&
           write_out(service, "borrowed.py", lambda_borrowed_py, path);
}

bool machine_open(struct service *service)
{
    struct machine *m = calloc(1, sizeof *m);
    service->machine = m;
    if (!m)
        return false;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    m->service = service;
    m->starts_max = processors > STARTS_MIN ? (unsigned)processors : STARTS_MIN;
    m->satisfied = json_object();
    return m->satisfied != NULL;
}

bool machine_prepare(struct service *service)
{
    struct machine *m = service->machine;
    return write_out(service, "bootstrap.py", lambda_bootstrap_py, m->python_bootstrap) &&
           write_out(service, "bootstrap.mjs", lambda_bootstrap_mjs, m->node_bootstrap) &&
           write_out(service, "requirements.py", lambda_requirements_py, m->requirements) &&
           write_modules(service) && write_out(service, "home", NULL, m->home) &&
           tree_make(m->home);
}

void machine_close(struct service *service)
{
    struct machine *m = service->machine;
    if (!m)
        return;
    zygotes_close(m);
    outputs_close(m);
    json_decref(m->satisfied);
    free(m);
    service->machine = NULL;
}

enum family machine_family(const char *runtime)
{
    static const struct {
        const char *prefix;
        enum family family;
    } families[] = {
        {"python3", FAMILY_PYTHON}, {"nodejs", FAMILY_NODE}, {"provided", FAMILY_PROVIDED}};
    for (size_t i = 0; runtime && i < sizeof families / sizeof *families; i++)
        if (strncmp(runtime, families[i].prefix, strlen(families[i].prefix)) == 0)
            return families[i].family;
    return FAMILY_OTHER;
}

bool machine_find(const char *program, char path[PATH_SIZE])
{
    const char *at = getenv("PATH");
    while (at && *at) {
        size_t size = strcspn(at, ":");
        int n = snprintf(path, PATH_SIZE, "%.*s/%s", (int)size, at, program);
        if (size > 0 && n > 0 && n < PATH_SIZE && tree_is_file(path) && access(path, X_OK) == 0)
            return true;
        at += size + (at[size] == ':');
    }
    return false;
}

bool machine_is_script(const char *path)
{
    char head[2] = "";
    FILE *file = fopen(path, "rb");
    bool script = file && fread(head, 1, 2, file) == 2 && head[0] == '#' && head[1] == '!';
    if (file)
        (void)fclose(file);
    return script;
}
