/* SPDX-License-Identifier: Apache-2.0 */
/* slrun local: the local cloud alone, for any AWS SDK or CLI. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/log.h"
#include "base/newest.h"
#include "cli/command.h"
#include "local/server.h"
#include "plugin/host.h"

struct local_command {
    const char *plugin_path, *data, *credentials, *host, *account, *iam;
    struct arg_list parameters;
    unsigned port, lifeline;
    bool help, strict, at_once, verbose;
    const char *template;
    const json_t *values;
};

enum { NO_LIFELINE = 65535 };

#define FIELD(name) offsetof(struct local_command, name)

static const struct arg_option options[] = {
    {0, "port", NULL, ARG_NUMBER, FIELD(port), "PORT", "to listen at (4566); 0: a free one", 0, 0,
     65535},
    {0, "host", NULL, ARG_STRING, FIELD(host), "ADDRESS",
     "IP address to listen at (127.0.0.1); any other than of this machine alone lets others in"},
    {0, "account", NULL, ARG_STRING, FIELD(account), "ID",
     "account of access keys that are no account's number (000000000000)"},
    {0, "data", NULL, ARG_STRING, FIELD(data), "DIRECTORY",
     "keep state there, and make it if need be (in memory, and gone at the end)"},
    {0, "parameter", NULL, ARG_LIST, FIELD(parameters), "NAME=VALUE", "of the template"},
    {0, "at-once", NULL, ARG_FLAG, FIELD(at_once), NULL,
     "streams and what else changes its state in steps are ACTIVE, or gone, when it is answered"},
    {0, "strict-signatures", NULL, ARG_FLAG, FIELD(strict), NULL,
     "refuse access keys other than test and those of --credentials"},
    {0, "iam", NULL, ARG_CHOICE, FIELD(iam), "warn|enforce|off",
     "calls of functions that AWS would refuse, by the policies of their roles: told (the "
     "default), "
     "refused here, too, or nothing"},
    {0, "credentials", NULL, ARG_STRING, FIELD(credentials), "FILE",
     "more pairs of keys to know, in the format of ~/.aws/credentials"},
    {0, "plugin-path", NULL, ARG_STRING, FIELD(plugin_path), "PATH",
     "plugin files or directories, separated by ':'"},
    {'v', "verbose", NULL, ARG_FLAG, FIELD(verbose), NULL, "log more"},
    {0, "lifeline", NULL, ARG_NUMBER, FIELD(lifeline), "FD", NULL, 0, 0,
     NO_LIFELINE}, /* the runner's */
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

/* A directory stands for the template in it. The path is malloc's; NULL with `error` filled. */
static char *find_template(const char *given, struct slrun_error *error)
{
    char path[PATH_MAX];
    if (newest_template(given, path, sizeof path))
        return realpath(path, NULL);
    error_set(error, SLRUN_E_USAGE, "slrun local: there is no template at %s", given);
    error_hint(error, "give a CloudFormation or SAM template, or a directory with template.yaml");
    return NULL;
}

static json_t *read_parameters(const struct arg_list *given, struct slrun_error *error)
{
    json_t *parameters = json_object();
    for (size_t i = 0; i < given->n; i++) {
        const char *word = given->words[i], *equals = strchr(word, '=');
        if (equals && !json_object_setn_new(parameters, word, (size_t)(equals - word),
                                            json_string(equals + 1)))
            continue;
        error_set(error, SLRUN_E_USAGE, "--parameter %s: write NAME=VALUE", word);
        json_decref(parameters);
        return NULL;
    }
    return parameters;
}

static int serve(const struct local_command *c, struct registry *registry,
                 struct slrun_error *error);

/* With the stack of the template that was given, if one was. */
static int serve_with(struct local_command *c, const struct arg_rest *rest,
                      struct registry *registry, struct slrun_error *error)
{
    if (rest->n > 1)
        return error_set(error, SLRUN_E_USAGE, "slrun local takes one template; '%s' is the second",
                         rest->words[1]);
    if (c->account && !cloud_is_account(c->account))
        return error_set(error, SLRUN_E_USAGE, "--account %s: an account has 12 digits",
                         c->account);
    char *template = rest->n ? find_template(rest->words[0], error) : NULL;
    json_t *parameters = read_parameters(&c->parameters, error);
    c->template = template;
    c->values = parameters;
    int result = (rest->n && !template) || !parameters ? -1 : serve(c, registry, error);
    json_decref(parameters);
    free(template);
    return result;
}

static int serve(const struct local_command *c, struct registry *registry,
                 struct slrun_error *error)
{
    if (registry_load_all(registry, error) != 0)
        return -1;
    size_t n = registry_count(registry);
    struct cloud_plugin *plugins = calloc(n + 1, sizeof *plugins);
    if (!plugins)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (size_t i = 0; i < n; i++) {
        const struct plugin *plugin = registry_at(registry, i);
        plugins[i] = (struct cloud_plugin){&plugin->entry, plugin->state};
    }
    struct local_options local = {.host = host_table(),
                                  .plugins = plugins,
                                  .n_plugins = n,
                                  .address = c->host,
                                  .port = c->port,
                                  .account = c->account,
                                  .lifeline = c->lifeline == NO_LIFELINE ? -1 : (int)c->lifeline,
                                  .strict_signatures = c->strict,
                                  .at_once = c->at_once,
                                  .iam = c->iam,
                                  .credentials = c->credentials,
                                  .template = c->template,
                                  .parameters = c->values,
                                  .data = c->data};
    int result = local_serve(&local, error);
    free(plugins);
    return result;
}

static enum exitcode command_local_main(const struct command *self, int argc, char **argv)
{
    struct local_command c = {.port = LOCAL_PORT, .lifeline = NO_LIFELINE};
    struct arg_rest rest;
    struct slrun_error error = {0};
    if (args_parse(options, &(struct arg_line){argc, argv, &c}, &rest, &error) != 0)
        return command_fail(&error);
    if (c.help) {
        free(rest.words);
        return command_help(self);
    }
    if (c.verbose)
        log_set_level(SLRUN_LOG_DEBUG);
    int result = -1;
    struct registry *registry = NULL;
    registry = command_registry(c.plugin_path, &error);
    if (registry)
        result = serve_with(&c, &rest, registry, &error);
    registry_free(registry);
    free(rest.words);
    if (result == 0 || error.kind == SLRUN_E_CANCELLED) /* a runner that ended before it was up */
        return EXITCODE_OK;
    return command_fail(&error);
}

const struct command command_local = {
    .name = "local",
    .usage = "local [options] [TEMPLATE]",
    .about =
        "The local cloud alone, on 127.0.0.1:4566, for any AWS SDK or CLI; with the stack of a\n"
        "CloudFormation or SAM template (a file, or a directory with template.yaml) put up in it.\n"
        "Give those endpoint http://127.0.0.1:4566, any region, and the keys test/test.",
    .options = options,
    .run = command_local_main,
    .words = COMMAND_FILES,
};
