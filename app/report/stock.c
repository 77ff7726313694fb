#include "app/report/stock.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { DAYS = 20000 }; /* more than 50 years of service days */

static size_t place_of(const struct report_stock *stock, const char *date)
{
	size_t place = stock->record_count;
	while (place > 0 && strcmp(stock->records[place - 1].day.service_date, date) >= 0) {
		place--;
	}
	return place;
}

static void take_out(struct report_stock *stock, size_t place)
{
	desk_record_finish(&stock->records[place]);
	stock->record_count--;
	memmove(&stock->records[place], &stock->records[place + 1],
		(stock->record_count - place) * sizeof(*stock->records));
}

void report_stock_put(struct report_stock *stock, struct desk_record *record)
{
	size_t place = place_of(stock, record->day.service_date);
	if (place < stock->record_count &&
		strcmp(stock->records[place].day.service_date, record->day.service_date) == 0) {
		take_out(stock, place);
	}
	if (record->segment_count == 0) {
		desk_record_finish(record);
		return;
	}
	stock->records =
		memory_resized(stock->records, stock->record_count + 1, sizeof(*stock->records));
	memmove(&stock->records[place + 1], &stock->records[place],
		(stock->record_count - place) * sizeof(*stock->records));
	stock->records[place] = *record;
	stock->record_count++;
	*record = (struct desk_record){0};
}

enum result report_stock_fill(
	struct report_stock *stock, struct desk *desk, const char *from, const char *to)
{
	char(*dates)[CALENDAR_DATE_SIZE] = memory_zeroed(DAYS, sizeof *dates);
	size_t count = 0;
	enum result result = desk_close_days(desk);
	if (result == RESULT_OK) {
		result = desk_list_days(desk, from, to, dates, DAYS, &count);
	}
	for (size_t i = 0; i < count && result == RESULT_OK; i++) {
		struct desk_record record;
		result = desk_read_record(desk, dates[i], &record);
		report_stock_put(stock, &record);
	}
	free(dates);
	return result != RESULT_OK
		       ? result
		       : desk_list_indices(desk, from, to, stock->indices, &stock->index_count);
}

struct report_source report_stock_source(const struct report_stock *stock,
	const struct office *office, const char *from, const char *to, int64_t now)
{
	return (struct report_source){office, from, to, stock->records, stock->record_count,
		stock->indices, stock->index_count, now};
}

void report_stock_finish(struct report_stock *stock)
{
	for (size_t i = 0; i < stock->record_count; i++) {
		desk_record_finish(&stock->records[i]);
	}
	free(stock->records);
	*stock = (struct report_stock){0};
}
