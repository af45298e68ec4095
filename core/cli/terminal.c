/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/args.h"

static bool colored(const char *when)
{
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "yes") == 0;
    const char *no = getenv("NO_COLOR"), *force = getenv("FORCE_COLOR"), *kind = getenv("TERM");
    if (no && *no)
        return false;
    return (force && *force) || (isatty(STDOUT_FILENO) && (!kind || strcmp(kind, "dumb") != 0));
}

struct term *terminal_new(const char *color, struct term_options *looks)
{
    looks->out = stdout;
    looks->color = colored(color);
    looks->windowed = isatty(STDOUT_FILENO);
    looks->resizes = looks->windowed && !getenv("COLUMNS");
    looks->width = args_width();
    return term_new(looks);
}
