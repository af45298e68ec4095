/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of a spec file: pattern and case. They only register; nothing runs before the whole
 * file has been read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lua/language/declare.h"
#include "lua/language/keys.h"
#include "lua/language/marks.h"
#include "lua/language/params.h"
#include "lua/language/stack.h"
#include "lua/state.h"

/* The comments that begin with two asterisks become docs/spec-language.md (script/docs). */
static const struct key pattern_keys[] = {
    /** Of the pattern. @default required */
    {"name", KEY_STRING, "a string", false},
    /** What it is, in a sentence. */
    {"about", KEY_STRING, "a string", false},
    /** How long a wait of its cases may take. @default `"$(SPEC_DEFAULT_SLA_MS:ms)"` */
    {"sla", KEY_DURATION, "a duration such as \"15s\"", false},
    /** How long each of its cases may take. @default $(SPEC_TIMEOUT_EXTRA_MS:ms) beyond the SLA */
    {"timeout", KEY_DURATION, "a duration such as \"60s\"", false},
    /** Its system under test: a directory with a CloudFormation or SAM template, or the template,
     * relative to the spec. */
    {"stack", KEY_STRING, "a path", false},
    /** Parameters of the stack's template: a table of strings, numbers and booleans. */
    {"parameters", KEY_TABLE, "a table", false},
    /** Fixtures of each of its cases. */
    {"uses", KEY_STRINGS, "a list of names of fixtures", false},
    MARKS_KEYS,
    {0},
};

static const struct key case_keys[] = {
    /** `seed(t)` Prepares. What it returns is not used. */
    {"seed", KEY_FUNCTION, "a function", false},
    /** `listen(t)` Opens what must be open before `act`: a listener, or a table of some. */
    {"listen", KEY_FUNCTION, "a function", false},
    /** `act(t)` Does what is tested. What it returns is `t.acted`. */
    {"act", KEY_FUNCTION, "a function", false},
    /** `poll(t, listener)` Fetches, again and again, until `check` holds. */
    {"poll", KEY_FUNCTION, "a function", false},
    /** `check(t, found)` Judges what `poll` returned; without a `poll` what the listener has,
     * without either what `act` returned. @default done when `poll` returns a true value */
    {"check", KEY_FUNCTION, "a function", false},
    /** `give_up(t, found)` Asked after each check that failed. A true value ends the wait; a string
     * is the reason that is shown. */
    {"give_up", KEY_FUNCTION, "a function", false},
    /** `teardown(t)` Runs at the end, whatever has happened, before the other clean-up. */
    {"teardown", KEY_FUNCTION, "a function", false},
    /** Makes one case for each value of a list, under the list's name on `t`; a list of such tables
     * makes one for each combination. */
    {"each", KEY_TABLE, "a table of one list", false},
    /** Makes one case for each row, whose fields are on `t`; its `name` goes into the id. */
    {"rows", KEY_TABLE, "a list of tables", false},
    /** A fixed cadence of polls. @default pauses that grow from $(wait.FIRST) ms to
     * $(wait.MOST) ms (or a $(wait.ROUNDS)th of the SLA, if that is longer), by half each time */
    {"every", KEY_DURATION | KEY_PAUSE, "a duration such as \"200ms\"", false},
    /** How long `check` must go on holding once it holds. */
    {"stays", KEY_DURATION, "a duration such as \"3s\"", false},
    /** How long the wait may take. @default the pattern's, else `"$(SPEC_DEFAULT_SLA_MS:ms)"` */
    {"sla", KEY_DURATION, "a duration such as \"15s\"", false},
    /** How long all phases together may take, but for `teardown`. @default the pattern's, else
     * $(SPEC_TIMEOUT_EXTRA_MS:ms) beyond the SLA */
    {"timeout", KEY_DURATION, "a duration such as \"60s\"", false},
    /** The fixtures that it needs, besides the pattern's. */
    {"uses", KEY_STRINGS, "a list of names of fixtures", false},
    {"controls", KEY_STRINGS, "a list of \"clock\" and \"faults\"", true},
    MARKS_KEYS,
    {0},
};

/* A conftest.lua has fixtures only. */
static bool in_conftest(const struct spec *spec)
{
    const char *slash = strrchr(spec->file, '/');
    return strcmp(slash ? slash + 1 : spec->file, "conftest.lua") == 0;
}

