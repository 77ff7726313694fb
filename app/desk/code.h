#ifndef APP_DESK_CODE_H
#define APP_DESK_CODE_H

#include "app/desk/act.h"

/*
 * Codes that visitors are given on paper or on the screen: six letters and digits without those
 * that are taken for one another.
 */
enum { CODE_SIZE = 7, CODE_TRIES = 1000 };

/*
 * Draws the code of number `id` of what `kind` names, so that nobody can guess it from another's:
 * from a secret of the store, which a training store does not have, so that a day can be replayed
 * exactly. `try` above 0 draws another one. Inside a write transaction.
 */
void code_draw(struct desk *desk, const char *kind, int64_t id, int try, char out_code[CODE_SIZE]);

/* A code as a person types it: small letters are as good. */
void code_tidy(const char *typed, char *out_code, size_t size);

#endif
