#include "tests/store/stage.h"

#include "app/base/text.h"
#include "tests/store/invariants.h"

#include <sqlite3.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct instrument stage_instrument = {
	.code = "skm-9",
	.version = "2017",
	.min = 1,
	.max = 4,
	.parts = {{.code = "IKM"}},
	.part_count = 1,
	.items = {{.code = "U1", .weight = 1}, {.code = "U2", .weight = 1},
		{.code = "U3", .weight = 1}},
	.item_count = 3,
};

const struct guest stage_guest = {
	.name = "Siti Rahma",
	.institution = "Universitas Contoh",
	.email = "Siti@Example.id",
	.phone = "0812-0000-1111",
	.data_needed = {"Padi"},
	.sex = 2,
	.age_band = 2,
	.education = 3,
	.occupation = 1,
	.institution_kind = 6,
	.purpose = 1,
	.party_female = 1,
};

static void require(bool right, const char *what)
{
	if (!right) {
		fprintf(stderr, "stage: %s\n", what);
		abort();
	}
}

void stage_init(struct stage *stage)
{
	const char *parent = getenv("TMPDIR");
	text_format(stage->folder, sizeof stage->folder, "%s/giliran-XXXXXX",
		parent != NULL ? parent : "/tmp");
	require(mkdtemp(stage->folder) != NULL, "no scratch folder");
	text_format(stage->store, sizeof stage->store, "%s/giliran.db", stage->folder);
}

void stage_finish(struct stage *stage)
{
	DIR *folder = opendir(stage->folder);
	for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
		char path[600];
		text_format(path, sizeof path, "%s/%s", stage->folder, entry->d_name);
		(void)unlink(path);
	}
	if (folder != NULL) {
		closedir(folder);
	}
	(void)rmdir(stage->folder);
}

void stage_office_file(char *out_path, size_t size)
{
	const char *source = getenv("GILIRAN_SOURCE");
	require(source != NULL, "GILIRAN_SOURCE is not set");
	text_format(out_path, size, "%s/assets/offices/tana-tidung.conf", source);
}

/* The office of `file` with more lines, beside the store; without its list of holidays, which lies
 * beside the file. */
static void write_office(
	const struct stage *stage, const char *file, const char *lines, char *out_path, size_t size)
{
	char line[4096];
	text_format(out_path, size, "%s/office.conf", stage->folder);
	FILE *in = fopen(file, "r"), *out = fopen(out_path, "w");
	require(in != NULL && out != NULL, "no office");
	while (fgets(line, sizeof line, in) != NULL) {
		fputs(strncmp(line, "holidays", 8) == 0 ? "\n" : line, out);
	}
	fputs(lines, out);
	fclose(in);
	fclose(out);
}

static void create(struct stage *stage, const char *at, const char *lines)
{
	static const char *const codes[] = {"ani", "budi", "citra"};
	char office[512], error[512], file[512];
	stage_office_file(office, sizeof office);
	if (lines != NULL) {
		text_copy(file, sizeof file, office);
		write_office(stage, file, lines, office, sizeof office);
	}
	enum result result = desk_create(stage->store, office, true, at, error, sizeof error);
	require(result == RESULT_OK, error);
	struct desk *desk = stage_desk(stage, at);
	for (int i = 0; i < 3; i++) {
		struct desk_staff staff = {.role = DESK_CLERK};
		text_copy(staff.code, sizeof staff.code, codes[i]);
		text_copy(staff.name, sizeof staff.name, codes[i]);
		require(desk_add_staff(desk, &staff, NULL) == RESULT_OK, "staff");
	}
	desk_close(desk);
}

void stage_create(struct stage *stage, const char *at)
{
	create(stage, at, NULL);
}

struct desk *stage_desk(const struct stage *stage, const char *time)
{
	char at[40], error[512];
	struct desk *desk;
	text_format(at, sizeof at, "%s%s", strchr(time, 'T') == NULL ? "2026-11-23T" : "", time);
	const struct desk_options options = {.store = stage->store, .at = at, .device = "test"};
	enum result result = desk_open(&options, &desk, error, sizeof error);
	if (result != RESULT_OK) {
		fprintf(stderr, "stage: %s: %s\n", result_key(result), error);
		abort();
	}
	return desk;
}

struct ticket stage_issue_priority(const struct stage *stage, const char *time, const char *service,
	enum ticket_priority priority)
{
	struct desk *desk = stage_desk(stage, time);
	struct ticket ticket;
	const struct desk_issue issue = {
		.service = office_find_service(desk_office(desk), service),
		.priority = priority,
		.print = true,
	};
	enum result result = desk_issue(desk, &issue, true, &ticket);
	require(result == RESULT_OK, result_key(result));
	desk_close(desk);
	return ticket;
}

struct ticket stage_issue(const struct stage *stage, const char *time, const char *service)
{
	return stage_issue_priority(stage, time, service, TICKET_ORDINARY);
}

void stage_open(const struct stage *stage, const char *time, int counter, const char *staff)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_open_counter(desk, counter, staff, 0);
	require(result == RESULT_OK, result_key(result));
	desk_close(desk);
}

