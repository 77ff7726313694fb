#include "app/desk/office_past.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "db/past_rows.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

enum { HASH_SIZE = 16, HASH_TEXT_SIZE = 2 * HASH_SIZE + 1 };

_Static_assert(FINGERPRINT_SIZE + HASH_TEXT_SIZE <= EVENT_DETAIL_SIZE, "both fit into an event");

static void hash_rules(const char *rules, char out_hex[HASH_TEXT_SIZE])
{
	unsigned char hash[HASH_SIZE];
	(void)crypto_generichash(
		hash, sizeof hash, (const unsigned char *)rules, strlen(rules), NULL, 0);
	(void)sodium_bin2hex(out_hex, HASH_TEXT_SIZE, hash, sizeof hash);
}

bool office_past_load(struct desk *desk, const struct office *present, int64_t first, int64_t last,
	struct replay_offices *out_offices)
{
	struct past_row *rows;
	size_t count = past_rows_list(desk->store, first, last, &rows);
	struct replay_past *past = memory_zeroed(count + 1, sizeof *past);
	bool right = true;
	for (size_t i = 0; i < count && right; i++) {
		past[i].until = rows[i].event;
		past[i].office = *present;
		right = rules_read(rows[i].rules, &past[i].office);
	}
	free(rows);
	*out_offices = (struct replay_offices){present, past, count};
	return right;
}

void office_past_finish(struct replay_offices *offices)
{
	free((void *)(uintptr_t)offices->past);
	*offices = (struct replay_offices){0};
}

int64_t office_past_note(
	struct desk *desk, const struct office *before, const char *fingerprint, const char *staff)
{
	char rules[RULES_SIZE], hash[HASH_TEXT_SIZE];
	struct event event = event_of(EVENT_OFFICE_CHANGED);
	rules_write(before, rules);
	hash_rules(rules, hash);
	text_format(event.detail, sizeof event.detail, "%s/%s", fingerprint, hash);
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	int64_t id = act_note_event(desk, &event, NULL);
	past_rows_add(desk->store, id, rules);
	return id;
}

bool office_past_is_right(struct desk *desk, const struct event *event)
{
	struct past_row row;
	struct office *office = memory_zeroed(1, sizeof *office);
	char hash[HASH_TEXT_SIZE];
	const char *slash = strchr(event->detail, '/');
	bool right = slash != NULL && past_rows_get(desk->store, event->id, &row) &&
		     rules_read(row.rules, office);
	if (right) {
		hash_rules(row.rules, hash);
		right = strcmp(hash, slash + 1) == 0;
	}
	free(office);
	return right;
}
