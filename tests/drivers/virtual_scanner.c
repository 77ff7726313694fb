#include "tests/drivers/virtual_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <linux/input-event-codes.h>

/*
 * virtual_scanner: a scanner and a keypad for another program's test, under umockdev-wrapper. Its
 * first line is the folder that programs must be given as UMOCKDEV_DIR. Then it obeys lines, and
 * answers each with "ok": "scan LETTERS", "key CODE" on the keypad, "unplug" and "plug" the
 * scanner.
 */

#define KEYS_OF_A_KEYBOARD "e080ffdf01cfffff fffffffffffffffe"
#define KEYS_OF_A_PAD "5000fffa0 80000000004000"

static const struct virtual_input_model scanner_model = {
	5, 0x0c2e, 0x0b61, "Honeywell USB Bar Code Scanner", KEYS_OF_A_KEYBOARD};
static const struct virtual_input_model pad_model = {50, 0x04d9, 0xa02a, "", KEYS_OF_A_PAD};

/* Small letters and digits. */
static uint16_t code_of(char letter)
{
	static const char *const rows[] = {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
	static const int first[] = {KEY_1, KEY_Q, KEY_A, KEY_Z};

	for (int i = 0; i < 4; i++) {
		const char *at = strchr(rows[i], letter);
		if (at != NULL) {
			return (uint16_t)(first[i] + (at - rows[i]));
		}
	}
	return KEY_SPACE;
}

static void scan(struct virtual_input *scanner, const char *text)
{
	enum { KEYS = 60 };
	uint16_t codes[KEYS + 1];
	size_t count = 0;

	for (; *text != '\0' && count < KEYS; text++) {
		codes[count++] = code_of(*text);
	}
	codes[count++] = KEY_ENTER;
	virtual_input_press(scanner, codes, count, 8);
}

static void obey(struct virtual_input *scanner, struct virtual_input *pad, const char *line)
{
	if (strncmp(line, "scan ", 5) == 0) {
		scan(scanner, line + 5);
	} else if (strncmp(line, "key ", 4) == 0) {
		uint16_t code = (uint16_t)strtoul(line + 4, NULL, 10);
		virtual_input_press(pad, &code, 1, 0);
	} else if (strcmp(line, "unplug") == 0) {
		virtual_input_unplug(scanner);
	} else if (strcmp(line, "plug") == 0) {
		virtual_input_replug(scanner);
	} else {
		fprintf(stderr, "virtual_scanner: no such line: %s\n", line);
		abort();
	}
}

int main(void)
{
	char line[128];
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct virtual_input *pad = virtual_input_create(&pad_model, scanner);

	puts(getenv("UMOCKDEV_DIR"));
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		obey(scanner, pad, line);
		puts("ok");
		fflush(stdout);
	}
	virtual_input_destroy(pad);
	virtual_input_destroy(scanner);
	return 0;
}