/** `pattern { ... }` Says what the file tests, and what holds for all of its cases. */
static int lang_pattern(lua_State *L)
{
    struct spec *spec = state_spec(L);
    if (spec->current)
        return luaL_error(L, "pattern belongs at file level, not in a phase");
    if (in_conftest(spec))
        return luaL_error(L, "pattern belongs in a spec; conftest.lua has fixtures");
    if (!lua_istable(L, 1))
        return luaL_error(L, "pattern takes a table: pattern { name = ... }");
    if (spec->pattern)
        return luaL_error(L, "a spec file describes one pattern; this is the second");
    if (spec->n_cases > 0)
        return luaL_error(L, "pattern stands before the cases: what it says holds for them");
    lua_settop(L, 1);
    bool marked = keys_check(L, 1, "pattern", pattern_keys);
    if (lua_getfield(L, 1, "name") == LUA_TNIL)
        return luaL_error(L, "pattern: 'name' is missing");
    spec->pattern = strdup(lua_tostring(L, -1));
    spec->sla_ms = keys_duration(L, 1, "sla", spec->sla_ms);
    spec->timeout_ms = keys_duration(L, 1, "timeout", 0);
    spec->marks = marked ? marks_read(L, 1, NULL) : NULL;
    spec->uses = declare_uses(L, 1, &spec->n_uses);
    spec->uses_line = keys_caller_line(L);
    stack_read(L);
    return 0;
}

static struct spec_case *case_add(lua_State *L)
{
    struct spec *spec = state_spec(L);
    if (spec->n_cases == SPEC_CASES_MAX)
        luaL_error(L, "more than %d cases in a file", SPEC_CASES_MAX);
    if (spec->n_cases == spec->cap_cases) {
        size_t cap = spec->cap_cases ? spec->cap_cases * 2 : 16;
        struct spec_case *more = realloc(spec->cases, cap * sizeof *more);
        if (!more)
            luaL_error(L, "out of memory");
        spec->cases = more;
        spec->cap_cases = cap;
    }
    return &spec->cases[spec->n_cases++];
}

/* The names of a file's cases are kept in a registry table: two of one name are a mistake. */
static void check_twice(lua_State *L, const char *name, int line)
{
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "slrun.names");
    if (lua_getfield(L, -1, name) != LUA_TNIL)
        luaL_error(L, "a case named \"%s\" stands at line %d already", name,
                   (int)lua_tointeger(L, -1));
    lua_pushinteger(L, line);
    lua_setfield(L, -3, name);
    lua_pop(L, 2);
}

struct expansion {
    lua_State *L;
    const char *name;
    struct spec_case sc; /* what all cases of the definition have in common */
    bool valued;         /* the values of its parameters are on top of the stack */
};

/* One case for the parameters whose label is `label` and whose values table is on the stack. */
static void expand_label(struct expansion *x, const char *label)
{
    struct spec_case *sc = case_add(x->L);
    size_t n = strlen(x->name) + (label ? strlen(label) + 2 : 0) + 1;
    *sc = x->sc;
    sc->name = malloc(n);
    if (!sc->name)
        luaL_error(x->L, "out of memory");
    if (label)
        snprintf(sc->name, n, "%s[%s]", x->name, label);
    else
        memcpy(sc->name, x->name, n);
    if (x->valued) {
        lua_pushvalue(x->L, -1);
        sc->values = luaL_ref(x->L, LUA_REGISTRYINDEX);
    }
}

/* As often as the run repeats each case: "name[label-2-3]" is the second of three. */
static void expand_one(void *arg, const char *label)
{
    struct expansion *x = arg;
    x->valued = label != NULL;
    unsigned n = state_spec(x->L)->env->repeat;
    if (n < 2) {
        expand_label(x, label);
        return;
    }
    for (unsigned i = 1; i <= n; i++) {
        char numbered[PARAMS_LABEL_MAX + 64];
        snprintf(numbered, sizeof numbered, "%s%s%u-%u", label ? label : "", label ? "-" : "", i,
                 n);
        expand_label(x, numbered);
    }
}

/* `uses` of its own: fixtures may be declared behind the case, so they are looked up later. */
static void remember_uses(lua_State *L, const struct expansion *x, size_t first)
{
    struct spec *spec = state_spec(L);
    if (lua_getfield(L, 1, "uses") != LUA_TNIL) {
        struct case_uses *of = state_alloc(L, sizeof *of);
        *of = (struct case_uses){.name = state_copy(L, lua_upvalueindex(1)),
                                 .line = x->sc.line,
                                 .first = first,
                                 .n = spec->n_cases - first,
                                 .next = spec->case_uses};
        of->uses = declare_uses(L, 1, &of->n_uses);
        spec->case_uses = of;
    }
    lua_pop(L, 1);
}

