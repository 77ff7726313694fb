#include "app/base/settings.h"
#include "app/base/config.h"
#include "app/base/language.h"
#include "app/base/text.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_WRONG = 1, EXIT_USAGE = 2, COUNTER_LIMIT = 99, PIXEL_LIMIT = 16384 };

/* Paper: a metre at least, a coreless roll of a printing works at most; 0 = as is usual. */
enum { ROLL_MIN_MM = 1000, ROLL_MAX_MM = 1000000, LOW_DEFAULT = 50, LOW_LIMIT = 1000 };

enum { VOLUME_DEFAULT = 80 };

/* Minutes. */
enum { LOCK_LIMIT = 240 };

#define CONFIG_PATH "/etc/giliran/giliran.conf"

enum option_code {
	OPTION_CONFIG = 256,
	OPTION_STORE,
	OPTION_PRINTER,
	OPTION_BOARD,
	OPTION_BOARD_LINE,
	OPTION_BOARD_IDLE,
	OPTION_BOARD_TEXT,
	OPTION_PAPER,
	OPTION_SLIP,
	OPTION_LOGO,
	OPTION_ROLL_MM,
	OPTION_PAPER_LOW,
	OPTION_SCANNER,
	OPTION_KEYPAD,
	OPTION_DEVICE,
	OPTION_PICTURES,
	OPTION_REPORTS,
	OPTION_A4,
	OPTION_MONITOR,
	OPTION_LANGUAGE,
	OPTION_WINDOW,
	OPTION_PLACE,
	OPTION_PPM,
	OPTION_COUNTER,
	OPTION_CONTRAST,
	OPTION_NO_MOTION,
	OPTION_NO_POINTER,
	OPTION_DEMO,
	OPTION_NO_WINDOW,
	OPTION_NO_VOICE,
	OPTION_SCRIPT,
	OPTION_EXIT_KEY,
	OPTION_HELP,
};

static const struct option options[] = {
	{"config", required_argument, NULL, OPTION_CONFIG},
	{"store", required_argument, NULL, OPTION_STORE},
	{"printer", required_argument, NULL, OPTION_PRINTER},
	{"board", required_argument, NULL, OPTION_BOARD},
	{"board-line", required_argument, NULL, OPTION_BOARD_LINE},
	{"board-idle", required_argument, NULL, OPTION_BOARD_IDLE},
	{"board-text", required_argument, NULL, OPTION_BOARD_TEXT},
	{"paper", required_argument, NULL, OPTION_PAPER},
	{"slip", required_argument, NULL, OPTION_SLIP},
	{"logo", required_argument, NULL, OPTION_LOGO},
	{"roll-mm", required_argument, NULL, OPTION_ROLL_MM},
	{"paper-low", required_argument, NULL, OPTION_PAPER_LOW},
	{"scanner", required_argument, NULL, OPTION_SCANNER},
	{"keypad", required_argument, NULL, OPTION_KEYPAD},
	{"device", required_argument, NULL, OPTION_DEVICE},
	{"pictures", required_argument, NULL, OPTION_PICTURES},
	{"reports", required_argument, NULL, OPTION_REPORTS},
	{"a4", required_argument, NULL, OPTION_A4},
	{"monitor", required_argument, NULL, OPTION_MONITOR},
	{"language", required_argument, NULL, OPTION_LANGUAGE},
	{"window", required_argument, NULL, OPTION_WINDOW},
	{"place", required_argument, NULL, OPTION_PLACE},
	{"ppm", required_argument, NULL, OPTION_PPM},
	{"counter", required_argument, NULL, OPTION_COUNTER},
	{"contrast", no_argument, NULL, OPTION_CONTRAST},
	{"no-motion", no_argument, NULL, OPTION_NO_MOTION},
	{"no-pointer", no_argument, NULL, OPTION_NO_POINTER},
	{"demo", no_argument, NULL, OPTION_DEMO},
	{"no-window", no_argument, NULL, OPTION_NO_WINDOW},
	{"no-voice", no_argument, NULL, OPTION_NO_VOICE},
	{"script", no_argument, NULL, OPTION_SCRIPT},
	{"exit-key", no_argument, NULL, OPTION_EXIT_KEY},
	{"help", no_argument, NULL, OPTION_HELP},
	{NULL, 0, NULL, 0},
};

/* The printer profiles by name; "" = by the device. */
static const char *const papers[] = {"", "80mm", "58mm", "safe", "58mm-42col", "58mm-432",
	"80mm-epson", "80mm-64col", "80mm-512", "80mm-546", "80mm-640", "80mm-clone", "80mm-tear"};

enum { PAPERS = sizeof papers / sizeof papers[0] };

static const char *const slips[] = {"raster", "text"};
static const char *const idles[] = {"clock", "text", "blank"};
static const char *const languages[] = {"id", "en"};

