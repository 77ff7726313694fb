#include "app/admin/admin.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/settings.h"
#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const struct command commands[] = {
	{"init", NULL, "init --office FILE [--training]",
		OPTION_BIT(OFFICE) | OPTION_BIT(TRAINING), OPTION_BIT(OFFICE), 0, false, admin_init},
	{"staff", "add", "staff add CODE --name NAME --role clerk|treasurer|head [--pin-stdin]",
		OPTION_BIT(NAME) | OPTION_BIT(ROLE) | OPTION_BIT(PIN_STDIN),
		OPTION_BIT(NAME) | OPTION_BIT(ROLE), 1, true, admin_staff_add},
	{"staff", "list", "staff list", 0, 0, 0, true, admin_staff_list},
	{"open", NULL, "open --counter N --staff CODE [--services KONS,JUAL]",
		OPTION_BIT(COUNTER) | OPTION_BIT(STAFF) | OPTION_BIT(SERVICES),
		OPTION_BIT(COUNTER) | OPTION_BIT(STAFF), 0, true, admin_open},
	{"break", NULL, "break --counter N [--reason CODE]",
		OPTION_BIT(COUNTER) | OPTION_BIT(REASON), OPTION_BIT(COUNTER), 0, true, admin_break},
	{"close", NULL, "close --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_close},
	{"issue", NULL,
		"issue --service CODE [--priority NAME] [--guest name=…,email=…] [--party N] [--no-print]",
		OPTION_BIT(SERVICE) | OPTION_BIT(PRIORITY) | OPTION_BIT(GUEST) | OPTION_BIT(PARTY) |
			OPTION_BIT(TOKEN) | OPTION_BIT(NO_PRINT),
		OPTION_BIT(SERVICE), 0, true, admin_issue},
	{"next", NULL, "next --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_next},
	{"recall", NULL, "recall --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_recall},
	{"serve", NULL, "serve --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_serve},
	{"finish", NULL, "finish --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_finish},
	{"absent", NULL, "absent --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_absent},
	{"stand-by", NULL, "stand-by --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_stand_by},
	{"stand-down", NULL, "stand-down --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_stand_down},
	{"pick", NULL, "pick NUMBER --counter N [--reason CODE]",
		OPTION_BIT(COUNTER) | OPTION_BIT(REASON), OPTION_BIT(COUNTER), 1, true, admin_pick},
	{"hand-over", NULL, "hand-over --counter N --staff CODE",
		OPTION_BIT(COUNTER) | OPTION_BIT(STAFF),
		OPTION_BIT(COUNTER) | OPTION_BIT(STAFF), 0, true, admin_relieve},
	{"hold", NULL, "hold NUMBER [--counter N] | --counter N",
		OPTION_BIT(COUNTER), 0, -1, true, admin_hold},
	{"resume", NULL, "resume NUMBER [--counter N]",
		OPTION_BIT(COUNTER), 0, 1, true, admin_resume},
	{"return", NULL, "return NUMBER", 0, 0, 1, true, admin_return},
	{"transfer", NULL, "transfer NUMBER --to CODE [--counter N] | --to CODE --counter N",
		OPTION_BIT(COUNTER) | OPTION_BIT(TO), OPTION_BIT(TO), -1, true, admin_transfer},
	{"send", NULL, "send NUMBER --to N [--counter N] | --to N --counter N",
		OPTION_BIT(COUNTER) | OPTION_BIT(TO), OPTION_BIT(TO), -1, true, admin_send},
	{"cancel", NULL, "cancel NUMBER --reason CODE [--counter N]",
		OPTION_BIT(COUNTER) | OPTION_BIT(REASON), OPTION_BIT(REASON), 1, true, admin_cancel},
	{"undo", NULL, "undo --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 0, true, admin_undo},
	{"walk", NULL,
		"walk --service CODE --counter N [--priority NAME] [--guest name=…,email=…] [--party N]",
		OPTION_BIT(SERVICE) | OPTION_BIT(COUNTER) | OPTION_BIT(PRIORITY) |
			OPTION_BIT(GUEST) | OPTION_BIT(PARTY) | OPTION_BIT(TOKEN),
		OPTION_BIT(SERVICE) | OPTION_BIT(COUNTER), 0, true, admin_walk},
	{"appoint", NULL, "appoint --service CODE --time 2026-11-24T10:00",
		OPTION_BIT(SERVICE) | OPTION_BIT(TIME), OPTION_BIT(SERVICE) | OPTION_BIT(TIME), 0,
		true, admin_appoint},
	{"appointments", "cancel", "appointments cancel APPOINTMENT", 0, 0, 1, true,
		admin_appointments_cancel},
	{"appointments", NULL, "appointments [--date YYYY-MM-DD]",
		OPTION_BIT(DATE), 0, 0, true, admin_appointments},
	{"arrive", NULL,
		"arrive APPOINTMENT [--priority NAME] [--guest name=…,email=…] [--party N] [--no-print]",
		OPTION_BIT(PRIORITY) | OPTION_BIT(GUEST) | OPTION_BIT(PARTY) | OPTION_BIT(TOKEN) |
			OPTION_BIT(NO_PRINT),
		0, 1, true, admin_arrive},
	{"withdraw", NULL, "withdraw NUMBER CODE", 0, 0, 2, true, admin_withdraw},
	{"sign", NULL, "sign NUMBER --guest name=…,email=…",
		OPTION_BIT(GUEST), OPTION_BIT(GUEST), 1, true, admin_sign},
	{"receive", NULL, "receive --service CODE [--guest name=…,email=…] [--party N]",
		OPTION_BIT(SERVICE) | OPTION_BIT(GUEST) | OPTION_BIT(PARTY) | OPTION_BIT(TOKEN),
		OPTION_BIT(SERVICE), 0, true, admin_receive},
	{"recognise", NULL, "recognise --contact TEXT --name TEXT",
		OPTION_BIT(CONTACT) | OPTION_BIT(NAME),
		OPTION_BIT(CONTACT) | OPTION_BIT(NAME), 0, true, admin_recognise},
	{"assistance", "ask", "assistance ask", 0, 0, 0, true, admin_assistance_ask},
	{"assistance", "take", "assistance take ID --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 1, true, admin_assistance_take},
	{"assistance", "issue",
		"assistance issue ID --counter N --service CODE [--priority NAME]"
		" [--guest name=…,email=…] [--party N] [--no-print]",
		OPTION_BIT(COUNTER) | OPTION_BIT(SERVICE) | OPTION_BIT(PRIORITY) |
			OPTION_BIT(GUEST) | OPTION_BIT(PARTY) | OPTION_BIT(TOKEN) |
			OPTION_BIT(NO_PRINT),
		OPTION_BIT(COUNTER) | OPTION_BIT(SERVICE), 1, true, admin_assistance_issue},
	{"assistance", "done", "assistance done ID --counter N",
		OPTION_BIT(COUNTER), OPTION_BIT(COUNTER), 1, true, admin_assistance_done},
	{"assistance", NULL, "assistance", 0, 0, 0, true, admin_assistance},
	{"queue", NULL, "queue", 0, 0, 0, true, admin_queue},
	{"ticket", NULL, "ticket NUMBER [--date YYYY-MM-DD]",
		OPTION_BIT(DATE), 0, 1, true, admin_ticket},
	{"day", NULL, "day [--date YYYY-MM-DD]", OPTION_BIT(DATE), 0, 0, true, admin_day},
	{"close-day", NULL, "close-day", 0, 0, 0, true, admin_close_day},
	{"target", NULL, "target [--from YYYY-MM-DD] [--to YYYY-MM-DD]",
		OPTION_BIT(FROM) | OPTION_BIT(TO), 0, 0, true, admin_target},
	{"report", NULL,
		"report [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--csv FILE] [--xlsx FILE] "
		"[--pdf FILE]",
		OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(CSV) | OPTION_BIT(XLSX) |
			OPTION_BIT(PDF),
		0, 0, true,
		admin_report},
	{"breaches", NULL, "breaches [--date YYYY-MM-DD]",
		OPTION_BIT(DATE), 0, 0, true, admin_breaches},
	{"explain", NULL,
		"explain NUMBER --reason CODE --staff CODE [--segment N] [--note TEXT]"
		" [--date YYYY-MM-DD]",
		OPTION_BIT(REASON) | OPTION_BIT(STAFF) | OPTION_BIT(SEGMENT) | OPTION_BIT(NOTE) |
			OPTION_BIT(DATE),
		OPTION_BIT(REASON) | OPTION_BIT(STAFF), 1, true, admin_explain},
	{"correct", NULL,
		"correct NUMBER --reason CODE --staff CODE [--note TEXT] [--date YYYY-MM-DD]"
		" [--pin-stdin]",
		OPTION_BIT(REASON) | OPTION_BIT(STAFF) | OPTION_BIT(NOTE) | OPTION_BIT(DATE) |
			OPTION_BIT(PIN_STDIN),
		OPTION_BIT(REASON) | OPTION_BIT(STAFF), 1, true, admin_correct},
	{"print", NULL, "print NUMBER", 0, 0, 1, true, admin_print},
	{"print-test", NULL, "print-test --printer URI [--paper NAME | --a4]",
		OPTION_BIT(PRINTER) | OPTION_BIT(PAPER) | OPTION_BIT(A4), OPTION_BIT(PRINTER), 0,
		false, admin_print_test},
	{"holidays", "import", "holidays import FILE", 0, 0, 1, true, admin_holidays_import},
	{"holidays", "list", "holidays list", 0, 0, 0, true, admin_holidays_list},
	{"closure", "add",
		"closure add --from 2026-11-24T10:00 --to 2026-11-24T12:00 --reason TEXT",
		OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(REASON),
		OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(REASON), 0, true, admin_closure_add},
	{"closure", "list", "closure list", 0, 0, 0, true, admin_closure_list},
	{"closure", "remove", "closure remove ID", 0, 0, 1, true, admin_closure_remove},
	{"season", "add",
		"season add --name NAME --from DATE --to DATE --open 08.00-15.00 [--friday 08.00-15.30]"
		" [--break 12.00-12.30] [--friday-break 11.30-12.30]",
		OPTION_BIT(NAME) | OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(OPENING) |
			OPTION_BIT(FRIDAY) | OPTION_BIT(BREAK) | OPTION_BIT(FRIDAY_BREAK),
		OPTION_BIT(NAME) | OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(OPENING), 0, true,
		admin_season_add},
	{"season", "list", "season list", 0, 0, 0, true, admin_season_list},
	{"season", "remove", "season remove ID", 0, 0, 1, true, admin_season_remove},
	{"calendar", NULL, "calendar [--date YYYY-MM-DD]",
		OPTION_BIT(DATE), 0, 0, true, admin_calendar},
	{"office", "export", "office export FILE", 0, 0, 1, true, admin_office_export},
	{"office", "import", "office import FILE [--dry-run]", OPTION_BIT(DRY_RUN), 0, 1, true,
		admin_office_import},
	{"services", "publish", "services publish --office FILE",
		OPTION_BIT(OFFICE), OPTION_BIT(OFFICE), 0, true, admin_services_publish},
	{"services", NULL, "services", 0, 0, 0, true, admin_services},
	{"guest-book", "set", "guest-book set --office FILE",
		OPTION_BIT(OFFICE), OPTION_BIT(OFFICE), 0, true, admin_guest_book_set},
	{"guest-book", NULL, "guest-book [--service CODE]", OPTION_BIT(SERVICE), 0, 0, true,
		admin_guest_book},
	{"voice", "set", "voice set --office FILE",
		OPTION_BIT(OFFICE), OPTION_BIT(OFFICE), 0, true, admin_voice_set},
	{"voice", "make", "voice make", 0, 0, 0, false, admin_voice_make},
	{"voice", "list", "voice list", 0, 0, 0, false, admin_voice_list},
	{"voice", "say", "voice say NUMBER COUNTER", 0, 0, 2, false, admin_voice_say},
	{"voice", NULL, "voice", 0, 0, 0, true, admin_voice},
	{"rate", NULL, "rate NUMBER --answers 4,3,-,… [--instrument CODE]",
		OPTION_BIT(ANSWERS) | OPTION_BIT(INSTRUMENT), OPTION_BIT(ANSWERS), 1, true,
		admin_rate},
	{"ratings", NULL,
		"ratings [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--instrument CODE] [--weight exact|2|3]",
		OPTION_BIT(FROM) | OPTION_BIT(TO) | OPTION_BIT(INSTRUMENT) | OPTION_BIT(WEIGHT), 0,
		0, true, admin_ratings},
	{"complain", NULL,
		"complain --kind suggestion|complaint --topic TOPIC --note TEXT [--contact TEXT]",
		OPTION_BIT(KIND) | OPTION_BIT(TOPIC) | OPTION_BIT(NOTE) | OPTION_BIT(CONTACT),
		OPTION_BIT(KIND) | OPTION_BIT(TOPIC) | OPTION_BIT(NOTE), 0, true, admin_complain},
	{"complaints", "set", "complaints set CODE --state new|work|done [--staff CODE]",
		OPTION_BIT(STATE) | OPTION_BIT(STAFF), OPTION_BIT(STATE), 1, true,
		admin_complaints_set},
	{"complaints", NULL, "complaints [--state new|work|done]", OPTION_BIT(STATE), 0, 0, true,
		admin_complaints},
	{"roll", NULL, "roll [--device kiosk-1/printer] [--reset]",
		OPTION_BIT(DEVICE) | OPTION_BIT(RESET), 0, 0, true, admin_roll},
	{"roster", NULL, "roster [--date DATE] [--counter N (--staff CODE | --reset)]",
		OPTION_BIT(DATE) | OPTION_BIT(COUNTER) | OPTION_BIT(STAFF) | OPTION_BIT(RESET), 0, 0,
		true, admin_roster},
	{"devices", "set", "devices set DEVICE/PART URI|none [--paper NAME]",
		OPTION_BIT(PAPER), 0, 2, true, admin_devices_set},
	{"devices", "reset", "devices reset DEVICE/PART", 0, 0, 1, true, admin_devices_reset},
	{"devices", NULL, "devices", 0, 0, 0, true, admin_devices},
	{"doctor", NULL, "doctor [--user NAME] [--printer URI] [--scanner URI] [--keypad URI]",
		OPTION_BIT(USER) | OPTION_BIT(PRINTER) | OPTION_BIT(SCANNER) | OPTION_BIT(KEYPAD), 0, 0,
		false, admin_doctor},
	{"scan-test", NULL, "scan-test [--scanner URI | --keypad URI] [--seconds N]",
		OPTION_BIT(SCANNER) | OPTION_BIT(KEYPAD) | OPTION_BIT(SECONDS), 0, 0, false,
		admin_scan_test},
	{"board-test", NULL, "board-test --board URI [--line TEMPLATE]",
		OPTION_BIT(BOARD) | OPTION_BIT(LINE), OPTION_BIT(BOARD), 0, false, admin_board_test},
	{"verify", NULL, "verify", 0, 0, 0, true, admin_verify},
	{"backup", NULL, "backup FILE", 0, 0, 1, true, admin_backup},
	{"restore", NULL, "restore FILE", 0, 0, 1, false, admin_restore},
	{"clock", "set", "clock set --staff CODE [--pin-stdin]",
		OPTION_BIT(STAFF) | OPTION_BIT(PIN_STDIN), OPTION_BIT(STAFF), 0, true,
		admin_clock_set},
	{"clock", NULL, "clock", 0, 0, 0, true, admin_clock},
	{"demo", NULL, "demo [--language id|en]",
		OPTION_BIT(LANGUAGE), 0, 0, false, admin_demo},
	{"simulate", NULL,
		"simulate --days N --seed S [--faults kill,printer,clock,race,full|all|none] [--store memory|disk] [--office FILE] [--folder DIR [--keep]] [--trace]",
		OPTION_BIT(DAYS) | OPTION_BIT(SEED) | OPTION_BIT(FAULTS) | OPTION_BIT(OFFICE) |
			OPTION_BIT(FOLDER) | OPTION_BIT(KEEP) | OPTION_BIT(TRACE),
		OPTION_BIT(DAYS) | OPTION_BIT(SEED), 0, false, admin_simulate},
};
/* clang-format on */
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const struct command *find_command(const struct options *options)
{
	for (size_t i = 0; i < COMMANDS && options->word_count; i++) {
		const struct command *command = &commands[i];
		if (strcmp(command->name, options->words[0]) == 0 &&
			(!command->second ||
				(options->word_count > 1 &&
					strcmp(command->second, options->words[1]) == 0))) {
			return command;
		}
	}
	return NULL;
}

static const char *help_of(const struct admin *admin, const struct command *command)
{
	char key[64];
	text_format(key, sizeof key, "admin.help.%s%s%s", command->name, command->second ? "." : "",
		command->second ? command->second : "");
	return language_text(admin->language, key);
}

/* Help of one command, or of all whose name is the first word, or of everything. */
static int print_help(const struct admin *admin)
{
	const char *name = admin->options.word_count ? admin->options.words[0] : NULL;
	bool any = false;
	if (!name) {
		printf("%s\n\n", language_text(admin->language, "admin.help"));
	}
	for (size_t i = 0; i < COMMANDS; i++) {
		/* "clock --help" also tells of "clock set". */
		bool wanted = admin->command && admin->command->second
				      ? &commands[i] == admin->command
				      : !name || strcmp(name, commands[i].name) == 0;
		if (wanted) {
			printf("giliran %s\n    %s\n", commands[i].usage,
				help_of(admin, &commands[i]));
			any = true;
		}
	}
	if (!any) {
		return admin_misuse(admin, "admin.unknown_command", name);
	}
	printf("\n%s\n", language_text(admin->language, "admin.help.common"));
	return ADMIN_DONE;
}

static int print_version(const struct admin *admin)
{
	if (admin->options.word_count) {
		return admin_misuse(admin, "admin.option_not_here", option_name(OPTION_VERSION));
	}
	puts("giliran " GILIRAN_VERSION);
	return ADMIN_DONE;
}

static int refuse_line(const struct admin *admin, enum option_fault fault, const char *word)
{
	static const char *const keys[] = {
		[OPTION_UNKNOWN] = "admin.unknown_option",
		[OPTION_NO_VALUE] = "admin.no_value",
		[OPTION_HAS_VALUE] = "admin.has_value",
		[OPTION_TWICE] = "admin.option_twice",
		[OPTION_TOO_MANY] = "admin.too_many",
	};
	return admin_misuse(admin, keys[fault], word);
}

/* Whether the options and words are those of the command. */
static int check_command(const struct admin *admin)
{
	const struct command *command = admin->command;
	uint64_t given = options_given(&admin->options);
	for (int i = 0; i < OPTION_COUNT; i++) {
		uint64_t bit = UINT64_C(1) << i;
		if ((given & bit) && !((command->takes | OPTION_COMMON) & bit)) {
			return admin_misuse(
				admin, "admin.option_not_here", option_name((enum option)i));
		}
		if ((command->needs & bit) && !(given & bit)) {
			return admin_misuse(
				admin, "admin.option_missing", option_name((enum option)i));
		}
	}
	int names = command->second ? 2 : 1;
	int most = names + abs(command->operands), words = (int)admin->options.word_count;
	if (words > most) {
		return admin_misuse(admin, "admin.too_many", admin->options.words[most]);
	}
	if (words < names + command->operands) {
		return admin_misuse(admin, "admin.operand_missing", command->usage);
	}
	struct office any = {.zone = OFFICE_WIB};
	int64_t moment = 0;
	const char *at = admin_value(admin, OPTION_AT);
	if (at && !calendar_parse(&any, at, &moment)) {
		return admin_misuse(admin, "admin.at_form", at);
	}
	return ADMIN_DONE;
}

/* The store's path: --store, $GILIRAN_STORE, the configuration, the home folder (design §9). */
static int find_store(struct admin *admin)
{
	char program[] = "giliran", flag[] = "--config";
	char *arguments[] = {program, flag, (char *)admin_value(admin, OPTION_CONFIG), NULL};
	struct settings settings;
	int status = settings_read(
		"giliran", admin_flag(admin, OPTION_CONFIG) ? 3 : 1, arguments, &settings);
	if (status != 0) {
		return status;
	}
	text_copy(admin->clips, sizeof admin->clips, settings.clips);
	admin->volume = settings.volume;
	const char *configured = settings.store[0] ? settings.store : NULL;
	if (!place_store(admin_value(admin, OPTION_STORE), configured, admin->store,
		    sizeof admin->store)) {
		return admin_fail(admin, "admin.no_store_path", "");
	}
	return ADMIN_DONE;
}

static int run_command(struct admin *admin)
{
	char error[512] = "";
	if (admin->command->opens_desk) {
		enum result result = admin_open_desk(admin, error, sizeof error);
		if (result != RESULT_OK) {
			return admin_refuse(admin, result, error);
		}
	}
	return admin->command->run(admin);
}

/* "giliran help issue" is "giliran issue --help". */
static void take_help_word(struct options *options)
{
	if (options->word_count == 0 || strcmp(options->words[0], "help") != 0) {
		return;
	}
	options->word_count--;
	for (size_t i = 0; i < options->word_count; i++) {
		options->words[i] = options->words[i + 1];
	}
	options->values[OPTION_HELP] = "";
}

static int start(struct admin *admin, int argc, char **argv)
{
	const char *word = "";
	enum option_fault fault = options_read(argc, argv, &admin->options, &word);
	take_help_word(&admin->options);
	admin->command = find_command(&admin->options);
	if (fault != OPTION_FINE) {
		return refuse_line(admin, fault, word);
	}
	if (admin_flag(admin, OPTION_HELP)) {
		return print_help(admin);
	}
	if (admin_flag(admin, OPTION_VERSION)) {
		return print_version(admin);
	}
	if (!admin->options.word_count) {
		return admin_misuse(admin, "admin.no_command", "");
	}
	if (!admin->command) {
		return admin_misuse(admin, "admin.unknown_command", admin->options.words[0]);
	}
	int status = check_command(admin);
	if (status == ADMIN_DONE) {
		status = find_store(admin);
	}
	return status == ADMIN_DONE ? run_command(admin) : status;
}

int main(int argc, char **argv)
{
	struct admin admin = {0};
	char assets[PLACE_SIZE], texts[PLACE_SIZE + 8];
	memory_forbid_dumps();
	if (!place_assets(assets, sizeof assets)) {
		return ADMIN_FAILED;
	}
	text_format(texts, sizeof texts, "%s/text", assets);
	admin.language = language_open(texts, language_of_terminal());
	if (!admin.language) {
		return ADMIN_FAILED;
	}
	if (!getenv("GILIRAN_DEBUG")) {
		log_set_level(LOG_NOTHING);
	}
	int status = start(&admin, argc, argv);
	desk_close(admin.desk);
	language_close(admin.language);
	return status;
}
