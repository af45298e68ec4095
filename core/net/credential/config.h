/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The configuration and credentials files that AWS's SDKs and command line share (AWS SDKs and
 * Tools Reference Guide, "Shared config and credentials files"): reading, and which profile is
 * meant.
 *
 * Their format is their own: sections [default], [profile NAME], [sso-session NAME] and [services
 * NAME] in the one file, [NAME] in the other; `key = value`, where the key's case does not matter;
 * indented lines continue a value, or are sub-properties of a key without one; a line that begins
 * with # or ; is a comment, and so is what follows one of them behind a blank in a value. A section
 * or key that comes twice adds to the first.
 */
#ifndef SLRUN_NET_CONFIG_H
#define SLRUN_NET_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include <slrun/error.h>

enum {
    CONFIG_FILE_MAX = 1 << 20, /* bytes of one file */
    CONFIG_NAME_MAX = 256,     /* bytes of the name of a section or key, with the NUL */
    CONFIG_PATH_MAX = 4096,
};

enum config_kind {
    CONFIG_SHARED,     /* ~/.aws/config */
    CONFIG_CREDENTIALS /* ~/.aws/credentials */
};

struct config_fault {
    unsigned line;
    const char *text; /* static */
};

/*
 * Parses a file into {"profile": {NAME: {key: value}}, "sso-session": ..., "services": ...}, which
 * has every kind of section; a value is a string, or an object of strings for sub-properties. NULL
 * with `fault` filled.
 */
json_t *config_parse(enum config_kind kind, const char *text, size_t size,
                     struct config_fault *fault);

/* The same of a file, which must be there; NULL with `error` filled. */
json_t *config_parse_file(enum config_kind kind, const char *path, struct slrun_error *error);

struct config;

/*
 * Reads AWS_CONFIG_FILE (~/.aws/config) and AWS_SHARED_CREDENTIALS_FILE (~/.aws/credentials). A
 * file that is not there counts as empty. `profile`: the one that the user named on the command
 * line, or NULL: AWS_PROFILE, AWS_DEFAULT_PROFILE, else "default". NULL with `error` filled: a file
 * that is not readable or not well formed, or a profile that was named and is nowhere.
 */
struct config *config_load(const char *profile, struct slrun_error *error);
void config_free(struct config *config);
/* Reads the files again; the profile stays. Its strings are other ones then. -1 with `error`
 * filled: all is as it was. */
int config_reload(struct config *config, struct slrun_error *error);

/* The profile in use, never NULL; whether the command line named it. */
const char *config_profile(const struct config *config);
bool config_profile_given(const struct config *config);

/* The files as messages name them. */
const char *config_path(const struct config *config, enum config_kind kind);

/* Whether there is such a section, as both files together have it. */
bool config_has(const struct config *config, const char *kind, const char *name);

/* A value of a section ("profile", "dev", "region"), where what the credentials file has counts
 * more; NULL: it has none. Strings live as long as the config. */
const char *config_get(const struct config *config, const char *kind, const char *name,
                       const char *key);
/* The same of a sub-property: "services", "mine", "dynamodb", "endpoint_url". */
const char *config_sub(const struct config *config, const char *const path[4]);
/* A value of the profile in one of the files alone. */
const char *config_of_file(const struct config *config, enum config_kind file, const char *profile,
                           const char *key);

/* An environment variable, or NULL where it is not set or empty. */
const char *config_env(const char *name);
/* A setting: an environment variable, or else a key of the profile in use; NULL: neither. `config`
 * may be NULL. */
const char *config_setting(const struct config *config, const char *variable, const char *key);
/* Whether a setting says true. */
bool config_flag(const struct config *config, const char *variable, const char *key);

/* `path` with a leading "~/" replaced by the home directory. False: too long. */
bool config_expand(const char *path, char out[CONFIG_PATH_MAX]);

#endif