/* Reads "A<mark>B" where both are numbers from 0 or 1 on. */
static bool read_pair(const char *text, char mark, int64_t min, int *out_first, int *out_second)
{
	char first[8];
	const char *middle = strchr(text, mark);
	int64_t values[2];
	if (middle == NULL || (size_t)(middle - text) >= sizeof first) {
		return false;
	}
	memcpy(first, text, (size_t)(middle - text));
	first[middle - text] = '\0';
	if (!text_to_int(first, min, PIXEL_LIMIT, &values[0]) ||
		!text_to_int(middle + 1, min, PIXEL_LIMIT, &values[1])) {
		return false;
	}
	*out_first = (int)values[0];
	*out_second = (int)values[1];
	return true;
}

static bool read_text(const char *text, char *out_text, size_t size)
{
	return text_check(text, strlen(text), size) == RESULT_OK && text_copy(out_text, size, text);
}

static bool read_name(
	const char *text, const char *const *names, size_t count, char *out_text, size_t size)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(text, names[i]) == 0) {
			return text_copy(out_text, size, text);
		}
	}
	return false;
}

static bool read_ppm(const char *text, double *out_ppm)
{
	char *end;
	errno = 0;
	double value = strtod(text, &end);
	if (end == text || *end != '\0' || errno != 0 || !(value >= 1 && value <= 50)) {
		return false;
	}
	*out_ppm = value;
	return true;
}

static bool read_number(const char *text, int min, int max, int *out_number)
{
	int64_t value;
	if (!text_to_int(text, min, max, &value)) {
		return false;
	}
	*out_number = (int)value;
	return true;
}

static bool read_slip(const char *text, bool *out_text_slips)
{
	char name[8];
	if (!read_name(text, slips, 2, name, sizeof name)) {
		return false;
	}
	*out_text_slips = strcmp(name, slips[1]) == 0;
	return true;
}

/* Takes an option with a value; false when the value is not one it may have. */
static bool take_value(struct settings *settings, int option, const char *text)
{
	struct settings *s = settings;
	switch (option) {
	case OPTION_STORE: return read_text(text, s->store, sizeof s->store);
	case OPTION_PRINTER:
		s->fixed_printer = true;
		return read_text(text, s->printer, sizeof s->printer);
	case OPTION_BOARD: s->fixed_board = true; return read_text(text, s->board, sizeof s->board);
	case OPTION_BOARD_LINE: return read_text(text, s->board_line, sizeof s->board_line);
	case OPTION_BOARD_IDLE:
		return read_name(text, idles, 3, s->board_idle, sizeof s->board_idle);
	case OPTION_BOARD_TEXT: return read_text(text, s->board_text, sizeof s->board_text);
	case OPTION_PAPER:
		return read_name(text, papers + 1, PAPERS - 1, s->profile, sizeof s->profile);
	case OPTION_SLIP: return read_slip(text, &s->text_slips);
	case OPTION_LOGO: return read_text(text, s->logo, sizeof s->logo);
	case OPTION_ROLL_MM: return read_number(text, ROLL_MIN_MM, ROLL_MAX_MM, &s->roll_mm);
	case OPTION_PAPER_LOW: return read_number(text, 0, LOW_LIMIT, &s->paper_low);
	case OPTION_SCANNER:
		s->fixed_scanner = true;
		return read_text(text, s->scanner, sizeof s->scanner);
	case OPTION_KEYPAD:
		s->fixed_keypad = true;
		return read_text(text, s->keypad, sizeof s->keypad);
	case OPTION_DEVICE: return read_text(text, s->device, sizeof s->device);
	case OPTION_PICTURES: return read_text(text, s->pictures, sizeof s->pictures);
	case OPTION_REPORTS: return read_text(text, s->reports, sizeof s->reports);
	case OPTION_A4: s->fixed_a4 = true; return read_text(text, s->a4, sizeof s->a4);
	case OPTION_MONITOR: return read_text(text, s->monitor, sizeof s->monitor);
	case OPTION_LANGUAGE: return read_name(text, languages, 2, s->language, sizeof s->language);
	case OPTION_WINDOW: return read_pair(text, 'x', 1, &s->width, &s->height);
	case OPTION_PLACE: return read_pair(text, ',', 0, &s->x, &s->y);
	case OPTION_PPM: return read_ppm(text, &s->ppm);
	case OPTION_COUNTER: return read_number(text, 1, COUNTER_LIMIT, &s->counter);
	default: return true;
	}
}

