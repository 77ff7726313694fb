#include "db/event_rows.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <sodium.h>

#include <string.h>

static void put_reference(struct query *query, int64_t id)
{
	if (id == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, id);
	}
}

static void put_word(struct query *query, const char *word)
{
	query_put_text(query, word[0] == '\0' ? NULL : word);
}

void event_rows_hash(
	const struct event *event, const char *previous, char out_hash[EVENT_HASH_SIZE])
{
	char text[EVENT_TEXT_SIZE];
	unsigned char hash[EVENT_HASH_SIZE / 2];
	crypto_generichash_state state;
	size_t length = event_write(event, text);
	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	crypto_generichash_update(&state, (const unsigned char *)previous, strlen(previous));
	crypto_generichash_update(&state, (const unsigned char *)text, length);
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(out_hash, EVENT_HASH_SIZE, hash, sizeof hash);
}

void event_rows_head(struct store *store, struct event_head *out_head)
{
	*out_head = (struct event_head){.office_ms = TICKET_NEVER, .wall_ms = TICKET_NEVER};
	struct query *query = store_query(store, STATEMENT_EVENT_NEWEST);
	if (query_next(query)) {
		out_head->id = query_int(query);
		out_head->office_ms = query_int(query);
		out_head->wall_ms = query_int(query);
		query_text(query, out_head->hash, sizeof out_head->hash);
	}
	query_reset(query);
}

int64_t event_rows_append(struct store *store, struct event_head *head, struct event *event)
{
	event->id = head->id + 1;
	event_rows_hash(event, head->hash, event->hash);
	struct query *query = store_query(store, STATEMENT_EVENT_INSERT);
	query_put_int(query, event->id);
	query_put_text(query, event_kind_name(event->kind));
	query_put_text(query, event->service_date);
	query_put_int(query, event->at.office_ms);
	query_put_int(query, event->at.wall_ms);
	query_put_text(query, event->at.boot_id);
	query_put_int(query, event->at.boot_ms);
	query_put_text(query, event->device);
	put_word(query, event->staff);
	put_reference(query, event->counter);
	put_reference(query, event->ticket);
	put_word(query, event->detail);
	if (event->with_service) {
		query_put_int(query, event->service);
	} else {
		query_put_null(query);
	}
	put_reference(query, event->services);
	if (event->priority == TICKET_ORDINARY) {
		query_put_null(query);
	} else {
		query_put_text(query, ticket_priority_name(event->priority));
	}
	query_put_time(query, event->turn_ms);
	query_put_time(query, event->low_ms);
	query_put_time(query, event->high_ms);
	put_reference(query, event->party);
	put_reference(query, event->refers);
	query_put_text(query, event->hash);
	query_run(query);
	head->id = event->id;
	head->office_ms = event->at.office_ms;
	head->wall_ms = event->at.wall_ms;
	text_copy(head->hash, sizeof head->hash, event->hash);
	return event->id;
}

static bool read_event(struct query *query, struct event *out_event)
{
	char word[EVENT_NAME_SIZE];
	if (!query_next(query)) {
		return false;
	}
	*out_event = event_of(EVENT_KINDS);
	out_event->id = query_int(query);
	query_text(query, word, sizeof word);
	(void)event_kind_find(word, &out_event->kind);
	query_text(query, out_event->service_date, sizeof out_event->service_date);
	out_event->at.office_ms = query_int(query);
	out_event->at.wall_ms = query_int(query);
	query_text(query, out_event->at.boot_id, sizeof out_event->at.boot_id);
	out_event->at.boot_ms = query_int(query);
	query_text(query, out_event->device, sizeof out_event->device);
	query_text(query, out_event->staff, sizeof out_event->staff);
	out_event->counter = (int)query_int(query);
	out_event->ticket = query_int(query);
	query_text(query, out_event->detail, sizeof out_event->detail);
	int64_t service = query_time(query);
	out_event->with_service = service >= 0 && service < OFFICE_SERVICES;
	out_event->service = out_event->with_service ? (int)service : 0;
	out_event->services = (uint32_t)query_int(query);
	query_text(query, word, sizeof word);
	(void)ticket_priority_find(word, &out_event->priority);
	out_event->turn_ms = query_time(query);
	out_event->low_ms = query_time(query);
	out_event->high_ms = query_time(query);
	out_event->party = (int)query_int(query);
	out_event->refers = query_int(query);
	query_text(query, out_event->hash, sizeof out_event->hash);
	return true;
}

