#include "db/statements.h"

#include <stddef.h>

/* Each is in one of the tables; in the others its place is empty. */
const char *statement_sql(enum statement statement)
{
	static const char *const *const tables[] = {
		statements_queue, statements_people, statements_office};
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		if (tables[i][statement] != NULL) {
			return tables[i][statement];
		}
	}
	return NULL;
}
