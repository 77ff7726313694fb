#ifndef DB_SLIP_ROWS_H
#define DB_SLIP_ROWS_H

#include "app/base/clock.h"
#include "app/queue/ticket.h"
#include "db/store.h"

/* The outbox of slips, the test slip and the state of the devices. All inside a transaction. */
struct slip_row {
	int64_t id;
	int64_t ticket;
	int ahead;
	int64_t expected_ms;
	int64_t low_ms, high_ms; /* its call is expected between the two */
	bool again;
	enum print_state state;
	char service_date[CALENDAR_DATE_SIZE];
};

/* A new pending slip, the ticket's own from now on; id and state of `slip` are not looked at. */
void slip_rows_insert(struct store *store, const struct slip_row *slip, int64_t now);

/* False when there is none. */
bool slip_rows_get(struct store *store, int64_t id, struct slip_row *out_slip);
bool slip_rows_oldest_pending(struct store *store, struct slip_row *out_slip);
bool slip_rows_sending(struct store *store, const char *device, struct slip_row *out_slip);

/* `device` is who printed it; NULL = nobody yet. */
void slip_rows_set(struct store *store, int64_t id, enum print_state state, enum result reason,
	const char *device, int64_t now);

/* Slips of `date` that were begun and never confirmed, and not asked for again since. */
struct unsure_row {
	int64_t id;
	int64_t ticket;
	char number[TICKET_NUMBER_SIZE];
	char device[32];
};
size_t slip_rows_unsure(
	struct store *store, const char *date, struct unsure_row *out_rows, size_t size);

/* The test slip that was asked for last; id 0 = never one. */
struct test_slip_row {
	int64_t id;
	char boot_id[CLOCK_BOOT_ID_SIZE]; /* it was asked for or taken then */
	int64_t boot_ms;
	enum print_state state;
	enum result reason;
	char device[32]; /* that took it; "" = none */
};
void test_slip_rows_get(struct store *store, struct test_slip_row *out_row);
void test_slip_rows_set(struct store *store, const struct test_slip_row *row);

struct device_row {
	char name[32];
	enum result reason;
	bool near_end;
	int64_t since_ms;
	enum result was; /* before that */
};
bool device_rows_get(struct store *store, const char *name, struct device_row *out_device);
void device_rows_set(struct store *store, const struct device_row *device);
/* Those with trouble first, then by name. */
size_t device_rows_list(struct store *store, struct device_row *out_rows, size_t size);

#endif