static void take_switch(struct settings *settings, int option)
{
	switch (option) {
	case OPTION_CONTRAST: settings->contrast = true; break;
	case OPTION_NO_MOTION: settings->motion = false; break;
	case OPTION_NO_POINTER: settings->pointer = false; break;
	case OPTION_DEMO: settings->demo = true; break;
	case OPTION_NO_WINDOW: settings->no_window = true; break;
	case OPTION_NO_VOICE: settings->voice = false; break;
	case OPTION_SCRIPT: settings->script = true; break;
	case OPTION_EXIT_KEY: settings->exit_key = true; break;
	case OPTION_HELP: settings->help = true; break;
	default: break;
	}
}

/* The words of the terminal's language; NULL when the assets are not there. */
static struct language *open_words(void)
{
	char assets[PLACE_SIZE];
	char texts[PLACE_SIZE];
	if (!place_assets(assets, sizeof assets) ||
		!text_format(texts, sizeof texts, "%s/text", assets)) {
		return NULL;
	}
	return language_open(texts, language_of_terminal());
}

/* One line on stderr: what of `value` (for `option`) is wrong, and where help is. */
static int refuse(const char *program, const char *key, const char *option, const char *value)
{
	char what[512];
	char see[128];
	struct language *words = open_words();
	if (words != NULL) {
		language_with(words, key, what, sizeof what, value, option);
		language_with(words, "settings.see", see, sizeof see, program);
		fprintf(stderr, "%s: %s %s\n", program, what, see);
	}
	language_close(words);
	return EXIT_USAGE;
}

static void answer_help(const char *program)
{
	struct language *words = open_words();
	if (words != NULL) {
		char usage[128];
		language_with(words, "settings.usage", usage, sizeof usage, program);
		printf("%s\n%s\n", usage, language_text(words, "settings.help"));
	}
	language_close(words);
}

/* Goes over the command line once; `settings` NULL only looks for --config. */
static int read_arguments(const char *program, int argc, char **argv, struct settings *settings,
	const char **out_config)
{
	int option;
	int place = 0;
	optind = 0; /* glibc starts anew: the line is read twice */
	opterr = 0;
	while ((option = getopt_long(argc, argv, "", options, &place)) != -1) {
		if (option == '?' || option == ':') {
			return refuse(program, "settings.option", "", argv[optind - 1]);
		}
		if (option == OPTION_CONFIG) {
			*out_config = optarg;
		}
		if (settings == NULL) {
			continue;
		}
		if (optarg != NULL && !take_value(settings, option, optarg)) {
			return refuse(program, "settings.value", options[place].name, optarg);
		}
		take_switch(settings, option);
	}
	return optind < argc ? refuse(program, "settings.extra", "", argv[optind]) : 0;
}

static void read_paper(struct config *config, struct settings *s)
{
	static const int64_t usual = 0;
	static const int64_t low = LOW_DEFAULT;
	int64_t value;
	size_t index;
	config_get_choice(config, NULL, "paper", "", papers, PAPERS, &index);
	text_copy(s->profile, sizeof s->profile, papers[index]);
	config_get_choice(config, NULL, "slip", "raster", slips, 2, &index);
	s->text_slips = index == 1;
	config_get_text(config, NULL, "logo", "", s->logo, sizeof s->logo);
	config_get_int(config, NULL, "roll_mm", &usual, 0, ROLL_MAX_MM, &value);
	if (value != 0) { /* read once more, as the option reads it */
		config_get_int(config, NULL, "roll_mm", &usual, ROLL_MIN_MM, ROLL_MAX_MM, &value);
	}
	s->roll_mm = (int)value;
	config_get_int(config, NULL, "paper_low", &low, 0, LOW_LIMIT, &value);
	s->paper_low = (int)value;
}

static void read_window(struct config *config, struct settings *s)
{
	static const int64_t none = 0;
	static const int64_t anywhere = -1;
	static const double unknown = 0;
	int64_t value;
	config_get_text(config, NULL, "monitor", "", s->monitor, sizeof s->monitor);
	config_get_int(config, NULL, "width", &none, 0, PIXEL_LIMIT, &value);
	s->width = (int)value;
	config_get_int(config, NULL, "height", &none, 0, PIXEL_LIMIT, &value);
	s->height = (int)value;
	config_get_int(config, NULL, "x", &anywhere, -1, PIXEL_LIMIT, &value);
	s->x = (int)value;
	config_get_int(config, NULL, "y", &anywhere, -1, PIXEL_LIMIT, &value);
	s->y = (int)value;
	config_get_real(config, NULL, "ppm", &unknown, 0, 50, &s->ppm);
}

/* Said in the file, it holds on this computer; left out, it is as the office has it. */
static void read_own_flag(struct config *config, const char *key, int *out_flag)
{
	bool flag;
	if (config_has(config, NULL, key)) {
		config_get_bool(config, NULL, key, NULL, &flag);
		*out_flag = flag ? 1 : 0;
	}
}

