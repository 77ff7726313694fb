#ifndef APP_ADMIN_OPTIONS_H
#define APP_ADMIN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The command line of `giliran`: words, and options that may stand anywhere among them. */
/* clang-format off */
#define OPTION_LIST(X) /* X(NAME, "name", takes a value) */ \
	X(STORE, "store", true) \
	X(CONFIG, "config", true) \
	X(AT, "at", true) \
	X(JSON, "json", false) \
	X(HELP, "help", false) \
	X(OFFICE, "office", true) \
	X(TRAINING, "training", false) \
	X(NAME, "name", true) \
	X(ROLE, "role", true) \
	X(PIN_STDIN, "pin-stdin", false) \
	X(COUNTER, "counter", true) \
	X(STAFF, "staff", true) \
	X(SERVICES, "services", true) \
	X(REASON, "reason", true) \
	X(SERVICE, "service", true) \
	X(PRIORITY, "priority", true) \
	X(GUEST, "guest", true) \
	X(PARTY, "party", true) \
	X(TOKEN, "token", true) \
	X(NO_PRINT, "no-print", false) \
	X(DATE, "date", true) \
	X(PRINTER, "printer", true) \
	X(LANGUAGE, "language", true) \
	X(VERSION, "version", false) \
	X(FROM, "from", true) \
	X(TO, "to", true) \
	X(TIME, "time", true) \
	X(NOTE, "note", true) \
	X(SEGMENT, "segment", true) \
	X(OPENING, "open", true) \
	X(FRIDAY, "friday", true) \
	X(BREAK, "break", true) \
	X(FRIDAY_BREAK, "friday-break", true) \
	X(DAYS, "days", true) \
	X(SEED, "seed", true) \
	X(FAULTS, "faults", true) \
	X(FOLDER, "folder", true) \
	X(TRACE, "trace", false) \
	X(KEEP, "keep", false) \
	X(DEVICE, "device", true) \
	X(RESET, "reset", false) \
	X(SCANNER, "scanner", true) \
	X(KEYPAD, "keypad", true) \
	X(SECONDS, "seconds", true) \
	X(PAPER, "paper", true) \
	X(A4, "a4", false) \
	X(BOARD, "board", true) \
	X(LINE, "line", true) \
	X(USER, "user", true) \
	X(ANSWERS, "answers", true) \
	X(INSTRUMENT, "instrument", true) \
	X(WEIGHT, "weight", true) \
	X(KIND, "kind", true) \
	X(TOPIC, "topic", true) \
	X(CONTACT, "contact", true) \
	X(STATE, "state", true) \
	X(DRY_RUN, "dry-run", false) \
	X(CSV, "csv", true) \
	X(XLSX, "xlsx", true) \
	X(PDF, "pdf", true)

enum option {
#define X(name, text, value) OPTION_##name,
	OPTION_LIST(X)
#undef X
	OPTION_COUNT
};
/* clang-format on */

/* A set of options: OPTION_BIT(COUNTER) | OPTION_BIT(STAFF). */
#define OPTION_BIT(name) (UINT64_C(1) << OPTION_##name)

/* What every command takes. */
#define OPTION_COMMON                                                                              \
	(OPTION_BIT(STORE) | OPTION_BIT(CONFIG) | OPTION_BIT(AT) | OPTION_BIT(JSON) |              \
		OPTION_BIT(HELP))

enum { OPTION_WORDS = 4 };

struct options {
	const char *words[OPTION_WORDS]; /* command and operands, borrowed from argv */
	size_t word_count;
	const char *values[OPTION_COUNT]; /* NULL = not given; a flag's is "" */
};

enum option_fault {
	OPTION_FINE,
	OPTION_UNKNOWN,   /* no such option */
	OPTION_NO_VALUE,  /* it needs a value and is the last word, or the value is empty */
	OPTION_HAS_VALUE, /* --json=yes */
	OPTION_TWICE,
	OPTION_TOO_MANY, /* words */
};

/*
 * Reads argv[1] … ; "--name value" and "--name=value" are the same, words after "--" are words.
 * The first fault is the answer and its word is in `out_word`.
 */
enum option_fault options_read(
	int argc, char **argv, struct options *out_options, const char **out_word);

/* The options that were given, as a set. */
uint64_t options_given(const struct options *options);

/* "counter" for OPTION_COUNTER. */
const char *option_name(enum option option);

#endif
