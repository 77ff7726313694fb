#ifndef DB_MIGRATIONS_H
#define DB_MIGRATIONS_H

/*
 * db/schema/NNN_*.sql as strings, in order: migrations[0] brings an empty database to schema
 * version 1, migrations[n] brings version n to n + 1. A released one is never changed again.
 */
extern const char *const migrations[];
extern const int migration_count;

#endif