static void read_console(struct config *config, struct settings_console *s)
{
	int64_t minutes;
	read_own_flag(config, "ring_soon", &s->ring_soon);
	read_own_flag(config, "ring_late", &s->ring_late);
	read_own_flag(config, "ring_unattended", &s->ring_unattended);
	read_own_flag(config, "raise_late", &s->raise_late);
	if (config_has(config, NULL, "lock_minutes")) {
		config_get_int(config, NULL, "lock_minutes", NULL, 0, LOCK_LIMIT, &minutes);
		s->lock_minutes = (int)minutes;
	}
}

static void read_group(struct config *config, struct settings *s)
{
	static const bool yes = true;
	static const bool no = false;
	static const int64_t none = 0;
	static const int64_t loud = VOLUME_DEFAULT;
	int64_t value;
	size_t index;
	config_get_text(config, NULL, "store", "", s->store, sizeof s->store);
	const char *chosen = getenv("GILIRAN_STORE");
	if (chosen != NULL && chosen[0] != '\0') {
		s->store[0] = '\0'; /* place_store then takes the environment's (design §9) */
	}
	config_get_text(config, NULL, "printer", "", s->printer, sizeof s->printer);
	config_get_text(config, NULL, "board", "", s->board, sizeof s->board);
	config_get_text(config, NULL, "board_line", "", s->board_line, sizeof s->board_line);
	config_get_choice(config, NULL, "board_idle", "clock", idles, 3, &index);
	text_copy(s->board_idle, sizeof s->board_idle, idles[index]);
	config_get_text(config, NULL, "board_text", "", s->board_text, sizeof s->board_text);
	read_paper(config, s);
	config_get_text(config, NULL, "scanner", "", s->scanner, sizeof s->scanner);
	config_get_text(config, NULL, "keypad", "", s->keypad, sizeof s->keypad);
	config_get_text(config, NULL, "device", "", s->device, sizeof s->device);
	config_get_text(config, NULL, "pictures", "", s->pictures, sizeof s->pictures);
	config_get_text(config, NULL, "reports", "", s->reports, sizeof s->reports);
	config_get_text(config, NULL, "a4", "", s->a4, sizeof s->a4);
	config_get_choice(config, NULL, "language", "id", languages, 2, &index);
	text_copy(s->language, sizeof s->language, languages[index]);
	read_window(config, s);
	config_get_int(config, NULL, "counter", &none, 0, COUNTER_LIMIT, &value);
	s->counter = (int)value;
	config_get_bool(config, NULL, "contrast", &no, &s->contrast);
	config_get_bool(config, NULL, "motion", &yes, &s->motion);
	config_get_bool(config, NULL, "pointer", &yes, &s->pointer);
	config_get_bool(config, NULL, "click", &yes, &s->click);
	config_get_bool(config, NULL, "ring_idle", &yes, &s->ring_idle);
	config_get_bool(config, NULL, "voice", &yes, &s->voice);
	read_console(config, &s->console);
	config_get_int(config, NULL, "volume", &loud, 0, 100, &value);
	s->volume = (int)value;
	config_get_text(config, NULL, "clips", "", s->clips, sizeof s->clips);
	config_get_text(config, NULL, "shutdown", "", s->shutdown, sizeof s->shutdown);
	config_get_bool(config, NULL, "exit_key", &no, &s->exit_key);
}

/* `chosen` NULL = the usual file, which need not be there. */
static int read_config(const char *program, const char *chosen, struct settings *settings)
{
	char error[512];
	struct config *config = NULL;
	enum result result =
		config_open(chosen != NULL ? chosen : CONFIG_PATH, &config, error, sizeof error);
	if (result == RESULT_CONFIG_MISSING && chosen == NULL) {
		return 0;
	}
	if (result == RESULT_OK) {
		read_group(config, settings);
		result = config_finish_reading(config, error, sizeof error);
	}
	config_close(config);
	if (result != RESULT_OK) {
		fprintf(stderr, "%s: %s\n", program, error);
		return EXIT_WRONG;
	}
	return 0;
}

int settings_read(const char *program, int argc, char **argv, struct settings *out_settings)
{
	*out_settings = (struct settings){.language = "id",
		.board_idle = "clock",
		.x = -1,
		.y = -1,
		.paper_low = LOW_DEFAULT,
		.motion = true,
		.click = true,
		.ring_idle = true,
		.voice = true,
		.console = {SETTINGS_OFFICE, SETTINGS_OFFICE, SETTINGS_OFFICE, SETTINGS_OFFICE,
			SETTINGS_OFFICE},
		.volume = VOLUME_DEFAULT,
		.pointer = true};
	const char *config = NULL;
	int status = read_arguments(program, argc, argv, NULL, &config);
	if (status == 0) {
		status = read_config(program, config, out_settings);
	}
	if (status == 0) {
		status = read_arguments(program, argc, argv, out_settings, &config);
	}
	if (status == 0 && out_settings->help) {
		answer_help(program);
	}
	return status;
}
