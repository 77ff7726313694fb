#include "app/desk/desk.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/fingerprint.h"
#include "app/desk/office_file.h"
#include "db/office_rows.h"
#include "db/slip_rows.h"
#include "db/staff_rows.h"
#include "db/standard_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- opening ---- */

static bool read_meta(struct desk *desk, const struct clock_source *source)
{
	char text[32];
	int64_t shift = 0;
	store_get_meta(desk->store, "training", text, sizeof text);
	desk->training = strcmp(text, "yes") == 0;
	store_get_meta(desk->store, "shift_ms", text, sizeof text);
	if (text[0] != '\0' && !text_to_int(text, INT64_MIN / 2, INT64_MAX / 2, &shift)) {
		return false;
	}
	clock_init(&desk->clock, source);
	desk->clock.shift_ms = shift;
	desk->revision = office_rows_revision(desk->store);
	return office_rows_read(desk->store, &desk->office);
}

static enum result set_at(struct desk *desk, const char *at, char *out_error, size_t error_size)
{
	int64_t ms;
	if (at == NULL) {
		return RESULT_OK;
	}
	text_format(out_error, error_size, "--at %s", at);
	if (!desk->training) {
		return RESULT_NOT_TRAINING;
	}
	if (!calendar_parse(&desk->office, at, &ms)) {
		return RESULT_CONFIG_WRONG;
	}
	clock_init_fixed(&desk->clock, ms);
	return RESULT_OK;
}

/* Slips that a program of this device had begun when it died: staff decides. */
static enum result doubt_slips(struct desk *desk)
{
	struct slip_row slip;
	char printer[48];
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool found = slip_rows_sending(desk->store, desk->device, &slip);
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || !found) {
		return result;
	}
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	text_format(printer, sizeof printer, "%s/printer", desk->device);
	while (slip_rows_sending(desk->store, desk->device, &slip)) {
		slip_rows_set(desk->store, slip.id, PRINT_UNCONFIRMED, RESULT_OK, desk->device,
			desk->now.office_ms);
		act_note(desk, EVENT_SLIP_UNCONFIRMED, NULL, slip.ticket, "restart");
		roll_count_usual(desk, printer);
	}
	return act_end(desk, RESULT_OK);
}

enum result act_load(
	struct desk *desk, const struct desk_options *options, char *out_error, size_t error_size)
{
	enum result result = store_look(desk->store);
	if (result != RESULT_OK) {
		return result;
	}
	bool right = read_meta(desk, options->clock);
	result = look_end(desk, right ? RESULT_OK : RESULT_STORE_DAMAGED);
	if (result == RESULT_OK) {
		result = set_at(desk, options->at, out_error, error_size);
	}
	return result == RESULT_OK ? doubt_slips(desk) : result;
}

enum result desk_open(const struct desk_options *options, struct desk **out_desk, char *out_error,
	size_t error_size)
{
	*out_desk = NULL;
	struct desk *desk = memory_zeroed(1, sizeof *desk);
	text_copy(desk->device, sizeof desk->device, options->device);
	text_copy(desk->path, sizeof desk->path, options->store);
	enum result result =
		store_open(options->store, options->faults, &desk->store, out_error, error_size);
	if (result == RESULT_OK) {
		text_format(out_error, error_size, "%s", options->store);
		result = act_load(desk, options, out_error, error_size);
	}
	if (result != RESULT_OK) {
		desk_close(desk);
		return result;
	}
	out_error[0] = '\0';
	*out_desk = desk;
	return RESULT_OK;
}

void desk_close(struct desk *desk)
{
	if (desk == NULL) {
		return;
	}
	store_close(desk->store);
	free(desk);
}

const struct office *desk_office(const struct desk *desk)
{
	return &desk->office;
}

bool desk_is_training(const struct desk *desk)
{
	return desk->training;
}

void desk_now(const struct desk *desk, struct instant *out_now)
{
	clock_read(&desk->clock, out_now);
}

