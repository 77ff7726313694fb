#include "drivers/fault_options.h"

#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const point_keys[FAULT_POINTS] = {
	"unplug_at", "stall_at", "paper_out_at", "cover_at"};

static const struct {
	const char *word;
	enum result result;
} states[] = {
	{"paper_out", RESULT_PAPER_OUT},
	{"cover_open", RESULT_COVER_OPEN},
	{"offline", RESULT_DEVICE_OFFLINE},
	{"stopped", RESULT_DEVICE_STOPPED},
	{"error", RESULT_PRINTER_ERROR},
	{"unplugged", RESULT_DEVICE_MISSING},
};

/* The '/' before the wrapped URI; NULL when there is none. */
static const char *find_inner(const char *rest)
{
	static const char *const schemes[] = {
		"usb:", "cups:", "file:", "fault:", "serial:", "tty:"};

	for (const char *at = strchr(rest, '/'); at; at = strchr(at + 1, '/')) {
		for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
			if (strncmp(at + 1, schemes[i], strlen(schemes[i])) == 0) {
				return at;
			}
		}
	}
	return NULL;
}

static bool read_share(const char *value, double *out_share)
{
	char *end;

	*out_share = strtod(value, &end);
	return end != value && *end == '\0' && *out_share >= 0 && *out_share <= 1;
}

static bool read_number(const char *value, int64_t *out_number)
{
	return text_to_int(value, 0, INT32_MAX, out_number);
}

static bool read_option(struct fault_options *options, const char *key, const char *value)
{
	int64_t number;

	for (int i = 0; i < FAULT_POINTS; i++) {
		if (strcmp(key, point_keys[i]) == 0) {
			return read_number(value, &options->at[i]);
		}
	}
	if (strcmp(key, "paper_out") == 0) {
		return read_share(value, &options->paper_out);
	}
	if (strcmp(key, "cover_open") == 0) {
		return read_share(value, &options->cover_open);
	}
	if (strcmp(key, "control") == 0) {
		return text_copy(options->control, sizeof(options->control), value);
	}
	if (strcmp(key, "state") == 0) {
		return text_copy(options->state, sizeof(options->state), value);
	}
	if (strcmp(key, "slip") == 0) {
		return read_number(value, &options->slip);
	}
	if (strcmp(key, "fail_first") == 0) {
		return read_number(value, &options->fail_first);
	}
	if (strcmp(key, "lasts") == 0) {
		return read_number(value, &options->lasts);
	}
	if (strcmp(key, "slow") == 0) {
		return read_number(value, &options->slow);
	}
	if (strcmp(key, "seed") != 0 && strcmp(key, "silent") != 0) {
		return false;
	}
	if (!read_number(value, &number)) {
		return false;
	}
	if (*key == 's' && key[1] == 'e') {
		options->seed = (uint64_t)number;
	} else {
		options->silent = number != 0;
	}
	return true;
}

bool fault_options_read(const char *rest, struct fault_options *out_options)
{
	const char *inner = find_inner(rest);
	char text[3 * FAULT_PATH_SIZE];

	*out_options = (struct fault_options){.seed = 1, .lasts = 1};
	for (int i = 0; i < FAULT_POINTS; i++) {
		out_options->at[i] = -1;
	}
	if (!inner || (size_t)(inner - rest) >= sizeof(text) ||
		!text_copy(out_options->inner, sizeof(out_options->inner), inner + 1)) {
		return false;
	}
	memcpy(text, rest, (size_t)(inner - rest));
	text[inner - rest] = '\0';
	char *next = NULL;
	for (char *pair = strtok_r(text, ",", &next); pair; pair = strtok_r(NULL, ",", &next)) {
		char *value = strchr(pair, '=');
		if (!value) {
			return false;
		}
		*value++ = '\0';
		if (!read_option(out_options, pair, value)) {
			return false;
		}
	}
	return true;
}

/* splitmix64 (Steele, Lea, Flood 2014): every slip's luck follows from the seed alone. */
static uint64_t mixed(uint64_t x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

bool fault_strikes(uint64_t seed, int64_t slip, int kind, double share)
{
	uint64_t drawn = mixed(mixed(mixed(seed) + (uint64_t)slip) + (uint64_t)kind);

	return (double)(drawn >> 11) < share * 9007199254740992.0; /* 2^53 */
}

enum result fault_read_control(const char *path)
{
	char word[32] = "";
	FILE *file = *path ? fopen(path, "r") : NULL;

	if (!file) {
		return RESULT_OK;
	}
	if (!fgets(word, sizeof(word), file)) {
		word[0] = '\0';
	}
	fclose(file);
	word[strcspn(word, " \r\n")] = '\0';
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
		if (strcmp(states[i].word, word) == 0) {
			return states[i].result;
		}
	}
	return RESULT_OK;
}
