#ifndef DB_STAFF_ROWS_H
#define DB_STAFF_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* Who works here. `pin_hash` is an argon2id string, "" = none yet. Inside a transaction. */
enum { STAFF_CODE_SIZE = 32, STAFF_HASH_SIZE = 128 };

struct staff_row {
	char code[STAFF_CODE_SIZE];
	char name[OFFICE_NAME_SIZE];
	char role[16];
	char pin_hash[STAFF_HASH_SIZE];
	int wrong_pins;          /* since the last right one */
	int64_t locked_until_ms; /* -1 = not locked */
};

/* A new one, or one that had left and is back. */
void staff_rows_insert(struct store *store, const struct staff_row *staff);
bool staff_rows_get(struct store *store, const char *code, struct staff_row *out_staff);
/* Those who have not left: in order of name, at most `size`; how many. */
size_t staff_rows_list(struct store *store, struct staff_row *out_rows, size_t size);
void staff_rows_set(struct store *store, const char *code, const char *name, const char *role);
/* Whether somebody with this code has left. */
bool staff_rows_has_left(struct store *store, const char *code);
/* Keeps the row, for what the log says of the person, out of all that is read here. */
void staff_rows_retire(struct store *store, const char *code);
/* "" = none: the next sign-in sets it. */
void staff_rows_set_pin(struct store *store, const char *code, const char *pin_hash);
void staff_rows_set_wrong(
	struct store *store, const char *code, int wrong_pins, int64_t locked_until_ms);

#endif
