#include "app/admin/output.h"

int admin_init(struct admin *admin)
{
	char error[512] = "";
	bool training = admin_flag(admin, OPTION_TRAINING);
	if (!place_make_parent(admin->store)) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	enum result result = desk_create(admin->store, admin_value(admin, OPTION_OFFICE), training,
		admin_value(admin, OPTION_AT), error, sizeof error);
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
