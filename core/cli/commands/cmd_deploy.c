/* SPDX-License-Identifier: Apache-2.0 */
/* slrun deploy, slrun destroy: the stacks of patterns on AWS, put up and taken down by the AWS SAM
 * CLI, in the account and region that are allowed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/options/config.h"
#include "cli/sam.h"
#include "cli/stacks.h"
#include "cli/target/target.h"
#include "lua/coro.h"
#include "lua/language/chunk.h"
#include "net/loop.h"
#include "run/collect/collect.h"

struct deploy_command {
    struct target_options target;
    struct arg_list stacks;
    bool help, yes, no_build;
};

#define FIELD(name) offsetof(struct deploy_command, name)

#define OPTIONS_OF_BOTH                                                                            \
    {0,                                                                                            \
     "stack",                                                                                      \
     NULL,                                                                                         \
     ARG_LIST,                                                                                     \
     FIELD(stacks),                                                                                \
     "NAME",                                                                                       \
     "the stack of the patterns (AWS_SAM_STACK_NAME); PATTERN=NAME: of one of them"},              \
        {'y', "yes", NULL, ARG_FLAG, FIELD(yes), NULL, "do it without asking"},                    \
        TARGET_OPTIONS(FIELD(target)),                                                             \
    {                                                                                              \
        'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"                                \
    }

static const struct arg_option deploy_options[] = {
    {0, "no-build", NULL, ARG_FLAG, FIELD(no_build), NULL,
     "deploy the templates as they are, without `sam build`"},
    OPTIONS_OF_BOTH,
    {0},
};

static const struct arg_option destroy_options[] = {OPTIONS_OF_BOTH, {0}};

/* Opened from the top, closed from the bottom. */
struct deployer {
    struct deploy_command o;
    struct config config;
    bool destroys;
    struct arg_rest rest;
    struct spec_files files;
    struct registry *registry;
    uv_loop_t *loop;
    struct target *target;
    const struct call_env *calls; /* once it is known who we are */
    struct stack_names names;
    struct lua_env env;
    struct collection collection;
    struct sam_stack stacks[STACKS_MAX];
    json_t *asked[STACKS_MAX]; /* what they borrow from */
    size_t n;
    struct slrun_error error;
};

/* ---- what is to be done ---- */

/* Several patterns may share a stack. */
static bool is_known(const struct deployer *d, const json_t *asked)
{
    for (size_t i = 0; i < d->n; i++)
        if (json_equal(d->asked[i], asked))
            return true;
    return false;
}

static int add_stack(struct deployer *d, const struct spec *spec, const struct fixture *fx)
{
    json_t *asked = json_loads(fx->stack, 0, NULL);
    if (!asked || is_known(d, asked)) {
        json_decref(asked);
        return asked ? 0 : error_set(&d->error, SLRUN_E_MEMORY, "out of memory");
    }
    if (d->n == STACKS_MAX) {
        json_decref(asked);
        return error_set(&d->error, SLRUN_E_USAGE, "more than %d stacks", STACKS_MAX);
    }
    struct sam_stack *stack = &d->stacks[d->n];
    stack->pattern = spec_pattern(spec);
    stack->name = json_string_value(json_object_get(asked, "name"));
    stack->template = json_string_value(json_object_get(asked, "template"));
    stack->parameters = json_object_get(asked, "parameters");
    stack->built = !d->o.no_build;
    d->asked[d->n++] = asked;
    for (size_t i = 0; i + 1 < d->n; i++)
        if (!d->destroys && strcmp(d->stacks[i].name, stack->name) == 0)
            return error_set(&d->error, SLRUN_E_USAGE,
                             "the patterns %s and %s have different stacks, and both are named %s",
                             d->stacks[i].pattern, stack->pattern, stack->name);
    return 0;
}