size_t event_rows_list(struct store *store, int64_t first, int64_t last, struct event **out_events)
{
	struct query *query = store_query(store, STATEMENT_EVENT_LIST);
	struct event event;
	size_t count = 0, room = 0;
	*out_events = NULL;
	query_put_int(query, first);
	query_put_int(query, last);
	while (read_event(query, &event)) {
		if (count == room) {
			room = room * 2 + 64;
			*out_events = memory_resized(*out_events, room, sizeof **out_events);
		}
		(*out_events)[count++] = event;
	}
	return count;
}

bool event_rows_last_of_counter(
	struct store *store, int counter, int64_t first, struct event *out_event)
{
	struct query *query = store_query(store, STATEMENT_EVENT_LAST_OF_COUNTER);
	query_put_int(query, counter);
	query_put_int(query, first);
	bool found = read_event(query, out_event);
	query_reset(query);
	return found;
}

bool event_rows_stood_by(struct store *store, int counter, int64_t first, struct event *out_event)
{
	struct query *query = store_query(store, STATEMENT_EVENT_STOOD_BY);
	query_put_int(query, counter);
	query_put_int(query, first);
	bool found = read_event(query, out_event);
	query_reset(query);
	return found;
}

bool event_rows_get(struct store *store, int64_t id, struct event *out_event)
{
	struct query *query = store_query(store, STATEMENT_EVENT_GET);
	query_put_int(query, id);
	bool found = read_event(query, out_event);
	query_reset(query);
	return found;
}

int64_t event_rows_before_wrong(struct store *store, const char *boot_id, int64_t office_ms)
{
	struct query *query = store_query(store, STATEMENT_EVENT_WRONG);
	query_put_text(query, boot_id);
	query_put_int(query, office_ms);
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return id;
}

bool event_rows_last_of_ticket(struct store *store, const struct ticket *ticket,
	enum event_kind kind, struct event *out_event)
{
	struct query *query = store_query(store, STATEMENT_EVENT_LATER);
	struct event event;
	bool found = false;
	query_put_int(query, ticket->id);
	query_put_int(query, ticket->issue_event);
	while (read_event(query, &event)) {
		if (event.kind == kind) {
			*out_event = event;
			found = true;
		}
	}
	query_reset(query);
	return found;
}

bool event_rows_has_later(struct store *store, int64_t ticket, int64_t id)
{
	struct query *query = store_query(store, STATEMENT_EVENT_LATER);
	struct event event;
	bool found = false;
	query_put_int(query, ticket);
	query_put_int(query, id);
	while (!found && read_event(query, &event)) {
		found = event_is_of_life(event.kind);
	}
	query_reset(query);
	return found;
}

void remark_rows_insert(struct store *store, int64_t event, const char *note)
{
	struct query *query = store_query(store, STATEMENT_REMARK_INSERT);
	query_put_int(query, event);
	query_put_text(query, note);
	query_run(query);
}

enum remark remark_rows_get(struct store *store, int64_t event, char *out_note, size_t size)
{
	struct query *query = store_query(store, STATEMENT_REMARK_GET);
	enum remark remark = REMARK_NONE;
	out_note[0] = '\0';
	query_put_int(query, event);
	if (query_next(query)) {
		query_text(query, out_note, size);
		remark = out_note[0] != '\0' ? REMARK_KEPT : REMARK_BLANKED;
	}
	query_reset(query);
	return remark;
}

int remark_rows_blank(struct store *store, const char *date, int most)
{
	int count = 0;
	struct query *query = store_query(store, STATEMENT_REMARK_BLANK);
	query_put_text(query, date);
	query_put_int(query, most);
	while (query_next(query)) {
		count++;
	}
	return count;
}

int64_t remark_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_REMARK_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}
