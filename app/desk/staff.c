#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/staff_rows.h"

#include <sodium.h>

#include <string.h>

enum { WRONG_PINS = 5, LOCK_MS = 60000 };

_Static_assert(STAFF_HASH_SIZE >= crypto_pwhash_STRBYTES, "a PIN's hash fits");

static bool is_pin(const char *pin)
{
	size_t length = strlen(pin);
	return length >= DESK_PIN_MIN && length <= DESK_PIN_MAX &&
	       strspn(pin, "0123456789") == length;
}

/* Takes a while on purpose, so never inside a transaction. */
static enum result hash_pin(const char *pin, char out_hash[STAFF_HASH_SIZE])
{
	if (!is_pin(pin)) {
		return RESULT_PIN_FORM;
	}
	if (sodium_init() < 0 ||
		crypto_pwhash_str(out_hash, pin, strlen(pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
			crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
		return RESULT_STORE_FAILED;
	}
	return RESULT_OK;
}

static bool pin_is_right(const struct staff_row *row, const char *pin)
{
	return sodium_init() >= 0 && is_pin(pin) &&
	       crypto_pwhash_str_verify(row->pin_hash, pin, strlen(pin)) == 0;
}

static void note_staff(struct desk *desk, enum event_kind kind, const char *code)
{
	struct counter_row who = {0};
	text_copy(who.staff, sizeof who.staff, code);
	act_note(desk, kind, &who, 0, NULL);
}

enum result desk_add_staff(struct desk *desk, const struct desk_staff *staff, const char *pin)
{
	struct staff_row row = {.locked_until_ms = -1}, other;
	enum result result = desk_check_staff(staff);
	if (result == RESULT_OK && pin != NULL) {
		result = hash_pin(pin, row.pin_hash);
	}
	if (result != RESULT_OK) {
		return result;
	}
	text_copy(row.code, sizeof row.code, staff->code);
	text_copy(row.name, sizeof row.name, staff->name);
	text_copy(row.role, sizeof row.role, desk_role_name(staff->role));
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (staff_rows_get(desk->store, row.code, &other)) {
		return act_end(desk, RESULT_STAFF_EXISTS);
	}
	staff_rows_insert(desk->store, &row);
	note_staff(desk, EVENT_STAFF_ADDED, row.code);
	return act_end(desk, RESULT_OK);
}

static void fill_staff(const struct staff_row *row, struct desk_staff *out_staff)
{
	*out_staff = (struct desk_staff){.has_pin = row->pin_hash[0] != '\0'};
	text_copy(out_staff->code, sizeof out_staff->code, row->code);
	text_copy(out_staff->name, sizeof out_staff->name, row->name);
	(void)desk_role_find(row->role, &out_staff->role);
}

size_t staff_list(struct desk *desk, struct desk_staff *out_staff, size_t size)
{
	struct staff_row rows[DESK_STAFF_LISTED];
	size_t count = staff_rows_list(
		desk->store, rows, size < DESK_STAFF_LISTED ? size : DESK_STAFF_LISTED);
	for (size_t i = 0; i < count; i++) {
		fill_staff(&rows[i], &out_staff[i]);
	}
	memory_wipe(rows, sizeof rows);
	return count;
}

enum result desk_list_staff(
	struct desk *desk, struct desk_staff *out_staff, size_t size, size_t *out_count)
{
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	*out_count = staff_list(desk, out_staff, size);
	return look_end(desk, RESULT_OK);
}

/* ---- signing in ---- */

/* A lock that lies further ahead is from before the clock was set back. */
static bool is_locked(const struct desk *desk, const struct staff_row *row)
{
	int64_t left_ms = row->locked_until_ms - desk->now.office_ms;
	return row->locked_until_ms >= 0 && left_ms > 0 && left_ms <= LOCK_MS;
}

static enum result read_staff(struct desk *desk, const char *code, struct staff_row *out_row)
{
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool found = staff_rows_get(desk->store, code, out_row);
	bool locked = found && is_locked(desk, out_row);
	return look_end(desk, !found   ? RESULT_STAFF_UNKNOWN
			      : locked ? RESULT_PIN_LOCKED
				       : RESULT_OK);
}

static enum result set_first_pin(struct desk *desk, const char *code, const char *pin)
{
	char hash[STAFF_HASH_SIZE];
	struct staff_row row;
	enum result result = hash_pin(pin, hash);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	/* Somebody else may have set one in between. */
	if (!staff_rows_get(desk->store, code, &row) || row.pin_hash[0] != '\0') {
		return act_end(desk, RESULT_PIN_WRONG);
	}
	staff_rows_set_pin(desk->store, code, hash);
	note_staff(desk, EVENT_PIN_SET, code);
	return act_end(desk, RESULT_OK);
}

static enum result count_wrong_pin(struct desk *desk, const char *code)
{
	struct staff_row row;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (!staff_rows_get(desk->store, code, &row)) {
		return act_end(desk, RESULT_STAFF_UNKNOWN);
	}
	if (is_locked(desk, &row)) {
		/* Locked while this one was being checked: counting it would lift the lock. */
		return act_end(desk, RESULT_PIN_LOCKED);
	}
	bool locks = row.wrong_pins + 1 >= WRONG_PINS;
	staff_rows_set_wrong(desk->store, code, locks ? 0 : row.wrong_pins + 1,
		locks ? desk->now.office_ms + LOCK_MS : -1);
	if (locks) {
		note_staff(desk, EVENT_PIN_LOCKED, code);
	}
	result = act_end(desk, RESULT_OK);
	if (result != RESULT_OK) {
		return result;
	}
	return locks ? RESULT_PIN_LOCKED : RESULT_PIN_WRONG;
}

static enum result forget_wrong_pins(struct desk *desk, const struct staff_row *row)
{
	if (row->wrong_pins == 0 && row->locked_until_ms < 0) {
		return RESULT_OK;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	staff_rows_set_wrong(desk->store, row->code, 0, -1);
	return act_end(desk, RESULT_OK);
}

static enum result check_pin(struct desk *desk, const char *staff, const char *pin, bool may_set,
	struct desk_staff *out_staff)
{
	struct staff_row row;
	enum result result = read_staff(desk, staff, &row);
	if (result != RESULT_OK) {
		return result;
	}
	if (row.pin_hash[0] == '\0') {
		result = may_set ? set_first_pin(desk, row.code, pin) : RESULT_PIN_WRONG;
	} else if (pin_is_right(&row, pin)) {
		result = forget_wrong_pins(desk, &row);
	} else {
		result = count_wrong_pin(desk, row.code);
	}
	if (result == RESULT_OK) {
		fill_staff(&row, out_staff);
		out_staff->has_pin = true;
	}
	memory_wipe(&row, sizeof row);
	return result;
}

enum result desk_sign_in(
	struct desk *desk, const char *staff, const char *pin, struct desk_staff *out_staff)
{
	return check_pin(desk, staff, pin, true, out_staff);
}

enum result desk_check_pin(
	struct desk *desk, const char *staff, const char *pin, struct desk_staff *out_staff)
{
	return check_pin(desk, staff, pin, false, out_staff);
}
