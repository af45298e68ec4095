/* SPDX-License-Identifier: Apache-2.0 */
/* Methods of Java's List and Map. */
#include "vtl/method.h"

static json_t *m_get(const struct method_call *c)
{
    json_t *key = vtl_to_string(c->arg[0]);
    json_t *value = json_is_object(c->of) ? json_object_get(c->of, json_string_value(key))
                                          : json_array_get(c->of, (size_t)method_integer(c, 0));
    json_decref(key);
    if (!value && c->n > 1) /* getOrDefault() */
        value = c->arg[1];
    return json_incref(value);
}

static json_t *m_add(const struct method_call *c)
{
    if (c->of == c->arg[0])
        return NULL;
    return json_boolean(json_array_append(c->of, c->arg[0]) == 0);
}

static json_t *m_add_all(const struct method_call *c)
{
    return json_boolean(c->of != c->arg[0] && json_array_extend(c->of, c->arg[0]) == 0);
}

static json_t *m_set(const struct method_call *c)
{
    json_t *before = json_incref(json_array_get(c->of, (size_t)method_integer(c, 0)));
    if (before && c->of != c->arg[1])
        json_array_set(c->of, (size_t)method_integer(c, 0), c->arg[1]);
    return before;
}

static json_t *m_put(const struct method_call *c)
{
    json_t *key = vtl_to_string(c->arg[0]);
    json_t *before = json_incref(json_object_get(c->of, json_string_value(key)));
    if (c->of != c->arg[1])
        json_object_set(c->of, json_string_value(key), c->arg[1]);
    json_decref(key);
    return before;
}

static json_t *m_put_all(const struct method_call *c)
{
    if (c->of != c->arg[0])
        json_object_update(c->of, c->arg[0]);
    return NULL;
}

static json_t *m_remove(const struct method_call *c)
{
    json_t *before;
    if (json_is_array(c->of)) {
        before = json_incref(json_array_get(c->of, (size_t)method_integer(c, 0)));
        json_array_remove(c->of, (size_t)method_integer(c, 0));
    } else {
        before = json_incref(json_object_get(c->of, method_string(c, 0)));
        json_object_del(c->of, method_string(c, 0));
    }
    return before;
}

static json_t *m_contains_key(const struct method_call *c)
{
    return json_boolean(json_object_get(c->of, method_string(c, 0)) != NULL);
}

static json_t *m_key_set(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value)
        json_array_append_new(list, json_string(key));
    return list;
}

static json_t *m_values(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value)
        json_array_append(list, value);
    return list;
}

static json_t *m_contains_value(const struct method_call *c)
{
    json_t *list = m_values(c);
    struct method_call inner = *c;
    inner.of = list;
    json_t *is = method_contains(&inner);
    json_decref(list);
    return is;
}

static json_t *m_entry_set(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value)
        json_array_append_new(list, json_pack("{s:s, s:O}", "key", key, "value", value));
    return list;
}

static json_t *m_get_key(const struct method_call *c)
{
    return json_incref(json_object_get(c->of, "key"));
}

static json_t *m_get_value(const struct method_call *c)
{
    return json_incref(json_object_get(c->of, "value"));
}

const struct method method_collections[] = {
    {"get", METHOD_LIST | METHOD_MAP, 1, 1, m_get},
    {"getOrDefault", METHOD_MAP, 2, 2, m_get},
    {"add", METHOD_LIST, 1, 1, m_add},
    {"addAll", METHOD_LIST, 1, 1, m_add_all},
    {"set", METHOD_LIST, 2, 2, m_set},
    {"remove", METHOD_LIST | METHOD_MAP, 1, 1, m_remove},
    {"put", METHOD_MAP, 2, 2, m_put},
    {"putAll", METHOD_MAP, 1, 1, m_put_all},
    {"containsKey", METHOD_MAP, 1, 1, m_contains_key},
    {"containsValue", METHOD_MAP, 1, 1, m_contains_value},
    {"keySet", METHOD_MAP, 0, 0, m_key_set},
    {"values", METHOD_MAP, 0, 0, m_values},
    {"entrySet", METHOD_MAP, 0, 0, m_entry_set},
    {"getKey", METHOD_MAP, 0, 0, m_get_key},
    {"getValue", METHOD_MAP, 0, 0, m_get_value},
    {0},
};
