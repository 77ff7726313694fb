#ifndef DB_VOICE_ROWS_H
#define DB_VOICE_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* Writes the voice of an office in place of all that was there. */
void voice_rows_set(struct store *store, const struct office_voice *voice);

/* The voice; the usual one where there is none, or, after one log line, where the rows are wrong: a
 * number is called all the same. */
void voice_rows_read(struct store *store, struct office_voice *out_voice);

#endif
