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

/*
 * The code on the slip of a ticket, by which its visitor proves that it is theirs: not to be
 * guessed from the number. "" while the store has no secret (code_prepare). In any transaction.
 */
void code_of_ticket(struct desk *desk, int64_t ticket, char out_code[CODE_SIZE]);

/* Makes the secret where there is none. Inside a write transaction. */
void code_prepare(struct desk *desk);

/* A hash of what was typed, keyed with the secret, so that nobody finds it by trying all numbers
 * on a stolen file; the same `kind` and `text` give the same. In any transaction. */
enum { CODE_HASH_SIZE = 33 };
void code_hash(
	struct desk *desk, const char *kind, const char *text, char out_hash[CODE_HASH_SIZE]);

/* A code as a person types it: small letters are as good. */
void code_tidy(const char *typed, char *out_code, size_t size);

#endif