static int add_stacks(struct deployer *d)
{
    for (size_t i = 0; i < d->collection.n_specs; i++) {
        const struct fixture *fx = stack_of(d->collection.specs[i]);
        if (fx && add_stack(d, d->collection.specs[i], fx) != 0)
            return -1;
    }
    return d->n ? 0
                : error_set(&d->error, SLRUN_E_USAGE, "no pattern in %zu file%s has a stack",
                            d->files.n, d->files.n == 1 ? "" : "s");
}

static int collect_stacks(struct deployer *d)
{
    struct discover_options where = {
        .root = d->config.file.folder, .args = d->rest.words, .n_args = d->rest.n};
    if (discover(&where, &d->files, &d->error) != 0)
        return -1;
    d->env = (struct lua_env){.registry = d->registry,
                              .target = target_name(d->target),
                              .run_id = "deploy",
                              .stacks = &d->names,
                              .config = d->config.values};
    if (collect(&d->env, &d->files, &d->collection, &d->error) != 0)
        return -1;
    for (size_t i = 0; i < d->collection.n_errors; i++)
        fprintf(stderr, "ERROR collecting %s\n%s\n", d->collection.errors[i].path,
                d->collection.errors[i].text);
    if (d->collection.n_errors)
        return error_set(&d->error, SLRUN_E_USAGE, "nothing was done");
    return stacks_check(&d->names, &d->collection, &d->error) != 0 ? -1 : add_stacks(d);
}

/* ---- where ---- */

static void on_ready(void *arg, struct call_env *calls, const struct slrun_error *error)
{
    struct deployer *d = arg;
    d->calls = error ? NULL : calls;
    if (error)
        error_copy(&d->error, error);
    loop_stop(d->loop);
}

/* Who we are there, and whether that is allowed. */
static int open_target(struct deployer *d)
{
    struct target_events events = {.ready = on_ready, .arg = d};
    if (target_open(d->target, &events, &d->error) != 0)
        return -1;
    loop_run(d->loop);
    return d->calls ? 0 : -1;
}

static int open_all(struct deployer *d)
{
    struct run_options file;
    if (config_of_command(&d->config, &file, &d->rest, &d->error) != 0)
        return -1;
    config_test_paths(&d->config, &d->rest);
    config_target(&d->o.target, &file.target);
    if (!d->o.target.endpoint)
        d->o.target.name = "aws";
    d->registry = command_registry(d->o.target.plugin_path, &d->error);
    d->loop = d->registry ? loop_new(&d->error) : NULL;
    d->target = d->loop ? target_new(d->loop, &d->o.target, &d->error) : NULL;
    if (!d->target)
        return -1;
    stacks_name(&d->names, &d->o.stacks);
    stacks_configured(&d->names, &d->config);
    return collect_stacks(d) != 0 || sam_find(&d->error) != 0 ? -1 : open_target(d);
}

/* ---- doing it ---- */

static bool confirmed(const struct deployer *d)
{
    char line[16];
    if (d->o.yes)
        return true;
    printf("%s %zu stack%s? [y/N] ", d->destroys ? "delete" : "deploy", d->n, d->n == 1 ? "" : "s");
    fflush(stdout);
    return fgets(line, sizeof line, stdin) && (line[0] == 'y' || line[0] == 'Y');
}

static void tell(const struct deployer *d)
{
    printf("target %s, region %s\n", target_name(d->target), d->calls->region);
    for (const char *const *note = target_notes(d->target); *note; note++)
        printf("%s\n", *note);
    for (size_t i = 0; i < d->n; i++)
        printf("pattern %s: stack %s\n", d->stacks[i].pattern, d->stacks[i].name);
}

