/* SPDX-License-Identifier: Apache-2.0 */
#include "lua/language/params.h"

#include <stdio.h>
#include <string.h>

#include <lauxlib.h>

#include "base/text.h"
#include "lua/language/names.h"

/* Room for the suffix of a duplicate. */
enum { LABEL_SIZE = PARAMS_LABEL_MAX + 32 };

struct axis {
    int list; /* stack index of the list */
    const char *name;
    lua_Integer n;
};

struct product {
    lua_State *L;
    struct axis axes[PARAMS_AXES_MAX];
    int n_axes;
    int labels; /* stack index of the table of labels seen */
    lua_Integer count;
    void (*one)(void *arg, const char *label);
    void *arg;
};

/* Appends to a label what is safe in a node id: `]`, `::`, `/` and control characters are escaped
 * as pytest escapes what it cannot print. */
static void label_add(char *label, const char *text, size_t size)
{
    size_t n = strlen(label);
    for (const char *end = text + size; text < end && n < PARAMS_LABEL_MAX - TEXT_ESCAPED;) {
        size_t escaped =
            *text && strchr("[]/:\\", *text) ? 1 : text_control(text, (size_t)(end - text));
        if (escaped) {
            text_escape(label + n, text, escaped);
            n += TEXT_ESCAPED - 1;
            text += escaped;
        } else {
            label[n++] = *text++;
        }
    }
    label[n] = '\0';
}

/* The value on top of the stack as part of a label: scalars as they are, others by position. */
static void label_value(lua_State *L, char *label, const char *name, lua_Integer i)
{
    size_t size;
    if (*label)
        label_add(label, "-", 1);
    switch (lua_type(L, -1)) {
    case LUA_TSTRING:
    case LUA_TNUMBER:
    case LUA_TBOOLEAN:
        luaL_tolstring(L, -1, NULL);
        break;
    default:
        lua_pushfstring(L, "%s%d", name, (int)i - 1);
    }
    const char *text = lua_tolstring(L, -1, &size);
    label_add(label, text, size);
    lua_pop(L, 1);
}

/* Duplicates get a suffix. Values are on top of the stack. */
static void emit(struct product *p, char *label)
{
    lua_getfield(p->L, p->labels, label);
    lua_Integer seen = lua_tointeger(p->L, -1);
    lua_pop(p->L, 1);
    lua_pushinteger(p->L, seen + 1);
    lua_setfield(p->L, p->labels, label);
    size_t n = strlen(label);
    if (seen > 0)
        snprintf(label + n, LABEL_SIZE - n, "_%lld", (long long)seen);
    p->one(p->arg, label);
}

/* Row number `k` of the product, the last axis turning fastest. */
static void product_row(struct product *p, lua_Integer k)
{
    char label[LABEL_SIZE] = "";
    lua_Integer index[PARAMS_AXES_MAX];
    for (int a = p->n_axes - 1; a >= 0; a--) {
        index[a] = k % p->axes[a].n + 1;
        k /= p->axes[a].n;
    }
    lua_createtable(p->L, 0, p->n_axes);
    for (int a = 0; a < p->n_axes; a++) {
        lua_geti(p->L, p->axes[a].list, index[a]);
        label_value(p->L, label, p->axes[a].name, index[a]);
        lua_setfield(p->L, -2, p->axes[a].name);
    }
    emit(p, label);
    lua_pop(p->L, 1);
}

/* The map of one list at `index` becomes an axis; its list stays on the stack. */
static void axis_add(struct product *p, int index)
{
    lua_State *L = p->L;
    if (p->n_axes == PARAMS_AXES_MAX)
        luaL_error(L, "each: more than %d lists", PARAMS_AXES_MAX);
    luaL_checkstack(L, 8, "each");
    lua_pushnil(L);
    if (!lua_istable(L, index) || !lua_next(L, index))
        luaL_error(L, "each: a table of one list is wanted, such as { size = { 1, 20 } }");
    if (lua_type(L, -2) != LUA_TSTRING || !lua_istable(L, -1) || luaL_len(L, -1) == 0)
        luaL_error(L, "each: a name and a list that is not empty, such as { size = { 1, 20 } }");
    names_check(L, "parameter", lua_tostring(L, -2));
    lua_pushvalue(L, -2); /* name list name */
    if (lua_next(L, index))
        luaL_error(L, "each: one list a table; for a product write "
                      "each = { { a = {...} }, { b = {...} } }");
    p->axes[p->n_axes++] =
        (struct axis){.list = lua_gettop(L), .name = lua_tostring(L, -2), .n = luaL_len(L, -1)};
}

static void each_expand(struct product *p, int each)
{
    lua_State *L = p->L;
    lua_Integer count = 1;
    if (luaL_len(L, each) == 0) {
        axis_add(p, each);
    } else {
        for (lua_Integer i = 1, n = luaL_len(L, each); i <= n; i++) {
            lua_geti(L, each, i);
            axis_add(p, lua_gettop(L));
        }
    }
    for (int a = 0; a < p->n_axes; a++)
        count *= p->axes[a].n;
    for (lua_Integer k = 0; k < count; k++)
        product_row(p, k);
}

/* The fields of a row, on top of the stack, become fields of t. */
static void check_fields(lua_State *L, lua_Integer row)
{
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "rows: row %d has a field without a name", (int)row);
        names_check(L, "parameter", lua_tostring(L, -1));
    }
}

static void rows_expand(struct product *p, int rows)
{
    lua_State *L = p->L;
    lua_Integer n = luaL_len(L, rows);
    if (n == 0)
        luaL_error(L, "rows: a list of tables that is not empty");
    for (lua_Integer i = 1; i <= n; i++) {
        char label[LABEL_SIZE] = "";
        if (lua_geti(L, rows, i) != LUA_TTABLE)
            luaL_error(L, "rows: row %d is no table", (int)i);
        check_fields(L, i);
        if (lua_getfield(L, -1, "name") == LUA_TNIL) {
            lua_pop(L, 1);
            lua_pushfstring(L, "row%d", (int)i - 1);
        }
        label_value(L, label, "row", i);
        lua_pop(L, 1);
        emit(p, label);
        lua_pop(L, 1);
    }
}

bool params_expand(lua_State *L, int index, void (*one)(void *arg, const char *label), void *arg)
{
    int each = lua_getfield(L, index, "each"), rows = lua_getfield(L, index, "rows");
    int top = lua_gettop(L);
    if (each != LUA_TNIL && rows != LUA_TNIL)
        luaL_error(L, "case: either 'each' or 'rows', not both");
    if (each == LUA_TNIL && rows == LUA_TNIL) {
        lua_pop(L, 2);
        return false;
    }
    struct product p = {.L = L, .one = one, .arg = arg};
    lua_newtable(L);
    p.labels = lua_gettop(L);
    if (each != LUA_TNIL)
        each_expand(&p, top - 1);
    else
        rows_expand(&p, top);
    lua_settop(L, top - 2);
    return true;
}
