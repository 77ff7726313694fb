#ifndef DB_STORE_CREATE_H
#define DB_STORE_CREATE_H

#include "db/store.h"

/* Between store.c and store_create.c only. */

/* A store around an engine, which it owns from now on. */
struct store *store_wrap(struct engine *engine);

/* Inside a write transaction: brings the tables from schema `version` to the newest. */
bool store_migrate(struct store *store, int version);

#endif