/* An endpoint that an option names is where the SAM CLI goes, too, with its keys. */
static int run_sam(struct deployer *d, const struct words *words, bool hides)
{
    char endpoint[512], key[256], secret[256];
    const char *more[4] = {NULL};
    const struct sigv4_credentials *c = &d->calls->credentials;
    if (d->o.target.endpoint && !d->o.target.profile) {
        snprintf(endpoint, sizeof endpoint, "AWS_ENDPOINT_URL=%s", d->o.target.endpoint);
        snprintf(key, sizeof key, "AWS_ACCESS_KEY_ID=%s", c->access_key);
        snprintf(secret, sizeof secret, "AWS_SECRET_ACCESS_KEY=%s", c->secret_key);
        more[0] = endpoint;
        more[1] = key;
        more[2] = secret;
    }
    sam_print(words, hides);
    int code = sam_run(words, more, &d->error);
    if (code > 0)
        error_set(&d->error, SLRUN_E_IO, "`sam %s` ended with %d", words->at[1], code);
    return code == 0 ? 0 : -1;
}

static int step(struct deployer *d, const struct sam_stack *stack, int which)
{
    const struct sam_place place = {.region = d->calls->region, .profile = d->o.target.profile};
    struct words words = {0};
    int rc = d->destroys  ? sam_delete(&words, stack, &place, &d->error)
             : which == 0 ? sam_build(&words, stack, &d->error)
                          : sam_deploy(&words, stack, &place, &d->error);
    if (rc == 0)
        rc = run_sam(d, &words, !d->destroys && sam_has_secrets(stack->template));
    words_free(&words);
    return rc;
}

static enum exitcode work(struct deployer *d)
{
    tell(d);
    if (!d->o.yes && !isatty(STDIN_FILENO)) {
        error_set(&d->error, SLRUN_E_USAGE, "nobody can be asked here");
        error_hint(&d->error, "--yes does it without asking");
        return command_fail(&d->error);
    }
    if (!confirmed(d)) {
        printf("nothing was done\n");
        return EXITCODE_INTERRUPTED;
    }
    for (size_t i = 0; i < d->n; i++) {
        bool builds = !d->destroys && !d->o.no_build;
        if ((builds && step(d, &d->stacks[i], 0) != 0) || step(d, &d->stacks[i], 1) != 0) {
            command_fail(&d->error);
            return EXITCODE_FAILED;
        }
    }
    return EXITCODE_OK;
}

static void close_all(struct deployer *d)
{
    target_free(d->target);
    for (size_t i = 0; i < d->n; i++)
        json_decref(d->asked[i]);
    collect_free(&d->collection);
    coro_drain(&d->env);
    chunk_free(d->env.chunks);
    loop_free(d->loop);
    registry_free(d->registry);
    discover_free(&d->files);
    free(d->rest.words);
    config_close(&d->config);
    error_clear(&d->error);
}

static enum exitcode command_main(const struct command *self, int argc, char **argv)
{
    struct deployer d = {.destroys = self == &command_destroy};
    if (args_parse(self->options, &(struct arg_line){argc, argv, &d.o}, &d.rest, &d.error) != 0)
        return command_fail(&d.error);
    enum exitcode code = d.o.help            ? command_help(self)
                         : open_all(&d) != 0 ? command_fail(&d.error)
                                             : work(&d);
    fflush(stdout);
    close_all(&d);
    return code;
}

const struct command command_deploy = {
    .name = "deploy",
    .usage = "deploy --stack NAME [FILE | DIRECTORY]...",
    .about =
        "Puts the stacks of patterns up on AWS, by `sam build` and `sam deploy` of the AWS SAM\n"
        "CLI. Says in which account and region, and asks; prints each command before it is run.",
    .options = deploy_options,
    .run = command_main,
    .words = COMMAND_SPECS,
};

const struct command command_destroy = {
    .name = "destroy",
    .usage = "destroy --stack NAME [FILE | DIRECTORY]...",
    .about =
        "Deletes the stacks of patterns on AWS, by `sam delete` of the AWS SAM CLI. Says in which\n"
        "account and region, and asks.",
    .options = destroy_options,
    .run = command_main,
    .words = COMMAND_SPECS,
};
