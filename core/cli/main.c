/* SPDX-License-Identifier: Apache-2.0 */
/* The composition root: the one file that names all parts. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

static const struct command *const commands[] = {&command_deploy,  &command_destroy, &command_iam,
                                                 &command_local,   &command_matrix,  &command_merge,
                                                 &command_plugins, &command_sweep};

static enum exitcode help(void)
{
    command_help(&command_run);
    printf("\ncommands:\n");
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        printf("  slrun %-26s %.*s\n", commands[i]->usage, (int)strcspn(commands[i]->about, "\n"),
               commands[i]->about);
    return EXITCODE_OK;
}

int main(int argc, char **argv)
{
    if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0))
        return help();
    if (argc > 1 && (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)) {
        printf("slrun %s\n", SLRUN_VERSION);
        return EXITCODE_OK;
    }
    for (size_t i = 0; argc > 1 && i < sizeof commands / sizeof *commands; i++)
        if (strcmp(argv[1], commands[i]->name) == 0)
            return commands[i]->run(commands[i], argc - 2, argv + 2);
    if (argc > 1 && strcmp(argv[1], command_worker.name) == 0)
        return command_worker.run(&command_worker, argc - 2, argv + 2);
    return command_run.run(&command_run, argc - 1, argv + 1);
}
