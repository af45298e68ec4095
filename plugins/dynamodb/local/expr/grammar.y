/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The grammar of DynamoDB expressions, for lemon (Developer Guide, "Condition and filter expressions,
 * operators, and functions", "Using update expressions", "Using projection expressions").
 *
 * One parser for all kinds: the first token, which no text contains, says which. It is wider than
 * DynamoDB where DynamoDB answers with something better than a syntax error (unknown functions, ...): the
 * checks say that.
 */
%include {
#include <stdlib.h>

#include "parse.h"

/* lemon's parser is allocated with these. */
void *ExprParseAlloc(void *(*allocate)(size_t));
void ExprParseFree(void *parser, void (*release)(void *));
void ExprParse(void *parser, int type, const struct token *token, struct parser *context);
}

%name ExprParse
%token_prefix TOKEN_
%token_type {const struct token *}
%default_type {struct node *}
%extra_argument {struct parser *parser}
%stack_size 0

%syntax_error { parse_syntax_error(parser, TOKEN); }
%stack_overflow { parse_out_of_memory(parser); }

%left OR.
%left AND.
%right NOT.

%token BAD.
%token_class comparator EQ|NE|LT|LE|GT|GE.

%type name {const struct token *}
%type arguments {struct node_list}
%type update_arguments {struct node_list}
%type paths {struct node_list}

start ::= START_CONDITION condition(C). { parser->expr->condition = C; }
start ::= START_UPDATE sections.
start ::= START_PROJECTION paths(P). { parser->expr->paths = P.first; }

/* Conditions. A call alone may be both a condition and an operand: it stays a call_group, also in
 * parentheses, until the token behind it decides. */
condition(R) ::= call_group(C). { R = C; }
condition(R) ::= test(T). { R = T; }

test(R) ::= LPAREN test(T) RPAREN. { R = parse_group(parser, T); }
test(R) ::= condition(A) OR(T) condition(B). {
    R = parse_operator(parser, NODE_OR, T, parse_pair(A, B));
}
test(R) ::= condition(A) AND(T) condition(B). {
    R = parse_operator(parser, NODE_AND, T, parse_pair(A, B));
}
test(R) ::= NOT(T) condition(A). {
    R = parse_operator(parser, NODE_NOT, T, parse_list(A));
}
test(R) ::= operand(A) comparator(T) operand(B). {
    R = parse_compare(parser, T, parse_pair(A, B));
}
test(R) ::= operand(A) BETWEEN(T) operand(L) AND operand(H). {
    R = parse_operator(parser, NODE_BETWEEN, T, parse_append(parse_pair(A, L), H));
}
test(R) ::= operand(A) IN(T) LPAREN arguments(L) RPAREN. {
    struct node_list operands = parse_list(A);
    if (A != NULL) {
        A->next = L.first;
        operands.count += L.count;
    }
    R = parse_operator(parser, NODE_IN, T, operands);
}

operand(R) ::= path_group(A). { R = A; }
operand(R) ::= value_group(A). { R = A; }
operand(R) ::= call_group(A). { R = A; }

path_group(R) ::= name(N). { R = parse_path(parser, N); }
path_group(R) ::= path_group(P) DOT name(N). { R = parse_member(parser, P, N); }
path_group(R) ::= path_group(P) LBRACKET INTEGER(I) RBRACKET. { R = parse_element(parser, P, I); }
path_group(R) ::= LPAREN path_group(P) RPAREN. { R = parse_group(parser, P); }

value_group(R) ::= VALUE(V). { R = parse_value(parser, V); }
value_group(R) ::= LPAREN value_group(V) RPAREN. { R = parse_group(parser, V); }

call_group(R) ::= IDENT(F) LPAREN arguments(L) RPAREN. { R = parse_call(parser, F, L); }
call_group(R) ::= LPAREN call_group(C) RPAREN. { R = parse_group(parser, C); }

arguments(R) ::= operand(A). { R = parse_list(A); }
arguments(R) ::= arguments(L) COMMA operand(A). { R = parse_append(L, A); }

/* Updates. */
sections ::= section.
sections ::= sections section.

section ::= SET set_actions. { parse_section(parser, ACTION_SET); }
section ::= REMOVE remove_actions. { parse_section(parser, ACTION_REMOVE); }
section ::= ADD add_actions. { parse_section(parser, ACTION_ADD); }
section ::= DELETE delete_actions. { parse_section(parser, ACTION_DELETE); }

set_actions ::= set_action.
set_actions ::= set_actions COMMA set_action.
set_action ::= path(P) EQ update_operand(V). { parse_action(parser, ACTION_SET, P, V); }
set_action ::= path(P) EQ sum(V). { parse_action(parser, ACTION_SET, P, V); }

remove_actions ::= remove_action.
remove_actions ::= remove_actions COMMA remove_action.
remove_action ::= path(P). { parse_action(parser, ACTION_REMOVE, P, NULL); }

add_actions ::= add_action.
add_actions ::= add_actions COMMA add_action.
add_action ::= path(P) VALUE(V). { parse_action(parser, ACTION_ADD, P, parse_value(parser, V)); }

delete_actions ::= delete_action.
delete_actions ::= delete_actions COMMA delete_action.
delete_action ::= path(P) VALUE(V). {
    parse_action(parser, ACTION_DELETE, P, parse_value(parser, V));
}

sum(R) ::= update_operand(A) PLUS(T) update_operand(B). {
    R = parse_operator(parser, NODE_PLUS, T, parse_pair(A, B));
}
sum(R) ::= update_operand(A) MINUS(T) update_operand(B). {
    R = parse_operator(parser, NODE_MINUS, T, parse_pair(A, B));
}
sum(R) ::= LPAREN sum(S) RPAREN. { R = parse_group(parser, S); }

update_operand(R) ::= path(P). { R = P; }
update_operand(R) ::= VALUE(V). { R = parse_value(parser, V); }
update_operand(R) ::= IDENT(F) LPAREN update_arguments(L) RPAREN. { R = parse_call(parser, F, L); }
update_operand(R) ::= LPAREN update_operand(A) RPAREN. { R = parse_group(parser, A); }

update_arguments(R) ::= update_operand(A). { R = parse_list(A); }
update_arguments(R) ::= update_arguments(L) COMMA update_operand(A). { R = parse_append(L, A); }

path(R) ::= name(N). { R = parse_path(parser, N); }
path(R) ::= path(P) DOT name(N). { R = parse_member(parser, P, N); }
path(R) ::= path(P) LBRACKET INTEGER(I) RBRACKET. { R = parse_element(parser, P, I); }

name(R) ::= IDENT(N). { R = N; }
name(R) ::= NAME(N). { R = N; }

/* Projections. */
paths(R) ::= path(P). { R = parse_list(P); }
paths(R) ::= paths(L) COMMA path(P). { R = parse_append(L, P); }