enum result stage_do(const struct stage *stage, const char *time, stage_act *act, int counter,
	struct ticket *out_ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = act(desk, counter, out_ticket);
	desk_close(desk);
	return result;
}

int64_t stage_ms(const struct stage *stage, const char *time)
{
	struct desk *desk = stage_desk(stage, time);
	struct instant now;
	desk_now(desk, &now);
	desk_close(desk);
	return now.office_ms;
}

int stage_set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	stage_init(stage);
	stage_create(stage, "2026-11-23T07:30:00");
	*state = stage;
	return 0;
}

int stage_set_up_saved(void **state, int version)
{
	struct stage *stage = calloc(1, sizeof *stage);
	char saved[512];
	text_format(
		saved, sizeof saved, "%s/tests/store/v%d.db", getenv("GILIRAN_SOURCE"), version);
	stage_init(stage);
	stage_copy_file(saved, stage->store);
	*state = stage;
	return 0;
}

int stage_set_up_switched(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	stage_init(stage);
	create(stage, "2026-11-23T07:30:00", "stand_by = true; call_any = true;\n");
	*state = stage;
	return 0;
}

int stage_tear_down(void **state)
{
	stage_finish(*state);
	free(*state);
	return 0;
}

bool stage_is_proven(const struct stage *stage)
{
	struct desk_proof proof;
	struct desk *desk = stage_desk(stage, "2039-01-01T08:00:00");
	enum result result = desk_verify(desk, &proof);
	if (result != RESULT_OK || !proof.right) {
		fprintf(stderr, "verify: %s: event %d %s, %s %s\n", result_key(result),
			(int)proof.event, proof.what, proof.date, proof.number);
	}
	desk_close(desk);
	return result == RESULT_OK && proof.right;
}

int stage_tear_down_right(void **state)
{
	const struct stage *stage = *state;
	char wrong[300];
	bool right = invariants_hold(stage->store, wrong, sizeof wrong);
	if (!right) {
		fprintf(stderr, "%s\n", wrong);
	}
	right = stage_is_proven(stage) && right;
	(void)stage_tear_down(state);
	return right ? 0 : -1;
}

void stage_copy_file(const char *from, const char *to)
{
	char data[65536];
	size_t size;
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	require(in != NULL && out != NULL, from);
	while ((size = fread(data, 1, sizeof data, in)) > 0) {
		require(fwrite(data, 1, size, out) == size, to);
	}
	fclose(in);
	require(fclose(out) == 0, to);
}

/* ---- past the desk ---- */

static sqlite3 *open_store(const struct stage *stage)
{
	sqlite3 *connection;
	require(sqlite3_open_v2(stage->store, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI,
			NULL) == SQLITE_OK,
		stage->store);
	return connection;
}

int64_t stage_count(const struct stage *stage, const char *sql)
{
	sqlite3_stmt *rows;
	sqlite3 *connection = open_store(stage);
	require(sqlite3_prepare_v2(connection, sql, -1, &rows, NULL) == SQLITE_OK, sql);
	require(sqlite3_step(rows) == SQLITE_ROW, sql);
	int64_t number = sqlite3_column_int64(rows, 0);
	sqlite3_finalize(rows);
	sqlite3_close(connection);
	return number;
}

void stage_change(const struct stage *stage, const char *sql)
{
	sqlite3 *connection = open_store(stage);
	require(sqlite3_exec(connection, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
	sqlite3_close(connection);
}

/* ---- dump ---- */

static void dump_table(sqlite3 *connection, const char *table, FILE *out)
{
	char sql[100];
	sqlite3_stmt *rows;
	text_format(sql, sizeof sql, "SELECT * FROM \"%s\" ORDER BY 1, 2", table);
	require(sqlite3_prepare_v2(connection, sql, -1, &rows, NULL) == SQLITE_OK, sql);
	while (sqlite3_step(rows) == SQLITE_ROW) {
		fprintf(out, "%s", table);
		for (int i = 0; i < sqlite3_column_count(rows); i++) {
			const unsigned char *text = sqlite3_column_text(rows, i);
			/* The hash of a PIN is another each time. */
			bool hash = strcmp(sqlite3_column_name(rows, i), "pin_hash") == 0;
			fprintf(out, "|%s", text == NULL ? "-" : hash ? "*" : (const char *)text);
		}
		fprintf(out, "\n");
	}
	sqlite3_finalize(rows);
}

char *stage_dump(const struct stage *stage)
{
	char *text = NULL;
	size_t size = 0;
	sqlite3 *connection;
	sqlite3_stmt *tables;
	FILE *out = open_memstream(&text, &size);
	require(out != NULL, "no memory");
	require(sqlite3_open_v2(stage->store, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI,
			NULL) == SQLITE_OK,
		"dump: open");
	require(sqlite3_prepare_v2(connection,
			"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", -1,
			&tables, NULL) == SQLITE_OK,
		"dump: tables");
	while (sqlite3_step(tables) == SQLITE_ROW) {
		dump_table(connection, (const char *)sqlite3_column_text(tables, 0), out);
	}
	sqlite3_finalize(tables);
	sqlite3_close(connection);
	fclose(out);
	return text;
}
