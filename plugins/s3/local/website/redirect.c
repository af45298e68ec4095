/* SPDX-License-Identifier: Apache-2.0 */
/* Where else to look: redirects of a website ("Configuring a webpage redirect", user guide). */
#include <stdlib.h>
#include <string.h>

#include "website/website.h"

/* What a replaced key may have without being encoded: single-page applications are sent to "#!/",
 * others to a query. */
#define KEPT "/!#$&'()*+,;=:@?%[]"

const struct xml_node *website_rule(const struct xml_node *root, struct slice key, int status)
{
    const struct xml_node *rule = xml_child(xml_child(root, "RoutingRules"), "RoutingRule");
    for (; rule != NULL; rule = xml_again(rule)) {
        const struct xml_node *condition = xml_child(rule, "Condition");
        const struct xml_node *prefix = xml_child(condition, "KeyPrefixEquals");
        const char *code = xml_text(condition, "HttpErrorCodeReturnedEquals");
        int wanted = code == NULL ? 0 : (int)strtol(code, NULL, 10);
        if (wanted == status && (prefix == NULL || slice_begins(key, prefix->text)))
            return rule;
    }
    return NULL;
}

/* Scheme and host: the redirect's, else those of the request. */
static void put_origin(struct call *call, struct text *text, const struct xml_node *redirect)
{
    const char *protocol = xml_text(redirect, "Protocol");
    const char *host = xml_text(redirect, "HostName");
    text_string(text, protocol == NULL ? "http" : protocol);
    text_string(text, "://");
    host = host == NULL ? call_header(call, "Host") : host;
    text_encoded(text, (struct slice){host, strlen(host)}, ":[]");
    text_string(text, "/");
}

static void put_key(struct text *text, struct slice key)
{
    text_encoded(text, key, "/!$&'()*+,;=:@");
}

static void put_replaced(struct text *text, const char *value)
{
    text_encoded(text, (struct slice){value, strlen(value)}, KEPT);
}

/* Nothing of what was found before is told. */
static bool redirect(struct call *call, int status, const char *location)
{
    call->n_headers = 0;
    call->size = 0;
    call->status = status;
    call->content_type = NULL;
    call_add(call, "Location", location);
    return location != NULL || call_internal(call);
}

/* The query comes along. */
static bool finish(struct call *call, int status, struct text *text)
{
    const char *query = strchr(call->x->target, '?');
    if (query != NULL)
        text_encoded(text, (struct slice){query, strlen(query)}, KEPT);
    return redirect(call, status, text->failed ? NULL : text->data);
}

bool website_redirect(struct call *call, const struct xml_node *rule, struct slice key)
{
    const struct xml_node *to = xml_child(rule, "Redirect");
    const struct xml_node *prefix = xml_child(xml_child(rule, "Condition"), "KeyPrefixEquals");
    const char *with = xml_text(to, "ReplaceKeyWith");
    const char *prefix_with = xml_text(to, "ReplaceKeyPrefixWith");
    const char *code = xml_text(to, "HttpRedirectCode");
    struct text text = {.pool = &call->pool};
    put_origin(call, &text, to);
    if (with != NULL) {
        put_replaced(&text, with);
    } else {
        size_t replaced = prefix_with == NULL || prefix == NULL ? 0 : prefix->text.size;
        put_replaced(&text, prefix_with == NULL ? "" : prefix_with);
        put_key(&text, (struct slice){key.data + replaced, key.size - replaced});
    }
    return finish(call, code == NULL ? 301 : (int)strtol(code, NULL, 10), &text);
}

bool website_redirect_all(struct call *call, const struct xml_node *all, struct slice key)
{
    struct text text = {.pool = &call->pool};
    put_origin(call, &text, all);
    put_key(&text, key);
    return finish(call, 301, &text);
}

const char *website_location(struct call *call, const char *value)
{
    struct text text = {.pool = &call->pool};
    put_replaced(&text, value);
    return text.failed ? NULL : text.data;
}

bool website_moved(struct call *call, const char *location)
{
    return redirect(call, 301, website_location(call, location));
}

bool website_folder(struct call *call, struct slice key)
{
    struct text text = {.pool = &call->pool};
    text_string(&text, "/");
    put_key(&text, key);
    text_string(&text, "/");
    return redirect(call, 302, text.failed ? NULL : text.data) &&
           fault_set(&call->fault, FAULT_FOUND);
}