enum result desk_set_shift(struct desk *desk, int64_t shift_ms)
{
	char text[32];
	if (!desk->training || desk->clock.fixed) {
		return RESULT_NOT_TRAINING;
	}
	enum result result = act_begin_as_is(desk);
	if (result != RESULT_OK) {
		return result;
	}
	int64_t office = desk->now.wall_ms + shift_ms;
	if (office < desk->head.office_ms) {
		return act_end(desk, RESULT_TIME_BACKWARDS);
	}
	text_format(text, sizeof text, "%" PRId64, shift_ms);
	store_set_meta(desk->store, "shift_ms", text);
	desk->clock.shift_ms = shift_ms;
	clock_end_day(desk, office);
	clock_move(desk, office, EVENT_CLOCK_SHIFTED, text);
	return act_end(desk, RESULT_OK);
}

/* ---- creating ---- */

static void make_store_id(char out_id[33], const struct instant *now)
{
	/* Not a secret: it tells stores apart in exports and backups. */
	text_format(out_id, 33, "%012" PRIx64 "%012" PRIx64, (uint64_t)now->wall_ms,
		(uint64_t)now->boot_ms);
}

/* A store to be: the desk that makes it, and the file of its office. */
struct founding {
	struct desk desk;
	struct office_file file;
};

/* Who the file names; without anybody, the head alone. */
static void insert_staff(struct store *store, const struct office_file *file)
{
	static const struct staff_row head = {.code = "kepala", .name = "Kepala", .role = "head"};
	if (file->staff_count == 0) {
		staff_rows_insert(store, &head);
	}
	for (int i = 0; i < file->staff_count; i++) {
		struct staff_row row = {.locked_until_ms = -1};
		text_copy(row.code, sizeof row.code, file->staff[i].code);
		text_copy(row.name, sizeof row.name, file->staff[i].name);
		text_copy(row.role, sizeof row.role, desk_role_name(file->staff[i].role));
		staff_rows_insert(store, &row);
	}
}

static enum result fill_store(struct store *store, void *context)
{
	struct founding *founding = context;
	struct desk *desk = &founding->desk;
	char id[33], fingerprint[FINGERPRINT_SIZE];
	desk->store = store;
	enum result result = act_anchor(desk);
	if (result != RESULT_OK) {
		return result;
	}
	make_store_id(id, &desk->now);
	if (!seal_make_key(store, desk->path)) {
		return RESULT_STORE_FAILED;
	}
	store_set_meta(store, "training", desk->training ? "yes" : "no");
	store_set_meta(store, "store_id", id);
	office_rows_insert(store, &desk->office);
	standard_rows_set(store, &founding->file.standards);
	for (int i = 0; i < desk->office.counter_count; i++) {
		counter_rows_insert(store, desk->office.counters[i].number, desk->now.office_ms);
	}
	insert_staff(store, &founding->file);
	office_fingerprint(&desk->office, fingerprint);
	act_note(desk, EVENT_STORE_CREATED, NULL, 0, fingerprint);
	return store_trouble(store);
}

enum result desk_create(const char *path, const char *office_file, bool training, const char *at,
	char *out_error, size_t error_size)
{
	struct founding *founding = memory_zeroed(1, sizeof *founding);
	struct desk *desk = &founding->desk;
	desk->training = training;
	text_copy(desk->device, sizeof desk->device, "cli");
	text_copy(desk->path, sizeof desk->path, path);
	clock_init(&desk->clock, NULL);
	enum result result =
		office_file_read_all(office_file, &founding->file, out_error, error_size);
	desk->office = founding->file.office;
	if (result == RESULT_OK) {
		result = set_at(desk, at, out_error, error_size);
	}
	/* A store's first moment is a floor for all that follow. */
	if (result == RESULT_OK && !clock_is_plausible(&desk->clock)) {
		text_copy(out_error, error_size, path);
		result = RESULT_CLOCK_WRONG;
	}
	if (result == RESULT_OK) {
		result = store_create(path, fill_store, founding, out_error, error_size);
	}
	if (result == RESULT_OK) {
		out_error[0] = '\0';
	}
	free(founding);
	return result;
}
