#include "app/simulate/simulate.h"

#include "app/admin/report.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_DAYS = 1000000 };

static const struct {
	const char *name;
	uint32_t faults;
} fault_names[] = {
	{"none", 0},
	{"all", DAY_FAULTS_ALL},
	{"kill", DAY_FAULT_KILL},
	{"printer", DAY_FAULT_PRINTER},
	{"clock", DAY_FAULT_CLOCK},
	{"race", DAY_FAULT_RACE},
	{"full", DAY_FAULT_FULL},
};

static bool find_fault(const char *name, size_t length, uint32_t *faults)
{
	for (size_t i = 0; i < sizeof fault_names / sizeof fault_names[0]; i++) {
		if (strlen(fault_names[i].name) == length &&
			strncmp(fault_names[i].name, name, length) == 0) {
			*faults |= fault_names[i].faults;
			return true;
		}
	}
	return false;
}

/* "kill,clock"; nothing = none. */
static bool read_faults(const char *text, uint32_t *out_faults)
{
	*out_faults = 0;
	while (text != NULL && *text != '\0') {
		size_t length = strcspn(text, ",");
		if (!find_fault(text, length, out_faults)) {
			return false;
		}
		text += length + (text[length] == ',' ? 1 : 0);
	}
	return true;
}

/* "memory" or "disk", which is also what a folder asks for; only there a store can stay. */
static bool read_place(const struct admin *admin, bool *out_disk)
{
	const char *store = admin_value(admin, OPTION_STORE);
	*out_disk = admin_flag(admin, OPTION_FOLDER);
	if (admin_flag(admin, OPTION_KEEP) && !*out_disk) {
		return false;
	}
	if (store == NULL) {
		return true;
	}
	bool memory = strcmp(store, "memory") == 0, disk = strcmp(store, "disk") == 0;
	bool fits = !memory || !*out_disk;
	*out_disk = *out_disk || disk;
	return fits && (memory || disk);
}

/* A folder of its own, for stores that are not to stay. */
static bool make_folder(const struct admin *admin, char *out_folder, size_t size)
{
	const char *chosen = admin_value(admin, OPTION_FOLDER), *parent = getenv("TMPDIR");
	char inside[PLACE_SIZE];
	if (chosen != NULL) {
		return text_format(inside, sizeof inside, "%s/x", chosen) &&
		       place_make_parent(inside) && text_copy(out_folder, size, chosen);
	}
	return text_format(out_folder, size, "%s/giliran-simulate-XXXXXX",
		       parent != NULL ? parent : "/tmp") &&
	       mkdtemp(out_folder) != NULL;
}

static int tell(struct admin *admin, const struct simulate_options *options,
	const struct simulate_report *report)
{
	char days[16], acts[24], deaths[24], seed[24], hash[24], all[32], learnt[32];
	text_format(days, sizeof days, "%d", report->days);
	text_format(acts, sizeof acts, "%ld", report->acts);
	text_format(deaths, sizeof deaths, "%ld", report->deaths);
	text_format(seed, sizeof seed, "%" PRIu64, options->seed);
	text_format(hash, sizeof hash, "%016" PRIx64, report->hash);
	if (admin_flag(admin, OPTION_JSON)) {
		json_t *json = json_pack("{s:i, s:i, s:i, s:i, s:s, s:b}", "days", report->days,
			"acts", (int)report->acts, "refused", (int)report->refused, "deaths",
			(int)report->deaths, "hash", hash, "right",
			report->failure.check[0] == '\0');
		json_object_set_new(json, "estimate", report_estimate(&report->estimate));
		json_object_set_new(json, "estimate_learnt", report_estimate(&report->learnt));
		return output_json(admin, json);
	}
	(void)output_say(admin, "admin.simulate.estimate", report_kept(&report->estimate, all),
		report_kept(&report->learnt, learnt));
	return output_say(admin, "admin.simulate.done", days, acts, deaths, seed, hash);
}

static int tell_failure(struct admin *admin, const struct simulate_options *options,
	const struct simulate_report *report)
{
	char day[16], seed[24];
	text_format(day, sizeof day, "%d", report->failed_day);
	text_format(seed, sizeof seed, "%" PRIu64, options->seed);
	(void)output_say(admin, "admin.simulate.failed", day, report->failed_date, seed,
		report->failure.check, report->failure.what);
	fputs(report->shortest_text != NULL ? report->shortest_text : "", stdout);
	return ADMIN_FAILED;
}

/* What the command line says, but for places. */
static int read_options(struct admin *admin, struct simulate_options *out_options, bool *out_disk)
{
	int64_t days = 0, seed = 0;
	const char *faults = admin_value(admin, OPTION_FAULTS);
	if (!text_to_int(admin_value(admin, OPTION_DAYS), 1, MOST_DAYS, &days) ||
		!text_to_int(admin_value(admin, OPTION_SEED), 0, INT64_MAX, &seed)) {
		return admin_misuse(admin, "admin.simulate.number", "");
	}
	*out_options = (struct simulate_options){
		.seed = (uint64_t)seed,
		.days = (int)days,
		.keep = admin_flag(admin, OPTION_KEEP),
		.trace = admin_flag(admin, OPTION_TRACE) ? stdout : NULL,
	};
	if (!read_faults(faults, &out_options->faults)) {
		return admin_misuse(admin, "admin.simulate.faults", faults);
	}
	if (!read_place(admin, out_disk)) {
		return admin_misuse(admin, "admin.simulate.store", "");
	}
	return ADMIN_DONE;
}

static void find_office(const struct admin *admin, char *out_path, size_t size)
{
	char assets[PLACE_SIZE];
	const char *chosen = admin_value(admin, OPTION_OFFICE);
	if (chosen != NULL) {
		text_copy(out_path, size, chosen);
	} else if (place_assets(assets, sizeof assets)) {
		text_format(out_path, size, "%s/offices/tana-tidung.conf", assets);
	}
}

int admin_simulate(struct admin *admin)
{
	char office[PLACE_SIZE + 32] = "", folder[PLACE_SIZE - 64] = "", error[512] = "";
	bool disk = false;
	struct simulate_options options;
	struct simulate_report report;
	int status = read_options(admin, &options, &disk);
	if (status != ADMIN_DONE) {
		return status;
	}
	find_office(admin, office, sizeof office);
	enum result result = admin_check_office(office, error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	if (disk && !make_folder(admin, folder, sizeof folder)) {
		return admin_fail(admin, "admin.no_folder", folder);
	}
	options.office_file = office;
	options.folder = disk ? folder : NULL;
	bool right = simulate_run(&options, &report);
	status = right ? tell(admin, &options, &report) : tell_failure(admin, &options, &report);
	simulate_finish(&report);
	if (disk && !admin_flag(admin, OPTION_FOLDER)) {
		(void)rmdir(folder);
	}
	return status;
}
