/* SPDX-License-Identifier: Apache-2.0 */
/* What --setup-show and --setup-plan tell of fixtures, as pytest does. */
#include <ctype.h>
#include <string.h>

#include "lua/language/fixture.h"
#include "report/term.h"

/* How far the lines of a scope are moved in: what it is narrower than stands above it. */
static int depth(const char *scope)
{
    return strcmp(scope, "run") == 0 ? 0 : strcmp(scope, "file") == 0 ? 4 : 8;
}

void term_setup_move(FILE *out, const struct fixture_move *move, const char *of)
{
    fprintf(out, "%*s%s %c %s", depth(move->scope), "", move->down ? "TEARDOWN" : "SETUP   ",
            toupper((unsigned char)*move->scope), move->name);
    for (size_t i = 0; i < move->n_uses && !move->down; i++)
        fprintf(out, "%s%s", i ? ", " : " (fixtures used: ", move->uses[i]);
    if (move->n_uses && !move->down)
        fputc(')', out);
    if (of)
        fprintf(out, " for %s", of);
    fputc('\n', out);
}

void term_setup_case(FILE *out, const char *path, const char *name, const struct fixture_plan *plan)
{
    fprintf(out, "%*s%s::%s", depth("case"), "", path, name);
    for (size_t i = 0; plan && i < plan->n; i++)
        fprintf(out, "%s%s", i ? ", " : " (fixtures used: ", plan->fixtures[i]->name);
    if (plan && plan->n)
        fputc(')', out);
}
