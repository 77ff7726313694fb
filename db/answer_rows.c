#include "db/answer_rows.h"

#include "app/base/text.h"

enum { NAME_SIZE = 32, NUMBER_SIZE = 16 };

/* The others are columns of `visit` and `guest`, and rows of `guest_data`. */
static bool has_no_column(enum guest_field field)
{
	return (field >= GUEST_OFFICE_PURPOSE && field <= GUEST_DISABILITY_KIND) ||
	       (field >= GUEST_DATA_LEVEL && field < GUEST_NEEDS);
}

static void insert_personal(
	struct store *store, int64_t visit, enum guest_field field, const char *answer)
{
	struct query *query = store_query(store, STATEMENT_GUEST_ANSWER_INSERT);
	query_put_int(query, visit);
	query_put_text(query, guest_field_name(field));
	query_put_text(query, answer);
	query_run(query);
}

static void insert_counted(struct store *store, int64_t visit, enum guest_field field, int code)
{
	struct query *query = store_query(store, STATEMENT_VISIT_ANSWER_INSERT);
	query_put_int(query, visit);
	query_put_text(query, guest_field_name(field));
	query_put_int(query, code);
	query_run(query);
}

static void insert(
	struct store *store, int64_t visit, enum guest_field field, struct guest *readable)
{
	char number[NUMBER_SIZE];
	size_t size;
	const char *text = guest_text(readable, field, &size);
	if (text != NULL) {
		insert_personal(store, visit, field, text);
	} else if (guest_is_personal(field)) {
		text_format(number, sizeof number, "%d", *guest_code(readable, field));
		insert_personal(store, visit, field, number);
	} else {
		insert_counted(store, visit, field, *guest_code(readable, field));
	}
}

void answer_rows_set(struct store *store, int64_t visit, const struct guest *guest)
{
	struct query *query = store_query(store, STATEMENT_VISIT_ANSWER_CLEAR);
	query_put_int(query, visit);
	query_run(query);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		if (has_no_column(field) && !guest_is_empty(guest, field)) {
			/* The accessors serve screens that write; here nothing is written. */
			insert(store, visit, field, (struct guest *)(uintptr_t)guest);
		}
	}
}

void answer_rows_read(struct store *store, int64_t visit, struct guest *guest)
{
	struct query *query = store_query(store, STATEMENT_ANSWERS_OF_VISIT);
	query_put_int(query, visit);
	query_put_int(query, GUEST_FIELDS);
	while (query_next(query)) {
		char name[NAME_SIZE], answer[GUEST_NAME_SIZE];
		enum guest_field field;
		int64_t code = 0;
		size_t size;
		query_text(query, name, sizeof name);
		query_text(query, answer, sizeof answer);
		const int64_t counted = query_int(query);
		if (!guest_find_field(name, &field) || !has_no_column(field)) {
			continue;
		}
		char *text = guest_text(guest, field, &size);
		if (text != NULL) {
			text_copy(text, size, answer);
		} else if (!guest_is_personal(field)) {
			*guest_code(guest, field) = (int)counted;
		} else if (text_to_int(answer, 0, GUEST_OWN_MAX, &code)) {
			*guest_code(guest, field) = (int)code;
		}
	}
	query_reset(query);
}
