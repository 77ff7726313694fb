#ifndef DB_WIRE_ROWS_H
#define DB_WIRE_ROWS_H

#include "app/queue/wire.h"
#include "db/store.h"

/* The wires (app/queue/wire.h) of this machine's programs. All inside a transaction. */

/* By device and part, at most `size`; how many. */
int wire_rows_list(struct store *store, struct wire *out_wires, int size);

/* What the program's own settings say: own, fixed, own_paper; the head's choice stays. */
void wire_rows_set_own(struct store *store, const struct wire *wire);

/* The head's choice: chosen, paper. */
void wire_rows_choose(struct store *store, const struct wire *wire);

#endif
