#ifndef DB_DAY_ROWS_H
#define DB_DAY_ROWS_H

#include "app/queue/event.h"
#include "db/store.h"

/* Service days, what was learned of service times, and appointments. All inside a transaction. */
enum { DAY_FIGURES_SIZE = 512, DAY_SIGNATURE_SIZE = 129 };

struct day_row {
	char service_date[CALENDAR_DATE_SIZE];
	int64_t first_event;
	int64_t closed_event; /* 0 = open */
	bool by_hand;
	char figures[DAY_FIGURES_SIZE]; /* as published at the close */
	char head[EVENT_HASH_SIZE];
	char signature[DAY_SIGNATURE_SIZE]; /* of the head, hexadecimal; "" = not signed */
};

/* False when there is none. */
bool day_rows_get(struct store *store, const char *date, struct day_row *out_day);
/* A day that is open and not `date`. */
bool day_rows_stale(struct store *store, const char *date, struct day_row *out_day);
void day_rows_insert(struct store *store, const char *date, int64_t first_event);
void day_rows_close(struct store *store, const struct day_row *day);
void day_rows_reopen(struct store *store, const char *date);
/* From `from` to `to`, in order of date, at most `size`; how many. */
size_t day_rows_list(struct store *store, const char *from, const char *to,
	struct day_row *out_days, size_t size);

/* The time a visit takes, moving mean and mean deviation. */
struct pace {
	int visits; /* it was learned from; 0 = nothing yet */
	int64_t mean_ms;
	int64_t deviation_ms;
};
enum { PACE_ANY_HOUR = -1 };
/* Of every service at that hour. */
void pace_rows_list(struct store *store, int hour, struct pace out_paces[OFFICE_SERVICES]);
void pace_rows_set(struct store *store, int service, int hour, const struct pace *pace);

enum { APPOINTMENT_CODE_SIZE = 12 };

enum appointment_state { APPOINTMENT_BOOKED, APPOINTMENT_ARRIVED, APPOINTMENT_CANCELLED };

struct appointment_row {
	int64_t id;
	char code[APPOINTMENT_CODE_SIZE];
	int service;
	char service_date[CALENDAR_DATE_SIZE];
	int64_t at_ms;
	enum appointment_state state;
	int64_t ticket; /* 0 = not arrived */
};

int64_t appointment_rows_next_id(struct store *store);
void appointment_rows_insert(struct store *store, const struct appointment_row *row);
bool appointment_rows_find(struct store *store, const char *code, struct appointment_row *out_row);
void appointment_rows_set(struct store *store, const struct appointment_row *row);
/* Of `date`, by hour, at most `size`; how many. */
size_t appointment_rows_list(
	struct store *store, const char *date, struct appointment_row *out_rows, size_t size);

#endif
