/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/listing.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "lua/language/fixture.h"
#include "report/term.h"

static enum exitcode end(const struct collection *c)
{
    for (size_t i = 0; i < c->n_errors; i++)
        fprintf(stderr, "ERROR collecting %s\n%s\n", c->errors[i].path, c->errors[i].text);
    if (c->n_errors)
        return EXITCODE_INTERRUPTED;
    return c->n_items ? EXITCODE_OK : EXITCODE_NOTHING;
}

/* As pytest, so that what reads the one can read the other; the ids are arguments of slrun. */
enum exitcode listing_cases(const struct collection *c, double seconds)
{
    size_t all = c->n_items + c->n_deselected;
    for (size_t i = 0; i < c->n_items; i++)
        printf("%s::%s\n", spec_path(c->items[i].spec), c->items[i].sc->name);
    enum exitcode code = end(c);
    if (c->n_items == 0)
        printf("\nno tests collected");
    else if (c->n_deselected)
        printf("\n%zu/%zu tests collected", c->n_items, all);
    else
        printf("\n%zu test%s collected", all, all == 1 ? "" : "s");
    if (c->n_deselected)
        printf(" (%zu deselected)", c->n_deselected);
    if (c->n_errors)
        printf(", %zu error%s", c->n_errors, c->n_errors == 1 ? "" : "s");
    printf(" in %.2fs\n", seconds);
    return code;
}

enum exitcode listing_files(const struct collection *c)
{
    for (size_t i = 0, n = 0; i < c->n_items; i++) {
        n++;
        if (i + 1 < c->n_items && c->items[i + 1].file == c->items[i].file)
            continue;
        printf("%s: %zu\n", spec_path(c->items[i].spec), n);
        n = 0;
    }
    putchar('\n');
    return end(c);
}

/* Fixtures ------------------------------------------------------------------------------------ */

static void tell_fixture(const struct fixture *fx)
{
    printf("%s", fx->name);
    if (fx->scope != FIXTURE_CASE)
        printf(" [%s scope]", fixture_scope_name(fx->scope));
    printf(" -- %s:%d\n", fx->path, fx->line);
    for (size_t i = 0; i < fx->n_uses; i++)
        printf("%s%s", i ? ", " : "    uses ", fx->uses[i]);
    if (fx->n_uses)
        putchar('\n');
    if (fx->autouse)
        printf("    of every case (autouse)\n");
}

/* Specs beside each other see the same conftest.lua: it is told once. */
enum exitcode listing_fixtures(const struct collection *c)
{
    json_t *told = json_object();
    const char *file = NULL;
    for (size_t i = 0; i < c->n_specs; i++) {
        for (const struct fixture *fx = fixture_first(c->specs[i]); fx; fx = fx->next) {
            struct buf key = BUF_INIT(1024 * 1024);
            buf_printf(&key, "%s:%d:%s", fx->path, fx->line, fx->name);
            bool known = json_object_get(told, buf_str(&key)) != NULL;
            json_object_set_new(told, buf_str(&key), json_true());
            buf_free(&key);
            if (known || fx->stack)
                continue;
            if (!file || strcmp(file, fx->path) != 0)
                printf("%s----- fixtures defined in %s -----\n", file ? "\n" : "", fx->path);
            file = fx->path;
            tell_fixture(fx);
        }
    }
    json_decref(told);
    return end(c);
}

/* The plan ------------------------------------------------------------------------------------ */

static void move(const struct fixture *fx, bool down)
{
    const struct fixture_move of = {.name = fx->name,
                                    .scope = fixture_scope_name(fx->scope),
                                    .uses = fx->uses,
                                    .n_uses = fx->n_uses,
                                    .down = down};
    term_setup_move(stdout, &of, NULL);
}

/* Fixtures that are up, the oldest first. */
struct up {
    const struct fixture *list[FIXTURES_MAX];
    size_t n;
};

static bool same(const struct fixture *a, const struct fixture *b)
{
    if (a->stack || b->stack)
        return a->stack && b->stack && strcmp(a->stack, b->stack) == 0;
    return strcmp(a->name, b->name) == 0 && strcmp(a->path, b->path) == 0;
}

static void set_up(struct up *up, const struct fixture *fx)
{
    for (size_t i = 0; i < up->n; i++)
        if (same(up->list[i], fx))
            return;
    if (up->n == FIXTURES_MAX)
        return;
    up->list[up->n++] = fx;
    move(fx, false);
}

/* Those of the scope and narrower ones, the newest first. */
static void tear_down(struct up *up, enum fixture_scope scope)
{
    size_t left = 0;
    for (size_t i = up->n; i-- > 0;)
        if (up->list[i]->scope >= scope)
            move(up->list[i], true);
    for (size_t i = 0; i < up->n; i++)
        if (up->list[i]->scope < scope)
            up->list[left++] = up->list[i];
    up->n = left;
}

enum exitcode listing_plan(const struct collection *c)
{
    static const struct up none;
    struct up up = none;
    for (size_t i = 0; i < c->n_items; i++) {
        const struct item *item = &c->items[i];
        const struct fixture_plan *plan = item->sc->plan;
        for (size_t k = 0; plan && k < plan->n; k++)
            set_up(&up, plan->fixtures[k]);
        term_setup_case(stdout, spec_path(item->spec), item->sc->name, plan);
        putchar('\n');
        bool last = i + 1 == c->n_items || c->items[i + 1].file != item->file;
        tear_down(&up, last ? FIXTURE_FILE : FIXTURE_CASE);
    }
    tear_down(&up, FIXTURE_RUN);
    return end(c);
}
