/* SPDX-License-Identifier: Apache-2.0 */
#include "net/credential/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <slrun/nearest.h>

#include "base/error.h"
#include "base/file.h"

struct config {
    json_t *files[2]; /* by enum config_kind, as they are */
    json_t *both;     /* and together */
    char paths[2][CONFIG_PATH_MAX];
    char profile[CONFIG_NAME_MAX];
    bool named, given;
};

static const struct {
    const char *variable, *path;
} places[] = {
    [CONFIG_SHARED] = {"AWS_CONFIG_FILE", "~/.aws/config"},
    [CONFIG_CREDENTIALS] = {"AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"},
};

const char *config_env(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

bool config_expand(const char *path, char out[CONFIG_PATH_MAX])
{
    const char *home = config_env("HOME");
    bool tilde = home && path[0] == '~' && path[1] == '/';
    int n = snprintf(out, CONFIG_PATH_MAX, "%s%s", tilde ? home : "", path + tilde);
    return n >= 0 && n < CONFIG_PATH_MAX;
}

/* A file that is not there is empty. */
static json_t *parse_text(enum config_kind kind, const char *path, struct slrun_error *error)
{
    struct config_fault fault;
    struct buf text = BUF_INIT(CONFIG_FILE_MAX);
    int number = file_read(path, &text);
    json_t *parsed = NULL;
    if (text.failed)
        error_set(error, SLRUN_E_USAGE, "%s: over %d bytes", path, CONFIG_FILE_MAX);
    else if (number && number != ENOENT && number != ENOTDIR)
        error_set(error, SLRUN_E_USAGE, "%s: %s", path, file_why(number));
    else if (!(parsed = config_parse(kind, buf_str(&text), text.len, &fault)))
        error_set(error, SLRUN_E_USAGE, "%s:%u: %s", path, fault.line, fault.text);
    buf_free(&text);
    return parsed;
}

json_t *config_parse_file(enum config_kind kind, const char *path, struct slrun_error *error)
{
    if (access(path, R_OK) == 0)
        return parse_text(kind, path, error);
    error_set(error, SLRUN_E_USAGE, "%s: %s", path, strerror(errno));
    return NULL;
}

static int load_file(struct config *c, enum config_kind kind, struct slrun_error *error)
{
    const char *named = config_env(places[kind].variable);
    if (!config_expand(named ? named : places[kind].path, c->paths[kind]))
        return error_set(error, SLRUN_E_USAGE, "%s: the path is too long", places[kind].variable);
    c->files[kind] = parse_text(kind, c->paths[kind], error);
    return c->files[kind] ? 0 : -1;
}

/* What the credentials file says of a profile counts more. */
static int join(struct config *c, struct slrun_error *error)
{
    const char *name;
    json_t *profile;
    c->both = json_deep_copy(c->files[CONFIG_SHARED]);
    json_t *profiles = json_object_get(c->both, "profile");
    json_object_foreach (json_object_get(c->files[CONFIG_CREDENTIALS], "profile"), name, profile) {
        json_t *old = json_object_get(profiles, name);
        int rc = old ? json_object_update(old, profile)
                     : json_object_set_new(profiles, name, json_copy(profile));
        if (rc != 0)
            return error_set(error, SLRUN_E_MEMORY, "out of memory");
    }
    return profiles ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static int choose_profile(struct config *c, const char *given, struct slrun_error *error)
{
    const char *variable = config_env("AWS_PROFILE");
    if (!variable)
        variable = config_env("AWS_DEFAULT_PROFILE");
    const char *profile = given ? given : variable;
    c->given = given != NULL;
    c->named = profile != NULL;
    profile = profile ? profile : "default";
    if (strlen(profile) >= sizeof c->profile)
        return error_set(error, SLRUN_E_USAGE, "the name of the profile is too long");
    memcpy(c->profile, profile, strlen(profile) + 1);
    if (!c->named || config_has(c, "profile", profile))
        return 0;
    const char *name;
    json_t *section;
    struct slrun_nearest near = {.word = profile};
    json_object_foreach (json_object_get(c->both, "profile"), name, section)
        slrun_nearest_offer(&near, name);
    error_set(error, SLRUN_E_CREDENTIALS, "there is no profile '%s' in %s, nor in %s", profile,
              c->paths[CONFIG_SHARED], c->paths[CONFIG_CREDENTIALS]);
    return near.best ? error_hint(error, "did you mean '%s'?", near.best)
                     : error_hint(error, "%s names it",
                                  given                       ? "--profile"
                                  : config_env("AWS_PROFILE") ? "AWS_PROFILE"
                                                              : "AWS_DEFAULT_PROFILE");
}

struct config *config_load(const char *profile, struct slrun_error *error)
{
    struct config *c = calloc(1, sizeof *c);
    if (!c) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    if (load_file(c, CONFIG_SHARED, error) == 0 && load_file(c, CONFIG_CREDENTIALS, error) == 0 &&
        join(c, error) == 0 && choose_profile(c, profile, error) == 0)
        return c;
    config_free(c);
    return NULL;
}

int config_reload(struct config *c, struct slrun_error *error)
{
    struct config *fresh = config_load(c->named ? c->profile : NULL, error);
    if (!fresh)
        return -1;
    struct config old = *c;
    memcpy(c->files, fresh->files, sizeof c->files);
    c->both = fresh->both;
    memcpy(fresh->files, old.files, sizeof old.files);
    fresh->both = old.both;
    config_free(fresh);
    return 0;
}

void config_free(struct config *c)
{
    if (!c)
        return;
    json_decref(c->files[CONFIG_SHARED]);
    json_decref(c->files[CONFIG_CREDENTIALS]);
    json_decref(c->both);
    free(c);
}

const char *config_profile(const struct config *c)
{
    return c->profile;
}

bool config_profile_given(const struct config *c)
{
    return c->given;
}

const char *config_path(const struct config *c, enum config_kind kind)
{
    return c->paths[kind];
}

static const json_t *section(const json_t *root, const char *kind, const char *name)
{
    return json_object_get(json_object_get(root, kind), name);
}

bool config_has(const struct config *c, const char *kind, const char *name)
{
    return section(c->both, kind, name) != NULL;
}

const char *config_get(const struct config *c, const char *kind, const char *name, const char *key)
{
    return json_string_value(json_object_get(section(c->both, kind, name), key));
}

const char *config_sub(const struct config *c, const char *const path[4])
{
    const json_t *parent = json_object_get(section(c->both, path[0], path[1]), path[2]);
    return json_string_value(json_object_get(parent, path[3]));
}

const char *config_of_file(const struct config *c, enum config_kind file, const char *profile,
                           const char *key)
{
    return json_string_value(json_object_get(section(c->files[file], "profile", profile), key));
}

const char *config_setting(const struct config *c, const char *variable, const char *key)
{
    const char *value = config_env(variable);
    return value || !c ? value : config_get(c, "profile", c->profile, key);
}

bool config_flag(const struct config *c, const char *variable, const char *key)
{
    const char *value = config_setting(c, variable, key);
    return value && strcasecmp(value, "true") == 0;
}
