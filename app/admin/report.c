#include "app/admin/report.h"

#include "app/base/text.h"

static json_t *share_json(const struct figures_share *share)
{
	return share->counted ? json_real((double)share->right / share->counted) : json_null();
}

json_t *report_target(const struct figures_share *target)
{
	return json_pack("{s:i, s:i, s:i, s:o, s:o}", "counted", target->counted, "met",
		target->right, "missed", target->counted - target->right, "share",
		share_json(target), "longest_s", output_seconds(target->longest_ms));
}

json_t *report_literal(const struct figures_share *literal)
{
	return json_pack("{s:i, s:i, s:o, s:o}", "counted", literal->counted, "within",
		literal->right, "share", share_json(literal), "longest_s",
		output_seconds(literal->longest_ms));
}

json_t *report_estimate(const struct figures_share *estimate)
{
	return json_pack("{s:i, s:i, s:o}", "counted", estimate->counted, "right", estimate->right,
		"share", share_json(estimate));
}

static json_t *spread_json(const struct figures_spread *spread)
{
	return json_pack("{s:o, s:o, s:o}", "median", output_seconds(spread->median_ms), "p90",
		output_seconds(spread->p90_ms), "max", output_seconds(spread->max_ms));
}

void report_add_figures(json_t *json, const struct figures *figures)
{
	const struct {
		const char *name;
		int count;
	} counts[] = {
		{"issued", figures->issued},
		{"done", figures->done},
		{"absent", figures->absent},
		{"cancelled", figures->cancelled},
		{"closed_by_system", figures->closed_by_system},
		{"open", figures->open},
		{"transferred", figures->transferred},
		{"uncertain", figures->uncertain},
		{"people", figures->people},
	};
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		json_object_set_new(json, counts[i].name, json_integer(counts[i].count));
	}
	json_object_set_new(json, "target", report_target(&figures->target));
	json_object_set_new(json, "unattended_s", output_seconds(figures->unattended_ms));
	json_object_set_new(json, "estimate", report_estimate(&figures->estimate));
	json_object_set_new(json, "wait_s", spread_json(&figures->wait));
	json_object_set_new(json, "service_s", spread_json(&figures->service));
}

json_t *report_priority(const struct figures_priority *priority)
{
	json_t *json =
		json_pack("{s:o, s:o}", "head_start_s", output_seconds(priority->head_start_ms),
			"window_s", output_seconds(priority->window_ms));
	const struct {
		const char *name;
		json_t *value;
	} told[] = {
		{"overtaken", json_integer(priority->overtaken)},
		{"most_overtakers", json_integer(priority->most)},
		{"bound_overtakers", json_integer(priority->bound)},
		{"latest_overtaker_s", output_seconds(priority->latest_ms)},
		{"extra_wait_s", output_seconds(priority->extra_ms)},
		{"bound_extra_wait_s", output_seconds(priority->bound_ms)},
	};
	for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
		json_t *value = priority->known ? json_incref(told[i].value) : json_null();
		json_object_set_new(json, told[i].name, value);
		json_decref(told[i].value);
	}
	return json;
}

const char *report_kept(const struct figures_share *share, char out_text[32])
{
	if (share->counted) {
		text_format(out_text, 32, "%d/%d", share->right, share->counted);
	} else {
		text_copy(out_text, 32, "-");
	}
	return out_text;
}

void report_print_shares(struct admin *admin, const struct figures_share *literal,
	const struct figures_share *estimate, int64_t unattended_ms)
{
	char text[32], longest[32];
	if (unattended_ms) {
		output_say(admin, "admin.day.unattended", output_duration(unattended_ms, text));
	}
	if (literal->counted) {
		output_say(admin, "admin.day.literal", report_kept(literal, text),
			output_duration(literal->longest_ms, longest));
	}
	if (estimate->counted) {
		output_say(admin, "admin.day.estimate", report_kept(estimate, text));
	}
}
