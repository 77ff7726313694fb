#include "app/display/spare.h"

bool spare_is_night(const struct display_model *model)
{
	enum { BEFORE_MS = 30 * 60 * 1000 };
	if (!model->view || scene_kind(&model->scene, model->view) != SCENE_CLOSED) {
		return false;
	}
	struct calendar_hours hours;
	closed_hours(model, &hours);
	return hours.open_ms == TICKET_NEVER || hours.open_ms - model->now_ms > BEFORE_MS;
}

void spare_drift(struct display_model *model)
{
	static const int8_t places[SPARE_STEPS][2] = {{0, 0}, {4, 2}, {6, 6}, {4, 10}, {0, 12},
		{-4, 10}, {-6, 6}, {-4, 2}, {0, 0}, {4, -4}, {0, -8}, {-4, -4}};
	int64_t step = model->now_ms / SPARE_STEP_MS % SPARE_STEPS;
	model->drift_x = places[step][0];
	model->drift_y = places[step][1];
}
