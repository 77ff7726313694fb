#include "app/desk/room.h"

#include "app/desk/act.h"

enum result desk_list_tickets(struct desk *desk, const char *date, struct ticket *out_tickets,
	size_t size, size_t *out_count)
{
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	*out_count = ticket_rows_list_day(
		desk->store, date != NULL ? date : desk->date, out_tickets, size);
	return look_end(desk, RESULT_OK);
}