static bool has_key(lua_State *L, const char *name)
{
    bool has = lua_getfield(L, 1, name) != LUA_TNIL;
    lua_pop(L, 1);
    return has;
}

/* A case that does nothing passes whatever there is: mostly `act = f()` for `act = f`. */
static void check_phases(lua_State *L, const struct expansion *x)
{
    static const char *const phases[] = {"seed", "listen", "act", "poll", "check", "teardown"};
    if (x->sc.marks && x->sc.marks->skip)
        return;
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
        if (has_key(L, phases[i]))
            return;
    luaL_error(L,
               "case \"%s\" has no phase, so it would pass whatever there is: write act, or poll "
               "and check, each with a function; or skip = \"reason\"",
               x->name);
}

/* Without a wait nothing asks for these, and who wrote them believes otherwise. */
static void check_wait(lua_State *L)
{
    static const char *const words[] = {"stays", "every", "give_up"};
    if (has_key(L, "poll") || (has_key(L, "listen") && has_key(L, "check")))
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_key(L, words[i]))
            keys_error(L, words[i],
                       "'%s' is for a wait, and this case has none: write poll, or listen and "
                       "check",
                       words[i]);
}

/* What the table of a case says beside its phases. */
static void read_table(lua_State *L, struct expansion *x)
{
    if (keys_check(L, 1, "case", case_keys))
        x->sc.marks = marks_read(L, 1, x->sc.marks);
    check_phases(L, x);
    check_wait(L);
    x->sc.sla_ms = keys_duration(L, 1, "sla", x->sc.sla_ms);
}

/* case "name" (definition): upvalue 1 is the name. */
static int case_define(lua_State *L)
{
    struct spec *spec = state_spec(L);
    struct expansion x = {.L = L,
                          .name = lua_tostring(L, lua_upvalueindex(1)),
                          .sc = {.line = keys_caller_line(L),
                                 .values = LUA_NOREF,
                                 .sla_ms = spec->sla_ms,
                                 .marks = spec->marks}};
    bool is_table = lua_istable(L, 1);
    size_t first = spec->n_cases;
    spec->word_line = 0;
    if (!is_table && !lua_isfunction(L, 1))
        return luaL_error(L, "case \"%s\" needs a table of phases or a function of t, got %s",
                          x.name, luaL_typename(L, 1));
    lua_settop(L, 1);
    check_twice(L, x.name, x.sc.line);
    if (is_table)
        read_table(L, &x);
    x.sc.timeout_ms = spec->timeout_ms        ? spec->timeout_ms
                      : spec->env->timeout_ms ? spec->env->timeout_ms
                                              : x.sc.sla_ms + SPEC_TIMEOUT_EXTRA_MS;
    if (is_table)
        x.sc.timeout_ms = keys_duration(L, 1, "timeout", x.sc.timeout_ms);
    lua_pushvalue(L, 1);
    x.sc.definition = luaL_ref(L, LUA_REGISTRYINDEX);
    if (!is_table || !params_expand(L, 1, expand_one, &x))
        expand_one(&x, NULL);
    spec->cases[first].single = spec->n_cases == first + 1;
    if (is_table)
        remember_uses(L, &x, first);
    return 0;
}

/* Pushes the name of argument 1 as ids have it: a terminal would obey its control characters. */
static void push_name(lua_State *L)
{
    luaL_Buffer name;
    size_t size;
    const char *text = lua_tolstring(L, 1, &size);
    luaL_buffinit(L, &name);
    for (const char *end = text + size; text < end; text++) {
        char escaped[TEXT_ESCAPED];
        size_t n = text_control(text, (size_t)(end - text));
        if (n == 0) {
            luaL_addchar(&name, *text);
            continue;
        }
        text_escape(escaped, text, n);
        luaL_addstring(&name, escaped);
        text += n - 1;
    }
    luaL_pushresult(&name);
}

/** `case "name" { ... }` Declares a test. `case "name" (function(t) ... end)` is short for one with
 * `act` alone. */
static int lang_case(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TSTRING || lua_rawlen(L, 1) == 0)
        return luaL_error(L, "case takes a name: case \"what must hold\" { ... }");
    if (in_conftest(state_spec(L)))
        return luaL_error(L, "case belongs in a spec; conftest.lua has fixtures");
    state_word(L, "case", keys_caller_line(L));
    push_name(L);
    lua_pushcclosure(L, case_define, 1);
    return 1;
}

void lang_open(lua_State *L)
{
    static const luaL_Reg words[] = {{"pattern", lang_pattern}, {"case", lang_case}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        lua_pushcfunction(L, words[i].func);
        lua_setglobal(L, words[i].name);
    }
}
