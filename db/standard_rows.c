#include "db/standard_rows.h"

enum { ID = OFFICE_INDONESIAN, EN = OFFICE_ENGLISH, NAME_SIZE = 32 };

static void insert(struct store *store, int place, const struct standard_line *line)
{
	struct query *query = store_query(store, STATEMENT_STANDARD_LINE_INSERT);
	query_put_int(query, place);
	if (line->service == STANDARD_OFFICE) {
		query_put_null(query);
	} else {
		query_put_int(query, line->service);
	}
	query_put_text(query, standard_part_name(line->part));
	query_put_int(query, line->heading);
	query_put_int(query, line->from_day);
	query_put_int(query, line->until_day);
	query_put_text(query, line->text[ID]);
	query_put_text(query, line->text[EN]);
	query_run(query);
}

void standard_rows_set(struct store *store, const struct standards *standards)
{
	query_run(store_query(store, STATEMENT_STANDARD_LINE_CLEAR));
	for (int i = 0; i < standards->count; i++) {
		insert(store, i, &standards->lines[i]);
	}
}

void standard_rows_read(struct store *store, int service_count, struct standards *out_standards)
{
	struct query *query = store_query(store, STATEMENT_STANDARD_LINE_LIST);
	out_standards->count = 0;
	query_put_int(query, STANDARD_LINES);
	while (query_next(query)) {
		char part[NAME_SIZE];
		struct standard_line line = {0};
		query_text(query, part, sizeof part);
		bool known = standard_part_find(part, &line.part);
		line.service = query_place(query, service_count);
		line.heading = query_int(query) != 0;
		line.from_day = (int)query_int(query);
		line.until_day = (int)query_int(query);
		query_text(query, line.text[ID], sizeof line.text[ID]);
		query_text(query, line.text[EN], sizeof line.text[EN]);
		if (line.part == STANDARD_PLEDGE) {
			line.service = STANDARD_OFFICE;
		}
		if (known) {
			(void)standard_add(out_standards, &line);
		}
	}
}
