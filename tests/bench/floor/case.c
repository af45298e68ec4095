/* SPDX-License-Identifier: Apache-2.0 */
/* Cases as coroutines, and the few functions that suites are written in. */
#include "floor/case.h"

#include "common/util.h"
#include "floor/http.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#define NS_PER_MS 1000000.0

static const char prelude[] =
    "local cjson = require 'cjson'\n"
    "local aws, enc, dec = aws, cjson.encode, cjson.decode\n"
    "local function service(name, prefix)\n"
    "  return function(operation, parameters)\n"
    "    local status, body = aws(name, prefix .. operation, enc(parameters))\n"
    "    if status ~= 200 then error(operation .. ': ' .. status .. ' ' .. body, 2) end\n"
    "    return dec(body)\n"
    "  end\n"
    "end\n"
    "local d, s = service('dynamodb', 'DynamoDB_20120810.'), service('sqs', 'AmazonSQS.')\n"
    "local url = os.getenv('STUB') .. '/000000000000/'\n"
    "ddb = {\n"
    "  put = function(t, item) return d('PutItem', { TableName = t, Item = item }) end,\n"
    "  get = function(t, key) return d('GetItem', { TableName = t, Key = key }).Item end,\n"
    "  delete = function(t, key) return d('DeleteItem', { TableName = t, Key = key }) end,\n"
    "}\n"
    "sqs = {\n"
    "  send = function(q, body, delay)\n"
    "    return s('SendMessage',\n"
    "             { QueueUrl = url .. q, MessageBody = body, DelaySeconds = delay })\n"
    "  end,\n"
    "  receive = function(q, wait)\n"
    "    return s('ReceiveMessage', { QueueUrl = url .. q, WaitTimeSeconds = wait }).Messages\n"
    "  end,\n"
    "  delete = function(q, handle)\n"
    "    return s('DeleteMessage', { QueueUrl = url .. q, ReceiptHandle = handle })\n"
    "  end,\n"
    "}\n"
    "function eventually(f, timeout, interval)\n" /* an absolute cadence: start + k x interval */
    "  local start, k = now(), 0\n"
    "  while true do\n"
    "    local r = f()\n"
    "    if r then return r end\n"
    "    k = k + 1\n"
    "    if k * interval > timeout then error('not within ' .. timeout .. ' ms', 2) end\n"
    "    sleep(math.max(0, start + k * interval - now()))\n"
    "  end\n"
    "end\n";

static struct floor *floor_of(lua_State *l)
{
    return lua_touserdata(l, lua_upvalueindex(1));
}

/* Each coroutine keeps its case in the extra space of its state. */
static struct tcase *current(lua_State *l)
{
    return *(struct tcase **)lua_getextraspace(l);
}

static int l_test(lua_State *l)
{
    struct floor *f = floor_of(l);
    const char *name = luaL_checkstring(l, 1);
    luaL_checktype(l, 2, LUA_TFUNCTION);
    struct tcase *c = zeroed(1, sizeof *c + strlen(name) + 1);
    memcpy(c->name, name, strlen(name) + 1);
    c->wake.index = HEAP_OUT;
    lua_settop(l, 2);
    c->fn_ref = luaL_ref(l, LUA_REGISTRYINDEX);
    *f->last = c;
    f->last = &c->next;
    f->collected++;
    return 0;
}

static int l_sleep(lua_State *l)
{
    struct tcase *c = current(l);
    c->wake.at = clock_ns() + (uint64_t)(luaL_checknumber(l, 1) * NS_PER_MS);
    heap_add(&floor_of(l)->sleeping, &c->wake);
    return lua_yield(l, 0);
}

static int l_now(lua_State *l)
{
    lua_pushnumber(l, (double)clock_ns() / NS_PER_MS);
    return 1;
}

/* aws(service, target, body): yields, and returns status and body. */
static int l_aws(lua_State *l)
{
    struct tcase *c = current(l);
    c->call.service = luaL_checkstring(l, 1);
    c->call.target = luaL_checkstring(l, 2);
    c->call.body = luaL_checklstring(l, 3, &c->call.body_len);
    c->holds = strstr(c->call.target, "ReceiveMessage") != NULL;
    http_start(floor_of(l), c);
    return lua_yield(l, 0);
}

void case_open(struct floor *f)
{
    static const luaL_Reg functions[] = {
        {"test", l_test}, {"sleep", l_sleep}, {"now", l_now}, {"aws", l_aws}, {NULL, NULL}};
    lua_pushglobaltable(f->lua);
    lua_pushlightuserdata(f->lua, f);
    luaL_setfuncs(f->lua, functions, 1);
    lua_pop(f->lua, 1);
    f->last = &f->cases;
    if (luaL_dostring(f->lua, prelude) != LUA_OK)
        die(lua_tostring(f->lua, -1));
}

static void finish(struct floor *f, struct tcase *c, int status)
{
    if (status != LUA_OK) {
        f->failed++;
        fprintf(stderr, "FAILED %s: %s\n", c->name, lua_tostring(c->co, -1));
    } else {
        putchar('.');
    }
    f->finished++;
    f->running--;
    lua_resetthread(c->co);
    luaL_unref(f->lua, LUA_REGISTRYINDEX, c->co_ref);
    luaL_unref(f->lua, LUA_REGISTRYINDEX, c->fn_ref);
    c->co = NULL;
}

void case_resume(struct floor *f, struct tcase *c, int values)
{
    int results;
    int status = lua_resume(c->co, NULL, values, &results);
    if (status == LUA_YIELD)
        lua_pop(c->co, results);
    else
        finish(f, c, status);
}

static void start(struct floor *f, struct tcase *c)
{
    f->running++;
    c->co = lua_newthread(f->lua);
    c->co_ref = luaL_ref(f->lua, LUA_REGISTRYINDEX);
    *(struct tcase **)lua_getextraspace(c->co) = c;
    lua_rawgeti(c->co, LUA_REGISTRYINDEX, c->fn_ref);
    case_resume(f, c, 0);
}

void case_step(struct floor *f)
{
    uint64_t now = clock_ns();
    struct heap_node *first;
    while ((first = heap_first(&f->sleeping)) != NULL && first->at <= now) {
        heap_remove(&f->sleeping, first);
        case_resume(f, (struct tcase *)((char *)first - offsetof(struct tcase, wake)), 0);
    }
    while (f->unstarted != NULL && f->running < f->max_running) {
        struct tcase *c = f->unstarted;
        f->unstarted = c->next;
        start(f, c);
    }
}
