#include "app/desk/office_settings.h"

#include "app/desk/act.h"
#include "app/desk/office_change.h"
#include "db/standard_rows.h"
#include "db/wire_rows.h"

#include <string.h>

void office_gather(struct desk *desk, struct office_file *out_file)
{
	memset(out_file, 0, sizeof *out_file);
	out_file->office = desk->office;
	standard_rows_read(desk->store, desk->office.service_count, &out_file->standards);
	out_file->staff_count = (int)staff_list(desk, out_file->staff, OFFICE_FILE_STAFF);
	for (int i = 0; i < out_file->staff_count; i++) {
		out_file->staff[i].has_pin = false;
	}
	out_file->wire_count = wire_rows_list(desk->store, out_file->wires, WIRES);
	out_file->with_wires = true;
	out_file->with_days_off = out_file->with_seasons = out_file->with_closures = true;
	out_file->with_published = out_file->with_staff = true;
}

enum result desk_read_office(struct desk *desk, struct office_file *out_file)
{
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	office_gather(desk, out_file);
	return look_end(desk, RESULT_OK);
}
