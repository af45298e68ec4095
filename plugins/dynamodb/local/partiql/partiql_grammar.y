/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The grammar of PartiQL statements, for lemon (Developer Guide, "PartiQL - a SQL-compatible query
 * language for Amazon DynamoDB"). Conditions and values are one kind of expression here; what may
 * stand where is checked when a statement is compiled.
 */
%include {
#include <stdlib.h>

#include "partiql/parse.h"

/* lemon's parser is allocated with these. */
void *PartiqlParseAlloc(void *(*allocate)(size_t));
void PartiqlParseFree(void *parser, void (*release)(void *));
void PartiqlParse(void *parser, int type, const struct partiql_token *token,
                  struct partiql_parser *context);
}

%name PartiqlParse
%token_prefix PARTIQL_TOKEN_
%token_type {const struct partiql_token *}
%default_type {struct partiql_node *}
%extra_argument {struct partiql_parser *parser}
%stack_size 0

%syntax_error { partiql_syntax_error(parser, TOKEN); }
%stack_overflow { partiql_out_of_memory(parser); }
%parse_accept { parser->complete = true; }

%token BAD RESERVED.
%token_class comparator EQ|NE|LT|LE|GT|GE.
%token_class text_name IDENT|STRING.
%token_class type_name TYPE|NULL|MISSING.
%token_class other_operator OPERATOR|STAR.

%type arguments {struct partiql_list}
%type call_arguments {struct partiql_list}
%type sequence {struct partiql_list}
%type members {struct partiql_list}
%type paths {struct partiql_list}
%type sort_keys {struct partiql_list}
%type which {const char *}
%type age {const char *}

start ::= statement.
start ::= statement SEMICOLON.

statement ::= SELECT projection FROM tables where order limit. {
    parser->statement->kind = PARTIQL_KIND_SELECT;
}
statement ::= EXISTS LPAREN SELECT projection FROM table where RPAREN. {
    parser->statement->kind = PARTIQL_KIND_EXISTS;
}
statement ::= INSERT INTO source VALUE sum(V). {
    parser->statement->kind = PARTIQL_KIND_INSERT;
    partiql_parse_item(parser, V);
}
statement ::= INSERT INTO source VALUE sum RETURNING which age STAR. {
    partiql_reject(parser, "RETURNING is not supported in INSERT");
}
statement ::= UPDATE table actions where returning. {
    parser->statement->kind = PARTIQL_KIND_UPDATE;
}
statement ::= FROM table where actions returning. {
    parser->statement->kind = PARTIQL_KIND_UPDATE;
}
statement ::= DELETE FROM table where returning. {
    parser->statement->kind = PARTIQL_KIND_DELETE;
}

projection ::= STAR.
projection ::= paths(L). { parser->statement->paths = L.first; }
projection ::= DISTINCT. { partiql_reject(parser, "Unsupported token in expression: DISTINCT"); }
paths(R) ::= sum(P). { R = partiql_list_of(P); }
paths(R) ::= paths(L) COMMA sum(P). { R = partiql_list_add(L, P); }

tables ::= table.
tables ::= tables COMMA. {
    partiql_reject(parser, "Only select from a single table or index is supported.");
}
table ::= source.
table ::= source alias. { partiql_reject(parser, "Aliasing is not supported"); }
alias ::= IDENT.
alias ::= AS IDENT.
source ::= IDENT(N). { partiql_parse_source(parser, N); }
source ::= source DOT IDENT(N). { partiql_parse_source(parser, N); }

where ::= .
where ::= WHERE condition(C). { parser->statement->where = C; }

order ::= .
order ::= ORDER BY sort_keys(L). { parser->statement->order = L.first; }
sort_keys(R) ::= sort_key(K). { R = partiql_list_of(K); }
sort_keys(R) ::= sort_keys(L) COMMA sort_key(K). { R = partiql_list_add(L, K); }
sort_key(R) ::= path(P). { R = P; }
sort_key(R) ::= path(P) ASC. { R = P; }
sort_key(R) ::= path(P) DESC. { R = P; if (R != NULL) R->descending = true; }

limit ::= .
limit ::= LIMIT sum(V). {
    if (V != NULL) partiql_reject_at(parser, "Unsupported clause: LIMIT", &V->place);
}
limit ::= GROUP BY. { partiql_reject(parser, "Unsupported clause: GROUP BY"); }

returning ::= .
returning ::= RETURNING which(W) age(A) STAR. {
    parser->statement->which = W;
    parser->statement->age = A;
}
which(R) ::= ALL. { R = "ALL"; }
which(R) ::= MODIFIED. { R = "MODIFIED"; }
age(R) ::= OLD. { R = "OLD"; }
age(R) ::= NEW. { R = "NEW"; }

actions ::= action.
actions ::= actions action.
action ::= SET assignments.
action ::= REMOVE removals.
assignments ::= assignment.
assignments ::= assignments COMMA assignment.
assignment ::= path(P) EQ(T) sum(V). { partiql_parse_set(parser, T, partiql_pair(P, V)); }
removals ::= removal.
removals ::= removals COMMA removal.
removal ::= path(P). { partiql_parse_remove(parser, P); }

/* Expressions. */
condition(R) ::= conjunction(A). { R = A; }
condition(R) ::= condition(A) OR(T) conjunction(B). {
    R = partiql_parse_node(parser, PARTIQL_OR, T, partiql_pair(A, B));
}
conjunction(R) ::= negation(A). { R = A; }
conjunction(R) ::= conjunction(A) AND(T) negation(B). {
    R = partiql_parse_node(parser, PARTIQL_AND, T, partiql_pair(A, B));
}
negation(R) ::= test(A). { R = A; }
negation(R) ::= NOT(T) negation(A). {
    R = partiql_parse_not(parser, T, A);
}

test(R) ::= sum(A). { R = A; }
test(R) ::= sum(A) comparator(T) sum(B). { R = partiql_parse_compare(parser, T, A, B); }
test(R) ::= sum(A) BETWEEN(T) sum(L) AND sum(H). {
    R = partiql_parse_node(parser, PARTIQL_BETWEEN, T,
                           partiql_list_add(partiql_pair(A, L), H));
}
test(R) ::= sum(A) NOT(N) BETWEEN(T) sum(L) AND sum(H). {
    R = partiql_parse_not(parser, N, partiql_parse_node(parser, PARTIQL_BETWEEN, T,
                                                        partiql_list_add(partiql_pair(A, L), H)));
}
test(R) ::= sum(A) IN(T) sequence(L). { R = partiql_parse_in(parser, T, A, L); }
test(R) ::= sum(A) NOT(N) IN(T) sequence(L). {
    R = partiql_parse_not(parser, N, partiql_parse_in(parser, T, A, L));
}
test(R) ::= sum(A) IS type_name(T). { R = partiql_parse_is(parser, A, NULL, T); }
test(R) ::= sum(A) IS NOT(N) type_name(T). { R = partiql_parse_is(parser, A, N, T); }
test(R) ::= sum(A) LIKE(T) sum(B). {
    R = partiql_parse_node(parser, PARTIQL_SUM, T, partiql_pair(A, B));
}

sum(R) ::= primary(A). { R = A; }
sum(R) ::= sum(A) PLUS(T) primary(B). {
    R = partiql_parse_node(parser, PARTIQL_SUM, T, partiql_pair(A, B));
}
sum(R) ::= sum(A) MINUS(T) primary(B). {
    R = partiql_parse_node(parser, PARTIQL_SUM, T, partiql_pair(A, B));
}
sum(R) ::= sum(A) other_operator(T) primary(B). {
    R = partiql_parse_node(parser, PARTIQL_SUM, T, partiql_pair(A, B));
}

primary(R) ::= path(P). { R = P; }
primary(R) ::= literal(V). { R = V; }
primary(R) ::= IDENT(F) LPAREN call_arguments(L) RPAREN. {
    R = partiql_parse_node(parser, PARTIQL_CALL, F, L);
}
primary(R) ::= EXISTS(F) LPAREN call_arguments(L) RPAREN. {
    R = partiql_parse_node(parser, PARTIQL_CALL, F, L);
}
primary(R) ::= LPAREN condition(C) RPAREN. { R = C; }

path(R) ::= IDENT(N). { R = partiql_parse_path(parser, N); }
path(R) ::= path(P) DOT IDENT(N). { R = partiql_parse_step(parser, P, N); }
path(R) ::= path(P) LBRACKET NUMBER(N) RBRACKET. { R = partiql_parse_step(parser, P, N); }
path(R) ::= path(P) LBRACKET STRING(N) RBRACKET. { R = partiql_parse_step(parser, P, N); }
path(R) ::= path LBRACKET MINUS NUMBER(N) RBRACKET. {
    partiql_parse_negative_step(parser, N);
    R = NULL;
}

literal(R) ::= STRING(T). { R = partiql_parse_leaf(parser, PARTIQL_STRING_VALUE, T); }
literal(R) ::= NUMBER(T). { R = partiql_parse_leaf(parser, PARTIQL_NUMBER_VALUE, T); }
literal(R) ::= MINUS NUMBER(T). { R = partiql_parse_negative(parser, T); }
literal(R) ::= TRUE(T). { R = partiql_parse_leaf(parser, PARTIQL_TRUE_VALUE, T); }
literal(R) ::= FALSE(T). { R = partiql_parse_leaf(parser, PARTIQL_FALSE_VALUE, T); }
literal(R) ::= NULL(T). { R = partiql_parse_leaf(parser, PARTIQL_NULL_VALUE, T); }
literal(R) ::= MISSING(T). { R = partiql_parse_leaf(parser, PARTIQL_MISSING_VALUE, T); }
literal(R) ::= PARAMETER(T). { R = partiql_parse_parameter(parser, T); }
literal(R) ::= map(M). { R = M; }
literal(R) ::= LBRACKET(T) arguments(L) RBRACKET. {
    R = partiql_parse_node(parser, PARTIQL_LIST_VALUE, T, L);
}
literal(R) ::= LBRACKET(T) RBRACKET. { R = partiql_parse_leaf(parser, PARTIQL_LIST_VALUE, T); }
literal(R) ::= LBAG(T) arguments(L) RBAG. {
    R = partiql_parse_node(parser, PARTIQL_BAG_VALUE, T, L);
}
literal(R) ::= LBAG(T) RBAG. { R = partiql_parse_leaf(parser, PARTIQL_BAG_VALUE, T); }

map(R) ::= LBRACE(T) members(L) RBRACE. {
    R = partiql_parse_node(parser, PARTIQL_MAP_VALUE, T, L);
}
map(R) ::= LBRACE(T) RBRACE. { R = partiql_parse_leaf(parser, PARTIQL_MAP_VALUE, T); }
members(R) ::= member(M). { R = partiql_list_of(M); }
members(R) ::= members(L) COMMA member(M). { R = partiql_list_add(L, M); }
member(R) ::= text_name(N) COLON sum(V). {
    R = partiql_parse_node(parser, PARTIQL_MEMBER, N, partiql_list_of(V));
    if (R != NULL) R->is_name = N->type == PARTIQL_TOKEN_IDENT;
}

sequence(R) ::= LPAREN arguments(L) RPAREN. { R = L; }
sequence(R) ::= LBRACKET arguments(L) RBRACKET. { R = L; }
sequence(R) ::= LBAG arguments(L) RBAG. { R = L; }
call_arguments(R) ::= . { R = partiql_list_of(NULL); }
call_arguments(R) ::= STAR. { R = partiql_list_of(NULL); }
call_arguments(R) ::= arguments(L). { R = L; }
arguments(R) ::= condition(A). { R = partiql_list_of(A); }
arguments(R) ::= arguments(L) COMMA condition(A). { R = partiql_list_add(L, A); }
