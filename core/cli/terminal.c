/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/platform.h"

static bool colored(const char *when)
{
    if (when && strcmp(when, "auto") != 0)
        return strcmp(when, "yes") == 0;
    const char *no = getenv("NO_COLOR"), *force = getenv("FORCE_COLOR"), *kind = getenv("TERM");
    if (no && *no)
        return false;
    return (force && *force) || (isatty(STDOUT_FILENO) && (!kind || strcmp(kind, "dumb") != 0));
}

static unsigned width(void)
{
    const char *columns = getenv("COLUMNS");
    int n = columns ? atoi(columns) : 0;
    if (n <= 0)
        n = (int)platform_terminal_width(STDOUT_FILENO);
    return n >= 40 && n <= 400 ? (unsigned)n : 80;
}

struct term *terminal_new(const char *color, struct term_options *looks)
{
    looks->out = stdout;
    looks->color = colored(color);
    looks->windowed = isatty(STDOUT_FILENO);
    looks->resizes = looks->windowed && !getenv("COLUMNS");
    looks->width = width();
    return term_new(looks);
}
