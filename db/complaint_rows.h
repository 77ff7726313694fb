#ifndef DB_COMPLAINT_ROWS_H
#define DB_COMPLAINT_ROWS_H

#include "app/feedback/complaint.h"
#include "app/queue/calendar.h"
#include "db/store.h"

/* Suggestions and complaints. All inside a transaction. */
struct complaint_row {
	int64_t id;
	char code[COMPLAINT_CODE_SIZE];
	enum complaint_kind kind;
	enum complaint_topic topic;
	char service_date[CALENDAR_DATE_SIZE];
	int64_t filed_ms;
	enum complaint_state state;
	int64_t changed_ms; /* when it came into this state */
	/* personal columns, "" once they are blanked */
	char text[COMPLAINT_TEXT_SIZE];
	char contact[COMPLAINT_CONTACT_SIZE];
};

int64_t complaint_rows_next_id(struct store *store);
/* `token` of the session that files it; "" = none. */
void complaint_rows_insert(struct store *store, const struct complaint_row *row,
	const char *notice_version, const char *token);
/* The code of the one that was filed on `date` with `token`. */
bool complaint_rows_find_token(struct store *store, const char *date, const char *token,
	char out_code[COMPLAINT_CODE_SIZE]);
bool complaint_rows_find(struct store *store, const char *code, struct complaint_row *out_row);
void complaint_rows_set(struct store *store, const struct complaint_row *row);

/* At most `size` with an id above `after`, in order; how many. */
size_t complaint_rows_list(
	struct store *store, int64_t after, struct complaint_row *out_rows, size_t size);

/* How many there are. */
int64_t complaint_rows_total(struct store *store);

/* Those that nobody has taken up yet. */
int complaint_rows_count_new(struct store *store);

/* Wipes the words and the contact of complaints filed before `date` that are done with; how many.
 */
int complaint_rows_blank(struct store *store, const char *date);

#endif
