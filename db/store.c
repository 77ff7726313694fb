#include "db/store.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "db/migrations.h"
#include "db/store_create.h"

#include <inttypes.h>
#include <stdlib.h>

enum { SKIPPED_IDS = 1000000 };

struct store {
	struct engine *engine;
	int64_t first_id; /* no id is given below it; -1 = not read yet */
	struct query *queries[STATEMENT_COUNT];
};

struct engine *store_engine(struct store *store)
{
	return store->engine;
}

/* ---- transactions ---- */

/* A statement left in the middle of its rows would keep its read transaction open. */
static void reset_queries(struct store *store)
{
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		if (store->queries[i] != NULL) {
			query_reset(store->queries[i]);
		}
	}
}

enum result store_begin(struct store *store)
{
	return engine_begin(store->engine);
}

enum result store_look(struct store *store)
{
	return engine_look(store->engine);
}

enum result store_commit(struct store *store)
{
	reset_queries(store);
	return engine_commit(store->engine);
}

void store_rollback(struct store *store)
{
	reset_queries(store);
	engine_rollback(store->engine);
}

enum result store_trouble(const struct store *store)
{
	return engine_trouble(store->engine);
}

int64_t store_version(struct store *store)
{
	return engine_version(store->engine);
}

struct query *store_query(struct store *store, enum statement statement)
{
	struct query **query = &store->queries[statement];
	/* What kept it from being prepared may be over; kept, it would do nothing, unnoticed. */
	if (*query != NULL && !query_is_ready(*query)) {
		query_destroy(*query);
		*query = NULL;
	}
	if (*query == NULL) {
		*query = engine_prepare(store->engine, statement_sql(statement));
	}
	query_reset(*query);
	return *query;
}

/* ---- named values ---- */

void store_get_meta(struct store *store, const char *name, char *out_value, size_t size)
{
	struct query *query = store_query(store, STATEMENT_META_GET);
	out_value[0] = '\0';
	query_put_text(query, name);
	if (query_next(query)) {
		query_text(query, out_value, size);
	}
	query_reset(query);
}

void store_set_meta(struct store *store, const char *name, const char *value)
{
	struct query *query = store_query(store, STATEMENT_META_SET);
	query_put_text(query, name);
	query_put_text(query, value);
	query_run(query);
}

bool store_get_boot(struct store *store, const char *boot_id, struct store_boot *out_boot)
{
	struct query *query = store_query(store, STATEMENT_BOOT_GET);
	query_put_text(query, boot_id);
	bool found = query_next(query);
	if (found) {
		out_boot->offset_ms = query_int(query);
		out_boot->suspect = query_int(query) != 0;
	}
	query_reset(query);
	return found;
}

void store_set_boot(struct store *store, const char *boot_id, const struct store_boot *boot)
{
	struct query *query = store_query(store, STATEMENT_BOOT_SET);
	query_put_text(query, boot_id);
	query_put_int(query, boot->offset_ms);
	query_put_int(query, boot->suspect);
	query_run(query);
}

/* ---- ids ---- */

/* It changes only while a store is made, and by whom makes it. */
static int64_t first_id(struct store *store)
{
	if (store->first_id < 0) {
		char text[24];
		store->first_id = 0;
		store_get_meta(store, "first_id", text, sizeof text);
		(void)text_to_int(text, 0, INT64_MAX / 2, &store->first_id);
	}
	return store->first_id;
}

int64_t store_next_id(struct store *store, enum statement statement)
{
	struct query *query = store_query(store, statement);
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return id > 0 && id < first_id(store) ? first_id(store) : id;
}

void store_skip_ids(struct store *store)
{
	static const enum statement all[] = {STATEMENT_TICKET_NEXT_ID, STATEMENT_VISIT_NEXT_ID,
		STATEMENT_APPOINTMENT_NEXT_ID, STATEMENT_COMPLAINT_NEXT_ID, STATEMENT_SLIP_NEXT_ID};
	char text[24];
	int64_t most = 0;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		int64_t id = store_next_id(store, all[i]);
		most = id > most ? id : most;
	}
	store->first_id = most + SKIPPED_IDS;
	text_format(text, sizeof text, "%" PRId64, store->first_id);
	store_set_meta(store, "first_id", text);
}

/* ---- schema ---- */

int store_schema(struct store *store)
{
	char text[16];
	int64_t version = 0;
	store_get_meta(store, "schema", text, sizeof text);
	return text_to_int(text, 1, 1000000, &version) ? (int)version : 0;
}

bool store_migrate(struct store *store, int version)
{
	for (int i = version; i < migration_count; i++) {
		char text[16];
		if (engine_script(store->engine, migrations[i]) != RESULT_OK) {
			return false;
		}
		text_format(text, sizeof text, "%d", i + 1);
		store_set_meta(store, "schema", text);
	}
	return store_trouble(store) == RESULT_OK;
}

/* Programs that start together after an upgrade: the first one migrates, in its turn. */
static enum result migrate(struct store *store)
{
	enum result result = store_begin(store);
	if (result != RESULT_OK) {
		return result;
	}
	int version = store_schema(store);
	if (version < migration_count) {
		(void)store_migrate(store, version);
	}
	return store_commit(store);
}

enum result store_bring_up(struct store *store)
{
	enum result result = store_look(store);
	if (result != RESULT_OK) {
		return result;
	}
	int version = store_schema(store);
	result = store_trouble(store);
	store_rollback(store);
	if (result != RESULT_OK) {
		return result;
	}
	if (version == 0) {
		return RESULT_STORE_DAMAGED;
	}
	if (version > migration_count) {
		return RESULT_STORE_NEWER;
	}
	return version < migration_count ? migrate(store) : RESULT_OK;
}

struct store *store_wrap(struct engine *engine)
{
	struct store *store = memory_zeroed(1, sizeof *store);
	store->engine = engine;
	store->first_id = -1;
	return store;
}

enum result store_open(const char *path, struct fault_plan *faults, struct store **out_store,
	char *out_error, size_t error_size)
{
	const struct engine_options options = {.faults = faults};
	struct engine *engine;
	*out_store = NULL;
	enum result result = engine_open(path, &options, &engine, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	struct store *store = store_wrap(engine);
	result = store_bring_up(store);
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s: %s", path, result_key(result));
		store_close(store);
		return result;
	}
	*out_store = store;
	return RESULT_OK;
}

void store_close(struct store *store)
{
	if (store == NULL) {
		return;
	}
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		query_destroy(store->queries[i]);
	}
	engine_close(store->engine);
	free(store);
}
