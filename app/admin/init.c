#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/desk/office_file.h"

#include <stdlib.h>

enum result admin_check_office(const char *path, char *out_error, size_t size)
{
	struct office *office = memory_zeroed(1, sizeof *office);
	enum result result = office_file_read(path, office, out_error, size);
	free(office);
	return result;
}

int admin_init(struct admin *admin)
{
	char error[512] = "";
	bool training = admin_flag(admin, OPTION_TRAINING);
	const char *office = admin_value(admin, OPTION_OFFICE);
	enum result result = admin_check_office(office, error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	if (admin_flag(admin, OPTION_AT) && !training) {
		return admin_refuse(admin, RESULT_NOT_TRAINING, admin_value(admin, OPTION_AT));
	}
	if (!place_make_parent(admin->store)) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	result = desk_create(
		admin->store, office, training, admin_value(admin, OPTION_AT), error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin,
			json_pack("{s:s, s:b}", "store", admin->store, "training", training));
	}
	return output_say(
		admin, training ? "admin.init.training" : "admin.init.done", admin->store);
}
