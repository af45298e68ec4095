/* SPDX-License-Identifier: Apache-2.0 */
/* Every allocation fails once: the engine then says so or answers all the same, and leaks nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* The linker sends the engine's allocations here (--wrap), jansson's come by json_set_alloc_funcs.
 */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

/* Allocations until the one that fails; negative: none does. */
static long countdown = -1;

static bool fails(void)
{
    return countdown >= 0 && countdown-- == 0;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return fails() ? NULL : __real_realloc(memory, size);
}

static const struct request {
    enum expr_kind kind;
    const char *text;
    const char *result; /* the new item, the projection; NULL: the expression is wrong */
} requests[] = {
    {EXPR_CONDITION, "(#n.a = :v OR size(:l) > :v) AND NOT s = :s AND NOT contains(s, :b)", "true"},
    {EXPR_CONDITION, "((#n.a = :v)) AND :s = :l AND :b = s", NULL},
    {EXPR_UPDATE,
     "SET #n.l[7] = list_append(:l, :l), x = #n.a + :v REMOVE #n.l[0] ADD s :s DELETE t :s, u :b",
     NULL},
    {EXPR_UPDATE,
     "SET #n.l[7] = list_append(:l, :l), x = #n.a + :v, b = :b REMOVE #n.l[0] ADD s :s DELETE t :s",
     "{'m':{'M':{'a':{'N':'1'},'l':{'L':[{'N':'2'},{'L':[{'N':'2'},{'N':'2'}]}]}}},"
     "'s':{'SS':['z','x','y']},'t':{'SS':['w']},'b':{'B':'YQ=='},'x':{'N':'2'}}"},
    {EXPR_PROJECTION, "#n.l[1], #n.a, s",
     "{'m':{'M':{'a':{'N':'1'},'l':{'L':[{'N':'2'}]}}},'s':{'SS':['z']}}"},
};

struct fixture {
    json_t *names, *values, *item;
};

static json_t *answer(const struct expr *expr, enum expr_kind kind, const json_t *item)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct expr_updated out;
    if (kind == EXPR_CONDITION)
        return json_boolean(expr_matches(expr, item));
    if (kind == EXPR_PROJECTION)
        return expr_project(expr, item);
    if (!expr_update(expr, item, &out, &error))
        return NULL;
    json_t *result = json_incref(out.item);
    expr_updated_clear(&out);
    return result;
}

/* The whole life of a request; *memory says whether it failed for want of memory. */
static json_t *run(const struct request *request, const struct fixture *with, bool *memory)
{
    struct expr_error error = {EXPR_ERROR_NONE, ""};
    bool values = request->kind != EXPR_PROJECTION;
    json_t *result = NULL;
    struct expr *expr = NULL;
    struct expr_scope *scope = expr_scope_open(with->names, values ? with->values : NULL, &error);
    json_t *item = scope != NULL ? value_item_canonical(with->item, &error) : NULL;
    if (item != NULL)
        expr = expr_parse(scope, request->kind, request->text, &error);
    if (expr != NULL)
        result = answer(expr, request->kind, item);
    *memory = error.kind == EXPR_ERROR_MEMORY || (expr != NULL && result == NULL);
    json_decref(item);
    expr_free(expr);
    expr_scope_close(scope);
    return result;
}

/* Fails allocation after allocation until a run needs none of them. */
static void exhaust(const struct request *request, const struct fixture *with)
{
    bool memory = true;
    for (long failing = 0; countdown < 0; failing++) {
        countdown = failing;
        json_t *result = run(request, with, &memory);
        bool finished = countdown >= 0;
        countdown = -1;
        if (result == NULL && !memory && request->result != NULL)
            fail_msg("%s: allocation %ld: refused, but not for memory", request->text, failing);
        if (result != NULL && finished)
            assert_json(json_incref(result), request->result, request->text);
        json_decref(result);
        if (finished)
            return;
    }
}

static void test_failing_allocations(void **state)
{
    struct fixture with = {
        load("{'#n':'m'}"),
        load("{':v':{'N':'1.0'},':s':{'SS':['x','y']},':l':{'L':[{'N':'2'}]},':b':{'B':'YQ=='}}"),
        load("{'m':{'M':{'a':{'N':'1'},'l':{'L':[{'N':'1'},{'N':'2'}]}}},'s':{'SS':['z']},"
             "'t':{'SS':['w','x']},'b':{'B':'YWI='}}"),
    };
    (void)state;
    json_set_alloc_funcs(__wrap_malloc, free);
    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++)
        exhaust(&requests[i], &with);
    json_decref(with.names);
    json_decref(with.values);
    json_decref(with.item);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failing_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
